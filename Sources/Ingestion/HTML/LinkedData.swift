/// What a page's JSON-LD says of its article.
struct LinkedData {
    private(set) var headline: String?
    private(set) var description: String?
    private(set) var articleBody: String?
    private(set) var url: String?
    /// When the article was published.
    private(set) var published: String?
    /// When something else on the page was, such as a video or the page itself.
    private(set) var otherPublished: String?
    private(set) var updated: String?
    private(set) var publisher: String?
    private(set) var language: String?
    private(set) var image: String?
    private(set) var authors: [String] = []

    /// - Parameter address: The page's address: of several articles, the one that states it is the page's own.
    init(_ scripts: [UnsafeBufferPointer<UInt8>], address: String?) {
        var works: [(rank: Int, work: LenientJSON)] = []
        for script in scripts where script.count < 2_000_000 {
            for value in LenientJSON.values(in: script) { Self.collect(value, into: &works, depth: 0) }
        }
        let own = address.map(Self.path)
        // The page comes after its article: it has dates of its own that say less.
        for rank in 0...2 {
            let alike = works.filter { $0.rank == rank }.map(\.work)
            let first = alike.first { work in own != nil && Self.addresses(work).contains { Self.path($0) == own } }
            if let first { read(first, isArticle: rank == 0) }
            for work in alike { read(work, isArticle: rank == 0) }
        }
    }

    private static func collect(_ json: LenientJSON, into found: inout [(rank: Int, work: LenientJSON)], depth: Int) {
        guard depth < 8, found.count < 100 else { return }
        switch json {
        case .array(let list):
            for item in list { collect(item, into: &found, depth: depth + 1) }
        case .object(let members):
            if let rank = rank(json) { found.append((rank, json)) }
            for (key, value) in members where ["@graph", "mainEntity", "mainEntityOfPage"].contains(key) {
                collect(value, into: &found, depth: depth + 1)
            }
        default: return
        }
    }

    /// 0 for an article, 1 for another work, 2 for a page, `nil` for what is none, such as an event or an organisation.
    private static func rank(_ object: LenientJSON) -> Int? {
        let types = object["@type"]?.list.compactMap(\.text) ?? []
        if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || articles.contains($0) }),
            !types.contains("JobPosting")
        {
            return 0
        }
        if types.contains(where: { works.contains($0) }) { return 1 }
        if types.isEmpty { return object["datePublished"] == nil ? nil : 1 }
        return types.contains { $0.hasSuffix("Page") } ? 2 : nil
    }

    private static let articles: Set = ["Report", "Review", "Question", "Message"]
    private static let works: Set = [
        "CreativeWork", "WebContent", "VideoObject", "AudioObject", "PodcastEpisode", "Episode", "Recipe", "HowTo",
        "Book",
        "Dataset", "ImageGallery", "MediaObject", "Photograph", "DigitalDocument", "Course", "Chapter", "Legislation",
        "SpecialAnnouncement", "Clip", "JobPosting",
    ]

    private static func addresses(_ work: LenientJSON) -> [String] {
        let page = work["mainEntityOfPage"]
        return [work["url"], work["@id"], page, page?["@id"]].compactMap { $0?.text }
    }

    /// An address without scheme, host, query and closing slash.
    private static func path(_ address: String) -> Substring {
        var rest = Substring(address)
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        while rest.last == "/" { rest.removeLast() }
        return rest
    }

    private mutating func read(_ work: LenientJSON, isArticle: Bool) {
        headline = headline ?? Self.words(work["headline"])
        description = description ?? Self.words(work["description"])
        articleBody = articleBody ?? work["articleBody"]?.text
        url = url ?? work["url"]?.text
        let date = Self.first(["datePublished", "uploadDate", "dateCreated", "datePosted"], in: work)
        if isArticle { published = published ?? date } else { otherPublished = otherPublished ?? date }
        updated = updated ?? work["dateModified"]?.text
        publisher = publisher ?? Self.names(work["publisher"]).first
        language = language ?? Self.languageTag(work["inLanguage"])
        image = image ?? Self.address(work["image"]) ?? work["thumbnailUrl"]?.text
        if authors.isEmpty { authors = Self.names(work["author"]) }
        if authors.isEmpty { authors = Self.names(work["creator"]) }
    }

    private static func first(_ keys: [String], in work: LenientJSON) -> String? {
        for key in keys {
            if let text = work[key]?.text { return text }
        }
        return nil
    }

    /// A text that may be escaped as HTML once more.
    private static func words(_ value: LenientJSON?) -> String? {
        value?.text.map { $0.holds("&") || $0.holds("<") ? HTMLText.plain($0) : $0 }
    }

    private static func names(_ value: LenientJSON?) -> [String] {
        (value?.list ?? []).prefix(20).compactMap { item -> String? in
            switch item {
            case .string(let text): text.isEmpty ? nil : text
            case .object: item["name"].flatMap { words($0) }
            default: nil
            }
        }
    }

    private static func languageTag(_ value: LenientJSON?) -> String? {
        value?.text ?? value?["alternateName"]?.text
    }

    private static func address(_ value: LenientJSON?) -> String? {
        value?.list.lazy.compactMap { $0.text ?? $0["url"]?.text }.first
    }
}
