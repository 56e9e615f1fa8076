import GRDB
import Reports

/// Looks for decisions that cannot be understood, and for their quotes that do not stand in the version looked at.
struct DecisionCheck {
    let db: Database

    /// - Parameter altered: Rows of `report_version` whose text is not what it was; of their quotes nothing can be said.
    func damage(except altered: Set<Int64>) throws -> [Damage] {
        try decisionDamage(except: altered) + quoteDamage(except: altered)
    }

    private func decisionDamage(except altered: Set<Int64>) throws -> [Damage] {
        var damage: [Damage] = []
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, d.number, d.kind, d.verdict, d.stance, d.role, d.at, d.text_hash, v.number, v.body
                FROM decision d JOIN report ON report.number = d.report
                JOIN report_version v ON v.report = d.report AND v.version = d.version ORDER BY report.id, d.number
                """)
        while let row = try cursor.next() {
            func add(_ problem: String) {
                damage.append(Self.damage(row[0], "decision \(row[1] as Int) on \(row[2] as String): \(problem)"))
            }
            let verdict = ReviewDecision.Verdict(rawValue: row[3])
            if FactorKind(rawValue: row[2]) == nil { add("there is no such factor") }
            if verdict != .reject {
                if (row[4] as String?).flatMap(Stance.init) == nil { add("it has no stance that this program knows") }
                if (row[5] as String?).flatMap(FactorRole.init) == nil {
                    add("it has no role that this program knows")
                }
            }
            if Timestamp(row[6] as String) == nil { add("its time cannot be read") }
            if !altered.contains(row[8]), ContentHash.sha256(row[9] as String) != row[7] {
                add("it was made on another text than its version holds")
            }
        }
        return damage
    }

    private func quoteDamage(except altered: Set<Int64>) throws -> [Damage] {
        var damage: [Damage] = []
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, d.number, d.kind, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance, v.number, v.title, v.body
                FROM decision_quote q JOIN decision d ON d.number = q.decision JOIN report ON report.number = d.report
                JOIN report_version v ON v.report = d.report AND v.version = d.version
                ORDER BY report.id, d.number, q.position
                """)
        while let row = try cursor.next() {
            let place = "decision \(row[1] as Int): the quote for \(row[2] as String)"
            if Stance(rawValue: row[7]) == nil {
                damage.append(Self.damage(row[0], "\(place) has no stance that this program knows"))
            }
            guard !altered.contains(row[8]) else { continue }
            let (from, to): (Int, Int) = (row[4], row[5])
            let report = Report(source: "", kind: .publicReport, title: row[9], text: row[10])
            if let field = Evidence.Field(rawValue: row[3]), from <= to,
                Evidence(field: field, utf8Range: from..<to, quote: row[6], stance: .asserted).stands(in: report)
            {
                continue
            }
            damage.append(
                Self.damage(row[0], "\(place) does not stand at bytes \(from)..<\(to) of its \(row[3] as String)"))
        }
        return damage
    }

    private static func damage(_ id: String, _ problem: String) -> Damage {
        Damage(
            part: .review, place: id, problem: problem,
            remedy: "decide again with `postmortem review`, or restore the file from a backup")
    }
}
