import GRDB
import Reports

extension SearchIndex {
    /// Says that reports tell of one incident, with all that each of them was linked to before.
    ///
    /// What their sources name the incident stays the name; without one it is the first id in order.
    ///
    /// - Parameter ids: At least two.
    /// - Returns: Ids of all reports of the incident, in order.
    /// - Throws: ``SearchIndexError`` for an unknown id; then nothing is linked.
    @discardableResult
    public func link(_ ids: [String]) throws -> [String] {
        try write { db in
            var members: Set<String> = []
            for id in ids {
                members.insert(id.withoutNUL)
                guard let incident = try linkedIncident(of: id, in: db).incident else { continue }
                members.formUnion(
                    try String.fetchAll(
                        db, sql: "SELECT report FROM incidents WHERE incident = ?", arguments: [incident]))
            }
            let all = members.sorted()
            let name = try name(for: all, in: db)
            for id in all {
                try db.execute(
                    sql: """
                        INSERT INTO incident_link (report, incident) SELECT number, ? FROM report WHERE id = ?
                        ON CONFLICT (report) DO UPDATE SET incident = excluded.incident
                        """, arguments: [name, id])
            }
            return all
        }
    }

    /// What a source of theirs names the incident, so that later sources of that name join it; else the first id, made
    /// other than every name in use.
    private func name(for members: [String], in db: Database) throws -> String {
        let marks = ReportRows.marks(members.count)
        let named = try String.fetchOne(
            db,
            sql: """
                SELECT min(v.incident) FROM report JOIN report_version v
                ON v.report = report.number AND v.version = report.version WHERE report.id IN (\(marks))
                """, arguments: StatementArguments(members))
        if let named { return named }
        let taken = Set(
            try String.fetchAll(
                db, sql: "SELECT incident FROM incidents WHERE report NOT IN (\(marks))",
                arguments: StatementArguments(members)))
        var name = members.first ?? ""
        while taken.contains(name) { name += "+" }
        return name
    }

    /// Says that reports tell of incidents of their own, whatever their sources name them.
    ///
    /// - Throws: ``SearchIndexError`` for an unknown id; then nothing is changed.
    public func unlink(_ ids: [String]) throws {
        try write { db in
            for id in ids {
                let (number, _) = try linkedIncident(of: id, in: db)
                try db.execute(
                    sql: """
                        INSERT INTO incident_link (report, incident) VALUES (?, NULL)
                        ON CONFLICT (report) DO UPDATE SET incident = NULL
                        """, arguments: [number])
            }
        }
    }

    /// Ids of the other reports of a report's incident, in order; empty when it is the only one.
    ///
    /// - Throws: ``SearchIndexError`` for an unknown id.
    public func accounts(besides id: String) throws -> [String] {
        try read { db in
            guard let incident = try linkedIncident(of: id, in: db).incident else { return [] }
            return try String.fetchAll(
                db, sql: "SELECT report FROM incidents WHERE incident = ? AND report <> ? ORDER BY report",
                arguments: [incident, id.withoutNUL])
        }
    }

    private func linkedIncident(of id: String, in db: Database) throws -> (number: Int64, incident: String?) {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT report.number, i.incident FROM report LEFT JOIN incidents i ON i.report = report.id
                WHERE report.id = ?
                """, arguments: [id.withoutNUL])
        guard let row else { throw error(.unknownReport(id)) }
        return (row[0], row[1])
    }
}
