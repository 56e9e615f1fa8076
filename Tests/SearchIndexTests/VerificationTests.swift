import Foundation
import GRDB
import Reports
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct Verification {
    private let path = "knowledge.db"

    private static let outage = report("Outage", "A script broke DNS.", services: ["dns"])

    /// Runs `body` on a knowledge base after statements have done harm.
    private func withDamaged<T>(_ harm: [String], _ body: (SearchIndex) throws -> T) throws -> T {
        try withIndex { index in
            let id = try index.store(Self.outage).id
            let found = try factor(.automation, .asserted, quote: "A script", in: Self.outage)
            try index.store(classification: [found], model: "m", for: id)
            _ = try index.store(report("Other"))
            #expect(try index.verify() == [])
            try index.writer!.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                for statement in harm { try db.execute(sql: statement) }
                try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
            }
            return try body(index)
        }
    }

    /// What `verify` says after statements have done harm.
    private func damage(_ harm: [String]) throws -> [Damage] {
        try withDamaged(harm) { try $0.verify() }
    }

    private func damage(_ harm: String...) throws -> [Damage] {
        try damage(harm)
    }

    @Test("A quote that has moved is named")
    func quotes() throws {
        for sql in [
            "UPDATE quote SET utf8_from = 1, utf8_to = 9", "UPDATE quote SET quote = 'A schema'",
            "UPDATE quote SET utf8_to = 100000", "UPDATE quote SET utf8_from = 9, utf8_to = 2",
            "UPDATE quote SET utf8_from = -3, utf8_to = 5",
        ] {
            let found = try damage(sql)
            #expect(found.map(\.part) == [.evidence])
            #expect(found.first?.place == "2024-03-05-outage")
        }
        #expect(
            try damage("UPDATE quote SET quote = 'A schema'").map(\.description) == [
                "evidence 2024-03-05-outage: version 1: the quote for automation does not stand at bytes 0..<8 of its text; classify the report again"
            ])
    }

    @Test("A kept source that is not what it was is named")
    func sources() throws {
        let hash = ContentHash.sha256("Other")
        let remedy = "; restore the file from a backup, or ingest the source into a new knowledge base"
        for (sql, problem) in [
            ("deflated = x'00'", "does not decompress"), ("deflated = x''", "does not decompress"),
            (
                "deflated = (SELECT deflated FROM raw_source WHERE size = 25), size = 25",
                "its bytes have another SHA-256"
            ),
            ("size = 7", "has 5 bytes instead of 7"), ("size = 1", "does not decompress"),
            ("size = -1", "does not decompress"),
        ] {
            let found = try damage("UPDATE raw_source SET \(sql) WHERE content_hash = '\(hash)'")
            #expect(found.map(\.description) == ["source \(hash): \(problem)\(remedy)"])
        }
    }

    @Test("A full-text index out of step is named")
    func search() throws {
        let missing = try damage("DELETE FROM report_search_docsize WHERE id = 2")
        #expect(
            missing.first?.description.hasPrefix("search 2024-03-05-other: cannot be found by words; rebuild it")
                == true)
        #expect(try damage("INSERT INTO report_search_docsize VALUES (77, x'00')").map(\.place).contains("row 77"))
    }

    @Test(
        "A forged full-text index is named",
        arguments: [
            (
                "INSERT INTO report_search (rowid, title) VALUES (2, 'forged')",
                "search 2024-03-05-other: its words in the index are not those of the report"
            ),
            (
                "INSERT INTO report_search (report_search, rowid, title, body) VALUES ('delete', 2, 'Other', '')",
                "search 2024-03-05-other: cannot be found by words"
            ),
            (
                "UPDATE report_search_docsize SET sz = x'09000000000000' WHERE id = 2",
                "search 2024-03-05-other: its words in the index are not those of the report"
            ),
            (
                "UPDATE report_search_data SET block = x'0901010101010101' WHERE id = 1",
                "search report_search: its totals are not those of the reports"
            ),
            ("DELETE FROM report_search_data WHERE id > 10", "search report_search: cannot be read"),
        ])
    func forgedIndex(sql: String, message: String) throws {
        let found = try damage(sql).map(\.description)
        #expect(found.contains { $0.hasPrefix(message) && $0.contains("; rebuild it with: sqlite3") }, "\(found)")
        #expect(try damage(sql, "INSERT INTO report_search(report_search) VALUES('rebuild')") == [])
    }

    @Test("Words that stand in the index but cannot be looked up are named")
    func lookUp() throws {
        try withIndex { index in
            try index.store(report("Long", (0..<5000).map { "word\($0)" }.joined(separator: " ")))
            #expect(try index.verify() == [])
            try index.write { try $0.execute(sql: "DELETE FROM report_search_idx WHERE pgno > 2") }
            let found = try index.verify().map(\.problem)
            #expect(found == ["some of its words cannot be looked up"])
        }
    }

    @Test("A broken reference is named with its row")
    func references() throws {
        #expect(
            try damage("DELETE FROM raw_source WHERE size = 5").map(\.description) == [
                "reference report_version: the row with number 2 refers to a row of raw_source that is gone; restore the file from a backup"
            ])
        #expect(
            try damage("INSERT INTO service VALUES (77, 3, 'x')").map(\.description) == [
                "reference service: the row with version 77, position 3 refers to a row of report_version that is gone; restore the file from a backup"
            ])
        #expect(
            try damage("INSERT INTO quote VALUES (1, 9, 0, 'text', 0, 8, 'A script', 'asserted', NULL)").map(\.problem)
                == ["the row with version 1, factor 9, position 0 refers to a row of factor that is gone"])
        let headless = try damage("UPDATE report SET version = 9 WHERE number = 2")
        #expect(
            headless.first?.description
                == "reference 2024-03-05-other: its current version is gone; restore the file from a backup")
        #expect(
            try damage("UPDATE report SET id = '../../etc/passwd' WHERE number = 2").map(\.part) == [.reference])
    }

    @Test(
        "Text and facts that changed are named, also when the index was made anew from them",
        arguments: [
            "UPDATE report_version SET body = 'Something else' WHERE title = 'Outage'",
            "UPDATE report_version SET title = 'Forged' WHERE title = 'Outage'",
            "UPDATE report_version SET kind = 'gossip' WHERE title = 'Outage'",
            "UPDATE report_version SET authors = '[]]' WHERE title = 'Outage'",
            "UPDATE report_version SET published = '2025-01-01' WHERE title = 'Outage'",
            "UPDATE report_version SET updated = 'soon' WHERE title = 'Outage'",
            "UPDATE report_version SET retrieved = 'yesterday' WHERE title = 'Outage'",
            "UPDATE report_version SET warnings = '[\"none\"]' WHERE title = 'Outage'",
            "UPDATE report_version SET fingerprint = 'x' WHERE title = 'Outage'",
            "UPDATE service SET name = 'api'", "DELETE FROM service", "UPDATE service SET position = 1",
            "INSERT INTO event VALUES (1, 0, NULL, 'Someone slept', NULL, NULL)",
            "INSERT INTO stamp VALUES (1, 'gossip', '2024-03-05', 0, NULL)",
            "INSERT INTO stamp VALUES (1, 'detected', '2024-03-05', 2, NULL)",
            "INSERT INTO action VALUES (1, 0, 'Fire him', NULL, NULL, NULL, NULL)",
        ])
    func altered(sql: String) throws {
        for more in [[], ["INSERT INTO report_search(report_search) VALUES('rebuild')"]] {
            let found = try damage([sql] + more).map(\.description)
            #expect(
                found.first
                    == "report 2024-03-05-outage: version 1: its text or facts changed since they were stored; ingest its source again, which puts it back, or restore the file from a backup"
            )
            #expect(!found.contains { $0.contains("rebuild") || $0.contains("classify") })
        }
    }

    @Test(
        "What follows from the text is held against it",
        arguments: [
            "date = '2020-01-01'", "day = '2020-01-01'", "date_seconds = 0", "duration_seconds = 60",
            "severity_key = 'sev1'", "services = 'api'", "factors = ''", "timeline = 'x'",
        ])
    func derived(change: String) throws {
        let column = change.prefix { $0 != " " }
        for more in [[], ["INSERT INTO report_search(report_search) VALUES('rebuild')"]] {
            let found = try damage(["UPDATE report SET \(change) WHERE number = 1"] + more).map(\.description)
            #expect(
                found.first
                    == "report 2024-03-05-outage: version 1: the report's \(column) does not follow from its text; ingest its source again, which puts it back, or restore the file from a backup"
            )
            #expect(!found.contains { $0.contains("rebuild") })
        }
    }

    @Test("A factor that is none is named")
    func factors() throws {
        for (sql, problem) in [
            ("UPDATE factor SET kind = 'gremlins'", "there is no factor 'gremlins'"),
            ("UPDATE factor SET role = 'culprit'", "the factor automation has no role 'culprit'"),
            ("UPDATE factor SET confidence = 1.5", "the confidence in automation is not within 0...1"),
            ("UPDATE factor SET confidence = -9e999", "the confidence in automation is not within 0...1"),
            ("UPDATE factor SET contested = 7", "whether automation is contested is neither 0 nor 1"),
            ("DELETE FROM quote", "the factor automation has no quote"),
        ] {
            #expect(
                try damage(sql).map(\.description) == [
                    "report 2024-03-05-outage: version 1: \(problem); classify the report again"
                ])
        }
        #expect(
            try damage("UPDATE quote SET stance = 'alleged'").map(\.problem) == [
                "version 1: the quote for automation has no stance that this program knows"
            ])
        let unchecked = try damage("PRAGMA ignore_check_constraints = ON", "UPDATE factor SET stance = 'alleged'")
        // SQLite's check may be the first to see it.
        #expect(unchecked.count == 1)
    }

    @Test("Tables, views, indexes and triggers that are not ours are named")
    func schema() throws {
        let anew = "restore the file from a backup, or ingest the sources into a new knowledge base"
        for (sql, message) in [
            ("DROP VIEW evidence", "schema view evidence: is gone; \(anew)"),
            ("DROP INDEX report_by_date", "schema index report_by_date: is gone; \(anew)"),
            ("DROP TABLE report_search_places", "schema table report_search_places: is gone; \(anew)"),
            ("DROP TABLE setting", "schema table setting: is gone; \(anew)"),
            (
                "DROP VIEW services; CREATE VIEW services AS SELECT 1",
                "schema view services: is not as this program makes it; \(anew)"
            ),
            (
                "CREATE TRIGGER t AFTER INSERT ON service BEGIN SELECT 1; END",
                "schema trigger t: does not belong to a knowledge base; drop it unless you added it on purpose"
            ),
            (
                "DELETE FROM grdb_migrations",
                "schema table grdb_migrations: does not tell how the tables were made; \(anew)"
            ),
        ] {
            #expect(try damage(sql).map(\.description) == [message])
        }
        #expect(try damage("ANALYZE") == [])
    }

    @Test("Values that would stop a reader are named")
    func types() throws {
        let found = try damage(
            "UPDATE quote SET utf8_from = 'x'", "UPDATE report_version SET body = x'ff' WHERE number = 2")
        #expect(
            found.map(\.description) == [
                "database quote: the row with version 1, factor 0, position 0 holds values of a wrong type in utf8_from; \(Damage.fromBackupOrAnew)",
                "database report_version: the row with number 2 holds values of a wrong type in body; \(Damage.fromBackupOrAnew)",
            ])
        #expect(
            try damage("UPDATE report_version SET body = body || char(0) || 'hidden' WHERE number = 2").map(\.place)
                == ["report_version"])
    }

    @Test(
        "Ingesting the source again puts a changed report back",
        arguments: [
            ["UPDATE report_version SET body = 'Something else' WHERE number = 1"],
            ["UPDATE report_version SET fingerprint = 'x' WHERE number = 1"],
            ["UPDATE report_version SET updated = 'soon' WHERE number = 1"],
            ["UPDATE report SET timeline = 'x', date_seconds = 7 WHERE number = 1"],
            ["DELETE FROM service", "INSERT INTO event VALUES (1, 0, NULL, 'Someone slept', NULL, NULL)"],
        ])
    func mending(harm: [String]) throws {
        for rebuild in [[], ["INSERT INTO report_search(report_search) VALUES('rebuild')"]] {
            try withDamaged(harm + rebuild) { (index) throws -> Void in
                let before = try index.report(id: "2024-03-05-outage")
                #expect(try index.verify() != [])
                #expect(try index.store(Self.outage) == .updated(id: "2024-03-05-outage", version: 1))
                #expect(try index.verify() == [])
                let after = try #require(try index.report(id: "2024-03-05-outage"))
                #expect(after.report == Self.outage)
                #expect(after.factors == before?.factors)
                #expect(try index.ids("script") == [after.id])
                #expect(try index.store(Self.outage) == .unchanged(id: after.id))
            }
        }
    }

    @Test("A changed report whose source says something new leaves a sound index")
    func mendingByNews() throws {
        try withDamaged(["UPDATE report_version SET body = 'Something else' WHERE number = 1"]) {
            (index) throws -> Void in
            var news = Self.outage
            news.text = "Resolved."
            #expect(try index.store(news) == .updated(id: "2024-03-05-outage", version: 2))
            #expect(
                try index.verify().map(\.description) == [
                    "report 2024-03-05-outage: version 1: its text or facts changed since they were stored; restore the file from a backup"
                ])
        }
    }

    @Test("A server is asked for the whole again when what was read from it changed")
    func validatorsOfDamaged() throws {
        try withDamaged([]) { (index) throws -> Void in
            let address = Self.outage.source
            let validators = AddressValidators(etag: "\"1\"")
            try index.setValidators(validators, of: address)
            #expect(try index.validators(of: address) == validators)
            try index.write { try $0.execute(sql: "UPDATE report_version SET body = 'x' WHERE number = 1") }
            #expect(try index.validators(of: address) == nil)
            #expect(try index.store(Self.outage) == .updated(id: "2024-03-05-outage", version: 1))
            #expect(try index.validators(of: address) == validators)
        }
    }

    @Test("A torn file is named, or refused when it is opened")
    func torn() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: path)
            do {
                let index = try SearchIndex(path: file, mode: .create)
                for number in 0..<50 {
                    _ = try index.store(report("R\(number)", String(repeating: "word\(number) ", count: 300)))
                }
                _ = try index.writer!.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            }
            let whole = try Data(contentsOf: file)
            for position in stride(from: 2, to: whole.count / 4096, by: 7) {
                var torn = whole
                torn.replaceSubrange(position * 4096..<position * 4096 + 200, with: Data(repeating: 0xA5, count: 200))
                #expect(try isFoundDamaged(torn, at: file), "page \(position)")
            }
            #expect(try isFoundDamaged(whole.prefix(5000), at: file))
            #expect(try !isFoundDamaged(whole, at: file))
        }
    }

    private func isFoundDamaged(_ bytes: Data, at file: URL) throws -> Bool {
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: file.path(percentEncoded: false) + end)
        }
        try bytes.write(to: file)
        // Whatever the damage, there is an answer to give.
        let index = try SearchIndex(path: file, mode: .readOnly)
        _ = try index.counts()
        return try !index.verify().isEmpty
    }

    @Test(
        "A file that is cut off is damage, and refused by all else", arguments: [0, 1, 99, 100, 511, 512, 4096, 60_000])
    func cutOff(length: Int) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: path)
            do {
                let index = try SearchIndex(path: file, mode: .create)
                try index.store(report("Outage"))
                try index.close()
            }
            let bytes = try Data(contentsOf: file).prefix(length)
            #expect(bytes.count == length)
            try bytes.write(to: file)
            let index = try SearchIndex(path: file, mode: .readOnly)
            let damage = try index.verify()
            #expect(damage.map(\.part) == [.database])
            #expect(damage.first?.place == index.path)
            #expect(!damage.description.contains("postmortem verify"))
            #expect(try index.counts() == SearchIndex.Counts(reports: 0, versions: 0))
            let error = #expect(throws: SearchIndexError.self) { try index.ids("outage") }
            #expect(error?.description.contains("the database is damaged (") == true)
            // To SQLite, a file of one byte is empty: <https://www.sqlite.org/src/file/src/os_unix.c>, `unixFileSize`.
            guard length > 1 else { return }
            #expect(throws: SearchIndexError.self) { try SearchIndex(path: file, mode: .open) }
        }
    }
}
