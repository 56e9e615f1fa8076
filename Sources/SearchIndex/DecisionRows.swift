import GRDB
import Reports

/// What the tables hold of decisions.
struct DecisionRows {
    let db: Database

    /// The decisions about reports, oldest first, by the report's row.
    ///
    /// - Parameter reports: SQL that gives rows of `report`; ours, never a reader's text.
    func decisions(of reports: String, _ arguments: StatementArguments) throws -> [Int64: [ReviewDecision]] {
        var quotes: [Int64: [Evidence]] = [:]
        let quoteRows = try Row.fetchCursor(
            db,
            sql: """
                SELECT q.decision, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance, q.claimed_by
                FROM decision_quote q JOIN decision d ON d.number = q.decision WHERE d.report IN (\(reports))
                ORDER BY q.decision, q.position
                """, arguments: arguments)
        while let row = try quoteRows.next() {
            let (from, to): (Int, Int) = (row[2], row[3])
            guard let field = Evidence.Field(rawValue: row[1]), let stance = Stance(rawValue: row[5]), from <= to else {
                continue
            }
            quotes[row[0], default: []].append(
                Evidence(field: field, utf8Range: from..<to, quote: row[4], stance: stance, by: row[6]))
        }
        var decisions: [Int64: [ReviewDecision]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM decision d WHERE d.report IN (\(reports)) ORDER BY d.number", arguments: arguments)
        while let row = try rows.next() {
            guard let decision = Self.decision(row, quotes[row["number"]] ?? []) else { continue }
            decisions[row["report"], default: []].append(decision)
        }
        return decisions
    }

    /// The same of one report.
    func decisions(of report: Int64) throws -> [ReviewDecision] {
        try decisions(of: "?", [report])[report] ?? []
    }

    /// `nil` when it is none that this program knows.
    private static func decision(_ row: Row, _ quotes: [Evidence]) -> ReviewDecision? {
        guard let kind = FactorKind(rawValue: row["kind"]),
            let verdict = ReviewDecision.Verdict(rawValue: row["verdict"]),
            let at = Timestamp(row["at"] as String)
        else { return nil }
        let stance = (row["stance"] as String?).flatMap(Stance.init)
        let role = (row["role"] as String?).flatMap(FactorRole.init)
        guard verdict == .reject || stance != nil && role != nil else { return nil }
        var suggestion: ReviewDecision.Suggestion?
        if let stance = (row["suggested_stance"] as String?).flatMap(Stance.init),
            let role = (row["suggested_role"] as String?).flatMap(FactorRole.init)
        {
            suggestion = ReviewDecision.Suggestion(
                stance: stance, contested: row["suggested_contested"] ?? false, role: role,
                confidence: row["suggested_confidence"] ?? 0)
        }
        return ReviewDecision(
            number: row["number"], kind: kind, verdict: verdict, stance: stance, contested: row["contested"],
            role: role,
            evidence: quotes, by: row["decided_by"], at: at, note: row["note"], version: row["version"],
            textHash: row["text_hash"], model: row["model"], suggestion: suggestion)
    }

    /// Writes a decision and gives it back with its number.
    func insert(_ decision: ReviewDecision, about report: Int64) throws -> ReviewDecision {
        let suggestion = decision.suggestion
        try db.cachedStatement(
            """
            INSERT INTO decision (report, kind, verdict, stance, contested, role, decided_by, at, note, version, text_hash,
            model, suggested_stance, suggested_contested, suggested_role, suggested_confidence)
            VALUES (\(ReportRows.marks(16)))
            """
        ).execute(arguments: [
            report, decision.kind.rawValue, decision.verdict.rawValue, decision.stance?.rawValue, decision.contested,
            decision.role?.rawValue, decision.by?.withoutNUL, decision.at.description, decision.note?.withoutNUL,
            decision.version, decision.textHash, decision.model, suggestion?.stance.rawValue, suggestion?.contested,
            suggestion?.role.rawValue, suggestion?.confidence,
        ])
        var stored = decision
        stored.number = Int(db.lastInsertedRowID)
        let insertQuote = try db.cachedStatement("INSERT INTO decision_quote VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (position, evidence) in decision.evidence.enumerated() {
            try insertQuote.execute(arguments: [
                stored.number, position, evidence.field.rawValue, evidence.utf8Range.lowerBound,
                evidence.utf8Range.upperBound, evidence.quote, evidence.stance.rawValue, evidence.by,
            ])
        }
        return stored
    }
}
