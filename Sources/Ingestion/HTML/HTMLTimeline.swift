import Markup
import Reports

/// Reads the timeline and the action items of a page from under their headings, as ``MarkdownTimeline`` and
/// ``ActionItemReader`` do.
struct HTMLTimeline {
    private let tree: HTMLTree
    private let skipped: [Bool]
    private let words = MarkdownText(textOfHTML: { $0 })
    /// Every heading, with its words folded.
    private let headings: [(index: Int, words: [Substring])]

    private static let timelines = HeadingNames(MarkdownTimeline.timelineNames)
    private static let looseTimelines = HeadingNames(MarkdownTimeline.looseNames)
    private static let actions = HeadingNames(ActionItemReader.headings)

    init(_ tree: HTMLTree, skipped: [Bool], roots: [Int]) {
        self.tree = tree
        self.skipped = skipped
        var headings: [(index: Int, words: [Substring])] = []
        for root in roots {
            for index in tree.range(of: root) where tree.nodes[index].tag.isHeading && !skipped[index] {
                let heading = MarkdownSection.folded(tree.collapsedText(index, limit: 120))
                headings.append((index, heading.split(separator: " ")))
            }
        }
        self.headings = headings
    }

    /// Events in the page's order, and what was guessed; empty when it has no timeline.
    ///
    /// - Parameters:
    ///   - title: Supplies the day when it names one.
    ///   - published: Supplies the year of dates that leave it out; never a date for times that have none.
    func events(
        in roots: [Int], title: String? = nil, published: Timestamp?, zone: TimeZoneRule? = nil
    ) -> (events: [TimelineEvent], warnings: [String]) {
        let day = title.flatMap { WrittenDay.first(in: $0) }
        var reader = MarkdownTimeline(words: words, context: TimeContext(zone: zone, day: day))
        reader.published = published
        for root in roots {
            let range = tree.range(of: root)
            for names in [Self.timelines, Self.looseTimelines] {
                let found = sections(in: range, named: names)
                guard !found.isEmpty else { continue }
                if reader.above.isEmpty { reader.above = zoneStatements(in: range) }
                for section in found {
                    let result = reader.events(in: section)
                    if !result.events.isEmpty { return result }
                }
            }
            let result = reader.events(in: tables(in: range) + lists(in: range))
            if !result.events.isEmpty { return result }
        }
        return ([], [])
    }

    /// What is to be done, from tables and lists under headings such as Action items.
    func actionItems(in roots: [Int]) -> [ActionItem] {
        let reader = ActionItemReader(words: words)
        return roots.flatMap { root in
            sections(in: tree.range(of: root), named: Self.actions).flatMap { reader.items(in: $0) }
        }
    }

    /// Each heading that has one of the names in it, with what stands below it down to the next of its rank. A section
    /// inside one already taken is left out.
    private func sections(in range: Range<Int>, named names: HeadingNames) -> [[MarkdownNode]] {
        let blocks = HTMLBlocks(tree: tree, skipped: skipped)
        var result: [[MarkdownNode]] = []
        var taken = range.lowerBound
        for (index, words) in headings where range.contains(index) && index >= taken && names.matches(words) {
            let rank = tree.nodes[index].tag.rawValue
            let end = (Int(tree.nodes[index].end)..<max(range.upperBound, Int(tree.nodes[index].end))).first { next in
                tree.nodes[next].tag.isHeading && tree.nodes[next].tag.rawValue <= rank
            }
            result.append(blocks.blocks(in: index..<(end ?? range.upperBound)))
            taken = end ?? range.upperBound
        }
        return result
    }

    /// "All times are UTC" may stand anywhere on the page.
    private func zoneStatements(in range: Range<Int>) -> [MarkdownNode] {
        for index in range where tree.nodes[index].tag == .p && !skipped[index] {
            let text = tree.collapsedText(index, limit: 400)
            if TimeZoneReader.statedZone(in: text) != nil {
                return [MarkdownNode(kind: .paragraph, children: [MarkdownNode(kind: .text, literal: text)])]
            }
        }
        return []
    }

    /// Lists whose first item begins with a time, under any heading.
    private func lists(in range: Range<Int>) -> [MarkdownNode] {
        let blocks = HTMLBlocks(tree: tree, skipped: skipped)
        var result: [MarkdownNode] = []
        for index in range where tree.nodes[index].tag == .ul || tree.nodes[index].tag == .ol {
            guard !skipped[index], result.count < 20,
                let first = tree.range(of: index).first(where: { tree.nodes[$0].tag == .li }),
                TimelineLog.event(tree.collapsedText(first, limit: 60)) != nil
            else { continue }
            result += blocks.blocks(in: tree.range(of: index))
        }
        return result
    }

    /// Tables whose header names a time and a text, under any heading.
    private func tables(in range: Range<Int>) -> [MarkdownNode] {
        let blocks = HTMLBlocks(tree: tree, skipped: skipped)
        var result: [MarkdownNode] = []
        for index in range where tree.nodes[index].tag == .table && !skipped[index] {
            guard !TableShape.isLayout(tree, index), result.count < 20 else { continue }
            let cells = tree.range(of: index).filter { tree.nodes[$0].tag == .th || tree.nodes[$0].tag == .td }
            let names = cells.prefix(8).map { tree.collapsedText($0, limit: 60) }
            if TimelineColumns(header: names) != nil { result += blocks.blocks(in: tree.range(of: index)) }
        }
        return result
    }
}
