import Reports

/// Takes long texts out of a feed before it is parsed: libxml2 looks at each of their characters for itself, and a feed
/// may be nothing else.
///
/// Taken out are CDATA sections, and texts between tags that have no references but plain ones, `&lt;p&gt;` for instance,
/// which are read here.
struct CharacterData {
    /// The document with a character for each text.
    private(set) var bytes: [UInt8] = []
    /// What the characters stand for, in ``texts``.
    private(set) var stretches = PlainStretches()
    /// All that was taken out, and two zeros: given a text, the parser looks at what stands behind it.
    private(set) var texts: [UInt8] = []

    /// Shorter texts are not worth it; longer ones than the parser takes are left to it.
    private static let lengths = 64..<9_000_000

    /// `nil` when a document has no such text, is of a shape that needs care, or is not well formed in plain sight.
    init?(_ document: [UInt8]) {
        let isShorter = document.withUnsafeBufferPointer { document in
            PlainStretches.areAllowed(in: document) && shorten(document)
        }
        if !isShorter || stretches.isEmpty { return nil }
        texts += [0, 0]
    }

    /// Whether the document was understood; one with a document type, which may have sections in it, is not.
    private mutating func shorten(_ document: UnsafeBufferPointer<UInt8>) -> Bool {
        var kept = 0
        var index = 0
        while let open = document.place(of: UInt8(ascii: "<"), from: index) {
            if Self.starts(document, at: open, with: "<![CDATA[") {
                guard let end = Self.end(in: document, from: open + 9, last: "]]>") else { return false }
                take(open + 9..<end - 3, of: document, isEscaped: false, copied: &kept)
                index = end
            } else if Self.starts(document, at: open, with: "<!--") {
                guard let end = Self.end(in: document, from: open + 4, last: "-->") else { return false }
                index = end
            } else if Self.starts(document, at: open, with: "<?") {
                guard let end = Self.end(in: document, from: open + 2, last: "?>") else { return false }
                index = end
            } else if Self.starts(document, at: open, with: "<!") {
                return false
            } else {
                index = open + 1
                let next = document.place(of: UInt8(ascii: "<"), from: index) ?? document.count
                // A mark inside a value has the mark that ends the tag behind it, and so is no text's beginning.
                if let end = document.place(of: UInt8(ascii: ">"), from: index, to: next) {
                    take(end + 1..<next, of: document, isEscaped: true, copied: &kept)
                }
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: document[kept...]))
        return true
    }

    private mutating func take(
        _ range: Range<Int>, of document: UnsafeBufferPointer<UInt8>, isEscaped: Bool, copied kept: inout Int
    ) {
        guard Self.lengths.contains(range.count) else { return }
        let text = UnsafeBufferPointer(rebasing: document[range])
        let start = texts.count
        if isEscaped {
            guard text.place(of: UInt8(ascii: ">")) == nil, Self.isPlain(text), unescape(text) else {
                texts.removeSubrange(start...)
                return
            }
        } else {
            guard Self.isPlain(text) else { return }
            texts.append(contentsOf: text)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: document[kept..<range.lowerBound]))
        guard stretches.add(start..<texts.count, to: &bytes) else {
            kept = range.lowerBound
            return
        }
        kept = range.upperBound
    }

    /// Adds a text with its references read; `false` when there are others than the five of XML.
    private mutating func unescape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while let mark = text.place(of: UInt8(ascii: "&"), from: start) {
            texts.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<mark]))
            guard let (name, byte) = Self.references.first(where: { Self.starts(text, at: mark, with: $0.name) }) else {
                return false
            }
            texts.append(byte)
            start = mark + name.utf8CodeUnitCount
        }
        texts.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        return true
    }

    private static let references: [(name: StaticString, byte: UInt8)] = [
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")), ("&#39;", UInt8(ascii: "'")),
    ]

    private static func starts(_ document: UnsafeBufferPointer<UInt8>, at index: Int, with mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard index + count <= document.count else { return false }
        for offset in 0..<count where document[index + offset] != mark.utf8Start[offset] { return false }
        return true
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
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        func next(from start: Int) -> Int {
            EightBytes.place(in: text, from: start) { $0.marks(ofLessThan: 0x20) | $0.marks(of: 0xEF) }
        }
        var index = next(from: 0)
        while index < text.count {
            switch text[index] {
            case 0x09, 0x0A: break
            case 0..<0x20: return false
            case 0xEF: if index + 1 < text.count, text[index + 1] == 0xBF { return false }
            default: break
            }
            index = next(from: index + 1)
        }
        return true
    }
}
