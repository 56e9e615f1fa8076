import Reports

/// Turns the cues of a sentence into findings.
struct FindingJudge {
    let reading: ReportReading
    let context: ReportContext
    let stances: StanceReading
    let claimants: ClaimantReading
    let referring: ReferringDenialReading
    private let ownName: OwnName

    /// - Parameter organisation: Whom the report is about.
    init(reading: ReportReading, context: ReportContext, lexicon: CueLexicon, organisation: String?) {
        ownName = OwnName(organisation)
        self.reading = reading
        self.context = context
        stances = StanceReading(words: reading.words, lexicon: lexicon)
        claimants = ClaimantReading(reading: reading, lexicon: lexicon)
        referring = ReferringDenialReading(reading: reading, stances: stances, lexicon: lexicon)
    }

    /// - Parameter learned: How probable the learned weights find each kind in this sentence.
    func judge(
        _ sentence: MarkedSentence, order: Int, learned: [FactorKind: Double], into findings: inout [Finding]
    ) {
        let section = sentence.sentence.section
        guard section != .references, !sentence.factors.isEmpty else { return }
        let isCausal = sentence.has(.causal)
        for (kind, mark) in sentence.factors where counts(mark, in: sentence, isCausal: isCausal) {
            if sentence.factors.contains(where: { $0.kind == kind && $0.mark.cue.flags.contains(.excludes) }) {
                continue
            }
            if kind == .dependency, isOwnName(mark, in: sentence) { continue }
            if mark.cue.isFrame, learned.isEmpty { continue }
            guard let verdict = stances.verdict(on: mark, in: sentence) else { continue }
            if verdict.stance == .denied, !mayBeDenied(kind) { continue }
            let spread = isCausal ? 1.25 : 1
            // A gap is stated as plainly among the lessons as in the summary.
            let emphasis = section == .remedies ? 1 : section.emphasis
            let byHand = min(0.95, mark.cue.weight * emphasis * spread)
            findings.append(
                Finding(
                    kind: kind, field: sentence.sentence.field,
                    range: EvidenceSpan.range(of: mark.words, in: sentence.sentence, of: reading), order: order,
                    cue: mark.cue.id, weight: mark.cue.isFrame ? learned[kind] ?? 0 : byHand,
                    stance: verdict.stance, source: verdict.source,
                    by: verdict.by.flatMap { claimants.name(of: $0, in: sentence) },
                    isTrigger: mark.cue.flags.contains(.trigger) || isCausal && section != .impact,
                    isHindering: mark.cue.flags.contains(.hindered), probability: learned[kind] ?? byHand,
                    isHeading: sentence.sentence.isHeading || section == .title, isFrame: mark.cue.isFrame))
        }
    }

    /// Whether a cue's words name the organisation that the report is about.
    func isOwnName(_ mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Bool {
        ownName.isAmong(mark.words, of: reading, in: sentence.sentence.field)
    }

    /// Whether a cue has what it needs beside its words.
    private func counts(_ mark: MarkedSentence.Mark, in sentence: MarkedSentence, isCausal: Bool) -> Bool {
        let flags = mark.cue.flags
        if flags.contains(.excludes) || mark.cue.weight == 0 { return false }
        if flags.contains(.needsAI), !context.speaksOfAI { return false }
        if flags.contains(.needsCause), !isCausal { return false }
        if flags.contains(.response), !isCausal || sentence.sentence.section == .resolution { return false }
        switch sentence.sentence.section {
        case .helped: return false
        case .remedies: return flags.contains(.gap) && !sentence.has(.remedy)
        case .background: return !flags.contains(.front)
        default: break
        }
        if sentence.has(.helped), !flags.contains(.gap) { return false }
        return true
    }

    /// A missing guard is not "denied" by a stray "no"; only kinds that a text rules out by name are.
    private func mayBeDenied(_ kind: FactorKind) -> Bool {
        switch kind {
        case .missingSafeguard, .detectionGap, .responseGap: false
        default: true
        }
    }
}
