import Reports

/// Writes a timeline as lines a person can read and search.
enum TimelineText {
    /// `2026-03-11 14:02 UTC  actor: text`, one line an event, in order; the time left out where it is not known.
    static func text(_ events: [TimelineEvent]) -> String {
        events.map { event in
            let words = event.actor.map { "\($0): \(event.text)" } ?? event.text
            return event.at.map { "\(time($0))  \(words)" } ?? words
        }.joined(separator: "\n")
    }

    /// `2026-03-11 14:02 UTC`, `2026-03-11 14:02 +01:00` or `2026-03-11`.
    static func time(_ at: Timestamp) -> String {
        guard let clock = at.clock else { return at.day }
        guard at.offsetSeconds != 0 else { return "\(at.day) \(clock) UTC" }
        return "\(at.day) \(clock) \(at.description.suffix(6))"
    }

    /// The same as a table.
    static func html(_ events: [TimelineEvent]) -> String {
        var rows = ""
        let hasActors = events.contains { $0.actor != nil }
        for event in events {
            let time = event.at.map { Self.time($0) } ?? ""
            let actor = hasActors ? "<td>\((event.actor ?? "").escapedForMarkup)</td>" : ""
            rows += "<tr><td>\(time)</td>\(actor)<td>\(event.text.escapedForMarkup)</td></tr>\n"
        }
        let actor = hasActors ? "<th>Who</th>" : ""
        return
            "<table><thead><tr><th>Time</th>\(actor)<th>What happened</th></tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }
}
