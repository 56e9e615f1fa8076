import Reports

/// Plain stretches of a document that the parser is spared: it is given one character for each, and what it reports gets
/// the stretch back.
///
/// libxml2 looks at each character of a text and of an attribute's value for itself, at some sixty instructions, and does
/// nothing with most of them but copy them. The characters that stand for stretches are the first of a private plane
/// (U+F0000), and no document that has any of its own is shortened. Whatever the parser drops, it drops with its stretch.
struct PlainStretches {
    /// Shorter ones are not worth a character of their own.
    static let shortest = 8
    private static let most = 0xFFF0
    private var ranges: [Range<Int32>] = []

    /// Whether a document may be shortened: it has none of the characters, not as a reference either, and no zero byte, at
    /// which the parser stops in some places.
    static func areAllowed(in document: UnsafeBufferPointer<UInt8>) -> Bool {
        guard document.count <= Int(Int32.max), document.place(of: 0) == nil else { return false }
        var index = 0
        while let lead = document.place(of: 0xF3, from: index) {
            if lead + 1 < document.count, document[lead + 1] >= 0xB0 { return false }
            index = lead + 1
        }
        index = 0
        while let mark = document.place(of: UInt8(ascii: "&"), from: index) {
            index = mark + 1
            if index < document.count, document[index] == UInt8(ascii: "#"), isFar(document[(index + 1)...]) {
                return false
            }
        }
        return true
    }

    /// Whether the number of a character reference is that of a private plane or beyond.
    private static func isFar(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let isHex = number.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        var value = 0
        for byte in number.dropFirst(isHex ? 1 : 0) {
            switch byte | 0x20 {
            case _ where byte.isDigit: value = value * (isHex ? 16 : 10) + Int(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: value = value * 16 + Int((byte | 0x20) - 0x57)
            default: return false
            }
            if value >= 0xF0000 { return true }
        }
        return false
    }

    /// Adds a part of the document to the output, with a character for each of its plain stretches.
    ///
    /// - Parameter range: Text, or the inside of a value; nothing in it ends either.
    mutating func shorten(
        _ range: Range<Int>, of document: UnsafeBufferPointer<UInt8>, copied kept: inout Int, into output: inout [UInt8]
    ) {
        guard range.count >= Self.shortest else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = document[index]
            if byte == UInt8(ascii: "&") {
                // A reference must stay whole, its semicolon too.
                while index < range.upperBound, document[index] > 0x20, document[index] != UInt8(ascii: ";") {
                    index += 1
                }
                index += 1
                continue
            }
            // A stretch of blanks alone would not be taken for blanks, and none begins inside a character.
            guard byte > 0x20, byte & 0xC0 != 0x80, Self.isPlain(document, at: index) else {
                index += 1
                continue
            }
            let end = Self.end(of: index..<range.upperBound, in: document)
            if end - index >= Self.shortest { take(index..<end, of: document, copied: &kept, into: &output) }
            index = end
        }
    }

    /// Adds all up to a stretch that is not in the output yet, and the stretch's character.
    mutating func take(
        _ range: Range<Int>, of document: UnsafeBufferPointer<UInt8>, copied kept: inout Int, into output: inout [UInt8]
    ) {
        guard ranges.count < Self.most else { return }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: document[kept..<range.lowerBound]))
        kept = add(range, to: &output) ? range.upperBound : range.lowerBound
    }

    /// Adds a stretch's character to the output; `false` when there are no more characters.
    mutating func add(_ range: Range<Int>, to output: inout [UInt8]) -> Bool {
        guard ranges.count < Self.most else { return false }
        append(character: ranges.count, to: &output)
        ranges.append(Int32(range.lowerBound)..<Int32(range.upperBound))
        return true
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// The next piece of a text that the parser reports, as it stood in the document; `nil` at the text's end.
    ///
    /// The parser reports each stretch once at most. One that it were made to report again would be empty, so that no
    /// document becomes larger than it was.
    ///
    /// - Parameter index: Where in the text the piece begins, 0 for the first; afterwards where the next one does.
    mutating func nextPiece(
        of text: UnsafeBufferPointer<UInt8>, at index: inout Int, from document: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        let start = index
        guard start < text.count else { return nil }
        var search = start
        while !ranges.isEmpty, let lead = text.place(of: 0xF3, from: search) {
            guard let number = number(at: lead, of: text) else {
                search = lead + 1
                continue
            }
            if lead > start {
                index = lead
                return UnsafeBufferPointer(rebasing: text[start..<lead])
            }
            index = lead + 4
            let range = ranges[number]
            ranges[number] = 0..<0
            return UnsafeBufferPointer(rebasing: document[Int(range.lowerBound)..<Int(range.upperBound)])
        }
        index = text.count
        return UnsafeBufferPointer(rebasing: text[start...])
    }

    private func append(character number: Int, to output: inout [UInt8]) {
        output.append(0xF3)
        output.append(0xB0 | UInt8(truncatingIfNeeded: number >> 12))
        output.append(0x80 | UInt8(truncatingIfNeeded: number >> 6) & 0x3F)
        output.append(0x80 | UInt8(truncatingIfNeeded: number) & 0x3F)
    }

    /// The number of the stretch that the character at `lead` stands for.
    private func number(at lead: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard lead + 3 < text.count, text[lead + 1] >= 0xB0 else { return nil }
        let number = Int(text[lead + 1] & 0x0F) << 12 | Int(text[lead + 2] & 0x3F) << 6 | Int(text[lead + 3] & 0x3F)
        return number < ranges.count ? number : nil
    }

    /// One past the plain bytes that begin at a place.
    private static func end(of range: Range<Int>, in document: UnsafeBufferPointer<UInt8>) -> Int {
        let front = UnsafeBufferPointer(rebasing: document[..<range.upperBound])
        var index = EightBytes.place(in: front, from: range.lowerBound, marking: others)
        while index < range.upperBound, isPlain(document, at: index) {
            index = EightBytes.place(in: front, from: index + 1, marking: others)
        }
        return index
    }

    /// Marks the bytes that may not be plain.
    private static func others(_ bytes: EightBytes) -> UInt64 {
        bytes.marks(ofLessThan: 0x20) | bytes.marks(of: UInt8(ascii: "&")) | bytes.marks(of: UInt8(ascii: "<"))
            | bytes.marks(of: 0xEF)
    }

    /// Whether the parser only copies a byte: no mark of a tag or reference, no control character but line end and
    /// tabulator, and not the beginning of a character that XML forbids.
    private static func isPlain(_ document: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch document[index] {
        case 0x09, 0x0A: true
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"): false
        case 0xEF: index + 1 < document.count && document[index + 1] != 0xBF
        default: true
        }
    }
}
