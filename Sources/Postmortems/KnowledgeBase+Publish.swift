import Classification
import Foundation
import Reports
import SearchIndex
import SiteGeneration
import TemplateLibrary

/// What `publish` did.
public struct PublishedSite: Equatable, Sendable {
    /// The path of the home page.
    public var indexPage: String
    public var reports: Int
    public var files: Int
    /// All files together.
    public var bytes: Int
    /// Reports that no model has looked at yet.
    public var unclassified: Int
    /// Postmortems of the knowledge base that could not be read; the site holds what was read of them before.
    public var failures: [String]

    public var json: JSONValue {
        .object([
            ("index", .string(indexPage)), ("reports", .int(reports)), ("files", .int(files)), ("bytes", .int(bytes)),
            ("unclassified", .int(unclassified)), ("failures", .strings(failures)),
        ])
    }
}

extension KnowledgeBase {
    /// Writes the site: first brings `postmortems/` up to date, then builds beside the old site and swaps.
    ///
    /// - Parameters:
    ///   - output: The site's folder; `site` in the knowledge base when `nil`.
    ///   - templates: A folder that overrides the templates.
    @discardableResult
    public func publish(to output: String?, templates: String? = nil, now: Timestamp) throws -> PublishedSite {
        let target = output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? folder.appending(path: "site")
        try checkPlace(of: target)
        if let templates { try Self.checkTemplates(in: templates) }
        var failures: [String] = []
        if FileManager.default.fileExists(
            atPath: folder.appending(path: Self.postmortemsName).path(percentEncoded: false))
        {
            _ = try ingest([], now: now) { event in
                if case .failed(let failure) = event { failures.append(failure) }
            }
        }
        let reports = try index.reports()
        var library = Self.library(in: path)
        if let templates { library.overrides.insert(URL(filePath: templates, directoryHint: .isDirectory), at: 0) }
        let generator = SiteGenerator(
            templates: library,
            settings: SiteSettings(
                title: settings.title, baseURL: settings.baseURL, generatedFrom: "postmortem \(Release.version)",
                services: settings.services.map { SiteSettings.Service(name: $0.name) },
                measured: RuleClassifier().measured))
        let publication = try SitePublication(replacing: target)
        do {
            let files = try generator.files(for: reports, postings: SearchIndex.postings(of: reports))
            for file in files { try publication.write(file.bytes, to: file.path) }
            try publication.finish()
            return PublishedSite(
                indexPage: target.appending(path: "index.html").path(percentEncoded: false), reports: reports.count,
                files: files.count, bytes: files.reduce(0) { $0 + $1.bytes.count },
                unclassified: reports.count { $0.model == nil }, failures: failures)
        } catch {
            publication.abandon()
            throw error
        }
    }

    /// A site among its own sources would be read as one of them the next time.
    private func checkPlace(of site: URL) throws {
        func components(_ url: URL) -> [String] { url.standardizedFileURL.resolvingSymlinksInPath().pathComponents }
        for name in [Self.postmortemsName, Self.templatesName]
        where components(site).starts(with: components(folder.appending(path: name))) {
            throw KnowledgeBaseError.siteAmongSources(path: Self.normalized(site.path(percentEncoded: false)))
        }
    }

    private static func checkTemplates(in path: String) throws {
        let known = Set(TemplateLibrary().paths(in: "site") + TemplateLibrary().paths(in: "postmortems"))
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        guard names.contains(where: known.contains) else { throw KnowledgeBaseError.noTemplates(path: path) }
    }
}
