/// The elements that feeds are read from, by the name they usually have.
///
/// Those of Atom and of RSS share their names; those of other vocabularies keep their usual prefix.
enum FeedName: String {
    /// An element nothing is read from.
    case other
    case feed, entry, rss, rdf = "rdf:rdf", bareRDF = "rdf", channel, item
    case title, link, id, guid, about
    case author, name, email, uri, url, homepage, managingEditor = "managingeditor", webMaster = "webmaster"
    case published, issued, created, pubDate = "pubdate", updated, modified, lastBuildDate = "lastbuilddate"
    case content, summary, subtitle, tagline, description, body, fullItem = "fullitem"
    case category, keywords, language
    case contentEncoded = "content:encoded"
    case dcTitle = "dc:title", dcCreator = "dc:creator", dcAuthor = "dc:author", dcDate = "dc:date"
    case dcSubject = "dc:subject", dcLanguage = "dc:language", dcDescription = "dc:description"
    case dctermsIssued = "dcterms:issued", dctermsCreated = "dcterms:created", dctermsModified = "dcterms:modified"
    case dctermsTitle = "dcterms:title", dctermsAbstract = "dcterms:abstract", dctermsCreator = "dcterms:creator"
    case dctermsSubject = "dcterms:subject"
    case itunesAuthor = "itunes:author", itunesSummary = "itunes:summary"
    case xhtmlBody = "xhtml:body", xhtmlDiv = "xhtml:div"

    /// - Parameters:
    ///   - local: The name without its prefix, as written.
    ///   - prefix: The prefix as written; `nil` for none.
    ///   - namespace: The namespace's address; `nil` where none is bound.
    init(local: String, prefix: String?, namespace: String?) {
        let local = local.lowercased()
        let usual = namespace.flatMap { Self.usualPrefix(of: $0) } ?? Self.usualPrefix(written: prefix)
        guard let usual else {
            self = .other
            return
        }
        self = FeedName(rawValue: usual.isEmpty ? local : "\(usual):\(local)") ?? .other
    }

    /// The prefix a namespace usually has, `""` for those of feeds themselves; `nil` for unknown ones.
    private static func usualPrefix(of namespace: String) -> String? {
        var address = namespace.trimmed.lowercased()
        if address.hasPrefix("https://") { address = "http://" + address.dropFirst(8) }
        while address.hasSuffix("/") || address.hasSuffix("#") { address.removeLast() }
        return prefixes[address]
    }

    /// What a prefix whose namespace is missing, misspelled or unknown most likely means.
    private static func usualPrefix(written prefix: String?) -> String? {
        guard let prefix = prefix?.lowercased() else { return "" }
        switch prefix {
        case "atom", "atom10", "a10", "rss": return ""
        case "dc", "dcterms", "content", "media", "itunes", "rdf": return prefix
        default: return nil
        }
    }

    private static let prefixes: [String: String] = [
        "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns": "", "http://purl.org/rss/1.0": "",
        "http://my.netscape.com/rdf/simple/0.9": "", "http://channel.netscape.com/rdf/simple/0.9": "",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": "", "http://backend.userland.com/rss2": "",
        "http://backend.userland.com/rss": "", "http://blogs.law.harvard.edu/tech/rss": "",
        "http://cyber.law.harvard.edu/rss/rss.html": "", "http://purl.org/net/rss1.1": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf", "http://purl.org/dc/elements/1.1": "dc",
        "http://purl.org/dc/elements/1.0": "dc", "http://purl.org/dc/terms": "dcterms",
        "http://purl.org/rss/1.0/modules/content": "content", "http://www.w3.org/1999/xhtml": "xhtml",
        "http://search.yahoo.com/mrss": "media", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    ]
}
