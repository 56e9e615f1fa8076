import GRDB
import Reports

/// A version of a report as it stands in the tables.
struct StoredVersion {
    /// Its row of `report_version`.
    var row: Int64
    /// Its report's row.
    var report: Int64
    var isCurrent: Bool
    /// What the report's words and facts were when they were stored.
    var fingerprint: String
    var catalogued: CataloguedReport

    /// How the tables differ from what was stored.
    enum Fault: Equatable {
        /// The text or a fact is another, or is written as this program does not write it.
        case altered
        /// Columns of the report's own row do not follow from its text and factors.
        case derived([String])
    }

    /// `nil` when the version stands as it was stored.
    func fault(in db: Database) throws -> Fault? {
        if Fingerprint.of(catalogued.report) != fingerprint { return .altered }
        // Reading passes over what it cannot understand, so that the fingerprint alone does not tell.
        if try !rowsAreOurs(in: db) { return .altered }
        guard isCurrent else { return nil }
        let columns = ReportRows.currentColumns
        let expected = ReportRows(report: catalogued.report).current(
            version: catalogued.version, factors: catalogued.factors)
        let statement = try db.cachedStatement(
            "SELECT \(columns.joined(separator: ", ")) FROM report WHERE number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [report]) else { return .altered }
        let different = zip(columns, zip(expected, row.databaseValues)).filter { $1.0 != $1.1 }.map(\.0)
        return different.isEmpty ? nil : .derived(different)
    }

    private func rowsAreOurs(in db: Database) throws -> Bool {
        let rows = ReportRows(report: catalogued.report)
        let version = try db.cachedStatement(
            "SELECT retrieved, \(ReportRows.versionColumns) FROM report_version WHERE number = ?")
        let retrieved = catalogued.retrieved.description.databaseValue
        guard let stored = try Row.fetchOne(version, arguments: [row]),
            Array(stored.databaseValues) == [retrieved] + rows.version
        else { return false }
        return try rows.parts.allSatisfy { part in
            // The order of the table's key.
            let statement = try db.cachedStatement(
                "SELECT \(part.columns) FROM \(part.table) WHERE version = ? ORDER BY 1")
            return try Row.fetchAll(statement, arguments: [row]).map { Array($0.databaseValues) } == part.rows
        }
    }
}
