import Postmortems

/// A timeline as a person reads it in a terminal: a line an event, columns under each other.
struct TimelineListing {
    let text: String

    private static let unknown = "not stated"
    private static let maxColumn = 32

    init(_ timeline: NormalisedTimeline, style: TerminalStyle) {
        let events = timeline.events
        let showsSeconds = events.contains { $0.event.at.map { $0.hasTime && $0.civil.second != 0 } ?? false }
        let names = timeline.shortNames
        // One source needs no name.
        let sources = events.map { names.count > 1 ? TerminalStyle.printable(names[$0.source] ?? $0.source) : "" }
        let times = events.map { Self.time($0.event.at, showsSeconds: showsSeconds) }
        let phases = events.map { TerminalStyle.printable($0.event.phase ?? "") }
        let widths = [times, sources, phases].map { min($0.map(\.count).max() ?? 0, Self.maxColumn) }
        let margin = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
        text = events.indices.map { index in
            let columns = [
                (Self.padded(times[index], widths[0]), style.dim),
                (Self.padded(sources[index], widths[1]), style.accent),
                (Self.padded(phases[index], widths[2]), style.dim),
            ].filter { !$0.0.isEmpty }
            let event = events[index].event
            let actor = event.actor.map { style.bold(TerminalStyle.printable($0)) + ": " } ?? ""
            let words = TerminalStyle.printable(event.text)
                .replacing("\n", with: "\n" + String(repeating: " ", count: margin))
            return columns.map { $1($0) + "  " }.joined() + actor + words
        }.joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `2026-03-11 14:02 UTC`, with seconds where any event of the timeline has them.
    private static func time(_ at: Timestamp?, showsSeconds: Bool) -> String {
        guard let at else { return unknown }
        guard let clock = showsSeconds ? at.clockWithSeconds : at.clock else { return at.day }
        return "\(at.day) \(clock) \(at.zone)"
    }
}
