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
        return first["ts"]?.scalar != nil && (first["type"]?.string == "message" || first["text"] != nil)
            && first["ts"]?.scalar.flatMap { Double($0) } != nil
    }

    /// The report of a bundle or of one day's messages; `nil` for other JSON.
    static func report(_ json: JSONObject, source: String) -> Report? {
        if let channel = json["slack_channel"]?.string, let days = json["days"]?.array {
            let messages = days.flatMap { $0.array ?? [] }
            return SlackExport(users: json["users"]).report(messages, title: channel, source: source)
        }
        guard isDay(json), let messages = json.array else { return nil }
        return SlackExport(users: nil).report(messages, title: nil, source: source)
    }

    private var names: [String: String] = [:]

    private init(users: JSONObject?) {
        for user in users?.array ?? [] {
            guard let id = user["id"]?.string else { continue }
            names[id] =
                user["real_name"]?.string ?? user["profile"]?.text("real_name", "display_name") ?? user["name"]?.string
        }
    }

    private struct Message {
        var ts: String
        var seconds: Double
        var user: String?
        var bot: String?
        var text: String
    }

    private func report(_ raw: [JSONObject], title: String?, source: String) -> Report {
        var tally = Tally()
        var messages = collect(raw, &tally)
        // Swift's sort keeps the order of equals.
        messages.sort { $0.seconds < $1.seconds }
        let (kept, folded) = Self.fold(messages)
        tally.duplicates += folded
        let called = call(kept)
        let slack = SlackText(name: { called[$0] ?? "someone" })
        let events = kept.map { message in
            TimelineEvent(
                at: Timestamp(secondsSince1970: Int64(message.seconds.rounded(.down))),
                text: slack.plain(message.text).trimmed, actor: message.bot ?? message.user.flatMap { called[$0] })
        }
        return TimelineReader.report(source: source, title: title, notes: [], from: (events, tally.warnings))
    }

    private func collect(_ raw: [JSONObject], _ tally: inout Tally) -> [Message] {
        var messages: [Message] = []
        var index: [String: Int] = [:]
        var edits: [(ts: String, text: String)] = []
        var deleted: Set<String> = []
        for entry in raw {
            let subtype = entry["subtype"]?.string ?? ""
            switch subtype {
            case "message_changed":
                guard let message = entry["message"], let ts = message["ts"]?.scalar else { continue }
                edits.append((ts, Self.text(message)))
            case "message_deleted":
                if let ts = entry["deleted_ts"]?.scalar ?? entry["previous_message"]?["ts"]?.scalar {
                    deleted.insert(ts)
                }
            case _ where Self.noise.contains(subtype): tally.noise += 1
            default:
                let text = Self.text(entry)
                guard let ts = entry["ts"]?.scalar, let seconds = Double(ts), (0..<4_102_444_800).contains(seconds),
                    !text.trimmed.isEmpty
                else {
                    tally.empty += 1
                    continue
                }
                // A reply also sent to the channel appears twice.
                if let known = index[ts], messages[known].text == text {
                    tally.duplicates += 1
                    continue
                }
                index[ts] = messages.count
                messages.append(
                    Message(ts: ts, seconds: seconds, user: entry["user"]?.string, bot: bot(entry), text: text))
            }
        }
        for edit in edits {
            guard let place = index[edit.ts], !edit.text.isEmpty else { continue }
            if messages[place].text != edit.text { tally.edits += 1 }
            messages[place].text = edit.text
        }
        let before = messages.count
        messages.removeAll { deleted.contains($0.ts) }
        tally.deleted = before - messages.count
        return messages
    }

    private func bot(_ entry: JSONObject) -> String? {
        guard entry["bot_id"] != nil || entry["subtype"]?.string == "bot_message" else { return nil }
        if let user = entry["user"]?.string, let name = names[user] { return name }
        return entry["username"]?.string ?? entry["bot_profile"]?["name"]?.string ?? "bot"
    }

    /// The text, else what attachments and files say.
    private static func text(_ entry: JSONObject) -> String {
        if let text = entry["text"]?.string { return text }
        let attachments = (entry["attachments"]?.array ?? []).compactMap {
            $0.text("fallback", "text", "title", "pretext")
        }
        let files = (entry["files"]?.array ?? []).compactMap { $0.text("title", "name").map { "[file: \($0)]" } }
        return (attachments + files).joined(separator: "\n")
    }

    /// Drops a message that repeats the same sender's last one: within a minute, or at any time for a bot.
    private static func fold(_ messages: [Message]) -> (kept: [Message], folded: Int) {
        var kept: [Message] = []
        var last: [String: Message] = [:]
        for message in messages {
            let sender = message.bot.map { "bot " + $0 } ?? message.user ?? ""
            defer { last[sender] = message }
            if let previous = last[sender], previous.text == message.text,
                message.bot != nil || message.seconds - previous.seconds < 60
            {
                continue
            }
            kept.append(message)
        }
        return (kept, messages.count - kept.count)
    }

    /// What to call everyone: the name in the export, else `participant 1`, `participant 2` in order of appearance.
    private func call(_ messages: [Message]) -> [String: String] {
        var called = names
        var next = 1
        func meet(_ user: String) {
            guard called[user] == nil else { return }
            called[user] = "participant \(next)"
            next += 1
        }
        for message in messages {
            if let user = message.user, message.bot == nil { meet(user) }
            for piece in message.text.components(separatedBy: "<@").dropFirst() {
                meet(String(piece.prefix { $0 != ">" && $0 != "|" }.prefix(40)))
            }
        }
        return called
    }

    /// Messages about the channel rather than the incident.
    private static let noise: Set<String> = [
        "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
        "channel_unarchive", "channel_convert_to_private", "channel_posting_permissions", "group_join", "group_leave",
        "group_topic", "group_purpose", "group_name", "group_archive", "pinned_item", "unpinned_item", "reminder_add",
        "bot_add", "bot_remove", "bot_enable", "bot_disable", "reply_broadcast", "tombstone", "huddle_thread",
    ]

    /// What was left out, counted.
    private struct Tally {
        var noise = 0
        var empty = 0
        var duplicates = 0
        var edits = 0
        var deleted = 0

        var warnings: [String] {
            var result: [String] = []
            if noise > 0 { result.append("\(counted(noise, "channel notice")) left out") }
            if empty > 0 { result.append("\(counted(empty, "message")) without text or time left out") }
            if duplicates > 0 { result.append("\(counted(duplicates, "repeated message")) folded") }
            if edits > 0 { result.append("\(counted(edits, "edited message")) kept in the last version") }
            if deleted > 0 { result.append("\(counted(deleted, "deleted message")) left out") }
            return result
        }
    }
}
