import Compression
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// All that a tree holds, a line for each node.
private func lines(of page: [UInt8], shortens: Bool) -> [String] {
    guard let tree = try? HTMLTree(page, source: "p", limits: .standard, shortens: shortens) else { return ["refused"] }
    var lines = tree.nodes.indices.map { index in
        var line = "\(tree.nodes[index].tag) \(tree.nodes[index].parent) \(tree.nodes[index].end) "
        line += String(decoding: tree.textBytes(index), as: UTF8.self)
        tree.forEachAttribute(index) { name, value in
            line += " \(String(cString: name))=[\(String(decoding: value, as: UTF8.self))]"
        }
        return line
    }
    for script in tree.scripts { lines.append("script " + String(decoding: script, as: UTF8.self)) }
    return lines
}

private let long = "at 14:02 UTC the primary database ran out of disk space"

@Suite("Plain stretches")
struct PlainStretchTests {
    @Test(
        "A page that is shortened for the parser gives the same tree",
        arguments: [
            "<p>\(long)</p>", "<p title=\"\(long)\">\(long) &amp; \(long)<br>\(long)",
            "<p>\(long)&nbsp;            </p>", "<p>\(long) &copy\(long) &#8217;\(long)</p>",
            "<a href='https://a.test/?a=1&copy=2&amp;b=3&section-of-the-page=4'>\(long)</a>",
            "<p class=\(long) title = \"\(long) > \(long)\" hidden>x</p>", "<p class='\(long)' class='twice \(long)'>x",
            "<p title=\"\(long)>\(long)</p>", "<p a=\"1\"b='\(long)'c>\(long)", "<p / title='\(long)' / >\(long)",
            "<p title=\"\(long)\" \"\(long)\">\(long)", "<_p t=\"x > y\" hidden and more of it>\(long)</_p>",
            "</p <b title='x > <i \(long)'>\(long)", "<3 \(long) <b>\(long)</b>", "\(long) < \(long) > \(long)",
            "<!DOCTYPE html PUBLIC \"\(long)\" \"\(long) > \(long)\"><p>\(long)", "<?php \(long) ?>\(long)",
            "<!-- \(long) --><p>\(long)<!-- \(long)", "<!-- \(long) --!><b hidden \(long)>\(long)",
            "<script type='application/ld+json'>{\"a\": \"<p class='\(long)'>\(long)\"}</script><p>\(long)",
            "<script type='application/ld+json'>{\"a\": \"<p class='\(long)</script><p hidden \(long)'>\(long)</p>",
            "<script type='text/json'>\"<style>\(long)\"</script><b \(long)></style>\(long)",
            "<script type=json></head>\(long)", "<script type=json><p>\(long)</script>\(long)",
            "<script type=json> </head>\(long)</script>\(long)",
            "<script>\(long)</script>\(long)", "<scripts type=json \(long)>\(long)</script>\(long)",
            "<svg><title>\(long)</title></svg>\(long)", "<textarea><b title='\(long)'>\(long)</textarea>\(long)",
            "<p>\(long)\u{FFFD}\u{FFFD}\(long)｜\(long)\u{FFFE}\(long)\r\n\(long)</p>", "<p>\(long)\0\(long)</p>",
            "<p>\(long) \u{F0000} \(long)</p>", "<p>\(long) &#xF0000; &#983040; \(long)</p>",
            "<p>\(long) &#x1F600; &#128512; \(long)</p>", "<p title='\(long) &#x0F0001;'>\(long)", "\(long)",
            "<body/>\(long)<body class='\(long)'>\(long)", "<\(long)", "<p \(long)", "<p title='\(long)",
        ])
    func sameTree(page: String) {
        let bytes = Array(page.utf8)
        #expect(lines(of: bytes, shortens: true) == lines(of: bytes, shortens: false))
    }

    @Test("So does a page that was damaged anywhere")
    func damaged() {
        var generator = Dice(state: 11)
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>\(long)</title><meta name="description" content="\(long)">
            <script type="application/ld+json">{"@type":"Article","headline":"\(long)"}</script></head>
            <body class="post-template single-format"><!-- \(long) --><p class='lead of the article' id=first>\(long) &amp;
            \(long) <a href="https://acme.test/a?b=1&amp;c=2" title="\(long)">\(long)</a><script>write("2024-03-05")</script>
            <svg viewBox="0 0 24 24 and more">\(long)</svg><p>Größere Störung der Übertragung — 障害が発生しました。\(long)</p></body>
            """
        for round in 0..<1500 {
            let bytes = [UInt8](mutated(Array(page.utf8), &generator))
            // The reader decodes before it parses.
            let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
            if lines(of: text, shortens: true) != lines(of: text, shortens: false) {
                Issue.record("round \(round): \(String(decoding: text, as: UTF8.self))")
            }
        }
    }

    @Test("So do real pages")
    func realPages() throws {
        guard let folder = Checkout.shared("data/extraction/html") else {
            print("skipped: ../shared/data/extraction is not there")
            return
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        for name in names.filter({ $0.hasSuffix(".gz") }).prefix(30) {
            let data = try Compression.inflate(Data(contentsOf: folder.appending(path: name)), limit: 20_000_000)
            let page = try TextDecoder().decode(data, source: name).utf8
            if lines(of: page, shortens: true) != lines(of: page, shortens: false) { Issue.record("\(name) differs") }
        }
    }

    @Test("Long texts and values are what is taken out, and no more than once each")
    func takesOut() {
        let scan = TagScan(Array("<p title=\"\(long)\">\(long)</p>".utf8))
        #expect(String(decoding: scan.bytes, as: UTF8.self) == "<p title=\"\u{F0000}\">\u{F0001}</p>")
        let forged = Array("<p>\(long)&#xF0000;&#xF0000;</p>".utf8)
        #expect(TagScan(forged).bytes == forged)
    }

    @Test(
        "A feed's content is the same in a CDATA section and escaped",
        arguments: [
            "<p>\(long) &amp; \(long)</p>\n<p class='a'>\(long)</p>", "<p>\(long)\r\n\(long) ]] > \u{FFFD} \(long)</p>",
            "<p>\(long) \u{F0000} &#xF0000; \(long)</p>", "<!-- \(long) --><p>\(long)",
            "<p>\(long) ]]</p><p>\(long)</p>]",
        ])
    func characterData(content: String) throws {
        func html(_ body: String, head: String = "") throws -> String? {
            let feed = """
                <?xml version="1.0"?>\(head)<rss version="2.0"><channel><title>Acme</title><!-- <![CDATA[ --><item>
                <title>One</title><description>\(body)</description></item></channel></rss>
                """
            return try FeedReader().read(Data(feed.utf8), source: "feed.xml").first?.html
        }
        let escaped = content.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let documentType = "<!DOCTYPE rss [<!ENTITY a \"b\">]>"
        // With a document type nothing is taken out.
        let expected = try html(escaped, head: documentType)
        #expect(try html(escaped) == expected)
        #expect(try html(escaped.replacing(" ", with: "&#32;")) == expected)
        #expect(expected?.contains("primary database") == true)
        #expect(try html("<![CDATA[\(content)]]>") == expected)
        #expect(try html("<![CDATA[\(content)]]>", head: documentType) == expected)
        // Ill-formed, so that it is parsed again.
        #expect(try html("<![CDATA[\(content)]]> &", head: "<?a <![CDATA[ ?>")?.contains("primary database") == true)
    }
}
