import Foundation
import Reports
import TestSupport
import Testing

@testable import Ingestion

private func read(_ feed: String, source: String = "f.xml") throws -> FeedReader.Reading {
    try FeedReader().reading(Data(feed.utf8), source: source)
}

@Test(
    "Atom 1.0, Atom 0.3, RSS 2.0, RSS 0.91 and RSS 1.0 give the same report",
    arguments: [
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Acme Blog</title><link href="https://acme.test/"/>
        <entry><id>x1</id><title type="html">Disk &amp;amp; full</title><link rel="alternate" href="/posts/1"/>
        <published>2024-03-05T14:02:00Z</published><author><name>Ada Smith</name></author>
        <content type="html">&lt;p&gt;Writes &lt;b&gt;failed&lt;/b&gt;.&lt;/p&gt;</content></entry></feed>
        """,
        """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Acme Blog</title><link rel="alternate" href="https://acme.test/"/>
        <entry><id>x1</id><title>Disk &amp; full</title><link rel="alternate" href="https://acme.test/posts/1"/>
        <issued>2024-03-05T14:02:00Z</issued><author><name>Ada Smith</name></author>
        <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Writes <b>failed</b>.</p></div></content></entry></feed>
        """,
        """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <title>Acme Blog</title><link>https://acme.test/</link><item><guid isPermaLink="false">x1</guid><title>Disk &amp; full</title>
        <link>https://acme.test/posts/1</link><pubDate>Tue, 5 Mar 2024 14:02 GMT</pubDate><dc:creator>Ada Smith</dc:creator>
        <content:encoded><![CDATA[<p>Writes <b>failed</b>.</p>]]></content:encoded></item></channel></rss>
        """,
        """
        <rss version="0.91"><channel><title>Acme Blog</title><link>https://acme.test/</link><item><guid>x1</guid><title>Disk & full</title>
        <link>https://acme.test/posts/1</link><pubDate>5 Mar 2024 09:02:00 EST</pubDate><author>ada@acme.test (Ada Smith)</author>
        <description>&lt;p&gt;Writes &lt;b&gt;failed&lt;/b&gt;.</description></item></channel></rss>
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
        <channel><title>Acme Blog</title><link>https://acme.test/</link></channel><item rdf:about="x1"><title>Disk &amp; full</title>
        <link>https://acme.test/posts/1</link><d:date>2024-03-05T14:02Z</d:date><d:creator>Ada Smith</d:creator>
        <description>&lt;p&gt;Writes &lt;b&gt;failed&lt;/b&gt;.&lt;/p&gt;</description></item></rdf:RDF>
        """,
    ])
func formats(feed: String) throws {
    let report = try #require(try read(feed).reports.first)
    #expect(report.source == "f.xml#x1")
    #expect(report.kind == .publicReport)
    #expect(report.title == "Disk & full")
    #expect(report.organisation == "Acme Blog")
    #expect(report.url == "https://acme.test/posts/1")
    #expect(report.published?.utc.description == "2024-03-05T14:02:00Z")
    #expect(report.authors == ["Ada Smith"])
    #expect(report.text == "Writes failed.")
    #expect(report.html == "<p>Writes <b>failed</b>.</p>\n")
}

private func statusFeed(_ content: String, published: String = "2024-01-01T01:30:00Z") -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:status.acme.test,2005:/history</id>
    <title>Acme Status - Incident History</title><entry><id>tag:status.acme.test,2005:Incident/7</id>
    <published>\(published)</published><link rel="alternate" href="https://status.acme.test/incidents/7"/>
    <title>Slow writes</title><content type="html">\(content.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</content></entry></feed>
    """
}

@Test(
    "Updates of a status entry become a timeline, oldest first, over the turn of the year",
    arguments: [
        """
        <p><small>Jan <var data-var='date'> 1</var>, <var data-var='time'>01:30</var> UTC</small><br><strong>Resolved</strong> - All writes succeed.</p>
        <p><small>Dec <var data-var='date'>31</var>, <var data-var='time'>23:50</var> UTC</small><br><strong>Update</strong> - Adding space.</p>
        <p><small>Dec <var data-var='date'>31</var>, <var data-var='time'>23:40</var> UTC</small><br><strong>Investigating</strong> - Writes fail.</p>
        """,
        """
        <p><small>Jan 1, 01:30 UTC</small><br><strong>Resolved</strong> - All writes succeed.</p>
        <p><small>Dec 31, 18:50 EST</small><br><strong>Update</strong> - Adding space.</p>
        <p><small>Dec 31, 11:40 PM UTC</small><br><strong>Investigating</strong> - Writes fail.</p>
        """,
    ])
func updates(content: String) throws {
    let report = try #require(try read(statusFeed(content)).reports.first)
    #expect(report.kind == .statusEntry)
    #expect(report.organisation == "Acme")
    #expect(
        report.timeline.map { $0.at?.utc.description } == [
            "2023-12-31T23:40:00Z", "2023-12-31T23:50:00Z", "2024-01-01T01:30:00Z",
        ])
    #expect(report.timeline.map(\.phase) == ["investigating", "update", "resolved"])
    #expect(report.timeline.map(\.text) == ["Writes fail.", "Adding space.", "All writes succeed."])
    #expect(report.stamps[.declared]?.from == "first update")
    #expect(report.stamps[.declared]?.at.description == "2023-12-31T23:40:00Z")
    #expect(report.stamps[.resolved]?.at.description == "2024-01-01T01:30:00Z")
    #expect(report.stamps[.impactStart] == nil)
    #expect(report.text == "Investigating - Writes fail.\n\nUpdate - Adding space.\n\nResolved - All writes succeed.")
}

@Test("An update of several paragraphs stays one event")
func longUpdate() throws {
    let report = try #require(
        try read(statusFeed("<p><small>Jan 1, 01:30 UTC</small><br><strong>Resolved</strong> - One.</p><p>Two.</p>"))
            .reports.first)
    #expect(report.timeline.map(\.text) == ["One.\n\nTwo."])
}

@Test(
    "Every snapshot of a real status history is read, and the same incident is the same in all of them",
    .enabled(if: Checkout.has("data/feeds/statuspage")))
func snapshots() throws {
    let folder = try #require(Checkout.shared("data/feeds/statuspage"))
    var titles: [String: Set<String>] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".atom") }
        .sorted()
    for name in names {
        let reading = try FeedReader().reading(Data(contentsOf: folder.appending(path: name)), source: name)
        #expect(reading.failures.isEmpty && reading.warnings.isEmpty)
        #expect(reading.reports.count == 25)
        for (report, identity) in zip(reading.reports, reading.identities) {
            titles[identity, default: []].insert(report.title ?? "")
            #expect(report.kind == .statusEntry && report.organisation == "GitHub")
            #expect(!report.timeline.isEmpty)
            let times = report.timeline.compactMap(\.at)
            #expect(times.count == report.timeline.count && times == times.sorted())
            // Planned work ends with "completed" and was never declared.
            #expect((report.stamps[.resolved] != nil) == report.timeline.contains { $0.phase == "resolved" })
        }
    }
    #expect(titles.keys.allSatisfy { $0.hasPrefix("https://www.githubstatus.com/incidents/") })
}

@Test(
    "What is no feed is named",
    arguments: [
        (
            "<!DOCTYPE html><html><body>x",
            "f.xml: not an Atom or RSS feed but an HTML page; give the feed's own address"
        ),
        (
            "<note><to>x</to></note>",
            "f.xml: not an Atom or RSS feed but XML of another kind (<note>); give the feed's own address"
        ),
        ("{\"version\": 1}", "f.xml: not an Atom or RSS feed but JSON; give the feed's own address"),
        ("just words", "f.xml: not an Atom or RSS feed but plain text; give the feed's own address"),
        ("", "f.xml: nothing in it; check that the download or export finished"),
        (
            "<!DOCTYPE x [<!ENTITY a 'z'><!ENTITY b '&a;&a;'>]><rss><channel/></rss>",
            "f.xml: its entities expand without bound; remove the DOCTYPE and try again"
        ),
        (
            String(repeating: "<rss>", count: 10_000),
            "f.xml: elements nested more than 250 deep; save the report alone and try again"
        ),
    ])
func notFeeds(text: String, message: String) {
    let error = #expect(throws: IngestionError.self) { try read(text) }
    #expect(error?.description == message)
}

@Test(
    "Ill-formed feeds are read as far as they can be, with a warning",
    arguments: [
        "<rss><channel><item><title>A & B</title></item></channel></rss>",
        "\n\n<?xml version='1.0'?><rss><channel><item><title>A &amp; B</title></item></channel></rss>",
        "<rss><channel><item><title>A &amp; B</title></item>",
        "<rss><channel><item><title>A \u{8}&amp; B</title><x:y>z</x:y></item></channel></rss>",
    ])
func illFormed(feed: String) throws {
    let reading = try read(feed)
    #expect(reading.reports.map(\.title) == ["A & B"])
    #expect(reading.warnings == ["the feed is ill-formed XML; read as far as it could be mended"])
}

@Test("Named characters of HTML are read without a DTD")
func namedCharacters() throws {
    let reading = try read("<rss><channel><item><title>caf&eacute;&nbsp;bar</title></item></channel></rss>")
    #expect(reading.reports.first?.title == "café bar")
}

@Test("A declared entity is read once, an external one is not fetched, repetition is refused")
func entities() throws {
    let plain = try read(
        "<!DOCTYPE rss [<!ENTITY co 'Acme'>]><rss><channel><item><title>&co; down</title></item></channel></rss>")
    #expect(plain.reports.first?.title == "Acme down")
    let external = try read(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>a&x;b</title></item></channel></rss>"
    )
    #expect(external.reports.first?.title == "ab")
    #expect(external.warnings == ["the external entity 'x' was not fetched"])
    let wide = String(repeating: "w", count: 900)
    let error = #expect(throws: IngestionError.self) {
        try read(
            "<!DOCTYPE rss [<!ENTITY x '\(wide)'>]><rss><channel><item><title>\(String(repeating: "&x;", count: 5000))</title></item></channel></rss>"
        )
    }
    #expect(error?.reason == .entityExpansion)
}

@Test("An entry that holds nothing is named, and the others are read")
func emptyEntry() throws {
    let reading = try read("<rss><channel><item><guid>a</guid></item><item><title>T</title></item></channel></rss>")
    #expect(reading.reports.map(\.title) == ["T"])
    #expect(reading.failures.map(\.description) == ["f.xml#a: the entry has neither title nor text; nothing to keep"])
}

@Test("XML attacks are refused or harmless, and quick", .enabled(if: Checkout.has("data/security/xml")))
func attacks() throws {
    let folder = try #require(Checkout.shared("data/security/xml/xmltestdata"))
    let time = try threadSeconds {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() {
            let data = try Data(contentsOf: folder.appending(path: name))
            #expect(throws: IngestionError.self, "\(name)") { try FeedReader().read(data, source: name) }
        }
    }
    #expect(time < 10)
}

@Test("An entry without title is named by its first words")
func untitledEntry() throws {
    let report = try #require(
        try read("<rss><channel><item><guid>a</guid><description>Writes fail.</description></item></channel></rss>")
            .reports.first)
    #expect(report.title == "Writes fail.")
    #expect(report.warnings == ["no title; the first words stand in for it: the feed gives none"])
}
