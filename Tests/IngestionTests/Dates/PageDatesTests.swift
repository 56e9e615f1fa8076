import Foundation
import Reports
import Testing

@testable import Ingestion

private let paragraph =
    "At 14:02 UTC the primary database ran out of disk space, and writes began to fail for about one in five customers. "

/// A page with a title, what comes before and after it, and two paragraphs.
private func read(
    head: String = "", before: String = "", after: String = "", lead: String = "", foot: String = "",
    source: String = "page.html"
) throws -> Report {
    let html = """
        <html lang=en><head><title>Disk full on the primary</title>\(head)</head><body>\(before)<article>
        <h1>Disk full on the primary</h1>\(after)<p>\(lead)\(paragraph)</p><p>\(paragraph)</p></article>\(foot)</body></html>
        """
    return try HTMLReader().read(Data(html.utf8), source: source)
}

@Test(
    "Dates stated for machines need no warning",
    arguments: [
        ("<meta property='article:published_time' content='2020-08-24T10:00:00+02:00'>", "2020-08-24T10:00:00+02:00"),
        ("<meta name=DC.date.issued content=2020-08-24>", "2020-08-24"),
        ("<META NAME='PubDate' CONTENT='Mon, 24 Aug 2020 10:00:00 GMT'>", "2020-08-24T10:00:00Z"),
        ("<meta itemprop=datePublished content=2020-08-24>", "2020-08-24"),
        ("<meta name=date content='24 août 2020'>", "2020-08-24"),
        ("<meta property='article:published_time' content='الاثنين، 24 أغسطس 2020 - 12:09 م'>", "2020-08-24"),
        ("<meta property='article:published_time' content=1598263200>", "2020-08-24T10:00:00Z"),
        ("<meta name=publish_date content='2020-08-24|00h23'>", "2020-08-24"),
        ("<meta name=publish_date content=20200824103000>", "2020-08-24"),
        ("<script type='application/ld+json'>{\"datePublished\":\"2020-08-24\"}</script>", "2020-08-24"),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-08-24\"}</script>",
            "2020-08-24"
        ),
        (
            "<script type='application/ld+json'>[{\"@graph\":[{\"@type\":[\"WebPage\"],\"datePublished\":\"2019-01-01\"},{\"@type\":\"Article\",\"datePublished\":\"2020-08-24\"}]}]</script>",
            "2020-08-24"
        ),
        // Broken in the ways pages break it.
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"He said \"stop\" twice\",\"datePublished\":\"2020-08-24\",}</script>",
            "2020-08-24"
        ),
        (
            "<script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"Article\" \"description\":\"a\tb\nc\"\n\"datePublished\": \"2020-08-24\"</script>",
            "2020-08-24"
        ),
        (
            "<meta name=last-modified content=2021-01-01><meta name=date content=2020-08-24><meta http-equiv=date content=2022-01-01>",
            "2020-08-24"
        ),
    ])
func stated(head: String, expected: String) throws {
    let report = try read(head: head)
    #expect(report.published?.description == expected)
    #expect(report.warnings == [])
}

@Test(
    "A date that readers see near the title is the page's, and a warning says so",
    arguments: [
        "<p class=byline>By Ada Smith, August 24, 2020</p>", "<div class='entry-date'>24/08/2020</div>",
        "<time datetime='2020-08-24'>last summer</time>",
        "<span class=posted-on>Posted on 24 August 2020 in News</span>",
        "<div class=date><div>24</div><div>Aug</div><div>2020</div></div>", "<p>24 août 2020</p>",
        "<abbr class=published title='2020-08-24T10:00:00+02:00'>Monday</abbr>", "<small>2020年8月24日</small>",
        "<p>Published: 08/24/2020</p><p>Updated: 09/30/2020</p>", "<script>showDate('2020/08/24 01:43:09')</script>",
    ])
func shown(after: String) throws {
    let report = try read(after: after)
    #expect(report.published?.day == "2020-08-24")
    #expect(report.warnings.contains { $0.hasPrefix("published 2020-08-24 is taken from ") })
}

@Test("Dates of other things on a page are not its own")
func otherDates() throws {
    let report = try read(
        before: "<header><div class=today>Tuesday, 1 September 2020</div></header>",
        after: "<p>Reading time: 4 minutes</p><div class=meta>24 August 2020</div>",
        lead: "On 3 May 2019 we had moved to a new data centre. ",
        foot: """
            <div class=related><ul><li><a href=/a>Another outage</a> <time datetime=2020-08-30>30 August 2020</time></ul></div>
            <div class=comments><p class=comment-date>25 August 2020</p></div><footer>© 2020-09-01 Acme</footer>
            """)
    #expect(report.published?.description == "2020-08-24")
}

@Test(
    "A page without a date of its own has none",
    arguments: [
        "<div class=comments><p class=comment-date>25 August 2020</p></div>", "<p>Copyright 2020</p>",
        "<ul class=archive><li><a href=/a>August 2020</a></ul>",
    ])
func undated(foot: String) throws {
    #expect(try read(foot: foot).published == nil)
    let prose =
        "Years ago, in a document that hardly anyone remembers now, the limits were set; that was on 3 May 2009, and nobody has changed them since that day. "
    #expect(try read(lead: prose).published == nil)
}

@Test("An address says the day when nothing else does, and wins over a later import")
func addressDay() throws {
    let source = "https://acme.example/2012/03/04/disk-full"
    let plain = try read(source: source)
    #expect(plain.published?.description == "2012-03-04")
    #expect(plain.warnings == ["published 2012-03-04 is taken from the page's address"])
    let imported = try read(
        head: "<meta property='article:published_time' content='2019-07-01T00:00:00+00:00'>", source: source)
    #expect(imported.published?.description == "2012-03-04")
    let edited = try read(
        head: "<meta property='article:published_time' content='2012-03-04T10:00:00+01:00'>", source: source)
    #expect(edited.published?.description == "2012-03-04T10:00:00+01:00")
}

@Test("A saved page's folder says nothing of its date, its name does")
func fileNames() throws {
    #expect(try read(source: "/backup/2021-01-02/page.html").published == nil)
    #expect(try read(source: "2020-08-24-disk-full.html").published?.description == "2020-08-24")
    #expect(try read(source: "/pages/2020082455.html").published == nil)
}

@Test("A moment in UTC is the day that the page itself shows")
func zones() throws {
    let head = "<meta property='article:published_time' content='2020-05-02T02:54:29Z'>"
    let clock = try read(head: head, after: "<p class=date>Friday, May 1, 2020 10:54 PM</p>")
    #expect(clock.published?.description == "2020-05-01T22:54:29-04:00")
    let day = try read(head: head, after: "<p class=date>May 1, 2020</p>")
    #expect(day.published?.description == "2020-05-01")
    #expect(day.warnings.count == 1)
    let address = try read(head: head, source: "https://acme.example/2020/05/01/disk-full")
    #expect(address.published?.description == "2020-05-01")
    // No zone makes these the same moment.
    let noon = try read(
        head: "<meta property='article:published_time' content='2020-05-02T14:54:29Z'>",
        after: "<p class=date>May 1, 2020</p>")
    #expect(noon.published?.description == "2020-05-02T14:54:29Z")
    let offset = try read(
        head: "<meta property='article:published_time' content='2020-05-02T02:54:29+03:00'>",
        after: "<p class=date>May 1, 2020</p>")
    #expect(offset.published?.description == "2020-05-02T02:54:29+03:00")
}

@Test("A moment in UTC is on the day it has in the zone of the page's other times")
func scriptZones() throws {
    let foot = "<script>x = ['2020-05-02T06:00:00-04:00', '2020-05-01 23:00:00 -0400', '10:30-11:30']</script>"
    let evening = try read(
        head: "<meta property='article:published_time' content='2020-05-02T02:54:29Z'>", foot: foot)
    #expect(evening.published?.description == "2020-05-01T22:54:29-04:00")
    #expect(evening.warnings.count == 1)
    let noon = try read(head: "<meta property='article:published_time' content='2020-05-02T12:54:29Z'>", foot: foot)
    #expect(noon.published?.description == "2020-05-02T12:54:29Z")
    let day = try read(head: "<meta property='article:published_time' content='2020-05-02T00:00:00Z'>", foot: foot)
    #expect(day.published?.description == "2020-05-02T00:00:00Z")
}

@Test("A revision of a wiki's page has the revision's day")
func wikiRevision() throws {
    let head = """
        <meta name=generator content='MediaWiki 1.35'>
        <script type='application/ld+json'>{"@type":"Article","datePublished":"2005-07-26"}</script>
        """
    let diff = try read(head: head, after: "<div id=mw-diff-ntitle1>Latest revision as of 05:33, 7 April 2020</div>")
    #expect(diff.published?.description == "2020-04-07")
    #expect(try read(head: head).published?.description == "2005-07-26")
}

@Test("Scripts that a page is drawn from tell its date last")
func scripts() throws {
    let report = try read(
        foot:
            "<script>window.state = {\"buildDate\":\"2021-01-01\",\"article\":{\"published_at\":\"2020-08-24T10:00:00+02:00\"},\"rest\":1};</script>"
    )
    #expect(report.published?.description == "2020-08-24T10:00:00+02:00")
    #expect(report.warnings == ["published 2020-08-24 is taken from a script on the page"])
}

@Test("The last change is read like publication, and stands in for it when alone")
func updates() throws {
    let both = try read(after: "<p class=meta>Published 24 August 2020 | Last updated on 30 August 2020</p>")
    #expect(both.published?.description == "2020-08-24")
    #expect(both.updated?.description == "2020-08-30")
    let alone = try read(foot: "<footer>This page was last updated on 30 August 2020</footer>")
    #expect(alone.published?.description == "2020-08-30")
    #expect(alone.warnings.contains("published 2020-08-30 is taken from the time of the last change"))
    let backwards = try read(
        head: "<meta name=pubdate content=2020-08-24><meta name=last-modified content=2020-08-01>")
    #expect(backwards.updated == nil)
}

@Test(
    "Day and month are told apart by where a page is from",
    arguments: [
        ("en-US", "https://acme.com/a", "2020-03-04"), ("en-GB", "https://acme.com/a", "2020-04-03"),
        ("en", "https://acme.co.uk/a", "2020-04-03"), ("fr", "https://acme.com/a", "2020-04-03"),
        ("en-US", "https://acme.de/a", "2020-04-03"), ("en-GB", "https://acme.com/2020/03/a", "2020-03-04"),
    ])
func order(language: String, address: String, expected: String) throws {
    let html =
        "<html lang=\(language)><title>Disk full today</title><h1>Disk full today</h1><p class=date>03/04/2020</p><p>\(paragraph)<p>\(paragraph)"
    #expect(try HTMLReader().read(Data(html.utf8), source: address).published?.description == expected)
}

@Test("Hostile dates neither trap nor take long")
func hostile() throws {
    for value in [
        "999999999999999999999", "2020-99-99", "-1-1-1", String(repeating: "1/", count: 50_000), "\u{1}\u{2}2020",
    ] {
        let report = try read(
            head:
                "<meta name=pubdate content='\(value)'><script type='application/ld+json'>\(String(repeating: "[{\"a\":", count: 5000))</script>",
            after: "<time datetime='\(value)'>\(value)</time>", source: "https://a.example/\(value.prefix(300))")
        #expect(report.published == nil)
    }
}
