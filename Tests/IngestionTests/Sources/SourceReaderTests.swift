import Compression
import Foundation
import Ingestion
import Reports
import TestSupport
import Testing

@Suite("Any source")
struct SourceReaderTests {
    private func read(_ bytes: Data, _ source: String, type: String? = nil) -> SourceOutcome {
        SourceReader().reports(in: SourceDocument(source: source, bytes: bytes, identity: source, contentType: type))
    }

    private static let page =
        "<!DOCTYPE html><html><head><title>Disk full</title></head><body><article><h1>Disk full</h1><p>The disk filled up at noon and orders failed for ten minutes until it was emptied.</p><p>An alert on free space has been added so that it is seen a day before.</p></article></body></html>"
    private static let feed =
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>S</title><entry><id>e1</id><title>Slow</title><link href=\"https://s.example/1\"/><updated>2024-03-05T14:02:00Z</updated><content type=\"html\">&lt;p&gt;It was slow.&lt;/p&gt;</content></entry></feed>"

    @Test(
        "The form is told by content before the name",
        arguments: [
            ("a.html", page, "public-report", "Disk full"),
            ("a.txt", page, "public-report", "Disk full"),
            ("feed", feed, nil, "Slow"),
            ("a.html", feed, nil, "Slow"),
            ("a.md", "# Disk full\n\nIt was.\n", "postmortem", "Disk full"),
            ("-", "# Disk full\n\nIt was.\n", "postmortem", "Disk full"),
            ("a", "---\ntitle: Disk full\n---\nIt was.\n", "postmortem", "Disk full"),
            ("a.md", "<!-- template -->\n# Disk full\n\nIt was.\n", "postmortem", "Disk full"),
            ("a.txt", "Disk full\n\nIt was.\n", "postmortem", "Disk full"),
            ("a.log", "[2024-03-05 14:02:31] <x> one\n[2024-03-05 14:03:31] <x> two\n", "timeline", "a"),
            ("a.csv", "time,event\n2024-03-05 14:02,one\n2024-03-05 14:03,two\n", "timeline", "a"),
            ("a.txt", "time\tevent\n2024-03-05 14:02\tone\n2024-03-05 14:03\ttwo\n", "timeline", "a"),
            (
                "a.jsonl",
                "{\"time\":\"2024-03-05T14:02Z\",\"event\":\"one\"}\n{\"time\":\"2024-03-05T14:03Z\",\"event\":\"two\"}\n",
                "timeline", "a"
            ),
            ("a", "[{\"time\":\"2024-03-05T14:02Z\",\"event\":\"one\"}]", "timeline", "a"),
        ])
    func forms(name: String, text: String, kind: String?, title: String) throws {
        let outcome = read(Data(text.utf8), name)
        #expect(outcome.failures == [])
        let found = try #require(outcome.reports.first)
        #expect(found.report.title == title)
        if let kind { #expect(found.report.kind.rawValue == kind) }
        #expect(found.raw == Data(text.utf8))
    }

    @Test("No text of a report holds a zero, and a label quotes the words where they then stand")
    func zeros() throws {
        let text = """
            ---
            title: "The\\0 agent deleted it"
            incident: "zo\\0ne"
            services: ["a\\0pi"]
            labels:
              - {kind: autonomous-ai-action, quote: "agent deleted it", by: "in\\0siders", stance: suspected}
            ---
            It was.
            """
        let report = try #require(read(Data(text.utf8), "a.md").reports.first?.report)
        #expect(report.title == "The agent deleted it" && report.incident == "zone" && report.services == ["api"])
        let evidence = try #require(report.labels?.first?.evidence.first)
        #expect(evidence.by == "insiders" && evidence.quote == "agent deleted it" && evidence.stands(in: report))
        #expect(!report.json.text.contains("u0000"))
    }

    @Test("Encodings and compression change nothing")
    func wrappings() throws {
        let text = "# Caf\u{E9} down\n\nIt was.\n"
        let utf16 = try #require(text.data(using: .utf16))
        let latin = try #require(text.data(using: .isoLatin1))
        for bytes in [Data(text.utf8), utf16, latin, Data([0xEF, 0xBB, 0xBF] + text.utf8)] {
            let report = read(bytes, "a.md").reports.first?.report
            #expect(report?.title == "Caf\u{E9} down")
            #expect(report?.text == "It was.")
        }
    }

    /// A stored block: gzip without a compressor.
    private static func gzipped(_ text: String) -> Data {
        let body = Array(text.utf8)
        let size = UInt16(body.count)
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        crc = ~crc
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
        bytes += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)] + body
        for value in [crc, UInt32(body.count)] {
            for shift in stride(from: 0, to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
            }
        }
        return Data(bytes)
    }

    @Test(
        "Gzip is unpacked; truncated or damaged, it is named",
        arguments: [
            (0, nil), (12, "a.html.gz: the gzip data ends too early; download it again"),
        ] as [(Int, String?)])
    func gzip(cut: Int, message: String?) throws {
        var bytes = Self.gzipped(Self.page)
        let outcome = read(bytes.dropLast(cut), "a.html.gz")
        #expect(outcome.failures.first?.description == message)
        #expect(outcome.reports.first?.report.title == (message == nil ? "Disk full" : nil))
        bytes[40] ^= 0xFF
        #expect(
            read(bytes, "a.html.gz").failures.map(\.description) == [
                "a.html.gz: damaged: the gzip data can't be unpacked; get a fresh copy"
            ])
    }

    @Test(
        "What we don't read is named with what to do",
        arguments: [
            ("%PDF-1.7 x", "a.x: can't read a PDF; export it as HTML, Markdown or text"),
            ("\u{89}PNG", nil), ("GIF89a", "a.x: can't read an image; give the page or text it belongs to"),
            (
                "PK\u{3}\u{4}",
                "a.x: can't read a ZIP archive or an office document; unpack it, or export the document as HTML or text"
            ),
            ("\u{7F}ELF", "a.x: can't read a program"),
            ("SQLite format 3\0", "a.x: can't read an SQLite database; give the reports themselves"),
            ("a\0\0\0\u{1}\u{2}b\0\0", "a.x: binary data, not text; give a page, feed, Markdown or timeline"),
            ("", "a.x: nothing in it; check that the download or export finished"),
            (" \n\t\n", "a.x: nothing in it; check that the download or export finished"),
        ] as [(String, String?)])
    func unreadable(content: String, message: String?) {
        let outcome = read(Data(content.utf8), "a.x")
        guard let message else { return }
        #expect(outcome.failures.map(\.description) == [message])
        #expect(outcome.reports.isEmpty)
    }

    @Test("A source over the limit is refused before it is read")
    func large() {
        let reader = SourceReader(limits: IngestionLimits(maxBytes: 1_000_000))
        let document = SourceDocument(source: "big.html", bytes: Data(repeating: 0x61, count: 50_000_000))
        #expect(
            reader.reports(in: document).failures.map(\.description) == [
                "big.html: 50 MB is over the limit of 1 MB; split it, cut it down to the report, or raise the limit with --max-size"
            ])
    }

    @Test(
        "A size over a limit never reads the same as the limit",
        arguments: [
            (20_000_001, 20_000_000, "20.1 MB is over the limit of 20 MB"),
            (20_000_000, 19_999_999, "20 MB is over the limit of 19.9 MB"),
            (1_001, 1_000, "1001 bytes is over the limit of 1000 bytes"),
            (1_000_001, 999_999, "1.1 MB is over the limit of 999999 bytes"),
            (nil, 20_000_000, "it holds more than the limit of 20 MB"),
        ] as [(Int?, Int, String)])
    func sizes(bytes: Int?, limit: Int, message: String) {
        #expect(
            IngestionError("a", .tooLarge(bytes: bytes, limit: limit)).description
                == "a: \(message); split it, cut it down to the report, or raise the limit with --max-size")
    }

    @Test("What unpacks to more than the limit is refused")
    func largeUnpacked() {
        let document = SourceDocument(source: "a.md.gz", bytes: Self.gzipped(String(repeating: "a", count: 990)))
        #expect(
            SourceReader(limits: IngestionLimits(maxBytes: 900)).reports(in: document).failures.map(\.description) == [
                "a.md.gz: 1013 bytes is over the limit of 900 bytes; split it, cut it down to the report, or raise the limit with --max-size"
            ])
        let bomb = Data([
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 76, 28, 5, 163, 96, 20, 12, 119, 0, 0, 3, 218, 56, 154, 232, 3, 0, 0,
        ])
        let small = SourceDocument(source: "a.md.gz", bytes: bomb)
        #expect(
            SourceReader(limits: IngestionLimits(maxBytes: 900)).reports(in: small).failures.map(\.description) == [
                "a.md.gz: unpacked, it holds more than the limit of 900 bytes; split it, cut it down to the report, or raise the limit with --max-size"
            ])
    }

    @Test(
        "Bad sources of a known name are explained",
        arguments: [
            ("a.json", "{\"a\":", "a.json: damaged: it is named as JSON but is none; get a fresh copy"),
            (
                "a.csv", "a,b\n1,2\n",
                "a.csv: can't read these rows as a timeline: no column of times; name one 'time' and one 'event'"
            ),
            (
                "a.md", "---\ntitle: T\n---\n",
                "a.md: no readable text; a page drawn by scripts must be saved from the browser first"
            ),
            (
                "a.md", "---\ntitle: T\nnever closed\n",
                "a.md:1: can't read the front matter: it is never closed; end it with a line of three hyphens; write YAML between two --- lines"
            ),
        ])
    func bad(name: String, text: String, message: String) {
        #expect(read(Data(text.utf8), name).failures.map(\.description) == [message])
    }

    @Test("Identities: path, address, entry, content")
    func identities() throws {
        #expect(read(Data("# T\n\nx\n".utf8), "dir/a.md").reports.first?.identity == "dir/a.md")
        let input = SourceDocument(source: "-", bytes: Data("# T\n\nx\n".utf8))
        #expect(
            SourceReader().reports(in: input).reports.first?.identity == "sha256:" + ContentHash.sha256("# T\n\nx\n"))
        #expect(read(Data(Self.feed.utf8), "x.atom").reports.first?.identity == "entry:https://s.example/1")
        let page = SourceDocument(
            source: "http://Example.com/old#top", bytes: Data(Self.page.utf8),
            finalURL: "https://Example.com/new?a=1#top")
        let found = try #require(SourceReader().reports(in: page).reports.first)
        #expect(found.identity == "https://example.com/new?a=1")
        #expect(found.report.source == "http://Example.com/old#top")
        #expect(SourceReader.identity(forPath: "/kb/Corpus/../Corpus/a.md", relativeTo: "/kb") == "Corpus/a.md")
        #expect(SourceReader.identity(forPath: "/kb2/a.md", relativeTo: "/kb") == "/kb2/a.md")
    }

    @Test(
        "A page's canonical address is its identity, unless it is another site's or the front page",
        arguments: [
            ("https://example.com/outage", "https://example.com/outage"), ("https://victim.example/a", nil),
            ("https://example.com/", nil), ("https://example.com", nil),
        ] as [(String, String?)])
    func canonical(address: String, identity: String?) throws {
        let text = Self.page.replacing("<head>", with: "<head><link rel=\"canonical\" href=\"\(address)\">")
        let page = SourceDocument(source: "https://example.com/a?id=1", bytes: Data(text.utf8))
        let found = SourceReader().reports(in: page).reports.first
        #expect(found?.identity == identity ?? "https://example.com/a?id=1")
    }

    @Test("An entry that a feed has twice is one report, and a feed takes no other site's place")
    func entries() {
        let entry =
            "<entry><id>e</id><title>T</title><link href=\"https://victim.example/1\"/><content>c</content></entry>"
        let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title>\(entry)\(entry)</feed>"
        let fetched = SourceDocument(source: "https://example.com/feed", bytes: Data(feed.utf8))
        #expect(
            SourceReader().reports(in: fetched).reports.map(\.identity) == [
                "entry:example.com https://victim.example/1"
            ])
        let file = SourceDocument(source: "feed.atom", bytes: Data(feed.utf8), identity: "feed.atom")
        #expect(SourceReader().reports(in: file).reports.map(\.identity) == ["entry:https://victim.example/1"])
    }

    @Test(
        "The charset of a content type is read",
        arguments: [
            ("text/html; charset=\"iso-8859-1\"", "Caf\u{E9}"), ("text/html;charset=ISO-8859-1", "Caf\u{E9}"),
            ("text/html", "Caf\u{E9}"),
        ])
    func charset(type: String, title: String) throws {
        let text = Self.page.replacing("Disk full", with: "Caf\u{E9}")
        let bytes = try #require(text.data(using: .isoLatin1))
        #expect(read(bytes, "a.html", type: type).reports.first?.report.title == title)
    }

    @Test(
        "XML that is no feed is refused under any name",
        arguments: ["x.xml", "x.xsd", "x", "-"])
    func otherXML(name: String) {
        let text = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/></xs:schema>\n"
        for bytes in [Data(text.utf8), Data(("<?xml version=\"1.0\"?>\n" + text).utf8)] {
            #expect(
                read(bytes, name).failures.map(\.description) == [
                    "\(name): not an Atom or RSS feed but XML of another kind (<xs:schema>); give the feed's own address"
                ])
        }
    }

    @Test("A feed without entries is noted")
    func emptyFeed() {
        let outcome = read(
            Data("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>S</title></feed>".utf8), "s.atom")
        #expect(outcome.reports.isEmpty)
        #expect(outcome.failures == [])
        #expect(outcome.notes == ["s.atom: it holds no entries; check that it is the right one"])
        #expect(read(Data(Self.feed.utf8), "s.atom").notes == [])
    }

    @Test("The text of a document is what its reports are read from")
    func text() throws {
        func text(_ bytes: Data, type: String? = nil) throws -> (text: String, warnings: [String]) {
            try SourceReader().text(of: SourceDocument(source: "a.md", bytes: bytes, contentType: type))
        }
        let words = "# Caf\u{E9} down\n"
        let utf16 = try #require(words.data(using: .utf16))
        let latin = try #require(words.data(using: .isoLatin1))
        for bytes in [Data(words.utf8), utf16, Data([0xEF, 0xBB, 0xBF] + words.utf8)] {
            #expect(try text(bytes) == (words, []))
        }
        #expect(try text(latin, type: "text/markdown; charset=latin1") == (words, []))
        #expect(try text(latin).text == words)
        #expect(try text(latin).warnings.count == 1)
        #expect(try text(Self.gzipped("# T\n")) == ("# T\n", []))
        #expect(try text(Data()) == ("", []))
        #expect(try text(Data([0xEF, 0xBB, 0xBF])) == ("", []))
    }

    @Test(
        "Bytes that are no text have the same error whether reports or text are asked for",
        arguments: [
            Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), Data("%PDF-1.7".utf8), Data("a\0\0\0\u{1}\u{2}b\0\0".utf8),
            Data([0x1F, 0x8B, 8, 0]), Data(repeating: 0x61, count: 2_000),
        ])
    func noText(bytes: Data) {
        let reader = SourceReader(limits: IngestionLimits(maxBytes: 1_000))
        let document = SourceDocument(source: "a.md", bytes: bytes)
        let error = #expect(throws: IngestionError.self) { try reader.text(of: document) }
        #expect(reader.reports(in: document).failures == [error].compactMap { $0 })
    }
}
