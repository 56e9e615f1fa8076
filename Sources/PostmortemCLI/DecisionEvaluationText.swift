import Postmortems

/// How suggestions agree with decisions, as a person reads it in a terminal.
struct DecisionEvaluationText {
    let evaluation: DecisionEvaluation
    let style: TerminalStyle

    init(_ evaluation: DecisionEvaluation, style: TerminalStyle) {
        self.evaluation = evaluation
        self.style = style
    }

    var text: String {
        let total = DecisionEvaluation.Part(name: "all", counts: evaluation.total)
        return [
            table("month", evaluation.months + [total], showsBand: true), table("source", evaluation.sources),
            table("kind", evaluation.kinds), now,
        ].joined(separator: "\n\n")
    }

    private func table(_ name: String, _ parts: [DecisionEvaluation.Part], showsBand: Bool = false) -> String {
        let header =
            [name, "accepted", "changed", "rejected", "added", "agreement", "rejected"]
            + (showsBand ? ["usual band"] : [])
        let rows = parts.map { part -> [String] in
            let counts = part.counts
            let band = part.band.map { "\(share($0.low)) to \(share($0.high))\(part.isOutside ? " !" : "")" } ?? "-"
            return [
                TerminalStyle.printable(part.name), String(counts.accepted), String(counts.changed),
                String(counts.rejected), String(counts.added), share(counts.agreement), share(counts.rejectedShare),
            ] + (showsBand ? [band] : [])
        }
        let marked: [DecisionEvaluation.Part?] = [nil] + parts
        return zip(marked, EvaluationText.aligned([header] + rows)).map { part, line in
            guard let part else { return style.dim(line) }
            return part.isOutside ? style.caution(line) : line
        }.joined(separator: "\n")
    }

    private var now: String {
        let current = evaluation.current
        let stance = evaluation.currentStance
        var lines = [
            "what is suggested now, against what was decided: precision \(share(current.precision)), recall \(share(current.recall)), F1 \(share(current.f1OrNil)), stance \(stance.right) of \(stance.of)"
        ]
        if let words = evaluation.unknownWords {
            lines.append(
                "words unknown to the classifier: \(share(words.level)), usual \(share(words.band.low)) to \(share(words.band.high))"
            )
        } else {
            lines.append("words unknown to the classifier: too few reports to know what is usual")
        }
        lines.append(
            style.dim(
                "bands: rejected, binomial limits (0.27 % outside by chance) of all months before; words, moving average (weight 0.2, 2.962 σ) after the first half of the reports"
            ))
        return lines.joined(separator: "\n")
    }

    private func share(_ value: Double?) -> String {
        value.map { EvaluationText.number($0, 2) } ?? "-"
    }
}
