import Foundation
import Ingestion
import TestSupport
import Testing

@Suite("Walking")
struct SourceWalkerTests {
    private func write(_ text: String, _ path: String, in folder: URL) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Locations and skipped files, relative to the folder.
    private func walk(_ folder: URL, _ arguments: [String]? = nil) -> (
        found: [String], skipped: [String], failures: [String]
    ) {
        let root = folder.path(percentEncoded: false)
        let walk = SourceWalker().walk(arguments ?? [root])
        let relative = { (path: String) in path.replacing(root + "/", with: "") }
        return (
            walk.locations.map { relative($0.source) }, walk.skipped.map(relative),
            walk.failures.map { relative($0.description) }
        )
    }

    @Test("Folders are read in the order of names, without what is not for us")
    func folder() throws {
        try withTemporaryFolder { folder in
            for path in [
                "b.md", "a.html", "sub/c.atom", "sub/README.md", "LICENSE", "CHANGELOG.md", ".hidden.md", ".git/x.md",
                "image.png", "page.html.gz", "backup.tar.gz", "z.TXT", "users.json", "notes",
            ] { try write("x", path, in: folder) }
            let found = walk(folder)
            #expect(found.found == ["a.html", "b.md", "page.html.gz", "sub/c.atom", "z.TXT"])
            #expect(
                found.skipped == [
                    "CHANGELOG.md", "LICENSE", "backup.tar.gz", "image.png", "notes", "sub/README.md", "users.json",
                ])
            #expect(found.failures == [])
        }
    }

    @Test("What is named directly is tried, once; addresses and input keep their place")
    func named() throws {
        try withTemporaryFolder { folder in
            try write("x", "README.md", in: folder)
            let path = folder.appending(path: "README.md").path(percentEncoded: false)
            let found = walk(folder, ["-", path, "https://example.com/a", path, "-"])
            #expect(found.found == ["-", "README.md", "https://example.com/a"])
        }
    }

    @Test("Missing paths and dead links are named, the rest goes on")
    func missing() throws {
        try withTemporaryFolder { folder in
            try write("x", "a.md", in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "dead.md").path(percentEncoded: false),
                withDestinationPath: "/nonexistent/x")
            let found = walk(folder, ["nope.md", "ftp://example.com/a", folder.path(percentEncoded: false)])
            #expect(found.found == ["a.md"])
            #expect(
                found.failures == [
                    "nope.md: no such file or folder; check the path",
                    "ftp://example.com/a: not an address we fetch; give http or https",
                    "dead.md: a link that leads nowhere; mend or remove it",
                ])
        }
    }

    @Test("Links in a circle end")
    func loop() throws {
        try withTemporaryFolder { folder in
            try write("x", "sub/a.md", in: folder)
            for (name, target) in [("sub/up", ".."), ("sub/self", "."), ("again", "sub")] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.appending(path: name).path(percentEncoded: false), withDestinationPath: target)
            }
            #expect(walk(folder).found.count == 1)
        }
    }

    @Test("The days of a Slack channel are one source, with the users beside them")
    func slack() throws {
        try withTemporaryFolder { folder in
            try write("[{\"id\":\"U1\",\"real_name\":\"lead\"}]", "users.json", in: folder)
            try write("[]", "channels.json", in: folder)
            for (day, ts) in [("2026-03-12", "1773273858.5"), ("2026-03-11", "1773269232.0")] {
                try write(
                    "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"on \(day)\",\"ts\":\"\(ts)\"}]",
                    "inc-1/\(day).json", in: folder)
            }
            let walker = SourceWalker(base: folder.path(percentEncoded: false))
            let walk = walker.walk([folder.path(percentEncoded: false)])
            #expect(walk.locations.count == 1)
            let outcome = SourceReader().reports(in: try walker.load(try #require(walk.locations.first)))
            let found = try #require(outcome.reports.first)
            #expect(found.identity == "inc-1")
            #expect(found.report.title == "inc-1")
            #expect(found.report.timeline.map(\.text) == ["on 2026-03-11", "on 2026-03-12"])
            #expect(found.report.timeline.map(\.actor) == ["lead", "lead"])
            // What is stored can be read again.
            let again = SourceReader().reports(
                in: SourceDocument(source: found.report.source, bytes: found.raw, identity: "inc-1"))
            #expect(again.reports.first?.report == found.report)
        }
    }

    @Test("A damaged day of a channel is named")
    func damagedDay() throws {
        try withTemporaryFolder { folder in
            try write(
                "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"x\",\"ts\":\"1773269232.0\"}]",
                "inc-1/2026-03-11.json", in: folder)
            try write("[{", "inc-1/2026-03-12.json", in: folder)
            let walker = SourceWalker()
            let location = try #require(walker.walk([folder.path(percentEncoded: false)]).locations.first)
            #expect {
                try walker.load(location)
            } throws: {
                "\($0)".hasSuffix("inc-1/2026-03-12.json: damaged: it is no JSON list of messages; get a fresh copy")
            }
        }
    }

    @Test("A file that can't be opened or is too large is named")
    func unreadable() throws {
        try withTemporaryFolder { folder in
            try write(String(repeating: "x", count: 2_000), "a.md", in: folder)
            let path = folder.appending(path: "a.md").path(percentEncoded: false)
            #expect(throws: IngestionError(path, .tooLarge(bytes: 2_000, limit: 1_000))) {
                try SourceWalker(limits: IngestionLimits(maxBytes: 1_000)).load(.file(path: path))
            }
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: IngestionError(path, .unreadableFile("the file can't be opened; check its permissions"))) {
                try SourceWalker().load(.file(path: path))
            }
        }
    }
}
