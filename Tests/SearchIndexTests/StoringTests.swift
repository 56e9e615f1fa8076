import Foundation
import GRDB
import Reports
import Testing

@testable import SearchIndex

@Suite struct Storing {
    private func fullReport() -> Report {
        Report(
            source: "https://example.org/a?x=1", kind: .publicReport, title: "Zone transfer \"stalls\" – café",
            organisation: "Example", authors: ["A. Writer", "B, \"C\""], language: "en-GB",
            url: "https://example.org/a", archivedURL: "https://archive.example/a", otherURLs: ["https://x.example/1"],
            published: Timestamp("2024-03-06"), updated: Timestamp("2024-03-07T10:00:00+01:00"),
            occurred: Timestamp("2024-03-05T14:02:00-08:00"), statedDuration: 5400, summary: "Short.",
            text: "First paragraph.\n\nA script removed the zone. 🔥", html: "<p>First</p>",
            timeline: [
                TimelineEvent(at: Timestamp("2024-03-05T14:02Z"), text: "Alert", actor: "pager", phase: "detected"),
                TimelineEvent(text: "Someone looks"),
            ],
            stamps: [
                .impactStart: Stamp(at: Timestamp("2024-03-05T14:00Z")!, estimated: true, from: "text"),
                .resolved: Stamp(at: Timestamp("2024-03-05T15:00Z")!),
            ], services: ["dns", "api, v2"], severity: "SEV-1",
            actionItems: [
                ActionItem(text: "Add a check", owner: "dns team", due: "2024-04-01", status: "open", kind: "prevent")
            ],
            warnings: ["dropped a table"])
    }

    @Test("A report comes back with every field")
    func roundTrip() throws {
        try withIndex { index in
            let report = fullReport()
            #expect(try index.store(report) == .added(id: "2024-03-05-zone-transfer-stalls-cafe"))
            let stored = try #require(try index.report(id: "2024-03-05-zone-transfer-stalls-cafe"))
            #expect(stored.report == report)
            #expect(stored.version == 1)
            #expect(stored.retrieved == noon)
            #expect(stored.model == nil)
            #expect(try index.reports() == [stored])
            #expect(try index.versions(of: stored.id) == [stored])
            #expect(try index.report(id: "other") == nil)
            #expect(try index.versions(of: "other") == [])
            #expect(try index.verify() == [])
        }
    }

    @Test("An empty report comes back as it is")
    func empty() throws {
        try withIndex { index in
            let report = Report(source: "-", kind: .timeline)
            let outcome = try index.store(report)
            #expect(outcome == .added(id: "undated-untitled"))
            #expect(try index.report(id: "undated-untitled")?.report == report)
            #expect(try index.verify() == [])
        }
    }

    @Test("The source's bytes come back, also none at all")
    func rawBytes() throws {
        try withIndex { index in
            for raw in [Data(), Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })] {
                let hash = ContentHash.sha256(raw)
                _ = try index.store(
                    report("\(raw.count)"), raw: raw, contentHash: hash, retrieved: noon, identity: "\(raw.count)")
                #expect(try index.rawBytes(hash) == raw)
            }
            #expect(try index.rawBytes("unknown") == nil)
        }
    }

    @Test("Storing the same again changes nothing, not even the time")
    func unchanged() throws {
        try withIndex { index in
            let first = try index.store(fullReport())
            let before = try index.dump()
            let later = Timestamp("2026-05-05T00:00:00Z")!
            #expect(try index.store(fullReport(), retrieved: later) == .unchanged(id: first.id))
            // The page's bytes differ, as with a token in a form, and it says the same.
            #expect(
                try index.store(
                    fullReport(), raw: Data("x".utf8), contentHash: "00", retrieved: later,
                    identity: fullReport().source)
                    == .unchanged(id: first.id))
            #expect(try index.dump() == before)
        }
    }

    @Test("Every field that changes makes a new version, and the old one is kept")
    func versions() throws {
        let changes: [@Sendable (inout Report) -> Void] = [
            { $0.title = "Other" }, { $0.organisation = nil }, { $0.authors = [] }, { $0.language = "de" },
            { $0.archivedURL = nil }, { $0.otherURLs = [] }, { $0.published = nil }, { $0.updated = nil },
            { $0.occurred = nil }, { $0.statedDuration = 1 }, { $0.summary = "" }, { $0.text += "." },
            { $0.html = "" }, { $0.timeline[0].actor = nil }, { $0.timeline.removeLast() },
            { $0.stamps[.resolved] = nil }, { $0.stamps[.impactStart]?.estimated = false }, { $0.services = ["dns"] },
            { $0.severity = nil }, { $0.actionItems[0].status = "done" }, { $0.warnings = [] },
        ]
        try withIndex { index in
            let first = fullReport()
            let id = try index.store(first, identity: "x").id
            var previous = first
            for (count, change) in changes.enumerated() {
                var changed = first
                change(&changed)
                #expect(try index.store(changed, identity: "x") == .updated(id: id, version: count + 2))
                #expect(try index.report(id: id)?.report == changed)
                previous = changed
            }
            let versions = try index.versions(of: id)
            #expect(versions.map(\.version) == Array(1...changes.count + 1))
            #expect(versions.first?.report == first)
            #expect(versions.last?.report == previous)
            #expect(try index.store(first, identity: "x") == .updated(id: id, version: changes.count + 2))
            #expect(try index.counts().reports == 1)
            #expect(try index.verify() == [])
        }
    }

    @Test("The index follows the current version")
    func indexFollows() throws {
        try withIndex { index in
            let id = try index.store(report("Outage", "caused by kangaroos"), identity: "x").id
            _ = try index.store(report("Outage", "caused by wombats"), identity: "x")
            #expect(try index.ids("kangaroos") == [])
            #expect(try index.ids("wombats") == [id])
            #expect(try index.verify() == [])
        }
    }

    @Test("Reports with the same title and date are told apart")
    func sameTitle() throws {
        try withIndex { index in
            for expected in ["2024-03-05-outage", "2024-03-05-outage-2", "2024-03-05-outage-3", "2024-03-05-outage-4"] {
                #expect(try index.store(report("Outage", source: "folder/\(expected)")) == .added(id: expected))
            }
            let second = try index.store(report("Outage 2", source: "x"))
            #expect(second == .added(id: "2024-03-05-outage-2-2"))
            #expect(try index.counts().reports == 5)
        }
    }

    @Test("An id stays when title and date change")
    func stableID() throws {
        try withIndex { index in
            _ = try index.store(report("Outage", source: "a"))
            #expect(
                try index.store(report("Another title", source: "a", date: "2025-01-01"))
                    == .updated(id: "2024-03-05-outage", version: 2))
        }
    }

    @Test("Snapshots of a status feed become one report that never goes back")
    func snapshots() throws {
        func entry(_ updated: String, _ text: String, file: String) -> Report {
            var entry = report("Slow logins", text, source: "\(file)#77", kind: .statusEntry)
            entry.url = "https://status.example/incidents/77"
            entry.updated = Timestamp(updated)
            return entry
        }
        let old = entry("2024-03-05T10:00Z", "Investigating", file: "1.atom")
        let new = entry("2024-03-05T12:00Z", "Resolved", file: "2.atom")
        try withIndex { index in
            let id = try index.store(old).id
            #expect(try index.store(new) == .updated(id: id, version: 2))
            #expect(try index.store(old) == .unchanged(id: id))
            #expect(try index.store(new) == .unchanged(id: id))
            #expect(try index.report(id: id)?.report.text == "Resolved")
        }
        try withIndex { index in
            let id = try index.store(new).id
            #expect(try index.store(old) == .unchanged(id: id))
            #expect(try index.versions(of: id).count == 1)
        }
    }

    @Test("Snapshots without a time settle as well")
    func timelessSnapshots() throws {
        func entry(_ text: String) -> Report {
            report("Slow", text, source: "f#1", kind: .statusEntry, date: nil)
        }
        try withIndex { index in
            _ = index.storeAll([incoming(entry("one")), incoming(entry("two"))])
            let before = try index.dump()
            _ = index.storeAll([incoming(entry("one")), incoming(entry("two"))])
            #expect(try index.dump() == before)
        }
    }

    @Test("Many reports are stored as one by one, a bad one alone fails")
    func storeAll() throws {
        try withIndex { index in
            let reports = (0..<1203).map { report("Report \($0)", "text \($0)") }
            let outcomes = index.storeAll(reports.map { incoming($0) })
            #expect(outcomes.count == 1203)
            #expect(try outcomes[7].get() == .added(id: "2024-03-05-report-7"))
            #expect(try index.counts().reports == 1203)
            try index.write { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER trip BEFORE INSERT ON service WHEN new.name = 'bad'
                        BEGIN SELECT raise(ABORT, 'tripped'); END
                        """)
            }
            let mixed = index.storeAll([
                incoming(report("Good")), incoming(report("Bad", services: ["fine", "bad"])), incoming(report("Fine")),
            ])
            #expect(try mixed[0].get() == .added(id: "2024-03-05-good"))
            #expect(try mixed[2].get() == .added(id: "2024-03-05-fine"))
            let error = #expect(throws: SearchIndexError.self) { try mixed[1].get() }
            #expect(error?.description.contains("tripped - while executing `INSERT INTO service") == true)
            #expect(error?.description.contains("bad") == false)
            #expect(try index.report(id: "2024-03-05-bad") == nil)
            #expect(throws: SearchIndexError.self) { try index.store(report("Bad", services: ["fine", "bad"])) }
            try index.write { try $0.execute(sql: "DROP TRIGGER trip") }
            #expect(try index.verify() == [])
        }
    }

    @Test("NUL becomes a space, and evidence keeps its place")
    func nul() throws {
        try withIndex { index in
            let report = report("a\u{0}b", "one\u{0}two three", services: ["x\u{0}"])
            let id = try index.store(report).id
            let stored = try #require(try index.report(id: id)).report
            #expect(stored.title == "a b")
            #expect(stored.text == "one two three")
            #expect(stored.services == ["x "])
            let quoted = try factor(.automation, .asserted, quote: "e\u{0}t", in: report)
            try index.store(classification: [quoted], model: "m", for: id)
            #expect(try index.verify() == [])
            #expect(try index.store(report) == .unchanged(id: id))
        }
    }

    @Test(
        "A title makes a name for a file",
        arguments: [
            ("Route 53: outage!", "2024-03-05-route-53-outage"), ("Größe & Øl – Æther", "2024-03-05-grosse-ol-aether"),
            ("don't", "2024-03-05-dont"), ("日本語", "2024-03-05-report"), ("", "2024-03-05-report"),
            ("../../etc/passwd", "2024-03-05-etc-passwd"),
            ("--x--", "2024-03-05-x"),
            (
                String(repeating: "wording ", count: 30),
                "2024-03-05-wording-wording-wording-wording-wording-wording-wording"
            ),
            (String(repeating: "w", count: 300), "2024-03-05-" + String(repeating: "w", count: 61)),
        ])
    func slug(title: String, id: String) {
        #expect(ReportID.base(for: report(title)) == id)
    }

    @Test("A free number is found among thousands, and none is used twice")
    func freeNumbers() {
        var taken: Set<String> = []
        for _ in 0..<3000 {
            let id = ReportID.free("x") { taken.contains($0) }
            #expect(taken.insert(id).inserted)
        }
        #expect(taken.contains("x") && taken.contains("x-2") && taken.contains("x-3000") && !taken.contains("x-1"))
    }
}

@Suite struct StoringClassification {
    @Test("Factors come back with their evidence, and belong to a version")
    func factors() throws {
        try withIndex { index in
            let text = report("Outage", "A script removed the zone. No AI was involved.")
            let id = try index.store(text).id
            let factors = [
                try factor(.automation, .asserted, quote: "A script removed", in: text),
                try factor(.autonomousAIAction, .denied, quote: "No AI was involved", in: text),
            ]
            #expect(try index.unclassified(by: "m1") == [id])
            try index.store(classification: factors, model: "m1", for: id)
            #expect(try index.report(id: id)?.factors == factors)
            #expect(try index.report(id: id)?.model == "m1")
            #expect(try index.unclassified(by: "m1") == [])
            #expect(try index.unclassified(by: "m2") == [id])
            _ = try index.store(report("Outage", "A script removed the zone."))
            #expect(try index.report(id: id)?.factors == [])
            #expect(try index.unclassified(by: "m1") == [id])
            #expect(try index.versions(of: id).map(\.factors) == [factors, []])
            #expect(try index.verify() == [])
        }
    }

    @Test("Classifying again replaces suggestions and leaves decisions")
    func again() throws {
        try withIndex { index in
            let text = report("Outage", "A script removed the zone.")
            let id = try index.store(text).id
            try index.store(
                classification: [try factor(.automation, .asserted, quote: "A script", in: text)], model: "m1", for: id)
            let decision = try accepted(.automation, in: index, id)
            try index.store(decisions: [decision], for: id)
            try index.store(classification: [], model: "m2", for: id)
            #expect(try index.report(id: id)?.suggestions == [])
            #expect(try index.report(id: id)?.factors.map(\.kind) == [.automation])
            _ = try index.store(report("Outage", "Other."))
            #expect(try index.ids("is:reviewed") == [id])
        }
    }

    @Test("A quote that does not stand in the report is refused, and nothing changes")
    func astray() throws {
        try withIndex { index in
            let text = report("Outage", "A script removed the zone.")
            let id = try index.store(text).id
            var wrong = try factor(.automation, .asserted, quote: "A script", in: text)
            wrong.evidence[0].quote = "A schema"
            let before = try index.dump()
            let error = #expect(throws: SearchIndexError.self) {
                try index.store(classification: [wrong], model: "m", for: id)
            }
            #expect(
                error?.description
                    == "\(index.path): a quote for automation does not stand in '2024-03-05-outage'; classify the report again"
            )
            #expect(try index.dump() == before)
        }
    }

    @Test("An unknown report is named")
    func unknown() throws {
        try withIndex { index in
            let error = #expect(throws: SearchIndexError.self) {
                try index.store(classification: [], model: "m", for: "nope")
            }
            #expect(error?.description == "\(index.path): no report 'nope'; list the ids with `postmortem search`")
        }
    }
}
