import Reports

/// Reads incident.io's documents: incidents, incident updates, incident timestamps and follow-ups, alone or together.
enum IncidentIOExport {
    /// One for each incident; `nil` for other JSON.
    static func incidents(_ json: JSONObject, zone: TimeZoneRule?) -> [ExportedIncident]? {
        var reading = Reading(zone: zone)
        var members = json.array ?? []
        members += json["incidents"]?.array ?? []
        if let one = json["incident"] { members.append(one) }
        for member in members where isIncident(member) { reading.add(incident: member) }
        for member in members + (json["incident_updates"]?.array ?? []) where isUpdate(member) {
            reading.add(update: member)
        }
        let stamped = members.filter { $0["incident_timestamp"] != nil } + (json["incident_timestamps"]?.array ?? [])
        for member in stamped { reading.add(timestamp: member, to: nil) }
        guard !reading.order.isEmpty else { return nil }
        for member in json["follow_ups"]?.array ?? json["actions"]?.array ?? [] { reading.add(followUp: member) }
        return reading.incidents
    }

    private static func isIncident(_ json: JSONObject) -> Bool {
        json["name"] != nil && json["incident_updates"] == nil
            && ["incident_status", "incident_timestamp_values", "incident_role_assignments", "timestamps"].contains {
                json[$0] != nil
            }
    }

    private static func isUpdate(_ json: JSONObject) -> Bool {
        json["created_at"] != nil
            && (json["new_incident_status"] != nil || json["new_severity"] != nil || json["updater"] != nil
                || (json["message"] != nil && json["incident_id"] != nil))
    }

    private struct Reading {
        var zone: TimeZoneRule?
        var order: [String] = []
        private var found: [String: ExportedIncident] = [:]

        init(zone: TimeZoneRule?) {
            self.zone = zone
        }

        var incidents: [ExportedIncident] {
            order.compactMap { id in
                guard var incident = found[id] else { return nil }
                incident.id = order.count > 1 && !id.isEmpty ? id : nil
                return incident
            }
        }

        private mutating func change(_ id: String?, _ change: (inout ExportedIncident) -> Void) {
            // What names no incident belongs to the only one.
            let id = id ?? (order.count == 1 ? order[0] : "")
            if found[id] == nil { order.append(id) }
            change(&found[id, default: ExportedIncident()])
        }

        mutating func add(incident json: JSONObject) {
            let id = json["id"]?.scalar
            let reference = json["reference"]?.string
            change(id) { [zone] incident in
                incident.title = json.text("name").map { name in reference.map { "\($0): \(name)" } ?? name }
                incident.url = json.text("permalink")
                incident.severity = json["severity"]?.text("name") ?? json.text("severity")
                incident.published = json.time("created_at", zone: zone)
                incident.updated = json.time("updated_at", zone: zone)
                incident.summary = json.text("summary").map { PlainWords.of($0) } ?? ""
            }
            for value in (json["incident_timestamp_values"] ?? json["timestamps"])?.array ?? [] {
                add(timestamp: value, to: id)
            }
        }

        mutating func add(update json: JSONObject) {
            let phase = json["new_incident_status"]?.text("name") ?? json.text("new_incident_status", "status")
            let severity = json["new_severity"]?.text("name").map { "Severity: \($0)" }
            guard let text = json.text("message") ?? severity ?? phase else { return }
            change(json["incident_id"]?.scalar) { [zone] incident in
                incident.events.append(
                    TimelineEvent(
                        at: json.time("created_at", zone: zone), text: PlainWords.of(text),
                        actor: json["updater"]?["user"]?.text("role", "name")
                            ?? json["updater"].flatMap { updater in
                                ["api_key", "workflow", "alert"].lazy.compactMap { updater[$0]?.text("name") }.first
                            }
                            ?? json["updater"]?.text("name"),
                        phase: phase))
            }
        }

        /// `{"incident_timestamp":{"name"},"value":{"value"}}`, `{"name","value"}`, `{"name","last_occurred_at"}`; a
        /// definition without a value says nothing.
        mutating func add(timestamp json: JSONObject, to id: String?) {
            guard let name = json["incident_timestamp"]?.text("name") ?? json.text("name"),
                let at = json["value"]?.time("value", zone: zone)
                    ?? json.time("value", "last_occurred_at", "occurred_at", zone: zone)
            else { return }
            change(id ?? json["incident_id"]?.scalar) { incident in
                incident.events.append(TimelineEvent(at: at, text: name))
                if let stamp = StampLabels.stamp(name) { incident.stamp(stamp, at, from: "incident.io, '\(name)'") }
            }
        }

        mutating func add(followUp json: JSONObject) {
            guard let text = json.text("title", "description"), json["status"]?.string != "deleted" else { return }
            change(json["incident_id"]?.scalar) { incident in
                incident.actionItems.append(
                    ActionItem(
                        text: text, owner: json.person("assignee"), due: json.text("due_date", "due_at"),
                        status: json.text("status")))
            }
        }
    }
}
