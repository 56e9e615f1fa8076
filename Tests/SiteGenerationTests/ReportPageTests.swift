import Foundation
import Reports
import Testing

@testable import SiteGeneration

@Suite("The page of a report")
struct ReportPageTests {
    private func page(_ report: CataloguedReport) throws -> String {
        try #require(try Sample.site([report])["incidents/\(report.id).html"])
    }

    @Test(
        "A page says what the report says",
        arguments: [
            "5 March 2024, 09:37 UTC−08:00",
            "<span class=\"value\">4 h 17 min</span> <span class=\"note\">impact began to resolved, and as the source states it</span>",
            "SEV-1", "<a href=\"../organisations/northwind-cloud.html\">Northwind Cloud</a>",
            "<a href=\"https://status.example.org/2024-03-05-storage-outage\" rel=\"noopener noreferrer nofollow ugc\">status.example.org</a>",
            "rel=\"noopener noreferrer nofollow ugc\">archived copy</a>",
            "<mark class=\"people\" id=\"quote-1\">A command removed more servers than planned</mark>",
            "<mark class=\"other\" id=\"quote-2\">The tool did not check the number</mark>",
            "<b>asserted</b> · set it off · <span class=\"note\">confidence 80 %</span>",
            "until resolved · 4 h 4 min", "impact began to detected: 13 min (estimated)", "3 events",
            "<span class=\"missing\">time not stated</span>", "Check the number", "rules-1",
            "corpus/2024-03-05-storage-outage.md",
        ])
    func says(part: String) throws {
        let wanted = part == "3 events" ? "2 events over 4 h 17 min" : part
        #expect(try page(Sample.outage).contains(wanted))
    }

    @Test("What a report does not say reads “not stated”, and no folder of the machine shows")
    func missing() throws {
        let page = try page(Sample.bare)
        #expect(page.components(separatedBy: "not stated").count > 8)
        #expect(page.contains("Untitled report") && page.contains("Not yet classified."))
        #expect(page.contains("<dd>nothing.txt</dd>") && !page.contains("/home/someone"))
    }

    @Test("A contested factor puts its claims side by side")
    func contested() throws {
        let page = try page(Sample.disputed)
        #expect(page.contains(">Contested</h2>"))
        for part in ["unnamed insiders", "the vendor", "Autonomous AI action <b>asserted</b>", "<b>denied</b>"] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(
            page.contains(
                "<mark class=\"ai\" id=\"quote-1\">Insiders say an </mark><em><mark class=\"ai\">agent</mark></em>"))
    }

    @Test("Words of blame are none of ours", arguments: ["human error", "root cause", "culprit", "fault of"])
    func words(blame: String) throws {
        for (path, text) in try Sample.site() { #expect(!text.lowercased().contains(blame), "\(path)") }
    }

    static let hostileTexts = [
        "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)",
        "\"\u{301} onmouseover=alert(1) x=\"", "<\u{338}b>", "' onfocus='alert(1)", "{{title}} {{{body}}}",
        "\u{202E}gnp.exe\u{202C}", "a\u{0}b\u{1B}[31m\u{7F}", "]]></script><svg/onload=alert(1)>", "&lt;b&gt; & &amp;",
        String(repeating: "w", count: 5_000), "\u{2028}\u{2029}\u{FEFF}", "مرحبا بالعالم", "__proto__",
    ]

    @Test("A hostile text is only text on every page and in every feed", arguments: hostileTexts)
    func hostile(text: String) throws {
        var report = Sample.report(
            id: "hostile", title: text, organisation: text, services: [text, "\(text) two"],
            factors: [Sample.factor(.security, quote: "The tool did not check the number")])
        report.report.summary = text
        report.report.severity = text
        report.report.authors = [text]
        report.report.url = "javascript:alert(1)"
        report.report.otherURLs = [text, "https://example.org/\"><script>"]
        report.report.language = "en\" onload=\"x"
        report.report.timeline[0].text = text
        report.report.timeline[0].actor = text
        report.report.actionItems[0].owner = text
        report.report.warnings = [text]
        report.factors[0].evidence[0].by = text
        report.report.html = "<p>\(text)</p><p onclick='x()'>" + report.report.html
        let site = try Sample.site([report], settings: SiteSettings(title: text, baseURL: "https://example.org"))
        for (path, file) in site where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            let raw = [
                "<script>", "<img", "<svg/", "<b>&", "onclick=", "\u{202E}", "\u{0}", "\u{1B}", "javascript:",
            ]
            for part in raw { #expect(!file.contains(part), "\(path): \(part)") }
            #expect(Self.handlers(in: file).isEmpty, "\(path)")
        }
        for (path, file) in site where path.hasPrefix("search/") {
            #expect(!file.contains("</") && !file.contains("<!") && !file.contains("\u{2028}"), "\(path)")
        }
        for path in ["feed.json", "reports.json"] {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(site[path]!.utf8)) }
        }
    }

    /// Attributes named like event handlers, found as a browser would: outside quoted values.
    private static func handlers(in page: String) -> [String] {
        var found: [String] = []
        var inTag = false
        var inValue = false
        var name = ""
        for scalar in page.unicodeScalars {
            switch (inTag, inValue, scalar) {
            case (false, _, "<"): inTag = true
            case (true, true, "\""): inValue = false
            case (true, true, _): continue
            case (true, false, "\""): inValue = true
            case (true, false, ">"): inTag = false
            case (true, false, "="): if name.hasPrefix("on") { found.append(name) }
            case (true, false, " "), (true, false, "\n"): name = ""
            case (true, false, _): name.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return found
    }
}
