/// Takes a block's text apart into words and marks, and marks sentences, quotations and people.
struct LintTokenizer {
    private let bytes: [UInt8]
    private let offsets: [Int]
    private var tokens: [LintToken] = []

    /// The tokens of a text whose bytes stand at `offsets` in the file.
    static func tokens(of bytes: [UInt8], at offsets: [Int], lexicon: LintLexicon) -> [LintToken] {
        var tokenizer = LintTokenizer(bytes: bytes, offsets: offsets)
        tokenizer.split()
        tokenizer.markSentences()
        tokenizer.markQuotations()
        lexicon.markPeople(in: &tokenizer.tokens)
        return tokenizer.tokens
    }

    private init(bytes: [UInt8], offsets: [Int]) {
        self.bytes = bytes
        self.offsets = offsets
        tokens.reserveCapacity(bytes.count / 5)
    }

    // MARK: Words

    private mutating func split() {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 {
                index += 1
            } else if isOpaque(at: index) {
                append("\u{FFFC}", index..<index + 3, .opaque)
                index += 3
            } else if byte == UInt8(ascii: "@"), index + 1 < bytes.count, isWord(at: index + 1) {
                let stop = endOfWord(from: index + 1, allowing: "-_.")
                append("@", index..<stop, .handle)
                index = stop
            } else if isWord(at: index) {
                index = takeWord(from: index)
            } else {
                index = takeMark(from: index)
            }
        }
    }

    private mutating func takeWord(from start: Int) -> Int {
        let stop = endOfWord(from: start, allowing: "-_.'’@+/")
        let range = start..<stop
        if bytes[range].contains(UInt8(ascii: "@")) {
            append("@", range, .email)
            return stop
        }
        var slash = start
        while slash < stop, bytes[slash] != UInt8(ascii: "/") { slash += 1 }
        let end = min(slash, stop)
        let isCapital = (0x41...0x5A).contains(bytes[start])
        appendUndone(lowercased(start..<end), start..<end, isCapital)
        return end
    }

    /// Appends a word, contractions taken apart.
    private mutating func appendUndone(_ word: String, _ range: Range<Int>, _ isCapital: Bool) {
        func add(_ word: String, _ range: Range<Int>) {
            tokens.append(
                LintToken(
                    word: word, range: source(range), kind: .word, isCapitalised: isCapital && range.lowerBound == start
                ))
        }
        let start = range.lowerBound
        // Places are counted in the source: its lower-case form can be longer, as for "İ".
        guard let mark = apostrophe(in: range) ?? (word == "cannot" ? start : nil) else {
            add(word, range)
            return
        }
        switch word {
        case "can't", "cannot":
            add("can", start..<start + 3)
            add("not", start + 3..<range.upperBound)
        case "won't":
            add("will", start..<start + 2)
            add("not", start + 2..<range.upperBound)
        case _ where word.hasSuffix("n't"):
            add(String(word.dropLast(3)), start..<max(start, mark - 1))
            add("not", max(start, mark - 1)..<range.upperBound)
        default:
            let rest = word.lastIndex(of: "'").map { String(word[$0...]) } ?? ""
            add(String(word.dropLast(rest.count)), start..<mark)
            add(Self.contractions[rest] ?? "'s", mark..<range.upperBound)
        }
    }

    /// Where the last apostrophe of a word stands, straight or curly.
    private func apostrophe(in range: Range<Int>) -> Int? {
        range.last { index in
            bytes[index] == UInt8(ascii: "'")
                || bytes[index] == 0xE2 && index + 2 < range.upperBound && bytes[index + 1] == 0x80
                    && bytes[index + 2] == 0x99
        }
    }

    private static let contractions = [
        "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "had", "'s": "'s", "'": "'s",
    ]

    private mutating func takeMark(from start: Int) -> Int {
        var stop = start + 1
        while stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
        if bytes[start] == UInt8(ascii: "!") {
            while stop < bytes.count, bytes[stop] == UInt8(ascii: "!") { stop += 1 }
            append(stop - start > 1 ? "!!" : "!", start..<stop, .mark)
        } else {
            append(String(decoding: bytes[start..<stop], as: UTF8.self), start..<stop, .mark)
        }
        return stop
    }

    private mutating func append(_ word: String, _ range: Range<Int>, _ kind: LintToken.Kind) {
        tokens.append(LintToken(word: word, range: source(range), kind: kind))
    }

    private func source(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            return offsets[min(range.lowerBound, offsets.count - 1)]..<offsets[min(range.lowerBound, offsets.count - 1)]
        }
        return offsets[range.lowerBound]..<max(offsets[range.upperBound - 1], offsets[range.lowerBound]) + 1
    }

    /// Where a word ends: letters, digits, and the given marks between two of them.
    private func endOfWord(from start: Int, allowing inner: String) -> Int {
        var index = start
        while index < bytes.count {
            if isWord(at: index) {
                index += 1
                continue
            }
            var length = 1
            if bytes[index] == 0xE2, index + 2 < bytes.count {
                // U+2019, the typographic apostrophe.
                guard bytes[index + 1] == 0x80, bytes[index + 2] == 0x99, inner.contains("’") else { break }
                length = 3
            } else if !inner.utf8.contains(bytes[index]) {
                break
            }
            let next = index + length
            guard next < bytes.count, isWord(at: next) else {
                // "engineers'" owns what follows.
                let isApostrophe = length == 3 || bytes[index] == UInt8(ascii: "'")
                if isApostrophe, index > start, bytes[index - 1] == UInt8(ascii: "s"), next < bytes.count,
                    bytes[next] == 0x20, inner.contains("'")
                {
                    return next
                }
                break
            }
            index = next
        }
        return index
    }

    private func isWord(at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 {
            return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        // General punctuation (U+2000…U+206F, U+20xx marks) and Latin-1 marks are no letters.
        if byte == 0xE2 || byte == 0xEF { return false }
        if byte == 0xC2 { return false }
        if byte == 0xE3, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
        if byte & 0xC0 == 0x80 {
            var lead = index
            while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
            return bytes[lead] & 0xC0 != 0x80 && isWord(at: lead)
        }
        return true
    }

    private func isOpaque(at index: Int) -> Bool {
        bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBC
    }

    private func lowercased(_ range: Range<Int>) -> String {
        let word = bytes[range]
        if word.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        return String(decoding: word, as: UTF8.self).lowercased().replacing("’", with: "'")
    }

    // MARK: Sentences and quotations

    private mutating func markSentences() {
        var start = 0
        for index in tokens.indices {
            tokens[index].sentence = start
            let token = tokens[index]
            guard token.kind == .mark, [".", "!", "?", "!!", "…"].contains(token.word) else { continue }
            if token.word == ".", index > 0, Self.abbreviations.contains(tokens[index - 1].word) { continue }
            start = index + 1
        }
        // A quotation mark after the full stop belongs to the sentence before it.
        for index in tokens.indices.dropFirst() where tokens[index].sentence == index {
            if ["\"", "”", ")"].contains(tokens[index].word),
                tokens[index].range.lowerBound == tokens[index - 1].range.upperBound
            {
                tokens[index].sentence = tokens[index - 1].sentence
                for later in (index + 1)..<tokens.count {
                    guard tokens[later].sentence == index, later <= index + 400 else { break }
                    tokens[later].sentence = index + 1
                }
            }
        }
    }

    private static let abbreviations: Set<String> = ["e.g", "i.e", "vs", "etc", "approx", "cf", "al", "mr", "ms", "dr"]

    private mutating func markQuotations() {
        var open: (index: Int, closing: String)?
        var count = 0
        for index in tokens.indices where tokens[index].kind == .mark {
            let word = tokens[index].word
            if let opened = open, word == opened.closing {
                count += 1
                for inner in opened.index...index { tokens[inner].quotation = count }
                open = nil
            } else if open == nil, let closing = Self.closing[word] {
                open = (index, closing)
            }
        }
    }

    private static let closing = ["\"": "\"", "“": "”", "„": "“", "«": "»", "「": "」"]
}
