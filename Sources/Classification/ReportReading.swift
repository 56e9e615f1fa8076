import Reports

/// A report's title and text as sentences of words, each knowing the section it stands in.
struct ReportReading {
    /// One sentence, heading, list item or table row.
    struct Sentence {
        var field: Evidence.Field
        /// UTF-8 bytes in the field.
        var range: Range<Int>
        /// Its words in ``ReportReading/words``.
        var words: Range<Int>
        var section: Section
        /// Whether it only names what follows.
        var isHeading = false
        /// Whether it opens a list item or table row, whose first words may be a time.
        var opensItem = false
    }

    private(set) var sentences: [Sentence] = []
    private(set) var words: [Word] = []
    let title: [UInt8]
    let text: [UInt8]

    init(_ report: Report, lexicon: CueLexicon) {
        title = Array((report.title ?? "").utf8)
        text = Array(report.text.utf8)
        read(.title, lexicon: lexicon)
        read(.text, lexicon: lexicon)
    }

    /// Reads sentences that are known to be sentences, as labelled passages hold them.
    init(sentences texts: [String], section: Section, lexicon: CueLexicon) {
        title = []
        text = Array(texts.joined(separator: "\n").utf8)
        var start = 0
        for sentence in texts {
            let range = start..<start + sentence.utf8.count
            let first = words.count
            WordReader.read(range, in: text, lexicon: lexicon, into: &words)
            sentences.append(Sentence(field: .text, range: range, words: first..<words.count, section: section))
            start = range.upperBound + 1
        }
    }

    /// No sentence of a person is longer; text without punctuation is cut, so that work on its cues stays linear.
    private static let longestSentenceInWords = 240

    private func pieces(of words: Range<Int>, sentence: Range<Int>) -> [(range: Range<Int>, words: Range<Int>)] {
        if words.isEmpty { return [] }
        if words.count <= Self.longestSentenceInWords { return [(sentence, words)] }
        return stride(from: words.lowerBound, to: words.upperBound, by: Self.longestSentenceInWords).map { first in
            let end = min(first + Self.longestSentenceInWords, words.upperBound)
            return (self.words[first].start..<self.words[end - 1].end, first..<end)
        }
    }

    func bytes(of field: Evidence.Field) -> [UInt8] {
        field == .title ? title : text
    }

    private mutating func read(_ field: Evidence.Field, lexicon: CueLexicon) {
        let bytes = bytes(of: field)
        var sections = SectionTracker(isTitle: field == .title)
        for block in TextSegmentation.blocks(in: bytes) {
            let section = sections.section(of: block, in: bytes)
            for range in TextSegmentation.sentences(of: block, in: bytes) {
                let first = words.count
                WordReader.read(range, in: bytes, lexicon: lexicon, into: &words)
                for piece in pieces(of: first..<words.count, sentence: range) {
                    sentences.append(
                        Sentence(
                            field: field, range: piece.range, words: piece.words, section: section,
                            isHeading: block.kind.isHeading,
                            opensItem: block.kind.isItem && piece.range.lowerBound == block.utf8Range.lowerBound))
                }
            }
        }
    }
}

/// Follows headings and labels down a text.
private struct SectionTracker {
    private var current: Section
    private var level = 0
    private var label: (section: Section, indent: Int)?
    private let isTitle: Bool

    init(isTitle: Bool) {
        self.isTitle = isTitle
        current = isTitle ? .title : .other
    }

    mutating func section(of block: TextSegmentation.Block, in bytes: [UInt8]) -> Section {
        if isTitle { return .title }
        switch block.kind {
        case .heading(let level):
            label = nil
            open(Section(heading: bytes[block.utf8Range]), level: level)
            return current
        case .listItem(let indent):
            if let open = label, indent <= open.indent { label = nil }
            if let named = labelled(block.utf8Range, in: bytes) { label = (named, indent) }
        case .paragraph:
            label = labelled(block.utf8Range, in: bytes).map { ($0, -1) }
        case .tableRow, .code: break
        }
        return label?.section ?? current
    }

    private mutating func open(_ section: Section?, level: Int) {
        if let section {
            // "Root cause" below "Action items" is still about actions.
            if level > self.level, self.level > 0, current == .remedies, section != .helped, section != .causes {
                return
            }
            current = section
            self.level = level
        } else if level > 0 && level <= self.level || !current.isSticky {
            current = .other
            self.level = level
        }
    }

    /// The section that a label in front names: "Review actions: …".
    private func labelled(_ range: Range<Int>, in bytes: [UInt8]) -> Section? {
        let head = bytes[range].prefix(44)
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = head[..<colon]
        guard name.count(where: { $0 == UInt8(ascii: " ") }) <= 4, !name.contains(where: { (0x30...0x39).contains($0) })
        else { return nil }
        return Section(heading: name)
    }
}

/// Cuts a sentence into words.
private enum WordReader {
    static func read(_ range: Range<Int>, in bytes: [UInt8], lexicon: CueLexicon, into words: inout [Word]) {
        var at = range.lowerBound
        let end = range.upperBound
        var mark = Word.Mark.strong
        while at < end {
            if let after = address(at: at, end: end, in: bytes) {
                at = after
                mark = max(mark, .comma)
                continue
            }
            guard isWord(at: at, end: end, in: bytes) else {
                mark = max(mark, self.mark(at: at, end: end, in: bytes))
                at += width(at: at, end: end, in: bytes)
                continue
            }
            let start = at
            while at < end, isWord(at: at, end: end, in: bytes) || isInnerApostrophe(at: at, end: end, in: bytes) {
                at += width(at: at, end: end, in: bytes)
            }
            let split = negationStart(start..<at, in: bytes) ?? at
            append(start..<split, mark, in: bytes, lexicon: lexicon, to: &words)
            if split < at { append(split..<at, .none, in: bytes, lexicon: lexicon, to: &words) }
            mark = .none
        }
    }

    private static func append(
        _ range: Range<Int>, _ mark: Word.Mark, in bytes: [UInt8], lexicon: CueLexicon, to words: inout [Word]
    ) {
        words.append(
            Word(
                start: range.lowerBound, end: range.upperBound, before: mark,
                symbols: lexicon.symbols(of: Spelling(bytes[range]))))
    }

    /// "didn't" is two words, "did" and "n't", so that a cue needs to spell only one.
    private static func negationStart(_ word: Range<Int>, in bytes: [UInt8]) -> Int? {
        guard word.count > 4, bytes[word.upperBound - 1] | 0x20 == UInt8(ascii: "t") else { return nil }
        let mark = bytes[word.upperBound - 2] == UInt8(ascii: "'") ? 1 : 3
        let at = word.upperBound - 2 - mark
        guard at > word.lowerBound, bytes[at] | 0x20 == UInt8(ascii: "n"),
            mark == 1 || bytes[at + 1..<at + 4].elementsEqual([0xE2, 0x80, 0x99])
        else { return nil }
        return at
    }

    /// The end of a web address or link target that starts here.
    private static func address(at: Int, end: Int, in bytes: [UInt8]) -> Int? {
        if bytes[at] == UInt8(ascii: "h"), end - at > 8, bytes[at..<at + 4].elementsEqual("http".utf8) {
            let colon = bytes[at + 4] == UInt8(ascii: "s") ? at + 5 : at + 4
            guard bytes[colon..<colon + 3].elementsEqual("://".utf8) else { return nil }
            return through(at, end: end, in: bytes)
        }
        if bytes[at] == UInt8(ascii: "]"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "(") {
            return through(at + 2, end: end, in: bytes)
        }
        return nil
    }

    private static func through(_ from: Int, end: Int, in bytes: [UInt8]) -> Int {
        var at = from
        while at < end, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ")") { at += 1 }
        return at
    }

    private static func isWord(at: Int, end: Int, in bytes: [UInt8]) -> Bool {
        let byte = bytes[at]
        if byte >= 0x80 { return byte != 0xC2 && !isPunctuation(at: at, end: end, in: bytes) }
        return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// U+2000 to U+203F: dashes, quotes, bullets.
    private static func isPunctuation(at: Int, end: Int, in bytes: [UInt8]) -> Bool {
        bytes[at] == 0xE2 && at + 2 < end && bytes[at + 1] == 0x80
    }

    private static func isInnerApostrophe(at: Int, end: Int, in bytes: [UInt8]) -> Bool {
        if bytes[at] == UInt8(ascii: "'") { return at + 1 < end && (0x61...0x7A).contains(bytes[at + 1] | 0x20) }
        return isPunctuation(at: at, end: end, in: bytes) && bytes[at + 2] == 0x99 && at + 3 < end
            && (0x61...0x7A).contains(bytes[at + 3] | 0x20)
    }

    private static func width(at: Int, end: Int, in bytes: [UInt8]) -> Int {
        // After 0xC2 stand no-break spaces, dots and signs; both bytes are passed over, or a word would begin inside one.
        isPunctuation(at: at, end: end, in: bytes) ? 3 : bytes[at] == 0xC2 && at + 1 < end ? 2 : 1
    }

    private static func mark(at: Int, end: Int, in bytes: [UInt8]) -> Word.Mark {
        switch bytes[at] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
            UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."):
            return .strong
        case UInt8(ascii: "-"): return at + 1 < end && bytes[at + 1] == 0x20 ? .strong : .none
        case 0xE2 where isPunctuation(at: at, end: end, in: bytes) && (0x93...0x95).contains(bytes[at + 2]):
            return .strong
        default: return .none
        }
    }
}

extension Word.Mark: Comparable {
    static func < (left: Word.Mark, right: Word.Mark) -> Bool { left.rawValue < right.rawValue }
}

/// A word as the lexicon spells it: lower case, straight apostrophes, no possessive.
private struct Spelling: Collection {
    private var bytes: [UInt8] = []

    init(_ word: ArraySlice<UInt8>) {
        bytes.reserveCapacity(word.count)
        var at = word.startIndex
        while at < word.endIndex {
            if word[at] == 0xE2 {
                bytes.append(UInt8(ascii: "'"))
                at += 3
            } else {
                bytes.append((0x41...0x5A).contains(word[at]) ? word[at] | 0x20 : word[at])
                at += 1
            }
        }
        if bytes.count > 2, bytes[bytes.count - 1] == UInt8(ascii: "s"), bytes[bytes.count - 2] == UInt8(ascii: "'") {
            bytes.removeLast(2)
        }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }
    func index(after index: Int) -> Int { index + 1 }
    subscript(index: Int) -> UInt8 { bytes[index] }
}

extension TextSegmentation.Block.Kind {
    fileprivate var isHeading: Bool {
        if case .heading = self { true } else { false }
    }

    fileprivate var isItem: Bool {
        switch self {
        case .listItem, .tableRow: true
        case .heading, .paragraph, .code: false
        }
    }
}
