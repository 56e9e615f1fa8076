import Reports

/// Chooses the words that are quoted: the sentence when it is short, else the clause around the cue.
enum EvidenceSpan {
    private static let longestSentence = 220
    private static let shortestClause = 40
    private static let longestClause = 320

    /// UTF-8 bytes in the sentence's field, trimmed.
    static func range(of cue: Range<Int>, in sentence: ReportReading.Sentence, of reading: ReportReading) -> Range<Int>
    {
        if sentence.range.count <= longestSentence { return sentence.range }
        let words = reading.words
        var first = cue.lowerBound
        var last = cue.upperBound - 1
        func size() -> Int { words[last].end - words[first].start }
        // Out to the strong marks on both sides, then further while it says too little on its own.
        while first > sentence.words.lowerBound, words[first].before < .strong, size() < longestClause { first -= 1 }
        while last + 1 < sentence.words.upperBound, words[last + 1].before < .strong, size() < longestClause {
            last += 1
        }
        while size() < shortestClause, first > sentence.words.lowerBound { first -= 1 }
        while size() < shortestClause, last + 1 < sentence.words.upperBound { last += 1 }
        // "n't" opens no quote.
        if first > sentence.words.lowerBound, words[first - 1].end == words[first].start { first -= 1 }
        if last + 1 < sentence.words.upperBound, words[last + 1].start == words[last].end { last += 1 }
        return words[first].start..<words[last].end
    }
}
