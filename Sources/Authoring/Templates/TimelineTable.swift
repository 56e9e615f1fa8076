import Reports

/// Events as the table that a postmortem's timeline is written in, its zone named above.
///
/// What `ingest` reads back from it are the same events: one clock holds for all rows, line ends are `<br>`, and phases have
/// a column where there are any.
public struct TimelineTable {
    public let text: String

    /// - Parameters:
    ///   - evidence: What the last column says of each event, such as the export it is from; empty for none.
    public init(_ events: [TimelineEvent], evidence: [String] = []) {
        let times = events.compactMap(\.at).filter(\.hasTime)
        let offsets = Set(times.map(\.offsetSeconds))
        // One clock for all rows: the source's own, or UTC where sources differ.
        let isShared = offsets.count == 1
        let zone = isShared ? times.first?.zone ?? "UTC" : "UTC"
        let hasPhases = events.contains { $0.phase != nil }
        let names = ["Time"] + (hasPhases ? ["Phase"] : []) + ["What happened", "Role or tool", "Evidence"]
        var lines = [
            "All times are \(zone).", "", "| \(names.joined(separator: " | ")) |",
            "|" + String(repeating: "---|", count: names.count),
        ]
        for (index, event) in events.enumerated() {
            var cells = [event.at.map { Self.time(isShared ? $0 : $0.utc) } ?? ""]
            if hasPhases { cells.append(MarkdownText.cell(event.phase ?? "")) }
            cells += [MarkdownText.cell(event.text), MarkdownText.cell(event.actor ?? "")]
            let source = index < evidence.count ? MarkdownText.cell(evidence[index]) : ""
            lines.append("| \(cells.joined(separator: " | ")) |\(source.isEmpty ? "" : " \(source)") |")
        }
        text = lines.joined(separator: "\n")
    }

    private static func time(_ time: Timestamp) -> String {
        guard let clock = time.clock else { return time.day }
        let second = time.civil.second
        return second == 0 ? "\(time.day) \(clock)" : "\(time.day) \(clock):\(second < 10 ? "0" : "")\(second)"
    }
}
