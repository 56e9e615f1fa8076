import GRDB

/// Looks for rows that refer to rows that are gone.
struct ReferenceCheck {
    let db: Database

    func damage() throws -> [Damage] {
        let tables = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT t.name FROM sqlite_master t JOIN pragma_foreign_key_list(t.name)
                WHERE t.type = 'table' ORDER BY t.name
                """)
        return try tables.flatMap(dangling) + headless() + misnamed()
    }

    /// SQLite's own check does not say which row of a table without row numbers it means.
    private func dangling(in table: String) throws -> [Damage] {
        let keys = try db.primaryKey(table).columns
        return try db.foreignKeys(on: table).flatMap { reference in
            let pairs = reference.mapping.map { "p.\($0.destination) = c.\($0.origin)" }
            let sql = """
                SELECT \(keys.map { "c.\($0)" }.joined(separator: ", ")) FROM \(table) c
                WHERE NOT EXISTS (SELECT 1 FROM \(reference.destinationTable) p WHERE \(pairs.joined(separator: " AND ")))
                """
            return try Row.fetchAll(db, sql: sql).map { row in
                let name = rowName(keys, Array(row.databaseValues))
                return Damage(
                    part: .reference, place: table,
                    problem: "the row with \(name) refers to a row of \(reference.destinationTable) that is gone",
                    remedy: Damage.fromBackup)
            }
        }
    }

    private func headless() throws -> [Damage] {
        let ids = try String.fetchAll(
            db, sql: "SELECT id FROM report WHERE id NOT IN (SELECT id FROM reports) ORDER BY id")
        return ids.map {
            Damage(part: .reference, place: $0, problem: "its current version is gone", remedy: Damage.fromBackup)
        }
    }

    /// Ids become names of files, so that a wrong one may lead anywhere.
    private func misnamed() throws -> [Damage] {
        let ids = try String.fetchAll(
            db, sql: "SELECT id FROM report WHERE id GLOB '*[^a-z0-9-]*' OR id = '' ORDER BY id")
        return ids.map {
            Damage(
                part: .reference, place: $0, problem: "is no id: one is made of lower-case letters, digits and hyphens",
                remedy: Damage.fromBackup)
        }
    }
}
