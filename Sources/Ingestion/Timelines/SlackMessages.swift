import Foundation
import Reports

/// The messages of a channel as they stood in the end: edits applied, deletions gone, notices and repeats left out.
struct SlackMessages {
    struct Message {
        var ts: String
        var seconds: Double
        var user: String?
        var bot: String?
        var text: String
    }

    /// From early to late.
    private(set) var messages: [Message] = []
    /// What the messages themselves say of their senders' names.
    private(set) var profiles: [String: String] = [:]
    private var tally = Tally()

    /// Messages by their time stamp, which is their identifier.
    private var index: [String: Int] = [:]
    private var edits: [(at: Double, ts: String, message: JSONObject)] = []
    private var deleted: Set<String> = []

    /// - Parameter names: Of users, from the export's own table.
    init(_ raw: [JSONObject], names: [String: String]) {
        for entry in raw {
            add(entry, names)
            // Some exporters put a thread's replies inside its first message.
            for reply in (entry["slackdump_thread_replies"] ?? entry["replies_messages"])?.array ?? [] {
                add(reply, names)
            }
        }
        apply(names)
        // Swift's sort keeps the order of equals.
        messages.sort { $0.seconds < $1.seconds }
        fold()
    }

    var warnings: [String] { tally.warnings }

    private mutating func add(_ entry: JSONObject, _ names: [String: String]) {
        let subtype = entry["subtype"]?.string ?? ""
        switch subtype {
        case "message_changed":
            guard let message = entry["message"], let ts = message["ts"]?.scalar else { return }
            edits.append((entry["ts"]?.scalar.flatMap(Double.init) ?? 0, ts, message))
        case "message_deleted":
            if let ts = entry["deleted_ts"]?.scalar ?? entry["previous_message"]?["ts"]?.scalar { deleted.insert(ts) }
        case "tombstone": tally.deleted += 1
        case _ where Self.notices.contains(subtype): tally.notices += 1
        default: add(message: entry, names)
        }
    }

    private mutating func add(message entry: JSONObject, _ names: [String: String]) {
        let text = Self.text(entry)
        guard let ts = entry["ts"]?.scalar, let seconds = Double(ts), (0..<4_102_444_800).contains(seconds),
            !text.trimmed.isEmpty
        else {
            tally.empty += 1
            return
        }
        if let user = entry["user"]?.string, let name = entry["user_profile"]?.text("real_name", "display_name", "name")
        {
            profiles[user] = name
        }
        // A reply also sent to the channel appears twice.
        if let known = index[ts], messages[known].text == text {
            tally.repeats += 1
            return
        }
        if entry["edited"]?.isObject == true { tally.edits += 1 }
        index[ts] = messages.count
        messages.append(
            Message(ts: ts, seconds: seconds, user: entry["user"]?.string, bot: Self.bot(entry, names), text: text))
    }

    private mutating func apply(_ names: [String: String]) {
        edits.sort { $0.at < $1.at }
        for edit in edits {
            let text = Self.text(edit.message)
            guard !text.isEmpty else { continue }
            if let place = index[edit.ts] {
                if messages[place].text != text { tally.edits += 1 }
                messages[place].text = text
            } else {
                // The first version is not in the export; the last is what readers of the channel saw.
                add(message: edit.message, names)
            }
        }
        let before = messages.count
        messages.removeAll { deleted.contains($0.ts) }
        tally.deleted += before - messages.count
    }

    /// Drops a message that repeats the same sender's last one: within a minute, or at any time for a bot.
    private mutating func fold() {
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
        tally.repeats += messages.count - kept.count
        messages = kept
    }

    private static func bot(_ entry: JSONObject, _ names: [String: String]) -> String? {
        guard entry["bot_id"] != nil || entry["subtype"]?.string == "bot_message" else { return nil }
        if let user = entry["user"]?.string, let name = names[user] { return name }
        return entry["username"]?.string ?? entry["bot_profile"]?["name"]?.string ?? "bot"
    }

    /// The text, else what blocks and attachments say; and the names of files.
    private static func text(_ entry: JSONObject) -> String {
        let blocks = (entry["blocks"]?.array ?? []).lazy.compactMap { block in
            RichText.words(of: block) ?? block["text"]?.words ?? block["text"]?.string
        }
        let attachments = (entry["attachments"]?.array ?? []).lazy.compactMap { attachment in
            attachment.text("fallback", "text", "title", "pretext")
        }
        var parts = [entry["text"]?.string ?? ""]
        if parts[0].isEmpty { parts = Array(blocks) }
        if parts.allSatisfy(\.isEmpty) { parts = Array(attachments) }
        parts += (entry["files"]?.array ?? []).compactMap { file in
            file["mode"]?.string == "tombstone" ? nil : file.text("title", "name").map { "[file: \($0)]" }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Messages about the channel rather than the incident.
    private static let notices: Set<String> = [
        "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
        "channel_unarchive", "channel_convert_to_private", "channel_convert_to_public", "channel_posting_permissions",
        "channel_canvas_updated", "group_join", "group_leave", "group_topic", "group_purpose", "group_name",
        "group_archive", "group_unarchive", "pinned_item", "unpinned_item", "reminder_add", "bot_add", "bot_remove",
        "bot_enable", "bot_disable", "reply_broadcast", "message_replied", "huddle_thread", "sh_room_created",
        "sh_room_shared", "app_conversation_join", "joiner_notification", "joiner_notification_for_inviter",
        "ekm_access_denied",
    ]

    /// What was left out, counted.
    private struct Tally {
        var notices = 0
        var empty = 0
        var repeats = 0
        var edits = 0
        var deleted = 0

        var warnings: [String] {
            var result: [String] = []
            if notices > 0 { result.append("\(counted(notices, "channel notice")) left out") }
            if empty > 0 { result.append("\(counted(empty, "message")) without text or time left out") }
            if repeats > 0 { result.append("\(counted(repeats, "repeated message")) folded") }
            if edits > 0 { result.append("\(counted(edits, "edited message")) kept in the last version") }
            if deleted > 0 { result.append("\(counted(deleted, "deleted message")) left out") }
            return result
        }
    }
}
