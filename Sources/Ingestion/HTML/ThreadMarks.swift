import CLibXML2

/// Tells a discussion, in which every entry is content, from a page with readers' comments under it.
enum ThreadMarks {
    /// By what the page says of itself: its kind in schema.org's words, or the software that made it.
    static func areOn(_ tree: HTMLTree) -> Bool {
        var hasArticle = false
        var isThread = false
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta:
                if names(tree.attributeBytes(index, "name"), ["generator"]),
                    names(tree.attributeBytes(index, "content"), software)
                {
                    return true
                }
            case .script:
                guard names(tree.attributeBytes(index, "type"), ["ld+json"]), index + 1 < tree.nodes.count,
                    tree.nodes[index + 1].tag == .text
                else { continue }
                let source = tree.textBytes(index + 1)
                if names(source, kinds) { isThread = true }
                if names(source, articles) { hasArticle = true }
            case .html, .body, .div, .article, .section, .main:
                let kind = tree.attributeBytes(index, "itemtype")
                if names(kind, kinds) { isThread = true }
                if names(kind, articles) { hasArticle = true }
            default: break
            }
        }
        return isThread && !hasArticle
    }

    private static let kinds: [StaticString] = ["DiscussionForumPosting", "QAPage"]
    private static let articles: [StaticString] = ["NewsArticle", "BlogPosting", "/Article", "\"Article\""]
    private static let software: [StaticString] = [
        "discourse", "phpbb", "vbulletin", "xenforo", "mybb", "smf", "flarum", "nodebb", "vanilla", "invision", "fluxbb",
    ]

    private static func names(_ bytes: UnsafeBufferPointer<UInt8>?, _ parts: [StaticString]) -> Bool {
        guard let start = bytes?.baseAddress, bytes?.isEmpty == false else { return false }
        // The parser ends every text with a zero.
        return parts.contains { xmlStrcasestr(start, $0.utf8Start) != nil }
    }
}
