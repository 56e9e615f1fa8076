import Testing

@testable import SiteGeneration

@Suite("The body of a report")
struct ReportHTMLTests {
    @Test(
        "Only allowed elements come through, balanced, with headings in order",
        arguments: [
            ("<p>a<p>b", "<p>a</p><p>b</p>"),
            ("<h2>x</h2><h4>y</h4><h1>z</h1>", "<h3>x</h3><h4>y</h4><h3>z</h3>"),
            ("<ul><li>a<li><b>b</ul>c", "<ul><li>a<li><b>b</b></li></li></ul>c"),
            ("</div></p>a</b>", "a"),
            ("<script>alert('</p>')</script>ok<style>p{}</style>", "ok"),
            ("<SCRIPT>x</SCRIPT >y<iframe src=x>z</iframe>", "y"),
            ("<p onclick=x style='y' class=z id=main>a</p>", "<p>a</p>"),
            ("<a href='javascript:x'>a</a>", "<a>a</a>"),
            ("<a href=\"jav&#x61;script:x\">a</a>", "<a>a</a>"),
            (
                "<a href='https://e.org/?a=1&amp;b=2'>a</a>",
                "<a href=\"https://e.org/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow ugc\">a</a>"
            ),
            (
                "<img src=https://e.org/x.png alt='A \"graph\"'>",
                "<span class=\"picture\">[picture: A &quot;graph&quot;]</span>"
            ),
            ("<img src=x>", ""),
            ("a < b <- c <3", "a &lt; b &lt;- c &lt;3"),
            ("<!-- <p>x</p> -->a<!-- b", "a"),
            ("<td colspan=2 rowspan=9999>a", "<td colspan=\"2\">a</td>"),
            (
                "<table><tr><td>a</table>",
                "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><tr><td>a</td></tr></table></div>"
            ),
            ("<p", ""), ("<a href=\"x", ""), ("&amp;lt;b&gt;", "&amp;lt;b&gt;"), ("", ""),
            ("<h1>The  title</h1><p>a</p>", "<p>a</p>"),
            ("<p>a</p><h1>The title</h1>", "<p>a</p><h3>The title</h3>"),
            ("a\u{0}\u{202E}b", "ab"),
        ])
    func allowed(html: String, expected: String) {
        let written = ReportHTML.rendered(html, title: "The title", quotes: []).html
        #expect(written == expected)
    }

    private func marked(_ html: String, _ quotes: [(String, Int)]) -> (html: String, marked: Set<Int>) {
        ReportHTML.rendered(
            html, title: "",
            quotes: quotes.enumerated().map { index, quote in
                ReportHTML.Quote(
                    id: "q\(index)", text: quote.0, occurrencesBefore: quote.1, style: "other",
                    reference: ("#f", "◇", "l"))
            })
    }

    private let reference =
        "<a class=\"ref other\" href=\"#f\" title=\"l\"><span aria-hidden=\"true\">◇</span><span class=\"vh\"> l</span></a>"

    @Test("Evidence is marked across elements, references and line breaks")
    func marks() {
        let cases: [(String, [(String, Int)], String)] = [
            ("<p>one two three</p>", [("two", 0)], "<p>one <mark class=\"other\" id=\"q0\">two</mark>REF three</p>"),
            (
                "<p>a <b>b\nc</b> d</p>", [("a b c", 0)],
                "<p><mark class=\"other\" id=\"q0\">a </mark><b><mark class=\"other\">b\nc</mark>REF</b> d</p>"
            ),
            (
                "<p>it&#x2019;s &amp; so</p>", [("it’s & so", 0)],
                "<p><mark class=\"other\" id=\"q0\">it&#x2019;s &amp; so</mark>REF</p>"
            ),
            ("<p>no no no</p>", [("no", 1)], "<p>no <mark class=\"other\" id=\"q0\">no</mark>REF no</p>"),
            ("<p>no no</p>", [("no", 9)], "<p>no <mark class=\"other\" id=\"q0\">no</mark>REF</p>"),
            (
                "<p>abcd</p>", [("abc", 0), ("bcd", 0)],
                "<p><mark class=\"other\" id=\"q0\">a</mark><mark class=\"other\" id=\"q1\">bc</mark>REF<mark class=\"other\">d</mark>REF</p>"
            ),
            (
                "<p>ab</p>", [("ab", 0), ("ab", 0)],
                "<p><span id=\"q1\"></span><mark class=\"other\" id=\"q0\">ab</mark>REFREF</p>"
            ),
            (
                "<p><a href='http://e.org'>ab</a></p>", [("ab", 0)],
                "<p><a href=\"http://e.org\" rel=\"noopener noreferrer nofollow ugc\"><mark class=\"other\" id=\"q0\">ab</mark></a></p>"
            ),
            ("<p>ab</p>", [("", 0), ("zz", 0), ("abc", 0)], "<p>ab</p>"),
        ]
        for (html, quotes, expected) in cases {
            let written = marked(html, quotes).html
            #expect(written == expected.replacing("REF", with: reference), "\(html)")
        }
        #expect(marked("<p>ab</p>", [("zz", 0), ("b", 0)]).marked == [1])
    }

    @Test("A deep or repetitive body takes time in proportion to its length")
    func size() {
        let deep = String(repeating: "<div><b>", count: 50_000)
        #expect(ReportHTML.rendered(deep, title: "", quotes: []).html.utf8.count < 20_000)
        let repetitive = "<p>" + String(repeating: "a", count: 300_000) + "</p>"
        #expect(marked(repetitive, [(String(repeating: "a", count: 2_000) + "b", 0)]).marked.isEmpty)
        let open = String(repeating: "<a href=\"", count: 20_000)
        #expect(ReportHTML.rendered(open, title: "", quotes: []).html.utf8.count < 200_000)
    }

    @Test("Plain text becomes paragraphs")
    func paragraphs() {
        #expect(ReportHTML.paragraphs(of: "a\nb <c>\n\n\n d") == "<p>a<br>b &lt;c&gt;</p>\n<p> d</p>\n")
    }
}
