import Reports

extension FindingJudge {
    /// The least probability at which words alone make a finding of a sentence.
    private static let leastByWords = 0.05
    /// The same for the kinds of AI in a text in which no cue makes AI a subject.
    private static let leastOfAI = 0.3

    /// Findings of kinds that no cue of the sentence speaks of and its words do.
    func judgeWords(of sentence: MarkedSentence, order: Int, _ words: WordScoring, into findings: inout [Finding]) {
        let section = sentence.sentence.section
        guard section != .references, section != .helped, !sentence.sentence.words.isEmpty else { return }
        for kind in FactorKind.allCases {
            let probability = words.sentences[order][kind.ordinal]
            guard probability >= Self.leastByWords, !sentence.factors.contains(where: { $0.kind == kind }),
                kind.family != .ai || context.speaksOfAI || probability >= Self.leastOfAI,
                section != .remedies || kind.family == .defences && !sentence.has(.remedy),
                let anchor = words.words(for: kind, in: order, most: 1).first?.words
            else { continue }
            let mark = MarkedSentence.Mark(cue: .words(kind), words: anchor)
            guard let verdict = stances.verdict(on: mark, in: sentence), verdict.stance != .denied else { continue }
            findings.append(
                Finding(
                    kind: kind, field: sentence.sentence.field,
                    range: EvidenceSpan.range(of: anchor, in: sentence.sentence, of: reading), order: order,
                    cue: mark.cue.id, weight: probability, stance: verdict.stance, source: verdict.source,
                    by: verdict.by.flatMap { claimants.name(of: $0, in: sentence) },
                    isTrigger: sentence.has(.causal) && section != .impact, isHindering: false,
                    probability: probability, isHeading: sentence.sentence.isHeading || section == .title,
                    isFrame: true))
        }
    }
}

extension Cue {
    /// Stands for the words of a sentence that speak for a kind without any cue; it counts as far as was learned.
    static func words(_ kind: FactorKind) -> Cue {
        Cue(
            id: -1, topic: .factor(kind), weight: 1, flags: kind.family == .defences ? .gap : [],
            reason: "its words are those of such sentences", pattern: CuePattern(elements: []), isNegative: false,
            spelling: "", isFrame: true)
    }
}
