import Reports

/// Scores each sentence for each kind it has a cue of, from what the rules see in it.
struct SentenceScoring {
    let sentences: [MarkedSentence]
    let stances: StanceReading
    let speaksOfAI: Bool
    let isOwnName: (MarkedSentence.Mark, MarkedSentence) -> Bool
    private let layout: FeatureLayout

    init(
        _ sentences: [MarkedSentence], stances: StanceReading, lexicon: CueLexicon, speaksOfAI: Bool,
        isOwnName: @escaping (MarkedSentence.Mark, MarkedSentence) -> Bool = { _, _ in false }
    ) {
        self.sentences = sentences
        self.stances = stances
        self.speaksOfAI = speaksOfAI
        self.isOwnName = isOwnName
        layout = FeatureLayout(cueCount: lexicon.cues.count)
    }

    /// The features of a sentence for each kind that has a cue in it, in the order of the taxonomy.
    func rows(at order: Int) -> [(kind: FactorKind, row: SparseRow)] {
        let sentence = sentences[order]
        guard sentence.sentence.section != .references, !sentence.factors.isEmpty else { return [] }
        let present = Set(sentence.factors.map(\.kind))
        let isCausal = sentence.has(.causal)
        let isAboutAI = sentence.has(.ai)
        return FactorKind.allCases.enumerated().compactMap { index, kind in
            guard present.contains(kind) else { return nil }
            let marks = sentence.factors.lazy.filter { $0.kind == kind }.map(\.mark).filter {
                (speaksOfAI || isAboutAI || !$0.cue.flags.contains(.needsAI))
                    && !(kind == .dependency && isOwnName($0, sentence))
            }
            guard !marks.isEmpty else { return nil }
            var row = SparseRow()
            addCues(Array(marks), kind: index, in: sentence, isCausal: isCausal, to: &row)
            addSurroundings(kind, index, at: order, isCausal: isCausal, to: &row)
            for (other, name) in FactorKind.allCases.enumerated() where name != kind && present.contains(name) {
                row.add(layout.other + index * 18 + other, 0.7)
            }
            return (kind, row)
        }
    }

    private func addCues(
        _ marks: [MarkedSentence.Mark], kind: Int, in sentence: MarkedSentence, isCausal: Bool, to row: inout SparseRow
    ) {
        let section = sentence.sentence.section.ordinal
        var best = 0.0
        var doubt = 1.0
        var live = 0
        for mark in marks {
            let flags = mark.cue.flags
            if flags.contains(.excludes) {
                row.mark(layout.misc)
                continue
            }
            let isGap = flags.contains(.gap)
            let relations = stances.relations(of: mark, in: sentence)
            let isDead =
                !relations.isDisjoint(with: [.elsewhere, .denied, .negated]) || relations.contains(.wish) && !isGap
            if flags.contains(.needsCause), !isCausal { row.mark(layout.misc + 1) }
            if isDead {
                row.mark(layout.misc + (isGap ? 2 : 3))
            } else {
                row.mark(mark.cue.id)
                best = max(best, mark.cue.weight)
                doubt *= 1 - mark.cue.weight
                live += 1
            }
            for bit in 0..<Relations.count where relations.rawValue & 1 << bit != 0 {
                row.mark(layout.relation + bit)
                guard bit < 2 else { continue }
                row.mark(layout.wish + bit * Section.count + section)
                row.mark(layout.wishGap + bit * 2 + (isGap ? 1 : 0))
            }
        }
        guard live > 0 else { return row.add(layout.misc + 4) }
        row.add(layout.misc + 5, best * 2)
        row.add(layout.misc + 6, Double(min(live, 3)))
        row.add(layout.misc + 7, 2 * (1 - doubt))
        row.add(layout.kind + kind)
        row.add(layout.section + section)
        row.add(layout.kindSection + kind * Section.count + section)
        if isCausal {
            row.add(layout.misc + 8)
            row.add(layout.kindCausal + kind)
        }
    }

    private func addSurroundings(
        _ kind: FactorKind, _ index: Int, at order: Int, isCausal: Bool, to row: inout SparseRow
    ) {
        let sentence = sentences[order]
        row.add(layout.length + min(5, sentence.sentence.words.count / 8))
        row.add(layout.misc + 10)
        for next in [order - 1, order + 1] where sentences.indices.contains(next) {
            if sentences[next].factors.contains(where: { $0.kind == kind }) { row.mark(layout.misc + 9) }
        }
        let isGap = kind.family == .defences
        for (place, scope) in ScopeCue.allCases.enumerated() where sentence.has(scope) {
            row.add(layout.scope + place)
            row.add(layout.scopeKind + place * 2 + (isGap ? 1 : 0))
        }
    }
}
