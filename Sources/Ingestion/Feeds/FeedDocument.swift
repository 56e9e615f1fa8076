import Foundation
import Reports

/// Reads the elements of Atom and RSS in all their versions.
struct FeedDocument {
    private let tree: XMLTree
    private let source: String
    private var budget = 1_000_000
    let entries: [XMLNode]
    private let channel: XMLNode

    /// - Throws: ``IngestionError`` with reason `notAFeed` when the document is something else.
    init(_ tree: XMLTree, source: String) throws {
        self.tree = tree
        self.source = source
        let root = tree.root
        switch root.name.lowercased() {
        case "feed", "atom:feed":
            channel = root
            entries = root.elements.filter { $0.name == "entry" }
        case "entry":
            channel = root
            entries = [root]
        case "rss", "rdf:rdf", "rdf", "channel":
            let inner = root.name == "channel" ? root : root.first("channel") ?? root
            channel = inner
            // RSS 1.0 puts items beside the channel.
            entries =
                inner.elements.filter { $0.name == "item" }
                + (inner.pointer == root.pointer ? [] : root.elements.filter { $0.name == "item" })
        case "html", "xhtml:html": throw IngestionError(source, .notAFeed(found: "an HTML page"))
        default: throw IngestionError(source, .notAFeed(found: "XML of another kind (<\(root.name.prefix(60))>)"))
        }
    }

    // MARK: Head

    mutating func head() throws -> FeedHead {
        var head = FeedHead()
        head.title = try plain(channel.first("title"))
        head.link = try link(of: channel, base: AddressResolver(base: channel.base ?? source))
        head.authors = try authors(of: channel)
        head.language = try (channel.attribute("lang") ?? channel.first("language", "dc:language").map { try text($0) })
            .flatMap(LanguageTag.init)?.text
        let id = try channel.first("id").map { try text($0) } ?? ""
        let title = (head.title ?? "").lowercased()
        head.isStatusHistory =
            title.hasSuffix("incident history") || (id.hasPrefix("tag:") && id.hasSuffix("/history"))
            || title.hasSuffix(" status") || title.hasSuffix("status updates")
        return head
    }

    // MARK: Entries

    mutating func entry(_ node: XMLNode, head: FeedHead) throws -> FeedEntry {
        var entry = FeedEntry()
        let base = AddressResolver(base: node.base ?? head.link ?? source)
        entry.base = base.base?.absoluteString
        entry.id = try node.first("id", "guid").map { try text($0) } ?? node.attribute("about")
        entry.title = try plain(node.first("title", "dc:title", "media:title"))
        entry.link = try link(of: node, base: base)
        entry.authors = try authors(of: node)
        if entry.authors.isEmpty { entry.authors = head.authors }
        entry.language =
            try (node.attribute("lang") ?? node.first("dc:language").map { try text($0) })
            .flatMap(LanguageTag.init)?.text ?? head.language
        entry.published = try date(
            of: node, ["published", "issued", "created", "pubDate", "dc:date", "dcterms:issued"])
        entry.updated = try date(of: node, ["updated", "modified", "atom:updated", "dcterms:modified"])
        entry.content = try markup(node.first("content:encoded", "content", "xhtml:body", "body", "fullitem"))
        entry.summary = try markup(node.first("summary", "description", "dc:description", "media:description"))
        return entry
    }

    private mutating func text(_ node: XMLNode) throws -> String {
        do {
            return try node.text(budget: &budget)
        } catch {
            throw IngestionError(source, .entityExpansion)
        }
    }

    private mutating func date(of node: XMLNode, _ names: [String]) throws -> Timestamp? {
        for name in names {
            if let element = node.first(name), let stamp = FeedDates.read(try text(element)) { return stamp }
        }
        return nil
    }

    private mutating func link(of node: XMLNode, base: AddressResolver) throws -> String? {
        var plainLink: String?
        var alternate: String?
        for element in node.elements where element.name == "link" || element.name == "atom:link" {
            if let href = element.attribute("href") {
                let rel = element.attribute("rel") ?? "alternate"
                if alternate == nil, rel == "alternate" || rel == "http://www.iana.org/assignments/relation/alternate" {
                    alternate = href
                }
            } else if plainLink == nil {
                plainLink = try text(element)
            }
        }
        if let found = (plainLink ?? alternate).flatMap({ base.resolve($0.utf8) }), found.hasPrefix("http") {
            return found
        }
        if let guid = node.first("guid"), guid.attribute("isPermaLink") != "false" {
            return base.resolve(try text(guid).utf8).flatMap { $0.hasPrefix("http") ? $0 : nil }
        }
        return nil
    }

    private mutating func authors(of node: XMLNode) throws -> [String] {
        var names: [String] = []
        for element in node.elements {
            var name: String?
            switch element.name {
            case "author", "atom:author":
                if let inner = element.first("name", "atom:name") {
                    name = try text(inner)
                } else {
                    name = try text(element)
                }
            case "dc:creator", "dc:author", "managingEditor", "itunes:author": name = try text(element)
            default: break
            }
            // RSS writes "editor@example.com (Ada Smith)".
            if let raw = name, raw.hasSuffix(")"), let open = raw.firstIndex(of: "("), raw.contains("@") {
                name = String(raw[raw.index(after: open)...].dropLast())
            }
            if let clean = name.flatMap(AuthorName.clean), !names.contains(clean), names.count < 20 {
                names.append(clean)
            }
        }
        return names
    }

    // MARK: Text constructs

    /// A title: markup in it is read and dropped.
    private mutating func plain(_ node: XMLNode?) throws -> String? {
        guard let node else { return nil }
        let markup = try self.markup(node)
        let title = HTMLText.plain(markup)
        return title.isEmpty ? nil : title
    }

    /// The content of an element as HTML, by its stated type.
    private mutating func markup(_ node: XMLNode?) throws -> String {
        guard let node else { return "" }
        let type = (node.attribute("type") ?? "").lowercased()
        let mode = (node.attribute("mode") ?? "").lowercased()
        if mode == "base64" || (node.attribute("src") != nil && node.pointer.pointee.children == nil) { return "" }
        let hasElements = node.elements.contains { _ in true }
        if type == "xhtml" || (hasElements && mode != "escaped") { return node.innerHTML }
        let text = try text(node)
        let mayBePlain = node.name != "description" && node.name != "content:encoded" && node.name != "fullitem"
        // Atom's default is plain text; RSS does not say, and most of it is HTML.
        let isPlain =
            mayBePlain && mode != "escaped"
            && (type == "text" || type == "text/plain" || (type.isEmpty && isAtomFeed))
        return isPlain ? HTMLText.escaped(text) : text
    }

    private var isAtomFeed: Bool { ["feed", "entry"].contains(tree.root.name) }
}

/// HTML and plain text, one from the other.
enum HTMLText {
    /// The words of a fragment on one line; the fragment itself when it cannot be read as HTML.
    static func plain(_ fragment: String) -> String {
        guard fragment.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return TitleText.collapsed(fragment)
        }
        guard let tree = try? HTMLTree(Array(fragment.utf8), source: "", limits: .standard), !tree.nodes.isEmpty else {
            return TitleText.collapsed(fragment)
        }
        return TitleText.collapsed(tree.collapsedText(0, limit: 4096))
    }

    /// Plain text as HTML: escaped, line breaks kept.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var text = text
        text.withUTF8 { Escape.text($0, into: &bytes) }
        return String(decoding: bytes, as: UTF8.self).replacing("\n", with: "<br>")
    }
}
