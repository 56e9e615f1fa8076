import Foundation
import GRDB
import Reports

/// The knowledge base's database: reports with their versions and sources, factors, and the full-text index over them.
///
/// ```swift
/// let index = try SearchIndex(path: URL(filePath: "my-incidents/knowledge.db"), mode: .open)
/// try index.search(SearchQuery("dns")).hits.first?.title
/// ```
///
/// Safe to use from several threads, and from several processes at once: a writer waits up to five seconds for another.
public final class SearchIndex: Sendable {
    /// What is to be done with the file.
    public enum Mode: Sendable {
        /// Make the database when there is none.
        case create
        /// Read and write an existing one.
        case open
        /// Read an existing one, also from a folder that cannot be written.
        case readOnly
    }

    /// The database's path.
    public let path: String
    let pool: DatabasePool

    /// Opens a database and brings it to this release's schema, which reading alone does not do.
    ///
    /// - Throws: ``SearchIndexError`` that says what is wrong with the file or its place.
    public init(path url: URL, mode: Mode) throws {
        let path = url.standardizedFileURL.path(percentEncoded: false)
        self.path = path
        try Self.checkPlace(of: path, mode: mode)
        pool = try SearchIndexError.mapping(path) {
            try Self.persisting(path) { try Self.connect(to: path, mode: mode) }
        }
    }

    /// Writes everything into the one file and removes the log beside it, if no other process uses it.
    ///
    /// Not needed for safety: the next to open the database finds all that was stored. Using the index afterwards fails.
    public func close() throws {
        try SearchIndexError.mapping(path) {
            // The connection that writes has to be the last: one that only reads cannot clear the log away.
            pool.invalidateReadOnlyConnections()
            try pool.close()
        }
    }

    private static func checkPlace(of path: String, mode: Mode) throws {
        var isFolder: ObjCBool = false
        let files = FileManager.default
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw SearchIndexError(path: path, reason: .notADatabase) }
            return
        }
        guard mode == .create else { throw SearchIndexError(path: path, reason: .missing) }
        let folder = (path as NSString).deletingLastPathComponent
        guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw SearchIndexError(path: path, reason: .noFolder)
        }
        guard files.isWritableFile(atPath: folder) else { throw SearchIndexError(path: path, reason: .readOnly) }
    }

    private static func connect(to path: String, mode: Mode) throws -> DatabasePool {
        let location = location(of: path, mode: mode)
        let configuration = configuration(readOnly: mode == .readOnly)
        try checkOwner(of: path, at: location, mode: mode)
        let pool = try DatabasePool(path: location, configuration: configuration)
        let migrator = Schema.migrator
        if try pool.read(migrator.hasBeenSuperseded) { throw SearchIndexError(path: path, reason: .newer) }
        if mode != .readOnly { try migrate(pool, with: migrator) }
        return pool
    }

    /// Refuses a database that is not ours before anything is written to it; an empty one may become ours.
    private static func checkOwner(of path: String, at location: String, mode: Mode) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let queue = try DatabaseQueue(path: location, configuration: configuration(readOnly: true))
        let (id, tables) = try queue.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA application_id"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
            )
        }
        let mayBecomeOurs = id == 0 && tables == 0 && mode != .readOnly
        guard id == Schema.applicationID || mayBecomeOurs else {
            throw SearchIndexError(path: path, reason: .otherProgram)
        }
    }

    /// Another process may have migrated between our look and our turn to write; then there is nothing left to do.
    private static func migrate(_ pool: DatabasePool, with migrator: DatabaseMigrator) throws {
        do {
            try migrator.migrate(pool)
        } catch let error as DatabaseError {
            guard try pool.read(migrator.hasCompletedMigrations) else { throw error }
        }
    }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.label = "knowledge base"
        return configuration
    }

    /// The path for SQLite. A write-ahead database needs to make files beside it even for reading; where it cannot, and
    /// no process has it open for writing, it is read as unchanging.
    private static func location(of path: String, mode: Mode) -> String {
        let files = FileManager.default
        guard mode == .readOnly, !files.fileExists(atPath: path + "-wal"),
            !files.isWritableFile(atPath: (path as NSString).deletingLastPathComponent)
        else { return path }
        return unchangingLocation(of: path)
    }

    /// The address that has SQLite read a file without locks and without files beside it.
    static func unchangingLocation(of path: String) -> String {
        URL(filePath: path).absoluteString + "?immutable=1"
    }

    /// Tries again for five seconds while others get in the way: SQLite does not wait by itself to turn on write-ahead
    /// logging, and the log that GRDB looks at may just be removed by a process that is done.
    private static func persisting<T>(_ path: String, _ body: () throws -> T) throws -> T {
        for _ in 0..<50 {
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
                throw error
            } catch let error as SearchIndexError {
                throw error
            } catch {
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
        do {
            return try body()
        } catch let error as CocoaError {
            throw SearchIndexError(
                path: path, reason: error.code == .fileWriteOutOfSpace ? .diskFull : .cannotOpen)
        }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try SearchIndexError.mapping(path) { try pool.read(body) }
    }

    func write<T>(_ body: (Database) throws -> T) throws -> T {
        try SearchIndexError.mapping(path) { try pool.write(body) }
    }

    func error(_ reason: SearchIndexError.Reason) -> SearchIndexError {
        SearchIndexError(path: path, reason: reason)
    }
}
