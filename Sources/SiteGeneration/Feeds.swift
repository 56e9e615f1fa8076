import Foundation
import Reports

/// The site for machines: Atom, JSON Feed, everything as JSON, and what search engines and address bars ask for.
struct Feeds {
    let catalogue: Catalogue
    let links: PageLinks
    let settings: SiteSettings
    /// Without a slash at its end; `nil` when the site may stand anywhere.
    let base: String?

    /// How many reports a feed holds.
    private static let feedLength = 50

    func files(beside pages: [SiteFile]) -> [SiteFile] {
        var files = [
            SiteFile(path: "feed.xml", text: atom),
            SiteFile(path: "feed.json", text: jsonFeed.text + "\n"),
            SiteFile(path: "reports.json", text: reports.text + "\n"),
        ]
        if base != nil {
            files.append(SiteFile(path: "sitemap.xml", text: sitemap(pages.map(\.path))))
            files.append(SiteFile(path: "opensearch.xml", text: openSearch))
        }
        return files
    }

    private var title: String { settings.title.oneLine }

    private func address(_ path: String) -> String {
        base.map { "\($0)/\(path)" } ?? path
    }

    /// Names a report for good, wherever the site stands.
    private func identifier(_ id: String) -> String {
        base.map { "\($0)/incidents/\(id).html" } ?? "urn:postmortem:\(id)"
    }

    private func summary(_ entry: Catalogue.Entry) -> String {
        let text = entry.report.summary.isEmpty ? entry.report.text : entry.report.summary
        return text.oneLine.shortened(to: 600)
    }

    /// When a feed reader should see the entry as new: as the source says, else when it was retrieved.
    private func updated(_ entry: Catalogue.Entry) -> Timestamp {
        entry.report.updated ?? entry.report.published ?? entry.catalogued.retrieved
    }

    /// Atom wants a time; a day alone is its midnight.
    private func instant(_ time: Timestamp) -> String {
        Timestamp(secondsSince1970: time.secondsSince1970, offsetSeconds: time.offsetSeconds).description
    }

    // MARK: Feeds

    private var atom: String {
        let entries = catalogue.entries.prefix(Self.feedLength)
        let newest = entries.map(updated).max() ?? Timestamp(secondsSince1970: 0)
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "<title>\(title.escapedForMarkup)</title>",
            "<id>\((base.map { $0 + "/" } ?? "urn:postmortem:" + PageName.of(title)).escapedForMarkup)</id>",
            "<updated>\(instant(newest))</updated>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(address("index.html").escapedForMarkup)\"/>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(address("feed.xml").escapedForMarkup)\"/>",
            "<author><name>\(title.escapedForMarkup)</name></author>",
        ]
        for entry in entries {
            lines.append("<entry>")
            lines.append("<title>\(entry.title.escapedForMarkup)</title>")
            lines.append("<id>\(identifier(entry.catalogued.id).escapedForMarkup)</id>")
            lines.append(
                "<link rel=\"alternate\" type=\"text/html\" href=\"\(address(entry.path).escapedForMarkup)\"/>")
            if let source = linkable(entry.report.url) {
                lines.append("<link rel=\"via\" href=\"\(source.escapedForMarkup)\"/>")
            }
            lines.append("<updated>\(instant(updated(entry)))</updated>")
            if let published = entry.report.published { lines.append("<published>\(instant(published))</published>") }
            for factor in entry.catalogued.factors where factor.stance == .asserted {
                lines.append("<category term=\"\(factor.kind.rawValue)\" label=\"\(factor.kind.name)\"/>")
            }
            lines.append("<summary>\(summary(entry).escapedForMarkup)</summary>")
            lines.append("</entry>")
        }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    private var jsonFeed: JSONValue {
        var fields: [(String, JSONValue)] = [
            ("version", .string("https://jsonfeed.org/version/1.1")), ("title", .string(title)),
        ]
        if let base {
            fields.append(("home_page_url", .string("\(base)/")))
            fields.append(("feed_url", .string("\(base)/feed.json")))
        }
        let items = catalogue.entries.prefix(Self.feedLength).map { entry -> JSONValue in
            var item: [(String, JSONValue)] = [
                ("id", .string(identifier(entry.catalogued.id))), ("url", .string(address(entry.path))),
                ("title", .string(entry.title)), ("content_text", .string(summary(entry))),
            ]
            if let source = linkable(entry.report.url) { item.append(("external_url", .string(source))) }
            if let published = entry.report.published { item.append(("date_published", .string(instant(published)))) }
            item.append(("date_modified", .string(instant(updated(entry)))))
            let tags = entry.catalogued.factors.filter { $0.stance == .asserted }.map(\.kind.rawValue)
            if !tags.isEmpty { item.append(("tags", .strings(tags))) }
            return .object(item)
        }
        fields.append(("items", .array(items)))
        return .object(fields)
    }

    /// Every report with its factors, without the full texts, which their pages hold.
    private var reports: JSONValue {
        .array(
            catalogue.entries.map { entry in
                let report = entry.report
                return .object([
                    ("id", .string(entry.catalogued.id)), ("title", .string(entry.title)),
                    ("page", .string(entry.path)), ("date", .string(entry.date?.description)),
                    ("organisation", .string(report.organisation)), ("services", .strings(report.services)),
                    ("severity", .string(report.severity)), ("kind", .string(report.kind.rawValue)),
                    ("duration_seconds", .int(entry.duration)),
                    ("url", .string(linkable(report.url))), ("archived_url", .string(linkable(report.archivedURL))),
                    ("summary", .string(report.summary.isEmpty ? nil : report.summary)),
                    ("factors", .array(entry.catalogued.factors.map(\.json))),
                    ("model", .string(entry.catalogued.model)),
                    ("content_hash", .string(entry.catalogued.contentHash)),
                ])
            })
    }

    // MARK: For machines that find the site

    private func sitemap(_ paths: [String]) -> String {
        let pages = paths.filter { $0.hasSuffix(".html") && $0 != "404.html" }.sorted()
        let urls = pages.map { "<url><loc>\(address($0).escapedForMarkup)</loc></url>" }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(urls.joined(separator: "\n"))
            </urlset>

            """
    }

    private var openSearch: String {
        // Sixteen characters are all a short name may have.
        """
        <?xml version="1.0" encoding="utf-8"?>
        <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
        <ShortName>\(String(title.prefix(16)).escapedForMarkup)</ShortName>
        <Description>\("Search \(title)".shortened(to: 1000).escapedForMarkup)</Description>
        <InputEncoding>UTF-8</InputEncoding>
        <Url type="text/html" template="\(address("index.html").escapedForMarkup)?q={searchTerms}"/>
        </OpenSearchDescription>

        """
    }
}
