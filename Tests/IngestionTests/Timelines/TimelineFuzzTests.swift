import Foundation
import Ingestion
import Reports
import TestSupport
import Testing

/// A seeded mutation loop over timeline exports: bytes changed, and values put in the place of others.
@Suite("Mutated exports", .serialized)
struct TimelineFuzzTests {
    private static let seeds: [(name: String, text: String)] = [
        (
            "a.json",
            #"{"log_entries":[{"type":"trigger_log_entry","created_at":"2026-02-14T10:00:00Z","summary":"a","agent":{"summary":"x"},"channel":{"summary":"y"},"incident":{"id":"Q"}}],"alerts":[{"created_at":"2026-02-14T10:00:00Z","summary":"b"}],"notes":[{"content":"n","created_at":"2026-02-14T10:01:00Z"}],"incidents":[{"id":"Q","incident_number":1,"created_at":"2026-02-14T10:00:00Z","acknowledgements":[{"at":"2026-02-14T10:02:00Z"}]}]}"#
        ),
        (
            "a.json",
            ##"{"incidents":[{"id":"k","name":"n","impact":"minor","started_at":"2026-02-14T10:00:00Z","scheduled_for":null,"incident_updates":[{"status":"postmortem","body":"# T\n\n- 14:02 x <br>","display_at":"2026-02-14T10:00:00Z"}],"components":[{"name":"c"}]}]}"##
        ),
        (
            "a.json",
            #"{"incidents":[{"id":"1","name":"n","created_at":"2026-02-14T10:00:00Z","incident_status":{"name":"s"},"incident_timestamp_values":[{"incident_timestamp":{"name":"Resolved at"},"value":{"value":"2026-02-14T10:00:00Z"}}]}],"incident_updates":[{"incident_id":"1","created_at":"2026-02-14T10:00:00Z","message":"m","updater":{"user":{"name":"u"}}}],"follow_ups":[{"title":"t","status":"s"}]}"#
        ),
        (
            "a.json",
            #"{"title":"t","number":1,"created_at":"2026-02-14T10:00:00Z","closed_at":"2026-02-14T10:00:00Z","user":{"login":"u"},"body":"b","comments":[{"body":"c","created_at":"2026-02-14T10:00:00Z","user":{"login":"v"}}]}"#
        ),
        (
            "a.json",
            #"{"key":"K","fields":{"summary":"s","created":"2026-02-14T10:00:00Z","description":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},"comment":{"comments":[{"body":"c","created":"2026-02-14T10:00:00Z"}]}},"changelog":{"histories":[{"created":"2026-02-14T10:00:00Z","items":[{"field":"status","toString":"x"}]}]}}"#
        ),
        (
            "a.json",
            #"{"slack_channel":"c","users":[{"id":"U","real_name":"r"}],"days":[[{"type":"message","ts":"1771063200.1","user":"U","text":"<@U> &amp; <https://x|y>","edited":{"ts":"1"}},{"subtype":"message_changed","ts":"1771063300.0","message":{"ts":"1771063200.1","text":"z"}}]]}"#
        ),
        (
            "a.jsonl",
            "{\"time\":1771063200,\"text\":\"a\"}\n{\"time\":\"2026-02-14 10:00\",\"text\":\"b\",\"phase\":\"p\"}\n"
        ),
        (
            "a.csv",
            "Title\nAll times in PST\ndate,time,zone,event,who\n3/5/2026,10:00,CST,\"a, \"\"b\"\"\nc\",x\n3/13/2026,11:00 PM,,d,y\n"
        ),
        (
            "a.log",
            "--- Day changed Sat Feb 14 2026\n23:58 -!- a has joined #b\n23:59 <@a> x\n00:01  * b y\nT0 (14:02 UTC) z\nT-10 a\n5 minutes later b\n<34>1 2026-02-14T10:00:00Z h\nAda  2:02 PM\nhello\n"
        ),
        (
            "a.html",
            "<article><h1>Outage of March 5, 2024</h1><p>Between 14:02 and 15:10 UTC requests failed, a 47-minute outage.</p><h2>Timeline</h2><dl><dt>14:02 UTC<dd>a<ul><li>b</ul></dl><table><tr><th>Time<th>Event<tr><td>14:03<td>c</table><h2>Action items</h2><ul><li><input type=checkbox checked>d (owner: e)</ul></article>"
        ),
    ]

    private static let values = [
        "null", "true", "[]", "{}", "-1", "1e308", "\"\"", "\"\\ud800\"", "99999999999999999999999", "[[[[1]]]]",
        "\"9999-12-31T23:59:59Z\"", "\"0000-01-01\"", "{\"name\":[]}", "\"1771063200\"", "0.1", "\"<br>\"",
    ]
    private static let fragments = [
        "\n", ",", "\"", "{", "}", "[", "]", "14:02", "T+", "T-9999", "3/5/2026", "31/31/31", " IST", "UTC+99", "<",
        ">",
        "\u{0}", "\\u", "<b>", "24:00", "00:29 AM", "H+", "later", "—", "é", "  ", "\t", "|", "2026-03-29 02:30",
        "All times in Europe/Berlin\n", "1e9", "-", "between ", " and ", "lasted ",
    ]

    @Test("Nothing traps, nothing hangs, and every event has words and a year that can be written")
    func mutations() {
        let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1_500
        var dice = Dice(state: 20_260_214)
        var slowest = 0.0
        for round in 0..<rounds {
            let (name, text) = Self.seeds[round % Self.seeds.count]
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &dice) { Self.mutate(&bytes, &dice) }
            var outcome = SourceOutcome()
            let seconds = threadSeconds {
                outcome = SourceReader().reports(in: SourceDocument(source: name, bytes: Data(bytes), identity: name))
            }
            slowest = max(slowest, seconds)
            for event in outcome.reports.flatMap(\.report.timeline) {
                #expect(!event.text.isEmpty)
                #expect(event.at.map { (1...9999).contains($0.civil.year) } ?? true)
            }
        }
        print("tried \(rounds) mutated exports; slowest \(slowest)")
        #expect(slowest < 5)
    }

    private static func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let place = Int.random(in: 0...bytes.count, using: &dice)
        switch Int.random(in: 0..<6, using: &dice) {
        case 0, 1:
            // Another value after a colon.
            guard let colon = bytes[place...].firstIndex(of: 0x3A) else { return }
            let end = bytes[colon...].firstIndex { $0 == 0x2C || $0 == 0x7D || $0 == 0x5D } ?? bytes.endIndex
            bytes.replaceSubrange((colon + 1)..<end, with: (values.randomElement(using: &dice) ?? "").utf8)
        case 2: bytes.insert(contentsOf: (fragments.randomElement(using: &dice) ?? "").utf8, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &dice)))
        case 4: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
        default:
            let end = min(bytes.count, place + 120)
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
        }
    }
}
