import Foundation
import GRDB

extension SearchIndex {
    /// How long a writer waits for another, in seconds.
    private static let patience = 5

    // MARK: Writing

    /// Connections to read and to write with. Needs the lock for writing only when there is something to set up.
    static func connect(to path: String) throws -> (any DatabaseReader, DatabaseQueue) {
        let isReady = try FileManager.default.fileExists(atPath: path) && isReady(path)
        let writer = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
        if !isReady { try setUp(writer) }
        return (try DatabasePool(path: path, configuration: configuration(readOnly: true)), writer)
    }

    /// Whether there is nothing to set up. Refuses a database that is not ours before anything is written to it; an
    /// empty one may become ours.
    private static func isReady(_ path: String) throws -> Bool {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
        return try queue.read { db in
            try checkOwner(of: path, in: db, mayBecomeOurs: true)
            return try Schema.migrator.hasCompletedMigrations(db)
                && String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
        }
    }

    private static func checkOwner(of path: String, in db: Database, mayBecomeOurs: Bool) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
        guard id == Schema.applicationID || mayBecomeOurs && id == 0 && tables == 0 else {
            throw SearchIndexError(path: path, reason: .otherProgram)
        }
        if try Schema.migrator.hasBeenSuperseded(db) { throw SearchIndexError(path: path, reason: .newer) }
    }

    /// Another process may have migrated between our look and our turn to write; then there is nothing left to do.
    private static func setUp(_ writer: DatabaseQueue) throws {
        try writer.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // Before the first table, so that no other process takes a base half made for another program's.
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        do {
            try Schema.migrator.migrate(writer)
        } catch let error as DatabaseError {
            guard try writer.read(Schema.migrator.hasCompletedMigrations) else { throw error }
        }
    }

    /// Tries again while others get in the way: SQLite does not wait by itself to turn on write-ahead logging.
    static func persisting<T>(_ body: () throws -> T) throws -> T {
        let deadline = ContinuousClock.now + .seconds(patience)
        while true {
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && .now < deadline {
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    private static func configuration(readOnly: Bool, ownsLog: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(TimeInterval(patience))
        configuration.label = "knowledge base"
        configuration.prepareDatabase { db in
            // GRDB has the readers of a pool wait longer.
            try db.execute(sql: "PRAGMA busy_timeout = \(patience * 1000)")
            // A commit survives a crash of the program; one of the machine may undo the last of them, never half of one.
            if !readOnly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
            if ownsLog { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        }
        return configuration
    }

    // MARK: Reading only

    /// The way to read a file that its place allows; a failure when it is damaged.
    static func readers(at path: String) throws -> Result<any DatabaseReader, SearchIndexError> {
        do {
            if let damage = damageOfHeader(path) { throw SearchIndexError(path: path, reason: .corrupt(damage)) }
            let reader = try SearchIndexError.mapping(path) { try Self.reader(at: path) }
            let isOlder = try SearchIndexError.mapping(path) { try reader.read { try Schema.isOlder($0) } }
            guard isOlder else { return .success(reader) }
            try reader.close()
            try bringUpToDate(path)
            return .success(try SearchIndexError.mapping(path) { try Self.reader(at: path) })
        } catch let error as SearchIndexError {
            guard case .corrupt = error.reason else { throw error }
            return .failure(error)
        }
    }

    /// Whoever reads expects the tables of this release.
    private static func bringUpToDate(_ path: String) throws {
        let files = FileManager.default
        guard files.isWritableFile(atPath: path),
            files.isWritableFile(atPath: (path as NSString).deletingLastPathComponent)
        else { throw SearchIndexError(path: path, reason: .older) }
        do {
            let (reader, writer) = try SearchIndexError.mapping(path) { try persisting { try connect(to: path) } }
            try reader.close()
            try writer.close()
        } catch let error as SearchIndexError where error.reason == .readOnly || error.reason == .cannotOpen {
            throw SearchIndexError(path: path, reason: .older)
        }
    }

    /// What is wrong with a file so short that SQLite does not even see a database in it.
    private static func damageOfHeader(_ path: String) -> String? {
        guard let file = try? FileHandle(forReadingFrom: URL(filePath: path)) else { return nil }
        // At the end of a file there is nothing, not even empty data.
        let head = (try? file.read(upToCount: 512)) ?? Data()
        if head.isEmpty { return "the file is empty" }
        let isCutOff = head.count < 512 && Array("SQLite format 3\0".utf8).starts(with: head.prefix(16))
        return isCutOff ? "the file is cut off after \(head.count) bytes" : nil
    }

    private static func reader(at path: String) throws -> any DatabaseReader {
        if !leavesNoFiles(at: path) {
            do {
                return try reader(of: path, at: path)
            } catch let error as DatabaseError where isOfPlace(error) {
                // No index of the log can be made beside the file.
            }
        }
        if logIsEmpty(beside: path) { return try reader(of: path, at: unchangingLocation(of: path)) }
        return try logReader(of: path)
    }

    /// Reads a file and its log without files of its own: through locks and a log index that are this process's alone.
    ///
    /// For a log that a process left behind; one that is in use has an index beside it, which is read in the usual way.
    static func logReader(of path: String) throws -> any DatabaseReader {
        try reader(of: path, at: URL(filePath: path).absoluteString + "?vfs=unix-none", ownsLog: true)
    }

    private static func reader(
        of path: String, at location: String, ownsLog: Bool = false
    ) throws -> any DatabaseReader {
        let configuration = configuration(readOnly: true, ownsLog: ownsLog)
        let reader = try DatabasePool(path: location, configuration: configuration)
        try reader.read { try checkOwner(of: path, in: $0, mayBecomeOurs: false) }
        return reader
    }

    /// Whether files that SQLite would make beside the database to read it are unwelcome: impossible in a folder that
    /// cannot be written, and in the way of the owner when made by someone who cannot write the database.
    private static func leavesNoFiles(at path: String) -> Bool {
        let files = FileManager.default
        guard !files.fileExists(atPath: path + "-wal") else { return false }
        return !files.isWritableFile(atPath: path)
            || !files.isWritableFile(atPath: (path as NSString).deletingLastPathComponent)
    }

    /// Whether the folder or the volume, rather than the database, may be what keeps SQLite from reading.
    private static func isOfPlace(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode)
    }

    private static func logIsEmpty(beside path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0 == 0
    }

    /// The address that has SQLite read a file without locks and without files beside it; the log is not looked at.
    static func unchangingLocation(of path: String) -> String {
        URL(filePath: path).absoluteString + "?immutable=1"
    }
}
