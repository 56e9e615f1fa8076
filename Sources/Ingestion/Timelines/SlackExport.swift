import Foundation
import Reports

/// Reads the messages of one Slack channel as a timeline.
struct SlackExport {
    /// The files of one channel and the users beside them, put into one JSON text, so that the whole export is one
    /// source with one hash: `{"slack_channel":…,"users":[…],"days":[[…],…]}`.
    static func bundle(channel: String, users: Data?, days: [Data]) -> Data {
        var result = Data("{\"slack_channel\":\(JSONValue.string(channel).text),\"users\":".utf8)
        result.append(users ?? Data("[]".utf8))
        result.append(Data(",\"days\":[\n".utf8))
        for (index, day) in days.enumerated() {
            if index > 0 { result.append(Data(",\n".utf8)) }
            result.append(day)
        }
        result.append(Data("\n]}\n".utf8))
        return result
    }

    /// Whether JSON is a list of Slack messages.
    static func isDay(_ json: JSONObject) -> Bool {
        guard let messages = json.array, let first = messages.first else { return false }
        return isMessage(first)
    }

    private static func isMessage(_ json: JSONObject) -> Bool {
        json["ts"]?.scalar.flatMap { Double($0) } != nil
            && (json["type"]?.string == "message" || (json["text"] != nil && json["user"] ?? json["bot_id"] != nil))
    }

    /// The report of a bundle, of one day's messages, or of what the interface answers, `{"ok":true,"messages":[…]}`;
    /// `nil` for other JSON.
    static func report(_ json: JSONObject, source: String, zone: TimeZoneRule? = nil) -> Report? {
        if let channel = json["slack_channel"]?.string, let days = json["days"]?.array {
            let messages = days.flatMap { $0.array ?? [] }
            return SlackExport(users: json["users"], zone: zone).report(messages, title: channel, source: source)
        }
        if json.isObject, let list = json["messages"] ?? json["replies"], isDay(list) {
            let title =
                json["channel"]?.text("name") ?? json.text("channel_name", "name") ?? json["channel_info"]?.text("name")
            return SlackExport(users: json["users"], zone: zone)
                .report(list.array ?? [], title: title, source: source)
        }
        guard isDay(json), let messages = json.array else { return nil }
        return SlackExport(users: nil, zone: zone).report(messages, title: nil, source: source)
    }

    private var names: [String: String] = [:]
    private var zone: TimeZoneRule?

    private init(users: JSONObject?, zone: TimeZoneRule?) {
        self.zone = zone
        for user in (users?["members"] ?? users)?.array ?? [] {
            guard let id = user["id"]?.string else { continue }
            names[id] =
                user["real_name"]?.string ?? user["profile"]?.text("real_name", "display_name") ?? user["name"]?.string
        }
    }

    private func report(_ raw: [JSONObject], title: String?, source: String) -> Report {
        let read = SlackMessages(raw, names: names)
        let called = call(read)
        let slack = SlackText(name: { called[$0] ?? "someone" })
        let events = read.messages.map { message in
            let instant = Int64(message.seconds.rounded(.down))
            return TimelineEvent(
                at: Timestamp(secondsSince1970: instant, offsetSeconds: zone?.offset(at: instant) ?? 0),
                text: slack.plain(message.text).trimmed, actor: message.bot ?? message.user.flatMap { called[$0] })
        }
        return TimelineReader.report(source: source, title: title, notes: [], from: (events, read.warnings))
    }

    /// What to call everyone: the name in the export, else `participant 1`, `participant 2` in order of appearance.
    private func call(_ read: SlackMessages) -> [String: String] {
        var called = names.merging(read.profiles) { table, _ in table }
        var next = 1
        func meet(_ user: String) {
            guard called[user] == nil else { return }
            called[user] = "participant \(next)"
            next += 1
        }
        for message in read.messages {
            if let user = message.user, message.bot == nil { meet(user) }
            for piece in message.text.components(separatedBy: "<@").dropFirst() {
                meet(String(piece.prefix { $0 != ">" && $0 != "|" }.prefix(40)))
            }
        }
        return called
    }
}
