import Foundation
import Ingestion
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Walking")
struct SourceWalkerTests {
    private func write(_ text: String, _ path: String, in folder: URL) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Locations and skipped files, relative to the folder.
    private func walk(_ folder: URL, _ arguments: [String]? = nil) -> (
        found: [String], skipped: [String], failures: [String], notes: [String]
    ) {
        let root = folder.path(percentEncoded: false)
        let walk = SourceWalker().walk(arguments ?? [root])
        let relative = { (path: String) in path.replacing(root + "/", with: "") }
        return (
            walk.locations.map { relative($0.source) }, walk.skipped.map(relative),
            walk.failures.map { relative($0.description) }, walk.notes.map(relative)
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
                    ".git", ".hidden.md", "CHANGELOG.md", "LICENSE", "backup.tar.gz", "image.png", "notes",
                    "sub/README.md", "users.json",
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

    @Test("Links to folders are not followed, unless one is named; links to files are")
    func links() throws {
        try withTemporaryFolder { folder in
            let root = folder.path(percentEncoded: false)
            try write("x", "kb/sub/a.md", in: folder)
            try write("x", "outside/b.md", in: folder)
            for (name, target) in [
                ("kb/sub/up", ".."), ("kb/sub/self", "."), ("kb/again", "sub"), ("kb/c.md", "../outside/b.md"),
                ("kb/out", "../outside"), ("kb/round.md", "round.md"),
            ] {
                try FileManager.default.createSymbolicLink(atPath: "\(root)/\(name)", withDestinationPath: target)
            }
            let found = walk(folder, ["\(root)/kb"])
            #expect(found.found == ["kb/c.md", "kb/sub/a.md"])
            #expect(found.skipped == ["kb/again", "kb/out", "kb/sub/self", "kb/sub/up"])
            #expect(found.failures == ["kb/round.md: a link that leads back to itself; mend or remove it"])
            #expect(walk(folder, ["\(root)/kb/out"]).found == ["kb/out/b.md"])
        }
    }

    @Test("A name that is not UTF-8 is said to be so, in a folder and named directly")
    func badName() throws {
        try withTemporaryFolder { folder in
            let root = folder.path(percentEncoded: false)
            try write("x", "a.md", in: folder)
            for ending in ["md", "png"] {
                let made = open(
                    Array(root.utf8CString.dropLast()) + "/inv".utf8.map { CChar($0) } + [-1, -2]
                        + ".\(ending)".utf8CString, O_CREAT | O_WRONLY, 0o600)
                guard made >= 0 else { return }  // Some file systems take only UTF-8.
                close(made)
            }
            let message = "inv\u{FFFD}\u{FFFD}.md: its name is not UTF-8, so it can't be opened; rename it"
            let found = walk(folder)
            #expect(found.found == ["a.md"])
            #expect(found.failures == [message])
            #expect(found.skipped == ["inv\u{FFFD}\u{FFFD}.png"])
            #expect(walk(folder, ["\(root)/inv\u{FFFD}\u{FFFD}.md"]).failures == [message])
        }
    }

    @Test("A path too long for the system is said to be so")
    func longPath() throws {
        try withTemporaryFolder { folder in
            let root = folder.path(percentEncoded: false)
            let name = String(repeating: "d", count: 200)
            let deep = Array(repeating: name, count: 25).joined(separator: "/")
            let made = Process()
            made.executableURL = URL(filePath: "/bin/sh")
            made.currentDirectoryURL = folder
            made.arguments = ["-c", "for i in $(seq 25); do mkdir \(name) && cd -P \(name) || exit 1; done"]
            try made.run()
            made.waitUntilExit()
            defer {
                let removed = Process()
                removed.executableURL = URL(filePath: "/bin/rm")
                removed.arguments = ["-rf", "\(root)/\(name)"]
                try? removed.run()
                removed.waitUntilExit()
            }
            let found = walk(folder)
            #expect(found.failures.count == 1)
            #expect(
                found.failures.allSatisfy {
                    $0.hasSuffix("dd: the path is too long for this system; move it to a folder nearer the root")
                        && $0.count < 500
                })
            #expect(walk(folder, ["\(root)/\(deep)"]).failures.count == 1)
        }
    }

    @Test("Pipes, sockets and devices are refused at once when named, and passed over in folders")
    func pipes() throws {
        try withTemporaryFolder { folder in
            let pipe = folder.appending(path: "pipe.md").path(percentEncoded: false)
            #expect(mkfifo(pipe, 0o600) == 0)
            let found = walk(folder, [pipe, "/dev/zero"])
            #expect(
                found.failures == [
                    "pipe.md: a pipe, not a file; give '-' and redirect it",
                    "/dev/zero: a device, not a file; give '-' and redirect it",
                ])
            #expect(walk(folder).skipped == ["pipe.md"])
            let error = #expect(throws: IngestionError.self) { try SourceWalker().load(.file(path: pipe)) }
            #expect(error?.description == "\(pipe): a pipe, not a file; give '-' and redirect it")
        }
    }

    @Test("What the process has open already is read like a file, and known by its content")
    func descriptors() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("# T\n".utf8))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        let walker = SourceWalker()
        let location = try #require(walker.walk([path]).locations.first)
        let document = try walker.load(location)
        #expect(document.bytes == Data("# T\n".utf8))
        #expect(document.identity == nil)
    }

    @Test("A folder with nothing to read is noted once, with what was passed over")
    func emptyFolders() throws {
        try withTemporaryFolder { folder in
            let root = folder.path(percentEncoded: false)
            for path in ["none/image.png", "none/sub/README.md", "some/a.md"] { try write("x", path, in: folder) }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "bare"), withIntermediateDirectories: false)
            let found = walk(
                folder, ["none", "bare", "some/a.md", "some", "none"].map { "\(root)/\($0)" })
            #expect(found.failures == [])
            #expect(
                found.notes == [
                    "none: nothing to read in this folder; passed over 2 files, such as image.png, README.md: name one to read it anyway",
                    "bare: nothing to read in this folder; check the path",
                ])
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
            #expect(throws: IngestionError(path, .unreadableFile("no such file or folder; check the path"))) {
                try SourceWalker().load(.file(path: path))
            }
        }
    }
}
