import Reports

/// Reads the timeline of a page: a table, list or lines of text under a heading such as Timeline.
struct HTMLTimeline {
    private let tree: HTMLTree
    private let skipped: [Bool]
    private var items: [TimelineItem] = []
    private var timed = 0

    private static let names: Set<String> = [
        "timeline", "timelineofevents", "incidenttimeline", "timelineofincident", "timelineoftheincident", "chronology",
        "sequenceofevents", "detailedtimeline", "eventtimeline", "incidentlog", "timelineutc",
    ]

    init(_ tree: HTMLTree, skipped: [Bool]) {
        self.tree = tree
        self.skipped = skipped
    }

    /// Events in the page's order, and what was guessed; empty when it has no timeline.
    ///
    /// - Parameter published: Supplies the year of dates that leave it out; never a date for times that have none.
    mutating func events(in roots: [Int], published: Timestamp?) -> (events: [TimelineEvent], warnings: [String]) {
        for root in roots {
            for section in sections(in: tree.range(of: root)) {
                items = []
                timed = 0
                collect(section)
                guard timed > 0 else { continue }
                // Without any written date, the day of publication would be an invention.
                let day = items.contains(where: Self.namesDay) ? published : nil
                return TimelineAssembler(context: TimeContext(day: day)).events(from: items)
            }
        }
        return ([], [])
    }

    /// What stands between a heading that means a timeline and the next of its rank.
    private func sections(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for index in range where tree.nodes[index].tag.isHeading && !skipped[index] {
            let heading = TitleText.key(tree.collapsedText(index, limit: 200))
            guard Self.names.contains(heading) || heading.hasPrefix("timeline") || heading.hasSuffix("timeline") else {
                continue
            }
            let rank = tree.nodes[index].tag.rawValue
            let start = Int(tree.nodes[index].end)
            guard start < range.upperBound else { continue }
            let end = (start..<range.upperBound).first { next in
                tree.nodes[next].tag.isHeading && tree.nodes[next].tag.rawValue <= rank
            }
            result.append(start..<(end ?? range.upperBound))
        }
        return result
    }

    private static func namesDay(_ item: TimelineItem) -> Bool {
        switch item {
        case .day: true
        case .zone: false
        case .event(let event):
            event.date != nil
                || TimeReader.reading(event.time ?? "", in: TimeContext(day: Timestamp(year: 2000, month: 1, day: 1)))?
                    .hasWrittenDate == true
        }
    }

    private mutating func collect(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            let end = min(Int(node.end), range.upperBound)
            switch node.tag {
            case _ where skipped[index]: index = end
            case .table where !TableShape.isLayout(tree, index):
                addTable(index)
                index = end
            case .dt:
                addDefinition(index)
                index = end
            case .li, .p, .h2, .h3, .h4, .h5, .h6, .pre, .dd:
                addBlock(index)
                index = end
            default: index += 1
            }
        }
    }

    /// A list item, paragraph or heading: an event when it begins with a time, a date heading when it is one.
    private mutating func addBlock(_ index: Int) {
        for line in lines(of: index) {
            if let day = TimelineLog.day(line) {
                items.append(.day(day))
            } else if let event = TimelineLog.event(line) {
                append(event)
            } else if let zone = TimeZoneReader.statedZone(in: line) {
                items.append(.zone(zone))
            } else if timed > 0 {
                TimelineLog.extend(&items, with: line)
            }
        }
    }

    private mutating func addDefinition(_ term: Int) {
        let time = tree.collapsedText(term, limit: 200)
        if let event = TimelineLog.event(time) {
            append(event)
        } else if let day = TimelineLog.day(time) {
            items.append(.day(day))
        }
    }

    private mutating func addTable(_ table: Int) {
        var rows: [[String]] = []
        for index in tree.range(of: table) where !skipped[index] {
            switch tree.nodes[index].tag {
            case .tr: rows.append([])
            case .td, .th: if !rows.isEmpty { rows[rows.count - 1].append(tree.collapsedText(index, limit: 20_000)) }
            default: break
            }
        }
        guard let header = rows.first else { return }
        let named = TimelineColumns(header: header)
        guard let columns = named ?? TimelineColumns(rows: rows) else { return }
        if let zone = columns.zone { items.append(.zone(zone)) }
        for row in named == nil ? rows[...] : rows.dropFirst() {
            guard let event = columns.event(row) else { continue }
            if event.text.isEmpty, let day = TimelineLog.day(event.time ?? event.date ?? "") {
                items.append(.day(day))
            } else {
                append(event)
            }
        }
    }

    private mutating func append(_ event: RawEvent) {
        if TimeReader.beginsWithTime(event.time ?? event.date ?? "") { timed += 1 }
        items.append(.event(event))
    }

    /// A block's text, a line for each of its line breaks and inner blocks.
    private func lines(of index: Int) -> [String] {
        var writer = ContentWriter(tree, skipped: skipped, addresses: AddressResolver(base: nil))
        writer.write(tree.range(of: index))
        return String(decoding: writer.text.finished(), as: UTF8.self).split(whereSeparator: \.isNewline).map(\.trimmed)
    }
}
