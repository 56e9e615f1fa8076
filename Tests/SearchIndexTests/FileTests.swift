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

    @Test("A folder that cannot be written can be read, and nothing is left in it")
    func readOnlyFolder() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a b?#%20é.db")
            let index = try SearchIndex(path: file, mode: .create)
            let id = try index.store(report("Outage")).id
            try index.close()
            let before = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            #expect(before == ["a b?#%20é.db"])
            try withoutPermission(folder) {
                let reader = try SearchIndex(path: file, mode: .readOnly)
                #expect(try reader.ids("outage") == [id])
                #expect(try reader.verify() == [])
                // Permissions do not bind the superuser.
                guard geteuid() != 0 else { return }
                for mode in [SearchIndex.Mode.create, .open] {
                    #expect(message(file, mode)?.contains("cannot be written") == true)
                }
                try reader.close()
                let after = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
                #expect(after == before)
            }
            // What the reader opens then, opened here directly, for the superuser too.
            var configuration = Configuration()
            configuration.readonly = true
            let pool = try DatabasePool(
                path: SearchIndex.unchangingLocation(of: index.path), configuration: configuration)
            #expect(try pool.read { try String.fetchAll($0, sql: "SELECT id FROM reports") } == [id])
        }
    }

    @Test(
        "Files that a process left beside the database do not keep others from reading",
        arguments: [["-wal", "-shm"], ["-wal"], ["-shm"], ["empty -wal", "-shm"], ["empty -wal"]])
    func leftovers(_ left: [String]) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let copy = folder.appending(path: "copy", directoryHint: .isDirectory)
            try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
            let target = copy.appending(path: "knowledge.db")
            let index = try SearchIndex(path: file, mode: .create)
            var expected = [try index.store(report("First")).id]
            _ = try index.writer!.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            // Stands in the log alone, so it is lost without it.
            let second = try index.store(report("Second")).id
            if left.contains("-wal") { expected.append(second) }
            try FileManager.default.copyItem(at: file, to: target)
            for name in left {
                let end = String(name.drop { $0 != "-" })
                let path = file.path(percentEncoded: false) + end
                let data = name.hasPrefix("empty") ? Data() : try Data(contentsOf: URL(filePath: path))
                try data.write(to: URL(filePath: target.path(percentEncoded: false) + end))
            }
            try withoutPermission(copy) {
                let reader = try SearchIndex(path: target, mode: .readOnly)
                #expect(try reader.ids("") == expected)
                #expect(try reader.verify() == [])
            }
        }
    }

    @Test("A log is read without files beside it")
    func logReading() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let index = try SearchIndex(path: file, mode: .create)
            let ids = [try index.store(report("First")).id, try index.store(report("Second")).id]
            let copy = folder.appending(path: "copy.db")
            try FileManager.default.copyItem(at: file, to: copy)
            let path = copy.path(percentEncoded: false)
            try FileManager.default.copyItem(atPath: index.path + "-wal", toPath: path + "-wal")
            let reader = try SearchIndex.logReader(of: path)
            #expect(try reader.read { try String.fetchAll($0, sql: "SELECT id FROM reports ORDER BY id") } == ids)
            try reader.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
        }
    }

    /// Runs `body` while a folder and what is in it cannot be written, except by the superuser.
    private func withoutPermission(_ folder: URL, _ body: () throws -> Void) throws {
        let files = FileManager.default
        let path = folder.path(percentEncoded: false)
        let all = try files.contentsOfDirectory(atPath: path).map { "\(path)/\($0)" }
        for file in all { try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file) }
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
        defer {
            try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            for file in all { try? files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file) }
        }
        try body()
    }

    @Test("An empty file becomes a knowledge base, but not by reading it")
    func emptyFile() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            try Data().write(to: file)
            let empty = #expect(throws: SearchIndexError.self) {
                try SearchIndex(path: file, mode: .readOnly).search(SearchQuery("x"))
            }
            #expect(empty?.reason == .corrupt("the file is empty"))
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
            (
                .SQLITE_IOERR_SHMSIZE,
                "k.db: the disk is full; free some space and run the command again, nothing was half-written"
            ),
            (
                .SQLITE_IOERR_READ,
                "k.db: the disk fails (SQLite error 266); check it and its connection, then run `postmortem verify`"
            ),
            (
                .SQLITE_IOERR_WRITE,
                "k.db: the disk fails (SQLite error 778); check it and its connection, then run `postmortem verify`"
            ),
            (.SQLITE_ERROR, "k.db: SQLite error 1: m - while executing `SELECT ?`"),
        ])
    func errors(code: ResultCode, message: String) {
        let error = DatabaseError(resultCode: code, message: "m", sql: "SELECT ?", arguments: ["secret"])
        #expect(SearchIndexError(path: "k.db", error).description == message)
    }

    @Test("A full disk stores nothing of the report, says so, and does no harm")
    func fullDisk() throws {
        try withIndex { index in
            let id = try index.store(report("First")).id
            try index.writer!.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
            }
            let big = report("Second", String(repeating: "word ", count: 50_000))
            let error = #expect(throws: SearchIndexError.self) { try index.store(big) }
            #expect(error?.reason == .diskFull)
            let results = index.storeAll([incoming(report("Small")), incoming(big)])
            #expect(results.contains { if case .failure(let error) = $0 { error.reason == .diskFull } else { false } })
            try index.writer!.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            #expect(try index.ids("") == [id])
            #expect(try index.verify() == [])
            #expect(try index.store(big).id == "2024-03-05-second")
        }
    }

    private static let smallDisk = ProcessInfo.processInfo.environment["POSTMORTEM_SMALL_DISK"]

    /// Needs an empty volume of some megabytes: `mount -t tmpfs -o size=4m tmpfs DIR`, then `POSTMORTEM_SMALL_DISK=DIR`.
    @Test("A base on a full disk is read, and says so when it is to be written", .enabled(if: smallDisk != nil))
    func readingOnFullDisk() throws {
        let folder = URL(filePath: try #require(Self.smallDisk), directoryHint: .isDirectory)
        let (file, filler) = (folder.appending(path: "knowledge.db"), folder.appending(path: "filler"))
        let index = try SearchIndex(path: file, mode: .create)
        let id = try index.store(report("Outage")).id
        try index.close()
        #expect(FileManager.default.createFile(atPath: filler.path(percentEncoded: false), contents: nil))
        let handle = try FileHandle(forWritingTo: filler)
        while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
        try handle.truncate(atOffset: handle.seekToEnd() - 20_480)
        let reader = try SearchIndex(path: file, mode: .readOnly)
        #expect(try reader.ids("outage") == [id])
        #expect(try reader.verify() == [])
        for mode in [SearchIndex.Mode.create, .open] {
            #expect(message(file, mode)?.contains("the disk is full") == true)
        }
        for name in ["filler", "knowledge.db", "knowledge.db-wal", "knowledge.db-shm"] {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
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

    /// Runs `body` while another connection, as of another process, holds the lock for writing on a closed database.
    private func whileAnotherWrites(_ body: (URL, _ id: String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            let first = try SearchIndex(path: file, mode: .create)
            let id = try first.store(report("Outage")).id
            try first.close()
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: first.path, configuration: configuration)
            try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
            try body(file, id)
            try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        }
    }

    @Test(
        "While another process writes, reading works at once and writing gives up after five seconds",
        arguments: [SearchIndex.Mode.create, .open, .readOnly])
    func locked(mode: SearchIndex.Mode) throws {
        try whileAnotherWrites { file, id in
            let clock = ContinuousClock()
            var index: SearchIndex?
            let opening = try clock.measure {
                index = try SearchIndex(path: file, mode: mode)
                #expect(try index?.ids("outage") == [id])
                #expect(try index?.verify() == [])
            }
            #expect(opening < .seconds(3))
            guard mode == .open else { return }
            let writing = clock.measure {
                let error = #expect(throws: SearchIndexError.self) { try index?.store(report("Other")) }
                #expect(error?.reason == .locked)
            }
            #expect(writing > .seconds(4) && writing < .seconds(10))
            #expect(try index?.ids("") == [id])
        }
    }

    @Test("A base that is still to be made waits five seconds for another process that writes")
    func lockedSetUp() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "knowledge.db")
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: file.path(percentEncoded: false), configuration: configuration)
            try other.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE") }
            let elapsed = ContinuousClock().measure {
                #expect(message(file, .create)?.contains("another process is writing") == true)
            }
            #expect(elapsed > .seconds(4) && elapsed < .seconds(12))
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
                    "report_versions", "review_decisions", "review_quotes", "suggestions", "suggested_evidence",
                    "raw_sources",
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
            #expect(views.count == 15)
        }
    }

    @Test("Counts sum up")
    func counts() throws {
        try withIndex { index in
            _ = try index.store(report("A", organisation: "X", timeline: ["1", "2"]), identity: "a")
            _ = try index.store(report("A", organisation: "X", timeline: ["1"]), identity: "a")
            _ = try index.store(report("B"), identity: "b")
            #expect(try index.counts() == SearchIndex.Counts(reports: 2, versions: 3))
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
