/// Text that tools keep as a tree of nodes: Atlassian documents, Slack's rich text.
enum RichText {
    /// The words of a document, blocks on lines of their own; `nil` when the object is none.
    static func words(of json: JSONObject) -> String? {
        guard json["type"]?.string != nil, json["content"]?.array ?? json["elements"]?.array != nil else { return nil }
        var result = ""
        // Depth is bounded by the parser; the stack still is ours, as every node is met once.
        var waiting: [JSONObject] = [json]
        while let node = waiting.popLast() {
            let kind = node["type"]?.string ?? ""
            if blocks.contains(kind), !result.isEmpty, !result.hasSuffix("\n") { result += "\n" }
            switch kind {
            case "hardBreak": result += "\n"
            case "mention": result += node["attrs"]?.text("text") ?? ""
            case "emoji":
                result += node["attrs"]?.text("text", "shortName") ?? node["name"]?.string.map { ":\($0):" } ?? ""
            case "user": result += node["user_id"]?.string.map { "<@\($0)>" } ?? ""
            case "channel": result += node["channel_id"]?.string.map { "<#\($0)>" } ?? ""
            case "link": result += node["text"]?.string ?? node["url"]?.string ?? ""
            case "inlineCard": result += node["attrs"]?.text("url") ?? ""
            default:
                if case .string(let text)? = node["text"]?.node { result += text }
            }
            waiting += (node["content"]?.array ?? node["elements"]?.array ?? []).reversed()
        }
        let words = result.trimmed
        return words.isEmpty ? nil : words
    }

    private static let blocks: Set<String> = [
        "paragraph", "heading", "listItem", "codeBlock", "blockquote", "tableRow", "rich_text_section",
        "rich_text_preformatted", "rich_text_quote", "panel",
    ]
}
