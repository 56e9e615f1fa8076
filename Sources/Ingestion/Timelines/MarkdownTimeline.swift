import Markup
import Reports

/// Reads the timeline of a Markdown document: a table or list under a heading such as Timeline.
struct MarkdownTimeline {
    var words: MarkdownText
    /// What the front matter says: the day, the start of impact.
    var context: TimeContext
    /// Supplies the year of dates that leave it out; never a day for times that have none.
    var published: Timestamp?
    /// Paragraphs that stand elsewhere in the document and may state the zone.
    var above: [MarkdownNode] = []

    static let timelineNames = [
        "timeline", "time line", "chronology", "sequence of events", "event log", "incident log", "order of events",
        "chronological", "timelines", "order of incident", "course of events", "zeitleiste", "ablauf", "chronologie",
        "cronología", "cronologia",
    ]
    static let looseNames = ["what happened", "incident", "events", "narrative", "background"]

    /// Events in the document's order; empty when it has no timeline.
    func events(in blocks: [MarkdownNode]) -> (events: [TimelineEvent], warnings: [String]) {
        let sections = MarkdownSection.all(in: blocks)
        var zones: [TimelineItem] = []
        // "All times are UTC" may stand above the heading.
        for block in above + blocks where block.kind == .paragraph {
            guard let zone = TimeZoneReader.statedZone(in: words.inline(block)) else { continue }
            zones = [.zone(zone)]
            break
        }
        for (names, least) in [(Self.timelineNames, 1), (Self.looseNames, 2)] {
            for section in sections where section.isNamed(names) {
                var collector = Collector(words: words, keepsUntimed: least == 1)
                if let zone = TimeZoneReader.anyZone(in: section.heading) { collector.items.append(.zone(zone)) }
                collector.add(section.blocks)
                guard collector.timed >= least else { continue }
                var context = context
                // A day in the heading stands nearer than any other.
                if let day = WrittenDay.first(in: section.heading) { context.day = day }
                if context.day == nil, collector.items.contains(where: Self.namesDay) { context.day = published }
                return TimelineAssembler(context: context).events(from: zones + collector.items)
            }
        }
        let found = fromTable(blocks, zones: zones)
        return found.events.isEmpty ? fromList(blocks, zones: zones) : found
    }

    /// A list whose items begin with times, three at least and three in four, tells the timeline under any heading; the
    /// one with the most.
    private func fromList(
        _ blocks: [MarkdownNode], zones: [TimelineItem]
    ) -> (events: [TimelineEvent], warnings: [String]) {
        var best: (collector: Collector, timed: Int)?
        var level = blocks
        for _ in 0..<3 {
            var next: [MarkdownNode] = []
            for block in level {
                guard case .list = block.kind else { continue }
                next += block.children.flatMap(\.children)
                guard block.children.count >= max(3, (best?.timed ?? 0) + 1) else { continue }
                var collector = Collector(words: words, keepsUntimed: true)
                collector.add([block])
                guard collector.timed >= 3, collector.timed > best?.timed ?? 0,
                    collector.timed * 4 >= block.children.count * 3
                else { continue }
                best = (collector, collector.timed)
            }
            level = next
        }
        guard let best else { return ([], []) }
        let found = assembler(best.collector).events(from: zones + best.collector.items)
        // Opening hours and programmes have times too, and no days.
        return found.events.count { $0.at != nil } >= 3 ? found : ([], [])
    }

    private func assembler(_ collector: Collector) -> TimelineAssembler {
        var context = context
        if context.day == nil, collector.items.contains(where: Self.namesDay) { context.day = published }
        return TimelineAssembler(context: context)
    }

    private static func namesDay(_ item: TimelineItem) -> Bool {
        switch item {
        case .day: true
        case .zone: false
        case .event(let event): event.date != nil || event.parts?.hasDate == true
        }
    }

    /// A table with a column of times and one of events tells the timeline under any heading.
    private func fromTable(
        _ blocks: [MarkdownNode], zones: [TimelineItem]
    ) -> (events: [TimelineEvent], warnings: [String]) {
        for block in blocks where block.kind == .table {
            guard let header = block.children.first else { continue }
            let names = header.children.map { words.inline($0).trimmed }
            guard TimelineColumns(header: names) != nil else { continue }
            // Our own header says what it is, however few the rows.
            let isOurs = names.contains { MarkdownSection.folded($0) == "role or tool" }
            var collector = Collector(words: words, keepsUntimed: isOurs)
            collector.add([block])
            guard collector.timed >= (isOurs ? 1 : 2), isOurs || collector.timed * 2 > block.children.count - 1 else {
                continue
            }
            return assembler(collector).events(from: zones + collector.items)
        }
        return ([], [])
    }

    /// Walks the blocks of one section.
    private struct Collector {
        var words: MarkdownText
        /// Whether list items without a time are events too.
        var keepsUntimed: Bool
        var items: [TimelineItem] = []
        var timed = 0
        /// Whether the last event came from a heading, so that paragraphs under it belong to it.
        private var isUnderEvent = false

        init(words: MarkdownText, keepsUntimed: Bool) {
            self.words = words
            self.keepsUntimed = keepsUntimed
        }

        mutating func add(_ blocks: some Sequence<MarkdownNode>) {
            for block in blocks { add(block) }
        }

        private mutating func add(_ block: MarkdownNode) {
            switch block.kind {
            case .heading: heading(words.inline(block).trimmed)
            case .paragraph: paragraph(words.inline(block))
            case .list:
                for item in block.children { self.item(item) }
                isUnderEvent = false
            case .table:
                table(block)
                isUnderEvent = false
            case .codeBlock: log(block.literal)
            case .blockQuote: add(block.children)
            default: return
            }
        }

        private mutating func heading(_ text: String) {
            isUnderEvent = false
            if let zone = TimeZoneReader.statedZone(in: text) { items.append(.zone(zone)) }
            if let day = TimelineLog.day(text) {
                items.append(.day(day))
            } else if let event = TimelineLog.event(text) {
                append(event)
                isUnderEvent = true
            } else if let day = Self.trailingDay(text) {
                items.append(.day(day))
            } else {
                // Lists of another subject: causes, lessons, actions.
                keepsUntimed = false
            }
        }

        /// `Day 1: March 5, 2024` and `Tuesday – 2024-03-05`.
        private static func trailingDay(_ text: String) -> WrittenTime? {
            guard let mark = text.lastIndex(where: { ":–—(,".contains($0) }) else {
                return nil
            }
            return TimelineLog.day(String(text[text.index(after: mark)...]))
        }

        /// Lines that begin with times, a date, or a sentence on the zone.
        private mutating func paragraph(_ text: String) {
            if let zone = TimeZoneReader.statedZone(in: text) { items.append(.zone(zone)) }
            for line in text.split(whereSeparator: \.isNewline).map(\.trimmed) {
                if let day = TimelineLog.day(line) {
                    items.append(.day(day))
                    isUnderEvent = false
                } else if let event = TimelineLog.event(line) {
                    append(event)
                    isUnderEvent = true
                } else if isUnderEvent {
                    TimelineLog.extend(&items, with: line)
                }
            }
        }

        private mutating func item(_ node: MarkdownNode) {
            let nested = node.children.filter { if case .list = $0.kind { true } else { false } }
            let lead = words.text(of: node.children.filter { if case .list = $0.kind { false } else { true } }).trimmed
            if let day = TimelineLog.day(lead), !nested.isEmpty {
                items.append(.day(day))
                for list in nested { for item in list.children { self.item(item) } }
                return
            }
            let timesInside = nested.contains { list in
                list.children.contains { TimelineLog.event(words.text(of: $0.children).trimmed) != nil }
            }
            if var event = TimelineLog.event(lead) ?? Self.dated(lead) {
                if !timesInside {
                    event.text = ([event.text] + nested.map { words.text(of: [$0]) }).joined(separator: "\n")
                }
                append(event)
            } else if keepsUntimed, !lead.isEmpty {
                let text = timesInside ? lead : words.text(of: node.children).trimmed
                items.append(.event(RawEvent(text: text)))
            }
            if timesInside { for list in nested { for item in list.children { self.item(item) } } }
        }

        /// `2024-03-05: The change is merged`: a day, and no time of day.
        private static func dated(_ line: String) -> RawEvent? {
            var scanner = WrittenTimeScanner(String(decoding: line.utf8.prefix(160), as: UTF8.self))
            guard let written = scanner.scan(), written.hasDate, !written.hasTime,
                let (_, rest) = TimeReader.prefix(of: line)
            else { return nil }
            let (actor, text) = TimelineLog.split(rest)
            return RawEvent(
                time: (String(line.utf8.prefix(line.utf8.count - rest.utf8.count)) ?? "").trimmed, text: text,
                actor: actor)
        }

        private mutating func table(_ table: MarkdownNode) {
            let rows = table.children.map { row in row.children.map { words.inline($0).trimmed } }
            guard let header = rows.first else { return }
            let body = Array(rows.dropFirst())
            // A table with an empty or useless header row.
            let named = TimelineColumns(header: header, sample: Array(body.prefix(50)))
            guard let columns = named ?? TimelineColumns(rows: body) else { return }
            if let zone = columns.zone { items.append(.zone(zone)) }
            if named == nil, let event = columns.event(header),
                let time = event.time, TimeReader.beginsWithTime(time)
            {
                append(event)
            }
            for row in body {
                guard let event = columns.event(row) else { continue }
                let item = TimelineReader.item(event)
                if case .event = item { append(event) } else { items.append(item) }
            }
        }

        private mutating func log(_ text: String) {
            let log = TimelineLog(text)
            guard log.timedLines > 0 else { return }
            timed += log.timedLines
            items += log.items
        }

        private mutating func append(_ event: RawEvent) {
            if event.time.map({ TimeReader.beginsWithTime($0) }) ?? false { timed += 1 }
            items.append(.event(event))
        }
    }
}
