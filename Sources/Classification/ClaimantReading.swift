import Reports

/// Reads the name of who claims something off the sentence.
struct ClaimantReading {
    let reading: ReportReading
    private let says: SymbolSet
    private let according: SymbolSet
    private let determiners: SymbolSet
    private let preposition: SymbolSet
    private let pronouns: SymbolSet

    init(reading: ReportReading, lexicon: CueLexicon) {
        self.reading = reading
        says = lexicon.members(of: "says")
        according = lexicon.members(of: "accordingly")
        preposition = lexicon.members(of: "preposition")
        determiners = lexicon.members(of: "determiner")
        pronouns = lexicon.members(of: "pronoun")
    }

    /// Where the noun phrase begins whose noun stands at `noun`: at its article or number, a few words back.
    private func opening(of noun: Int, from start: Int) -> Int {
        var at = noun
        while at > start, noun - at < 4, words(at).before == .none {
            at -= 1
            if words(at).matches(determiners) { return at }
        }
        return noun
    }

    private func words(_ index: Int) -> Word {
        reading.words[index]
    }

    /// The claimant in the text's own words: "a spokesperson", "four people familiar with the matter".
    func name(of mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> String? {
        let words = reading.words
        var first = mark.words.lowerBound
        var end = mark.words.upperBound
        if words[first].matches(according) {
            // "according to X", "citing X": the name follows.
            first += 1
            if first < end, words[first].matches(preposition) { first += 1 }
            while end < sentence.sentence.words.upperBound, end - first < 8, words[end].before == .none { end += 1 }
        } else {
            if let verb = mark.words.last(where: { words[$0].matches(says) }), verb > first { end = verb }
            first = opening(of: first, from: sentence.sentence.words.lowerBound)
        }
        // "It says": the name stands in an earlier sentence.
        guard first < end, end - first > 1 || !words[first].matches(pronouns) else { return nil }
        let range = words[first].start..<words[end - 1].end
        guard range.count <= 120 else { return nil }
        return String(decoding: reading.bytes(of: sentence.sentence.field)[range], as: UTF8.self)
    }
}
