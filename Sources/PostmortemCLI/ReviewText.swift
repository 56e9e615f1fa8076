import Postmortems

/// Suggestions that wait and decisions that were made, as a person reads them in a terminal.
struct ReviewText {
    var style: TerminalStyle

    func item(_ item: ReviewItem, showsDecisions: Bool) -> String {
        let text = ReportText(style: style)
        var parts = [text.heading(item.report.report.title ?? "(no title)", detail: item.report.id)]
        parts += item.disagreements.map(disagreement)
        if !item.waiting.isEmpty { parts.append(text.factors(item.waiting)) }
        if showsDecisions { parts += item.report.decisions.map { "  " + line($0) } }
        if item.disagreements.isEmpty, item.waiting.isEmpty {
            parts.append("  " + style.dim(item.report.model == nil ? "not classified yet" : "nothing waits"))
        }
        return parts.joined(separator: "\n")
    }

    private func disagreement(_ disagreement: Disagreement) -> String {
        let head = "  \(style.bold(disagreement.decision.kind.rawValue))  \(style.caution(disagreement.words))"
        let when = style.dim(Self.origin(of: disagreement.decision))
        return ([head + "  " + when] + disagreement.quotes.map { "    “\(TerminalStyle.oneLine($0))”" }).joined(
            separator: "\n")
    }

    /// `accepted  capacity  asserted, trigger  by incident lead, 2026-03-11: seen on the graphs`.
    func line(_ decision: ReviewDecision) -> String {
        let word = FactorReview(decision.verdict).rawValue
        let coloured = decision.verdict == .reject ? style.caution(word) : style.good(word)
        let said = [decision.stance?.rawValue, decision.stance == .denied ? nil : decision.role?.rawValue]
            .compactMap { $0 }.joined(separator: ", ")
        return [coloured, style.bold(decision.kind.rawValue), said, style.dim(Self.origin(of: decision))]
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// `by incident lead, 2026-03-11: seen on the graphs`.
    static func origin(of decision: ReviewDecision) -> String {
        let who = [decision.by.map { "by \($0)" }, decision.at.day].compactMap { $0 }.joined(separator: ", ")
        return TerminalStyle.oneLine(who + (decision.note.map { ": \($0)" } ?? ""))
    }
}
