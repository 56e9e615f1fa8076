import Reports

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
enum JSONFeed {
    /// Whether a JSON text says that it is a feed, or has the members that make one.
    static func isFeed(_ json: JSONObject) -> Bool {
        guard let items = json["items"]?.array else { return false }
        if json["version"]?.string?.contains("jsonfeed.org/version/") == true { return true }
        let isNamed = json.text("home_page_url", "feed_url") != nil
        return isNamed && items.allSatisfy { $0.text("content_html", "content_text", "url", "summary") != nil }
    }

    /// - Throws: ``IngestionError`` when there are more than `limit` items.
    static func feed(_ json: JSONObject, source: String, limit: Int) throws -> Feed {
        var feed = Feed()
        feed.head.title.value = json["title"]?.string?.trimmed ?? ""
        feed.head.link = json["home_page_url"]?.string
        feed.head.id = json["feed_url"]?.string
        feed.head.language = json["language"]?.string
        feed.head.description = FeedText(value: json["description"]?.string ?? "", isHTML: false)
        feed.head.authors = people(json)
        let items = json["items"]?.array ?? []
        if items.count > limit { throw IngestionError(source, .tooManyEntries(limit: limit)) }
        feed.entries = items.filter(\.isObject).map { entry($0) }
        return feed
    }

    private static func entry(_ item: JSONObject) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = item["id"]?.scalar
        entry.isLocator = true
        entry.title.value = item["title"]?.string?.trimmed ?? ""
        entry.link = item.text("url", "external_url")
        entry.links = [item["url"]?.string, item["external_url"]?.string].compactMap { address in
            address.map { FeedLink(address: $0) }
        }
        entry.published = item["date_published"]?.string.flatMap(FeedDates.read)
        entry.updated = item["date_modified"]?.string.flatMap(FeedDates.read)
        entry.authors = people(item)
        entry.categories = (item["tags"]?.array ?? []).compactMap { tag in
            tag.string.map { FeedCategory(term: $0) }
        }
        entry.language = item["language"]?.string
        if let html = item["content_html"]?.string {
            entry.content = FeedText(value: html)
        } else if let text = item["content_text"]?.string {
            entry.content = FeedText(value: text, isHTML: false)
        }
        entry.summary = FeedText(value: item["summary"]?.string ?? "", isHTML: false)
        return entry
    }

    /// Version 1.0 has one author, 1.1 several.
    private static func people(_ json: JSONObject) -> [FeedPerson] {
        let members = (json["authors"]?.array ?? []) + (json["author"].map { [$0] } ?? [])
        var people: [FeedPerson] = []
        for member in members.prefix(20) {
            let person = FeedPerson(name: member.string ?? member["name"]?.string, uri: member["url"]?.string)
            if person != FeedPerson(), !people.contains(person) { people.append(person) }
        }
        return people
    }
}
