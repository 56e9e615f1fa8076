/// The marks on a page that speak about it, collected in one pass.
struct PageMarks {
    /// The window's title.
    private(set) var title: String?
    private(set) var language: String?
    private(set) var canonical: String?
    private(set) var base: String?
    /// The first value of each item property, by lower-case name.
    private(set) var itemProperties: [String: String] = [:]
    /// The level-1 headings.
    private(set) var headings: [Int] = []
    /// `datetime` of time elements that mark publication, then of the first other one.
    private(set) var times: [String] = []
    /// Names marked as authors in the visible page.
    private(set) var authors: [String] = []
    /// The source of each JSON-LD script.
    private(set) var linkedData: [UnsafeBufferPointer<UInt8>] = []
    private var metas: [String: [String]] = [:]
    private let tree: HTMLTree

    static let publishedNames = [
        "article:published_time", "og:published_time", "datepublished", "article:published",
        "og:article:published_time",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date",
        "dc.date.created",
        "publishdate", "publish-date", "publish_date", "published-date", "pubdate", "publication_date", "pub_date",
        "article.published", "originalpublicationdate", "citation_publication_date", "citation_date", "date",
        "article_date_original", "cxenseparse:recs:publishtime", "release_date", "displaydate", "rnews:datepublished",
    ]
    static let updatedNames = [
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dc.date.modified",
        "dcterms.modified", "article.updated", "article:modified", "revised", "modified",
    ]

    init(_ tree: HTMLTree) {
        self.tree = tree
        for index in tree.nodes.indices { read(index) }
        if let first = otherTimes.first { times.append(first) }
    }

    /// The first value of a `meta` by its name, property or itemprop, in lower case.
    func meta(_ name: String) -> String? { metas[name]?.first }

    func metas(_ name: String) -> [String] { metas[name] ?? [] }

    private var otherTimes: [String] = []

    private mutating func read(_ index: Int) {
        switch tree.nodes[index].tag {
        case .text: return
        case .html: language = language ?? tree.attribute(index, "lang") ?? tree.attribute(index, "xml:lang")
        case .title:
            // An SVG drawing has titles too.
            if title == nil, !isInside(index, .svg) { title = tree.collapsedText(index, limit: 1000) }
        case .base: base = base ?? tree.attribute(index, "href")
        case .meta: readMeta(index)
        case .link:
            if canonical == nil, tree.attribute(index, "rel")?.lowercased() == "canonical" {
                canonical = tree.attribute(index, "href")
            }
        case .script:
            if tree.attribute(index, "type")?.lowercased().contains("ld+json") == true, index + 1 < tree.nodes.count,
                tree.nodes[index + 1].tag == .text
            {
                linkedData.append(tree.textBytes(index + 1))
            }
        case .h1: headings.append(index)
        case .time: readTime(index)
        case .a:
            if tree.attribute(index, "rel")?.lowercased().contains("author") == true {
                authors.append(tree.collapsedText(index, limit: 200))
            }
        default: break
        }
        readItemProperty(index)
    }

    private mutating func readMeta(_ index: Int) {
        guard let content = tree.attribute(index, "content"), !content.isEmpty else { return }
        for key in ["property", "name", "itemprop", "http-equiv"] as [StaticString] {
            guard let name = tree.attribute(index, key)?.lowercased(), !name.isEmpty else { continue }
            metas[name, default: []].append(content)
            if key.description == "http-equiv", name == "content-language" { language = language ?? content }
            if name == "og:locale" { language = language ?? content }
        }
    }

    private mutating func readTime(_ index: Int) {
        guard let value = tree.attribute(index, "datetime") else { return }
        let name = (tree.attribute(index, "class") ?? "").lowercased()
        if tree.attribute(index, "pubdate") != nil || (name.contains("publish") && !name.contains("updated")) {
            times.append(value)
        } else if otherTimes.isEmpty, !isInside(index, .aside), !isInside(index, .footer), FeedDates.read(value) != nil
        {
            otherTimes.append(value)
        }
    }

    private mutating func readItemProperty(_ index: Int) {
        guard let name = tree.attributeBytes(index, "itemprop") else { return }
        let key = String(decoding: name, as: UTF8.self).lowercased()
        guard ["datepublished", "datemodified", "author", "headline", "name"].contains(key) else { return }
        let value =
            tree.attribute(index, "content") ?? tree.attribute(index, "datetime")
            ?? tree.collapsedText(index, limit: 200)
        if key == "author" { authors.append(value) }
        if itemProperties[key] == nil { itemProperties[key] = value }
    }

    private func isInside(_ index: Int, _ tag: HTMLTag) -> Bool {
        var parent = Int(tree.nodes[index].parent)
        while parent >= 0 {
            if tree.nodes[parent].tag == tag { return true }
            parent = Int(tree.nodes[parent].parent)
        }
        return false
    }
}
