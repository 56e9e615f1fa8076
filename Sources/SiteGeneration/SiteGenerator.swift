import Foundation
import Reports
import TemplateLibrary

/// Makes the static site of a knowledge base.
///
/// ```swift
/// let generator = SiteGenerator(templates: TemplateLibrary(), settings: SiteSettings(title: "Incidents"))
/// for file in try generator.files(for: reports, postings: postings) { … }
/// ```
///
/// The same input gives the same files, byte for byte. Nothing is read but templates, nothing is written.
public struct SiteGenerator: Sendable {
    private let templates: TemplateLibrary
    private let settings: SiteSettings

    public init(templates: TemplateLibrary, settings: SiteSettings) {
        self.templates = templates
        self.settings = settings
    }

    /// Every file of the site, sorted by path.
    ///
    /// - Parameters:
    ///   - reports: In any order; each `id` names its page.
    ///   - postings: Every word of the full-text index, in any order; the browser ranks with them.
    /// - Throws: ``SiteGenerationError`` for an id or base URL that will not do or a template that does not parse,
    ///   `TemplateError` for a template that is missing.
    public func files(for reports: [CataloguedReport], postings: [Posting]) throws -> [SiteFile] {
        let catalogue = try Catalogue(reports, services: settings.services)
        let base = try baseURL()
        let renderer = try PageRenderer(templates: templates, common: commonFields(catalogue, base))
        let links = PageLinks(catalogue)
        var files = try assets()
        files += pages(catalogue, links, renderer)
        files.append(renderer.page("404", at: "404.html", root: base.map { $0 + "/" }, ["title": "Not here"]))
        files += Feeds(catalogue: catalogue, links: links, settings: settings, base: base).files(beside: files)
        files += BrowserIndex(catalogue: catalogue, links: links, postings: postings).files
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func pages(_ catalogue: Catalogue, _ links: PageLinks, _ renderer: PageRenderer) -> [SiteFile] {
        let kinds = FactorKind.allCases.map { FactorPage($0, in: catalogue, links: links) }
        var files = catalogue.entries.map { entry in
            renderer.page("report", at: entry.path, ReportPage(entry, in: catalogue, links: links).fields)
        }
        files += kinds.map { renderer.page("factor", at: "factors/\($0.kind.rawValue).html", $0.fields) }
        files += groupPages(catalogue.organisations, "organisation", links, renderer)
        files += groupPages(catalogue.services, "service", links, renderer)
        let overview = OverviewPages(
            catalogue: catalogue, links: links, kinds: kinds, measured: settings.measured)
        files.append(renderer.page("home", at: "index.html", overview.home))
        files.append(renderer.page("incidents", at: "incidents.html", overview.incidents))
        files.append(renderer.page("factors", at: "factors.html", overview.factors))
        files.append(renderer.page("about", at: "about.html", overview.about))
        return files
    }

    /// The page of each organisation or service, and the list of them.
    private func groupPages(
        _ groups: [Catalogue.Group], _ noun: String, _ links: PageLinks, _ renderer: PageRenderer
    ) -> [SiteFile] {
        let folder = "\(noun)s"
        let title = noun.prefix(1).uppercased() + noun.dropFirst()
        let pages = groups.map { group in
            renderer.page(
                "group", at: "\(folder)/\(group.slug).html", GroupPage(group, noun: noun, links: links).fields)
        }
        let list = renderer.page(
            "groups", at: "\(folder).html",
            [
                "title": "\(title)s", "noun": title,
                "groups": groups.map { GroupPage($0, noun: noun, links: links).listed },
            ])
        return pages + [list]
    }

    /// Style sheet and scripts, as they are.
    private func assets() throws -> [SiteFile] {
        try templates.paths(in: "site").filter { !$0.hasSuffix(".mustache") && !$0.contains("/.") }.map { path in
            let text = try templates.text(at: path)
            return SiteFile(
                path: String(path.dropFirst("site/".count)), text: path.hasSuffix(".js") ? Self.shortened(text) : text)
        }
    }

    /// A script without indentation and lines of comment, which a reader of the site would only wait for.
    ///
    /// A script with a template literal over several lines stays as it is: there, indentation is text.
    private static func shortened(_ script: String) -> String {
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.allSatisfy({ line in line.utf8.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2) }) else {
            return script
        }
        return lines.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
            .joined(separator: "\n") + "\n"
    }

    private func commonFields(_ catalogue: Catalogue, _ base: String?) -> Fields {
        let dates = catalogue.entries.compactMap(\.date)
        var years = dates.min().map { String($0.day.prefix(4)) } ?? ""
        if let last = dates.max().map({ String($0.day.prefix(4)) }), last != years { years += "–\(last)" }
        return [
            "site": settings.title.oneLine,
            "siteSize": Wording.count(Set(catalogue.entries.map(\.incident)).count, "incident"),
            "years": years, "base": base ?? false, "generatedFrom": shownOrNone(settings.generatedFrom),
            "description": false, "feeds": base ?? false,
        ]
    }

    /// The base URL without a slash at its end.
    private func baseURL() throws -> String? {
        guard var base = settings.baseURL, !base.isEmpty else { return nil }
        while base.hasSuffix("/") { base.removeLast() }
        guard linkable(base) != nil, !base.contains("?"), !base.contains("#"), URL(string: base)?.host() != nil else {
            throw SiteGenerationError.unusableBaseURL((settings.baseURL ?? "").oneLine)
        }
        return base
    }
}
