import Reports

/// A denial that names nothing itself and refers back: "…; the vendor denies it", "…, which the vendor disputes".
struct ReferringDenial {
    /// What stands before it in its sentence, the nearest part first; empty when it opens the sentence.
    var antecedents: [Range<Int>]
    /// Whether it may refer to the sentence before.
    var reachesBack: Bool
    /// The words of the denying clause.
    var clause: Range<Int>
    var verb: Int
    /// The denier's words; `nil` for a pronoun, whose name stands elsewhere.
    var denier: Range<Int>?
    var source: Finding.Source
}

/// Finds denials that refer back.
struct ReferringDenialReading {
    let reading: ReportReading
    let stances: StanceReading
    private let opening: SymbolSet
    private let aside: SymbolSet
    private let refusing: SymbolSet
    private let agency: SymbolSet
    private let linking: SymbolSet
    private let refused: SymbolSet
    private let turningDown: SymbolSet
    private let speaker: SymbolSet
    private let outsider: SymbolSet
    private let determiners: SymbolSet
    private let pronouns: SymbolSet

    /// No sentence of a person denies more often.
    private static let mostPerSentence = 4

    init(reading: ReportReading, stances: StanceReading, lexicon: CueLexicon) {
        self.reading = reading
        self.stances = stances
        opening = lexicon.members(of: "opening")
        aside = lexicon.members(of: "aside")
        refusing = lexicon.members(of: "refusing")
        agency = lexicon.members(of: "agency")
        linking = lexicon.members(of: "linking")
        refused = lexicon.members(of: "refused")
        turningDown = lexicon.members(of: "turningdown")
        speaker = lexicon.members(of: "speaker")
        outsider = lexicon.members(of: "outsider")
        determiners = lexicon.members(of: "determiner")
        pronouns = lexicon.members(of: "pronoun")
    }

    private var words: [Word] { reading.words }

    /// The denials of a sentence that refer back, in order.
    func denials(in sentence: ReportReading.Sentence) -> [ReferringDenial] {
        var result: [ReferringDenial] = []
        for verb in sentence.words where words[verb].matches(stances.refusal) {
            if let denial = denial(at: verb, in: sentence) { result.append(denial) }
            if result.count == Self.mostPerSentence { break }
        }
        return result
    }

    private func denial(at verb: Int, in sentence: ReportReading.Sentence) -> ReferringDenial? {
        let start = clauseStart(before: verb, in: sentence.words)
        guard start < verb, !(start..<verb).contains(where: { words[$0].matches(refusing) }) else { return nil }
        return active(at: verb, from: start, in: sentence) ?? turned(at: verb, from: start, in: sentence)
    }

    /// "The vendor denies it", "which the vendor denies", "a claim the vendor denies".
    private func active(at verb: Int, from start: Int, in sentence: ReportReading.Sentence) -> ReferringDenial? {
        var noun = verb - 1
        while noun > start, words[noun].matches(aside) { noun -= 1 }
        guard !words[noun].matches(aside), !words[noun].matches(stances.passive) else { return nil }
        let end: Int
        let isRelative: Bool
        if let object = stances.objectEnd(of: verb, in: sentence.words) {
            end = object
            isRelative = words[start].matches(stances.relative)
        } else if stances.isRelativeDenial(verb, from: start, subject: noun, in: sentence.words) {
            end = verb + 1
            isRelative = true
        } else {
            return nil
        }
        guard speaks(noun, of: verb, hasNamedObject: end > verb + 2, in: sentence) else { return nil }
        return ReferringDenial(
            antecedents: antecedents(before: start, in: sentence.words, isRelative: isRelative),
            reachesBack: !isRelative, clause: start..<clauseEnd(from: end, in: sentence.words), verb: verb,
            denier: denier(at: noun, from: start, in: sentence),
            source: words[noun].matches(outsider) ? .claimant : .authority)
    }

    /// "The claim is disputed by the vendor."
    private func turned(at verb: Int, from start: Int, in sentence: ReportReading.Sentence) -> ReferringDenial? {
        var be = verb - 1
        while be > start, words[be].matches(aside) { be -= 1 }
        let end = clauseEnd(from: verb + 1, in: sentence.words)
        guard words[verb].matches(refused), words[be].matches(stances.passive), verb + 2 < end,
            words[verb + 1].matches(agency)
        else { return nil }
        var noun = be - 1
        while noun > start, words[noun].matches(aside) || words[noun].matches(stances.passive) { noun -= 1 }
        let isRelative = words[start].matches(stances.relative)
        guard noun >= start,
            isRelative || noun == start && words[noun].matches(stances.pointer)
                || words[noun].matches(stances.telling)
        else { return nil }
        let last = min(end, verb + 8)
        let who = verb + 2..<last
        return ReferringDenial(
            antecedents: antecedents(before: start, in: sentence.words, isRelative: isRelative),
            reachesBack: !isRelative, clause: start..<end, verb: verb, denier: who,
            source: who.contains { words[$0].matches(outsider) } ? .claimant : .authority)
    }

    // MARK: Who denies

    /// Whether a noun can speak: a speaker, or a name, which opens no sentence by chance.
    private func speaks(
        _ noun: Int, of verb: Int, hasNamedObject: Bool, in sentence: ReportReading.Sentence
    ) -> Bool {
        if words[noun].matches(speaker) || words[noun].matches(stances.vendor) { return true }
        return isName(noun, in: sentence) && (hasNamedObject || !words[verb].matches(turningDown))
    }

    private func isName(_ word: Int, in sentence: ReportReading.Sentence) -> Bool {
        (0x41...0x5A).contains(reading.bytes(of: sentence.field)[words[word].start])
    }

    private func denier(at noun: Int, from start: Int, in sentence: ReportReading.Sentence) -> Range<Int>? {
        var first = phraseStart(of: noun, from: start, in: sentence)
        if first == noun, words[noun].matches(pronouns) { return nil }
        // "a spokesperson for the vendor"
        if first > start + 1, words[first].before == .none, words[first - 1].matches(linking) {
            first = phraseStart(of: first - 2, from: start, in: sentence)
        }
        return first..<noun + 1
    }

    private func phraseStart(of noun: Int, from start: Int, in sentence: ReportReading.Sentence) -> Int {
        var at = noun
        while at > start, noun - at < 4, words[at].before == .none {
            at -= 1
            if words[at].matches(determiners) { return at }
        }
        at = noun
        while at > start, noun - at < 4, words[at].before == .none, isName(noun, in: sentence),
            isName(at - 1, in: sentence)
        {
            at -= 1
        }
        return at
    }

    // MARK: Where it stands

    private func clauseStart(before verb: Int, in sentence: Range<Int>) -> Int {
        var at = verb
        while at > sentence.lowerBound {
            let isTurned = at < verb && words[at].before > .none
            if isTurned || words[at - 1].matches(opening) { return at }
            at -= 1
            if words[at].matches(stances.relative) { return at }
        }
        return at
    }

    private func clauseEnd(from: Int, in sentence: Range<Int>) -> Int {
        var at = from
        while at < sentence.upperBound, words[at].before == .none, !words[at].matches(opening) { at += 1 }
        return at
    }

    /// A relative clause refers to what stands right before it; another to the clause before.
    private func antecedents(before start: Int, in sentence: Range<Int>, isRelative: Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var end = start
        var at = start
        while at > sentence.lowerBound {
            at -= 1
            let breaks = words[at].before == .strong || isRelative && words[at].before == .comma
            if breaks || at == sentence.lowerBound {
                result.append(at..<end)
                end = at
            }
        }
        return result
    }
}
