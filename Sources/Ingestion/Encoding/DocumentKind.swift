/// What a text is, by the first element in it, after declarations, comments and the document type.
struct DocumentKind {
    /// The first element's name as it is written, prefix and all.
    var name = ""
    /// The name of the document type in lower case; `nil` when there is none.
    var doctype: String?
    /// Whether it begins with `<?xml`.
    var isDeclaredXML = false
    /// Whether the first element binds namespaces, which in HTML only `html` and foreign elements do.
    var bindsNamespace = false

    /// ``name`` in lower case, without its prefix.
    var local: String {
        let lower = name.lowercased()
        return lower.split(separator: ":").last.map(String.init) ?? lower
    }

    /// `nil` when the text does not begin with an element.
    init?(_ utf8: [UInt8]) {
        var rest = utf8.prefix(65_536)
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
            guard rest.first == UInt8(ascii: "<"), rest.count > 2 else { return nil }
            let second = rest[rest.startIndex + 1]
            if second == UInt8(ascii: "?") {
                isDeclaredXML = isDeclaredXML || rest.starts(with: "<?xml".utf8)
                rest = Self.after("?>", in: rest)
            } else if second == UInt8(ascii: "!") {
                if rest.starts(with: "<!--".utf8) {
                    rest = Self.after("-->", in: rest)
                } else {
                    let words = rest.dropFirst(2).prefix(60).split(maxSplits: 2) {
                        $0 <= 0x20 || $0 == UInt8(ascii: ">")
                    }
                    if words.count > 1 { doctype = String(decoding: words[1], as: UTF8.self).lowercased() }
                    rest = Self.afterDeclaration(rest)
                }
            } else {
                let tag = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
                let word = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
                name = String(decoding: word.prefix(80), as: UTF8.self)
                bindsNamespace = String(decoding: tag.prefix(4096), as: UTF8.self).contains(" xmlns")
                return
            }
        }
    }

    private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let mark = Array(mark.utf8)
        var index = bytes.startIndex
        while index + mark.count <= bytes.endIndex {
            if bytes[index..<(index + mark.count)].elementsEqual(mark) { return bytes[(index + mark.count)...] }
            index += 1
        }
        return []
    }

    /// Past a document type, its internal subset included.
    private static func afterDeclaration(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var depth = 0
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return bytes[(index + 1)...]
            default: break
            }
        }
        return []
    }
}
