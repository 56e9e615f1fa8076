import Foundation
import Testing
import TestSupport

@testable import Ingestion

@Test(
    "Content keeps its structure, as HTML and as text",
    arguments: [
        ("one <b>two</b>\n  three", "<p>one <b>two</b> three</p>\n", "one two three"),
        ("<div>a</div><div>b</div>", "<p>a</p>\n<p>b</p>\n", "a\n\nb"),
        ("<b><div>a</div><div>b</div></b>", "<p><b>a</b></p>\n<p><b>b</b></p>\n", "a\n\nb"),
        ("<h1>T</h1><p>x", "<h2>T</h2>\n<p>x</p>\n", "T\n\nx"),
        (
            "<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li>\n<li>b<ul><li>c</li>\n</ul>\n</li>\n</ul>\n",
            "- a\n- b\n  - c"
        ),
        ("<li>stray", "<ul><li>stray</li>\n</ul>\n", "- stray"),
        ("<ul>loose</ul>", "<ul><li>loose</li>\n</ul>\n", "- loose"),
        (
            "<table><tr><th>Time<th>What<tr><td>10:02<td>Alert <i>fires</i></table>",
            "<table><tr><th>Time</th>\n<th>What</th>\n</tr>\n<tr><td>10:02</td>\n<td>Alert <i>fires</i></td>\n</tr>\n</table>\n",
            "Time | What\n10:02 | Alert fires"
        ),
        ("<table><tr><td>a<td><td>c<tr><td><p>d</p><p>e</p><td>f</table>end", nil, "a |  | c\nd e | f\n\nend"),
        ("<table><tr><td>only layout</td></tr></table>", "<p>only layout</p>\n", "only layout"),
        ("<dl><dt>10:02<dd>Alert<dt>10:05<dd>Ack</dl>", nil, "10:02\nAlert\n10:05\nAck"),
        ("<pre>\nline 1\n  line 2 &lt;x&gt;</pre>", "<pre>line 1\n  line 2 &lt;x&gt;</pre>\n", "line 1\n  line 2 <x>"),
        ("<pre><code>a</code><br>b</pre>", nil, "a\nb"),
        ("a<br>b<br><br>c", "<p>a<br>b<br><br>c</p>\n", "a\nb\n\nc"),
        ("<p></p><ul><li></li></ul><b></b>", "", ""),
        ("<p>x&nbsp;y&shy;z</p>", nil, "x yz"),
        ("<img src=x alt='Graph of error rates'>", "<p>[Graph of error rates]</p>\n", "[Graph of error rates]"),
        ("<figure><img alt='Graph of errors'><figcaption>Errors</figcaption></figure>", nil, "Errors"),
        (
            "<time datetime='2024-03-05T14:02Z'>then</time>",
            "<p><time datetime=\"2024-03-05T14:02Z\">then</time></p>\n", "then"
        ),
        ("<p lang=en_us onclick=x style=y class=z>a</p>", "<p lang=\"en-US\">a</p>\n", "a"),
        ("<tr><td>a</td></tr>", "<p>a</p>\n", "a"),
        ("<h2>a<div>b</div></h2>", "<h2>a b</h2>\n", "a b"),
        ("  \n ", "", ""),
    ] as [(String, String?, String)])
func structure(fragment: String, html: String?, text: String) throws {
    let content = try HTMLSanitizer().sanitize(fragment)
    if let html { #expect(content.html == html) }
    #expect(content.text == text)
    #expect(AllowList.violations(in: content.html) == [])
}

@Test(
    "Only harmless links stay",
    arguments: [
        ("https://e.org/a?b=1&c='2'", "https://e.org/a?b=1&amp;c=%272%27"), ("HTTP://E.org", "HTTP://E.org"),
        ("mailto:a@e.org", "mailto:a@e.org"), ("#part", "#part"), ("/x", "https://base.org/x"),
        ("../y z", "https://base.org/y%20z"), ("//cdn.org/z", "https://cdn.org/z"), ("javascript:alert(1)", nil),
        (" java\tscript:alert(1)", nil), ("JaVaScRiPt:alert(1)", nil), ("&#106;avascript:x", nil),
        ("\u{1}javascript:x", nil), ("vbscript:x", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil),
        ("http:foo", nil), ("https://", nil), ("", nil), ("javascript&#58;x", nil),
        ("https://e.org/\">x", "https://e.org/%22%3Ex"),
    ] as [(String, String?)])
func links(address: String, expected: String?) throws {
    let quoted = address.replacing("\"", with: "&quot;")
    let content = try HTMLSanitizer().sanitize("<a href=\"\(quoted)\">w</a>", baseURL: "https://base.org/d/e")
    #expect(content.html == (expected.map { "<p><a href=\"\($0)\">w</a></p>\n" } ?? "<p><a>w</a></p>\n"))
}

@Test("A relative link without a base keeps its words only")
func relativeWithoutBase() throws {
    #expect(try HTMLSanitizer().sanitize("<a href='/x'>w</a>").html == "<p><a>w</a></p>\n")
}

@Test(
    "Active content goes whole",
    arguments: [
        "script", "style", "iframe", "svg", "math", "object", "form", "noscript", "template", "textarea", "select",
    ])
func active(element: String) throws {
    let content = try HTMLSanitizer().sanitize("<p>a</p><\(element)><p onclick=x>evil()</\(element)><p>b")
    #expect(!content.html.contains("evil"))
    #expect(content.text.hasPrefix("a"))
}

@Test(
    "Every known injection string comes out harmless, and comes out the same a second time",
    .enabled(if: Checkout.has("data/security")))
func injections() throws {
    let url = try #require(Checkout.shared("data/security/xss-payload-list.txt"))
    let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.count > 6000)
    let sanitizer = HTMLSanitizer()
    for line in lines {
        let content = try sanitizer.sanitize(String(line), baseURL: "https://base.org/")
        let violations = AllowList.violations(in: content.html)
        if !violations.isEmpty { Issue.record("\(line) gives \(violations)") }
        // What another parser makes of the result is again on the list.
        let again = try sanitizer.sanitize(content.html, baseURL: "https://base.org/")
        if again != content { Issue.record("\(line) gives \(content.html), then \(again.html)") }
    }
}
