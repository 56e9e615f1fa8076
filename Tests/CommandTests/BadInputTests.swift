import Foundation
import TestSupport
import Testing

/// Every kind of bad input the product must survive: a message with place and remedy, status 2, the rest done.
@Suite("Bad input")
struct BadInputTests {
    static let good = "# A good report\n\nThe queue was full because a consumer stopped.\n"

    static let gzipped: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48,
    ]

    static let cases: [(name: String, bytes: Data, message: String)] = [
        ("empty.md", Data(), "empty.md: nothing in it"),
        ("picture.html", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), "picture.html: "),
        ("noise.txt", Data((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 % 251) }), "noise.txt: "),
        ("cut.html.gz", Data(gzipped), "cut.html.gz: the gzip data ends too early"),
        (
            "large.html", Data("<p>x</p>".utf8) + Data(repeating: 0x20, count: 50_000_000),
            "large.html: 50.1 MB is over the limit of 20 MB"
        ),
        ("deep.html", Data(String(repeating: "<div>", count: 100_000).utf8) + Data("x".utf8), "deep.html: "),
        ("front.md", Data("---\ntitle: a: b\n---\n# T\n".utf8), "front.md:2: can't read the front matter"),
        ("feed.atom", Data("<html><body><p>Sign in to continue reading this page.</p></body></html>".utf8), ""),
        (
            "bomb.xml",
            Data(
                """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">\
                <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">\
                <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]><rss version="2.0"><channel><title>&g;</title></channel></rss>
                """.utf8), "bomb.xml: "
        ),
    ]

    @Test(
        "A bad source is named on standard error with status 2, and the good one beside it is stored",
        arguments: cases.indices)
    func badBesideGood(index: Int) throws {
        let item = Self.cases[index]
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            try item.bytes.write(to: folder.appending(path: item.name))
            try Data(Self.good.utf8).write(to: folder.appending(path: "good.md"))
            let run = try CommandRun.postmortem(["ingest", "--base", base, item.name, "good.md"], in: folder)
            let failedOrRead =
                run.status == 2
                ? "1 added, 0 updated, 0 unchanged, 1 failed\n" : "2 added, 0 updated, 0 unchanged, 0 failed\n"
            #expect(run.output.hasSuffix(failedOrRead), "\(run.output)\(run.errors)")
            if !item.message.isEmpty {
                #expect(run.status == 2, "\(run.output)")
                #expect(run.errors.contains(item.message), "\(run.errors)")
            }
            #expect(try CommandRun.postmortem(["verify", "--base", base]).status == 0)
        }
    }

    @Test("Paths that are not there, and folders that can't be read, are named")
    func missing() throws {
        try withTemporaryFolder { folder in
            let run = try CommandRun.postmortem(["extract", "nowhere.md"], in: folder)
            #expect(run.status == 2)
            #expect(run.errors.contains("nowhere.md: "))
            #expect(run.output == "")
        }
    }

    @Test("The linter reads what ingest reads, and never calls a file clean that it can't read")
    func lintInput() throws {
        try withTemporaryFolder { folder in
            let text = "# T\n\nThe engineer carelessly ran it.\n"
            try #require(text.data(using: .utf16)).write(to: folder.appending(path: "wide.md"))
            let wide = try CommandRun.postmortem(["lint", "--quiet", "wide.md"], in: folder)
            #expect(wide.output.hasPrefix("wide.md:3:14: error: NJ01: "), "\(wide.output)")
            let image = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
            try image.write(to: folder.appending(path: "image.md"))
            let binary = try CommandRun.postmortem(["lint", "image.md"], in: folder)
            #expect(binary.status == 2)
            #expect(binary.errors.contains("image.md: can't read an image"), "\(binary.errors)")
        }
    }

    @Test("Results that can't be written are an error", arguments: [["templates"], ["extract", "--quiet", "a.md"]])
    func fullOutput(arguments: [String]) throws {
        try withTemporaryFolder { folder in
            try Data(Self.good.utf8).write(to: folder.appending(path: "a.md"))
            let command = ([CommandRun.binary.path] + arguments).joined(separator: " ") + " > /dev/full"
            let run = try CommandRun.run(URL(filePath: "/bin/sh"), ["-c", command], in: folder)
            #expect(run.status == 2)
            #expect(run.errors.contains("can't write the results: No space left on device"), "\(run.errors)")
        }
    }

    @Test("A site among its own sources, and templates that override nothing, are refused")
    func publishPlaces() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            let inside = try CommandRun.postmortem(["publish", "--base", base, "--output", base + "/postmortems/site"])
            #expect(inside.status == 2)
            #expect(inside.errors.contains("this is where postmortems and templates are read from"))
            let templates = try CommandRun.postmortem(["publish", "--base", base, "--templates", folder.path + "/none"])
            #expect(templates.status == 2)
            #expect(templates.errors.contains("no templates there"))
            #expect(!FileManager.default.fileExists(atPath: base + "/site"))
        }
    }

    @Test("Two reports with the same title and date are two reports")
    func sameTitle() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            for name in ["a.md", "b.md"] {
                let text = "---\ntitle: Same\ndate: 2024-03-05\n---\n# Same\n\nTold in \(name).\n"
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            let run = try CommandRun.postmortem(
                ["ingest", "--base", base, "a.md", "b.md", "--format", "json"], in: folder)
            #expect(run.objects.compactMap { $0["id"] as? String } == ["2024-03-05-same", "2024-03-05-same-2"])
        }
    }

    @Test("A private address is refused unless allowed")
    func privateAddress() throws {
        let run = try CommandRun.postmortem(["extract", "http://127.0.0.1:9/"])
        #expect(run.status == 2)
        #expect(run.errors.contains("--allow-private"), "\(run.errors)")
    }

    @Test("A file that is not a database, and one from a newer version, are refused with a remedy")
    func notADatabase() throws {
        try withTemporaryFolder { folder in
            let base = folder.path + "/kb"
            _ = try CommandRun.postmortem(["init", base])
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: base + "/knowledge.db" + suffix)
            }
            try Data(String(repeating: "not a database ", count: 500).utf8)
                .write(to: URL(filePath: base + "/knowledge.db"))
            let run = try CommandRun.postmortem(["search", "--base", base, "x"])
            #expect(run.status == 2)
            #expect(run.errors.contains("knowledge.db"), "\(run.errors)")
        }
    }
}
