import Reports

/// Scores each sentence for each kind it has a cue of, from what the rules see in it.
struct SentenceScoring {
    let sentences: [MarkedSentence]
    let stances: StanceReading
    let speaksOfAI: Bool
    let isOwnName: (MarkedSentence.Mark, MarkedSentence) -> Bool
    private let layout: FeatureLayout
    /// Whether each sentence tells of the time after the problem was seen, when acts are answers.
    private let isAfterDetection: [Bool]

    init(
        _ sentences: [MarkedSentence], stances: StanceReading, lexicon: CueLexicon, speaksOfAI: Bool,
        isOwnName: @escaping (MarkedSentence.Mark, MarkedSentence) -> Bool = { _, _ in false }
    ) {
        self.sentences = sentences
        self.stances = stances
        self.speaksOfAI = speaksOfAI
        self.isOwnName = isOwnName
        layout = FeatureLayout(cueCount: lexicon.cues.count)
        isAfterDetection = Self.afterDetection(sentences)
    }

    /// A timeline runs in order, so what stands below the first alert or report came later.
    private static func afterDetection(_ sentences: [MarkedSentence]) -> [Bool] {
        var wasSeen = false
        return sentences.map { sentence in
            switch sentence.sentence.section {
            case .resolution: return true
            case .timeline:
                defer { wasSeen = wasSeen || sentence.has(.found) }
                return wasSeen
            default: return false
            }
        }
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
            addCues(Array(marks), of: kind, index, at: order, isCausal: isCausal, to: &row)
            addSurroundings(kind, index, at: order, isCausal: isCausal, to: &row)
            for (other, name) in FactorKind.allCases.enumerated() where name != kind && present.contains(name) {
                row.add(layout.other + index * 18 + other, 0.7)
            }
            return (kind, row)
        }
    }

    private func addCues(
        _ marks: [MarkedSentence.Mark], of name: FactorKind, _ kind: Int, at order: Int, isCausal: Bool,
        to row: inout SparseRow
    ) {
        let sentence = sentences[order]
        let section = sentence.sentence.section.ordinal
        var weights: [Double] = []
        var signs = signs(at: order, isCausal: isCausal)
        var sides: Relations = []
        for mark in marks {
            let flags = mark.cue.flags
            if flags.contains(.excludes) {
                row.mark(layout.misc)
                signs.insert(.excluded)
                continue
            }
            let isGap = flags.contains(.gap)
            let relations = stances.relations(of: mark, in: sentence)
            let isDead =
                !relations.isDisjoint(with: [.elsewhere, .denied, .negated]) || relations.contains(.wish) && !isGap
            if flags.contains(.needsCause), !isCausal {
                row.mark(layout.misc + 1)
                signs.insert(.lacksCause)
            }
            if relations.contains(.wishNearby) { signs.insert(.wishNearby) }
            if isDead {
                row.mark(layout.misc + (isGap ? 2 : 3))
            } else {
                row.mark(mark.cue.id)
                weights.append(mark.cue.weight)
                sides.formUnion(relations.intersection([.cause, .effect]))
            }
            for bit in 0..<Relations.count where relations.rawValue & 1 << bit != 0 {
                row.mark(layout.relation + bit)
                guard bit < 2 else { continue }
                row.mark(layout.wish + bit * Section.count + section)
                row.mark(layout.wishGap + bit * 2 + (isGap ? 1 : 0))
            }
        }
        let prior = SentencePrior.probability(
            of: name, weights: weights, section: sentence.sentence.section, signs: signs)
        row.add(layout.prior, SparseRow.logOdds(prior))
        guard !weights.isEmpty else { return row.add(layout.misc + 4) }
        row.add(layout.misc + 6, Double(min(weights.count, 3)))
        row.add(layout.kind + kind)
        row.add(layout.section + section)
        row.add(layout.kindSection + kind * Section.count + section)
        if isCausal {
            row.add(layout.misc + 8)
            row.add(layout.kindCausal + kind)
        }
        if sides.contains(.cause) { row.add(layout.kindCause + kind) }
        if sides.contains(.effect) { row.add(layout.kindEffect + kind) }
        if sentence.has(.past) { row.add(layout.kindPast + kind) }
    }

    private func signs(at order: Int, isCausal: Bool) -> SentencePrior.Signs {
        let sentence = sentences[order]
        var signs: SentencePrior.Signs = isCausal ? [.causal] : []
        if sentence.has(.past) { signs.insert(.past) }
        if sentence.has(.response) { signs.insert(.response) }
        if isAfterDetection[order] { signs.insert(.afterDetection) }
        if sentence.sentence.isHeading { signs.insert(.heading) }
        return signs
    }

    private func addSurroundings(
        _ kind: FactorKind, _ index: Int, at order: Int, isCausal: Bool, to row: inout SparseRow
    ) {
        let sentence = sentences[order]
        row.add(layout.length + min(5, sentence.sentence.words.count / 8))
        row.add(layout.misc + 10)
        if order < 5 { row.add(layout.misc + 11) }
        if sentence.has(.response) { row.add(layout.kindResponse + index) }
        if isAfterDetection[order] {
            row.add(layout.misc + 12)
            row.add(layout.kindAfter + index)
        }
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
