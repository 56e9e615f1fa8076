import Compression
import Foundation
import GRDB
import Reports

extension SearchIndex {
    /// Stores one report, in one transaction.
    ///
    /// A report that says what the current version of the same identity says changes nothing, not even its retrieval
    /// time. One that says something else becomes that report's next version. Of a status entry, which several snapshots
    /// of a feed repeat, neither an older state nor one already kept becomes a version; updates that only one of two states
    /// still has are kept, see ``Reports/Report/completed(by:)``.
    ///
    /// A version whose rows changed since they were stored, as ``verify()`` finds out, is put back when the report says
    /// what it said then; the outcome is ``StoreOutcome/updated(id:version:)`` with that version's number.
    ///
    /// - Parameter identity: Tells whether this is a version of a report that is there.
    /// - Throws: ``SearchIndexError``; then nothing of the report was stored.
    public func store(
        _ report: Report, raw: Data, contentHash: String, retrieved: Timestamp, identity: String
    ) throws -> StoreOutcome {
        let incoming = IncomingReport(
            report: report, raw: raw, contentHash: contentHash, retrieved: retrieved, identity: identity)
        return try write { try Self.store(incoming, in: $0) }
    }

    /// Stores many reports, each whole or not at all, several hundred to a transaction.
    ///
    /// - Returns: One result per report, in order. A failure stands for its report alone, except that a full disk, a
    ///   lock or a damaged file fails the reports of the same transaction too.
    public func storeAll(_ reports: [IncomingReport]) -> [Result<StoreOutcome, SearchIndexError>] {
        var results: [Result<StoreOutcome, SearchIndexError>] = []
        results.reserveCapacity(reports.count)
        for start in stride(from: 0, to: reports.count, by: Self.batchSize) {
            let batch = reports[start..<min(start + Self.batchSize, reports.count)]
            do {
                results += try write { db in try batch.map { try storeWithSavepoint($0, in: db) } }
            } catch let error as SearchIndexError {
                results += batch.map { _ in .failure(error) }
            } catch {
                let reason = SearchIndexError.Reason.sqlite(code: 1, message: "\(error)", sql: nil)
                results += batch.map { _ in .failure(self.error(reason)) }
            }
        }
        return results
    }

    /// Small enough that a process waiting for its turn to write does not give up.
    private static let batchSize = 500

    private func storeWithSavepoint(
        _ incoming: IncomingReport, in db: Database
    ) throws -> Result<StoreOutcome, SearchIndexError> {
        do {
            var outcome: StoreOutcome?
            try db.inSavepoint {
                outcome = try Self.store(incoming, in: db)
                return .commit
            }
            return .success(outcome!)
        } catch let error as DatabaseError {
            // These leave SQLite without a transaction to go on with.
            let endsAll: [ResultCode] = [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_CORRUPT, .SQLITE_BUSY]
            if endsAll.contains(error.resultCode) || !db.isInsideTransaction { throw error }
            return .failure(SearchIndexError(path: path, error))
        }
    }

    private static func store(_ incoming: IncomingReport, in db: Database) throws -> StoreOutcome {
        var report = incoming.report.withoutNUL
        var fingerprint = Fingerprint.of(report)
        let identity = incoming.identity.withoutNUL
        let known = try db.cachedStatement("SELECT number, id, version FROM report WHERE identity = ?")
        guard let row = try Row.fetchOne(known, arguments: [identity]) else {
            return try add(report, incoming, identity: identity, fingerprint: fingerprint, in: db)
        }
        let (number, id, version): (Int64, String, Int) = (row[0], row[1], row[2])
        let (mended, isSound) = try mend(number, with: report, fingerprint: fingerprint, in: db)
        if isSound, report.kind == .statusEntry, let current = try current(number, in: db) {
            let isOlder = report.isOlder(than: current)
            report = isOlder ? current.completed(by: report) : report.completed(by: current)
            report.placeLabels()
            fingerprint = Fingerprint.of(report)
        }
        let isKnown = try keeps(
            report, isSnapshot: incoming.isSnapshot, fingerprint: fingerprint, number: number, version: version, in: db)
        if isKnown { return mended.map { .updated(id: id, version: $0) } ?? .unchanged(id: id) }
        try keepSource(of: incoming, in: db)
        if isSound { try unindex(number, in: db) }
        let rows = ReportRows(report: report)
        try rows.insert(
            into: number, version: version + 1, retrieved: incoming.retrieved, contentHash: incoming.contentHash,
            fingerprint: fingerprint, in: db)
        let decisions = try DecisionRows(db: db).decisions(of: number)
        let factors = ReviewDecision.factors(suggested: report.labels ?? [], decisions: decisions, in: report)
        try rows.update(number, version: version + 1, factors: factors, in: db)
        if isSound { try index(number, in: db) } else { try rebuild(in: db) }
        return .updated(id: id, version: version + 1)
    }

    /// Puts back versions whose rows changed since they were stored, if the report is what they were made from.
    ///
    /// - Returns: The last version put back, and whether the current one stands: only then does the full-text index take
    ///   its words out again.
    private static func mend(
        _ number: Int64, with report: Report, fingerprint: String, in db: Database
    ) throws -> (mended: Int?, isSound: Bool) {
        let condition = "report.number = ? AND (v.fingerprint = ? OR v.version = report.version)"
        var mended: Int?
        var isSound = true
        for stored in try CatalogueReader(db: db, condition: condition).versions([number, fingerprint]) {
            guard try stored.fault(in: db) != nil else { continue }
            // Where the text is right, the fingerprint is what changed.
            let isSame =
                stored.fingerprint == fingerprint || Fingerprint.of(stored.catalogued.report) == fingerprint
            guard isSame else {
                isSound = false
                continue
            }
            let (version, rows) = (stored.catalogued.version, ReportRows(report: report))
            try rows.replace(row: stored.row, retrieved: stored.catalogued.retrieved, fingerprint: fingerprint, in: db)
            if stored.isCurrent {
                let factors = ReviewDecision.factors(
                    suggested: report.labels ?? stored.catalogued.suggestions, decisions: stored.catalogued.decisions,
                    in: report)
                try rows.update(number, version: version, factors: factors, in: db)
            }
            mended = version
        }
        if mended != nil { try rebuild(in: db) }
        return (mended, isSound)
    }

    private static func add(
        _ report: Report, _ incoming: IncomingReport, identity: String, fingerprint: String, in db: Database
    ) throws -> StoreOutcome {
        let lookup = try db.cachedStatement("SELECT 1 FROM report WHERE id = ?")
        let id = try ReportID.free(ReportID.base(for: report)) { try Row.fetchOne(lookup, arguments: [$0]) != nil }
        try keepSource(of: incoming, in: db)
        let rows = ReportRows(report: report)
        let values =
            rows.current(version: 1, factors: report.labels ?? []) + [id.databaseValue, identity.databaseValue]
        try db.cachedStatement(
            """
            INSERT INTO report (\(ReportRows.currentColumns.joined(separator: ", ")), id, identity)
            VALUES (\(ReportRows.marks(values.count)))
            """
        ).execute(arguments: StatementArguments(values))
        let number = db.lastInsertedRowID
        try rows.insert(
            into: number, version: 1, retrieved: incoming.retrieved, contentHash: incoming.contentHash,
            fingerprint: fingerprint, in: db)
        try index(number, in: db)
        return .added(id: id)
    }

    private static func current(_ number: Int64, in db: Database) throws -> Report? {
        let condition = "report.number = ? AND v.version = report.version"
        return try CatalogueReader(db: db, condition: condition).all([number]).first?.report
    }

    /// Whether a reading says nothing new of a known report.
    private static func keeps(
        _ report: Report, isSnapshot: Bool, fingerprint: String, number: Int64, version: Int, in db: Database
    ) throws -> Bool {
        let versions = try db.cachedStatement(
            "SELECT version FROM report_version WHERE report = ? AND fingerprint = ? ORDER BY version DESC")
        let same = try Int.fetchOne(versions, arguments: [number, fingerprint])
        if same == version { return true }
        guard report.kind == .statusEntry || isSnapshot else { return false }
        if same != nil, report.kind == .statusEntry { return true }
        let stored = try String.fetchOne(
            db,
            sql: """
                SELECT coalesce(updated, published) FROM report_version WHERE report = ? AND version = ?
                """, arguments: [number, version])
        guard let stored = stored.flatMap(Timestamp.init), let new = report.updated ?? report.published else {
            return false
        }
        return new < stored
    }

    private static func keepSource(of incoming: IncomingReport, in db: Database) throws {
        let known = try db.cachedStatement("SELECT 1 FROM raw_source WHERE content_hash = ?")
        guard try Row.fetchOne(known, arguments: [incoming.contentHash]) == nil else { return }
        try db.cachedStatement("INSERT INTO raw_source (content_hash, size, deflated) VALUES (?, ?, ?)").execute(
            arguments: [incoming.contentHash, incoming.raw.count, Compression.deflate(incoming.raw)])
    }

    private static let indexed = IndexedField.allCases.map(\.rawValue).joined(separator: ", ")

    /// Takes a report out of the full-text index, which needs the words as they stand in the view until now.
    static func unindex(_ number: Int64, in db: Database) throws {
        try db.cachedStatement(
            """
            INSERT INTO report_search (report_search, rowid, \(indexed))
            SELECT 'delete', rowid, \(indexed) FROM reports WHERE rowid = ?
            """
        ).execute(arguments: [number])
    }

    /// Puts a report into the full-text index as it stands in the view from now on.
    static func index(_ number: Int64, in db: Database) throws {
        try db.cachedStatement(
            "INSERT INTO report_search (rowid, \(indexed)) SELECT rowid, \(indexed) FROM reports WHERE rowid = ?"
        ).execute(arguments: [number])
    }

    /// Makes the full-text index anew from the view, whatever it held.
    private static func rebuild(in db: Database) throws {
        try db.execute(sql: "INSERT INTO report_search (report_search) VALUES ('rebuild')")
    }
}
