import Compression
import Foundation
import GRDB
import Reports

extension SearchIndex {
    /// The current version of a report; `nil` when there is no such id.
    public func report(id: String) throws -> CataloguedReport? {
        try read { db in
            try CatalogueReader(db: db, condition: "report.id = ? AND v.version = report.version").all([id.withoutNUL])
                .first
        }
    }

    /// The current version of every report, newest first: by instant descending, undated last, then by id.
    public func reports() throws -> [CataloguedReport] {
        try read { try CatalogueReader(db: $0, condition: "v.version = report.version").all([]) }
    }

    /// Every version of a report, oldest first; empty when there is no such id.
    public func versions(of id: String) throws -> [CataloguedReport] {
        try read { try CatalogueReader(db: $0, condition: "report.id = ?").all([id.withoutNUL]) }
    }

    /// Ids of reports on which a person has decided, in order of id: those that `is:reviewed` finds.
    public func reviewed() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT DISTINCT report FROM review_decisions ORDER BY report") }
    }

    /// The bytes a version was read from; `nil` when none have this hash.
    ///
    /// - Throws: ``SearchIndexError`` when they do not decompress.
    public func rawBytes(_ contentHash: String) throws -> Data? {
        let row = try read { db in
            try Row.fetchOne(
                db, sql: "SELECT size, deflated FROM raw_source WHERE content_hash = ?",
                arguments: [contentHash.withoutNUL])
        }
        guard let row else { return nil }
        do {
            return try Compression.inflate(row[1], limit: row[0])
        } catch is CompressionError {
            throw error(.damagedSource(contentHash))
        }
    }

    /// How much the knowledge base holds.
    public struct Counts: Equatable, Sendable {
        public var reports: Int
        /// Old versions included.
        public var versions: Int
    }

    /// How much the knowledge base holds, as far as it can be read: 0 where the file is damaged.
    public func counts() throws -> Counts {
        func count(_ table: String) throws -> Int {
            do {
                return try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
            } catch let error as SearchIndexError {
                guard case .corrupt = error.reason else { throw error }
                return 0
            }
        }
        return Counts(reports: try count("report"), versions: try count("report_version"))
    }
}
