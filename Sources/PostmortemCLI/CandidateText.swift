import Postmortems

/// What a candidate model would change, as a person reads it in a terminal.
struct CandidateText {
    var style: TerminalStyle

    /// One line a change; below it the words that are new or would go.
    func text(_ changes: [CandidateTrial.Change]) -> String {
        changes.map { change in
            let decided = change.decision.map {
                style.dim("  \(FactorReview($0.verdict).rawValue) on review")
            }
            let quote = (change.after ?? change.before)?.evidence.first?.quote
            let head = "  \(word(change))  \(style.bold(change.kind.rawValue))  \(said(change))" + (decided ?? "")
            return head + (quote.map { "\n    “\(TerminalStyle.oneLine($0))”" } ?? "")
        }.joined(separator: "\n")
    }

    private func word(_ change: CandidateTrial.Change) -> String {
        switch change.form {
        case .added: style.good("added")
        case .removed: style.bad("removed")
        case .stance, .role: style.caution(change.form.rawValue)
        }
    }

    private func said(_ change: CandidateTrial.Change) -> String {
        func words(_ factor: ContributingFactor?) -> String? {
            guard let factor else { return nil }
            let contested = factor.contested ? ", contested" : ""
            return
                "\(factor.stance.rawValue)\(contested), \(factor.role.rawValue), \(Int((factor.confidence * 100).rounded()))%"
        }
        return [words(change.before), words(change.after)].compactMap { $0 }.joined(separator: " → ")
    }

    func text(_ summary: CandidateTrial.Summary) -> String {
        let counts = CandidateTrial.Change.Form.allCases.map { "\(summary.forms[$0] ?? 0) \($0.rawValue)" }
        let head = """
            \(summary.changed) of \(summary.reports) reports would change: \(counts.joined(separator: ", "))
            current \(summary.current.prefix(12)), candidate \(summary.candidate.prefix(12)) at \(summary.threshold), \
            trained on \(summary.training.prefix(12))
            """
        let rows = FactorKind.allCases.compactMap { kind in
            summary.kinds[kind].map { [kind.rawValue, String($0.before), String($0.after)] }
        }
        if rows.isEmpty { return head }
        let lines = EvaluationText.aligned([["suggested in", "now", "then"]] + rows)
        return ([head, style.dim(lines[0])] + lines.dropFirst()).joined(separator: "\n")
    }
}
