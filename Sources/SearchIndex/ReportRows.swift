import Foundation
import GRDB
import Reports

/// What the tables hold of a report, as values: written by storing, and held against the tables by `verify`.
struct ReportRows {
    let report: Report

    /// The columns of `report_version` that the report alone fills, in the order of ``version``.
    static let versionColumns = """
        source, kind, title, organisation, authors, language, url, archived_url, other_urls, published, updated, \
        occurred, stated_duration_seconds, severity, summary, body, html, warnings, incident
        """

    var version: [DatabaseValue] {
        values(
            report.source, report.kind.rawValue, report.title, report.organisation, json(report.authors),
            report.language, report.url, report.archivedURL, json(report.otherURLs), report.published?.description,
            report.updated?.description, report.occurred?.description, report.statedDuration, report.severity,
            report.summary, report.text, report.html, json(report.warnings), report.incident)
    }

    /// A table whose rows belong to a version.
    struct Part {
        var table: String
        /// The columns after the version.
        var columns: String
        /// In the order of the table's key.
        var rows: [[DatabaseValue]]
    }

    var parts: [Part] {
        [
            Part(
                table: "service", columns: "position, name",
                rows: report.services.enumerated().map { values($0, $1) }),
            Part(
                table: "event", columns: "position, at, text, actor, phase",
                rows: report.timeline.enumerated().map { values($0, $1.at?.description, $1.text, $1.actor, $1.phase) }),
            Part(
                table: "stamp", columns: "name, at, estimated, taken_from",
                rows: StampName.allCases.map(\.rawValue).sorted().compactMap { name in
                    StampName(rawValue: name).flatMap { report.stamps[$0] }.map {
                        values(name, $0.at.description, $0.estimated, $0.from)
                    }
                }),
            Part(
                table: "action", columns: "position, text, owner, due, status, kind",
                rows: report.actionItems.enumerated().map {
                    values($0, $1.text, $1.owner, $1.due, $1.status, $1.kind)
                }),
        ]
    }

    /// The columns of `report` that follow from its current version, in the order of ``current(version:factors:)``.
    static let currentColumns = [
        "version", "date", "day", "date_seconds", "duration_seconds", "severity_key", "services", "factors", "timeline",
    ]

    func current(version: Int, factors: [ContributingFactor]) -> [DatabaseValue] {
        let date = report.date
        return values(
            version, date?.description, date?.day, date?.secondsSince1970,
            report.measuredDuration?.seconds ?? report.statedDuration,
            report.severity.map(SearchQuery.key), IndexedText.services(report), IndexedText.factors(factors),
            IndexedText.timeline(report))
    }

    private func values(_ values: (any DatabaseValueConvertible)?...) -> [DatabaseValue] {
        values.map { $0?.databaseValue ?? .null }
    }

    private func json(_ texts: [String]) -> String {
        JSONValue.strings(texts).text
    }
}

extension ReportRows {
    /// Writes a version row with all that hangs on it.
    func insert(
        into number: Int64, version: Int, retrieved: Timestamp, contentHash: String, fingerprint: String,
        in db: Database
    ) throws {
        let values: [DatabaseValue] = [
            number.databaseValue, version.databaseValue, fingerprint.databaseValue, retrieved.description.databaseValue,
            contentHash.databaseValue,
        ]
        let all = values + self.version
        try db.cachedStatement(
            """
            INSERT INTO report_version (report, version, fingerprint, retrieved, content_hash, \(Self.versionColumns))
            VALUES (\(Self.marks(all.count)))
            """
        ).execute(arguments: StatementArguments(all))
        try insertParts(of: db.lastInsertedRowID, in: db)
    }

    private func insertParts(of row: Int64, in db: Database) throws {
        if let labels = report.labels {
            try SearchIndex.replaceFactors(of: row, with: labels, model: DecisionSchema.ownLabels, in: db)
        }
        for part in parts where !part.rows.isEmpty {
            let statement = try db.cachedStatement(
                "INSERT INTO \(part.table) (version, \(part.columns)) VALUES (\(Self.marks(part.rows[0].count + 1)))")
            for values in part.rows {
                try statement.execute(arguments: StatementArguments([row.databaseValue] + values))
            }
        }
    }

    /// Writes a version row anew in its place.
    func replace(row: Int64, retrieved: Timestamp, fingerprint: String, in db: Database) throws {
        let all = [fingerprint.databaseValue, retrieved.description.databaseValue] + version + [row.databaseValue]
        try db.cachedStatement(
            """
            UPDATE report_version SET (fingerprint, retrieved, \(Self.versionColumns)) = (\(Self.marks(all.count - 1)))
            WHERE number = ?
            """
        ).execute(arguments: StatementArguments(all))
        for part in parts {
            try db.cachedStatement("DELETE FROM \(part.table) WHERE version = ?").execute(arguments: [row])
        }
        try insertParts(of: row, in: db)
    }

    /// Writes the report's own row for its current version.
    func update(_ number: Int64, version: Int, factors: [ContributingFactor], in db: Database) throws {
        let values = current(version: version, factors: factors) + [number.databaseValue]
        try db.cachedStatement(
            """
            UPDATE report SET (\(Self.currentColumns.joined(separator: ", "))) = (\(Self.marks(values.count - 1)))
            WHERE number = ?
            """
        ).execute(arguments: StatementArguments(values))
    }

    static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

extension Database {
    /// A statement that is prepared once per connection.
    func cachedStatement(_ sql: String) throws -> Statement {
        try cachedStatement(sql: sql)
    }
}

extension Report {
    /// The report with every NUL made a space. SQLite ends a text at NUL; a space takes one byte as well, so that
    /// evidence keeps its place.
    var withoutNUL: Report {
        var report = self
        report.changeTexts { $0.replaceNUL() }
        return report
    }
}

extension String {
    var withoutNUL: String {
        var text = self
        text.replaceNUL()
        return text
    }

    mutating func replaceNUL() { replaceZeros(with: UInt8(ascii: " ")) }
}
