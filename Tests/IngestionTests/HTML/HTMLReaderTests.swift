import Compression
import Foundation
import Reports
import TestSupport
import Testing

@testable import Ingestion

private let paragraph =
    "At 14:02 UTC the primary database ran out of disk space, and writes began to fail for about one in five customers. "

private func read(_ html: String, source: String = "page.html") throws -> Report {
    try HTMLReader().read(Data(html.utf8), source: source)
}

@Test(
    "The content of a page is found whatever holds it",
    arguments: [
        "<div id=a><nav><a href=/>Home</a></nav><div class=x><p>\(paragraph)<p>\(paragraph)</div></div>",
        "<article><h1>T</h1><p>\(paragraph)<p>\(paragraph)</article><aside><p>\(paragraph)</aside>",
        "<main><p>\(paragraph)<p>\(paragraph)</main><footer><p>About us, a company.</footer>",
        "<div itemprop=articleBody><p>\(paragraph)<p>\(paragraph)</div><div class=comments><p>\(paragraph)</div>",
        "<div class='post-content'><p>\(paragraph)<p>\(paragraph)<div class=share><a href=x>Tweet</a></div></div>",
        "<table><tr><td><a href=x>Menu</a><td>\(paragraph)<br><br>\(paragraph)</table>",
        "<body class='has-sidebar'><div class=entry-content><p>\(paragraph)<p>\(paragraph)</div><div class=sidebar>S</div>",
        "<article><p>\(paragraph)<p>\(paragraph)</article><div class='cookie-notice'><p>We use cookies, as sites do.</div>",
    ])
func content(body: String) throws {
    let words = paragraph.trimmingCharacters(in: .whitespaces)
    let report = try read("<html><head><title>T</title></head><body>\(body)")
    #expect(report.text == "\(words)\n\n\(words)")
}

@Test("Tables, lists, definitions, code and headings of an incident report stay")
func incidentStructure() throws {
    let report = try read(
        """
        <html><body><article><h1>Outage</h1><p>\(paragraph)</p><h2>Timeline</h2>
        <table><tr><th>Time</th><th>Event</th></tr><tr><td>14:02</td><td>Alert</td></tr></table>
        <ul><li>14:05 Acknowledged</li><li>14:20 Fixed</li></ul>
        <dl><dt>Impact</dt><dd>Writes failed</dd></dl>
        <pre>ERROR: disk full
          at line 3</pre><p>\(paragraph)</p></article></body></html>
        """)
    #expect(
        report.text.contains(
            """
            Timeline

            Time | Event
            14:02 | Alert

            - 14:05 Acknowledged
            - 14:20 Fixed

            Impact
            Writes failed

            ERROR: disk full
              at line 3
            """))
    #expect(report.title == "Outage")
    #expect(!report.text.hasPrefix("Outage"))
}

private let body = "<body><article><p>\(paragraph)<p>\(paragraph)</article>"

@Test(
    "A title is the report's, not the site's",
    arguments: [
        ("<title>Disk full | Acme Blog</title><meta property=og:site_name content='Acme Blog'>", "Disk full"),
        ("<title>Acme - Disk full</title><meta property=og:site_name content='Acme'>", "Disk full"),
        (
            "<title>x</title><meta property=og:title content='Disk full - Acme'><meta property=og:site_name content=Acme>",
            "Disk full"
        ),
        ("<title>Disk full: what we learned</title>", "Disk full: what we learned"),
        ("<title>Acme</title><meta property=og:site_name content=Acme>", nil),
        (
            "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Disk &amp; full\"}</script>",
            "Disk & full"
        ),
        ("<script type=application/ld+json>{broken</script><title>Disk</title>", "Disk"),
        ("", nil),
    ] as [(String, String?)])
func title(head: String, expected: String?) throws {
    let report = try read("<html><head>\(head)</head>\(body)")
    let standIn = "no title; the first words stand in for it: give the page a <title>"
    if let expected { #expect(report.title == expected) }
    #expect(report.warnings == (expected == nil ? [standIn] : []))
}

@Test("What a page says about itself is read")
func metadata() throws {
    let report = try read(
        """
        <html lang=en-us><head><title>t</title>
        <script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},
        {"@type":["BlogPosting"],"headline":"Disk full","datePublished":"2024-03-05T14:02:00+01:00",
        "dateModified":"2024-03-06","author":[{"name":"Ada Smith"},{"name":"Bo Lee"}],"publisher":{"name":"Acme Status"}}]}</script>
        <link rel=canonical href="/posts/disk">
        <meta name=description content="Writes failed for one in five customers because the disk of the primary was full.">
        </head>\(body)
        """, source: "https://acme.test/p?id=1")
    #expect(report.title == "Disk full")
    #expect(report.organisation == "Acme")
    #expect(report.authors == ["Ada Smith", "Bo Lee"])
    #expect(report.language == "en-US")
    #expect(report.url == "https://acme.test/posts/disk")
    #expect(report.published?.description == "2024-03-05T14:02:00+01:00")
    #expect(report.updated?.description == "2024-03-06")
    #expect(report.summary.hasPrefix("Writes failed"))
    #expect(report.warnings == [])
}

@Test(
    "A date that is guessed says where it comes from",
    arguments: [
        (
            "<body><time datetime=2024-03-05>5 March</time>", "2024-03-05",
            "published 2024-03-05 is taken from a time element on the page"
        ),
        (
            "<link rel=canonical href='https://acme.test/2024/03/05/disk'><body>", "2024-03-05",
            "published 2024-03-05 is taken from the page's address"
        ),
        ("<meta property='article:published_time' content='2024-03-05'>", "2024-03-05", nil),
        ("<meta name=date content='0001-01-01'>", nil, nil),
    ] as [(String, String?, String?)])
func dates(head: String, published: String?, warning: String?) throws {
    let report = try read("<html><title>T</title>\(head)<article><p>\(paragraph)<p>\(paragraph)</article>")
    #expect(report.published?.description == published)
    #expect(report.warnings == [warning].compactMap { $0 })
}

@Test("JSON-LD gives the content when the page shows none of it")
func linkedBody() throws {
    let text = String(repeating: paragraph, count: 6)
    let report = try read(
        "<title>T</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(text)\"}</script><p>Loading…"
    )
    #expect(report.text.hasPrefix("At 14:02 UTC"))
    #expect(report.warnings == ["the content is taken from the page's JSON-LD; the page itself shows less"])
}

private struct HostilePage: CustomTestStringConvertible, Sendable {
    var name: String
    var unit: String
    var count: Int
    var message: String
    var testDescription: String { name }
}

@Test(
    "Hostile pages are refused with the limit they break",
    arguments: [
        HostilePage(
            name: "deep", unit: "<div>", count: 100_000,
            message: "elements nested more than 512 deep; save the report alone and try again"),
        HostilePage(
            name: "deep inline", unit: "<b><i>", count: 50_000,
            message: "elements nested more than 512 deep; save the report alone and try again"),
        HostilePage(
            name: "wide", unit: "<br>", count: 1_000_001,
            message: "more than 2000000 elements and texts; save the report alone and try again"),
        HostilePage(
            name: "one tag", unit: "<a x x<", count: 100_000,
            message: "damaged: a tag with more than 2000 attributes; get a fresh copy"),
        HostilePage(
            name: "large", unit: "0123456789", count: 2_100_000,
            message:
                "21 MB is over the limit of 20 MB; split it, cut it down to the report, or raise the limit with --max-size"
        ),
        HostilePage(
            name: "empty of text", unit: "<script>draw()</script>", count: 1,
            message: "no readable text; a page drawn by scripts must be saved from the browser first"),
    ])
private func hostile(page: HostilePage) {
    let data = Data(Array(repeating: Array(page.unit.utf8), count: page.count).joined())
    let error = #expect(throws: IngestionError.self) { try HTMLReader().read(data, source: "p.html") }
    #expect(error?.description == "p.html: \(page.message)")
}

@Test("A page without any title is named by its first words, with a warning")
func noTitle() throws {
    let report = try read("<body><article><p>\(paragraph)</article>")
    #expect(report.title?.isEmpty == false)
    #expect(paragraph.hasPrefix(report.title?.replacing("…", with: "") ?? "?"))
    #expect(report.warnings == ["no title; the first words stand in for it: give the page a <title>"])
}

@Test("Content of 91 real pages is found with an F1 of at least 0.983", .enabled(if: Checkout.has("data/extraction")))
func extractionQuality() throws {
    let folder = try #require(Checkout.shared("data/extraction"))
    let truth = try JSONDecoder().decode(
        [String: ExtractionTruth].self, from: Data(contentsOf: folder.appending(path: "ground-truth.json")))
    var score = ExtractionScore()
    for (id, page) in truth.sorted(by: { $0.key < $1.key }) {
        let packed = try Data(contentsOf: folder.appending(path: "html/\(id).html.gz"))
        let report = try HTMLReader().read(Compression.inflate(packed, limit: 20_000_000), source: id)
        score.add(expected: page.articleBody, found: report.text)
        #expect(AllowList.violations(in: report.html) == [], "\(id)")
    }
    #expect(score.f1 >= 0.983, "F1 \(score.f1), precision \(score.precision), recall \(score.recall)")
}

@Test(
    "The timeline under its heading is read from tables, lists, definitions and lines",
    arguments: [
        "<table><tr><th>Time (UTC)<th>Event<tr><td>2024-03-05 14:02<td>Alert fires<tr><td>14:20<td>Disk grown</table>",
        "<ul><li>2024-03-05 14:02 UTC - Alert fires<li>14:20 UTC - Disk grown</ul>",
        "<p>2024-03-05<p>14:02 UTC: Alert fires<br>14:20 UTC: Disk grown",
        "<h3>March 5, 2024</h3><ul><li><strong>14:02 UTC</strong> Alert fires</li><li><strong>14:20 UTC</strong> Disk grown</li></ul>",
        "<dl><dt>2024-03-05 14:02 UTC<dd>Alert fires<dt>14:20 UTC<dd>Disk grown</dl>",
    ])
func timeline(markup: String) throws {
    let report = try read(
        "<article><h1>T</h1><p>\(paragraph)<h2>Incident timeline</h2>\(markup)<h2>Next</h2><ul><li>15:00 UTC no</ul></article>"
    )
    #expect(report.timeline.map { $0.at?.description } == ["2024-03-05T14:02:00Z", "2024-03-05T14:20:00Z"])
    #expect(report.timeline.map(\.text) == ["Alert fires", "Disk grown"])
}

@Test("Times without any date stay unknown")
func undatedTimeline() throws {
    let report = try read(
        """
        <meta property="article:published_time" content="2024-03-09"><article><p>\(paragraph)<h2>Timeline</h2>
        <ul><li>14:02 UTC Alert fires<li>14:20 UTC Disk grown</ul></article>
        """)
    #expect(report.timeline.map(\.at) == [nil, nil])
    #expect(report.timeline.allSatisfy { $0.text.contains("14:") })
}

@Test("The times of a status page's updates stay in its text")
func statusPage() throws {
    let report = try read(
        """
        <html><body><div class="page"><h1>Slow writes</h1><div class="incident-updates"><div class="update"><div class="title">Resolved</div>
        <div class="body"><span class="message">\(paragraph)</span></div><div class="timestamp">Mar 5, 2024 - 15:10 UTC</div></div>
        <div class="update"><div class="title">Investigating</div><div class="body">\(paragraph)</div>
        <div class="timestamp">Mar 5, 2024 - 14:10 UTC</div></div></div></div></body></html>
        """)
    #expect(report.text.contains("15:10 UTC"))
    #expect(report.text.contains("14:10 UTC"))
}

@Test("A page without paragraphs gives its words, with a warning")
func fewWords() throws {
    let report = try read("<body><nav>Menu</nav><div class=post><span>All systems down</span></div>")
    #expect(report.text == "All systems down")
    #expect(
        report.warnings == [
            "no paragraphs found; all words of the page are taken",
            "no title; the first words stand in for it: give the page a <title>",
        ])
}
