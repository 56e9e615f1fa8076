import Reports

/// Reads PagerDuty's exports: log entries, incidents, alerts, notes and status updates, alone or in one document, and
/// the messages of its webhooks.
enum PagerDutyExport {
    /// One for each incident; `nil` for other JSON.
    static func incidents(_ json: JSONObject, zone: TimeZoneRule?) -> [ExportedIncident]? {
        var reading = Reading(zone: zone)
        if let members = json.array {
            guard members.contains(where: { isLogEntry($0) || webhook($0) != nil || isIncident($0) }) else {
                return nil
            }
            for member in members { reading.addMember(member) }
        } else {
            guard json.isObject else { return nil }
            reading.addDocument(json)
            if let messages = json["messages"]?.array, messages.contains(where: { $0["log_entries"] != nil }) {
                for message in messages { reading.addDocument(message) }
            }
            if reading.isEmpty { reading.addMember(json) }
        }
        return reading.isEmpty ? nil : reading.incidents
    }

    fileprivate static func isLogEntry(_ json: JSONObject) -> Bool {
        json["type"]?.string?.contains("_log_entry") == true
    }

    fileprivate static func isIncident(_ json: JSONObject) -> Bool {
        json["incident_number"] != nil && json.text("created_at", "created_on") != nil
            || json["type"]?.string == "incident" && json["incident_updates"] == nil && json["created_at"] != nil
    }

    /// The event inside a webhook's envelope.
    fileprivate static func webhook(_ json: JSONObject) -> JSONObject? {
        guard let event = json["event"], event["occurred_at"] != nil, event["event_type"] != nil else { return nil }
        return event
    }

    /// What has been met so far, by incident.
    private struct Reading {
        var zone: TimeZoneRule?
        private var order: [String] = []
        private var found: [String: ExportedIncident] = [:]
        /// Incidents that have log entries, which tell more than the incident's own fields.
        private var logged: Set<String> = []

        init(zone: TimeZoneRule?) {
            self.zone = zone
        }

        var isEmpty: Bool { order.isEmpty }

        var incidents: [ExportedIncident] {
            order.compactMap { id in
                guard var incident = found[id] else { return nil }
                // One incident is the whole source, whatever its number.
                incident.id = order.count > 1 && !id.isEmpty ? id : nil
                return incident
            }
        }

        mutating func addMember(_ json: JSONObject) {
            if let event = PagerDutyExport.webhook(json) {
                add(webhook: event)
            } else if PagerDutyExport.isLogEntry(json) {
                add(entry: json, incident: "")
            } else if PagerDutyExport.isIncident(json) {
                add(incident: json)
            }
        }

        mutating func addDocument(_ json: JSONObject) {
            let own = json["incident"].flatMap { PagerDutyExport.isIncident($0) ? $0 : nil }
            let id = own?["id"]?.scalar ?? ""
            for entry in json["log_entries"]?.array ?? [] { add(entry: entry, incident: id) }
            if let entry = json["log_entry"] { add(entry: entry, incident: id) }
            for note in json["notes"]?.array ?? [] where note["content"] != nil { add(note: note, incident: id) }
            for update in json["status_updates"]?.array ?? [] where update["message"] != nil {
                add(update: update, incident: id)
            }
            for alert in json["alerts"]?.array ?? [] where alert["summary"] != nil && alert["created_at"] != nil {
                add(alert: alert, incident: id)
            }
            let listed = (json["incidents"]?.array ?? []).filter { PagerDutyExport.isIncident($0) }
            for incident in [own].compactMap({ $0 }) + listed { add(incident: incident) }
        }

        private mutating func change(_ id: String, _ change: (inout ExportedIncident) -> Void) {
            if found[id] == nil { order.append(id) }
            change(&found[id, default: ExportedIncident()])
        }

        private mutating func add(entry: JSONObject, incident: String) {
            let reference = entry["incident"]
            let id = reference?["id"]?.scalar ?? incident
            let kind = entry["type"]?.string.map {
                $0.replacing("_log_entry", with: "").replacing("_reference", with: "")
            }
            let channel =
                entry["channel"]?.text("summary", "subject", "description", "body")
                ?? entry["event_details"]?.text("description")
            let summary = entry["summary"]?.string
            guard let text = Self.words(kind, note: entry["note"]?.string, channel: channel, summary: summary) else {
                return
            }
            let at = entry.time("created_at", "created_on", zone: zone)
            logged.insert(id)
            change(id) { incident in
                incident.title = incident.title ?? reference?.text("title", "summary")
                incident.url = incident.url ?? reference?.text("html_url")
                if let service = entry["service"]?.text("summary", "name"), !incident.services.contains(service) {
                    incident.services.append(service)
                }
                incident.events.append(
                    TimelineEvent(
                        at: at, text: PlainWords.of(text), actor: entry.person("agent", "user"), phase: kind))
                switch kind {
                case "trigger": Self.earliest(.alerted, at, "PagerDuty, triggered", &incident)
                case "acknowledge": Self.earliest(.engaged, at, "PagerDuty, acknowledged", &incident)
                case "resolve": Self.latest(.resolved, at, "PagerDuty, resolved", &incident)
                default: break
                }
            }
        }

        /// A note is its own words; a trigger says how it came and what it is about.
        private static func words(_ kind: String?, note: String?, channel: String?, summary: String?) -> String? {
            if let note { return note }
            guard let summary else { return channel }
            guard let channel, !summary.contains(channel) else { return summary }
            if kind == "annotate" || channel.contains(summary) { return channel }
            return kind == "trigger" ? "\(summary): \(channel)" : channel
        }

        /// Entries come newest first or oldest first.
        private static func earliest(
            _ name: StampName, _ at: Timestamp?, _ from: String, _ incident: inout ExportedIncident
        ) {
            guard let at, incident.stamps[name].map({ at < $0.at }) ?? true else { return }
            incident.stamps[name] = Stamp(at: at, from: from)
        }

        private static func latest(
            _ name: StampName, _ at: Timestamp?, _ from: String, _ incident: inout ExportedIncident
        ) {
            guard let at, incident.stamps[name].map({ at > $0.at }) ?? true else { return }
            incident.stamps[name] = Stamp(at: at, from: from)
        }

        private mutating func add(note: JSONObject, incident: String) {
            guard let text = note.text("content") else { return }
            let at = note.time("created_at", zone: zone)
            change(incident) {
                // The same note stands in the log too.
                let isKnown = $0.events.contains { $0.at == at && $0.text == text.trimmed }
                guard !isKnown else { return }
                $0.events.append(TimelineEvent(at: at, text: text.trimmed, actor: note.person("user"), phase: "note"))
            }
        }

        private mutating func add(update: JSONObject, incident: String) {
            guard let text = update.text("message") else { return }
            let at = update.time("created_at", zone: zone)
            change(incident) {
                $0.events.append(
                    TimelineEvent(at: at, text: text.trimmed, actor: update.person("sender"), phase: "status update"))
            }
        }

        private mutating func add(alert: JSONObject, incident: String) {
            let id = alert["incident"]?["id"]?.scalar ?? incident
            guard let text = alert.text("summary") else { return }
            change(id) { [zone] in
                $0.events.append(
                    TimelineEvent(
                        at: alert.time("created_at", zone: zone), text: text.trimmed,
                        actor: alert.person("service", "integration"), phase: "alert"))
                Self.earliest(.alerted, alert.time("created_at", zone: zone), "PagerDuty, alert", &$0)
                if let at = alert.time("resolved_at", zone: zone) {
                    $0.events.append(TimelineEvent(at: at, text: "Resolved: \(text.trimmed)", phase: "alert resolved"))
                }
            }
        }

        private mutating func add(incident json: JSONObject) {
            let id = json["id"]?.scalar ?? json["incident_number"]?.scalar ?? ""
            // Entries that name no incident belong to the only one.
            if found[""] != nil, found[id] == nil, order == [""] {
                found[id] = found.removeValue(forKey: "")
                order = [id]
                if logged.remove("") != nil { logged.insert(id) }
            }
            let title = json.text("title", "summary", "description")
            let isLogged = logged.contains(id)
            change(id) { [zone] incident in
                incident.title = title ?? incident.title
                incident.url = json.text("html_url") ?? incident.url
                incident.severity = json["priority"]?.text("summary", "name") ?? json.text("urgency")
                incident.published = json.time("created_at", "created_on", zone: zone)
                incident.updated = json.time("updated_at", "last_status_change_at", zone: zone)
                if let service = json.person("service"), !incident.services.contains(service) {
                    incident.services.append(service)
                }
            }
            for entry in json["log_entries"]?.array ?? [] { add(entry: entry, incident: id) }
            for note in json["notes"]?.array ?? [] { add(note: note, incident: id) }
            for alert in json["alerts"]?.array ?? [] { add(alert: alert, incident: id) }
            if !isLogged, !logged.contains(id) {
                change(id) { [zone] in Self.addFields(of: json, title: title, zone, to: &$0) }
            }
        }

        /// What an incident says of itself when its log is not there.
        private static func addFields(
            of json: JSONObject, title: String?, _ zone: TimeZoneRule?, to incident: inout ExportedIncident
        ) {
            let begun = json.time("created_at", "created_on", zone: zone)
            if let begun, !incident.events.contains(where: { $0.phase == "alert" && $0.at == begun }) {
                incident.events.append(
                    TimelineEvent(
                        at: begun, text: title ?? "Triggered", actor: json.person("service"), phase: "trigger"))
            }
            Self.earliest(.alerted, begun, "PagerDuty, created_at", &incident)
            for member in json["acknowledgements"]?.array ?? [] {
                let at = member.time("at", zone: zone)
                incident.events.append(
                    TimelineEvent(
                        at: at, text: "Acknowledged", actor: member.person("acknowledger"), phase: "acknowledge"))
                Self.earliest(.engaged, at, "PagerDuty, acknowledged", &incident)
            }
            let isOver = json["status"]?.string == "resolved"
            guard
                let end = json.time("resolved_at", "resolved_on", zone: zone)
                    ?? (isOver ? json.time("last_status_change_at", "last_status_change_on", zone: zone) : nil)
            else { return }
            incident.events.append(
                TimelineEvent(
                    at: end, text: "Resolved", actor: json.person("last_status_change_by", "resolved_by_user"),
                    phase: "resolve"))
            Self.latest(.resolved, end, "PagerDuty, resolved", &incident)
        }

        private mutating func add(webhook event: JSONObject) {
            let data = event["data"]
            let kind = event["event_type"]?.string?.split(separator: ".").last.map(String.init)
            let id = data?["incident"]?["id"]?.scalar ?? data?["id"]?.scalar ?? ""
            guard let text = data?.text("content", "message", "title", "summary") ?? kind else { return }
            let at = event.time("occurred_at", zone: zone)
            change(id) { incident in
                incident.title = incident.title ?? data?.text("title") ?? data?["incident"]?.text("title", "summary")
                incident.url = incident.url ?? data?.text("html_url")
                incident.events.append(
                    TimelineEvent(at: at, text: text.trimmed, actor: event.person("agent"), phase: kind))
                switch kind {
                case "triggered": Self.earliest(.alerted, at, "PagerDuty, triggered", &incident)
                case "acknowledged": Self.earliest(.engaged, at, "PagerDuty, acknowledged", &incident)
                case "resolved": Self.latest(.resolved, at, "PagerDuty, resolved", &incident)
                default: break
                }
            }
        }
    }
}
