import Foundation
import Reports

/// Reads timelines in the shapes tools and people write them, told apart by content.
///
/// Log lines, CSV and its relatives, Slack exports, the JSON of incident tools and JSON Lines. Times become moments where
/// the source allows; a time that can't be known stays in the event's text. Order is the source's.
public struct TimelineReader: Sendable {
    /// The zone of times that name none, and what settles names that stand for several zones, when the source itself
    /// states none; UTC is taken, with a warning, when this is `nil` too.
    public var zone: TimeZoneRule?
    /// The day of times without one, when the source itself names none.
    public var day: Timestamp?

    public init(zone: TimeZoneRule? = nil, day: Timestamp? = nil) {
        self.zone = zone
        self.day = day
    }

    /// The timeline of a plain-text log; `nil` when most of its lines carry no time.
    ///
    /// Lines before the first time are the title and notes; the zone is taken from "All times in CET" and its like.
    public func readLog(_ text: String, source: String) -> Report? {
        let log = TimelineLog(text)
        guard log.isTimeline else { return nil }
        var notes = log.preamble
        let title = notes.isEmpty ? nil : FirstWords.of(notes.removeFirst())
        var found = assembler(for: source, title: title, notes: notes).events(from: log.items)
        if log.notices > 0 { found.warnings.append("\(counted(log.notices, "channel notice")) left out") }
        return Self.report(source: source, title: title, notes: notes, from: found)
    }

    /// The timeline of a text of rows with one delimiter of `,` `;` tab or `|`; `nil` when the text is not such rows or
    /// no column holds times.
    public func readDelimited(_ text: String, source: String) -> Report? {
        guard let table = DelimitedRows(text), let first = table.rows.first else { return nil }
        let rows = table.rows
        var items: [TimelineItem] = table.preamble.compactMap { TimeZoneReader.statedZone(in: $0).map { .zone($0) } }
        let columns: TimelineColumns
        var body = rows[...]
        if let named = TimelineColumns(header: first, sample: Array(rows.dropFirst().prefix(50))),
            !TimeReader.beginsWithTime(first[named.time ?? 0])
        {
            columns = named
            body = rows.dropFirst()
        } else if let found = TimelineColumns(rows: rows), !Self.areMilliseconds(rows, table.delimiter, found) {
            columns = found
            // A header whose names say nothing to us is no event.
            if !TimeReader.beginsWithTime(found.event(first)?.time ?? "") { body = rows.dropFirst() }
        } else {
            return nil
        }
        let times = body.prefix(200).filter { row in
            [columns.date, columns.time].compactMap { $0 }.contains {
                $0 < row.count && TimeReader.beginsWithTime(row[$0])
            }
        }
        guard !times.isEmpty, columns.namesText || times.count * 2 >= min(body.count, 200) else { return nil }
        if let zone = columns.zone { items.append(.zone(zone)) }
        for row in body {
            let row = columns.mended(row, width: table.width, delimiter: table.delimiter)
            if let event = columns.event(row) { items.append(Self.item(event)) }
        }
        let title = table.preamble.first.flatMap { FirstWords.of($0) }
        let found = assembler(for: source, title: title, notes: table.preamble).events(from: items)
        return Self.report(source: source, title: title, notes: Array(table.preamble.dropFirst()), from: found)
    }

    /// Whether a comma stands between seconds and milliseconds, as in many programs' logs, and not between columns.
    private static func areMilliseconds(_ rows: [[String]], _ delimiter: Character, _ columns: TimelineColumns) -> Bool
    {
        guard delimiter == ",", columns.time == 0, columns.text == 1 else { return false }
        return rows.prefix(20).allSatisfy { row in
            guard row.count > 1 else { return false }
            let digits = row[1].utf8.prefix { $0.isDigit }
            return digits.count == 3 && row[1].utf8.dropFirst(3).first == 0x20
        }
    }

    /// A row with a date and nothing else is a date heading.
    static func item(_ event: RawEvent) -> TimelineItem {
        if event.text.isEmpty, let day = TimelineLog.day(event.time ?? event.date ?? "") { return .day(day) }
        return .event(event)
    }

    /// What the source's name and its opening lines say of the day.
    func assembler(for source: String, title: String?, notes: [String] = []) -> TimelineAssembler {
        let day =
            Self.day(in: source) ?? title.flatMap { WrittenDay.first(in: $0) }
            ?? notes.prefix(20).lazy.compactMap { WrittenDay.first(in: $0) }.first ?? self.day
        return TimelineAssembler(context: TimeContext(zone: zone, day: day))
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
