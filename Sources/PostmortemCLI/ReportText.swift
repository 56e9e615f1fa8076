import Foundation
import Postmortems

/// Reports, factors and hits as a person reads them in a terminal.
struct ReportText {
    /// Characters of no script: a report's own text has no business with them.
    static let marks = SnippetStyle(open: "\u{E000}", close: "\u{E001}")

    var style: TerminalStyle

    func heading(_ title: String, detail: String) -> String {
        style.bold(TerminalStyle.printable(title)) + "\n" + style.dim(TerminalStyle.printable(detail))
    }

    /// - Parameter accounts: The other reports of its incident.
    func text(of catalogued: CataloguedReport, accounts: [CataloguedReport] = []) -> String {
        let state = "version \(catalogued.version), retrieved \(catalogued.retrieved)"
        let factors =
            catalogued.model == nil && catalogued.factors.isEmpty && catalogued.report.labels == nil
            ? "not classified yet; run 'postmortem classify \(catalogued.id)'" : self.factors(catalogued.factors)
        let isReviewed = catalogued.isReviewed
        var parts = [
            style.accent(catalogued.id) + "  " + style.dim(state),
            text(of: catalogued.report),
            style.bold(isReviewed ? "Contributing factors" : "Contributing factors (suggested)"),
            factors,
        ]
        if !catalogued.decisions.isEmpty {
            let lines = ReviewDecision.standing(catalogued.decisions).map { "  " + ReviewText(style: style).line($0) }
            parts += [style.bold("Decisions"), lines.joined(separator: "\n")]
        }
        if !accounts.isEmpty {
            let lines = accounts.map { "  \(style.accent($0.id))  \(TerminalStyle.printable($0.report.title ?? ""))" }
            parts += [style.bold("Other accounts of this incident"), lines.joined(separator: "\n")]
            let claims = ClaimsText(style: style).text([catalogued] + accounts)
            if !claims.isEmpty { parts += [style.bold("Claims side by side"), claims] }
        }
        return parts.joined(separator: "\n\n")
    }

    func text(of report: Report) -> String {
        var parts = [heading(report.title ?? "(no title)", detail: report.source)]
        parts.append(facts(of: report))
        if !report.timeline.isEmpty {
            let showsSeconds = report.timeline.contains { $0.at.map { $0.hasTime && $0.civil.second != 0 } ?? false }
            let lines = report.timeline.map { line($0, showsSeconds: showsSeconds) }
            parts.append(style.bold("Timeline") + "\n" + lines.joined(separator: "\n"))
        }
        if !report.actionItems.isEmpty {
            let items = report.actionItems.map { item in
                let details = [item.owner, item.due, item.status].compactMap { $0 }.joined(separator: ", ")
                return "- " + TerminalStyle.printable(item.text)
                    + (details.isEmpty ? "" : style.dim("  \(TerminalStyle.printable(details))"))
            }
            parts.append(style.bold("Action items") + "\n" + items.joined(separator: "\n"))
        }
        if !report.text.isEmpty { parts.append(TerminalStyle.printable(report.text)) }
        return parts.joined(separator: "\n\n")
    }

    private func facts(of report: Report) -> String {
        var duration = "not stated"
        if let measured = report.measuredDuration {
            duration =
                "\(ReadableDuration.text(seconds: measured.seconds)) (\(measured.from.rawValue) to \(measured.to.rawValue))"
        } else if let stated = report.statedDuration {
            duration = "\(ReadableDuration.text(seconds: stated)) (as stated)"
        }
        let rows: [(String, String?)] = [
            ("kind", report.kind.rawValue),
            ("organisation", report.organisation),
            ("services", report.services.isEmpty ? nil : report.services.joined(separator: ", ")),
            ("date", report.date?.description),
            ("duration", duration),
            ("severity", report.severity),
            ("published", report.published?.description),
            ("url", report.url),
            ("archived", report.archivedURL),
        ]
        return rows.map { name, value in
            let label = name + String(repeating: " ", count: 13 - name.count)
            return style.dim(label) + TerminalStyle.printable(value ?? "not stated")
        }.joined(separator: "\n")
    }

    private func line(_ event: TimelineEvent, showsSeconds: Bool) -> String {
        let clock = event.at.flatMap { showsSeconds ? $0.clockWithSeconds : $0.clock }
        let written = event.at.map { "\($0.day) \(clock ?? "")" } ?? ""
        let time = written + String(repeating: " ", count: max(0, (showsSeconds ? 19 : 16) - written.count))
        let zone = event.at.map { $0.hasTime ? " \($0.zone)" : "" } ?? ""
        let phase = event.phase.map { "[\($0)] " } ?? ""
        let actor = event.actor.map { "\($0): " } ?? ""
        return style.dim(time + zone) + "  " + TerminalStyle.printable(phase + actor + event.text)
    }

    /// Factors with stance, role and quotes; a sentence when there are none.
    ///
    /// - Parameter showsSuggestions: Whether these are suggestions, whatever was decided about them.
    func factors(_ factors: [ContributingFactor], showsSuggestions: Bool = false) -> String {
        guard !factors.isEmpty else { return "not stated: the text names no contributing factor" }
        return factors.map { factor in
            let stance = word(for: factor)
            // What is denied played no role.
            let role = factor.stance == .denied ? "" : factor.role.rawValue.replacing("-", with: " ") + ", "
            let suggested = "suggested: \(role)\(Int((factor.confidence * 100).rounded()))%"
            // Of what only holds because a person said so, nothing is left of a suggestion's probability.
            let details =
                switch factor.review {
                case nil: suggested
                case .labelled: "\(role)labelled by the report's writers"
                case let review? where showsSuggestions: "\(suggested), reviewed: \(review.rawValue)"
                case let review?: "reviewed: \(role)\(review.rawValue)"
                }
            let quotes = factor.evidence.map { evidence in
                "    “\(TerminalStyle.oneLine(evidence.quote))”"
                    + (evidence.by.map { style.dim("  (\(TerminalStyle.printable($0)))") } ?? "")
            }
            return (["  \(style.bold(factor.kind.rawValue))  \(stance)  \(style.dim(details))"] + quotes)
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// `suspected, contested`.
    func word(for factor: ContributingFactor) -> String {
        let word = factor.stance.rawValue + (factor.contested ? ", contested" : "")
        return switch factor.stance {
        case .asserted: style.bold(word)
        case .suspected: style.caution(word)
        case .denied: style.dim(word)
        }
    }

    func hit(_ hit: SearchHit) -> String {
        let facts = [
            hit.date?.day, hit.organisation, hit.services.isEmpty ? nil : hit.services.joined(separator: ", "),
        ]
        .compactMap { $0 }.joined(separator: " · ")
        let snippet = TerminalStyle.oneLine(hit.snippet)
            .replacing(Self.marks.open, with: style.isColored ? "\u{1B}[1;31m" : "[")
            .replacing(Self.marks.close, with: style.isColored ? "\u{1B}[0m" : "]")
        return [
            style.bold(TerminalStyle.printable(hit.title ?? hit.id)), style.dim(TerminalStyle.printable(facts)),
            style.accent(hit.id), "  " + snippet,
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
