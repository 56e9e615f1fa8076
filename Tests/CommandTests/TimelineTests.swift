import Foundation
import TestSupport
import Testing

@Suite("timeline")
struct TimelineTests {
    private static let chat = """
        [{"type":"message","user":"U1","text":"queue is <https://e.example|full>","ts":"1771063260.000100"},
        {"type":"message","subtype":"channel_join","user":"U2","text":"joined","ts":"1771063261.0"},
        {"type":"message","user":"U2","text":"restarting","ts":"1771063500.0"}]
        """
    private static let pager = """
        {"log_entries":[{"type":"resolve_log_entry","created_at":"2026-02-14T10:30:00Z","summary":"Resolved","agent":{"summary":"lead"}},
        {"type":"trigger_log_entry","created_at":"2026-02-14T10:00:00Z","summary":"Queue full","agent":{"summary":"monitor"}}]}
        """

    private func withExports<T>(_ body: (URL) throws -> T) throws -> T {
        try withTemporaryFolder { folder in
            try Data(Self.chat.utf8).write(to: folder.appending(path: "chat.json"))
            try Data(Self.pager.utf8).write(to: folder.appending(path: "pager.json"))
            try Data("time,event\n2026-02-14 11:05,Consumer back\nlater,Report written\n".utf8)
                .write(to: folder.appending(path: "notes.csv"))
            try Data("# Prose\n\nNothing with a time.\n".utf8).write(to: folder.appending(path: "prose.md"))
            return try body(folder)
        }
    }

    @Test("One source is a line an event, columns under each other")
    func text() throws {
        try withExports { folder in
            let run = try CommandRun.postmortem(["timeline", "pager.json"], in: folder)
            #expect(run.status == 0)
            #expect(run.errors == "")
            #expect(
                run.output == """
                    2026-02-14 10:00 UTC  trigger  monitor: Queue full
                    2026-02-14 10:30 UTC  resolve  lead: Resolved

                    """)
        }
    }

    @Test("Several sources merge in the order of time, each event with its source")
    func merged() throws {
        try withExports { folder in
            let run = try CommandRun.postmortem(
                ["timeline", "--zone", "Europe/Berlin", "chat.json", "pager.json", "notes.csv"], in: folder)
            #expect(run.status == 0)
            #expect(
                run.output == """
                    2026-02-14 11:00 UTC+01:00  pager.json  trigger  monitor: Queue full
                    2026-02-14 11:01 UTC+01:00  chat.json            participant 1: queue is full (https://e.example)
                    2026-02-14 11:05 UTC+01:00  chat.json            participant 2: restarting
                    2026-02-14 11:05 UTC+01:00  notes.csv            Consumer back
                    not stated                  notes.csv            later: Report written
                    2026-02-14 11:30 UTC+01:00  pager.json  resolve  lead: Resolved

                    """)
            #expect(
                run.errors == """
                    postmortem: warning: chat.json: 1 channel notice left out
                    postmortem: warning: notes.csv: 1 time of the timeline can't be known and stay in the text, such as 'later'

                    """)
        }
    }

    @Test("JSON, CSV and Markdown hold the same events, and each can be read again")
    func forms() throws {
        try withExports { folder in
            let json = try CommandRun.postmortem(["timeline", "--quiet", "--format", "json", "pager.json"], in: folder)
            #expect(
                json.output == """
                    {"at":"2026-02-14T10:00:00Z","text":"Queue full","actor":"monitor","phase":"trigger","source":"pager.json"}
                    {"at":"2026-02-14T10:30:00Z","text":"Resolved","actor":"lead","phase":"resolve","source":"pager.json"}

                    """)
            let csv = try CommandRun.postmortem(["timeline", "--quiet", "--format", "csv", "pager.json"], in: folder)
            #expect(
                csv.output == """
                    at,text,actor,phase,source
                    2026-02-14T10:00:00Z,Queue full,monitor,trigger,pager.json
                    2026-02-14T10:30:00Z,Resolved,lead,resolve,pager.json

                    """)
            let table = try CommandRun.postmortem(
                ["timeline", "--quiet", "--format", "markdown", "pager.json", "chat.json"], in: folder)
            #expect(
                table.output == """
                    All times are UTC.

                    | Time | Phase | What happened | Role or tool | Evidence |
                    |---|---|---|---|---|
                    | 2026-02-14 10:00 | trigger | Queue full | monitor | pager.json |
                    | 2026-02-14 10:01 |  | queue is full (https://e.example) | participant 1 | chat.json |
                    | 2026-02-14 10:05 |  | restarting | participant 2 | chat.json |
                    | 2026-02-14 10:30 | resolve | Resolved | lead | pager.json |

                    """)
            for (form, name) in [(json, "again.jsonl"), (csv, "again.csv")] {
                try Data(form.output.utf8).write(to: folder.appending(path: name))
                let again = try CommandRun.postmortem(["timeline", "--quiet", "--format", "csv", name], in: folder)
                #expect(again.output == csv.output.replacing("pager.json", with: name))
            }
        }
    }

    @Test("A source without a timeline, and one that is not there, are named with status 2, the rest done")
    func failures() throws {
        try withExports { folder in
            let run = try CommandRun.postmortem(["timeline", "prose.md", "gone.csv", "pager.json"], in: folder)
            #expect(run.status == 2)
            #expect(run.output.split(separator: "\n").count == 2)
            let lines = run.errors.split(separator: "\n")
            #expect(
                lines.first
                    == "postmortem: error: prose.md: no timeline in it; give an export with times in it, or a postmortem with its timeline under a heading such as 'Timeline'"
            )
            #expect(lines.last?.hasPrefix("postmortem: error: gone.csv: ") == true, "\(run.errors)")
            let nothing = try CommandRun.postmortem(["timeline", "--format", "csv", "prose.md"], in: folder)
            #expect(nothing.status == 2)
            #expect(nothing.output == "")
        }
    }

    @Test("A folder gives the timelines in it and passes over the rest; standard input works")
    func folder() throws {
        try withExports { folder in
            let run = try CommandRun.postmortem(["timeline", "--format", "json", "."], in: folder)
            #expect(run.status == 0)
            #expect(run.objects.count == 6)
            #expect(run.errors.contains("postmortem: .: 1 report without a timeline passed over\n"), "\(run.errors)")
            let input = try CommandRun.postmortem(
                ["timeline", "--quiet", "-"], input: Data(Self.pager.utf8), in: folder)
            #expect(input.output.hasPrefix("2026-02-14 10:00 UTC  trigger  monitor: Queue full\n"))
        }
    }

    @Test("Words of an export can't drive the terminal, and colours come only when asked for")
    func terminal() throws {
        try withTemporaryFolder { folder in
            try Data("2026-02-14 10:00 UTC \u{1B}[31mred\n2026-02-14 10:05 UTC b\n".utf8)
                .write(to: folder.appending(path: "a.log"))
            let run = try CommandRun.postmortem(["timeline", "--quiet", "a.log"], in: folder)
            #expect(run.output == "2026-02-14 10:00 UTC  \u{FFFD}[31mred\n2026-02-14 10:05 UTC  b\n")
            let colored = try CommandRun.postmortem(["timeline", "--quiet", "--color", "always", "a.log"], in: folder)
            #expect(colored.output.contains("\u{1B}[2m2026-02-14 10:05 UTC\u{1B}[0m  b"))
        }
    }

    @Test("--date is the day of times that name none; without it they stay in the text")
    func day() throws {
        try withTemporaryFolder { folder in
            try Data("23:58 UTC alert\n00:10 UTC over\n".utf8).write(to: folder.appending(path: "a.log"))
            let dated = try CommandRun.postmortem(["timeline", "--date", "2026-02-14", "a.log"], in: folder)
            #expect(dated.output == "2026-02-14 23:58 UTC  alert\n2026-02-15 00:10 UTC  over\n")
            let undated = try CommandRun.postmortem(["timeline", "--quiet", "a.log"], in: folder)
            #expect(undated.output == "not stated  23:58 UTC: alert\nnot stated  00:10 UTC: over\n")
        }
    }

    @Test("--zone holds for extract, ingest and new too")
    func zone() throws {
        try withExports { folder in
            let extract = try CommandRun.postmortem(
                ["extract", "--quiet", "--format", "json", "--zone", "PST", "notes.csv"], in: folder)
            #expect(extract.output.contains("\"at\":\"2026-02-14T11:05:00-08:00\""))
            _ = try CommandRun.postmortem(["init", "kb"], in: folder)
            let draft = try CommandRun.postmortem(
                ["new", "--base", "kb", "--title", "T", "--timeline", "notes.csv", "--zone", "Asia/Tokyo", "--quiet"],
                in: folder)
            let path = draft.output.trimmingCharacters(in: .newlines)
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            #expect(text.contains("All times are UTC+09:00."))
            #expect(text.contains("| 2026-02-14 11:05 | Consumer back |"))
        }
    }
}
