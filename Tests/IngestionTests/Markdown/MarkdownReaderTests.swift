import Ingestion
import Reports
import Testing

@Suite("Markdown reports")
struct MarkdownReaderTests {
    private func read(_ text: String) throws -> Report {
        try MarkdownReader().read(text, source: "a.md")
    }

    @Test("Front matter fills the fields it names")
    func frontMatter() throws {
        let report = try read(
            """
            ---
            title: "Orders: late"
            organisation: Tidewater
            services: [orders, mail]
            severity: SEV2
            date: 2024-03-05
            published: 2024-03-09
            duration: 4h17m
            stamps:
              impact_start: {at: "2024-03-05T14:02Z", estimated: true, from: "pager"}
              resolved: 2024-03-05T18:19Z
            source: https://example.com/orders
            archived: https://web.archive.org/web/2024/https://example.com/orders
            other_sources:
              - https://example.com/status
            authors: on-call responder
            language: en
            labels:
              - {kind: automation, quote: "Mail went out late"}
            ---

            # Orders: late

            Mail went out late.
            """)
        #expect(report.title == "Orders: late")
        #expect(report.kind == .publicReport)
        #expect(report.organisation == "Tidewater")
        #expect(report.services == ["orders", "mail"])
        #expect(report.severity == "SEV2")
        #expect(report.occurred?.description == "2024-03-05")
        #expect(report.published?.description == "2024-03-09")
        #expect(report.statedDuration == 15_420)
        #expect(
            report.stamps[.impactStart] == Stamp(at: Timestamp("2024-03-05T14:02Z")!, estimated: true, from: "pager"))
        #expect(report.stamps[.resolved]?.at.description == "2024-03-05T18:19:00Z")
        #expect(report.url == "https://example.com/orders")
        #expect(report.archivedURL == "https://web.archive.org/web/2024/https://example.com/orders")
        #expect(report.otherURLs == ["https://example.com/status"])
        #expect(report.authors == ["on-call responder"])
        #expect(report.language == "en")
        #expect(report.text == "Mail went out late.")
        #expect(report.summary == "Mail went out late.")
        #expect(report.warnings.isEmpty)
    }

    @Test(
        "A value of the wrong shape is a warning that names its key and line",
        arguments: [
            ("title: [a, b]", "front matter: 'title' (line 2) must be one text"),
            (
                "date: soon",
                "front matter: 'date' (line 2) is not a time: 'soon'; write 2024-03-05 or 2024-03-05T14:02Z"
            ),
            (
                "duration: long",
                "front matter: 'duration' (line 2) is not a length of time: 'long'; write 47m, 4h17m or 2d3h"
            ),
            ("source: the vendor", "front matter: 'source' (line 2) is not a web address: 'the vendor'"),
            ("services: {a: b}", "front matter: 'services' (line 2) must be a list of texts"),
            ("services: [a, {b: c}]", "front matter: 'services' (line 2) must be a list of texts; 1 member left out"),
            ("stamps: [a]", "front matter: 'stamps' (line 2) must be a mapping of stamp names to times"),
            (
                "stamps: {ended: 2024-03-05}",
                "front matter: 'stamps' (line 2) holds 'ended', which is no stamp; the stamps are impact_start, detected, alerted, engaged, declared, mitigated, resolved"
            ),
            (
                "stamps: {detected: {at: late}}",
                "front matter: 'stamps' (line 2) 'detected' is not a time: 'late'; write 2024-03-05T14:02Z"
            ),
            (
                "kind: story",
                "front matter: 'kind' (line 2) is 'story'; write public-report, status-entry, postmortem, timeline"
            ),
            ("action_items: none", "front matter: 'action_items' (line 2) must be a list"),
        ])
    func wrongShape(line: String, warning: String) throws {
        let warnings = try read("---\n\(line)\n---\n\n# T\n\nText.\n").warnings
        #expect(warnings == [warning])
    }

    @Test(
        "Days and times of any year are read, where a year is meant",
        arguments: [
            ("9999-12-31", "9999-12-31"), ("2200-01-01", "2200-01-01"), ("1815-12-10", "1815-12-10"),
            ("9999-12-31T23:59Z", "9999-12-31T23:59:00Z"), ("9999-12-31T23:59-05:00", nil), ("0000-01-01", nil),
        ] as [(String, String?)])
    func years(written: String, read expected: String?) throws {
        let report = try read("---\ndate: \(written)\nstamps: {detected: \(written)}\n---\n\n# T\n\nText.\n")
        #expect(report.occurred?.description == expected)
        #expect(report.stamps[.detected]?.at.description == expected)
        #expect(report.warnings.count == (expected == nil ? 2 : 0))
    }

    @Test("Front matter that is not YAML names its line")
    func notYAML() {
        #expect {
            try read("---\ntitle: a: b\n---\n")
        } throws: {
            "\($0)"
                == "a.md:2: can't read the front matter: mapping values are not allowed in this context; quote values that hold a colon or a hash; write YAML between two --- lines"
        }
    }

    @Test("Nesting without end is refused")
    func deep() {
        #expect(throws: IngestionError("a.md", .tooDeep(limit: 200))) {
            try read(String(repeating: "> ", count: 10_000) + "x")
        }
    }

    @Test(
        "The title is the heading, else the first words, else the file's name",
        arguments: [
            ("# Disk full\n\nText.\n", "Disk full", "Text.", []),
            ("Intro.\n\n# Disk *full*\n", "Disk full", "Intro.", []),
            (
                "Disk was full.\n\nMore.\n", "Disk was full.", "Disk was full.\n\nMore.",
                ["no title; the first words stand in for it: add a level-1 heading"]
            ),
            (
                "## Summary\n\nDisk was full.\n", "Disk was full.", "Summary\n\nDisk was full.",
                ["no title; the first words stand in for it: add a level-1 heading"]
            ),
            ("", "a", "", ["no title; the file name stands in for it: add a level-1 heading"]),
        ])
    func title(text: String, title: String, body: String, warnings: [String]) throws {
        let report = try read(text)
        #expect(report.title == title)
        #expect(report.text == body)
        #expect(report.warnings == warnings)
    }

    @Test("A heading that is not the title stays in the text")
    func otherHeading() throws {
        let report = try read("---\ntitle: Orders late\n---\n\n# Postmortem 17\n\nText.\n")
        #expect(report.title == "Orders late")
        #expect(report.text == "Postmortem 17\n\nText.")
    }

    @Test(
        "Text keeps the structure a reader sees",
        arguments: [
            ("a *b* `c`\nd", "a b c d"),
            ("- one\n- two\n  - three\n", "- one\n- two\n  - three"),
            ("3. one\n4. two\n", "3. one\n4. two"),
            ("- [x] done\n- [ ] open\n", "- [x] done\n- [ ] open"),
            ("| a | b |\n|---|---|\n| 1 | `2` |\n", "a | b\n1 | 2"),
            ("```\nlog  line\n\n  two\n```\n", "log  line\n\n  two"),
            ("> quoted\n>\n> twice\n", "quoted\n\ntwice"),
            ("[label](https://example.com) ![a graph of load](x.png)", "label a graph of load"),
            ("one  \ntwo<br>three", "one\ntwo\nthree"),
            ("claim[^1]\n\n[^1]: source\n", "claim[1]\n\n[1] source"),
            ("<p>raw <b>html</b></p>\n", "raw html"),
            ("a <script>x</script> b", "a x b"),
            ("caf\u{E9} \u{1F525} 障害", "caf\u{E9} \u{1F525} 障害"),
        ])
    func text(markdown: String, text: String) throws {
        let report = try read("# T\n\n" + markdown)
        #expect(report.text == text)
    }

    @Test(
        "HTML is harmless and readable",
        arguments: [
            ("a *b* `<c>`", "<p>a <em>b</em> <code>&lt;c&gt;</code></p>\n"),
            ("<script>alert(1)</script>\n\ntext", "<p>text</p>\n"),
            ("[x](https://example.com/a)", "<p><a href=\"https://example.com/a\">x</a></p>\n"),
            ("- [x] done\n", "<ul><li>\u{2611} done</li>\n</ul>\n"),
        ])
    func html(markdown: String, html: String) throws {
        let report = try read("# T\n\n" + markdown)
        #expect(report.html == html)
    }

    @Test(
        "Links to scripts, and handlers, are gone",
        arguments: [
            "[x](javascript:alert(1))", "<a href=\"java&#x09;script:alert(1)\" onclick=alert(1)>y</a>",
            "![x](data:text/html,alert(1))", "<svg onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>",
        ])
    func scripts(markdown: String) throws {
        let report = try read("# T\n\n" + markdown)
        #expect(!report.html.contains("alert"))
    }

    @Test(
        "The summary is the section of that name, else the first paragraph",
        arguments: [
            ("Lead.\n\n## Summary\n\nShort.\n\nTwo.\n\n## Timeline\n", "Short.\n\nTwo."),
            ("## TL;DR\n\nShort.\n", "Short."),
            ("Lead.\n\n## Impact\n\nText.\n", "Lead."),
            ("All times are UTC.\n\nLead.\n", "Lead."),
            ("- only a list\n", ""),
        ])
    func summary(markdown: String, summary: String) throws {
        let report = try read("# T\n\n" + markdown)
        #expect(report.summary == summary)
    }

    @Test(
        "A stated length is read from prose, with its words",
        arguments: [
            ("The outage lasted 47 minutes.", 2_820, "lasted 47 minutes"),
            ("It lasted for about 2 hours and 5 minutes in all.", 7_500, "lasted for about 2 hours and 5 minutes"),
            ("**Duration:** 3h 20m", 12_000, "Duration: 3h 20m"),
            ("The total duration was 90 minutes", 5_400, "duration was 90 minutes"),
        ])
    func prose(text: String, seconds: Int, quote: String) throws {
        let report = try read("# T\n\n\(text)\n")
        #expect(report.statedDuration == seconds)
        #expect(report.warnings == ["duration read from the text: \"\(quote)\""])
    }

    @Test(
        "No length is read where none is stated",
        arguments: [
            "It lasted until noon.", "The duration of calls rose.", "Customers waited 47 minutes.",
        ])
    func noProse(text: String) throws {
        #expect(try read("# T\n\n\(text)\n").statedDuration == nil)
    }

    @Test(
        "Action items come from tables and lists under their headings",
        arguments: [
            (
                "## Action items\n\n| Action | Owner | Due | Status | Type |\n|---|---|---|---|---|\n| Add a check | platform | 2024-05-01 | open | prevent |\n| Page sooner | - | | done | |\n",
                [
                    ActionItem(
                        text: "Add a check", owner: "platform", due: "2024-05-01", status: "open", kind: "prevent"),
                    ActionItem(text: "Page sooner", status: "done"),
                ]
            ),
            (
                "## Follow-ups\n\n- [x] Add a check (owner: platform, due: 2024-05-01)\n- [ ] [detect] Page sooner\n- Write it down (see the wiki)\n",
                [
                    ActionItem(text: "Add a check", owner: "platform", due: "2024-05-01", status: "done"),
                    ActionItem(text: "Page sooner", status: "open", kind: "detect"),
                    ActionItem(text: "Write it down (see the wiki)"),
                ]
            ),
            (
                "## Next Steps\n\n### Prevention\n\n1. Add a check – owner: platform, due: May\n2. Other\n   - Owner: storage\n",
                [
                    ActionItem(text: "Add a check", owner: "platform", due: "May", kind: "prevent"),
                    ActionItem(text: "Other", owner: "storage", kind: "prevent"),
                ]
            ),
            (
                "## Remediation\n\n| # | Task | Ticket | Assignee |\n|---|---|---|---|\n| 1 | Add a check | OPS-7 | platform |\n",
                [ActionItem(text: "Add a check (OPS-7)", owner: "platform")]
            ),
            ("## Impact\n\n- Orders were late\n", []),
        ])
    func actionItems(markdown: String, items: [ActionItem]) throws {
        let found = try read("# T\n\n" + markdown).actionItems
        #expect(found == items)
    }
}
