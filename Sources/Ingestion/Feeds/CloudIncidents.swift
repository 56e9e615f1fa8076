import Foundation
import Reports

/// Reads the list of incidents that Google publishes beside its status feeds (`incidents.json`): one report for each.
struct CloudIncidents {
    private let incidents: [JSONObject]
    private let source: String

    /// `nil` for JSON of another shape.
    init?(_ json: JSONObject, source: String) {
        guard let members = json.array ?? (json.isObject ? [json] : nil), !members.isEmpty,
            members.allSatisfy({ Self.isIncident($0) })
        else { return nil }
        incidents = members
        self.source = source
    }

    private static func isIncident(_ json: JSONObject) -> Bool {
        json["external_desc"] != nil && json["updates"]?.array != nil && json.text("begin", "created") != nil
    }

    /// In the list's order.
    ///
    /// - Throws: ``IngestionError`` when there are more than `limit`.
    func reports(limit: Int) throws -> [Report] {
        if incidents.count > limit { throw IngestionError(source, .tooManyEntries(limit: limit)) }
        return incidents.enumerated().map { report(of: $1, number: $0 + 1) }
    }

    private func report(of incident: JSONObject, number: Int) -> Report {
        let id = incident["id"]?.scalar ?? incident["number"]?.scalar
        var report = Report(source: "\(source)#\(id ?? String(number))", kind: .statusEntry)
        let title = StatusTitle(TitleText.collapsed(incident["external_desc"]?.string ?? ""))
        report.title = FirstWords.of(title.subject)
        report.url = address(of: incident)
        report.published = time(incident, "created") ?? time(incident, "begin")
        report.updated = time(incident, "modified") ?? time(incident["most_recent_update"], "modified")
        report.severity = incident["severity"]?.string
        report.services = services(of: incident)
        report.timeline = events(of: incident)
        let markdown = report.timeline.map { event in
            let phase = event.phase.map { "**\($0.prefix(1).uppercased())\($0.dropFirst())**\n\n" } ?? ""
            return phase + event.text
        }.joined(separator: "\n\n")
        if let content = try? MarkdownReader().read(markdown, source: source) {
            (report.text, report.html) = (content.text, content.html)
        } else {
            report.text = markdown
        }
        addStamps(to: &report, from: incident)
        if report.title == nil { FirstWords.fillTitle(of: &report, remedy: "the list gives none") }
        return report
    }

    /// Oldest first, as they happened.
    private func events(of incident: JSONObject) -> [TimelineEvent] {
        let updates = (incident["updates"]?.array ?? []).compactMap { update -> TimelineEvent? in
            guard let text = update["text"]?.string else { return nil }
            return TimelineEvent(
                at: time(update, "when") ?? time(update, "created"), text: text.trimmed, phase: phase(update))
        }
        guard updates.allSatisfy({ $0.at != nil }) else { return updates.reversed() }
        return updates.reversed().enumerated().sorted { left, right in
            let (first, second) = (left.element.at?.secondsSince1970 ?? 0, right.element.at?.secondsSince1970 ?? 0)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    /// `AVAILABLE` is what is said once an incident is over.
    private func phase(_ update: JSONObject) -> String? {
        guard let status = update["status"]?.string else { return nil }
        return status == "AVAILABLE" ? "resolved" : status.lowercased().replacing("_", with: " ")
    }

    private func services(of incident: JSONObject) -> [String] {
        let products = (incident["affected_products"]?.array ?? []).compactMap { $0["title"]?.string }
        let all = products.isEmpty ? [incident["service_name"]?.string].compactMap { $0 } : products
        return Array(all.prefix(100))
    }

    /// The list's addresses are relative to the status page.
    private func address(of incident: JSONObject) -> String? {
        if let address = incident.text("uri", "url"), WebAddress.isAddress(address) { return address }
        guard let address = incident.text("uri"), WebAddress.isAddress(source) else { return nil }
        return AddressResolver(base: source).resolve(address.utf8)
    }

    private func addStamps(to report: inout Report, from incident: JSONObject) {
        if let first = report.timeline.first, let at = first.at, first.phase != "resolved" {
            report.stamps[.declared] = Stamp(at: at, from: "first update")
        }
        if let at = time(incident, "begin") { report.stamps[.impactStart] = Stamp(at: at, from: "begin") }
        if let at = time(incident, "end") { report.stamps[.resolved] = Stamp(at: at, from: "end") }
    }

    private func time(_ json: JSONObject?, _ name: String) -> Timestamp? {
        json?[name]?.string.flatMap(FeedDates.read)
    }
}
