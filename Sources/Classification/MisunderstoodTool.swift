import Reports

/// The case that began the product: an assistive tool taken for an autonomous one.
///
/// When a text passes on that an AI did it, then denies that, the AI part of the story is the misunderstanding itself.
enum MisunderstoodTool {
    static func add(
        to findings: inout [Finding], sentences: [MarkedSentence], context: ReportContext, judge: FindingJudge
    ) {
        guard context.speaksOfAI else { return }
        let autonomous = findings.filter { $0.kind == .autonomousAIAction && !$0.isFrame }
        let isDenied = autonomous.contains { $0.stance == .denied }
        let isAsserted = autonomous.contains { $0.stance == .asserted && $0.source >= .authority }
        guard isDenied, !isAsserted else { return }
        let wasBlamed =
            autonomous.contains { $0.stance == .suspected } || sentences.contains { $0.has(.blame) || $0.has(.rumour) }
        let namesOtherCause = findings.contains {
            ($0.kind == .humanAction || $0.kind == .automation) && $0.stance == .asserted
        }
        guard wasBlamed, context.assistive > 0 || namesOtherCause else { return }
        for (order, sentence) in sentences.enumerated() {
            guard sentence.sentence.section != .references, let mark = sentence.first(.assistive) else { continue }
            findings.append(finding(mark, weight: 0.85, in: sentence, order: order, judge: judge))
        }
        let isToldOutright = findings.contains {
            $0.kind == .assistiveAIMisunderstanding && $0.stance == .asserted && !$0.isFrame
        }
        if isToldOutright { return }
        // Nothing says outright what the tool is for; the rumour is the evidence, best where it speaks of the AI itself.
        var best: (score: Int, order: Int, mark: MarkedSentence.Mark)?
        for (order, sentence) in sentences.enumerated() where sentence.sentence.section != .references {
            guard let mark = sentence.first(.blame) ?? (sentence.has(.ai) ? sentence.first(.rumour) : nil) else {
                continue
            }
            let score =
                (sentence.has(.ai) ? 2 : 0) + (sentence.has(.blame) ? 1 : 0) + (sentence.has(.rumour) ? 1 : 0)
                + (sentence.sentence.field == .text ? 1 : 0)
            if score > best?.score ?? 0 { best = (score, order, mark) }
        }
        if let best {
            findings.append(
                finding(best.mark, weight: 0.6, in: sentences[best.order], order: best.order, judge: judge))
        }
    }

    private static func finding(
        _ mark: MarkedSentence.Mark, weight: Double, in sentence: MarkedSentence, order: Int, judge: FindingJudge
    ) -> Finding {
        Finding(
            kind: .assistiveAIMisunderstanding, field: sentence.sentence.field,
            range: EvidenceSpan.range(of: mark.words, in: sentence.sentence, of: judge.reading), order: order,
            cue: mark.cue.id, weight: weight, stance: .asserted, source: .report,
            by: sentence.first(.claim).flatMap { judge.claimants.name(of: $0, in: sentence) }, isTrigger: false,
            isHindering: false, isHeading: sentence.sentence.isHeading, isSettling: true)
    }
}
