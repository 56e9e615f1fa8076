import Foundation
import Reports
import TestSupport
import Testing

@testable import Ingestion

/// Files whose expected parse differs from ours, and why; nothing is left out of the comparison besides.
private let differing: [String: String] = [
    "extensions/dublincore/dublincore_item_multiple_values":
        "of several dc:creator gofeed keeps the first; we keep all",
    "parser/atom/issue_275_extensions_and_source":
        "gofeed's Atom parser keeps dc: apart as an extension; we read authors and categories from it",
    "translator/atom/feed_item_updated_-_atom03_feed_entry_modified":
        "gofeed copies the date of a change into the date of publication; ours stays empty where the source is silent",
]

/// Members of the expected parse that no report has a field for, or that repeat a compared one.
private let notCompared: Set<String> = [
    // The text a date was read from stands beside the date.
    "published", "updated", "pubDate", "lastBuildDate",
    // What the format is, and how it was made.
    "version", "feedType", "feedVersion", "generator", "docs", "rating", "ttl",
    // Pictures, sounds, other people and other feeds.
    "image", "logo", "icon", "enclosure", "enclosures", "contributors", "source", "comments", "rights", "copyright",
    "feedLink", "textInput", "cloud", "skipHours", "skipDays", "custom",
    // Elements as they stand, under the names of their vocabularies.
    "extensions", "dcExt", "itunesExt",
    // The first of `authors` again.
    "author",
]

/// Compares a feed with the parse expected of it; each shape of expectation has its own names.
private struct Comparison {
    enum Shape { case atom, rss, universal }
    let shape: Shape
    private(set) var differences: [String] = []

    init(_ feed: Feed, _ json: [String: Any], shape: Shape) {
        self.shape = shape
        let head = feed.head
        var known: Set<String> = ["title", "links", "language", "categories", "authors"]
        text("title", head.title, json["title"])
        links("links", head.links, json["links"])
        same("language", head.language?.lowercased(), (json["language"] as? String)?.lowercased())
        categories("categories", head.categories, json["categories"])
        switch shape {
        case .atom:
            same("id", head.id, json["id"])
            text("subtitle", head.description, json["subtitle"])
            date("updatedParsed", head.updated, json["updatedParsed"])
            people("authors", head.authors, json["authors"])
            known.formUnion(["id", "subtitle", "updatedParsed", "entries"])
        case .rss:
            same("link", head.link, json["link"])
            text("description", head.description, json["description"])
            date("pubDateParsed", head.published, json["pubDateParsed"])
            date("lastBuildDateParsed", head.updated, json["lastBuildDateParsed"])
            if let editor = json["managingEditor"] ?? json["webMaster"] {
                same("editor", head.authors.first?.name, editor)
            }
            known.formUnion([
                "link", "description", "pubDateParsed", "lastBuildDateParsed", "managingEditor", "webMaster", "items",
            ])
        case .universal:
            same("link", head.link, json["link"])
            text("description", head.description, json["description"])
            date("updatedParsed", head.updated, json["updatedParsed"])
            date("publishedParsed", head.published, json["publishedParsed"])
            people("authors", head.authors, json["authors"])
            known.formUnion(["link", "description", "updatedParsed", "publishedParsed", "items"])
        }
        unknown(json, known)
        let items = (json[shape == .atom ? "entries" : "items"] as? [[String: Any]]) ?? []
        same("count", String(feed.entries.count), String(items.count))
        for (entry, item) in zip(feed.entries, items) { compare(entry, item) }
    }

    private mutating func compare(_ entry: FeedEntry, _ item: [String: Any]) {
        var known: Set<String> = ["title", "links", "categories", "authors", "publishedParsed", "content"]
        text("item title", entry.title, item["title"])
        links("item links", entry.links, item["links"])
        categories("item categories", entry.categories, item["categories"])
        text("item content", entry.content, (item["content"] as? [String: Any])?["value"] ?? item["content"])
        switch shape {
        case .atom:
            same("item id", entry.id, item["id"])
            text("item summary", entry.summary, item["summary"])
            people("item authors", entry.authors, item["authors"])
            date("item published", entry.published, item["publishedParsed"])
            date("item updated", entry.updated, item["updatedParsed"])
            known.formUnion(["id", "summary", "updatedParsed"])
        case .rss:
            same("item link", entry.link, item["link"])
            same("item guid", entry.id, (item["guid"] as? [String: Any])?["value"])
            text("item description", entry.summary, item["description"])
            same("item author", entry.authors.first?.name, item["author"])
            date("item published", entry.published, item["pubDateParsed"])
            known.formUnion(["link", "guid", "description", "pubDateParsed"])
        case .universal:
            same("item link", entry.link, item["link"])
            same("item guid", entry.id, item["guid"])
            text("item description", entry.summary, item["description"])
            people("item authors", entry.authors, item["authors"])
            date("item published", entry.published, item["publishedParsed"])
            date("item updated", entry.updated, item["updatedParsed"])
            known.formUnion(["link", "guid", "description", "updatedParsed"])
        }
        unknown(item, known)
    }

    private mutating func unknown(_ json: [String: Any], _ known: Set<String>) {
        for name in json.keys where !known.contains(name) && !notCompared.contains(name) {
            differences.append("'\(name)' is neither compared nor listed")
        }
    }

    private mutating func same(_ name: String, _ ours: String?, _ theirs: Any?) {
        let theirs = theirs as? String ?? ""
        if (ours ?? "") != theirs { differences.append("\(name): '\(ours ?? "")' instead of '\(theirs)'") }
    }

    /// Texts with a base are compared by what they come to, with their links made absolute.
    private mutating func text(_ name: String, _ ours: FeedText, _ theirs: Any?) {
        let expected = theirs as? String ?? ""
        guard ours.base != nil, ours.value != expected else { return same(name, ours.value, expected) }
        let sanitizer = HTMLSanitizer()
        let mine = try? sanitizer.sanitize(ours.html, baseURL: ours.base)
        if mine == nil || mine != (try? sanitizer.sanitize(expected)) { same(name, mine?.html, expected) }
    }

    private mutating func date(_ name: String, _ ours: Timestamp?, _ theirs: Any?) {
        let expected = (theirs as? String).flatMap { Timestamp($0) }
        same(name, ours?.utc.description, expected?.utc.description)
    }

    private mutating func links(_ name: String, _ ours: [FeedLink], _ theirs: Any?) {
        // Of all links, the universal parse lists those that lead to a page or to the feed.
        let listed = ours.filter { shape != .universal || ["alternate", "self"].contains($0.relation) }
        let found = listed.map { shape == .atom ? "\($0.relation) \($0.address ?? "")" : $0.address ?? "" }
        let expected = ((theirs as? [Any]) ?? []).map { link -> String in
            guard let link = link as? [String: Any] else { return link as? String ?? "" }
            return "\(link["rel"] as? String ?? "") \(link["href"] as? String ?? "")"
        }
        same(name, found.joined(separator: "\n"), expected.joined(separator: "\n"))
    }

    private mutating func categories(_ name: String, _ ours: [FeedCategory], _ theirs: Any?) {
        let expected = ((theirs as? [Any]) ?? []).map { category -> String in
            guard let category = category as? [String: Any] else { return category as? String ?? "" }
            let names = ["term", "value", "label", "scheme", "domain"]
            return names.compactMap { category[$0] as? String }.joined(separator: " ")
        }
        let found = ours.map { category in
            shape == .universal
                ? category.words ?? ""
                : [category.term, category.label, category.scheme].compactMap { $0 }.joined(separator: " ")
        }
        same(name, found.joined(separator: "\n"), expected.joined(separator: "\n"))
    }

    private mutating func people(_ name: String, _ ours: [FeedPerson], _ theirs: Any?) {
        let expected = ((theirs as? [[String: Any]]) ?? []).map { person in
            ["name", "email", "uri"].compactMap { person[$0] as? String }.joined(separator: " ")
        }
        let found = ours.map { [$0.name, $0.email, $0.uri].compactMap { $0 }.joined(separator: " ") }
        same(name, found.joined(separator: "\n"), expected.joined(separator: "\n"))
    }
}

private func feed(at file: URL) throws -> Feed {
    let decoded = try TextDecoder().decode(Data(contentsOf: file), source: "feed.xml")
    return try FeedReader().feed(decoded, source: "feed.xml", limits: .standard)
}

@Test(
    "Every field of gofeed's examples that a report can hold is read as expected; what differs is listed with the reason",
    .enabled(if: Checkout.has("data/feeds/gofeed")))
func gofeed() throws {
    let folder = try #require(Checkout.shared("data/feeds/gofeed"))
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    var compared = 0
    for name in names.sorted() where name.hasSuffix(".json") {
        let stem = String(name.dropLast(5))
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: name)))
        let shape: Comparison.Shape =
            name.hasPrefix("parser/atom") ? .atom : name.hasPrefix("parser/rss") ? .rss : .universal
        let feed = try feed(at: folder.appending(path: stem + ".xml"))
        let found = Comparison(feed, json as? [String: Any] ?? [:], shape: shape).differences
        if let reason = differing[stem] {
            #expect(!found.isEmpty, "\(stem) passes now; take it off the list (\(reason))")
        } else {
            #expect(found.isEmpty, "\(stem): \(found.joined(separator: "; "))")
        }
        compared += 1
    }
    #expect(compared == 267)
}

@Test(
    "gofeed's examples without an expected parse are told apart", .enabled(if: Checkout.has("data/feeds/gofeed")),
    arguments: ["atom10_feed", "rdf_feed", "rss_feed_bom"])
func gofeedKinds(name: String) throws {
    let folder = try #require(Checkout.shared("data/feeds/gofeed/parser/universal"))
    #expect(try feed(at: folder.appending(path: "\(name).xml")).head.title.value == "Feed Title")
    let error = #expect(throws: IngestionError.self) { try feed(at: folder.appending(path: "unknown_feed.xml")) }
    #expect(error?.reason == .notAFeed(found: "XML of another kind (<note>)"))
}
