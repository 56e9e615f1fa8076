/// What a text is, by the first element in it.
enum DocumentKind {
    /// The first element's name in lower case, without its prefix, after declarations, comments and the document type;
    /// `nil` when the text does not begin with an element.
    static func rootName(of utf8: [UInt8]) -> (local: String, doctype: String?)? {
        var rest = utf8.prefix(65_536)
        var doctype: String?
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
            guard rest.first == UInt8(ascii: "<"), rest.count > 2 else { return nil }
            let second = rest[rest.startIndex + 1]
            if second == UInt8(ascii: "?") {
                rest = after("?>", in: rest)
            } else if second == UInt8(ascii: "!") {
                if rest.starts(with: "<!--".utf8) {
                    rest = after("-->", in: rest)
                } else {
                    let words = rest.dropFirst(2).prefix(60).split(maxSplits: 2) {
                        $0 <= 0x20 || $0 == UInt8(ascii: ">")
                    }
                    if words.count > 1 { doctype = String(decoding: words[1], as: UTF8.self).lowercased() }
                    rest = afterDeclaration(rest)
                }
            } else {
                let name = rest.dropFirst().prefix { byte in
                    byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
                }
                let text = String(decoding: name.prefix(80), as: UTF8.self).lowercased()
                let local = text.split(separator: ":").last.map(String.init) ?? text
                return (local, doctype)
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
