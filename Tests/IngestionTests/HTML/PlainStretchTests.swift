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
            "<p>\(long)&am<!---->p; \(long)", "<p>\(long)&#<!-- \(long) -->xF0000;<br>", "<p>\(long)&<!-->lt;\(long)",
            "<p>&#xF000<!-- -->0;\(long)<!-- --> &am<!-- x -->\(long)", "<!-- \(long) --><!-- -->",
            "<script type=json>\(long)</scr<!-- -->ipt>\(long)<b \(long)></script>\(long)",
            "<style a=b/>\(long)<b>\(long)</style>\(long)", "<script type=json/>\(long)<b>\(long)</script>\(long)",
            "<style a='b'/>\(long)<b>\(long)</style>\(long)", "<svg a= '/>\(long)<svg a= '/>\(long)</svg>\(long)",
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
        "What is dropped joins nothing: the tags around it stay, and the marks of a comment",
        arguments: [
            ("&#<!-- a -->xF0000;<br>", "&#<!---->xF0000;<br>"), ("a<!-->b<!---->c", "a<!---->b<!---->c"),
            ("<style>a</style>b", "<style></style>b"), ("<style/>b<i>c", "<style/>b<i>c"),
            ("<style a='b' />b<i>c", "<style a='b' />b<i>c"), ("<style a=b/>b<i>c</style>", "<style a=b/></style>"),
            ("<style a= />b<i>c</style>", "<style a= /></style>"), ("<style a/>b<i>c", "<style a/>b<i>c"),
            ("<!\r\r>b<!-- a -->", "<!\r\r>b<!---->"),
        ])
    func joinsNothing(page: String, expected: String) {
        #expect(String(decoding: TagScan(Array(page.utf8)).bytes, as: UTF8.self) == expected)
    }

    @Test("A page that forges references to a stretch is not larger for it")
    func forgedReferences() throws {
        let plain = String(repeating: "plain text ", count: 100_000)
        let page = Array(("<p>" + plain + String(repeating: "&#<!---->xF0000;<br>", count: 3000)).utf8)
        let tree = try HTMLTree(page, source: "p", limits: .standard)
        let size = tree.nodes.indices.reduce(0) { $0 + tree.textBytes($1).count }
        #expect(size <= page.count)
    }

    @Test("A stretch that is reported again is empty")
    func restoredOnce() {
        let document = Array(long.utf8)
        var stretches = PlainStretches()
        var shortened: [UInt8] = []
        let isAdded = stretches.add(3..<12, to: &shortened)
        #expect(isAdded)
        let mark = String(decoding: shortened, as: UTF8.self)
        let reported = Array("a\(mark)b\u{F0001}\(mark)c".utf8)
        var restored: [UInt8] = []
        document.withUnsafeBufferPointer { document in
            reported.withUnsafeBufferPointer { reported in
                var index = 0
                while let piece = stretches.nextPiece(of: reported, at: &index, from: document) { restored += piece }
            }
        }
        #expect(String(decoding: restored, as: UTF8.self) == "a14:02 UTCb\u{F0001}c")
    }

    @Test("The texts taken out of a feed end in two zeros, which the parser may look at")
    func endsInZeros() {
        let feed = Array("<a><![CDATA[<p>\(long) \(long)</p>]]></a>".utf8)
        #expect(CharacterData(feed)?.texts == Array("<p>\(long) \(long)</p>\0\0".utf8))
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
