/// Where the blocks and sentences of a plain text stand, in UTF-8 bytes.
///
/// Made for incident reports: headings that lost their `#`, timelines, list items, tables, versions, times and file
/// names. One pass over the bytes; linear in the text's length.
public enum TextSegmentation {
    /// A heading, list item, table row or paragraph.
    public struct Block: Equatable, Sendable {
        public enum Kind: Equatable, Sendable {
            /// `level` is 0 when the text does not say, as with a heading that lost its `#`.
            case heading(level: Int)
            /// `indent` counts the columns before its bullet.
            case listItem(indent: Int)
            case tableRow
            case paragraph
            /// Between code fences; holds no sentences.
            case code
        }

        public var kind: Kind
        /// The content without its bullet, `#` or surrounding space.
        public var utf8Range: Range<Int>

        public init(kind: Kind, utf8Range: Range<Int>) {
            self.kind = kind
            self.utf8Range = utf8Range
        }
    }

    /// The sentences of a text in order, without surrounding space; empty when it holds none.
    ///
    /// Headings, list items and table rows are sentences of their own. Code between fences is left out.
    public static func sentences(in text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        return blocks(in: bytes).flatMap { sentences(of: $0, in: bytes) }
    }

    /// The blocks of a text in order, none empty.
    public static func blocks(in bytes: [UInt8]) -> [Block] {
        var reader = BlockReader(bytes: bytes)
        return reader.read()
    }

    /// The sentences of one block.
    public static func sentences(of block: Block, in bytes: [UInt8]) -> [Range<Int>] {
        switch block.kind {
        case .code: return []
        case .heading: return [block.utf8Range]
        case .listItem, .tableRow, .paragraph: break
        }
        var result: [Range<Int>] = []
        var start = block.utf8Range.lowerBound
        var at = start
        while at < block.utf8Range.upperBound {
            if let end = sentenceEnd(at: at, in: bytes, block: block.utf8Range) {
                result.append(start..<end)
                start = skipSpace(from: end, to: block.utf8Range.upperBound, in: bytes)
                at = start
            } else {
                at += 1
            }
        }
        if start < block.utf8Range.upperBound { result.append(start..<block.utf8Range.upperBound) }
        return result
    }

    /// Where the sentence ends whose last mark stands at `at`; `nil` when none does.
    private static func sentenceEnd(at: Int, in bytes: [UInt8], block: Range<Int>) -> Int? {
        let byte = bytes[at]
        if byte == 0xE3 || byte == 0xEF { return wideStop(at: at, in: bytes, block: block) }
        guard byte == Ascii.dot || byte == Ascii.question || byte == Ascii.bang else { return nil }
        var end = at + 1
        // A bounded look ahead: a run of a million dots must not be walked from each of them.
        while end < block.upperBound, end - at < 12,
            let width = closerWidth(at: end, in: bytes, limit: block.upperBound)
        {
            end += width
        }
        guard end < block.upperBound else { return nil }
        guard Ascii.isSpace(bytes[end]) else { return nil }
        let next = skipSpace(from: end, to: block.upperBound, in: bytes)
        guard next < block.upperBound, startsSentence(bytes[next]) else { return nil }
        if byte == Ascii.dot, isAbbreviation(endingAt: at, in: bytes, from: block.lowerBound, next: bytes[next]) {
            return nil
        }
        return end
    }

    /// The ideographic full stop, and the full-width exclamation and question marks.
    private static func wideStop(at: Int, in bytes: [UInt8], block: Range<Int>) -> Int? {
        guard at + 3 < block.upperBound else { return nil }
        switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return at + 3
        default: return nil
        }
    }

    /// Quotes, brackets and emphasis that close after a full stop belong to the sentence.
    private static func closerWidth(at: Int, in bytes: [UInt8], limit: Int) -> Int? {
        switch bytes[at] {
        case Ascii.dot, Ascii.bang, Ascii.question, Ascii.quote, Ascii.apostrophe, Ascii.closeParenthesis,
            Ascii.closeBracket, Ascii.star, Ascii.underscore:
            return 1
        case 0xE2 where at + 2 < limit && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x9D || bytes[at + 2] == 0x99):
            return 3
        default: return nil
        }
    }

    /// Lower-case words continue: "at 3 p.m. local time". Everything else may open a sentence.
    private static func startsSentence(_ byte: UInt8) -> Bool {
        !Ascii.isLower(byte) && byte != Ascii.comma && byte != Ascii.semicolon && byte != Ascii.closeParenthesis
    }

    private static func isAbbreviation(endingAt dot: Int, in bytes: [UInt8], from start: Int, next: UInt8) -> Bool {
        var first = dot
        // No abbreviation is longer than this; the bound keeps the walk linear.
        while first > start, dot - first < 12, Ascii.isWord(bytes[first - 1]) || bytes[first - 1] == Ascii.dot {
            first -= 1
        }
        let length = dot - first
        guard length > 0 else { return false }
        if length == 1 {
            // An initial ("J. Smith") or a list number that stands alone ("1. Check").
            return bytes[first] != Ascii.upperI && (Ascii.isUpper(bytes[first]) || first == start)
        }
        if first == start, bytes[first..<dot].allSatisfy(Ascii.isDigit) { return true }
        let word = bytes[first..<dot].map(Ascii.lowered)
        if abbreviations.contains(word) { return true }
        return numberAbbreviations.contains(word) && Ascii.isDigit(next)
    }

    private static let abbreviations: Set<[UInt8]> = Set(
        [
            "e.g", "i.e", "eg", "ie", "vs", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "inc", "ltd", "co", "corp",
            "approx", "al", "u.s", "u.k", "dept", "est", "ca", "resp", "incl", "esp", "viz", "sr", "jr",
        ]
        .map { Array($0.utf8) })

    /// Abbreviations only before a number: "no. 5", "fig. 2".
    private static let numberAbbreviations: Set<[UInt8]> = Set(
        [
            "no", "nos", "fig", "sec", "ch", "vol", "p", "pp", "ver", "v", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec",
        ]
        .map { Array($0.utf8) })

    private static func skipSpace(from: Int, to: Int, in bytes: [UInt8]) -> Int {
        var at = from
        while at < to, Ascii.isSpace(bytes[at]) { at += 1 }
        return at
    }
}

/// Gathers lines into blocks.
private struct BlockReader {
    let bytes: [UInt8]
    private var blocks: [TextSegmentation.Block] = []
    /// The open paragraph or list item, and the end of its last line.
    private var open: TextSegmentation.Block?
    private var lastLineWasShort = false
    private var inFence = false

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() -> [TextSegmentation.Block] {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != Ascii.newline { end += 1 }
            take(line: start..<end)
            start = end + 1
        }
        close()
        return blocks
    }

    private mutating func take(line: Range<Int>) {
        var from = line.lowerBound
        var to = line.upperBound
        while from < to, Ascii.isSpace(bytes[from]) { from += 1 }
        while to > from, Ascii.isSpace(bytes[to - 1]) { to -= 1 }
        if isFence(from, to) {
            close()
            inFence.toggle()
            return
        }
        if inFence {
            if from < to { blocks.append(.init(kind: .code, utf8Range: from..<to)) }
            return
        }
        while from < to, bytes[from] == Ascii.greater || Ascii.isSpace(bytes[from]) { from += 1 }
        guard from < to else {
            close()
            return
        }
        place(from..<to, indent: from - line.lowerBound)
    }

    private mutating func place(_ range: Range<Int>, indent: Int) {
        if let heading = headingStart(range) {
            close()
            if heading.from < range.upperBound {
                blocks.append(.init(kind: .heading(level: heading.level), utf8Range: heading.from..<range.upperBound))
            }
        } else if isTableRow(range) {
            close()
            blocks.append(.init(kind: .tableRow, utf8Range: range))
        } else if let from = listStart(range) {
            close()
            guard from < range.upperBound else { return }
            open = .init(kind: .listItem(indent: indent), utf8Range: from..<range.upperBound)
            lastLineWasShort = false
        } else if let current = open, !(lastLineWasShort && opensAnew(range)) {
            open?.utf8Range = current.utf8Range.lowerBound..<range.upperBound
            lastLineWasShort = isShort(range)
        } else {
            close()
            open = .init(kind: .paragraph, utf8Range: range)
            lastLineWasShort = isShort(range)
        }
    }

    /// Between pipes, or cells that kept the pipes between them.
    private func isTableRow(_ range: Range<Int>) -> Bool {
        if bytes[range.lowerBound] == Ascii.pipe { return true }
        let inner = range.dropFirst().dropLast()
        return inner.contains {
            bytes[$0] == Ascii.pipe && bytes[$0 - 1] == Ascii.space && bytes[$0 + 1] == Ascii.space
        }
    }

    /// A line that is far from any margin and ends without punctuation: a heading, a label or a status word.
    private func isShort(_ range: Range<Int>) -> Bool {
        let last = bytes[range.upperBound - 1]
        if last == Ascii.colon || last == Ascii.dot { return range.count <= 64 }
        return range.count <= 48 && last != Ascii.comma && last != Ascii.semicolon
    }

    private func opensAnew(_ range: Range<Int>) -> Bool {
        !Ascii.isLower(bytes[range.lowerBound])
    }

    private mutating func close() {
        guard let block = open else { return }
        open = nil
        if block.kind == .paragraph, looksLikeHeading(block.utf8Range) {
            blocks.append(.init(kind: .heading(level: 0), utf8Range: block.utf8Range))
        } else {
            blocks.append(block)
        }
    }

    /// One short line of few words, with no full stop and no time in front.
    private func looksLikeHeading(_ range: Range<Int>) -> Bool {
        guard range.count <= 72, !Ascii.isDigit(bytes[range.lowerBound]), !Ascii.isLower(bytes[range.lowerBound]) else {
            return false
        }
        let last = bytes[range.upperBound - 1]
        if last == Ascii.dot || last == Ascii.bang || last == Ascii.comma || last == Ascii.semicolon { return false }
        let slice = bytes[range]
        if slice.suffix(3).elementsEqual("。".utf8) { return false }
        if slice.contains(Ascii.newline) { return false }
        return slice.count { $0 == Ascii.space } <= 8
    }

    private func headingStart(_ range: Range<Int>) -> (from: Int, level: Int)? {
        var at = range.lowerBound
        while at < range.upperBound, bytes[at] == Ascii.hash { at += 1 }
        let level = at - range.lowerBound
        guard (1...6).contains(level), at == range.upperBound || bytes[at] == Ascii.space else { return nil }
        while at < range.upperBound, Ascii.isSpace(bytes[at]) { at += 1 }
        return (at, level)
    }

    /// Where a list item's content begins; `nil` when the line opens no item.
    private func listStart(_ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        let first = bytes[at]
        if first == Ascii.hyphen || first == Ascii.star || first == Ascii.plus {
            at += 1
        } else if startsWith("•", at, range.upperBound) {
            at += 3
        } else if Ascii.isDigit(first) {
            while at < range.upperBound, Ascii.isDigit(bytes[at]), at - range.lowerBound < 4 { at += 1 }
            guard at < range.upperBound, bytes[at] == Ascii.dot || bytes[at] == Ascii.closeParenthesis else {
                return nil
            }
            at += 1
        } else {
            return nil
        }
        guard at == range.upperBound || Ascii.isSpace(bytes[at]) else { return nil }
        while at < range.upperBound, Ascii.isSpace(bytes[at]) { at += 1 }
        return at
    }

    /// A line of three backticks or tildes; one that holds as many again is code within a line and opens nothing.
    private func isFence(_ from: Int, _ to: Int) -> Bool {
        guard startsWith("```", from, to) || startsWith("~~~", from, to) else { return false }
        return !bytes[from + 3..<to].contains { $0 == bytes[from] } || bytes[from..<to].allSatisfy { $0 == bytes[from] }
    }

    private func startsWith(_ prefix: StaticString, _ from: Int, _ to: Int) -> Bool {
        guard to - from >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { $0.enumerated().allSatisfy { bytes[from + $0.offset] == $0.element } }
    }
}

private enum Ascii {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let dot = UInt8(ascii: ".")
    static let bang = UInt8(ascii: "!")
    static let question = UInt8(ascii: "?")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let closeParenthesis = UInt8(ascii: ")")
    static let closeBracket = UInt8(ascii: "]")
    static let star = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")
    static let hyphen = UInt8(ascii: "-")
    static let underscore = UInt8(ascii: "_")
    static let hash = UInt8(ascii: "#")
    static let pipe = UInt8(ascii: "|")
    static let greater = UInt8(ascii: ">")
    static let upperI = UInt8(ascii: "I")

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isWord(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) || isDigit(byte) || byte >= 0x80 }
    static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
