import Compression
import Foundation
import GRDB
import Reports

extension SearchIndex {
    /// All that is damaged: the file, its references, the full-text index, evidence and kept sources, in this order.
    ///
    /// Empty when everything is sound. Reads only, except that SQLite's own check of the full-text index is phrased as a
    /// write; a database opened for reading does without it.
    public func verify() throws -> [Damage] {
        let file = try fileDamage()
        // Nothing more can be said of a file whose pages do not hold together.
        guard file.isEmpty else { return file }
        return try referenceDamage() + searchDamage() + evidenceDamage() + sourceDamage()
    }

    private func fileDamage() throws -> [Damage] {
        let remedy = "restore the file from a backup, or ingest the sources into a new knowledge base"
        do {
            return try read { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map {
                    Damage(part: .database, place: path, problem: $0, remedy: remedy)
                }
            }
        } catch let error as SearchIndexError {
            guard case .corrupt(let problem) = error.reason else { throw error }
            return [Damage(part: .database, place: path, problem: problem, remedy: remedy)]
        }
    }

    private func referenceDamage() throws -> [Damage] {
        let dangling = try read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        let headless = try read {
            try String.fetchAll($0, sql: "SELECT id FROM report WHERE id NOT IN (SELECT id FROM reports) ORDER BY id")
        }
        return dangling.map { row in
            Damage(
                part: .reference, place: row[0],
                problem:
                    "row \((row[1] as Int64?).map(String.init) ?? "?") refers to a row of \(row[2] as String) that is gone",
                remedy: "restore the file from a backup")
        }
            + headless.map {
                Damage(
                    part: .reference, place: $0, problem: "its current version is gone",
                    remedy: "restore the file from a backup, or ingest the source again")
            }
    }

    private func searchDamage() throws -> [Damage] {
        let remedy =
            "rebuild it with: sqlite3 knowledge.db \"INSERT INTO report_search(report_search) VALUES('rebuild')\""
        var damage: [Damage] = []
        let (rows, reports) = try read { db in
            (
                try Set(String.fetchAll(db, sql: "SELECT id FROM report_search_docsize")),
                try Row.fetchAll(db, sql: "SELECT CAST(number AS TEXT), id FROM report ORDER BY id")
            )
        }
        for report in reports where !rows.contains(report[0]) {
            damage.append(Damage(part: .search, place: report[1], problem: "cannot be found by words", remedy: remedy))
        }
        let surplus = rows.subtracting(reports.map { $0[0] as String }).sorted()
        for row in surplus {
            damage.append(
                Damage(part: .search, place: "row \(row)", problem: "belongs to no report", remedy: remedy))
        }
        do {
            try checkWords()
        } catch let error as SearchIndexError {
            guard case .corrupt = error.reason else { throw error }
            damage.append(
                Damage(
                    part: .search, place: "report_search", problem: "its words are not those of the reports",
                    remedy: remedy))
        }
        return damage
    }

    /// SQLite compares every word of the index with the reports and reports a difference as corruption.
    private func checkWords() throws {
        guard !pool.configuration.readonly else { return }
        try write { db in
            try db.execute(sql: "INSERT INTO report_search (report_search, rank) VALUES ('integrity-check', 1)")
        }
    }

    private func evidenceDamage() throws -> [Damage] {
        try read { db in
            var damage: [Damage] = []
            let cursor = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report.id, v.version, f.kind, q.field, q.utf8_from, q.utf8_to, q.quote, v.title, v.body
                    FROM quote q JOIN factor f ON f.version = q.version AND f.position = q.factor
                    JOIN report_version v ON v.number = q.version JOIN report ON report.number = v.report
                    ORDER BY report.id, v.version, q.factor, q.position
                    """)
            while let row = try cursor.next() {
                let (from, to): (Int, Int) = (row[4], row[5])
                let report = Report(source: "", kind: .publicReport, title: row[7], text: row[8])
                if let field = Evidence.Field(rawValue: row[3]), from <= to,
                    Evidence(field: field, utf8Range: from..<to, quote: row[6], stance: .asserted).stands(in: report)
                {
                    continue
                }
                damage.append(
                    Damage(
                        part: .evidence, place: row[0],
                        problem:
                            "version \(row[1] as Int): the quote for \(row[2] as String) does not stand at bytes \(from)..<\(to) of its \(row[3] as String)",
                        remedy: "classify the report again"))
            }
            return damage
        }
    }

    private func sourceDamage() throws -> [Damage] {
        try read { db in
            var damage: [Damage] = []
            let cursor = try Row.fetchCursor(
                db, sql: "SELECT content_hash, size, deflated FROM raw_source ORDER BY content_hash")
            while let row = try cursor.next() {
                let hash: String = row[0]
                if let problem = Self.problem(of: row[2], size: row[1], hash: hash) {
                    damage.append(
                        Damage(
                            part: .source, place: hash, problem: problem,
                            remedy: "restore the file from a backup, or ingest the source into a new knowledge base"))
                }
            }
            return damage
        }
    }

    private static func problem(of deflated: Data, size: Int, hash: String) -> String? {
        do {
            let bytes = try Compression.inflate(deflated, limit: max(0, size))
            if bytes.count != size { return "has \(bytes.count) bytes instead of \(size)" }
            return ContentHash.sha256(bytes) == hash ? nil : "its bytes have another SHA-256"
        } catch {
            return "does not decompress"
        }
    }
}
