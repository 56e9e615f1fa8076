import Reports

/// One incident as a tool's export tells it.
struct ExportedIncident {
    /// What tells it from others of the same export; appended to the report's source.
    var id: String?
    var title: String?
    var kind = Report.Kind.timeline
    /// In the export's order.
    var events: [TimelineEvent] = []
    var stamps: [StampName: Stamp] = [:]
    var actionItems: [ActionItem] = []
    var services: [String] = []
    var severity: String?
    var url: String?
    var published: Timestamp?
    var updated: Timestamp?
    var summary = ""
    /// A postmortem that the export holds beside the updates, as Markdown or HTML.
    var body: String?
    var warnings: [String] = []

    /// The first time that is known of a stamp stands.
    mutating func stamp(_ name: StampName, _ at: Timestamp?, from: String) {
        guard let at, stamps[name] == nil else { return }
        stamps[name] = Stamp(at: at, from: from)
    }

    /// Its report: events from early to late, stamps from phases where the export names none.
    func report(source: String) -> Report {
        let events = Chronology.sorted(events.filter { !$0.text.isEmpty })
        var report = TimelineReader.report(source: source, title: title, notes: [], from: (events, warnings))
        report.kind = kind
        if let id { report.source = "\(source)#\(id)" }
        report.stamps.merge(stamps) { $1 }
        report.actionItems = actionItems
        report.services = services
        report.severity = severity
        report.url = url
        report.published = published
        report.updated = updated
        report.summary = summary
        if let body { Self.add(body, to: &report) }
        return report
    }

    /// The postmortem's own words before the updates, and what they state where the export states nothing.
    private static func add(_ body: String, to report: inout Report) {
        guard let told = try? MarkdownReader().read(body, source: report.source) else { return }
        // The first heading or line is no title here.
        let words = told.title.map {
            told.text.hasPrefix($0) || !body.hasPrefix("# ") ? told.text : "\($0)\n\n\(told.text)"
        }
        report.text = [words ?? told.text, report.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
        report.html = told.html + report.html
        report.stamps.merge(told.stamps) { own, _ in own }
        report.statedDuration = report.statedDuration ?? told.statedDuration
        report.actionItems += told.actionItems
        if !told.summary.isEmpty { report.summary = told.summary }
        if report.timeline.isEmpty { report.timeline = told.timeline }
    }
}
