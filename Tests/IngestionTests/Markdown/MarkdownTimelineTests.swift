import Ingestion
import Reports
import Testing

@Suite("Timelines in Markdown")
struct MarkdownTimelineTests {
    /// Events as `time|actor|phase|text`.
    private func timeline(_ body: String, date: String? = "2024-03-05") throws -> (lines: [String], warnings: [String])
    {
        let head = date.map { "---\ndate: \($0)\n---\n" } ?? ""
        let report = try MarkdownReader().read(head + "# T\n\nLead.\n\n" + body, source: "a.md")
        return (
            report.timeline.map { event in
                [event.at?.description ?? "-", event.actor ?? "", event.phase ?? "", event.text].joined(separator: "|")
            }, report.warnings
        )
    }

    @Test(
        "Tables and lists under the heading become events",
        arguments: [
            (
                "## Timeline\n\nAll times are PST.\n\n| Time | What happened |\n|---|---|\n| 2024-03-05 09:37 | Alert |\n| 2024-03-05 11:37 | Over |\n",
                ["2024-03-05T09:37:00-08:00|||Alert", "2024-03-05T11:37:00-08:00|||Over"]
            ),
            (
                "## Incident timeline (UTC)\n\n- 14:02 - Alert\n- **14:10** \u{2013} Rollback\n- 00:05: Over\n",
                ["2024-03-05T14:02:00Z|||Alert", "2024-03-05T14:10:00Z|||Rollback", "2024-03-06T00:05:00Z|||Over"]
            ),
            (
                "## What happened\n\n### 2024-03-05\n\n- 23:50 UTC Alert\n\n### 2024-03-06\n\n- 00:10 UTC Over\n",
                ["2024-03-05T23:50:00Z|||Alert", "2024-03-06T00:10:00Z|||Over"]
            ),
            (
                "## Timeline\n\n| Event | Who | When (CET) | Status |\n|---|---|---|---|\n| Alert | pager | 14:02 | detected |\n| Over | lead | 15:10 | resolved |\n",
                ["2024-03-05T14:02:00+01:00|pager|detected|Alert", "2024-03-05T15:10:00+01:00|lead|resolved|Over"]
            ),
            (
                "## Timeline\n\n| Date | Time | Description |\n|---|---|---|\n| 5 March | 14:02 UTC | Alert |\n| | 15:00 UTC | Over |\n",
                ["2024-03-05T14:02:00Z|||Alert", "2024-03-05T15:00:00Z|||Over"]
            ),
            (
                "## Timeline\n\n| | |\n|---|---|\n| 14:02 UTC | Alert |\n| 15:00 UTC | Over |\n",
                ["2024-03-05T14:02:00Z|||Alert", "2024-03-05T15:00:00Z|||Over"]
            ),
            (
                "## Timeline\n\n```\n14:02 UTC alert\n14:05 UTC <bot> paged\n```\n",
                ["2024-03-05T14:02:00Z|||alert", "2024-03-05T14:05:00Z|bot||paged"]
            ),
            (
                "## Timeline\n\n14:02 UTC: Alert\n\n14:05 UTC: Page\n\nIt went to the wrong team.\n",
                ["2024-03-05T14:02:00Z|||Alert", "2024-03-05T14:05:00Z|||Page\nIt went to the wrong team."]
            ),
            (
                "## Timeline\n\n- March 5\n  - 23:00 UTC Alert\n- March 6\n  - 01:00 UTC Over\n",
                ["2024-03-05T23:00:00Z|||Alert", "2024-03-06T01:00:00Z|||Over"]
            ),
            (
                "## Timeline\n\n- 2024-03-05 14:00 UTC: Start\n- T+00:12: Alert\n- +1h: Over\n",
                [
                    "2024-03-05T14:00:00Z|||Start", "2024-03-05T14:12:00Z|||Alert",
                    "2024-03-05T15:00:00Z|||Over",
                ]
            ),
            (
                "## Timeline\n\n- 16:00 UTC: Over\n- 15:30 UTC: Try\n- 15:00 UTC: Fix\n- 23:00 UTC: Alert\n",
                [
                    "2024-03-05T16:00:00Z|||Over", "2024-03-05T15:30:00Z|||Try", "2024-03-05T15:00:00Z|||Fix",
                    "2024-03-04T23:00:00Z|||Alert",
                ]
            ),
            ("## Impact\n\n- 14 shops were shut\n- 3 days lost\n", []),
            (
                "- **Context**:\n  - 2024-03-05 14:02 UTC: Alert\n  - 14:10 UTC: Page\n  - 15:00 UTC: Over\n",
                ["2024-03-05T14:02:00Z|||Alert", "2024-03-05T14:10:00Z|||Page", "2024-03-05T15:00:00Z|||Over"]
            ),
            ("## Opening hours\n\n- 9:00 opens\n- Monday off\n- none\n- 17:00 closes\n", []),
        ])
    func shapes(body: String, expected: [String]) throws {
        let found = try timeline(body).lines
        #expect(found == expected)
    }

    @Test("A time that can't be known stays in the text, with a warning")
    func unknown() throws {
        let found = try timeline(
            "## Timeline\n\n| Time | Event |\n|---|---|\n| early evening | Alert |\n| 19:00 UTC | Over |\n")
        #expect(found.lines == ["-|||early evening: Alert", "2024-03-05T19:00:00Z|||Over"])
        #expect(
            found.warnings == ["1 time of the timeline can't be known and stay in the text, such as 'early evening'"])
        let undated = try timeline("## Timeline\n\n- 19:00 UTC: Alert\n", date: nil)
        #expect(undated.lines == ["-|||19:00 UTC: Alert"])
    }

    @Test(
        "The day comes from the nearest place that names one",
        arguments: [
            ("# Outage of May 30th, 2019\n\n## Timeline\n\n- 14:02 UTC: Alert\n", "a.md", "2019-05-30T14:02:00Z"),
            ("# Outage\n\n## Timeline\n\n- 14:02 UTC: Alert\n", "x/2019-05-30-outage.md", "2019-05-30T14:02:00Z"),
            (
                "# Outage of May 30th, 2019\n\n## Timeline of 2019-05-31\n\n- 14:02 UTC: Alert\n", "a.md",
                "2019-05-31T14:02:00Z"
            ),
            (
                "---\ndate: 2019-06-01\n---\n# Outage of May 30th, 2019\n\n## Timeline\n\n- 14:02 UTC: Alert\n", "a.md",
                "2019-06-01T14:02:00Z"
            ),
            (
                "+++\ntitle = \"Outage\"\ndate = 2019-06-01\n+++\n\n## Timeline\n\n- 14:02 UTC: Alert\n", "a.md",
                "2019-06-01T14:02:00Z"
            ),
            ("# Outage\n\n## Timeline\n\n- **May 30, 2019**: Alert\n", "a.md", "2019-05-30"),
        ])
    func day(text: String, source: String, expected: String) throws {
        let report = try MarkdownReader().read(text, source: source)
        #expect(report.timeline.map { $0.at?.description } == [expected])
    }

    @Test("Lists of another subject below the timeline are no events")
    func otherLists() throws {
        let found = try timeline("## Timeline\n\n- 14:02 UTC: Alert\n\n### Action items\n\n- Add a check\n").lines
        #expect(found == ["2024-03-05T14:02:00Z|||Alert"])
    }

    @Test("A missing or ambiguous zone is reported")
    func zones() throws {
        #expect(
            try timeline("## Timeline\n\n- 14:02 Alert\n- 14:05 Page\n").warnings == [
                "the timeline states no time zone; 2 times read as UTC"
            ])
        #expect(
            try timeline("## Timeline\n\nAll times are IST.\n\n- 14:02 Alert\n").warnings == [
                "'IST' stands for several time zones; 1 time read as UTC+05:30"
            ])
        #expect(try timeline("## Timeline\n\n- 14:02 IST Alert\n- 14:05 UTC+05:30 Page\n").warnings.count == 1)
        #expect(try timeline("## Timeline\n\nAll times are in Asia/Kolkata.\n\n- 14:02 IST Alert\n").warnings == [])
    }

    @Test("A phase that is a stamp's own name gives the stamp; others give none")
    func stamps() throws {
        let report = try MarkdownReader().read(
            "# T\n\n## Timeline\n\n| Time | Event | Phase |\n|---|---|---|\n| 2024-03-05 14:02 UTC | a | detected |\n| 2024-03-05 15:02 UTC | b | mitigation |\n",
            source: "a.md")
        #expect(
            report.stamps == [.detected: Stamp(at: Timestamp("2024-03-05T14:02Z")!, from: "timeline, phase 'detected'")]
        )
    }
}
