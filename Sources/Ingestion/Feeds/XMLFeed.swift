import Foundation
import Reports

/// Reads Atom and RSS in all their versions, from their elements.
struct XMLFeed {
    let tree: XMLTree
    private let source: String
    private let entryNodes: [XMLNode]
    private let channel: XMLNode
    /// Atom's texts are plain unless they say otherwise; RSS does not say, and most of its texts are HTML.
    let isAtom: Bool
    private var budget = 1_000_000

    /// - Throws: ``IngestionError`` with reason `notAFeed` when the document is something else.
    init(_ tree: XMLTree, source: String) throws {
        self.tree = tree
        self.source = source
        let root = tree.root
        switch tree.name(of: root) {
        case .feed:
            (channel, isAtom) = (root, true)
            entryNodes = root.elements.filter { tree.name(of: $0) == .entry }
        case .entry: (channel, isAtom, entryNodes) = (root, true, [root])
        case .rss, .rdf, .bareRDF, .channel:
            isAtom = false
            let channels =
                tree.name(of: root) == .channel ? [root] : root.elements.filter { tree.name(of: $0) == .channel }
            channel = channels.first ?? root
            // RSS 1.0 puts items beside the channel, others inside it; a damaged feed may have several channels.
            let holders = channels.contains(root) ? channels : channels + [root]
            entryNodes = holders.flatMap { $0.elements.filter { tree.name(of: $0) == .item } }
        default:
            if root.localName.lowercased() == "html" { throw IngestionError(source, .notAFeed(found: "an HTML page")) }
            let name = root.qualifiedName.prefix(60)
            throw IngestionError(source, .notAFeed(found: "XML of another kind (<\(name)>)"))
        }
    }

    /// - Throws: ``IngestionError`` when there are more than `limit` entries, or entities make more of a text than a feed
    ///   needs.
    mutating func feed(limit: Int) throws -> Feed {
        if entryNodes.count > limit { throw IngestionError(source, .tooManyEntries(limit: limit)) }
        var feed = Feed()
        feed.head = try head()
        feed.entries.reserveCapacity(entryNodes.count)
        for node in entryNodes { feed.entries.append(try entry(node)) }
        return feed
    }

    // MARK: Head

    private mutating func head() throws -> FeedHead {
        var head = FeedHead()
        head.language = channel.attribute("lang")
        // An entry on its own says nothing of the feed it is from.
        if tree.name(of: channel) == .entry { return head }
        var links = LinkChoice(prefersLast: !isAtom)
        var webMaster: FeedPerson?
        for node in channel.elements {
            switch tree.name(of: node) {
            case .id: head.id = try head.id ?? nonempty(node)
            case .title: if head.title.isEmpty { head.title = try construct(node) }
            case .dcTitle, .dctermsTitle: if head.title.isEmpty { head.title = try construct(node) }
            case .link: try read(node, into: &links)
            case .author, .managingEditor, .dcCreator, .dcAuthor, .dctermsCreator:
                add(try person(node), to: &head.authors)
            case .itunesAuthor: if head.authors.isEmpty { add(try person(node), to: &head.authors) }
            case .webMaster: webMaster = try person(node)
            case .category, .dcSubject, .dctermsSubject: add(try category(node), to: &head.categories)
            case .language, .dcLanguage: head.language = try nonempty(node) ?? head.language
            case .description, .subtitle, .tagline:
                if head.description.isEmpty { head.description = try construct(node) }
            case .itunesSummary, .dcDescription, .dctermsAbstract:
                if head.description.isEmpty { head.description = try construct(node) }
            case .published, .issued, .created, .pubDate: head.published = try head.published ?? date(node)
            case .updated, .modified, .lastBuildDate: head.updated = try head.updated ?? date(node)
            case .dcDate, .dctermsModified: head.updated = try head.updated ?? date(node)
            default: break
            }
        }
        if head.authors.isEmpty, let webMaster {
            head.authors = [webMaster]
            head.authorsWroteEntries = false
        }
        (head.link, head.links) = (links.best, links.all)
        return head
    }

    // MARK: Entries

    private mutating func entry(_ node: XMLNode) throws -> FeedEntry {
        var entry = FeedEntry()
        entry.language = node.attribute("lang")
        var links = LinkChoice(prefersLast: !isAtom)
        var dates = DateChoice()
        var texts = TextChoice()
        for child in node.elements {
            let name = tree.name(of: child)
            switch name {
            case .id: entry.id = try entry.id ?? nonempty(child)
            case .guid:
                entry.id = try nonempty(child) ?? entry.id
                entry.isLocator = child.attribute("ispermalink")?.lowercased() != "false"
            case .title: if entry.title.isEmpty { entry.title = try construct(child) }
            case .dcTitle, .dctermsTitle: if entry.title.isEmpty { entry.title = try construct(child) }
            case .link: try read(child, into: &links)
            case .author, .dcCreator, .dcAuthor, .dctermsCreator, .managingEditor:
                add(try person(child), to: &entry.authors)
            case .itunesAuthor: if entry.authors.isEmpty { add(try person(child), to: &entry.authors) }
            case .category, .dcSubject, .dctermsSubject: add(try category(child), to: &entry.categories)
            case .dcLanguage, .language: entry.language = try entry.language ?? nonempty(child)
            case .published, .issued, .created, .pubDate, .dcDate, .dctermsIssued, .dctermsCreated, .updated, .modified,
                .dctermsModified, .lastBuildDate:
                if dates.wants(name) { dates.add(try date(child), as: name) }
            case .content, .contentEncoded, .xhtmlBody, .body, .fullItem, .summary, .description, .dcDescription,
                .dctermsAbstract, .itunesSummary:
                if texts.wants(name) { texts.add(try construct(child), as: name) }
            default: break
            }
        }
        entry.about = node.attribute("about")
        (entry.link, entry.links) = (links.best, links.all)
        (entry.published, entry.updated) = (dates.published, dates.updated)
        (entry.content, entry.summary) = (texts.content, texts.summary)
        return entry
    }

    // MARK: Pieces

    /// What an element says: its text, or the markup that stands in it unescaped.
    private mutating func value(_ node: XMLNode) throws -> String {
        do {
            return try node.hasElements ? node.markup(budget: &budget) : node.text(budget: &budget)
        } catch {
            throw IngestionError(source, .entityExpansion)
        }
    }

    private mutating func markup(_ node: XMLNode) throws -> String {
        do {
            return try node.markup(budget: &budget)
        } catch {
            throw IngestionError(source, .entityExpansion)
        }
    }

    private mutating func nonempty(_ node: XMLNode) throws -> String? {
        let text = try value(node)
        return text.isEmpty ? nil : text
    }

    private mutating func date(_ node: XMLNode) throws -> Timestamp? {
        FeedDates.read(try value(node))
    }

    private mutating func read(_ node: XMLNode, into links: inout LinkChoice) throws {
        let href = node.attribute("href")
        // In RSS an address is written between the tags.
        let text = href == nil ? try nonempty(node) : nil
        let relation = node.attribute("rel") ?? ""
        let base = tree.hasBase ? node.base : nil
        links.add(href ?? text, relation: relation, isForeign: !isAtom && tree.isAtom(node), base: base)
    }

    private mutating func category(_ node: XMLNode) throws -> FeedCategory {
        let text = try nonempty(node)
        return FeedCategory(
            term: node.attribute("term") ?? text, label: node.attribute("label"),
            scheme: node.attribute("scheme") ?? node.attribute("domain"))
    }

    private func add(_ category: FeedCategory, to categories: inout [FeedCategory]) {
        if category != FeedCategory(), categories.count < 200 { categories.append(category) }
    }

    private mutating func person(_ node: XMLNode) throws -> FeedPerson? {
        var person = FeedPerson()
        for child in node.elements {
            switch tree.name(of: child) {
            case .name: person.name = try person.name ?? nonempty(child)
            case .email: person.email = try person.email ?? nonempty(child)
            case .uri, .url, .homepage: person.uri = try person.uri ?? nonempty(child).map { absolute($0, of: child) }
            default: break
            }
        }
        if person != FeedPerson() { return person }
        return try nonempty(node).map { FeedPerson($0) }
    }

    private func add(_ person: FeedPerson?, to people: inout [FeedPerson]) {
        if let person, people.count < 20, !people.contains(person) { people.append(person) }
    }

    private func absolute(_ address: String, of node: XMLNode) -> String {
        guard tree.hasBase, let base = node.base.flatMap({ URL(string: $0) }) else { return address }
        return URL(string: address, relativeTo: base)?.absoluteString ?? address
    }

    /// A text by its stated type; see RFC 4287, section 3.1, and the `mode` of Atom 0.3.
    private mutating func construct(_ node: XMLNode) throws -> FeedText {
        let type = (node.attribute("type") ?? "").lowercased()
        let mode = (node.attribute("mode") ?? "").lowercased()
        var text = FeedText(base: tree.hasBase ? node.base : nil)
        if type.contains("xhtml"), let div = onlyElement(of: node), div.localName.lowercased() == "div" {
            // The element only holds the content together.
            text.value = try markup(div)
            return text
        }
        if node.hasElements || (type.contains("xhtml") && mode != "escaped") {
            text.value = try markup(node)
            return text
        }
        text.value = try value(node)
        if mode == "base64" || TextType.isBinary(type) {
            let decoded = TextType.decoded(text.value)
            text.value = decoded ?? text.value
            text.isHTML = decoded != nil && TextType.mayBeHTML(text.value)
        } else if mode == "escaped" {
            text.isHTML = type != "text/plain" && type != "text"
        } else if isAtom || type == "text" || type == "text/plain" {
            text.isHTML = type == "html" || type == "text/html"
        }
        return text
    }

    private func onlyElement(of node: XMLNode) -> XMLNode? {
        var found: XMLNode?
        for element in node.elements {
            if found != nil { return nil }
            found = element
        }
        return found
    }
}
