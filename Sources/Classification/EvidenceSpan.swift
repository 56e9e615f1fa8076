import Reports

/// Chooses the words that are quoted: the sentence when it is short, else the clause around the cue.
enum EvidenceSpan {
    private static let longestSentence = 220
    private static let shortestClause = 40
    private static let longestClause = 320

    /// UTF-8 bytes in the sentence's field, trimmed.
    static func range(of cue: Range<Int>, in sentence: ReportReading.Sentence, of reading: ReportReading) -> Range<Int>
    {
        let bytes = reading.bytes(of: sentence.field)
        let open = sentence.opensItem ? LeadingTime.end(in: bytes, of: sentence.range) : sentence.range.lowerBound
        let whole = open..<sentence.range.upperBound
        if whole.count <= longestSentence, reading.words[cue.lowerBound].start >= open { return whole }
        let words = reading.words
        var first = cue.lowerBound
        var last = cue.upperBound - 1
        var lowest = sentence.words.lowerBound
        while lowest < first, words[lowest].start < open { lowest += 1 }
        /// Whether a word goes on from the one before it: "n't", or the next number of a time, date or version.
        func joins(_ word: Int) -> Bool {
            guard word > sentence.words.lowerBound else { return false }
            let gap = words[word - 1].end..<words[word].start
            return gap.isEmpty || isInNumber(gap, of: bytes)
        }
        func size() -> Int { words[last].end - words[first].start }
        // Out to the strong marks on both sides, then further while it says too little on its own.
        func breaks(_ word: Int) -> Bool { words[word].before == .strong && !joins(word) }
        while first > lowest, !breaks(first), size() < longestClause { first -= 1 }
        while last + 1 < sentence.words.upperBound, !breaks(last + 1), size() < longestClause {
            last += 1
        }
        while size() < shortestClause, first > lowest { first -= 1 }
        while size() < shortestClause, last + 1 < sentence.words.upperBound { last += 1 }
        // Neither "n't" nor the minutes of a time open a quote.
        while first > lowest, joins(first) { first -= 1 }
        while last + 1 < sentence.words.upperBound, joins(last + 1) { last += 1 }
        return words[first].start..<words[last].end
    }

    /// Whether a single colon, hyphen or dot between digits fills a gap.
    private static func isInNumber(_ gap: Range<Int>, of bytes: [UInt8]) -> Bool {
        guard gap.count == 1, gap.lowerBound > 0, gap.upperBound < bytes.count else { return false }
        switch bytes[gap.lowerBound] {
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            return isDigit(bytes[gap.lowerBound - 1]) && isDigit(bytes[gap.upperBound])
        default: return false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
