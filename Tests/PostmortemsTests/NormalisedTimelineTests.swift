import Foundation
import Postmortems
import TestSupport
import Testing

@Suite("Normalised timelines")
struct NormalisedTimelineTests {
    private func event(_ time: String?, _ text: String, actor: String? = nil) -> TimelineEvent {
        TimelineEvent(at: time.flatMap { Timestamp($0) }, text: text, actor: actor)
    }

    @Test("Sources merge by time; untimed events stay beside their neighbours; a descending list is turned round")
    func merging() {
        let chat = [
            event(nil, "title"), event("2026-02-14T10:00:00Z", "a"), event(nil, "after a"),
            event("2026-02-14T10:20:00Z", "d"),
        ]
        let status = [
            event("2026-02-14T11:20:00+01:00", "e"), event("2026-02-14T11:10:00+01:00", "c"),
            event("2026-02-14T11:00:00+01:00", "b"),
        ]
        let timeline = NormalisedTimeline(merging: [("chat", chat), ("status", status)])
        #expect(timeline.events.map(\.event.text) == ["title", "a", "after a", "b", "c", "d", "e"])
        #expect(timeline.events.map(\.source).suffix(2) == ["chat", "status"])
    }

    @Test("A day alone stands before the times of that day, on the clock of its neighbours")
    func days() {
        let list = [event("2026-02-14T01:00:00+09:00", "b"), event("2026-02-14", "a"), event("2026-02-15", "c")]
        let timeline = NormalisedTimeline(merging: [("x", list)])
        #expect(timeline.events.map(\.event.text) == ["a", "b", "c"])
    }

    @Test("What two sources tell in the same words of the same moment is told once; one source may repeat itself")
    func folding() {
        let left = [event("2026-02-14T10:00:00Z", "a", actor: "x"), event("2026-02-14T10:00:00Z", "a", actor: "x")]
        let right = [
            event("2026-02-14T11:00:00+01:00", "a", actor: "x"), event("2026-02-14T10:00:00Z", "a", actor: "y"),
        ]
        let timeline = NormalisedTimeline(merging: [("l", left), ("r", right)])
        #expect(timeline.folded == 1)
        #expect(timeline.events.map(\.event.actor) == ["x", "x", "y"])
    }

    @Test("Sources are called by their files' names, or in full where two have the same")
    func names() {
        let lists = ["a/log.csv", "b/log.csv", "c/chat"].map {
            (source: $0, events: [event("2026-02-14T10:00:00Z", $0)])
        }
        #expect(
            NormalisedTimeline(merging: lists).shortNames == [
                "a/log.csv": "a/log.csv", "b/log.csv": "b/log.csv", "c/chat": "chat",
            ])
    }

    private static let pieces = [
        "deploy", "14:02", "|", "||", "*bold*", "_a_b", "snake_case", "<b>", "&amp;", "\"quoted\"", "a,b", "#1", "\\",
        "`x`",
        "~2 h", "— dash", "日本", "é", "[link](x)", "2026-02-14", "\n", "- item", "UTC", "  ", ";", "'", "<@U1>", "T+5m",
    ]

    private static func words(_ dice: inout Dice) -> String {
        let text = (0..<Int.random(in: 1...6, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "x" }
            .joined(separator: Bool.random(using: &dice) ? " " : "")
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        // Whoever writes blanks at the ends of lines does not mean them.
        let lines = trimmed.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        return lines.isEmpty ? "x" : lines.joined(separator: "\n")
    }

    private static func timeline(_ dice: inout Dice, isShared: Bool) -> [TimelineEvent] {
        var at: Int64 = 1_771_063_200
        return (0..<Int.random(in: 1...12, using: &dice)).map { index in
            at += Int64.random(in: 0...4_000, using: &dice)
            let offset = isShared ? 3600 : [0, 3600, -28_800, 19_800].randomElement(using: &dice) ?? 0
            let isTimed = index == 0 || Int.random(in: 0..<6, using: &dice) > 0
            return TimelineEvent(
                at: isTimed ? Timestamp(secondsSince1970: at, offsetSeconds: offset) : nil, text: words(&dice),
                actor: Bool.random(using: &dice) ? words(&dice).replacing("\n", with: " ") : nil,
                phase: Int.random(in: 0..<4, using: &dice) == 0 ? "detected" : nil)
        }
    }

    private func read(_ text: String, _ name: String) -> [TimelineEvent] {
        SourceReader().reports(in: SourceDocument(source: name, bytes: Data(text.utf8), identity: name))
            .reports.flatMap(\.report.timeline)
    }

    @Test("JSON Lines, CSV and the Markdown table read back as the same events", arguments: [UInt64(1), 2, 3, 4])
    func roundTrip(seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<60 {
            let isShared = Bool.random(using: &dice)
            let events = Self.timeline(&dice, isShared: isShared)
            let timeline = NormalisedTimeline(merging: [("x", events)])
            #expect(timeline.events.map(\.event) == events)
            let json = timeline.json.map { $0.text + "\n" }.joined()
            #expect(read(json, "a.jsonl") == events, "\(json)")
            #expect(read(timeline.csv, "a.csv") == events, "\(timeline.csv)")
            // The table has one clock for all rows, as a reader wants; the moments are the same.
            let back = read(timeline.markdown + "\n", "a.md")
            let expected = isShared ? events : events.map(Self.inUTC)
            #expect((isShared ? back : back.map(Self.inUTC)) == expected, "\(timeline.markdown)")
        }
    }

    private static func inUTC(_ event: TimelineEvent) -> TimelineEvent {
        var event = event
        event.at = event.at?.utc
        return event
    }

    @Test(
        "The table that new writes reads back as the export's events", arguments: ["slack", "rates-cache-stampede.csv"])
    func draft(name: String) throws {
        try withTemporaryFolder { folder in
            let base = try KnowledgeBase.create(at: folder.appending(path: "base").path)
            let export = Checkout.corpus.appending(path: "examples/timelines/\(name)").path(percentEncoded: false)
            let collected = TimelineCollection().collect([export]) { _ in }
            #expect(collected.failed == 0)
            let day = try #require(Timestamp("2026-03-11"))
            let draft = try base.draft(template: "standard", title: "T", date: day, timeline: export)
            let written = try String(contentsOfFile: draft.path, encoding: .utf8)
            #expect(read(written, "a.md") == collected.timeline.events.map(\.event))
        }
    }
}
