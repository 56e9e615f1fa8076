import Reports

/// Makes a report of one feed entry.
struct EntryReport {
    private let entry: FeedEntry
    private let head: FeedHead
    private let source: String
    private let limits: IngestionLimits

    init(_ entry: FeedEntry, head: FeedHead, source: String, limits: IngestionLimits) {
        self.entry = entry
        self.head = head
        self.source = source
        self.limits = limits
    }

    /// - Throws: ``IngestionError`` when the content is too deep or too large, or there is neither title nor text.
    func report() throws -> Report {
        let sanitizer = HTMLSanitizer(limits: limits)
        let content = try sanitizer.sanitize(entry.content, baseURL: entry.base, source: source)
        let summary = try sanitizer.sanitize(entry.summary, baseURL: entry.base, source: source)
        let body = content.text.isEmpty ? summary : content
        var report = Report(source: source, kind: .publicReport, title: entry.title, url: entry.link)
        report.organisation = TitleText.organisation(head.title)
        report.authors = entry.authors
        report.language = entry.language
        report.published = entry.published
        report.updated = entry.updated
        report.text = body.text
        report.html = body.html
        // A summary that only begins the content is an excerpt.
        if !content.text.isEmpty, !summary.text.isEmpty, !content.text.hasPrefix(summary.text.prefix(60)) {
            report.summary = TitleText.collapsed(summary.text)
        }
        if report.title == nil, report.text.isEmpty { throw IngestionError(source, .emptyEntry) }
        readUpdates(of: &report)
        if report.title == nil { FirstWords.fillTitle(of: &report, remedy: "the feed gives none") }
        return report
    }

    private func readUpdates(of report: inout Report) {
        let updates = StatusUpdates(report.text, reference: entry.published ?? entry.updated)
        let id = entry.id ?? ""
        let isIncident = id.hasPrefix("tag:") && id.contains("Incident/")
        let hasTimes = updates.events.contains { $0.at != nil }
        guard isIncident || hasTimes || (head.isStatusHistory && !updates.events.isEmpty) else { return }
        report.kind = .statusEntry
        guard !updates.events.isEmpty else { return }
        report.timeline = updates.events
        report.stamps = updates.stamps
        report.text = updates.events.map { event in
            let word = (event.phase ?? "").prefix(1).uppercased() + (event.phase ?? "").dropFirst()
            return "\(word) - \(event.text)"
        }.joined(separator: "\n\n")
        if updates.events.contains(where: { $0.at == nil }) {
            report.warnings.append("some updates give no usable time")
        }
    }
}
