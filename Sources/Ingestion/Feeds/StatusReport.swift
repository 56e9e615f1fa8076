import Reports

/// Turns what a status page's entry says into an incident with its updates as timeline.
enum StatusReport {
    /// Adds timeline and stamps to the report of an entry that holds all updates, or is the only one.
    static func complete(_ report: inout Report, from entry: FeedEntry, updates: StatusUpdates) {
        report.kind = .statusEntry
        let title = StatusTitle(report.title ?? "")
        if report.title != nil { report.title = title.subject }
        addFacts(to: &report, title: title, categories: entry.categories, text: report.text)
        let text = report.text
        if updates.events.isEmpty {
            if !text.isEmpty {
                report.timeline = [TimelineEvent(at: entry.updated ?? entry.published, text: text, phase: title.phase)]
            }
        } else {
            report.timeline = updates.events
            report.text = words(of: updates.events, after: updates.preamble)
            if updates.events.contains(where: { $0.at == nil }) {
                report.warnings.append("some updates give no usable time")
            }
        }
        addStamps(to: &report, text: text)
    }

    /// One report of several entries, each of which is an update.
    static func folded(_ parts: [(entry: FeedEntry, report: Report)]) -> Report {
        let ordered = parts.enumerated().sorted { left, right in
            let (first, second) = (date(left.element.entry), date(right.element.entry))
            // Feeds run from new to old.
            return first == second ? left.offset > right.offset : first < second
        }.map(\.element)
        let (oldest, newest) = (ordered[0], ordered[ordered.count - 1])
        var report = newest.report
        report.kind = .statusEntry
        report.url = oldest.report.url
        report.published = oldest.entry.published ?? oldest.entry.updated
        report.updated = newest.entry.updated ?? newest.entry.published
        let title = StatusTitle(newest.report.title ?? "")
        report.title = report.title == nil ? nil : title.subject
        for part in ordered {
            let title = StatusTitle(part.report.title ?? "")
            addFacts(to: &report, title: title, categories: part.entry.categories, text: part.report.text)
        }
        report.html = ""
        report.timeline = []
        var seen: Set<TimelineEvent> = []
        for part in ordered {
            let found = StatusUpdates(
                part.report.text, published: part.entry.published ?? part.entry.updated, updated: part.entry.updated)
            let events =
                found.areCertain
                ? found.events
                : [
                    TimelineEvent(
                        at: part.entry.updated ?? part.entry.published, text: part.report.text,
                        phase: StatusTitle(part.report.title ?? "").phase)
                ]
            for event in events where !event.text.isEmpty && seen.insert(event).inserted {
                report.timeline.append(event)
            }
            report.html += part.report.html
        }
        report.text = words(of: report.timeline, after: "")
        addStamps(to: &report, text: report.text)
        return report
    }

    private static func date(_ entry: FeedEntry) -> Int64 {
        (entry.updated ?? entry.published)?.secondsSince1970 ?? 0
    }

    /// The updates as text, each with its status before it.
    private static func words(of events: [TimelineEvent], after preamble: String) -> String {
        var text = preamble
        for event in events {
            if !text.isEmpty { text += "\n\n" }
            if let phase = event.phase { text += "\(phase.prefix(1).uppercased())\(phase.dropFirst()) - " }
            text += event.text
        }
        return text
    }

    // MARK: Facts

    private static func addFacts(
        to report: inout Report, title: StatusTitle, categories: [FeedCategory], text: String
    ) {
        report.severity = report.severity ?? title.severity
        for name in categories.compactMap(\.words) + affected(in: text) where !report.services.contains(name) {
            if report.services.count < 50, name.utf8.count <= 100 { report.services.append(name) }
        }
        if report.summary.isEmpty { report.summary = summary(in: text) ?? "" }
    }

    /// `Affected products: A, B` on a line of its own.
    private static func affected(in text: String) -> [String] {
        guard ASCIISearch.contains(text, "affected") || ASCIISearch.contains(text, "impacted") else { return [] }
        for line in text.split(separator: "\n") {
            let lower = line.prefix(40).lowercased()
            for opening in [
                "affected products:", "affected services:", "impacted services:", "impacted products:",
                "affected components:", "components affected:", "services affected:",
            ] where lower.hasPrefix(opening) {
                let list = line.dropFirst(opening.count).split(separator: ",").map(\.trimmed)
                return list.filter { !$0.isEmpty }
            }
        }
        return []
    }

    /// The section that sums the incident up, where the page has one.
    private static func summary(in text: String) -> String? {
        guard ASCIISearch.contains(text, "summary of impact:"), let place = text.firstRange(of: "ummary of") else {
            return nil
        }
        let line = text[place.upperBound...].prefix { $0 != "\n" }
        let front = line.lowercased()
        guard front.hasPrefix(" impact:") else { return nil }
        let words = line.dropFirst(8).trimmed
        return words.isEmpty ? nil : words
    }

    // MARK: Stamps

    private static func addStamps(to report: inout Report, text: String) {
        guard !isPlanned(report, text: text) else {
            report.severity = "maintenance"
            report.warnings.append("planned maintenance, not an incident: no stamps follow from its updates")
            return
        }
        let reference = report.published ?? report.updated
        let found = StatusStamps(events: report.timeline, text: text, reference: reference)
        report.stamps = found.stamps
        report.warnings += found.warnings
    }

    /// Whether the page says that it is planned work: in so many words, or by phases that only planned work has.
    private static func isPlanned(_ report: Report, text: String) -> Bool {
        let phases = report.timeline.compactMap(\.phase)
        if ASCIISearch.contains(text, "this is a scheduled event") { return true }
        let isIncident = phases.contains {
            ["investigating", "identified", "resolved", "monitoring", "detected"].contains($0)
        }
        return !isIncident && phases.contains { StatusWord.planned.contains($0) }
    }
}
