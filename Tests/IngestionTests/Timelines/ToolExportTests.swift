import Foundation
import Ingestion
import Reports
import TestSupport
import Testing

@Suite("Exports of incident tools")
struct ToolExportTests {
    /// Events as `time|actor|phase|text`, hours and minutes alone, of every report.
    static func events(_ json: String, named name: String = "export.json") -> [[String]] {
        let document = SourceDocument(source: name, bytes: Data(json.utf8), identity: name)
        return SourceReader().reports(in: document).reports.map { lines($0.report) }
    }

    static func lines(_ report: Report) -> [String] {
        report.timeline.map { event in
            [
                event.at.map { String($0.description.dropFirst(11)) } ?? "-", event.actor ?? "", event.phase ?? "",
                event.text,
            ]
            .joined(separator: "|")
        }
    }

    static func report(_ json: String) throws -> Report {
        let document = SourceDocument(source: "export.json", bytes: Data(json.utf8), identity: "export.json")
        return try #require(SourceReader().reports(in: document).reports.first?.report)
    }

    @Test("PagerDuty: log entries say how an incident came, who was told, and what people noted")
    func pagerDutyLog() throws {
        let json = """
            {"log_entries":[
            {"id":"R4","type":"resolve_log_entry","created_at":"2026-02-14T10:30:00Z","summary":"Resolved by Ada.","agent":{"type":"user_reference","summary":"Ada"},"channel":{"type":"web"},"incident":{"id":"Q1","summary":"[#7] Queue full"}},
            {"id":"R3","type":"annotate_log_entry","created_at":"2026-02-14T10:20:00Z","summary":"Note added by Ada.","agent":{"summary":"Ada"},"channel":{"type":"note","summary":"Consumer restarted"},"incident":{"id":"Q1","summary":"[#7] Queue full"}},
            {"id":"R2","type":"acknowledge_log_entry","created_at":"2026-02-14T10:05:00Z","summary":"Acknowledged by Ada.","agent":{"summary":"Ada"},"channel":{"type":"mobile"},"incident":{"id":"Q1","summary":"[#7] Queue full"}},
            {"id":"R1","type":"trigger_log_entry","created_at":"2026-02-14T10:00:00Z","summary":"Triggered through the API.","agent":{"type":"service_reference","summary":"queue"},"channel":{"type":"api","summary":"depth over 10000"},"incident":{"id":"Q1","summary":"[#7] Queue full"},"service":{"summary":"queue"}}
            ],"limit":100,"offset":0,"more":false}
            """
        let report = try Self.report(json)
        #expect(
            Self.lines(report) == [
                "10:00:00Z|queue|trigger|Triggered through the API.: depth over 10000",
                "10:05:00Z|Ada|acknowledge|Acknowledged by Ada.", "10:20:00Z|Ada|annotate|Consumer restarted",
                "10:30:00Z|Ada|resolve|Resolved by Ada.",
            ])
        #expect(report.title == "[#7] Queue full")
        #expect(report.services == ["queue"])
        #expect(
            report.stamps.mapValues(\.at.description) == [
                .alerted: "2026-02-14T10:00:00Z", .engaged: "2026-02-14T10:05:00Z", .resolved: "2026-02-14T10:30:00Z",
            ])
    }

    @Test("PagerDuty: incidents without a log tell what their fields tell, one report each")
    func pagerDutyIncidents() {
        let json = """
            {"incidents":[
            {"id":"Q1","type":"incident","incident_number":7,"title":"Queue full","created_at":"2026-02-14T10:00:00Z","status":"resolved","last_status_change_at":"2026-02-14T10:30:00Z","last_status_change_by":{"summary":"Ada"},"service":{"summary":"queue"},"acknowledgements":[{"at":"2026-02-14T10:05:00Z","acknowledger":{"summary":"Ada"}}],"priority":{"summary":"P1"}},
            {"id":"Q2","type":"incident","incident_number":8,"title":"Disk full","created_at":"2026-02-15T10:00:00Z","status":"triggered"}]}
            """
        #expect(
            Self.events(json) == [
                [
                    "10:00:00Z|queue|trigger|Queue full", "10:05:00Z|Ada|acknowledge|Acknowledged",
                    "10:30:00Z|Ada|resolve|Resolved",
                ], ["10:00:00Z||trigger|Disk full"],
            ])
    }

    @Test(
        "PagerDuty: alerts, notes, pages of entries and webhooks",
        arguments: [
            (
                #"{"alerts":[{"id":"A","created_at":"2026-02-14T10:00:00Z","summary":"depth over 10000","status":"resolved","service":{"summary":"queue"},"body":{"type":"alert_body"}}]}"#,
                ["10:00:00Z|queue|alert|depth over 10000"]
            ),
            (
                #"{"notes":[{"id":"N","content":"Consumer restarted","created_at":"2026-02-14T10:20:00Z","user":{"summary":"Ada"}}]}"#,
                ["10:20:00Z|Ada|note|Consumer restarted"]
            ),
            (
                #"{"incident":{"id":"Q1","incident_number":7,"title":"Queue full","created_at":"2026-02-14T10:00:00Z"},"notes":[{"content":"Restarted","created_at":"2026-02-14T10:20:00Z"}]}"#,
                ["10:00:00Z||trigger|Queue full", "10:20:00Z||note|Restarted"]
            ),
            (
                #"[{"log_entries":[{"type":"trigger_log_entry","created_at":"2026-02-14T10:00:00Z","summary":"a"}]},{"log_entries":[{"type":"resolve_log_entry","created_at":"2026-02-14T10:10:00Z","summary":"b"}]}]"#,
                ["10:00:00Z||trigger|a", "10:10:00Z||resolve|b"]
            ),
            (
                """
                {"event":{"event_type":"incident.triggered","occurred_at":"2026-02-14T10:00:00Z","agent":{"summary":"queue"},"data":{"id":"Q1","title":"Queue full"}}}
                {"event":{"event_type":"incident.annotated","occurred_at":"2026-02-14T10:20:00Z","agent":{"summary":"Ada"},"data":{"incident":{"id":"Q1"},"content":"Restarted"}}}
                """,
                ["10:00:00Z|queue|triggered|Queue full", "10:20:00Z|Ada|annotated|Restarted"]
            ),
        ])
    func pagerDutyOthers(json: String, expected: [String]) {
        #expect(Self.events(json) == [expected])
    }

    @Test("Statuspage: a postmortem is text of the report, and its publication an event; markup becomes words")
    func statuspagePostmortem() throws {
        let json = """
            {"page":{"name":"Example","time_zone":"Etc/UTC"},"incidents":[{"id":"k1","name":"Slow","status":"postmortem","impact":"major","created_at":"2026-02-14T10:00:00.000Z","started_at":"2026-02-14T09:55:00.000Z","resolved_at":"2026-02-14T10:30:00.000Z","shortlink":"https://stspg.io/k1","incident_updates":[
            {"status":"postmortem","body":"## What happened\\n\\nA queue was full.\\n\\n## Action items\\n\\n- Alert on depth (owner: platform)\\n","display_at":"2026-02-16T10:00:00.000Z"},
            {"status":"resolved","body":"It is over.<br />Thank you &amp; sorry.","display_at":"2026-02-14T10:30:00.000Z"},
            {"status":"investigating","body":"Looking","display_at":"2026-02-14T10:00:00.000Z"}],"components":[{"name":"API"}]}]}
            """
        let report = try Self.report(json)
        #expect(
            Self.lines(report) == [
                "10:00:00Z||investigating|Looking", "10:30:00Z||resolved|It is over.\nThank you & sorry.",
                "10:00:00Z||postmortem|Postmortem published",
            ])
        #expect(report.text.contains("A queue was full."))
        #expect(report.actionItems == [ActionItem(text: "Alert on depth", owner: "platform")])
        #expect(report.stamps[.impactStart]?.at.description == "2026-02-14T09:55:00Z")
        #expect(report.stamps[.resolved]?.at.description == "2026-02-14T10:30:00Z")
    }

    @Test("Statuspage: maintenance is no outage")
    func statuspageMaintenance() throws {
        let json = """
            {"scheduled_maintenances":[{"id":"m1","name":"Database upgrade","status":"completed","impact":"maintenance","scheduled_for":"2026-02-14T10:00:00Z","scheduled_until":"2026-02-14T12:00:00Z","resolved_at":"2026-02-14T11:00:00Z","incident_updates":[{"status":"completed","body":"Done","display_at":"2026-02-14T11:00:00Z"},{"status":"scheduled","body":"Planned","display_at":"2026-02-10T10:00:00Z"}]}]}
            """
        let report = try Self.report(json)
        #expect(Self.lines(report) == ["10:00:00Z||scheduled|Planned", "11:00:00Z||completed|Done"])
        #expect(report.stamps.isEmpty)
        #expect(
            report.warnings.contains(
                "scheduled maintenance, planned for 2026-02-14 10:00 UTC to 2026-02-14 12:00 UTC"))
    }

    @Test("incident.io: incidents with their timestamps, and updates of several incidents")
    func incidentIO() throws {
        let json = """
            {"incidents":[{"id":"01A","reference":"INC-1","name":"Queue full","created_at":"2026-02-14T10:03:00Z","permalink":"https://app.incident.io/1","severity":{"name":"Major"},"incident_status":{"name":"Closed","category":"closed"},"incident_timestamp_values":[{"incident_timestamp":{"id":"t1","name":"Impact started","rank":1},"value":{"value":"2026-02-14T09:55:00Z"}},{"incident_timestamp":{"id":"t2","name":"Resolved at","rank":2},"value":{"value":"2026-02-14T10:30:00Z"}},{"incident_timestamp":{"id":"t3","name":"Merged at","rank":3}}]}],
            "incident_updates":[{"id":"u2","incident_id":"01A","created_at":"2026-02-14T10:10:00Z","message":"Consumer is back","new_incident_status":{"name":"Monitoring"},"updater":{"user":{"name":"Ada","role":"responder"}}}],"pagination_meta":{}}
            """
        let report = try Self.report(json)
        #expect(
            Self.lines(report) == [
                "09:55:00Z|||Impact started", "10:10:00Z|responder|Monitoring|Consumer is back",
                "10:30:00Z|||Resolved at",
            ])
        #expect(report.title == "INC-1: Queue full")
        #expect(report.severity == "Major")
        #expect(report.stamps[.impactStart]?.from == "incident.io, 'Impact started'")
        #expect(report.stamps[.resolved]?.at.description == "2026-02-14T10:30:00Z")
        let two = """
            {"incident_updates":[{"incident_id":"A","created_at":"2026-02-14T10:00:00Z","message":"a","new_incident_status":{"name":"Triage"}},{"incident_id":"B","created_at":"2026-02-14T11:00:00Z","message":"b","new_incident_status":{"name":"Triage"}}]}
            """
        #expect(Self.events(two) == [["10:00:00Z||Triage|a"], ["11:00:00Z||Triage|b"]])
        // Definitions of timestamps name no moment.
        #expect(Self.events(#"{"incident_timestamps":[{"id":"t1","name":"Impact started","rank":1}]}"#) == [])
    }

    @Test(
        "Issues with comments in every shape they come in",
        arguments: [
            // gh issue view --json
            #"{"title":"Disk full","number":7,"createdAt":"2026-02-14T10:00:00Z","author":{"login":"ada"},"body":"It is full","comments":[{"author":{"login":"bo"},"body":"Emptied","createdAt":"2026-02-14T10:05:00Z","isMinimized":false},{"author":{"login":"x"},"body":"buy","createdAt":"2026-02-14T10:06:00Z","isMinimized":true}],"url":"https://github.com/a/b/issues/7"}"#,
            // The two answers of the REST interface side by side.
            #"{"issue":{"title":"Disk full","created_at":"2026-02-14T10:00:00Z","user":{"login":"ada"},"body":"It is full","comments":1},"comments":[{"user":{"login":"bo"},"body":"Emptied","created_at":"2026-02-14T10:05:00Z"}]}"#,
            #"[{"title":"Disk full","created_at":"2026-02-14T10:00:00Z","user":{"login":"ada"},"body":"It is full","comments":1},{"user":{"login":"bo"},"body":"Emptied","created_at":"2026-02-14T10:05:00Z"}]"#,
            // GraphQL
            #"{"data":{"repository":{"issue":{"title":"Disk full","createdAt":"2026-02-14T10:00:00Z","author":{"login":"ada"},"body":"It is full","comments":{"nodes":[{"author":{"login":"bo"},"body":"Emptied","createdAt":"2026-02-14T10:05:00Z"}]}}}}}"#,
            // The timeline of an issue, with what is noise to a reader.
            #"{"issue":{"title":"Disk full","created_at":"2026-02-14T10:00:00Z","user":{"login":"ada"},"body":"It is full"},"timeline":[{"event":"subscribed","actor":{"login":"bo"},"created_at":"2026-02-14T10:01:00Z"},{"event":"commented","actor":{"login":"bo"},"user":{"login":"bo"},"body":"Emptied","created_at":"2026-02-14T10:05:00Z"}]}"#,
        ])
    func issue(json: String) throws {
        let report = try Self.report(json)
        #expect(report.title == "Disk full")
        #expect(Self.lines(report) == ["10:00:00Z|ada||It is full", "10:05:00Z|bo||Emptied"])
    }

    @Test("An issue's comments alone, its closing, and a Jira issue")
    func issueParts() throws {
        #expect(
            Self.events(
                #"[{"id":1,"user":{"login":"bo"},"body":"Emptied","created_at":"2026-02-14T10:05:00Z","issue_url":"https://api.github.com/repos/a/b/issues/7"}]"#
            ) == [["10:05:00Z|bo||Emptied"]])
        #expect(
            Self.events(
                #"{"title":"T","number":7,"created_at":"2026-02-14T10:00:00Z","closed_at":"2026-02-14T11:00:00Z","closed_by":{"login":"bo"},"user":{"login":"ada"},"body":"b","comments":0}"#
            ) == [["10:00:00Z|ada||b", "11:00:00Z|bo|closed|Closed"]])
        let jira = """
            {"key":"OPS-7","fields":{"summary":"Disk full","created":"2026-02-14T10:00:00.000+0100","reporter":{"displayName":"Ada"},"description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"It is "},{"type":"text","text":"full"}]}]},"comment":{"comments":[{"author":{"displayName":"Bo"},"body":"Emptied","created":"2026-02-14T10:05:00.000+0100"}]}},"changelog":{"histories":[{"author":{"displayName":"Bo"},"created":"2026-02-14T10:06:00.000+0100","items":[{"field":"status","fromString":"Open","toString":"Done"}]}]}}
            """
        let report = try Self.report(jira)
        #expect(report.title == "OPS-7: Disk full")
        #expect(
            Self.lines(report) == [
                "10:00:00+01:00|Ada|created|It is full", "10:05:00+01:00|Bo||Emptied",
                "10:06:00+01:00|Bo|Done|Status: Open → Done",
            ])
    }

    @Test(
        "Other tools' shapes are read by the names of their members",
        arguments: [
            // Opsgenie: an alert's log, an incident's timeline
            (
                #"{"data":[{"log":"Alert acknowledged","type":"alertRecipient","owner":"ada","createdAt":"2026-02-14T10:05:00.123Z","offset":"1496"}],"took":0.1,"requestId":"x"}"#,
                ["10:05:00Z|ada|alertRecipient|Alert acknowledged"]
            ),
            (
                #"{"data":{"entries":[{"id":"1","group":"Status","type":"IncidentOpened","eventTime":"2026-02-14T10:00:00Z","hidden":false,"actor":{"name":"Ada","type":"user"},"description":{"name":"Incident opened","type":"text"}}]}}"#,
                ["10:00:00Z|Ada|IncidentOpened|Incident opened"]
            ),
            // FireHydrant
            (
                #"{"data":[{"id":"e","incident_id":"i","created_at":"2026-02-14T10:07:00Z","occurred_at":"2026-02-14T10:05:00Z","type":"note","visibility":"private","author":{"name":"Ada","source":"slack"},"data":{"body":"Rolled back"}}],"pagination":{"count":1}}"#,
                ["10:05:00Z|Ada|note|Rolled back"]
            ),
            // Rootly
            (
                #"{"data":[{"id":"e","type":"incident_events","attributes":{"event":"Rolled back","visibility":"internal","occurred_at":"2026-02-14T02:05:00.000-08:00","created_at":"2026-02-14T02:06:00.000-08:00"}}]}"#,
                ["02:05:00-08:00|||Rolled back"]
            ),
            // AWS Incident Manager
            (
                #"{"events":[{"eventData":"Rolled back","eventId":"1","eventTime":"2026-02-14T10:05:00+00:00","eventType":"Note","incidentRecordArn":"arn:x"}]}"#,
                ["10:05:00Z||Note|Rolled back"]
            ),
            // Pages of an answer, put into one list
            (
                #"[{"data":[{"log":"a","createdAt":"2026-02-14T10:00:00Z"}]},{"data":[{"log":"b","createdAt":"2026-02-14T10:01:00Z"}]}]"#,
                ["10:00:00Z|||a", "10:01:00Z|||b"]
            ),
            // A timeline deep in somebody's own document
            (
                #"{"title":"Queue full","postmortem":{"severity":2,"timeline":[{"timestamp":1771063200000,"description":"Alert","author":"pager"}]}}"#,
                ["10:00:00Z|pager||Alert"]
            ),
        ])
    func otherTools(json: String, expected: [String]) {
        #expect(Self.events(json) == [expected])
    }

    @Test(
        "JSON Lines under any usual names, with damaged lines counted",
        arguments: [
            (
                "{\"ts\":1771063200,\"msg\":\"a\",\"user\":\"x\"}\n{\"ts\":1771063260.5,\"msg\":\"b\"}\n",
                ["10:00:00Z|x||a", "10:01:00Z|||b"]
            ),
            (
                "{\"@timestamp\":\"2026-02-14T10:00:00.000Z\",\"message\":\"a\",\"level\":\"warn\"}\r\n{\"@timestamp\":\"2026-02-14T10:01:00.000Z\",\"message\":\"b\"}\r\n",
                ["10:00:00Z|||a", "10:01:00Z|||b"]
            ),
            (
                "{\"time\":\"1771063200123456\",\"text\":\"micro\"}\n{\"time\":1771063260123456789,\"text\":\"nano\"}\n",
                ["10:00:00Z|||micro", "10:01:00Z|||nano"]
            ),
            (
                "{\"at\":\"2026-02-14T10:00:00Z\",\"text\":\"a\",\"actor\":null,\"phase\":\"detected\",\"source\":\"x\"}\n",
                ["10:00:00Z||detected|a"]
            ),
        ])
    func jsonLines(text: String, expected: [String]) {
        #expect(Self.events(text, named: "a.jsonl") == [expected])
    }

    @Test("Slack: a history as the interface answers, names in messages, blocks, files, lost originals")
    func slack() throws {
        let json = """
            {"ok":true,"channel_name":"inc-7","messages":[
            {"type":"message","user":"U2","text":"","ts":"1771063400.0","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"ask "},{"type":"user","user_id":"U1"}]}]}]},
            {"type":"message","subtype":"message_changed","ts":"1771063390.0","hidden":true,"message":{"user":"U1","text":"second wording","ts":"1771063300.0","edited":{"user":"U1","ts":"1771063390.0"}}},
            {"type":"message","user":"U1","text":"see graph","ts":"1771063200.0","user_profile":{"real_name":"Ada"},"files":[{"id":"F1","name":"depth.png","title":"Depth"}],"reactions":[{"name":"eyes","count":2,"users":["U2"]}]},
            {"subtype":"bot_message","type":"message","bot_id":"B1","username":"alerts","text":"","ts":"1771063100.0","attachments":[{"fallback":"depth over 10000"}]},
            {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1771063350.0"}
            ],"has_more":false}
            """
        let report = try Self.report(json)
        #expect(report.title == "inc-7")
        #expect(
            Self.lines(report) == [
                "09:58:20Z|alerts||depth over 10000", "10:00:00Z|Ada||see graph\n[file: Depth]",
                "10:01:40Z|Ada||second wording", "10:03:20Z|participant 1||ask @Ada",
            ])
        #expect(report.warnings.contains("1 deleted message left out"))
    }

    @Test(
        "JSON of wrong types everywhere gives a reason and never a trap",
        arguments: [
            #"{"log_entries":[1,null,"x",{"type":5,"created_at":{},"summary":[]}]}"#,
            #"{"incidents":[{"name":7,"incident_updates":{"a":1}}]}"#,
            #"{"incident_updates":[[],{"created_at":true}]}"#,
            #"{"title":[],"comments":[{"body":{}}]}"#, #"[{"ts":"x","text":1}]"#, #"{"slack_channel":1,"days":2}"#,
            #"{"slack_channel":"c","days":[1,[2,{"ts":1e400,"text":"x"}]]}"#, #"[[[[]]]]"#,
            #"[{"time":1e308,"text":"x"}]"#,
            #"[{"time":-1e308,"text":"x"},{"time":99999999999999999999999,"text":"y"}]"#, "{\"a\":{}}", "[null]",
            "[{}]",
            #"{"fields":{"summary":1,"comment":7},"changelog":[]}"#, #"{"event":{"occurred_at":1,"event_type":2}}"#,
            #"[{"time":"9999-12-31T23:59:59Z","time":"0000-00-00","text":"x"}]"#,
        ])
    func wrongTypes(json: String) {
        let document = SourceDocument(source: "a.json", bytes: Data(json.utf8), identity: "a")
        let outcome = SourceReader().reports(in: document)
        #expect(outcome.reports.allSatisfy { $0.report.timeline.allSatisfy { !$0.text.isEmpty } })
    }

    @Test(
        "An export without entries is no failure, and is noted",
        arguments: ["[]", #"{"log_entries":[],"more":false}"#, #"{"page":{"name":"x"},"incidents":[]}"#])
    func empty(json: String) {
        let outcome = SourceReader().reports(
            in: SourceDocument(source: "a.json", bytes: Data(json.utf8), identity: "a"))
        #expect(outcome.failures.isEmpty && outcome.reports.isEmpty)
        #expect(outcome.notes == ["a.json: it holds no entries; check that it is the right one"])
    }

    @Test("JSON nested a hundred thousand deep is refused in words, in one piece and on lines of its own")
    func deepJSON() {
        for open in ["[", "{\"a\":"] {
            let deep = Data((String(repeating: open, count: 100_000) + "1").utf8)
            let outcome = SourceReader().reports(in: SourceDocument(source: "a.json", bytes: deep, identity: "a"))
            #expect(outcome.reports.isEmpty)
            #expect(outcome.failures.map(\.reason) == [.tooDeep(limit: 256)])
        }
    }

    @Test("A hundred thousand objects or rows take ten times as long as ten thousand, and not more than twenty")
    func linearTime() {
        let rows: [(String, (Int) -> String)] = [
            ("a.jsonl", { "{\"time\":\(1_771_063_200 + $0),\"text\":\"event \($0)\",\"actor\":\"a\"}\n" }),
            ("a.csv", { "2026-02-14 10:00:\($0 % 60),event \($0),lead\n" }),
            ("a.log", { "2026-02-14 10:00:00 event \($0)\n" }),
        ]
        for (name, row) in rows {
            let seconds = [5_000, 50_000].map { count in
                let bytes = Data((0..<count).map(row).joined().utf8)
                return threadSeconds {
                    _ = SourceReader().reports(in: SourceDocument(source: name, bytes: bytes, identity: name))
                }
            }
            #expect(seconds[1] < seconds[0] * 20 + 0.5, "\(name): \(seconds)")
        }
    }
}
