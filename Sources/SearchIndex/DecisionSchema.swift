import GRDB
import Reports

/// The second form of the tables: what people decided, kept for good, what reports are labelled with, which of them tell of
/// one incident, and views that show what holds.
enum DecisionSchema {
    /// Stands in the place of a model's hash where a report's own front matter says which factors hold.
    static let ownLabels = "front matter"

    /// Brings decisions over from the table that the first form had for them.
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: "DROP VIEW review_decisions; DROP VIEW factors; DROP VIEW evidence; DROP VIEW current_version;")
        try db.execute(sql: tables)
        try moveDecisions(db)
        try db.execute(sql: "DROP TABLE review_decision;")
        try db.execute(sql: triggers)
        try db.execute(sql: views)
    }

    private static let tables = """
        CREATE TABLE decision (
          number INTEGER PRIMARY KEY, -- of one report and kind the highest stands
          report INTEGER NOT NULL REFERENCES report (number),
          kind TEXT NOT NULL,
          verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'change', 'reject', 'add')),
          stance TEXT CHECK (stance IN ('asserted', 'suspected', 'denied')), -- as decided; NULL when rejected
          contested INTEGER NOT NULL, role TEXT,
          decided_by TEXT, -- a role
          at TEXT NOT NULL, note TEXT,
          version INTEGER NOT NULL, -- of the report, when it was looked at
          text_hash TEXT NOT NULL, -- SHA-256 of that version's body, hexadecimal
          model TEXT, -- content hash of the model whose suggestions were looked at
          suggested_stance TEXT, suggested_contested INTEGER, suggested_role TEXT, suggested_confidence REAL, -- or NULL
          FOREIGN KEY (report, version) REFERENCES report_version (report, version)
        );
        CREATE INDEX decision_by_report ON decision (report, kind);

        CREATE TABLE decision_quote (
          decision INTEGER NOT NULL REFERENCES decision (number), position INTEGER NOT NULL, -- 0 is the strongest
          field TEXT NOT NULL CHECK (field IN ('title', 'text')),
          utf8_from INTEGER NOT NULL, utf8_to INTEGER NOT NULL, -- bytes of the field in the version looked at
          quote TEXT NOT NULL, stance TEXT NOT NULL, claimed_by TEXT,
          PRIMARY KEY (decision, position)
        ) WITHOUT ROWID;

        -- Such as 'kiro-2025-12': its sources share it.
        ALTER TABLE report_version ADD COLUMN incident TEXT;

        -- What a person linked; stands in the place of what the sources say.
        CREATE TABLE incident_link (
          report INTEGER PRIMARY KEY REFERENCES report (number),
          incident TEXT -- NULL: unlinked, whatever the source says
        );
        """

    private static let triggers = """
        CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
          BEGIN SELECT raise(ABORT, 'a decision is kept as it was made; add another'); END;
        CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
          BEGIN SELECT raise(ABORT, 'a decision is kept as it was made; add another'); END;
        CREATE TRIGGER decision_quote_stays BEFORE UPDATE ON decision_quote
          BEGIN SELECT raise(ABORT, 'a decision is kept as it was made; add another'); END;
        CREATE TRIGGER decision_quote_is_kept BEFORE DELETE ON decision_quote
          BEGIN SELECT raise(ABORT, 'a decision is kept as it was made; add another'); END;
        """

    /// `factors` and `evidence` are what holds: decisions, and labels or suggestions about kinds that nobody decided on.
    private static let views = """
        CREATE VIEW current_version AS SELECT
          v.number, report.id AS report, CASE v.model WHEN '\(ownLabels)' THEN 'labelled' ELSE 'suggested' END AS review
          FROM report JOIN report_version v ON v.report = report.number AND v.version = report.version;
        CREATE VIEW incidents AS SELECT
          CASE WHEN l.report IS NULL THEN v.incident ELSE l.incident END AS incident, report.id AS report
          FROM report JOIN report_version v ON v.report = report.number AND v.version = report.version
          LEFT JOIN incident_link l ON l.report = report.number
          WHERE CASE WHEN l.report IS NULL THEN v.incident ELSE l.incident END IS NOT NULL;
        CREATE VIEW suggestions AS SELECT
          c.report, f.position, f.kind, f.stance, f.contested, f.confidence, f.role, c.review
          FROM factor f JOIN current_version c ON c.number = f.version;
        CREATE VIEW suggested_evidence AS SELECT
          c.report, f.kind, q.position, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance, q.claimed_by, c.review
          FROM quote q JOIN factor f ON f.version = q.version AND f.position = q.factor
          JOIN current_version c ON c.number = q.version;
        CREATE VIEW review_decisions AS SELECT
          report.id AS report, d.number, d.kind, d.verdict AS decision, d.stance, d.contested, d.role, d.decided_by, d.at,
          d.note, d.version, d.text_hash, d.model, d.suggested_stance, d.suggested_contested, d.suggested_role,
          d.suggested_confidence,
          d.number = (SELECT max(o.number) FROM decision o WHERE o.report = d.report AND o.kind = d.kind) AS stands
          FROM decision d JOIN report ON report.number = d.report;
        CREATE VIEW review_quotes AS SELECT
          r.report, r.number AS decision, r.kind, q.position, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance,
          q.claimed_by, r.version
          FROM decision_quote q JOIN review_decisions r ON r.number = q.decision;
        CREATE VIEW factors AS
          SELECT s.report, s.position, s.kind, s.stance, s.contested, s.confidence, s.role, s.review FROM suggestions s
            WHERE NOT EXISTS (SELECT 1 FROM review_decisions r WHERE r.report = s.report AND r.kind = s.kind)
          UNION ALL
          SELECT r.report, NULL, r.kind, r.stance, r.contested, 1.0, r.role,
            CASE r.decision WHEN 'accept' THEN 'accepted' WHEN 'change' THEN 'changed' ELSE 'added' END
            FROM review_decisions r WHERE r.stands AND r.decision <> 'reject';
        CREATE VIEW evidence AS
          SELECT e.report, e.kind, e.position, e.field, e.utf8_from, e.utf8_to, e.quote, e.stance, e.claimed_by,
            report.version
            FROM suggested_evidence e JOIN report ON report.id = e.report
            WHERE NOT EXISTS (SELECT 1 FROM review_decisions r WHERE r.report = e.report AND r.kind = e.kind)
          UNION ALL
          SELECT q.report, q.kind, q.position, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance, q.claimed_by, q.version
            FROM review_quotes q JOIN review_decisions r ON r.number = q.decision
            WHERE r.stands AND r.decision <> 'reject';
        """

    /// No command of the first form wrote decisions, but whoever had the file could: they are taken to be about the
    /// current version and its suggestions, which is all that is known of them.
    private static func moveDecisions(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.number, d.report, d.kind, d.decision, d.quote, d.decided_by, d.at, d.note,
                v.version, v.title, v.body, v.model, f.stance, f.contested, f.role, f.confidence
                FROM review_decision d JOIN report ON report.number = d.report
                JOIN report_version v ON v.report = report.number AND v.version = report.version
                LEFT JOIN factor f ON f.version = v.number AND f.kind = d.kind ORDER BY d.number
                """)
        for row in rows {
            let isRejected = row[3] == "reject"
            let stance: String? = isRejected ? nil : row[12] ?? Stance.asserted.rawValue
            let role: String? = isRejected ? nil : row[14] ?? FactorRole.contributing.rawValue
            try db.execute(
                sql: "INSERT INTO decision VALUES (\(ReportRows.marks(17)))",
                arguments: [
                    row[0] as Int64, row[1] as Int64, row[2] as String, row[3] as String, stance,
                    isRejected ? false : row[13] ?? false, role, row[5] as String?, row[6] as String, row[7] as String?,
                    row[8] as Int, ContentHash.sha256(row[10] as String), row[11] as String?, row[12] as String?,
                    row[13] as Bool?, row[14] as String?, row[15] as Double?,
                ])
            guard let quote = row[4] as String? else { continue }
            let report = Report(source: "", kind: .publicReport, title: row[9], text: row[10])
            guard let found = QuoteFinder(report).find(quote) else { continue }
            try db.execute(
                sql: "INSERT INTO decision_quote VALUES (?, 0, ?, ?, ?, ?, ?, NULL)",
                arguments: [
                    row[0] as Int64, found.field.rawValue, found.utf8Range.lowerBound, found.utf8Range.upperBound,
                    found.quote, stance ?? Stance.asserted.rawValue,
                ])
        }
    }
}
