import Foundation
import Reports

/// Reads the JSON exports of incident tools as timelines, told apart by their members.
struct JSONTimeline {
    var source: String

    /// The reports in a JSON text: one, or one per incident; `nil` when it is JSON of no shape we know.
    func reports(_ json: JSONObject) -> [Report]? {
        if let slack = SlackExport.report(json, source: source) { return [slack] }
        if let entries = json["log_entries"]?.array { return [pagerDuty(entries)] }
        if let incidents = json["incidents"]?.array { return numbered(incidents.compactMap { statuspage($0) }) }
        if let incident = json["incident"], let report = statuspage(incident) { return [report] }
        if let report = statuspage(json) { return [report] }
        if let updates = json["incident_updates"]?.array { return [incidentIO(updates)] }
        if let issue = issue(json) { return [issue] }
        for name in ["timeline", "events", "entries", "messages"] {
            if let members = json[name]?.array, let report = rows(members, title: json.text("title", "name")) {
                return [report]
            }
        }
        if let members = json.array {
            let incidents = members.compactMap { statuspage($0) }
            if !incidents.isEmpty, incidents.count == members.count { return numbered(incidents) }
            return rows(members, title: nil).map { [$0] }
        }
        return nil
    }

    /// The report of JSON Lines, one object each; `nil` when a line in the first ten is none.
    func lines(_ text: String) -> Report? {
        var members: [JSONObject] = []
        var damaged = 0
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            if let object = JSONObject(Data(line.utf8)), object.isObject {
                members.append(object)
            } else {
                damaged += 1
                if members.count < 10, damaged > members.count { return nil }
            }
        }
        guard !members.isEmpty else { return nil }
        var report = rows(members, title: nil)
        if damaged > 0 { report?.warnings.append("\(counted(damaged, "line")) that are no JSON left out") }
        return report
    }

    /// Several incidents of one file get their number or address in `source`.
    private func numbered(_ reports: [Report]) -> [Report]? {
        guard !reports.isEmpty else { return nil }
        guard reports.count > 1 else { return reports }
        return reports.enumerated().map { index, report in
            var report = report
            if report.source == source { report.source = "\(source)#\(index + 1)" }
            return report
        }
    }

    // MARK: Tools

    private func pagerDuty(_ entries: [JSONObject]) -> Report {
        // Newest first, as the service lists them; by time they read as they happened.
        let events = entries.compactMap { entry -> TimelineEvent? in
            let text = entry["channel"]?.text("summary") ?? entry["summary"]?.string
            guard let text = entry["note"]?.string ?? text else { return nil }
            let kind = entry["type"]?.string.map { $0.replacing("_log_entry", with: "") }
            return TimelineEvent(
                at: entry["created_at"]?.string.flatMap { TimeReader.timestamp($0) }, text: text,
                actor: entry["agent"]?["summary"]?.string, phase: kind)
        }
        let title = entries.lazy.compactMap { $0["incident"]?.text("summary", "title") }.first
        return TimelineReader.report(source: source, title: title, notes: [], from: (sorted(events), []))
    }

    /// An incident with updates; `nil` for other objects.
    private func statuspage(_ incident: JSONObject) -> Report? {
        guard let name = incident.text("name", "title"), let updates = incident["incident_updates"]?.array else {
            return nil
        }
        let events = updates.compactMap { update -> TimelineEvent? in
            let phase = update["status"]?.string
            guard let text = update.text("body", "message") ?? phase else { return nil }
            return TimelineEvent(at: time(update, "display_at", "created_at"), text: text, phase: phase)
        }
        var report = TimelineReader.report(source: source, title: name, notes: [], from: (sorted(events), []))
        report.kind = .statusEntry
        report.url = incident["shortlink"]?.string ?? incident["url"]?.string
        if let id = incident["id"]?.scalar { report.source = "\(source)#\(id)" }
        report.published = time(incident, "created_at")
        report.updated = time(incident, "updated_at", "resolved_at")
        report.services = (incident["components"]?.array ?? []).compactMap { $0["name"]?.string }
        report.severity = incident["impact"]?.string.flatMap { $0 == "none" ? nil : $0 }
        for (stamp, member) in [(StampName.impactStart, "started_at"), (.resolved, "resolved_at")] {
            guard report.stamps[stamp] == nil || member == "resolved_at", let at = time(incident, member) else {
                continue
            }
            report.stamps[stamp] = Stamp(at: at, from: member)
        }
        report.summary = report.timeline.last?.text ?? ""
        return report
    }

    private func incidentIO(_ updates: [JSONObject]) -> Report {
        let events = updates.compactMap { update -> TimelineEvent? in
            let phase = update["new_incident_status"]?["name"]?.string
            guard let text = update["message"]?.string ?? phase else { return nil }
            return TimelineEvent(
                at: time(update, "created_at"), text: text,
                actor: update["updater"]?["user"]?.text("role", "name"), phase: phase)
        }
        return TimelineReader.report(source: source, title: nil, notes: [], from: (sorted(events), []))
    }

    /// A GitHub issue with its comments.
    private func issue(_ json: JSONObject) -> Report? {
        guard let title = json["title"]?.string, let comments = json["comments"]?.array else { return nil }
        var events: [TimelineEvent] = []
        for entry in [json] + comments {
            guard let text = entry["body"]?.string else { continue }
            events.append(
                TimelineEvent(
                    at: time(entry, "created_at", "createdAt"), text: text,
                    actor: entry["user"]?["login"]?.string ?? entry["author"]?["login"]?.string))
        }
        guard !events.isEmpty else { return nil }
        var report = TimelineReader.report(source: source, title: title, notes: [], from: (sorted(events), []))
        report.url = json["html_url"]?.string
        return report
    }

    /// Objects with a time and a text under any usual name.
    private func rows(_ members: [JSONObject], title: String?) -> Report? {
        guard let first = members.first(where: \.isObject) else { return nil }
        // The names of the first few objects together; later ones may have more.
        var names: [String] = []
        for name in members.prefix(20).lazy.flatMap(\.keys) where !names.contains(name) {
            names.append(name)
            if names.count > 200 { return nil }
        }
        guard first.isObject, let columns = TimelineColumns(header: names) else { return nil }
        var items: [TimelineItem] = columns.zone.map { [.zone($0)] } ?? []
        for member in members {
            let cells = names.map { name in
                member[name]?.scalar ?? member[name]?.text("login", "name", "summary", "display_name") ?? ""
            }
            if let event = columns.event(cells) { items.append(.event(event)) }
        }
        let timed = items.filter { item in
            if case .event(let event) = item { TimeReader.beginsWithTime(event.time ?? "") } else { false }
        }
        guard !timed.isEmpty else { return nil }
        let context = TimeContext(day: TimelineReader.day(in: source))
        return TimelineReader.report(
            source: source, title: title, notes: [], from: TimelineAssembler(context: context).events(from: items))
    }

    private func time(_ json: JSONObject, _ names: String...) -> Timestamp? {
        for name in names {
            if let at = json[name]?.scalar.flatMap({ TimeReader.timestamp($0) }) { return at }
        }
        return nil
    }

    /// From early to late; events without a time stay after the one they follow.
    private func sorted(_ events: [TimelineEvent]) -> [TimelineEvent] {
        let isReversed = zip(events, events.dropFirst()).contains {
            ($0.at ?? .distantPast) > ($1.at ?? .distantFuture)
        }
        guard isReversed, events.allSatisfy({ $0.at != nil }) else { return events }
        // Reversed first, so that updates of one second keep the order they happened in.
        return events.reversed().sorted { ($0.at ?? .distantPast) < ($1.at ?? .distantPast) }
    }
}

extension Timestamp {
    fileprivate static let distantPast = Timestamp(secondsSince1970: .min / 2)
    fileprivate static let distantFuture = Timestamp(secondsSince1970: .max / 2)
}
