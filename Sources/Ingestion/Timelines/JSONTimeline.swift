import Foundation
import Reports

/// Reads the JSON exports of incident tools as timelines, told apart by their members.
struct JSONTimeline {
    var source: String
    var reader: TimelineReader

    private typealias Export = (JSONObject, TimeZoneRule?) -> [ExportedIncident]?
    /// The tools' own shapes, the most telling first.
    private static var exports: [Export] {
        [
            { StatuspageExport.incidents($0, zone: $1) }, { IncidentIOExport.incidents($0, zone: $1) },
            { PagerDutyExport.incidents($0, zone: $1) }, { IssueExport.incidents($0, zone: $1) },
        ]
    }

    /// The reports in a JSON text: one, or one per incident; `nil` when it is JSON of no shape we know.
    func reports(_ json: JSONObject) -> [Report]? {
        if let slack = SlackExport.report(json, source: source, zone: reader.zone) { return [slack] }
        let documents = documents(in: json)
        for document in documents {
            for export in Self.exports {
                let found = (export(document, reader.zone) ?? []).filter {
                    !$0.events.isEmpty || $0.kind == .statusEntry
                }
                if !found.isEmpty { return numbered(found.map { $0.report(source: source) }) }
            }
        }
        let found = rows(in: json) ?? joined(json).flatMap { rows(in: $0) } ?? only(json)
        return found.map { [$0] }
    }

    /// The one event of a file of JSON Lines with one line, when its members name a time and a text.
    private func only(_ json: JSONObject) -> Report? {
        guard json.isObject, TimelineColumns(header: json.keys)?.namesText == true else { return nil }
        return rows([json], title: nil)
    }

    /// Whether JSON is a tool's answer without entries, as on a quiet day.
    func isEmptyExport(_ json: JSONObject) -> Bool {
        if let array = json.array { return array.isEmpty }
        let lists = Self.lists.compactMap { json[$0]?.array }
        return !lists.isEmpty && lists.allSatisfy(\.isEmpty)
    }

    private static let lists = [
        "log_entries", "incidents", "incident_updates", "notes", "alerts", "messages", "scheduled_maintenances", "data",
        "events", "timeline", "entries",
    ]

    /// The reports of JSON Lines, one object each; `nil` when one of the first lines is none.
    func lines(_ text: String) -> [Report]? {
        var members: [JSONParser.Node] = []
        var damaged = 0
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            if let object = JSONObject(Data(line.utf8)), object.isObject {
                members.append(object.node)
            } else {
                damaged += 1
                if members.count < 10, damaged > members.count { return nil }
            }
        }
        guard !members.isEmpty, var reports = reports(JSONObject(node: .array(members))) else { return nil }
        if damaged > 0 { reports[0].warnings.append("\(counted(damaged, "line")) that are no JSON left out") }
        return reports
    }

    /// Several incidents of one file get their number or address in `source`.
    private func numbered(_ reports: [Report]) -> [Report] {
        guard reports.count > 1 else { return reports }
        return reports.enumerated().map { index, report in
            var report = report
            if report.source == source { report.source = "\(source)#\(index + 1)" }
            return report
        }
    }

    // MARK: Envelopes

    /// What programs wrap a document in.
    private static let envelopes = ["data", "result", "results", "response", "payload", "repository", "export"]

    /// The document itself, pages of it put together, and what stands inside its envelopes, outermost first.
    private func documents(in json: JSONObject) -> [JSONObject] {
        var result = [json]
        if let pages = joined(json) { result.append(pages) }
        var inner = json
        for _ in 0..<4 {
            guard
                let next = Self.envelopes.lazy.compactMap({ inner[$0] }).first(where: { $0.isObject || $0.array != nil }
                )
            else { break }
            result.append(next)
            inner = next
        }
        return result
    }

    /// Pages of one list, `[{"log_entries":[…]},{"log_entries":[…]}]`, as one document.
    private func joined(_ json: JSONObject) -> JSONObject? {
        guard let pages = json.array, let first = pages.first,
            let name = Self.lists.first(where: {
                first[$0]?.array != nil
            }), first["id"] == nil, first["name"] == nil
        else { return nil }
        var members = JSONMembers()
        members.set(name, .array(pages.flatMap { ($0[name]?.array ?? []).map(\.node) }))
        return JSONObject(node: .object(members))
    }

    // MARK: Objects with usual names

    /// The list with the most timed events, wherever it stands; of equals the outermost first.
    private func rows(in json: JSONObject) -> Report? {
        var best: (report: Report, timed: Int)?
        var level: [(json: JSONObject, title: String?)] = [(json, nil)]
        var met = 0
        for _ in 0..<5 {
            var next: [(json: JSONObject, title: String?)] = []
            for (json, title) in level {
                met += 1
                if met > 500 { return best?.report }
                if let members = json.array, members.contains(where: \.isObject) {
                    if let report = rows(members, title: title) {
                        let timed = report.timeline.count { $0.at != nil }
                        if best.map({ timed > $0.timed }) ?? true { best = (report, timed) }
                    }
                    // An object that wraps a list: `[{"incident":…,"timeline":[…]}]`.
                    if members.count == 1 { next.append((members[0], title)) }
                } else if json.isObject {
                    let title = json.text("title", "name", "summary", "subject") ?? title
                    next += json.keys.prefix(100).compactMap { key in json[key].map { ($0, title) } }
                }
            }
            // What stands deeper is part of the events found.
            if best != nil { break }
            level = next
        }
        return best?.report
    }

    /// Objects with a time and a text under any usual name.
    private func rows(_ members: [JSONObject], title: String?) -> Report? {
        // Resource objects keep their fields under `attributes`.
        let members = members.map { $0["attributes"].flatMap { $0.isObject ? $0 : nil } ?? $0 }
        // The names of the first few objects together; later ones may have more.
        var names: [String] = []
        var known: Set<String> = []
        for name in members.prefix(20).lazy.flatMap(\.keys) where known.insert(name).inserted {
            names.append(name)
            if names.count > 200 { return nil }
        }
        // What we wrote ourselves is read back to the letter.
        let isOurs = names == ["at", "text", "actor", "phase", "source"]
        let cells = members.map { member in
            names.map { (isOurs ? member[$0]?.scalar : member[$0]?.words) ?? "" }
        }
        guard let columns = TimelineColumns(header: names, sample: Array(cells.prefix(50))) else { return nil }
        var items: [TimelineItem] = columns.zone.map { [.zone($0)] } ?? []
        var timed = 0
        for row in cells {
            guard var event = columns.event(row) else { continue }
            if TimeReader.beginsWithTime(event.time ?? "") { timed += 1 }
            if event.text.isEmpty, let phase = event.phase { event.text = phase }
            items.append(.event(event))
        }
        guard timed > 0 else { return nil }
        let found = reader.assembler(for: source, title: title).events(from: items)
        return TimelineReader.report(source: source, title: title, notes: [], from: found)
    }
}
