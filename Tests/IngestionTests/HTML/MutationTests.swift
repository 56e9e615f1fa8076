import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Damages bytes the way transfers and attackers do.
func mutated(_ bytes: [UInt8], _ generator: inout Dice) -> Data {
    var result = bytes
    let tokens = [
        "<", ">", "\"", "&", "]]>", "<![CDATA[", "<!--", "</div>", "<table>", "<p>", "<li>", "<pre>", "\0", "<b>",
        "</b>", "&#0;",
        "&#x110000;", "<tr>", "</table>", "<a href='javascript:x'>", "<script>", "</entry>", "<entry>", "<td>", "<ul>",
        "<dl>",
    ]
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !result.isEmpty {
        let place = Int.random(in: 0..<result.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: result[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: result.insert(contentsOf: Array(tokens.randomElement(using: &generator)!.utf8), at: place)
        case 2: result.removeSubrange(place..<min(result.count, place + Int.random(in: 1...40, using: &generator)))
        default:
            let piece = result[place..<min(result.count, place + 60)]
            result.insert(contentsOf: piece, at: Int.random(in: 0..<result.count, using: &generator))
        }
    }
    return Data(result)
}

private let page = """
    <!DOCTYPE html><html lang=en><head><title>Outage | Acme</title><meta property="og:site_name" content="Acme">
    <script type="application/ld+json">{"@type":"Article","headline":"Outage","datePublished":"2024-03-05"}</script></head>
    <body><nav><ul><li><a href=/>Home</a></ul></nav><article class="post-content"><h1>Outage</h1>
    <p>At 14:02 UTC the <b>primary</b> database ran out of disk space, and writes <i>began to fail</i> for customers.</p>
    <table><tr><th>Time<th>Event<tr><td>14:02<td>Alert <a href="https://acme.test/a?b=1&amp;c=2">fired</a></table>
    <ul><li>One<ul><li>Two</ul><li>Three</ul><dl><dt>Impact<dd>Writes failed</dl><pre>ERROR
      disk full</pre><blockquote><p>Quoted</p></blockquote><figure><img alt="Graph of all errors"><figcaption>Errors</figure>
    <details><summary>More</summary>Words<hr>More</details></article><footer>Foot</footer></body></html>
    """

@Test("Damaged pages never crash the reader, and what comes out is on the allow-list")
func damagedPages() throws {
    var generator = Dice(state: 2)
    let bytes = Array(page.utf8)
    for round in 0..<1500 {
        let data = mutated(bytes, &generator)
        guard let report = try? HTMLReader().read(data, source: "https://acme.test/p") else { continue }
        let violations = AllowList.violations(in: report.html)
        if !violations.isEmpty { Issue.record("round \(round): \(violations)") }
        let again = try HTMLSanitizer().sanitize(report.html)
        if AllowList.violations(in: again.html) != [] { Issue.record("round \(round), second pass") }
    }
}

@Test("Damaged feeds never crash the reader, and what comes out is on the allow-list")
func damagedFeeds() throws {
    var generator = Dice(state: 3)
    let feed = """
        <?xml version="1.0"?><!DOCTYPE feed [<!ENTITY co "Acme">]><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://acme.test/">
        <title>&co; Status - Incident History</title><entry><id>tag:acme.test,2005:Incident/1</id><title>Slow &amp; sad</title>
        <published>2024-03-05T14:02:00Z</published><link href="/1"/><content type="html"><![CDATA[\(page)]]></content></entry>
        <entry><id>2</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mar 5, 14:02 UTC<br/><b>Resolved</b> - ok</p></div></content>
        </entry></feed>
        """
    let bytes = Array(feed.utf8)
    for round in 0..<1500 {
        guard let reports = try? FeedReader().read(mutated(bytes, &generator), source: "f") else { continue }
        for report in reports where AllowList.violations(in: report.html) != [] { Issue.record("round \(round)") }
    }
}
