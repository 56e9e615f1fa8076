import Foundation
import Reports
import SiteGeneration
import TemplateLibrary
import TestSupport
import Testing

@Suite("The site as a whole")
struct SiteGeneratorTests {
    @Test("Every relative link leads to a file of the site, and every fragment to an element")
    func links() throws {
        let site = try Sample.site()
        for (path, page) in site where path.hasSuffix(".html") {
            let folder = path.split(separator: "/").dropLast().map(String.init)
            let ids = Set(Sample.values(of: "id", in: page))
            for link in Sample.values(of: "href", in: page) + Sample.values(of: "src", in: page)
                + Sample.values(of: "action", in: page)
            {
                if link.hasPrefix("#") {
                    #expect(ids.contains(String(link.dropFirst())), "\(path): \(link)")
                } else if !link.hasPrefix("https://") {
                    var parts = folder
                    for part in link.prefix(while: { $0 != "?" }).split(separator: "/") {
                        if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
                    }
                    #expect(site[parts.joined(separator: "/")] != nil, "\(path): \(link)")
                    #expect(!link.hasPrefix("/"), "\(path): \(link)")
                }
            }
        }
    }

    @Test("Every page has a policy, a language, landmarks, one main heading and a way past the menu")
    func frame() throws {
        for (path, page) in try Sample.site() where path.hasSuffix(".html") {
            for part in [
                "default-src 'none'; script-src 'self'; style-src 'self'", "<html lang=\"en\">", "<nav aria-label=",
                "<main id=\"main\"", "<footer", "href=\"#main\"", "name=\"viewport\"",
            ] {
                #expect(page.contains(part), "\(path): \(part)")
            }
            #expect(page.components(separatedBy: "<h1").count == 2, "\(path)")
        }
    }

    @Test("No page has a script, style or handler of its own, nor loads anything from elsewhere")
    func policyHolds() throws {
        for (path, page) in try Sample.site() where path.hasSuffix(".html") {
            #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("javascript:"), "\(path)")
            #expect(Sample.values(of: "src", in: page).allSatisfy { !$0.contains(":") }, "\(path)")
            for handler in ["onclick", "onerror", "onload"] { #expect(!page.contains(" \(handler)="), "\(path)") }
            let scripts = page.components(separatedBy: "<script").dropFirst()
            #expect(scripts.allSatisfy { $0.hasPrefix(" src=") && $0.contains("defer></script>") }, "\(path)")
        }
    }

    @Test("The same input in any order gives the same bytes, sorted by path")
    func deterministic() throws {
        let generator = SiteGenerator(templates: TemplateLibrary(), settings: SiteSettings(title: "Library"))
        let postings = Sample.postings(Sample.all)
        let once = try generator.files(for: Sample.all, postings: postings)
        let again = try generator.files(for: Sample.all.reversed(), postings: postings.reversed())
        #expect(once == again)
        #expect(once.map(\.path) == once.map(\.path).sorted())
        #expect(Set(once.map(\.path)).count == once.count)
    }

    @Test("Style, scripts and pages stay within their budgets")
    func budgets() throws {
        let site = try Sample.site()
        let size = { (suffix: String) in
            site.filter { $0.key.hasSuffix(suffix) && !$0.key.hasPrefix("search/") }.map(\.value.utf8.count).reduce(
                0, +)
        }
        #expect(size(".css") <= 20_000)
        #expect(size(".js") <= 20_000)
        #expect(site["search/manifest.js"]!.utf8.count <= 4_000)
        for (path, page) in site where path.hasPrefix("incidents/") { #expect(page.utf8.count <= 60_000, "\(path)") }
    }

    @Test("An empty knowledge base still gives every page")
    func empty() throws {
        let site = try Sample.site([])
        #expect(site["index.html"]!.contains("Nothing has been ingested yet."))
        #expect(site["organisations.html"]!.contains("Not stated in any report."))
        #expect(site["factors/automation.html"]!.contains("No report carries it."))
    }

    @Test("With a base URL there are a sitemap, an OpenSearch description and absolute feed links, else not")
    func baseURL() throws {
        let without = try Sample.site()
        #expect(without["sitemap.xml"] == nil && without["opensearch.xml"] == nil)
        let settings = SiteSettings(title: "Library", baseURL: "https://example.org/in/cidents/")
        let site = try Sample.site(settings: settings)
        #expect(
            site["sitemap.xml"]!.contains("<loc>https://example.org/in/cidents/incidents/nothing-stated.html</loc>"))
        #expect(!site["sitemap.xml"]!.contains("404"))
        #expect(site["opensearch.xml"]!.contains("https://example.org/in/cidents/index.html?q={searchTerms}"))
        #expect(site["feed.xml"]!.contains("<id>https://example.org/in/cidents/incidents/nothing-stated.html</id>"))
        #expect(site["404.html"]!.contains("href=\"https://example.org/in/cidents/style.css\""))
        #expect(!site["index.html"]!.contains("https://example.org/in"))
    }

    @Test(
        "What cannot become a site is refused with the reason and a remedy",
        arguments: [
            (
                "../up", nil,
                "report '../up': the id can't be a file name; use letters, digits, '.', '_' and '-', up to 180 of them"
            ),
            (
                "a/b", nil,
                "report 'a/b': the id can't be a file name; use letters, digits, '.', '_' and '-', up to 180 of them"
            ),
            (
                ".hidden", nil,
                "report '.hidden': the id can't be a file name; use letters, digits, '.', '_' and '-', up to 180 of them"
            ),
            (
                "", nil,
                "report '': the id can't be a file name; use letters, digits, '.', '_' and '-', up to 180 of them"
            ),
            (
                "NOTHING-stated", nil,
                "report 'nothing-stated': two reports have this id; ingest one of them under another title or date"
            ),
            (
                "fine", "javascript:alert(1)",
                "base URL 'javascript:alert(1)': not an http or https address; write it as https://example.org/incidents"
            ),
            (
                "fine", "https://",
                "base URL 'https://': not an http or https address; write it as https://example.org/incidents"
            ),
        ] as [(String, String?, String)])
    func refused(id: String, base: String?, message: String) {
        let settings = SiteSettings(title: "Library", baseURL: base)
        let error = #expect(throws: SiteGenerationError.self) {
            try Sample.site([Sample.report(id: id, title: "x"), Sample.bare], settings: settings)
        }
        #expect(error?.description == message)
    }

    @Test("A template of the knowledge base replaces ours, and a broken one is named with its line")
    func overrides() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "site/404.mustache")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let generator = SiteGenerator(
                templates: TemplateLibrary(overrides: [folder]), settings: SiteSettings(title: "\"O\u{301}urs\""))
            try Data("<h1>{{site}}</h1>".utf8).write(to: file)
            let page = try generator.files(for: [], postings: []).first { $0.path == "404.html" }
            #expect(String(decoding: page!.bytes, as: UTF8.self) == "<h1>&quot;O\u{301}urs&quot;</h1>")
            try Data("<h1>\n{{#open}}".utf8).write(to: file)
            #expect(throws: SiteGenerationError.self) { try generator.files(for: [], postings: []) }
            do { _ = try generator.files(for: [], postings: []) } catch {
                #expect("\(error)".hasPrefix("site/404.mustache:2: can't read the template: "))
            }
        }
    }

    @Test("Scripts are published without comments and indentation")
    func scripts() throws {
        let script = try #require(try Sample.site()["search.js"])
        #expect(script.hasPrefix("\"use strict\";\n(() => {\nconst root"))
        #expect(!script.contains("\n//") && !script.contains("\n "))
    }
}
