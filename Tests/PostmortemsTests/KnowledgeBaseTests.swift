import Foundation
import Postmortems
import Synchronization
import TestSupport
import Testing

@Suite("Knowledge base")
struct KnowledgeBaseTests {
    private static let now = Timestamp(secondsSince1970: 1_790_000_000)

    private func withBase(_ body: (KnowledgeBase, URL) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try body(try KnowledgeBase.create(at: folder.appending(path: "base").path), folder)
        }
    }

    @Test("One is found from any folder below it, and made only once")
    func finding() throws {
        try withBase { base, _ in
            let below = base.path + "/postmortems"
            let found = try KnowledgeBase.locate(nil, from: below)
            #expect(found.path == base.path)
            #expect(throws: KnowledgeBaseError.alreadyThere(path: base.path)) {
                _ = try KnowledgeBase.create(at: base.path)
            }
            #expect(throws: KnowledgeBaseError.notFound(from: "/")) { _ = try KnowledgeBase.locate(nil, from: "/") }
        }
    }

    @Test("What 'new' writes is read back with its title, day, services and timeline")
    func newThenIngest() throws {
        try withBase { base, folder in
            let export = folder.appending(path: "disk.csv")
            try Data("time,event\n2026-03-11T09:00:00Z,Alert fires\n2026-03-11T09:20:00Z,Disk emptied\n".utf8)
                .write(to: export)
            let day = try #require(Timestamp("2026-03-11"))
            for template in try KnowledgeBase.templates(in: base.path, from: "/").list() {
                let title = "Disk “full” on \(template.name): 100%"
                let draft = try base.draft(
                    template: template.name, title: title, date: day, services: ["booking-api", "a: b"],
                    timeline: export.path)
                var stored: [StoredReport] = []
                try base.ingest([draft.path], now: Self.now) { event in
                    if case .stored(let report) = event { stored.append(report) } else { Issue.record("\(event)") }
                }
                let report = try #require(stored.first?.report)
                #expect(report.title == title)
                #expect(report.date?.day == "2026-03-11")
                #expect(report.services == ["booking-api", "a: b"])
                #expect(report.timeline.map(\.text) == ["Alert fires", "Disk emptied"], "\(template.name)")
                #expect(throws: KnowledgeBaseError.fileExists(path: draft.path)) {
                    try base.draft(template: template.name, title: title, date: day)
                }
            }
        }
    }

    /// Answers from a script and remembers what it was asked.
    private final class ScriptedFetcher: Fetching {
        let answers: Mutex<[FetchResult]>
        let asked = Mutex<[FetchConditions]>([])

        init(_ answers: [FetchResult]) {
            self.answers = Mutex(answers)
        }

        func fetch(_ address: String, conditions: FetchConditions) async throws -> FetchResult {
            asked.withLock { $0.append(conditions) }
            return answers.withLock { $0.removeFirst() }
        }
    }

    private func page(_ text: String, etag: String) -> FetchResult {
        .fetched(
            FetchedPage(
                bytes: Data(text.utf8), contentType: "text/markdown", finalURL: "https://example.com/a.md",
                conditions: FetchConditions(etag: etag)))
    }

    @Test(
        "Watched sources are pulled, a failure among them is named, and an organisation is given where none is stated")
    func watching() throws {
        try withBase { base, _ in
            let settings = """
                sources:
                  - url: https://example.com/a.md
                    organisation: Example
                    comment: has no feed
                  - https://example.com/gone.md
                  - notes/b.md
                """
            try Data(settings.utf8).write(to: URL(filePath: base.path + "/postmortem.yml"))
            let notes = base.path + "/notes"
            try FileManager.default.createDirectory(atPath: notes, withIntermediateDirectories: false)
            try Data("# B\n\nText.\n".utf8).write(to: URL(filePath: notes + "/b.md"))
            let watched = try KnowledgeBase.locate(base.path, from: "/")
            var seen: [String] = []
            for news in [true, false] {
                let fetcher = AddressedFetcher(pages: [
                    "https://example.com/a.md": page("# A\n\nText.\n", etag: "\"1\"")
                ])
                let summary = try watched.ingest([], watched: true, fetcher: fetcher, now: Self.now) { event in
                    switch event {
                    case .stored(let stored):
                        seen.append(
                            "\(stored.outcome) \(stored.report.title ?? "") \(stored.report.organisation ?? "-")")
                    case .failed(let failure): seen.append(failure)
                    case .note(let note): seen.append(note)
                    case .notModified(let source): seen.append("not modified: \(source)")
                    }
                }
                #expect(summary.hasNews == news)
                #expect(summary.failed == 1)
            }
            #expect(
                seen == [
                    "added A Example", "https://example.com/gone.md: nothing there", "added B -",
                    "unchanged A Example", "https://example.com/gone.md: nothing there", "unchanged B -",
                ])
        }
    }

    /// Answers by address; what it does not know fails.
    private struct AddressedFetcher: Fetching {
        var pages: [String: FetchResult]

        func fetch(_ address: String, conditions: FetchConditions) async throws -> FetchResult {
            guard let page = pages[address] else { throw IngestionError(address, .fetch("nothing there")) }
            return page
        }
    }

    @Test("An address is asked for news only once its report is stored, and a failed one is fetched whole")
    func conditionalFetches() throws {
        try withBase { base, _ in
            let fetcher = ScriptedFetcher([
                page("", etag: "\"0\""), page("# One\n\nText.\n", etag: "\"1\""), .notModified,
                page("# Two\n\nText.\n", etag: "\"2\""),
            ])
            var seen: [String] = []
            for _ in 0..<4 {
                try base.ingest(["https://example.com/a.md"], fetcher: fetcher, now: Self.now) { event in
                    switch event {
                    case .stored(let report): seen.append(report.outcome.rawValue)
                    case .failed: seen.append("failed")
                    case .note(let note): seen.append(note)
                    case .notModified(let source): seen.append("not modified: \(source)")
                    }
                }
            }
            #expect(seen == ["failed", "added", "not modified: https://example.com/a.md", "updated"])
            #expect(fetcher.asked.withLock { $0.map(\.etag) } == [nil, nil, "\"1\"", "\"1\""])
        }
    }

    @Test("A site is replaced whole; a folder of something else is never touched; two builds are the same bytes")
    func publication() throws {
        try withBase { base, folder in
            try base.ingest([Checkout.corpus.path], now: Self.now) { _ in }
            let site = folder.appending(path: "site")
            try base.publish(to: site.path, now: Self.now)
            let first = try Self.contents(of: site)
            try Data("old".utf8).write(to: site.appending(path: "leftover.html"))
            try base.publish(to: site.path + "/", now: Self.now)
            #expect(try Self.contents(of: site) == first)

            let other = folder.appending(path: "other")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: other.appending(path: "notes.txt"))
            #expect(throws: KnowledgeBaseError.notASite(path: other.path)) {
                try base.publish(to: other.path, now: Self.now)
            }
            #expect(try Self.contents(of: other) == ["notes.txt": Data("mine".utf8)])
        }
    }

    @Test("A build that fails leaves the old site and no trace of itself")
    func failedBuild() throws {
        try withBase { base, folder in
            let site = folder.appending(path: "site")
            try base.publish(to: site.path, now: Self.now)
            let before = try Self.contents(of: site)
            let templates = folder.appending(path: "templates/site")
            try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
            try Data("{{#open}} never closed".utf8).write(to: templates.appending(path: "home.mustache"))
            #expect(throws: (any Error).self) {
                try base.publish(to: site.path, templates: folder.appending(path: "templates").path, now: Self.now)
            }
            #expect(try Self.contents(of: site) == before)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                    "base", "site", "templates",
                ])
        }
    }

    @Test(
        "Settings that can't be read name their place and the remedy",
        arguments: [
            ("title: [", 2, "base/postmortem.yml:"),
            ("title: [a]", nil, "title is no text; write 'title: Our incidents'"),
            ("services: 7", nil, "services is no list; write 'services:' and below it '  - name: booking-api'"),
            ("sources: {a: b}", nil, "sources is no list; write"), ("sources: [[a]]", nil, "is no path or address"),
            (
                "sources:\n  - url: https://a.test/\n    every: day", 3,
                "unknown key 'every'; there are url, organisation"
            ),
            ("sources: ['ftp://a.test/']", 1, "the source 'ftp://a.test/' is no http or https address"),
            ("roster: {a: b}", nil, "roster is no list; write 'roster:' and below it '  - Priya Nair'"),
            ("lint: 5", nil, "lint is no list of keys; write"),
            ("base_url: incidents", nil, "base_url 'incidents' is no address; write https://incidents.example.org/"),
            ("services: [{slo: 99.9}]", nil, "an entry under services has no name; write '- name: booking-api'"),
            (
                "services: [{name: a, slo: 100}]", nil,
                "the slo '100' of a is no percentage below 100; write 99.9"
            ),
        ] as [(String, Int?, String)])
    func settings(yaml: String, line: Int?, message: String) throws {
        do {
            _ = try Settings(yaml: yaml, path: "base/postmortem.yml")
            Issue.record("read")
        } catch {
            #expect("\(error)".contains(message), "\(error)")
            #expect("\(error)".hasPrefix("base/postmortem.yml" + (line.map { ":\($0):" } ?? "")))
        }
    }

    @Test("A page or place that is missing shows up as a broken link")
    func brokenLinks() throws {
        try withTemporaryFolder { folder in
            try Data("<a href=\"b.html#x\">b</a> <a href=\"c.html\">c</a> <a href=\"b.html#y\">y</a>".utf8)
                .write(to: folder.appending(path: "a.html"))
            try Data("<p id=\"x\"><a href=\"https://example.com/\">out</a>".utf8)
                .write(to: folder.appending(path: "b.html"))
            #expect(try SiteLinks(site: folder).broken == ["a.html: b.html#y", "a.html: c.html"])
        }
    }

    private static func contents(of folder: URL) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            let url = folder.appending(path: path)
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                result[path] = try Data(contentsOf: url)
            }
        }
        return result
    }
}
