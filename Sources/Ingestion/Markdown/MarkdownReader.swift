import Markup
import Reports

/// Reads a Markdown postmortem, with or without front matter.
///
/// ```swift
/// let report = try MarkdownReader().read("# Checkout down\n\nCheckout failed for 12 minutes.\n", source: "a.md")
/// report.title  // "Checkout down"
/// report.text   // "Checkout failed for 12 minutes."
/// ```
public struct MarkdownReader: Sendable {
    /// The zone of times in the timeline that name none, where the document states none.
    public var zone: TimeZoneRule?
    /// The day of such times, where nothing else names one.
    public var timelineDay: Timestamp?

    public init(zone: TimeZoneRule? = nil, day: Timestamp? = nil) {
        self.zone = zone
        timelineDay = day
    }

    /// The report a Markdown text tells; any text is valid Markdown, an empty one gives a report without text.
    ///
    /// Front matter fills the fields it names; values of a wrong shape become warnings. The title is the front matter's,
    /// else the first level-1 heading, else the first words. The timeline is read from under its heading, action items
    /// from under theirs.
    ///
    /// - Throws: ``IngestionError`` with the line, for front matter that is not YAML, and for nesting too deep to be a
    ///   document.
    public func read(_ text: String, source: String) throws -> Report {
        let file: FrontMatter.File
        do {
            file = try TOMLFrontMatter.split(text) ?? FrontMatter.split(text)
        } catch let error as FrontMatterError {
            throw IngestionError(source, line: error.line, .unreadableFrontMatter(error.reason))
        }
        let blocks: [MarkdownNode]
        do {
            blocks = try MarkdownDocument(file.body).root.children
        } catch MarkdownError.tooDeep(let limit) {
            throw IngestionError(source, .tooDeep(limit: limit))
        }
        var report = Report(source: source, kind: .postmortem)
        var fields = FrontMatterFields(file.frontMatter, text: text)
        fields.apply(to: &report)
        if fields.values["kind"]?.string == nil, report.url != nil { report.kind = .publicReport }
        report.warnings = fields.warnings
        fill(&report, from: blocks)
        let warned = fields.warnings.count
        report.labels = fields.labels(in: report)
        report.warnings += fields.warnings[warned...]
        return report
    }

    private func fill(_ report: inout Report, from blocks: [MarkdownNode]) {
        let words = MarkdownText(textOfHTML: { RawHTML.text($0) })
        let body = title(&report, from: blocks, words)
        report.text = words.text(of: body)
        report.html = RawHTML.sanitised(MarkdownHTML.html(body))
        if report.title == nil { guessTitle(&report, from: body, words) }
        if report.summary.isEmpty { report.summary = summary(of: body, words) }
        let context = TimeContext(zone: zone, day: day(of: report), start: report.stamps[.impactStart]?.at)
        let (events, warnings) = MarkdownTimeline(words: words, context: context).events(in: body)
        report.timeline = events
        report.warnings += warnings
        if report.actionItems.isEmpty { report.actionItems = ActionItemReader(words: words).items(in: body) }
        StatedFacts.add(to: &report, zone: zone)
    }

    /// Takes the title from the first level-1 heading when the front matter has none, and gives the blocks without the
    /// heading that only repeats it.
    private func title(_ report: inout Report, from blocks: [MarkdownNode], _ words: MarkdownText) -> [MarkdownNode] {
        guard let index = blocks.firstIndex(where: { $0.kind == .heading(level: 1) }) else { return blocks }
        let heading = words.inline(blocks[index]).trimmed.replacing("\n", with: " ")
        if report.title == nil, !heading.isEmpty { report.title = heading }
        guard let title = report.title, MarkdownSection.folded(title) == MarkdownSection.folded(heading) else {
            return blocks
        }
        var body = blocks
        body.remove(at: index)
        return body
    }

    /// The day that times without one are read against: the nearest thing to the incident that names a day.
    private func day(of report: Report) -> Timestamp? {
        report.occurred ?? report.stamps[.impactStart]?.at ?? report.title.flatMap { WrittenDay.first(in: $0) }
            ?? TimelineReader.day(in: report.source) ?? timelineDay ?? report.published
    }

    private func guessTitle(_ report: inout Report, from blocks: [MarkdownNode], _ words: MarkdownText) {
        // Headings below level 1 name parts: "Summary" says nothing of the incident.
        let paragraph = blocks.first { $0.kind == .paragraph }.map { words.text(of: [$0]) }
        FirstWords.fillTitle(of: &report, from: paragraph, remedy: "add a level-1 heading")
    }

    /// The section named Summary, else the first paragraph.
    private func summary(of blocks: [MarkdownNode], _ words: MarkdownText) -> String {
        let names = ["summary", "tl dr", "tldr", "executive summary", "abstract", "in short", "overview", "synopsis"]
        for section in MarkdownSection.all(in: blocks) where section.isNamed(names) {
            let text = words.text(of: section.blocks.prefix { if case .heading = $0.kind { false } else { true } })
            if !text.isEmpty { return text }
        }
        for block in blocks where block.kind == .paragraph {
            let text = words.text(of: [block])
            if !text.isEmpty, TimeZoneReader.statedZone(in: text) == nil || text.utf8.count > 120 { return text }
        }
        return ""
    }
}

extension MarkdownText {
    func text(of blocks: ArraySlice<MarkdownNode>) -> String {
        text(of: Array(blocks))
    }
}
