import Foundation
import Reports
import TestSupport
import Testing

@testable import Ingestion

private func reports(_ feed: String) throws -> [Report] {
    try FeedReader().reading(Data(feed.utf8), source: "f.xml").reports
}

@Test(
    "Two items are read of a feed that is broken in a usual way",
    arguments: [
        // Ends missing, misspelled, crossed or in the wrong case.
        "<rss><channel><item><title>One<link>https://a.test/1</link></item><item><title>Two</title></item></channel></rss>",
        "<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>",
        "<rss><channel><item><title>One</titel></item><item><title>Two</TITLE></item></channel></rss>",
        "<rss><channel><item><title>One<pubDate>Tue, 5 Mar 2024 14:02 GMT</title></pubDate></item><item><title>Two</title></item></rss>",
        "<feed><entry><title>One<id>1<updated>2024-03-05T14:02:00Z</entry><entry><title>Two</title></entry>",
        "<rss><channel><item><description>a<pubDate>Tue, 5 Mar 2024 14:02 GMT</pubDate><title>One</title></item><item><title>Two</title></item></channel></rss>",
        // Cut off.
        "<rss><channel><item><title>One</title></item><item><title>Two</title><description>and so o",
        "<rss><channel><item><title>One</title></item><item><title>Two</title><description><![CDATA[and <b>so",
        "<rss><channel><item><title>One</title></item><item><title>Two</title><link hre",
        // Marks that nobody escaped.
        "<rss><channel><item><title>One</title><link>https://a.test/?a=1&b=2</link></item><item><title>Two</title><description>1 < 2 & 3</description></item></channel></rss>",
        "<rss><channel><item foo=bar baz><title>One</title></item><item a='1' a=\"2\"><title>Two</title></item></channel></rss>",
        "<rss><channel><item><title>One\u{1}</title></item><item><title>Two</title><description>&#0;&#x1F;&foo;</description></item></channel></rss>",
        // Something around it.
        "<br />\n<b>Warning</b>: x in y.php on line 3<br />\n<?xml version='1.0'?><rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>",
        "  \n<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>\n<script>x && y</script>",
        "<rss><channel><item><title>One</title></item></channel></rss><rss><channel><item><title>Two</title></item></channel></rss>",
        "<?xml version='1.0'?><?xml version='1.0'?><rss><channel><item><title>One</title></item></channel><channel><item><title>Two</title></item></channel></rss>",
    ])
func broken(feed: String) throws {
    #expect(try reports(feed).map(\.title) == ["One", "Two"])
}

@Test("Marks that nobody escaped stay in the words they stand in")
func unescapedMarks() throws {
    let report = try #require(
        try reports(
            "<rss><channel><item><title>A & B &copy; &foo; 1 < 2</title><link>https://a.test/?a=1&b=2</link></item></channel></rss>"
        )
        .first)
    #expect(report.title == "A & B © &foo; 1 < 2")
    #expect(report.url == "https://a.test/?a=1&b=2")
}

@Test(
    "Namespaces count by what they are, or by their prefix where that is unknown",
    arguments: [
        "<rss xmlns:x='http://purl.org/rss/1.0/modules/content/' xmlns:y='http://purl.org/dc/elements/1.1/'><channel><item><title>T</title><y:creator>Ada Smith</y:creator><y:date>2024-03-05T14:02Z</y:date><x:encoded>&lt;p&gt;Words.</x:encoded></item></channel></rss>",
        "<rss><channel><item><dc:title>T</dc:title><dc:creator>Ada Smith</dc:creator><dc:date>2024-03-05T14:02Z</dc:date><content:encoded>&lt;p&gt;Words.</content:encoded></item></channel></rss>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>T</a:title><a:author><a:name>Ada Smith</a:name></a:author><a:published>2024-03-05T14:02Z</a:published><a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Words.</p></div></a:content></a:entry></a:feed>",
        "<feed xmlns='https://www.w3.org/2005/Atom/'><entry><content>Words.</content><published>2024-03-05T14:02Z</published><author><name>Ada Smith</name></author><title type='text'>T</title></entry></feed>",
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/' xmlns:dcterms='http://purl.org/dc/terms/'><channel/><item><title>T</title><dcterms:issued>2024-03-05T14:02Z</dcterms:issued><dcterms:creator>Ada Smith</dcterms:creator><description>Words.</description></item></r:RDF>",
        "<rss xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item><media:title>No</media:title><itunes:title>No</itunes:title><media:description>No</media:description><title>T</title><itunes:author>Ada Smith</itunes:author><description>Words.</description><pubDate>5 Mar 24 14:02 UT</pubDate></item></channel></rss>",
    ])
func namespaces(feed: String) throws {
    let report = try #require(try reports(feed).first)
    #expect(report.title == "T" && report.authors == ["Ada Smith"] && report.text == "Words.")
    #expect(report.published?.utc.description == "2024-03-05T14:02:00Z")
}

@Test("Addresses are read against the nearest xml:base")
func bases() throws {
    let report = try #require(
        try reports(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://acme.test/"><entry xml:base="blog/"><title>T</title>
            <link href="one"/><content type="html" xml:base="2024/">&lt;a href="x"&gt;x&lt;/a&gt; &lt;a href="/y"&gt;y&lt;/a&gt;</content></entry></feed>
            """
        ).first)
    #expect(report.url == "https://acme.test/blog/one")
    #expect(
        report.html == "<p><a href=\"https://acme.test/blog/2024/x\">x</a> <a href=\"https://acme.test/y\">y</a></p>\n")
}

@Test("The entry's own page is its link, not the feed's, a comment's or an enclosure's")
func links() throws {
    let feed = """
        <rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://a.test/</link><atom:link rel="self" href="https://a.test/feed"/>
        <item><title>1</title><atom:link rel="self" href="https://a.test/api/1"/><link>/posts/1</link><atom:link rel="alternate" href="https://b.test/1"/></item>
        <item><title>2</title><atom:link rel="alternate" href="https://a.test/posts/2"/><atom:link rel="enclosure" href="https://a.test/2.mp3"/></item>
        <item><title>3</title><guid>https://a.test/posts/3</guid></item>
        <item><title>4</title><guid isPermaLink="false">https://a.test/posts/4</guid></item>
        <item><title>5</title><guid>five</guid></item></channel></rss>
        """
    #expect(
        try reports(feed).map(\.url) == [
            "https://a.test/posts/1", "https://a.test/posts/2", "https://a.test/posts/3", nil, nil,
        ])
}

@Test("An entry on its own is read, and names no organisation")
func loneEntry() throws {
    let report = try #require(
        try reports("<entry xmlns='http://www.w3.org/2005/Atom'><title>T</title><content>Words.</content></entry>")
            .first)
    #expect(report.title == "T" && report.organisation == nil && report.text == "Words.")
}

@Test("The same id twice is two entries, and the same entry twice is one")
func doubleIDs() throws {
    let feed = """
        <rss><channel><link>https://a.test/</link><item><guid>x</guid><title>One</title></item><item><guid>x</guid><title>Two</title></item>
        <item><guid>x</guid><title>One</title></item></channel></rss>
        """
    let found = try FeedReader().reading(Data(feed.utf8), source: "f.xml")
    #expect(found.reports.map(\.source) == ["f.xml#x", "f.xml#x-2", "f.xml#x-3"])
    let kept = SourceReader().reports(in: SourceDocument(source: "f.xml", bytes: Data(feed.utf8), identity: "f.xml"))
    #expect(kept.reports.map(\.report.title) == ["One", "Two"])
}

@Test("JSON Feed 1.0 and 1.1 give what Atom gives")
func jsonFeed() throws {
    let versions = [
        #""version":"https://jsonfeed.org/version/1","author":{"name":"Ada Smith"}"#,
        #""version":"https://jsonfeed.org/version/1.1","language":"en","authors":[{"name":"Ada Smith","url":"https://a.test/ada"}]"#,
    ]
    for version in versions {
        let json = """
            {\(version),"title":"Acme Blog","home_page_url":"https://acme.test/","feed_url":"https://acme.test/feed.json","items":[
            {"id":7,"url":"https://acme.test/posts/1","title":"Disk full","content_html":"<p>Writes <b>failed</b>.<script>x</script></p>",
            "summary":"In short.","date_published":"2024-03-05T14:02:00-08:00","date_modified":"2024-03-06T10:00:00Z","tags":["disk"]},
            {"id":"8","content_text":"a < b\\n\\nand more","external_url":"https://b.test/"}]}
            """
        let outcome = SourceReader().reports(
            in: SourceDocument(
                source: "https://acme.test/feed.json", bytes: Data(json.utf8), contentType: "application/feed+json"))
        #expect(outcome.failures.isEmpty && outcome.reports.count == 2)
        let report = try #require(outcome.reports.first?.report)
        #expect(report.title == "Disk full" && report.organisation == "Acme Blog" && report.authors == ["Ada Smith"])
        #expect(report.url == "https://acme.test/posts/1" && report.source == "https://acme.test/feed.json#7")
        #expect(
            report.published?.description == "2024-03-05T14:02:00-08:00"
                && report.updated?.description == "2024-03-06T10:00:00Z")
        #expect(report.html == "<p>Writes <b>failed</b>.</p>\n" && report.summary == "In short.")
        #expect(outcome.reports[1].report.text.hasPrefix("a < b"))
        #expect(outcome.reports[1].report.title == "a < b")
    }
}

@Test("A damaged feed takes time and room in proportion to its length")
func hostileRepair() throws {
    for piece in [
        "<a>", "</b>", "<item>", "<title>", "<a b c d=e ", "&", "<![CDATA[", "<!--", "<x y='", "<item><title>x", "]]>",
        "<!-- --", "<?x ", "&#38;", "<a/>",
    ] {
        let feed = "<rss><channel>" + String(repeating: piece, count: 100_000)
        let time = threadSeconds { _ = try? FeedReader().reading(Data(feed.utf8), source: "f") }
        #expect(time < 20, "\(piece)")
    }
}

@Test(
    "Each XML attack is refused with a clear message, reads no file, asks no server and takes no time",
    .enabled(if: Checkout.has("data/security/xml")),
    arguments: [
        ("cyclic.xml", "its entities expand without bound; remove the DOCTYPE and try again"),
        ("dtd.xml", "not an Atom or RSS feed but an HTML page; give the feed's own address"),
        ("dtd_element.xml", "not an Atom or RSS feed but XML of another kind (<test>); give the feed's own address"),
        ("external.xml", "not an Atom or RSS feed but XML of another kind (<root>); give the feed's own address"),
        ("external_file.xml", "not an Atom or RSS feed but XML of another kind (<root>); give the feed's own address"),
        ("quadratic.xml", "its entities expand without bound; remove the DOCTYPE and try again"),
        (
            "schema-include.xsd",
            "not an Atom or RSS feed but XML of another kind (<xsd:schema>); give the feed's own address"
        ),
        ("simple-ns.xml", "not an Atom or RSS feed but XML of another kind (<root>); give the feed's own address"),
        ("simple.xml", "not an Atom or RSS feed but XML of another kind (<root>); give the feed's own address"),
        (
            "xalan_exec.xsl",
            "not an Atom or RSS feed but XML of another kind (<xsl:stylesheet>); give the feed's own address"
        ),
        (
            "xalan_write.xsl",
            "not an Atom or RSS feed but XML of another kind (<xsl:stylesheet>); give the feed's own address"
        ),
        ("xmlbomb.xml", "its entities expand without bound; remove the DOCTYPE and try again"),
        ("xmlbomb2.xml", "not an Atom or RSS feed but XML of another kind (<root>); give the feed's own address"),
    ])
func xmlAttack(name: String, message: String) throws {
    let folder = try #require(Checkout.shared("data/security/xml/xmltestdata"))
    let data = try Data(contentsOf: folder.appending(path: name))
    let time = threadSeconds {
        let error = #expect(throws: IngestionError.self) { try FeedReader().read(data, source: name) }
        #expect(error?.description == "\(name): \(message)")
    }
    #expect(time < 1)
}

@Test("The attacks inside a feed read no file and expand nothing")
func xmlAttackInFeed() throws {
    try withTemporaryFolder { folder in
        let secret = folder.appending(path: "secret.txt")
        try Data("TOP SECRET".utf8).write(to: secret)
        let doctypes = [
            "<!DOCTYPE rss [<!ENTITY x SYSTEM '\(secret.absoluteString)'>]>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM '\(secret.absoluteString)'> %p;]>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]>",
            "<!DOCTYPE rss SYSTEM '\(secret.absoluteString)'>",
            "<!DOCTYPE rss PUBLIC 'x' 'http://127.0.0.1:9/x.dtd'>",
            "<!DOCTYPE rss [<!NOTATION n SYSTEM 'x'><!ENTITY x SYSTEM '\(secret.absoluteString)' NDATA n>]>",
        ]
        for doctype in doctypes {
            let feed =
                "\(doctype)<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>T</title><description>a&x;b<xi:include href='\(secret.absoluteString)' parse='text'/></description></item></channel></rss>"
            let found = try? reports(feed)
            for report in found ?? [] { #expect(!"\(report)".contains("SECRET"), "\(doctype)") }
        }
        let deep = "<rss><channel><item><description>" + String(repeating: "<i>", count: 5_000)
        #expect(throws: IngestionError.self) { try reports(deep) }
        let many = "<rss><channel>" + String(repeating: "<item/>", count: 10_001) + "</channel></rss>"
        let error = #expect(throws: IngestionError.self) { try reports(many) }
        #expect(error?.reason == .tooManyEntries(limit: 10_000))
    }
}
