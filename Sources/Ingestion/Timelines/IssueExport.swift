import Reports

/// Reads issues with their comments: GitHub's REST, GraphQL and `gh issue view --json`, GitLab's, and Jira's.
enum IssueExport {
    /// The issue as one incident; `nil` for other JSON.
    static func incidents(_ json: JSONObject, zone: TimeZoneRule?) -> [ExportedIncident]? {
        if json["fields"]?["summary"] != nil { return [jira(json, zone)] }
        if let members = json.array { return members.first.flatMap { list($0, members, zone) }.map { [$0] } }
        let issue = json["issue"] ?? json["pull_request"] ?? json
        let nested = ["comments", "notes", "discussion", "timeline_items", "timelineItems", "timeline", "events"]
        let lists = nested.compactMap { name in
            (json[name] ?? issue[name]).flatMap { $0.array ?? $0["nodes"]?.array ?? $0["edges"]?.array }
        }
        guard issue["title"]?.string != nil, issue["created_at"] ?? issue["createdAt"] != nil,
            !lists.isEmpty || issue["body"] != nil || issue["description"] != nil,
            issue["number"] ?? issue["user"] ?? issue["author"] ?? issue["html_url"] ?? json["issue"]
                ?? json["comments"]
                != nil
        else { return nil }
        let members = lists.flatMap { $0 }.map { $0["node"] ?? $0 }
        // A list of another shape is somebody's own timeline.
        guard members.first.map({ $0["body"] != nil || isEvent($0) }) ?? true else { return nil }
        var result = opened(issue, zone)
        for member in members { add(member, to: &result, zone) }
        close(&result, issue, zone)
        return result.events.isEmpty ? nil : [result]
    }

    /// `[issue, comment, …]` or comments alone, as `gh api --paginate` gives them.
    private static func list(
        _ first: JSONObject, _ members: [JSONObject], _ zone: TimeZoneRule?
    ) -> ExportedIncident? {
        let isIssue = first["title"]?.string != nil && (first["body"] != nil || first["user"] != nil)
        guard first["created_at"] ?? first["createdAt"] != nil, isIssue || isComment(first) || isEvent(first),
            members.dropFirst().allSatisfy({ $0["title"] == nil })
        else { return nil }
        var result = isIssue ? opened(first, zone) : ExportedIncident()
        for member in isIssue ? members.dropFirst() : members[...] { add(member, to: &result, zone) }
        if isIssue { close(&result, first, zone) }
        return result.events.isEmpty ? nil : result
    }

    private static func isComment(_ json: JSONObject) -> Bool {
        json["body"]?.string != nil && (json["user"] ?? json["author"])?.isObject == true
    }

    private static func isEvent(_ json: JSONObject) -> Bool {
        json["event"]?.string != nil && json["actor"]?.isObject == true
    }

    private static func opened(_ issue: JSONObject, _ zone: TimeZoneRule?) -> ExportedIncident {
        var result = ExportedIncident(title: issue["title"]?.string)
        result.url = issue.text("html_url", "web_url", "url")
        if let text = issue.text("body", "description") {
            result.events.append(
                TimelineEvent(
                    at: issue.time("created_at", "createdAt", zone: zone), text: text.trimmed,
                    actor: issue.person("user", "author")))
        }
        return result
    }

    private static func close(_ result: inout ExportedIncident, _ issue: JSONObject, _ zone: TimeZoneRule?) {
        guard let at = issue.time("closed_at", "closedAt", zone: zone),
            !result.events.contains(where: { $0.phase == "closed" })
        else { return }
        result.events.append(
            TimelineEvent(at: at, text: "Closed", actor: issue.person("closed_by", "closedBy"), phase: "closed"))
    }

    /// Events of an issue that concern who reads it rather than what happened.
    private static let noise: Set<String> = [
        "subscribed", "unsubscribed", "mentioned", "cross-referenced", "referenced", "locked", "unlocked", "pinned",
        "unpinned", "added_to_project", "moved_columns_in_project", "removed_from_project", "transferred",
        "added_to_project_v2", "project_v2_item_status_changed",
    ]

    private static func add(_ json: JSONObject, to result: inout ExportedIncident, _ zone: TimeZoneRule?) {
        let at = json.time("created_at", "createdAt", "submitted_at", zone: zone)
        let actor = json.person("user", "author", "actor")
        // Minimised: spam, off-topic, outdated.
        if json["isMinimized"]?.bool == true { return }
        if let text = json.text("body") {
            result.events.append(TimelineEvent(at: at, text: text.trimmed, actor: actor))
        } else if let event = json["event"]?.string, !noise.contains(event) {
            let detail =
                json["label"]?.text("name") ?? json.person("assignee") ?? json["milestone"]?.text("title")
                ?? json["rename"]?.text("to")
            let words = event.replacing("_", with: " ")
            let text = words.prefix(1).uppercased() + words.dropFirst()
            result.events.append(
                TimelineEvent(at: at, text: detail.map { "\(text): \($0)" } ?? text, actor: actor, phase: event))
        }
    }

    // MARK: Jira

    private static func jira(_ json: JSONObject, _ zone: TimeZoneRule?) -> ExportedIncident {
        let fields = json["fields"] ?? json
        let key = json["key"]?.string
        var result = ExportedIncident(
            title: fields["summary"]?.string.map { name in key.map { "\($0): \(name)" } ?? name })
        result.severity = fields["priority"]?.text("name")
        result.services = (fields["components"]?.array ?? []).compactMap { $0.text("name") }
        let created = fields.time("created", zone: zone)
        result.published = created
        let text = fields["description"]?.words ?? fields["summary"]?.string ?? ""
        result.events.append(
            TimelineEvent(at: created, text: text, actor: fields.person("reporter", "creator"), phase: "created"))
        for comment in fields["comment"]?["comments"]?.array ?? json["comments"]?.array ?? [] {
            guard let text = comment["body"]?.words else { continue }
            result.events.append(
                TimelineEvent(at: comment.time("created", zone: zone), text: text, actor: comment.person("author")))
        }
        for history in json["changelog"]?["histories"]?.array ?? [] {
            let at = history.time("created", zone: zone)
            for item in history["items"]?.array ?? [] {
                guard let field = item["field"]?.string,
                    ["status", "priority", "resolution", "assignee"].contains(field),
                    let to = item["toString"]?.string
                else { continue }
                let from = item["fromString"]?.string.map { "\($0) → " } ?? ""
                result.events.append(
                    TimelineEvent(
                        at: at, text: "\(field.prefix(1).uppercased() + field.dropFirst()): \(from)\(to)",
                        actor: history.person("author"), phase: field == "status" ? to : nil))
            }
        }
        return result
    }
}
