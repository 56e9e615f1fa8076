import Foundation
import TestSupport
import Testing

/// The main job from outside: init, ingest, classify, search, show, publish, verify, with the built binary.
@Suite("The main job")
struct MainJobTests {
    static let article = """
        # Cloud region slows down; vendor rejects talk of a rogue AI

        On Tuesday a cloud region was slow for three hours. On social media the outage was widely blamed on the vendor's \
        AI operations tool, which posts said had resized the fleet by itself.

        The vendor denied that any AI agent took part in the outage. A spokesperson said the trigger was a planned \
        capacity change that an engineer had started by hand.

        The rumour had confused the assistive tool, which only drafts suggestions for people to approve, with an \
        autonomous agent.
        """

    @Test("From nothing to a site: every step says what it did")
    func wholeJob() throws {
        try withTemporaryFolder { folder in
            let base = folder.appending(path: "kb").path
            #expect(
                try CommandRun.postmortem(["init", base, "--quiet"]).output == "Made a knowledge base in \(base).\n")
            let article = folder.appending(path: "rumour.md")
            try Data(Self.article.utf8).write(to: article)

            let first = try CommandRun.postmortem(["ingest", "--base", base, article.path])
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.contains("added"))
            #expect(first.output.hasSuffix("1 added, 0 updated, 0 unchanged, 0 failed\n"))

            let again = try CommandRun.postmortem(["ingest", "--base", base, article.path])
            #expect(again.output == "0 added, 0 updated, 1 unchanged, 0 failed\n")

            try Data((Self.article + "\nIt lasted three hours.\n").utf8).write(to: article)
            let changed = try CommandRun.postmortem(["ingest", "--base", base, article.path])
            #expect(changed.output.hasSuffix("0 added, 1 updated, 0 unchanged, 0 failed\n"))

            let classified = try CommandRun.postmortem(["classify", "--base", base, "--format", "json"])
            #expect(classified.objects.count == 1)

            let found = try CommandRun.postmortem(["search", "--base", base, "--format", "json", "capacity"])
            let hits = try #require(found.objects.first?["hits"] as? [[String: Any]])
            let id = try #require(hits.first?["id"] as? String)
            #expect(found.objects.first?["total"] as? Int == 1)

            let shown = try CommandRun.postmortem(["show", "--base", base, id, "--format", "json"])
            #expect(shown.objects.first?["version"] as? Int == 2)

            let site = folder.appending(path: "site")
            let published = try CommandRun.postmortem(["publish", "--base", base, "--output", site.path])
            #expect(published.status == 0, "\(published.errors)")
            #expect(FileManager.default.fileExists(atPath: site.appending(path: "index.html").path))

            let verified = try CommandRun.postmortem(["verify", "--base", base])
            #expect(verified.status == 0, "\(verified.output)")
        }
    }

    @Test("The denied AI rumour: AI denied, assistant mistaken, a person's act, each with its exact quote")
    func deniedRumour() throws {
        try withTemporaryFolder { folder in
            let article = folder.appending(path: "rumour.md")
            try Data(Self.article.utf8).write(to: article)
            let run = try CommandRun.postmortem(["classify", "--format", "json", article.path])
            #expect(run.status == 0)
            let factors = try #require(run.objects.first?["factors"] as? [[String: Any]])
            let stances = Dictionary(
                uniqueKeysWithValues: factors.map { ($0["kind"] as? String ?? "", $0["stance"] as? String ?? "") })
            #expect(stances["autonomous-ai-action"] == "denied")
            #expect(stances["assistive-ai-misunderstanding"] == "asserted")
            #expect(stances["human-action"] == "asserted")

            let extracted = try CommandRun.postmortem(["extract", "--format", "json", article.path])
            let text = try #require(extracted.objects.first?["text"] as? String)
            for factor in factors {
                let evidence = try #require(factor["evidence"] as? [[String: Any]])
                #expect(!evidence.isEmpty)
                for item in evidence where item["field"] as? String == "text" {
                    let range = try #require(item["utf8Range"] as? [Int])
                    let bytes = Array(text.utf8)[range[0]..<range[1]]
                    #expect(String(decoding: bytes, as: UTF8.self) == item["quote"] as? String)
                }
            }
        }
    }

    @Test(
        "A search without a match exits 1, and any text is a valid query",
        arguments: [
            "nothingatall", "NEAR(", "\"", "*", "AND OR NOT", "-", "title:", "')--", "\u{1F692}", "a AND (b",
        ])
    func noMatch(query: String) throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            let run = try CommandRun.postmortem(["search", "--base", base, "--format", "json", "--", query])
            #expect(run.status == 1)
            #expect(run.objects.first?["total"] as? Int == 0)
            #expect(run.objects.first?["query"] as? String == query)
        }
    }

    @Test("new writes a postmortem that lints clean of errors, is ingested by a bare ingest, and is never overwritten")
    func newPostmortem() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            let arguments = [
                "new", "--base", base, "--template", "standard", "--title", "Rates: \"cache\" stampede", "--date",
                "2026-03-05", "--service", "rates-cache",
            ]
            let made = try CommandRun.postmortem(arguments)
            #expect(made.status == 0, "\(made.errors)")
            #expect(made.output == "\(base)/postmortems/2026-03-05-rates-cache-stampede.md\n")
            let again = try CommandRun.postmortem(arguments)
            #expect(again.status == 2)
            #expect(again.errors.contains("the file exists; edit it, or give another title or date"))

            let lint = try CommandRun.postmortem(["lint", "--base", base, "--fail-on", "error"])
            #expect(lint.status == 0, "\(lint.output)")
            let ingested = try CommandRun.postmortem(["ingest", "--base", base])
            #expect(ingested.output.hasSuffix("1 added, 0 updated, 0 unchanged, 0 failed\n"), "\(ingested.errors)")
            let found = try CommandRun.postmortem(["search", "--base", base, "--format", "json", "service:rates-cache"])
            #expect(found.objects.first?["total"] as? Int == 1)
        }
    }

    @Test("A failing publish leaves the old site standing, and publish replaces nothing it did not make")
    func oldSiteStands() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            let site = folder.appending(path: "site")
            #expect(try CommandRun.postmortem(["publish", "--base", base, "--output", site.path]).status == 0)
            let before = try Data(contentsOf: site.appending(path: "index.html"))

            let templates = folder.appending(path: "kb/templates/site")
            try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
            for name in try FileManager.default.contentsOfDirectory(
                atPath: Checkout.root.appending(path: "Templates/site").path) where name.hasSuffix(".mustache")
            {
                try Data("{{#unclosed}}".utf8).write(to: templates.appending(path: name))
            }
            let broken = try CommandRun.postmortem(["publish", "--base", base, "--output", site.path])
            #expect(broken.status == 2)
            #expect(!broken.errors.isEmpty)
            #expect(try Data(contentsOf: site.appending(path: "index.html")) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["kb", "site"])

            let mine = folder.appending(path: "mine")
            try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: mine.appending(path: "thesis.txt"))
            let refused = try CommandRun.postmortem(["publish", "--base", base, "--output", mine.path])
            #expect(refused.status == 2)
            #expect(refused.errors.contains("the folder is not empty and was not made by 'postmortem publish'"))
            #expect(try String(contentsOf: mine.appending(path: "thesis.txt"), encoding: .utf8) == "mine")
        }
    }

    @Test("Two builds of the same knowledge base are byte-identical, wherever the binary is moved")
    func deterministic() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            let article = folder.appending(path: "rumour.md")
            try Data(Self.article.utf8).write(to: article)
            _ = try CommandRun.postmortem(["ingest", "--base", base, article.path])
            _ = try CommandRun.postmortem(["classify", "--base", base])
            for name in ["one", "two"] {
                let run = try CommandRun.postmortem(["publish", "--base", base, "--output", folder.path + "/" + name])
                #expect(run.status == 0)
            }
            func files(_ name: String) throws -> [String: Data] {
                let root = folder.appending(path: name)
                return try FileManager.default.subpathsOfDirectory(atPath: root.path).reduce(into: [:]) {
                    result, path in
                    result[path] = try? Data(contentsOf: root.appending(path: path))
                }
            }
            #expect(try files("one") == files("two"))
        }
    }
}
