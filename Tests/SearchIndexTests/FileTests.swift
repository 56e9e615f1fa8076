import Foundation
import GRDB
import Reports
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct DatabaseFile {
    private func message(_ path: URL, _ mode: SearchIndex.Mode) -> String? {
        do {
            _ = try SearchIndex(path: path, mode: mode)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("A file that is no knowledge base is refused with its name and a remedy, and left as it is")
    func refusals() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let path = file.path(percentEncoded: false)
            #expect(
                message(file, .open)
                    == "\(path): no knowledge base here; run `postmortem init`, or name its folder with --base")
            #expect(message(file, .readOnly) == message(file, .open))
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(
                message(folder.appending(path: "none/knowledge.db"), .create)
                    == "\(folder.path(percentEncoded: false))/none/knowledge.db: the folder does not exist; make it first, or name another with --base"
            )
            try Data(repeating: 65, count: 5000).write(to: file)
            for mode in [SearchIndex.Mode.create, .open, .readOnly] {
                #expect(
                    message(file, mode)
                        == "\(path): not a SQLite database; move the file away and run `postmortem ingest` again")
            }
            #expect(message(folder, .open)?.contains("not a SQLite database") == true)
            #expect(try Data(contentsOf: file) == Data(repeating: 65, count: 5000))
        }
    }

    @Test("Another program's database is refused and not touched")
    func otherProgram() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "other.db")
            let path = file.path(percentEncoded: false)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE invoice (number)") }
            let before = try Data(contentsOf: file)
            for mode in [SearchIndex.Mode.create, .open, .readOnly] {
                #expect(
                    message(file, mode)
                        == "\(path): a database of another program; name the knowledge base's folder with --base")
            }
            #expect(try Data(contentsOf: file) == before)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["other.db"])
        }
    }

    @Test("A database of a later release is refused")
    func newer() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            try SearchIndex(path: file, mode: .create).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')")
            }
            for mode in [SearchIndex.Mode.create, .open, .readOnly] {
                #expect(
                    message(file, mode)
                        == "\(file.path(percentEncoded: false)): made by a newer postmortem than this one; install the newer version to read it"
                )
            }
        }
    }

    @Test("Opening keeps what is there, reading only writes nothing")
    func reopening() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let id = try SearchIndex(path: file, mode: .create).store(report("Outage")).id
            #expect(try SearchIndex(path: file, mode: .create).ids("outage") == [id])
            #expect(try SearchIndex(path: file, mode: .open).ids("outage") == [id])
            let reader = try SearchIndex(path: file, mode: .readOnly)
            #expect(try reader.ids("outage") == [id])
            #expect(try reader.verify() == [])
            let error = #expect(throws: SearchIndexError.self) { try reader.store(report("Other")) }
            #expect(
                error?.description
                    == "\(reader.path): cannot be written; check the permissions of the file and its folder")
        }
    }

    @Test("A folder that cannot be written can be read")
    func readOnlyFolder() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a b?#%20é.db")
            let index = try SearchIndex(path: file, mode: .create)
            let id = try index.store(report("Outage")).id
            try index.close()
            let before = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            #expect(before == ["a b?#%20é.db"])
            // Permissions do not bind the superuser, so that what the reader opens then is opened here directly.
            var configuration = Configuration()
            configuration.readonly = true
            let pool = try DatabasePool(
                path: SearchIndex.unchangingLocation(of: index.path), configuration: configuration)
            #expect(try pool.read { try String.fetchAll($0, sql: "SELECT id FROM reports") } == [id])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == before)
        }
    }

    @Test("An empty file becomes a knowledge base, but not by reading it")
    func emptyFile() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            try Data().write(to: file)
            #expect(message(file, .readOnly)?.contains("another program") == true)
            let index = try SearchIndex(path: file, mode: .open)
            #expect(try index.counts().reports == 0)
        }
    }

    @Test(
        "An error of SQLite says what to do",
        arguments: [
            (
                ResultCode.SQLITE_FULL,
                "k.db: the disk is full; free some space and run the command again, nothing was half-written"
            ),
            (.SQLITE_BUSY, "k.db: another process is writing; wait until it has finished and run the command again"),
            (
                .SQLITE_CORRUPT,
                "k.db: the database is damaged (m); run `postmortem verify`, or restore it from a backup"
            ),
            (.SQLITE_READONLY_DIRECTORY, "k.db: cannot be written; check the permissions of the file and its folder"),
            (.SQLITE_CANTOPEN, "k.db: cannot be opened; check that the file and its folder are readable"),
            (.SQLITE_IOERR_READ, "k.db: SQLite error 266: m - while executing `SELECT ?`"),
        ])
    func errors(code: ResultCode, message: String) {
        let error = DatabaseError(resultCode: code, message: "m", sql: "SELECT ?", arguments: ["secret"])
        #expect(SearchIndexError(path: "k.db", error).description == message)
    }

    @Test("A full disk stores nothing of the report, says so, and does no harm")
    func fullDisk() throws {
        try withIndex { index in
            let id = try index.store(report("First")).id
            try index.pool.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
            }
            let big = report("Second", String(repeating: "word ", count: 50_000))
            let error = #expect(throws: SearchIndexError.self) { try index.store(big) }
            #expect(error?.reason == .diskFull)
            let results = index.storeAll([incoming(report("Small")), incoming(big)])
            #expect(results.contains { if case .failure(let error) = $0 { error.reason == .diskFull } else { false } })
            try index.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            #expect(try index.ids("") == [id])
            #expect(try index.verify() == [])
            #expect(try index.store(big).id == "2024-03-05-second")
        }
    }

    @Test("Writers wait for one another, and none loses a report")
    func concurrentWriters() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let failures = Failures()
            // Each opens the file anew, as a process of its own would; all race to create it.
            DispatchQueue.concurrentPerform(iterations: 6) { writer in
                do {
                    let index = try SearchIndex(path: file, mode: .create)
                    for number in 0..<20 { _ = try index.store(report("Outage", source: "\(writer)/\(number)")) }
                } catch { failures.add("\(error)") }
            }
            #expect(failures.all == [])
            let index = try SearchIndex(path: file, mode: .open)
            #expect(try index.counts().reports == 120)
            #expect(try Set(index.ids("")).count == 120)
            #expect(try index.verify() == [])
        }
    }

    @Test("A long lock ends in a message")
    func locked() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let index = try SearchIndex(path: file, mode: .create)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: index.path, configuration: configuration)
            try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let error = #expect(throws: SearchIndexError.self) { try index.store(report("Outage")) }
            #expect(error?.reason == .locked)
            try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
            #expect(try index.ids("") == [])
        }
    }

    @Test("The stock shell reads and searches it: views by their names, no functions of ours")
    func stockTools() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let text = report("Outage", "A script broke DNS.", services: ["dns"], timeline: ["Alert"])
            let id: String
            do {
                let index = try SearchIndex(path: file, mode: .create)
                id = try index.store(text).id
                try index.store(
                    classification: [try factor(.automation, .asserted, quote: "A script", in: text)], model: "m",
                    for: id)
            }
            // A plain connection without anything registered on it.
            let views = try DatabaseQueue(path: file.path(percentEncoded: false)).read { db in
                #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
                for view in [
                    "reports", "factors", "evidence", "timeline_events", "action_items", "stamps", "services",
                    "report_versions", "review_decisions", "raw_sources",
                ] {
                    _ = try Row.fetchAll(db, sql: "SELECT * FROM \(view)")
                }
                #expect(
                    try String.fetchAll(
                        db,
                        sql:
                            "SELECT id FROM reports WHERE rowid IN (SELECT rowid FROM report_search WHERE report_search MATCH 'script')"
                    )
                        == [id])
                #expect(
                    try String.fetchOne(db, sql: "SELECT quote FROM evidence WHERE report = ?", arguments: [id])
                        == "A script")
                #expect(try String.fetchOne(db, sql: "SELECT kind FROM factors") == "automation")
                return try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
            }
            #expect(views.count == 11)
        }
    }

    @Test("Counts sum up")
    func counts() throws {
        try withIndex { index in
            _ = try index.store(report("A", organisation: "X", timeline: ["1", "2"]), identity: "a")
            _ = try index.store(report("A", organisation: "X", timeline: ["1"]), identity: "a")
            _ = try index.store(report("B"), identity: "b")
            let counts = try index.counts()
            #expect(
                (counts.reports, counts.versions, counts.timelineEvents, counts.factors, counts.organisations)
                    == (2, 3, 1, 0, 1))
            #expect(counts.bytes > 4096)
        }
    }
}

private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var messages: [String] = []

    var all: [String] { lock.withLock { messages } }

    func add(_ message: String) {
        lock.withLock { messages.append(message) }
    }
}

@Suite struct Verification {
    private let path = "knowledge.db"

    /// What `verify` says after a statement has done harm.
    private func damage(_ sql: String...) throws -> [Damage] {
        try withIndex { index in
            let text = report("Outage", "A script broke DNS.", services: ["dns"])
            let id = try index.store(text).id
            try index.store(
                classification: [try factor(.automation, .asserted, quote: "A script", in: text)], model: "m", for: id)
            _ = try index.store(report("Other"))
            #expect(try index.verify() == [])
            try index.pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                for statement in sql { try db.execute(sql: statement) }
            }
            return try index.verify()
        }
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
        #expect(
            try damage("UPDATE report_version SET body = 'Something else' WHERE title = 'Other'").map(\.problem)
                == ["its words are not those of the reports"])
        let missing = try damage("DELETE FROM report_search_docsize WHERE id = 2")
        #expect(
            missing.first?.description.hasPrefix("search 2024-03-05-other: cannot be found by words; rebuild it")
                == true)
        #expect(try damage("INSERT INTO report_search_docsize VALUES (77, x'00')").map(\.place).contains("row 77"))
    }

    @Test("The remedy for the full-text index works")
    func rebuild() throws {
        #expect(
            try damage(
                "UPDATE report_version SET body = 'Something else' WHERE title = 'Other'",
                "INSERT INTO report_search(report_search) VALUES('rebuild')") == [])
    }

    @Test("A broken reference is named")
    func references() throws {
        let dangling = try damage("DELETE FROM raw_source WHERE size = 5")
        #expect(dangling.map(\.problem) == ["row 2 refers to a row of raw_source that is gone"])
        let headless = try damage("UPDATE report SET version = 9 WHERE number = 2")
        #expect(
            headless.first?.description
                == "reference 2024-03-05-other: its current version is gone; restore the file from a backup, or ingest the source again"
        )
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
                _ = try index.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
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
        do {
            return try !SearchIndex(path: file, mode: .open).verify().isEmpty
        } catch let error as SearchIndexError {
            guard case .corrupt = error.reason else { throw error }
            return true
        }
    }
}
