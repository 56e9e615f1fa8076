import Foundation
import GRDB
import Reports
import TestSupport
import Testing

@testable import SearchIndex

/// The acceptance of what is suggested.
func accepted(
    _ kind: FactorKind, in index: SearchIndex, _ id: String, verdict: ReviewDecision.Verdict = .accept
) throws -> ReviewDecision {
    let report = try #require(try index.report(id: id))
    let factor = try #require(report.suggestions.first { $0.kind == kind })
    let isRejected = verdict == .reject
    return ReviewDecision(
        kind: kind, verdict: verdict, stance: isRejected ? nil : factor.stance, role: isRejected ? nil : factor.role,
        evidence: factor.evidence, by: "incident lead", at: noon, note: "seen in the logs", version: report.version,
        textHash: ContentHash.sha256(report.report.text), model: report.model,
        suggestion: ReviewDecision.Suggestion(factor))
}

@Suite("Decisions")
struct ReviewTests {
    private static let outage = report("Outage", "A script removed the zone. The disk was full. No AI took part.")

    private func withReport<T>(_ body: (SearchIndex, String) throws -> T) throws -> T {
        try withIndex { index in
            let id = try index.store(Self.outage).id
            let factors = [
                try factor(.automation, .asserted, quote: "A script removed", in: Self.outage),
                try factor(.capacity, .suspected, quote: "The disk was full", in: Self.outage),
            ]
            try index.store(classification: factors, model: "m1", for: id)
            return try body(index, id)
        }
    }

    @Test("A decision is read back as it was made, and marks the factor that holds")
    func kept() throws {
        try withReport { index, id in
            let decision = try accepted(.capacity, in: index, id)
            let stored = try index.store(decisions: [decision], for: id)
            let catalogued = try #require(try index.report(id: id))
            #expect(catalogued.decisions == stored)
            #expect(stored[0].number == 1 && stored[0].note == "seen in the logs")
            #expect(catalogued.factors.map(\.kind) == [.capacity, .automation])
            #expect(catalogued.factors.map(\.review) == [.accepted, nil])
            #expect(catalogued.factors[0].confidence == 1)
            #expect(catalogued.suggestions.map(\.kind) == [.automation, .capacity])
            #expect(try index.verify() == [])
        }
    }

    @Test("Search prefers decisions: what was rejected is not found, what was added is, in words too")
    func searched() throws {
        try withReport { index, id in
            #expect(try index.ids("factor:capacity") == [id])
            #expect(try index.ids("is:reviewed") == [])
            #expect(try index.ids("\"human action\"") == [])
            var added = try accepted(.capacity, in: index, id)
            (added.kind, added.verdict, added.suggestion) = (.humanAction, .add, nil)
            try index.store(decisions: [try accepted(.capacity, in: index, id, verdict: .reject), added], for: id)
            #expect(try index.ids("factor:capacity") == [])
            #expect(try index.ids("factor:human-action") == [id])
            #expect(try index.ids("factor:automation") == [id])
            #expect(try index.ids("\"human action\"") == [id])
            #expect(try index.ids("is:reviewed") == [id])
            #expect(try index.search(SearchQuery("zone")).hits[0].factors.map(\.kind) == [.humanAction, .automation])

            var denied = added
            (denied.stance, denied.verdict, denied.suggestion) = (.denied, .change, nil)
            try index.store(decisions: [denied], for: id)
            #expect(try index.ids("factor:human-action") == [])
            #expect(try index.ids("factor:!human-action") == [id])
            #expect(try index.verify() == [])
        }
    }

    @Test("Decisions outlive another model and another text, where their words are found again")
    func outlives() throws {
        try withReport { index, id in
            try index.store(decisions: [try accepted(.capacity, in: index, id)], for: id)
            try index.store(classification: [], model: "m2", for: id)
            #expect(try index.report(id: id)?.factors.map(\.kind) == [.capacity])

            _ = try index.store(report("Outage", "First, the pager rang. The disk was full."))
            let moved = try #require(try index.report(id: id))
            #expect(moved.version == 2 && moved.factors.map(\.kind) == [.capacity])
            #expect(moved.factors[0].evidence.map(\.utf8Range) == [23..<40])
            #expect(try index.ids("factor:capacity") == [id])
            #expect(try index.ids("capacity") == [id])

            _ = try index.store(report("Outage", "Nothing is known."))
            let gone = try #require(try index.report(id: id))
            #expect(gone.factors.map(\.kind) == [.capacity])
            #expect(gone.factors[0].evidence == [])
            #expect(try index.verify() == [])
        }
    }

    @Test("A later decision stands, the earlier one is kept, and nobody can change or remove either")
    func appendOnly() throws {
        try withReport { index, id in
            try index.store(decisions: [try accepted(.capacity, in: index, id)], for: id)
            try index.store(decisions: [try accepted(.capacity, in: index, id, verdict: .reject)], for: id)
            #expect(try index.report(id: id)?.decisions.map(\.verdict) == [.accept, .reject])
            #expect(try index.report(id: id)?.factors.map(\.kind) == [.automation])
            for sql in [
                "DELETE FROM decision", "UPDATE decision SET note = 'x'", "DELETE FROM decision_quote",
                "UPDATE decision_quote SET quote = 'x'",
            ] {
                let error = #expect(throws: SearchIndexError.self) { try index.write { try $0.execute(sql: sql) } }
                #expect(error?.description.contains("a decision is kept as it was made; add another") == true)
            }
            let stands = try index.read {
                try String.fetchAll($0, sql: "SELECT decision FROM review_decisions WHERE stands")
            }
            #expect(stands == ["reject"])
        }
    }

    @Test("What does not stand in the text, or was made on another version, is refused whole")
    func refused() throws {
        try withReport { index, id in
            let good = try accepted(.capacity, in: index, id)
            var astray = try accepted(.automation, in: index, id)
            astray.evidence[0].quote = "A schema removed"
            var old = good
            old.version = 7
            let before = try index.dump()
            let first = #expect(throws: SearchIndexError.self) {
                try index.store(decisions: [good, astray], for: id)
            }
            #expect(first?.reason == .quoteAstray(report: id, kind: "automation"))
            let second = #expect(throws: SearchIndexError.self) { try index.store(decisions: [old], for: id) }
            #expect(
                second?.description
                    == "\(index.path): '\(id)' was changed in the meantime; look at it again with `postmortem review \(id)`"
            )
            #expect(throws: SearchIndexError.self) { try index.store(decisions: [good], for: "nope") }
            #expect(try index.dump() == before)
        }
    }

    @Test("verify names decisions that cannot be and quotes that do not stand")
    func damaged() throws {
        try withReport { index, id in
            try index.write {
                try $0.execute(
                    sql: """
                        INSERT INTO decision (report, kind, verdict, stance, contested, role, at, version, text_hash)
                        VALUES (1, 'weather', 'accept', 'asserted', 0, 'trigger', 'soon', 1, 'x');
                        INSERT INTO decision_quote VALUES (1, 0, 'text', 0, 3, 'The', 'asserted', NULL);
                        """)
            }
            let problems = try index.verify().filter { $0.part == .review }.map(\.problem)
            #expect(
                problems == [
                    "decision 1 on weather: there is no such factor", "decision 1 on weather: its time cannot be read",
                    "decision 1 on weather: it was made on another text than its version holds",
                    "decision 1: the quote for weather does not stand at bytes 0..<3 of its text",
                ])
            #expect(try index.verify()[0].remedy.contains("postmortem review"))
            #expect(try index.report(id: id)?.decisions == [])
        }
    }

    @Test("Views show what holds, what is suggested and every decision")
    func views() throws {
        try withReport { index, id in
            try index.store(decisions: [try accepted(.capacity, in: index, id, verdict: .reject)], for: id)
            try index.store(decisions: [try accepted(.automation, in: index, id)], for: id)
            let rows = try index.read { db in
                try ["factors": "review", "suggestions": "stance", "evidence": "quote", "review_decisions": "decision"]
                    .sorted { $0.key < $1.key }.map { view, column in
                        try Row.fetchAll(db, sql: "SELECT kind, \(column) FROM \(view) ORDER BY kind").map {
                            "\($0[0] as String) \($0[1] as String)"
                        }
                    }
            }
            #expect(
                rows == [
                    ["automation A script removed"], ["automation accepted"], ["automation accept", "capacity reject"],
                    ["automation asserted", "capacity suspected"],
                ])
        }
    }

    // MARK: The first form

    /// A knowledge base as the first release made it, with one report and one decision.
    private func makeOldBase(at file: URL) throws {
        let queue = try DatabaseQueue(path: file.path(percentEncoded: false))
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = \(Schema.applicationID)")
        }
        try Schema.migrator.migrate(queue, upTo: "1")
        try queue.write { db in
            let rows = ReportRows(report: Self.outage)
            try db.execute(
                sql: "INSERT INTO raw_source VALUES (?, 0, ?)",
                arguments: [ContentHash.sha256(""), Data([0x78, 0x9C, 0x03, 0, 0, 0, 0, 1])])
            let columns = ReportRows.currentColumns + ["id", "identity"]
            try db.execute(
                sql:
                    "INSERT INTO report (\(columns.joined(separator: ", "))) VALUES (\(ReportRows.marks(columns.count)))",
                arguments: StatementArguments(
                    rows.current(
                        version: 1,
                        factors: [
                            try factor(.automation, .asserted, quote: "A script removed", in: Self.outage)
                        ])
                        + ["outage".databaseValue, "outage".databaseValue]))
            // Our rows have a column more than the first release's.
            try db.execute(sql: "ALTER TABLE report_version ADD COLUMN incident TEXT")
            try rows.insert(
                into: 1, version: 1, retrieved: noon, contentHash: ContentHash.sha256(""),
                fingerprint: Fingerprint.of(Self.outage), in: db)
            try db.execute(sql: "ALTER TABLE report_version DROP COLUMN incident")
            try SearchIndex.index(1, in: db)
            try db.execute(
                sql: """
                    UPDATE report_version SET model = 'm1';
                    INSERT INTO factor VALUES (1, 0, 'automation', 'asserted', 0, 0.8, 'trigger');
                    INSERT INTO quote VALUES (1, 0, 0, 'text', 0, 16, 'A script removed', 'asserted', NULL);
                    INSERT INTO review_decision (report, kind, decision, quote, decided_by, at, note)
                    VALUES (1, 'automation', 'accept', 'A script removed', 'lead', '2024-01-01', 'why');
                    """)
        }
        try queue.close()
    }

    @Test(
        "A base of the first release is brought up to date in place, its decisions too, even when it is only read",
        arguments: [SearchIndex.Mode.readOnly, .open])
    func upgraded(mode: SearchIndex.Mode) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            try makeOldBase(at: file)
            let index = try SearchIndex(path: file, mode: mode)
            let catalogued = try #require(try index.report(id: "outage"))
            let decision = try #require(catalogued.decisions.first)
            #expect(decision.verdict == .accept && decision.by == "lead" && decision.note == "why")
            #expect(decision.stance == .asserted && decision.role == .trigger && decision.model == "m1")
            #expect(decision.suggestion?.confidence == 0.8)
            #expect(decision.evidence.map(\.utf8Range) == [0..<16])
            #expect(catalogued.factors.map(\.review) == [.accepted])
            #expect(try index.ids("is:reviewed") == ["outage"])
            #expect(try index.verify() == [])
            #expect(try index.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 2)
        }
    }
}
