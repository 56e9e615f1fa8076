import GRDB
import Reports

/// Holds every version of every report against its fingerprint, and its factors against what a factor can be.
struct ReportCheck {
    let db: Database

    struct Findings {
        var damage: [Damage] = []
        /// Rows of `report_version` whose text or facts changed.
        var altered: Set<Int64> = []
        /// Whether the current versions say what they should, so that the full-text index may be made from them.
        var isSearchable = true
    }

    static let classifyAgain = "classify the report again"
    private static let ingestAgain = "ingest its source again, which puts it back, or restore the file from a backup"

    /// Whole reports are held in memory at a time.
    private static let batchSize = 200

    /// In the order of id and version.
    func findings() throws -> Findings {
        var findings = Findings()
        let numbers = try Int64.fetchAll(db, sql: "SELECT number FROM report ORDER BY id")
        for start in stride(from: 0, to: numbers.count, by: Self.batchSize) {
            let batch = numbers[start..<min(start + Self.batchSize, numbers.count)]
            let reader = CatalogueReader(
                db: db, condition: "report.number IN (\(batch.map(String.init).joined(separator: ", ")))")
            let versions = try reader.versions([]).map { ($0.catalogued.id, $0.catalogued.version, $0) }
            for (_, _, stored) in versions.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
                try add(stored, to: &findings)
            }
        }
        return findings
    }

    private func add(_ stored: StoredVersion, to findings: inout Findings) throws {
        let (id, version) = (stored.catalogued.id, stored.catalogued.version)
        func report(_ problem: String, remedy: String) {
            findings.damage.append(
                Damage(
                    part: .report, place: id, problem: "version \(version): \(problem)",
                    remedy: stored.isCurrent ? remedy : Damage.fromBackup))
        }
        let factors = try factorProblems(of: stored.row)
        switch try stored.fault(in: db) {
        case nil: break
        case .altered:
            findings.altered.insert(stored.row)
            if stored.isCurrent { findings.isSearchable = false }
            report("its text or facts changed since they were stored", remedy: Self.ingestAgain)
        // Reading leaves out a factor that is none; then its name is missing here too.
        case .derived(["factors"]) where !factors.isEmpty: break
        case .derived(let columns):
            findings.isSearchable = false
            let verb = columns.count == 1 ? "does" : "do"
            report(
                "the report's \(columns.joined(separator: ", ")) \(verb) not follow from its text",
                remedy: Self.ingestAgain)
        }
        for problem in factors { report(problem, remedy: Self.classifyAgain) }
    }

    private func factorProblems(of version: Int64) throws -> [String] {
        let statement = try db.cachedStatement(
            """
            SELECT kind, stance, contested, confidence, role,
            (SELECT count(*) FROM quote q WHERE q.version = f.version AND q.factor = f.position)
            FROM factor f WHERE version = ? ORDER BY position
            """)
        return try Row.fetchAll(statement, arguments: [version]).flatMap { row -> [String] in
            let kind: String = row[0]
            var problems: [String] = []
            if FactorKind(rawValue: kind) == nil { problems.append("there is no factor '\(kind)'") }
            if let stance = row[1] as String?, Stance(rawValue: stance) == nil {
                problems.append("the factor \(kind) has no stance '\(stance)'")
            }
            if !(0...1).contains(row[2] as Int) { problems.append("whether \(kind) is contested is neither 0 nor 1") }
            if !(0...1).contains(row[3] as Double) { problems.append("the confidence in \(kind) is not within 0...1") }
            if let role = row[4] as String?, FactorRole(rawValue: role) == nil {
                problems.append("the factor \(kind) has no role '\(role)'")
            }
            if row[5] == 0 { problems.append("the factor \(kind) has no quote") }
            return problems
        }
    }
}
