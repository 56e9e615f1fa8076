import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// What the fuzzers found, each in its smallest form.
@Suite("Fuzz findings")
struct FuzzFindingTests {
    @Test(
        "Content is written so that reading it again changes nothing",
        arguments: [
            // A link within a link would end the outer one.
            (
                "<a href='https://a.test/'>x <i><a href='https://b.test/'>y</a></i> z</a>",
                "<p><a href=\"https://a.test/\">x</a> <i><a href=\"https://b.test/\">y</a></i> "
                    + "<a href=\"https://a.test/\">z</a></p>\n"
            ),
            // A definition stands in no list, an item in no definition list.
            ("<ul><li>a</li><dt>b</dt></ul>", nil), ("<dl><dt>a</dt><li>b</li></dl>", nil), ("<ol><dd>b</ol>", nil),
            // Parsers drop the first line break of a pre, each time one.
            ("<pre>\n\n\n  x</pre>", "<pre>  x</pre>\n"), ("<pre> \n <b>\n\n  x</b></pre>", nil),
            ("<pre>\n \n</pre>", ""),
            ("<pre><br><br>x</pre>", "<pre>x</pre>\n"), ("<pre>  <b>x</b></pre>", "<pre><b>  x</b></pre>\n"),
            // An address that is cut leads elsewhere.
            ("<a href='https://a.test/\(String(repeating: "<", count: 2_000))'>x</a>", "<p><a>x</a></p>\n"),
            // Nesting is written down to a depth, and read again to the same.
            (String(repeating: "<ol>", count: 300) + "<li>x", nil),
            (String(repeating: "<dl><dd>", count: 200) + "x", nil),
            (String(repeating: "<blockquote>", count: 400) + "x", nil),
            (String(repeating: "<ul><li>", count: 90) + "x<li>y", nil),
            (String(repeating: "<b>", count: 100) + "x", "<p><b>x</b></p>\n"),
            (String(repeating: "<del datetime=2024>", count: 100) + "x", nil),
        ] as [(String, String?)])
    func twice(fragment: String, html: String?) throws {
        let once = try HTMLSanitizer().sanitize(fragment)
        if let html { #expect(once.html == html) }
        #expect(AllowList.violations(in: once.html) == [])
        #expect(try HTMLSanitizer().sanitize(once.html) == once)
    }

    @Test("Control characters that a page's JSON spells out are blanks")
    func controls() throws {
        let body = String(repeating: "The disk of the primary was full\\u0014at last. ", count: 20)
        let page = #"<p>x</p><script type="application/ld+json">{"@type":"Article","articleBody":"\#(body)"}</script>"#
        let report = try HTMLReader().read(Data(page.utf8), source: "a.html")
        #expect(report.text.hasPrefix("The disk of the primary was full at last."))
        #expect(try HTMLSanitizer().sanitize(report.html).html == report.html)
    }

    @Test(
        "Elements in force are not written again and again for each block",
        arguments: [
            String(repeating: "<time datetime='2024-03-05T14:02:00Z'>", count: 30),
            "<a href='https://a.test/\(String(repeating: "x", count: 3_000))'>",
        ])
    func amplification(open: String) throws {
        let fragment = open + String(repeating: "<div>x</div>", count: 20_000)
        let content = try HTMLSanitizer().sanitize(fragment)
        #expect(content.html.utf8.count < 3_000_000)
        #expect(AllowList.violations(in: content.html) == [])
    }

    @Test(
        "No report holds the character that ends strings, spelled in whatever way",
        arguments: [
            ("a.md", "# Disk\0 full\n\nText\0 of it.\n"), ("a.log", "14:02 a\0lert\n14:10 done, all well again\n"),
            (
                "a.json",
                #"[{"time":"2024-03-05T14:02:00Z","text":"a\u0000lert"},{"time":"2024-03-05T14:03:00Z","text":"x"}]"#
            ),
            ("a.html", "<title>Di&#0;sk</title><p>The disk was\0 full, and writes failed for an hour.</p>"),
            (
                "a.html",
                #"<script type="application/ld+json">{"@type":"Article","headline":"Di\u0000sk"}</script><p>The disk was full.</p>"#
            ),
        ])
    func zeros(name: String, text: String) throws {
        // A zero in a short text would make it binary.
        let text = text.replacing("full", with: "full of " + String(repeating: "many words ", count: 60))
            .replacing("well again", with: String(repeating: "well again ", count: 60))
        let document = SourceDocument(source: name, bytes: Data(text.utf8), identity: name)
        let report = try #require(SourceReader().reports(in: document).reports.first?.report)
        #expect(!report.json.text.contains(#"\u0000"#) && !report.json.text.contains("\0"))
        #expect(!report.html.utf8.contains(0) && !report.text.utf8.contains(0))
    }
}
