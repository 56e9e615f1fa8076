import Foundation
import Ingestion
import Reports
import TestSupport
import Testing

/// Logs, tables and pages in the shapes people leave them in.
@Suite("Timeline shapes")
struct TimelineShapeTests {
    private func outcome(_ text: String, _ name: String, zone: TimeZoneRule? = nil) -> SourceOutcome {
        SourceReader(zone: zone).reports(in: SourceDocument(source: name, bytes: Data(text.utf8), identity: name))
    }

    private func lines(_ text: String, _ name: String = "a.log", zone: TimeZoneRule? = nil) -> [String] {
        outcome(text, name, zone: zone).reports.flatMap { $0.report.timeline }.map { event in
            [event.at?.description ?? "-", event.actor ?? "", event.phase ?? "", event.text].joined(separator: "|")
        }
    }

    private func warnings(_ text: String, _ name: String = "a.log", zone: TimeZoneRule? = nil) -> [String] {
        outcome(text, name, zone: zone).reports.flatMap { $0.report.warnings }
    }

    @Test(
        "Logs of chat programs and machines",
        arguments: [
            // irssi
            (
                """
                --- Log opened Sat Feb 14 23:50:00 2026
                23:58 -!- bo [~bo@host] has joined #inc
                23:59 <@ada> queue is full
                --- Day changed Sun Feb 15 2026
                00:01 < bo> restarting
                00:02  * bo waits

                """,
                [
                    "2026-02-14T23:59:00Z|ada||queue is full", "2026-02-15T00:01:00Z|bo||restarting",
                    "2026-02-15T00:02:00Z|bo||waits",
                ]
            ),
            // syslog protocol, and lines that go on
            (
                """
                <34>1 2026-02-14T10:00:00.003Z host app - - queue full
                <34>1 2026-02-14T10:01:00.003Z host app - - panic: no space
                    at queue.go:10
                    at main.go:3
                    at main.go:1

                """,
                [
                    "2026-02-14T10:00:00Z|||host app - - queue full",
                    "2026-02-14T10:01:00Z|||host app - - panic: no space\nat queue.go:10\nat main.go:3\nat main.go:1",
                ]
            ),
            // date(1), and a comma before milliseconds
            (
                "Sat Feb 14 10:00:00 UTC 2026 start\nSat Feb 14 10:01:00 UTC 2026 end\n",
                ["2026-02-14T10:00:00Z|||start", "2026-02-14T10:01:00Z|||end"]
            ),
            (
                "2026-02-14 10:00:00,123 ERROR queue full\n2026-02-14 10:01:00,456 INFO queue empty\n",
                ["2026-02-14T10:00:00Z|||ERROR queue full", "2026-02-14T10:01:00Z|||INFO queue empty"]
            ),
            // copied from a chat window
            (
                "Thread of 2026-02-14\nAda Lovelace  2:02 PM\nqueue is full\nall of it\nbo  2:05 PM\nrestarting\n",
                ["2026-02-14T14:02:00Z|Ada Lovelace||queue is full\nall of it", "2026-02-14T14:05:00Z|bo||restarting"]
            ),
            // from a database shell
            (
                " time             | event\n------------------+-------\n 2026-02-14 10:00 | a\n 2026-02-14 10:01 | b\n",
                ["2026-02-14T10:00:00Z|||a", "2026-02-14T10:01:00Z|||b"]
            ),
            // Windows line ends, and old Mac ones
            (
                "2026-02-14 10:00 a\r\n2026-02-14 10:01 b\r2026-02-14 10:02 c\n",
                ["2026-02-14T10:00:00Z|||a", "2026-02-14T10:01:00Z|||b", "2026-02-14T10:02:00Z|||c"]
            ),
            // Twelve hours, midnight, and a zone for all
            (
                "Outage of March 9, 2026\nAll times in PST.\n\n11:58 PM Alert\n12:04 AM Page\n1:15am – over\n",
                [
                    "2026-03-09T23:58:00-08:00|||Alert", "2026-03-10T00:04:00-08:00|||Page",
                    "2026-03-10T01:15:00-08:00|||over",
                ]
            ),
            // Spans that name the half of the day once
            (
                "Outage of March 9, 2026, UTC\n2:02 PM a\n2:15 - 2:20 PM b\n11:30 – 12:15 AM c\n",
                ["2026-03-09T14:02:00Z|||a", "2026-03-09T14:15:00Z|||b", "2026-03-09T23:30:00Z|||c"]
            ),
            // The same moment on two clocks settles which zone is meant
            (
                "2026-02-14 10:02 CST / 16:02 UTC – alert\n2026-02-14 10:05 CST (02:05 UTC) – other\n",
                ["2026-02-14T10:02:00-06:00|||alert", "2026-02-14T10:05:00+08:00|||other"]
            ),
        ])
    func logs(text: String, expected: [String]) {
        #expect(lines(text) == expected)
    }

    @Test(
        "Relative times count from a stated start, else from the first time, which is said",
        arguments: [
            (
                "Deploy of 2026-02-14\nT-10 build\nT0 (14:02 UTC) deploy\nT+00:12 alert\nT+5m page\nH+2 over\n",
                [
                    "2026-02-14T13:52:00Z|||build", "2026-02-14T14:02:00Z|||deploy", "2026-02-14T14:14:00Z|||alert",
                    "2026-02-14T14:07:00Z|||page", "2026-02-14T16:02:00Z|||over",
                ], nil
            ),
            (
                "2026-02-14 14:00 UTC deploy\n+5m alert\n10 minutes later page\nan hour later over\n",
                [
                    "2026-02-14T14:00:00Z|||deploy", "2026-02-14T14:05:00Z|||alert", "2026-02-14T14:15:00Z|||page",
                    "2026-02-14T15:15:00Z|||over",
                ], "1 relative time counted from the first time of the timeline, 2026-02-14 14:00 UTC"
            ),
            (
                "T+0 deploy\nT+5 alert\nT+12 over\n", ["-|||T+0: deploy", "-|||T+5: alert", "-|||T+12: over"],
                "3 times of the timeline can't be known and stay in the text, such as 'T+0'"
            ),
        ])
    func relative(text: String, expected: [String], warning: String?) {
        #expect(lines(text) == expected)
        if let warning { #expect(warnings(text).contains(warning)) }
    }

    @Test(
        "Rows under titles, without headers, with a zone of their own, and with stray delimiters",
        arguments: [
            (
                "Incident 42\nAll times in JST\n\nTime,What happened,Who\n2026-02-14 10:00,Alert,pager\n2026-02-14 10:05,Over,ada\n",
                ["2026-02-14T10:00:00+09:00|pager||Alert", "2026-02-14T10:05:00+09:00|ada||Over"]
            ),
            (
                "\u{FEFF}Datum;Uhrzeit;Ereignis\r\n14.02.26;10:00;Alarm; zweimal\r\n14.02.26;10:05;Ende\r\n",
                ["2026-02-14T10:00:00Z|||Alarm; zweimal", "2026-02-14T10:05:00Z|||Ende"]
            ),
            (
                "time,timezone,event\n2026-02-14 10:00,PST,a\n2026-02-14 13:05,EST,b\n",
                ["2026-02-14T10:00:00-08:00|||a", "2026-02-14T13:05:00-05:00|||b"]
            ),
            (
                "2026-02-14,10:00,ada,Alert fires\n2026-02-14,10:05,bo,All is well\n",
                ["2026-02-14T10:00:00Z|||Alert fires", "2026-02-14T10:05:00Z|||All is well"]
            ),
            (
                "sep=;\nid;event_id;created_at;event_type;message\n1;a;2026-02-14T10:00:00Z;note;x\n2;b;2026-02-14T10:05:00Z;note;y\n",
                ["2026-02-14T10:00:00Z||note|x", "2026-02-14T10:05:00Z||note|y"]
            ),
            (
                "elapsed,time,text\n12,2026-02-14T10:00:00Z,a\n15,2026-02-14T10:05:00Z,b\n",
                ["2026-02-14T10:00:00Z|||a", "2026-02-14T10:05:00Z|||b"]
            ),
        ])
    func rows(text: String, expected: [String]) {
        #expect(lines(text, "a.csv") == expected)
    }

    @Test(
        "Days written with strokes are read in the order that the dates together, or a day stated, allow",
        arguments: [
            ("3/5/2026 10:00 a\n3/13/2026 10:00 b\n", "2026-03-05T10:00:00Z"),
            ("3/5/2026 10:00 a\n13/5/2026 10:00 b\n", "2026-05-03T10:00:00Z"),
            ("Outage of 2026-05-03\n3/5/2026 10:00 a\n3/5/2026 11:00 b\n", "2026-05-03T10:00:00Z"),
            ("3/5/2026 23:00 a\n4/5/2026 01:00 b\n", "2026-05-03T23:00:00Z"),
            ("All times in Pacific Time\n3/5/2026 10:00 a\n3/5/2026 11:00 b\n", "2026-03-05T10:00:00-08:00"),
            ("3/5/26 10:00 a\n3/5/26 11:00 b\n", "-"), ("5/5/26 10:00 a\n5/5/26 11:00 b\n", "2026-05-05T10:00:00Z"),
            ("3/13/2026 10:00 a\n13/3/2026 10:00 b\n3/4/2026 10:00 c\n", "2026-03-13T10:00:00Z"),
        ])
    func strokes(text: String, first: String) {
        #expect(lines(text).first?.split(separator: "|").first.map(String.init) == first)
    }

    @Test("A day in either order stays in the text, and the warning says what would tell")
    func eitherOrder() throws {
        let text = "3/5/2026 10:00 a\n3/5/2026 11:00 b\n"
        #expect(lines(text) == ["-|||3/5/2026 10:00: a", "-|||3/5/2026 11:00: b"])
        #expect(
            warnings(text).contains(
                "2 dates could be read day first or month first, and stay in the text, such as '3/5/2026 10:00'; a zone that is stated or named with --zone tells which"
            ))
        let zone = try TimeZoneReader.requested("America/Chicago")
        #expect(lines(text, zone: zone).first == "2026-03-05T10:00:00-06:00|||a")
        #expect(
            warnings(text, zone: zone).contains(
                "dates such as '3/5/2026' read month first, as is usual in the stated zone"))
    }

    @Test(
        "Zone names that stand for several are settled by a stated zone or place, else reported",
        arguments: [
            ("All times IST (Dublin)\n2026-07-14 10:00 a\n2026-07-14 10:05 b\n", "+01:00", false),
            ("All times in Berlin time\n2026-07-14 10:00 a\n2026-07-14 10:05 b\n", "+02:00", false),
            ("All times in Australia/Sydney\n2026-07-14 10:00 EST a\n2026-07-14 10:05 EST b\n", "+10:00", false),
            ("2026-07-14 10:00 EST a\n2026-07-14 10:05 EST b\n", "-05:00", false),
            ("2026-07-14 10:00 BST a\n2026-07-14 10:05 BST b\n", "+01:00", true),
            ("2026-07-14 10:00 CST a\n2026-07-14 10:05 CST b\n", "-06:00", true),
            ("All times China Standard Time\n2026-07-14 10:00 a\n2026-07-14 10:05 b\n", "+08:00", false),
            ("2026-07-14 10:00 AST a\n2026-07-14 10:05 AST b\n", "-04:00", true),
        ])
    func zones(text: String, offset: String, isReported: Bool) {
        #expect(lines(text).first?.contains("10:00:00\(offset)|") == true, "\(lines(text))")
        #expect(warnings(text).contains { $0.contains("stands for several time zones") } == isReported)
    }

    @Test("A zone that the caller names is for times without one, and settles names")
    func requestedZone() throws {
        let text = "2026-07-14 10:00 a\n2026-07-14 10:05 UTC b\n1784023500 c\n"
        let berlin = try TimeZoneReader.requested("berlin")
        #expect(
            lines(text, zone: berlin).map { $0.prefix(25) } == [
                "2026-07-14T10:00:00Z|||a", "2026-07-14T10:05:00Z|||b", "2026-07-14T10:05:00Z|||c",
            ])
        let bare = "2026-07-14 10:00 a\n2026-07-14 10:05 b\n"
        #expect(lines(bare, zone: berlin) == ["2026-07-14T10:00:00+02:00|||a", "2026-07-14T10:05:00+02:00|||b"])
        #expect(!warnings(bare, zone: berlin).contains { $0.contains("time zone") })
        let india = try TimeZoneReader.requested("Asia/Kolkata")
        #expect(
            lines("2026-07-14 10:00 IST a\n2026-07-14 10:05 IST b\n", zone: india).first?.contains("+05:30") == true)
    }

    @Test("An hour that comes twice, and one that never comes, are reported")
    func clockChanges() {
        let twice = "All times in Pacific Time\n2026-11-01 01:30 a\n2026-11-01 01:45 b\n2026-11-01 01:10 c\n"
        #expect(
            lines(twice) == [
                "2026-11-01T01:30:00-07:00|||a", "2026-11-01T01:45:00-07:00|||b", "2026-11-01T01:10:00-08:00|||c",
            ])
        #expect(
            warnings(twice).contains(
                "the clocks go back: 2 times could be one of two and taken for the first, such as '2026-11-01 01:30'"))
        let never = "All times in Europe/Berlin\n2026-03-29 02:30 a\n2026-03-29 03:30 b\n"
        #expect(
            warnings(never).contains(
                "the clocks go forward: 1 time that no clock showed read as before the change, such as '2026-03-29 02:30'"
            ))
    }

    @Test(
        "Pages tell their timeline in tables, lists, definitions and bold times, with the day of the title",
        arguments: [
            "<h2>Timeline (all times UTC)</h2><p><strong>14:02</strong> Alert fires</p><p><strong>14:20</strong> Disk grown</p>",
            "<h3>Sequence of events</h3><dl><dt>14:02 UTC</dt><dd>Alert fires</dd><dt>14:20 UTC</dt><dd>Disk grown</dd></dl>",
            "<h2>Chronology</h2><div><div>14:02 UTC – Alert fires</div><div>14:20 UTC – Disk grown</div></div>",
            "<p>All times are in UTC.</p><h2>Incident timeline</h2><table><tbody><tr><td>14:02</td><td>Alert fires</td></tr><tr><td>14:20</td><td>Disk grown</td></tr></tbody></table>",
            "<h2>Details</h2><table><tr><th>Time (UTC)</th><th>Event</th></tr><tr><td>14:02</td><td>Alert fires</td></tr><tr><td>14:20</td><td>Disk grown</td></tr></table>",
            "<h2>What happened</h2><ul><li><b>14:02 UTC</b>: Alert fires</li><li><b>14:20 UTC</b>: Disk grown</li></ul>",
        ])
    func pages(markup: String) {
        let filler = String(repeating: "The store filled up and nobody could write to it any more. ", count: 8)
        let page =
            "<html><head><title>Outage of March 5, 2024</title></head><body><article><h1>Outage of March 5, 2024</h1><p>\(filler)</p>\(markup)<h2>Next</h2><p>\(filler)</p></article></body></html>"
        #expect(
            lines(page, "a.html") == [
                "2024-03-05T14:02:00Z|||Alert fires", "2024-03-05T14:20:00Z|||Disk grown",
            ])
    }

    @Test("Pages give action items from tables and lists, as Markdown does")
    func pageActions() throws {
        let filler = String(repeating: "The store filled up and nobody could write to it any more. ", count: 8)
        let page = """
            <html><body><article><h1>Outage</h1><p>\(filler)</p><h2>Action items</h2>
            <table><tr><th>Action</th><th>Type</th><th>Owner</th><th>Due</th><th>Status</th></tr>
            <tr><td>Alert on <code>disk</code> use</td><td>detect</td><td>platform</td><td>2024-04-01</td><td>open</td></tr></table>
            <h3>Prevention</h3><ul><li>Grow the disk by itself (owner: storage)</li>
            <li><input type="checkbox" checked> Clean up logs</li></ul>
            <h2>Thanks</h2><ul><li>To everyone</li></ul></article></body></html>
            """
        let report = try #require(outcome(page, "a.html").reports.first?.report)
        #expect(
            report.actionItems == [
                ActionItem(
                    text: "Alert on disk use", owner: "platform", due: "2024-04-01", status: "open", kind: "detect"),
                ActionItem(text: "Grow the disk by itself", owner: "storage", kind: "prevent"),
                ActionItem(text: "Clean up logs", status: "done", kind: "prevent"),
            ])
    }

    @Test(
        "Stamps are read from prose and labels, with the words that state them",
        arguments: [
            (
                "On March 3, 2024, between 14:02 and 15:10 UTC, requests to the store failed.",
                "2024-03-03T14:02:00Z", "2024-03-03T15:10:00Z", false
            ),
            (
                "The store was unavailable from 10:00 to 11:30 PDT on May 3, 2024.",
                "2024-05-03T10:00:00-07:00", "2024-05-03T11:30:00-07:00", false
            ),
            (
                "The outage went on from 2024-03-03 23:30 UTC until 2024-03-04 00:15 UTC.",
                "2024-03-03T23:30:00Z", "2024-03-04T00:15:00Z", false
            ),
            (
                "Customers saw errors between approximately 11:30 PM and 12:15 AM PST on the night of 2024-03-03.",
                "2024-03-03T23:30:00-08:00", "2024-03-04T00:15:00-08:00", true
            ),
            (
                "- Start: 2024-03-03 14:02 UTC\n- End: 2024-03-03 15:10 UTC\n- Impact: the store",
                "2024-03-03T14:02:00Z", "2024-03-03T15:10:00Z", false
            ),
            (
                "- **Key events**\n  - Impact started: 2024-03-03 14:02 UTC\n  - Resolved 2024-03-03 15:10 UTC\n",
                "2024-03-03T14:02:00Z", "2024-03-03T15:10:00Z", false
            ),
            (
                "| Impact started | 2024-03-03 14:02 UTC |\n|---|---|\n| Resolved | 15:10 UTC |\n",
                "2024-03-03T14:02:00Z", "2024-03-03T15:10:00Z", false
            ),
        ])
    func prose(text: String, start: String, end: String, isEstimate: Bool) throws {
        let report = try #require(outcome("# Store\n\nLead.\n\n\(text)\n", "a.md").reports.first?.report)
        #expect(report.stamps[.impactStart]?.at.description == start)
        #expect(report.stamps[.resolved]?.at.description == end)
        #expect(report.stamps[.impactStart]?.estimated == isEstimate)
        #expect(report.stamps[.impactStart]?.from?.hasPrefix("text, ") == true)
    }

    @Test(
        "Prose that speaks of other times gives no stamps",
        arguments: [
            "Support answers between 09:00 and 17:00 UTC on every day.", "Errors came from 3 hosts to 5 hosts.",
            "The maintenance window of 2024-03-03 from 10:00 to 11:00 UTC had no impact.",
            "Latency between Paris and London rose on 2024-03-03.", "Start: soon\nEnd: never",
        ])
    func noStamps(text: String) throws {
        let report = try #require(outcome("# Store\n\nLead.\n\n\(text)\n", "a.md").reports.first?.report)
        #expect(report.stamps.isEmpty)
    }

    @Test(
        "Lengths are read from prose",
        arguments: [
            ("The outage lasted 47 minutes.", 2_820), ("The site was down for about two hours.", 7_200),
            ("It was a 47-minute outage.", 2_820), ("A three-hour outage followed.", 10_800),
            ("Errors were served between 14:02 and 15:10 UTC.", 4_080), ("Total downtime: 1h 5m", 3_900),
            ("We saw 90 minutes of downtime.", 5_400),
        ])
    func lengths(text: String, seconds: Int) throws {
        let report = try #require(outcome("# Store\n\nLead.\n\n\(text)\n", "a.md").reports.first?.report)
        #expect(report.statedDuration == seconds)
    }

    @Test(
        "Hostile text is read without a trap, and nothing is invented",
        arguments: [
            "99:99 a\n-1:00 b\n24:61 c\n", "9999-12-31 23:59:59 a\n10000-01-01 00:00 b\n", "0000-00-00 00:00 a\n",
            "1e308 a\n-1e308 b\n", "\0\0 14:02\0 a\0\n14:03 \0b\n", "T+99999999999h a\nT-99999 b\n",
            "99999999999 hours later\n14:02 x\n", "14:02 UTC+99 a\n14:03 UTC-99:99 b\n", "[[[[14:02] a\n<<<<14:02> b\n",
            "31/31/2026 10:00 a\n0/0/0 10:00 b\n", "2026-02-30 10:00 a\n2026-02-31 10:00 b\n",
            "+999999999999999999m a\n+00:99999 b\n", "All times in \u{1F552}\n14:02 a\n14:03 b\n",
        ])
    func hostile(text: String) {
        for name in ["a.log", "a.csv", "a.md"] {
            for event in outcome(text, name).reports.flatMap({ $0.report.timeline }) {
                #expect(event.at.map { (1...9999).contains($0.civil.year) } ?? true)
            }
        }
    }

    @Test("A line of ten megabytes is one event, cut nowhere, in time in proportion")
    func longLine() {
        let line = "2026-02-14 10:00 " + String(repeating: "x", count: 10_000_000)
        let text = line + "\n2026-02-14 10:01 y\n"
        var found: [String] = []
        let seconds = threadSeconds { found = lines(text) }
        #expect(found.count == 2)
        #expect(seconds < 60)
    }
}
