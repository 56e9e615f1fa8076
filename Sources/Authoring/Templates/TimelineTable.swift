import Reports

/// Events as the table that a postmortem's timeline is written in, its zone named above.
struct TimelineTable {
    let text: String

    init(_ events: [TimelineEvent]) {
        let times = events.compactMap(\.at).filter(\.hasTime)
        let offsets = Set(times.map(\.offsetSeconds))
        // One clock for all rows: the source's own, or UTC where sources differ.
        let isShared = offsets.count == 1
        let zone = isShared ? times.first?.zone ?? "UTC" : "UTC"
        var lines = [
            "All times are \(zone).", "", "| Time | What happened | Role or tool | Evidence |", "|---|---|---|---|",
        ]
        for event in events {
            let at = event.at.map { Self.cell(isShared ? $0 : $0.utc) } ?? ""
            let words = event.phase.map { "\($0): \(event.text)" } ?? event.text
            lines.append("| \(at) | \(MarkdownText.inline(words)) | \(MarkdownText.inline(event.actor ?? "")) | |")
        }
        text = lines.joined(separator: "\n")
    }

    private static func cell(_ time: Timestamp) -> String {
        guard let clock = time.clock else { return time.day }
        let second = time.civil.second
        return second == 0 ? "\(time.day) \(clock)" : "\(time.day) \(clock):\(second < 10 ? "0" : "")\(second)"
    }
}
