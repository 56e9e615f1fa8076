import Foundation
import GRDB

/// Why the knowledge base's database could not do what was asked.
public struct SearchIndexError: Error, Equatable {
    public enum Reason: Equatable, Sendable {
        case missing
        case noFolder
        case notADatabase
        /// A SQLite database that some other program made.
        case otherProgram
        /// Made by a later release.
        case newer
        /// Made by an earlier release, in a place that cannot be written, where it cannot be brought up to date.
        case older
        /// The report has another version than the one that was looked at.
        case changedMeanwhile(String)
        case readOnly
        case cannotOpen
        case diskFull
        case locked
        case corrupt(String)
        /// The disk or its file system fails, with SQLite's extended code.
        case unreadableDisk(code: Int)
        case unknownReport(String)
        /// A quote that does not stand at its place in the report, by the report's id and the factor's kind.
        case quoteAstray(report: String, kind: String)
        /// Kept bytes that do not decompress, by their hash.
        case damagedSource(String)
        /// Any other code of SQLite, with its message and the statement without its values.
        case sqlite(code: Int, message: String, sql: String?)
    }

    /// The database's path.
    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

extension SearchIndexError: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .missing: "\(path): no knowledge base here; run `postmortem init`, or name its folder with --base"
        case .noFolder: "\(path): the folder does not exist; make it first, or name another with --base"
        case .notADatabase: "\(path): not a SQLite database; move the file away and run `postmortem ingest` again"
        case .otherProgram: "\(path): a database of another program; name the knowledge base's folder with --base"
        case .newer: "\(path): made by a newer postmortem than this one; install the newer version to read it"
        case .older:
            "\(path): made by an older postmortem and cannot be written here; copy it to where it can and run the command again"
        case .changedMeanwhile(let id):
            "\(path): '\(id)' was changed in the meantime; look at it again with `postmortem review \(id)`"
        case .readOnly: "\(path): cannot be written; check the permissions of the file and its folder"
        case .cannotOpen: "\(path): cannot be opened; check that the file and its folder are readable"
        case .diskFull: "\(path): the disk is full; free some space and run the command again, nothing was half-written"
        case .locked: "\(path): another process is writing; wait until it has finished and run the command again"
        case .corrupt(let detail):
            "\(path): the database is damaged (\(detail)); run `postmortem verify`, or restore it from a backup"
        case .unreadableDisk(let code):
            "\(path): the disk fails (SQLite error \(code)); check it and its connection, then run `postmortem verify`"
        case .unknownReport(let id): "\(path): no report '\(id)'; list the ids with `postmortem search`"
        case .quoteAstray(let report, let kind):
            "\(path): a quote for \(kind) does not stand in '\(report)'; classify the report again"
        case .damagedSource(let hash):
            "\(path): the kept source \(hash) is damaged; ingest it again into a new knowledge base"
        case .sqlite(let code, let message, let sql):
            "\(path): SQLite error \(code): \(message)" + (sql.map { " - while executing `\($0)`" } ?? "")
        }
    }

    /// What an error of SQLite means for the reader. Bound values never show: they may be someone's private report.
    init(path: String, _ error: DatabaseError) {
        self.path = path
        reason =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notADatabase
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
            case .SQLITE_FULL: .diskFull
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_CORRUPT: .corrupt(error.message ?? "code \(error.extendedResultCode.rawValue)")
            case .SQLITE_IOERR:
                Self.isForLackOfSpace(error, path: path)
                    ? .diskFull : .unreadableDisk(code: Int(error.extendedResultCode.rawValue))
            default:
                .sqlite(
                    code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no message", sql: error.sql
                )
            }
    }

    /// SQLite has a code for a full disk but does not use it for the file that processes share; that one cannot grow for
    /// no other reason. Of other failures to write, the room that is left tells.
    private static func isForLackOfSpace(_ error: DatabaseError, path: String) -> Bool {
        if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return true }
        let writing: [ResultCode] = [
            .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
            .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_CLOSE,
        ]
        let folder = (path as NSString).deletingLastPathComponent
        guard writing.contains(error.extendedResultCode),
            let volume = try? FileManager.default.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder),
            let free = volume[.systemFreeSize] as? NSNumber
        else { return false }
        return free.intValue < 1 << 20
    }

    /// Runs `body` and turns what SQLite throws into a ``SearchIndexError``.
    static func mapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SearchIndexError(path: path, error)
        }
    }
}
