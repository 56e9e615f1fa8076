import GRDB

/// Holds the tables, views, indexes and triggers of a knowledge base against those of a new one.
struct SchemaCheck {
    let db: Database

    private struct Item: Hashable {
        var type: String
        var name: String
        /// `nil` for what SQLite makes by itself.
        var sql: String?
    }

    /// What is gone or different, and what somebody added.
    func damage() throws -> (changed: [Damage], added: [Damage]) {
        let expected = try Self.new { try Self.items(of: $0) }
        let found = try Self.items(of: db)
        var changed: [Damage] = []
        for name in expected.keys.sorted() where found[name] != expected[name] {
            let problem = found[name] == nil ? "is gone" : "is not as this program makes it"
            changed.append(schema(expected[name]!, problem, remedy: Damage.fromBackupOrAnew))
        }
        if try changed.isEmpty && !Schema.migrator.hasCompletedMigrations(db) {
            let history = Item(type: "table", name: "grdb_migrations")
            changed.append(schema(history, "does not tell how the tables were made", remedy: Damage.fromBackupOrAnew))
        }
        let added = found.keys.filter { expected[$0] == nil }.sorted().map {
            schema(found[$0]!, "does not belong to a knowledge base", remedy: "drop it unless you added it on purpose")
        }
        return (changed, added)
    }

    private func schema(_ item: Item, _ problem: String, remedy: String) -> Damage {
        Damage(part: .schema, place: "\(item.type) \(item.name)", problem: problem, remedy: remedy)
    }

    private static func items(of db: Database) throws -> [String: Item] {
        let rows = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_master")
        let items = rows.compactMap { row -> Item? in
            guard let type = String.fromDatabaseValue(row[0]), let name = String.fromDatabaseValue(row[1]),
                // What `ANALYZE` keeps is anybody's to make.
                !name.hasPrefix("sqlite_stat")
            else { return nil }
            return Item(type: type, name: name, sql: shadows.contains(name) ? nil : String.fromDatabaseValue(row[2]))
        }
        return Dictionary(items.map { ("\($0.type) \($0.name)", $0) }) { first, _ in first }
    }

    /// The tables that FTS5 makes. Their spelling is its own from release to release.
    private static let shadows = Set(["data", "idx", "docsize", "config"].map { "report_search_\($0)" })

    /// Runs `body` on a new knowledge base in memory.
    private static func new<T>(_ body: (Database) throws -> T) throws -> T {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return try queue.read(body)
    }

    /// Values of a type that their column does not have. Everything that reads relies on there being none.
    func typeDamage() throws -> [Damage] {
        let tables = try Self.new { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'report\\_search%' ESCAPE '\\'
                    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
                    """)
        }
        return try tables.flatMap(typeDamage)
    }

    private func typeDamage(of table: String) throws -> [Damage] {
        let columns = try db.columns(in: table)
        let key = try db.primaryKey(table)
        let keys = key.columns.isEmpty ? ["rowid"] : key.columns
        let tests = columns.map { column in
            let types =
                switch column.type {
                case "INTEGER": "'integer', 'null'"
                case "REAL": "'real', 'null'"
                case "BLOB": "'blob', 'null'"
                default: "'text', 'null'"
                }
            // Reading a text stops at NUL, and what stands behind it would go unseen.
            let hasNUL = column.type == "TEXT" ? " OR instr(\"\(column.name)\", char(0))" : ""
            return "(typeof(\"\(column.name)\") NOT IN (\(types))\(hasNUL))"
        }
        let sql = """
            SELECT \(keys.joined(separator: ", ")), \(tests.joined(separator: ", ")) FROM "\(table)"
            WHERE \(tests.joined(separator: " OR ")) LIMIT 20
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            let values = Array(row.databaseValues)
            let wrong = zip(columns, values.dropFirst(keys.count)).filter { $1 == true.databaseValue }.map(\.0.name)
            return Damage(
                part: .database, place: table,
                problem:
                    "the row with \(rowName(keys, values)) holds values of a wrong type in \(wrong.joined(separator: ", "))",
                remedy: Damage.fromBackupOrAnew)
        }
    }
}

/// `version 3, position 0`: how a row is named to a reader.
func rowName(_ columns: [String], _ values: [DatabaseValue]) -> String {
    zip(columns, values).map { column, value in
        let text =
            switch value.storage {
            case .null: "NULL"
            case .int64(let number): String(number)
            case .double(let number): String(number)
            case .string(let text): "'\(text)'"
            case .blob(let bytes): "a blob of \(bytes.count) bytes"
            }
        return "\(column) \(text)"
    }.joined(separator: ", ")
}
