import Reports

/// Reads the incidents and maintenances of Statuspage and its relatives: `incidents.json`, `scheduled-maintenances.json`,
/// `summary.json`, and the management interface's lists with postmortems in them.
enum StatuspageExport {
    /// One for each incident with a list of updates; `nil` for other JSON.
    static func incidents(_ json: JSONObject, zone: TimeZoneRule?) -> [ExportedIncident]? {
        let lists = ["incidents", "scheduled_maintenances"].compactMap { json[$0]?.array }
        var members = lists.flatMap { $0 } + (json.array ?? [])
        if let one = json["incident"] ?? json["scheduled_maintenance"] { members.append(one) }
        if json.isObject, members.isEmpty { members = [json] }
        let found = members.compactMap { incident($0, page: json["page"], zone: zone) }
        // A list in which others stand is another tool's.
        return found.isEmpty || found.count * 2 < members.count ? nil : found
    }

    private static func incident(_ json: JSONObject, page: JSONObject?, zone: TimeZoneRule?) -> ExportedIncident? {
        guard let name = json.text("name", "title"), let updates = json["incident_updates"]?.array else { return nil }
        var incident = ExportedIncident(id: json["id"]?.scalar, title: name, kind: .statusEntry)
        let postmortem = json["postmortem_body"]?.string
        for update in updates {
            guard let phase = update["status"]?.string ?? update["new_incident_status"]?.text("name") else {
                if let text = update.text("body", "message").map(PlainWords.of) {
                    incident.events.append(
                        TimelineEvent(at: update.time("display_at", "created_at", zone: zone), text: text))
                }
                continue
            }
            let at = update.time("display_at", "created_at", "updated_at", zone: zone)
            var text = update.text("body", "message").map(PlainWords.of) ?? phase
            if phase == "postmortem" {
                // The postmortem is no event; that it came out is.
                if incident.body == nil { incident.body = postmortem ?? update.text("body") }
                text = "Postmortem published"
            }
            incident.events.append(TimelineEvent(at: at, text: text, phase: phase))
        }
        if incident.body == nil { incident.body = postmortem }
        incident.url = json.text("shortlink", "url")
        incident.published = json.time("created_at", zone: zone)
        incident.updated = json.time("updated_at", "resolved_at", zone: zone)
        incident.services = (json["components"]?.array ?? []).compactMap { $0["name"]?.string }
        incident.severity = json.text("impact_override", "impact").flatMap { $0 == "none" ? nil : $0 }
        let events = Chronology.sorted(incident.events)
        incident.summary = events.last { $0.phase != "postmortem" }?.text ?? ""
        stamps(&incident, json, events, zone)
        return incident
    }

    /// Maintenance that went to plan has no impact to stamp.
    private static func stamps(
        _ incident: inout ExportedIncident, _ json: JSONObject, _ events: [TimelineEvent], _ zone: TimeZoneRule?
    ) {
        let isScheduled = json["scheduled_for"] != nil || events.contains { $0.phase == "scheduled" }
        if let at = json.time("scheduled_for", zone: zone) {
            let until = json.time("scheduled_until", zone: zone)
            let end = until.map { " to \(TimelineText.time($0))" } ?? ""
            incident.warnings.append("scheduled maintenance, planned for \(TimelineText.time(at))\(end)")
        }
        guard !isScheduled else { return }
        incident.stamp(.impactStart, json.time("started_at", zone: zone), from: "started_at")
        let resolved = json.time("resolved_at", zone: zone)
        incident.stamp(.resolved, resolved, from: "resolved_at")
    }
}
