import CLibXML2

/// What a page says it is, which decides what of it is content.
enum PageKind {
    /// One text: what is beside it is not content.
    case article
    /// A discussion, in which every entry is content.
    case thread
    /// Nothing is said.
    case unstated

    /// By the page's kind in the words of schema.org and Open Graph, and by the software that made it.
    init(_ tree: HTMLTree) {
        var isArticle = false
        var isThread = false
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta:
                if Self.spells(tree.attributeBytes(index, "name"), "generator"),
                    Self.holds(tree.attributeBytes(index, "content"), Self.software)
                {
                    self = .thread
                    return
                }
                if let property = tree.attributeBytes(index, "property") {
                    if Self.spells(property, "article:published_time") { isArticle = true }
                    if Self.spells(property, "og:type"), Self.spells(tree.attributeBytes(index, "content"), "article") {
                        isArticle = true
                    }
                }
            case .script:
                guard Self.holds(tree.attributeBytes(index, "type"), ["ld+json"]), index + 1 < tree.nodes.count,
                    tree.nodes[index + 1].tag == .text
                else { continue }
                let source = tree.textBytes(index + 1)
                isThread = isThread || Self.holds(source, Self.threads)
                isArticle = isArticle || Self.holds(source, Self.articles)
            case .html, .body, .div, .article, .section, .main:
                guard let kind = tree.attributeBytes(index, "itemtype") else { continue }
                isThread = isThread || Self.holds(kind, Self.threads)
                isArticle = isArticle || Self.holds(kind, Self.articles)
            default: break
            }
        }
        self = isArticle ? .article : isThread ? .thread : .unstated
    }

    private static let threads: [StaticString] = ["DiscussionForumPosting", "QAPage"]
    private static let articles: [StaticString] = ["NewsArticle", "BlogPosting", "/Article", "\"Article\""]
    private static let software: [StaticString] = [
        "discourse", "phpbb", "vbulletin", "xenforo", "mybb", "smf", "flarum", "nodebb", "vanilla", "invision",
        "fluxbb",
    ]

    private static func holds(_ bytes: UnsafeBufferPointer<UInt8>?, _ parts: [StaticString]) -> Bool {
        guard let start = bytes?.baseAddress, bytes?.isEmpty == false else { return false }
        // The parser ends every text with a zero.
        return parts.contains { xmlStrcasestr(start, $0.utf8Start) != nil }
    }

    private static func spells(_ bytes: UnsafeBufferPointer<UInt8>?, _ word: StaticString) -> Bool {
        guard let bytes, bytes.count == word.utf8CodeUnitCount else { return false }
        return zip(bytes, UnsafeBufferPointer(start: word.utf8Start, count: bytes.count)).allSatisfy {
            $0 == $1 || $0 | 0x20 == $1
        }
    }
}
