import Reports

/// Takes long CDATA sections out of a feed before it is parsed: libxml2 looks at each of their characters for itself, and
/// a feed may be nothing else.
enum CharacterData {
    /// Shorter sections are not worth it; longer ones than the parser takes are left to it.
    private static let lengths = 64..<9_000_000

    /// The document with a character for each section, and what the characters stand for; `nil` when it has no such section,
    /// is of a shape that needs care, or is not well formed in plain sight.
    static func shortened(_ document: [UInt8]) -> (bytes: [UInt8], stretches: PlainStretches)? {
        document.withUnsafeBufferPointer { document in
            guard let sections = sections(in: document), PlainStretches.areAllowed(in: document) else { return nil }
            var stretches = PlainStretches()
            var output: [UInt8] = []
            var kept = 0
            for section in sections { stretches.take(section, of: document, copied: &kept, into: &output) }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: document[kept...]))
            return (output, stretches)
        }
    }

    /// The insides of the sections; `nil` when there are none, or there is a document type, which may have some in it.
    private static func sections(in document: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
        var found: [Range<Int>] = []
        var index = 0
        while let open = document.place(of: UInt8(ascii: "<"), from: index) {
            if starts(document, at: open, with: "<![CDATA[") {
                guard let end = end(in: document, from: open + 9, last: "]]>") else { return nil }
                let section = open + 9..<end - 3
                if lengths.contains(section.count), isPlain(UnsafeBufferPointer(rebasing: document[section])) {
                    found.append(section)
                }
                index = end
            } else if starts(document, at: open, with: "<!--") {
                guard let end = end(in: document, from: open + 4, last: "-->") else { return nil }
                index = end
            } else if starts(document, at: open, with: "<?") {
                guard let end = end(in: document, from: open + 2, last: "?>") else { return nil }
                index = end
            } else if starts(document, at: open, with: "<!") {
                return nil
            } else {
                index = open + 1
            }
        }
        return found.isEmpty ? nil : found
    }

    private static func starts(_ document: UnsafeBufferPointer<UInt8>, at index: Int, with mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard index + count <= document.count else { return false }
        return (0..<count).allSatisfy { document[index + $0] == mark.utf8Start[$0] }
    }

    /// One past the first `last`, whose last byte is `>`.
    private static func end(in document: UnsafeBufferPointer<UInt8>, from start: Int, last: StaticString) -> Int? {
        var index = start
        while let mark = document.place(of: UInt8(ascii: ">"), from: index) {
            let first = mark + 1 - last.utf8CodeUnitCount
            if first >= start, starts(document, at: first, with: last) { return mark + 1 }
            index = mark + 1
        }
        return nil
    }

    /// Whether the parser copies all of it: no line ends that it would change, and no character that XML forbids.
    private static func isPlain(_ section: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < section.count {
            if let next = EightBytes(section, at: index) {
                let marks = next.marks(ofLessThan: 0x20) | next.marks(of: 0xEF)
                index += EightBytes.first(of: marks)
                if marks == 0 { continue }
            }
            switch section[index] {
            case 0x09, 0x0A: break
            case 0..<0x20: return false
            case 0xEF: if index + 1 < section.count, section[index + 1] == 0xBF { return false }
            default: break
            }
            index += 1
        }
        return true
    }
}
