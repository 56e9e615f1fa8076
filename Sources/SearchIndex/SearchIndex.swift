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
/// Safe to use from several threads, and from several processes at once: who reads never waits for who writes, and a
/// writer waits up to five seconds for another.
public final class SearchIndex: Sendable {
    /// What is to be done with the file.
    public enum Mode: Sendable {
        /// Make the database when there is none.
        case create
        /// Read and write an existing one.
        case open
        /// Read an existing one, also from a place that cannot be written or has no room left.
        ///
        /// A damaged file opens too, so that ``SearchIndex/verify()`` can tell of it; reading it throws.
        case readOnly
    }

    /// The database's path.
    public let path: String
    /// Separate from the writer, because a pool that may write begins with writing.
    private let readers: Result<any DatabaseReader, SearchIndexError>
    /// `nil` when nothing is to be written.
    let writer: DatabaseQueue?

    /// Opens a database and brings it to this release's schema, in place.
    ///
    /// - Throws: ``SearchIndexError`` that says what is wrong with the file or its place.
    public init(path url: URL, mode: Mode) throws {
        let path = url.standardizedFileURL.path(percentEncoded: false)
        self.path = path
        try Self.checkPlace(of: path, mode: mode)
        if mode == .readOnly {
            readers = try Self.readers(at: path)
            writer = nil
        } else {
            let (reader, writer) = try SearchIndexError.mapping(path) {
                try Self.persisting { try Self.connect(to: path) }
            }
            readers = .success(reader)
            self.writer = writer
        }
    }

    deinit {
        // Nobody is left to hear of a failure, and the next to open the file finds all that was stored.
        try? close()
    }

    /// Writes everything into the one file and removes the log beside it, if no other process uses it.
    ///
    /// Not needed for safety: the next to open the database finds all that was stored. Using the index afterwards fails.
    public func close() throws {
        try SearchIndexError.mapping(path) {
            // The connection that writes has to be the last: one that only reads cannot clear the log away.
            if case .success(let reader) = readers { try reader.close() }
            try writer?.close()
        }
    }

    private static func checkPlace(of path: String, mode: Mode) throws {
        var isFolder: ObjCBool = false
        let files = FileManager.default
        let folder = (path as NSString).deletingLastPathComponent
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw SearchIndexError(path: path, reason: .notADatabase) }
            guard mode == .readOnly || files.isWritableFile(atPath: path) && files.isWritableFile(atPath: folder) else {
                throw SearchIndexError(path: path, reason: .readOnly)
            }
            return
        }
        guard mode == .create else { throw SearchIndexError(path: path, reason: .missing) }
        guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw SearchIndexError(path: path, reason: .noFolder)
        }
        guard files.isWritableFile(atPath: folder) else { throw SearchIndexError(path: path, reason: .readOnly) }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        let reader = try readers.get()
        return try SearchIndexError.mapping(path) { try reader.read(body) }
    }

    func write<T>(_ body: (Database) throws -> T) throws -> T {
        guard let writer else { throw error(.readOnly) }
        return try SearchIndexError.mapping(path) { try writer.write(body) }
    }

    func error(_ reason: SearchIndexError.Reason) -> SearchIndexError {
        SearchIndexError(path: path, reason: reason)
    }
}
