import Foundation

/// What a page's JSON-LD says of its article.
struct LinkedData {
    private(set) var headline: String?
    private(set) var description: String?
    private(set) var articleBody: String?
    private(set) var url: String?
    private(set) var published: String?
    private(set) var updated: String?
    private(set) var publisher: String?
    private(set) var authors: [String] = []

    /// Scripts that are no JSON are passed over, as search engines do.
    init(_ scripts: [UnsafeBufferPointer<UInt8>]) {
        var articles: [[String: Any]] = []
        for script in scripts where script.count < 2_000_000 {
            guard let json = Self.json(script) else { continue }
            Self.collect(json, into: &articles, depth: 0)
        }
        // Pages come last: they have dates of their own that say less than the article's.
        articles.sort { Self.rank($0) < Self.rank($1) }
        for article in articles { read(article) }
    }

    private static func json(_ script: UnsafeBufferPointer<UInt8>) -> Any? {
        var data = Data(buffer: script)
        if let parsed = try? JSONSerialization.jsonObject(with: data) { return parsed }
        // Raw line breaks inside strings are the usual fault.
        for index in data.indices where data[index] < 0x20 { data[index] = 0x20 }
        return try? JSONSerialization.jsonObject(with: data)
    }

    private static func collect(_ json: Any, into found: inout [[String: Any]], depth: Int) {
        guard depth < 8, found.count < 100 else { return }
        if let list = json as? [Any] {
            for item in list { collect(item, into: &found, depth: depth + 1) }
        } else if let object = json as? [String: Any] {
            if rank(object) < 9 { found.append(object) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = object[key] { collect(inner, into: &found, depth: depth + 1) }
            }
        }
    }

    /// 0 for an article, 1 for a page, 9 for what is neither.
    private static func rank(_ object: [String: Any]) -> Int {
        let types =
            (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? [object["@type"] as? String].compactMap { $0 }
        if types.contains(where: {
            $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
        }) {
            return 0
        }
        return types.contains { $0.hasSuffix("WebPage") } ? 1 : 9
    }

    private mutating func read(_ object: [String: Any]) {
        headline = headline ?? Self.words(object["headline"])
        description = description ?? Self.words(object["description"])
        articleBody = articleBody ?? Self.text(object["articleBody"])
        url = url ?? Self.text(object["url"])
        published = published ?? Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
        updated = updated ?? Self.text(object["dateModified"])
        publisher = publisher ?? Self.names(object["publisher"]).first
        if authors.isEmpty { authors = Self.names(object["author"]) }
    }

    private static func text(_ value: Any?) -> String? {
        guard let text = value as? String, !text.isEmpty else { return nil }
        return text
    }

    /// A text that may be escaped as HTML once more.
    private static func words(_ value: Any?) -> String? {
        text(value).map { $0.contains("&") || $0.contains("<") ? HTMLText.plain($0) : $0 }
    }

    private static func names(_ value: Any?) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.prefix(20).flatMap { item in item is [Any] ? [] : names(item) }
        case let object as [String: Any]: [text(object["name"])].compactMap { $0 }
        default: []
        }
    }
}
