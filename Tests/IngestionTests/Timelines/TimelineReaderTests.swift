import Foundation
import Ingestion
import Reports
import TestSupport
import Testing

@Suite("Timelines")
struct TimelineReaderTests {
    private func lines(_ report: Report?) -> [String]? {
        report?.timeline.map { event in
            [event.at?.description ?? "-", event.actor ?? "", event.phase ?? "", event.text].joined(separator: "|")
        }
    }

    @Test(
        "Logs of many shapes",
        arguments: [
            (
                "Printer down\nAll times in CET\n\n2026-02-14\n23:59 \u{2013} Alert\n[00:00:04] <ops-bot> again\n00:10 fixed\n",
                "Printer down",
                [
                    "2026-02-14T23:59:00+01:00|||Alert", "2026-02-15T00:00:04+01:00|ops-bot||again",
                    "2026-02-15T00:10:00+01:00|||fixed",
                ]
            ),
            (
                "2026-02-14T10:00:00Z host1 down\n2026-02-14T10:05:00Z host1 up\n  traceback line\n", "log",
                ["2026-02-14T10:00:00Z|||host1 down", "2026-02-14T10:05:00Z|||host1 up\ntraceback line"]
            ),
            (
                "== 14 February 2026 ==\n- 3:35 PM PST: Alert\n- 3:40 PM PST: Page\n", "log",
                ["2026-02-14T15:35:00-08:00|||Alert", "2026-02-14T15:40:00-08:00|||Page"]
            ),
            (
                "1771063200 start\n1771063260 end\n", "log",
                ["2026-02-14T10:00:00Z|||start", "2026-02-14T10:01:00Z|||end"]
            ),
        ])
    func logs(text: String, title: String, expected: [String]) throws {
        let report = try #require(TimelineReader().readLog(text, source: "log.txt"))
        #expect(report.title == title)
        #expect(lines(report) == expected)
        #expect(report.kind == .timeline)
    }

    @Test(
        "Prose is no log",
        arguments: [
            "", "At 14:02 the alert fired.\nPeople came.\n14:05 was too late.\nNothing helped.\nSo it went.\n",
            "Title\n\nText with 14:02 in it.\n",
        ])
    func prose(text: String) {
        #expect(TimelineReader().readLog(text, source: "a.txt") == nil)
    }

    @Test(
        "Rows with any delimiter, quoting and header names",
        arguments: [
            (
                "time,event,who\n2026-02-14 10:00,\"said \"\"no\"\", twice\",lead\n2026-02-14 10:05,\"two\nlines\",pager\n",
                ["2026-02-14T10:00:00Z|lead||said \"no\", twice", "2026-02-14T10:05:00Z|pager||two\nlines"]
            ),
            (
                "Timestamp;Message;Phase\n14.02.2026 10:00;Alert;detected\n14.02.2026 10:05;Over;resolved\n",
                ["2026-02-14T10:00:00Z||detected|Alert", "2026-02-14T10:05:00Z||resolved|Over"]
            ),
            (
                "created_at\tuser\ttext\r\n1771063200\tlead\tstart\r\n1771063260\tlead\tend\r\n",
                ["2026-02-14T10:00:00Z|lead||start", "2026-02-14T10:01:00Z|lead||end"]
            ),
            (
                "2026-02-14 10:00|Alert fired\n2026-02-14 10:05|All over\n",
                ["2026-02-14T10:00:00Z|||Alert fired", "2026-02-14T10:05:00Z|||All over"]
            ),
            (
                "Date,Time (PST),Description\n2026-02-14,10:00,Alert\n2026-02-14,10:05,Over\n",
                ["2026-02-14T10:00:00-08:00|||Alert", "2026-02-14T10:05:00-08:00|||Over"]
            ),
        ])
    func rows(text: String, expected: [String]) {
        #expect(lines(TimelineReader().readDelimited(text, source: "a.csv")) == expected)
    }

    @Test("Rows without times are no timeline", arguments: ["a,b\n1,2\n3,4\n", "one line\n", "", "x;y;z\n"])
    func noTimes(text: String) {
        #expect(TimelineReader().readDelimited(text, source: "a.csv") == nil)
    }

    @Test("A file's name supplies the day")
    func dayFromName() {
        let report = TimelineReader().readDelimited(
            "time,event\n10:00 UTC,a\n10:05 UTC,b\n", source: "x/2026-02-14-log.csv")
        #expect(lines(report) == ["2026-02-14T10:00:00Z|||a", "2026-02-14T10:05:00Z|||b"])
    }

    @Test(
        "JSON of the tools",
        arguments: [
            (
                #"{"log_entries":[{"type":"resolve_log_entry","created_at":"2026-02-14T10:05:00Z","summary":"Resolved by lead","agent":{"summary":"lead"}},{"type":"trigger_log_entry","created_at":"2026-02-14T10:00:00Z","summary":"Triggered","agent":{"summary":"monitor"}}]}"#,
                [
                    "2026-02-14T10:00:00Z|monitor|trigger|Triggered",
                    "2026-02-14T10:05:00Z|lead|resolve|Resolved by lead",
                ]
            ),
            (
                #"{"incident_updates":[{"created_at":"2026-02-14T10:00:00Z","message":"Looking","new_incident_status":{"name":"Investigating"}}]}"#,
                ["2026-02-14T10:00:00Z||Investigating|Looking"]
            ),
            (
                #"{"title":"Disk full","created_at":"2026-02-14T10:00:00Z","body":"It is full","user":{"login":"lead"},"comments":[{"created_at":"2026-02-14T10:05:00Z","body":"Emptied","user":{"login":"ops"}}]}"#,
                ["2026-02-14T10:00:00Z|lead||It is full", "2026-02-14T10:05:00Z|ops||Emptied"]
            ),
            (
                #"[{"time":"2026-02-14T10:00:00Z","event":"a","actor":"lead","phase":"detected"},{"time":1771063260,"event":"b"}]"#,
                ["2026-02-14T10:00:00Z|lead|detected|a", "2026-02-14T10:01:00Z|||b"]
            ),
        ])
    func json(text: String, expected: [String]) throws {
        let reports = try TimelineReader().readJSON(Data(text.utf8), source: "a.json")
        #expect(reports.map { lines($0) } == [expected])
    }

    @Test("Statuspage incidents are a report each, in the order they happened")
    func statuspage() throws {
        let text =
            #"{"incidents":[{"id":"k2","name":"Slow","impact":"minor","created_at":"2026-02-14T10:00:00Z","resolved_at":"2026-02-14T10:30:00Z","shortlink":"https://stspg.io/k2","incident_updates":[{"status":"resolved","body":"Over","display_at":"2026-02-14T10:30:00Z"},{"status":"investigating","body":"Looking","display_at":"2026-02-14T10:00:00Z"}],"components":[{"name":"API"}]},{"id":"k3","name":"Down","incident_updates":[]}]}"#
        let reports = try TimelineReader().readJSON(Data(text.utf8), source: "i.json")
        #expect(reports.map(\.title) == ["Slow", "Down"])
        #expect(reports.map(\.source) == ["i.json#k2", "i.json#k3"])
        #expect(
            lines(reports.first) == [
                "2026-02-14T10:00:00Z||investigating|Looking", "2026-02-14T10:30:00Z||resolved|Over",
            ])
        #expect(reports.first?.stamps[.resolved]?.at.description == "2026-02-14T10:30:00Z")
        #expect(reports.first?.services == ["API"])
        #expect(reports.first?.severity == "minor")
    }

    @Test(
        "JSON of no known shape is refused",
        arguments: [
            (
                "{}",
                "a.json: can't read this JSON: no timeline of a known shape in it; give objects with a time and a text each"
            ),
            (
                "[1,2]",
                "a.json: can't read this JSON: no timeline of a known shape in it; give objects with a time and a text each"
            ),
            ("{\"a\":", "a.json: damaged: it begins like JSON but is none; get a fresh copy"),
        ])
    func badJSON(text: String, message: String) {
        #expect {
            try TimelineReader().readJSON(Data(text.utf8), source: "a.json")
        } throws: {
            "\($0)" == message
        }
    }

    @Test("Slack: edits, joins, threads, repeats, names and markup")
    func slack() throws {
        let text = """
            {"slack_channel":"inc-1","users":[{"id":"U1","real_name":"lead"}],"days":[[
            {"type":"message","user":"U1","text":"hello <@U2> &amp; <https://e.example/x|doc> <#C1|ops> <!here>","ts":"1771063260.000100"},
            {"type":"message","subtype":"channel_join","user":"U2","text":"<@U2> has joined","ts":"1771063201.0"},
            {"type":"message","user":"U2","text":"first","ts":"1771063200.5"},
            {"type":"message","user":"U2","text":"reply","ts":"1771063270.0","thread_ts":"1771063200.5"},
            {"type":"message","subtype":"thread_broadcast","user":"U2","text":"reply","ts":"1771063270.0"},
            {"type":"message","subtype":"message_changed","ts":"1771063300.0","message":{"user":"U2","text":"first, mended","ts":"1771063200.5"}},
            {"type":"message","subtype":"bot_message","bot_id":"B1","username":"alerts","text":"FIRING","ts":"1771063280.0"},
            {"type":"message","subtype":"bot_message","bot_id":"B1","username":"alerts","text":"FIRING","ts":"1771063990.0"},
            {"type":"message","user":"U1","text":"gone","ts":"1771063400.0"},
            {"type":"message","subtype":"message_deleted","deleted_ts":"1771063400.0","ts":"1771063401.0"}
            ]]}
            """
        let report = try #require(try TimelineReader().readJSON(Data(text.utf8), source: "x/inc-1").first)
        #expect(
            lines(report) == [
                "2026-02-14T10:00:00Z|participant 1||first, mended",
                "2026-02-14T10:01:00Z|lead||hello @participant 1 & doc (https://e.example/x) #ops @here",
                "2026-02-14T10:01:10Z|participant 1||reply", "2026-02-14T10:01:20Z|alerts||FIRING",
            ])
        #expect(report.title == "inc-1")
        #expect(
            report.warnings == [
                "1 channel notice left out", "2 repeated messages folded", "1 edited message kept in the last version",
                "1 deleted message left out",
            ])
    }

    @Test(
        "The corpus's own timelines come out whole",
        arguments: [
            (
                "examples/timelines/label-printer-cert-expiry.log", 22, "2026-02-14T16:30:00+01:00",
                "2026-02-15T03:15:00+01:00"
            ),
            ("examples/timelines/rates-cache-stampede.csv", 20, "2026-01-27T08:30:00Z", "2026-01-27T11:10:00Z"),
            ("examples/timelines/slack", 23, "2026-03-11T22:47:12Z", "2026-03-12T01:44:03Z"),
        ])
    func corpus(path: String, count: Int, first: String, last: String) throws {
        let walker = SourceWalker(base: Checkout.root.path(percentEncoded: false))
        let walk = walker.walk([Checkout.corpus.appending(path: path).path(percentEncoded: false)])
        #expect(walk.failures.isEmpty)
        let location = try #require(walk.locations.first)
        let outcome = SourceReader().reports(in: try walker.load(location))
        let report = try #require(outcome.reports.first?.report)
        #expect(report.kind == .timeline)
        #expect(report.timeline.count == count)
        #expect(report.timeline.allSatisfy { $0.at != nil })
        #expect(report.timeline.first?.at?.description == first)
        #expect(report.timeline.last?.at?.description == last)
    }
}
