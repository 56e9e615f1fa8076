import Foundation
import Reports

/// Reads timelines in the shapes tools and people write them, told apart by content.
///
/// Log lines, CSV and its relatives, Slack exports, PagerDuty log entries, Statuspage incidents and JSON Lines. Times
/// become moments where the source allows; a time that can't be known stays in the event's text. Order is the source's.
public struct TimelineReader: Sendable {
    public init() {}

    /// The timeline of a plain-text log; `nil` when most of its lines carry no time.
    ///
    /// Lines before the first time are the title and notes; the zone is taken from "All times in CET" and its like.
    public func readLog(_ text: String, source: String) -> Report? {
        let log = TimelineLog(text)
        guard log.isTimeline else { return nil }
        var notes = log.preamble
        let title = notes.isEmpty ? nil : FirstWords.of(notes.removeFirst())
        return Self.report(
            source: source, title: title, notes: notes,
            from: TimelineAssembler(context: TimeContext(day: Self.day(in: source))).events(from: log.items))
    }

    /// The timeline of a text of rows with one delimiter of `,` `;` tab or `|`; `nil` when the text is not such rows or
    /// no column holds times.
    public func readDelimited(_ text: String, source: String) -> Report? {
        guard let rows = DelimitedRows(text)?.rows, let first = rows.first else { return nil }
        var items: [TimelineItem] = []
        let columns: TimelineColumns
        if let named = TimelineColumns(header: first), !TimeReader.beginsWithTime(first[named.time ?? 0]) {
            columns = named
            if let zone = named.zone { items.append(.zone(zone)) }
            items += rows.dropFirst().compactMap { named.event($0) }.map { .event($0) }
        } else if let found = TimelineColumns(rows: rows) {
            columns = found
            items += rows.compactMap { found.event($0) }.map { .event($0) }
            // A header whose names say nothing to us is no event.
            if case .event(let head)? = items.first, !TimeReader.beginsWithTime(head.time ?? "") { items.removeFirst() }
        } else {
            return nil
        }
        let times = rows.prefix(200).filter { row in
            [columns.date, columns.time].compactMap { $0 }.contains {
                $0 < row.count && TimeReader.beginsWithTime(row[$0])
            }
        }
        guard !times.isEmpty, times.count * 2 >= min(rows.count - 1, 199) else { return nil }
        return Self.report(
            source: source, title: nil, notes: [],
            from: TimelineAssembler(context: TimeContext(day: Self.day(in: source))).events(from: items))
    }

    /// A report of kind `timeline` over events; its title from the first of: `title`, the file's name.
    static func report(
        source: String, title: String?, notes: [String], from found: (events: [TimelineEvent], warnings: [String])
    ) -> Report {
        var report = Report(source: source, kind: .timeline, title: title)
        if title == nil {
            report.title = FirstWords.fileName(source)
            report.warnings.append("no title; the file name stands in for it")
        }
        report.timeline = found.events
        let lines = TimelineText.text(found.events)
        report.text = (notes.isEmpty ? "" : notes.joined(separator: "\n") + "\n\n") + lines
        report.html = notes.map { "<p>\($0.escapedForMarkup)</p>\n" }.joined() + TimelineText.html(found.events)
        report.warnings += found.warnings
        StatedFacts.add(to: &report)
        return report
    }

    /// The day a file's name gives, such as `2026-03-11-booking.csv`: a fallback for times without dates.
    static func day(in source: String) -> Timestamp? {
        WrittenDay.first(in: source.split(separator: "/").last.map(String.init) ?? source)
    }
}
