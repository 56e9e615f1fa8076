import Compression
import Foundation
import GRDB
import Reports

/// Looks through a knowledge base for damage, in one transaction.
struct Verifier {
    let db: Database
    let path: String

    func damage() throws -> [Damage] {
        let file = try fileDamage()
        // Nothing more can be said of a file whose pages do not hold together, nor of tables that are not ours.
        guard file.isEmpty else { return file }
        let schema = SchemaCheck(db: db)
        let (changed, added) = try schema.damage()
        guard changed.isEmpty else { return changed + added }
        let types = try schema.typeDamage()
        guard types.isEmpty else { return added + types }
        let references = try ReferenceCheck(db: db).damage()
        let reports = try ReportCheck(db: db).findings()
        let words = try WordCheck(db: db, reportsAreSound: reports.isSearchable).damage()
        return try added + references + reports.damage + words + evidenceDamage(except: reports.altered)
            + DecisionCheck(db: db).damage(except: reports.altered) + sourceDamage()
    }

    private func fileDamage() throws -> [Damage] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check")
            // Newer releases of SQLite look at the full-text index too; we say more of it.
            .filter { $0 != "ok" && !$0.contains("FTS5 table") }
            .map { .ofFile(path, $0) }
    }

    /// Quotes that do not stand at their place, in versions whose text is what it was.
    private func evidenceDamage(except altered: Set<Int64>) throws -> [Damage] {
        var damage: [Damage] = []
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, v.version, f.kind, q.field, q.utf8_from, q.utf8_to, q.quote, v.title, v.body, v.number,
                v.version = report.version, q.stance
                FROM quote q JOIN factor f ON f.version = q.version AND f.position = q.factor
                JOIN report_version v ON v.number = q.version JOIN report ON report.number = v.report
                ORDER BY report.id, v.version, q.factor, q.position
                """)
        while let row = try cursor.next() {
            guard !altered.contains(row[9]) else { continue }
            let (from, to): (Int, Int) = (row[4], row[5])
            let report = Report(source: "", kind: .publicReport, title: row[7], text: row[8])
            let place = "version \(row[1] as Int): the quote for \(row[2] as String)"
            let remedy = row[10] ? ReportCheck.classifyAgain : Damage.fromBackup
            if Stance(rawValue: row[11]) == nil {
                let problem = "\(place) has no stance that this program knows"
                damage.append(Damage(part: .evidence, place: row[0], problem: problem, remedy: remedy))
            }
            if let field = Evidence.Field(rawValue: row[3]), from <= to,
                Evidence(field: field, utf8Range: from..<to, quote: row[6], stance: .asserted).stands(in: report)
            {
                continue
            }
            let problem = "\(place) does not stand at bytes \(from)..<\(to) of its \(row[3] as String)"
            damage.append(Damage(part: .evidence, place: row[0], problem: problem, remedy: remedy))
        }
        return damage
    }

    private func sourceDamage() throws -> [Damage] {
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
