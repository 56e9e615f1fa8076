import GRDB

/// The tables of a knowledge base and how they came to be.
///
/// Base tables have singular names and are ours to change; the views of ``views`` are what people and tools read. Nothing
/// here needs a function or tokenizer that the stock `sqlite3` shell lacks.
enum Schema {
    /// Marks the file as a knowledge base: "PMKB".
    static let applicationID = 0x504D_4B42

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: tables)
            try db.execute(sql: views)
            try db.execute(sql: fullText)
            try db.execute(sql: "PRAGMA user_version = 1;")
        }
        migrator.registerMigration("2") { db in
            try DecisionSchema.migrate(db)
            try db.execute(sql: "PRAGMA user_version = 2;")
        }
        return migrator
    }

    /// Whether an earlier release made the tables. Of tables whose history is no beginning of ours nothing is said.
    static func isOlder(_ db: Database) throws -> Bool {
        guard try db.tableExists("grdb_migrations") else { return false }
        let applied = try migrator.appliedIdentifiers(db)
        return !applied.isEmpty && applied.count < migrator.migrations.count
            && Set(migrator.migrations.prefix(applied.count)) == applied
    }

    private static let tables = """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE fetched_address (
          address TEXT PRIMARY KEY, -- as given
          etag TEXT, last_modified TEXT -- as the server sent them
        ) WITHOUT ROWID;

        CREATE TABLE raw_source (
          content_hash TEXT PRIMARY KEY, -- SHA-256 of the bytes, hexadecimal
          size INTEGER NOT NULL, -- bytes before compression
          deflated BLOB NOT NULL -- zlib format
        );

        CREATE TABLE report (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          identity TEXT NOT NULL UNIQUE, -- what makes two readings the same report
          version INTEGER NOT NULL, -- the current one
          date TEXT, -- RFC 3339; a day alone when no time is given
          day TEXT, -- the same as a day at the source
          date_seconds INTEGER, -- the same as seconds since 1970
          duration_seconds INTEGER, -- measured, else as stated
          severity_key TEXT, -- lower case, letters and digits only
          services TEXT NOT NULL, -- one per line, as indexed
          factors TEXT NOT NULL, -- names of factors not denied, one per line, as indexed
          timeline TEXT NOT NULL -- one event per line, as indexed
        );
        CREATE INDEX report_by_date ON report (date_seconds DESC, id);

        CREATE TABLE report_version (
          number INTEGER PRIMARY KEY,
          report INTEGER NOT NULL REFERENCES report (number),
          version INTEGER NOT NULL, -- 1 for the first
          fingerprint TEXT NOT NULL, -- SHA-256 of everything below that the source says
          retrieved TEXT NOT NULL,
          content_hash TEXT NOT NULL REFERENCES raw_source (content_hash),
          model TEXT, -- content hash of the model that suggested the factors
          source TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, organisation TEXT,
          authors TEXT NOT NULL, -- JSON array
          language TEXT, url TEXT, archived_url TEXT,
          other_urls TEXT NOT NULL, -- JSON array
          published TEXT, updated TEXT, occurred TEXT,
          stated_duration_seconds INTEGER,
          severity TEXT,
          summary TEXT NOT NULL, body TEXT NOT NULL, html TEXT NOT NULL,
          warnings TEXT NOT NULL, -- JSON array
          UNIQUE (report, version)
        );
        CREATE INDEX report_version_by_content ON report_version (content_hash);

        CREATE TABLE service (
          version INTEGER NOT NULL REFERENCES report_version (number), position INTEGER NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (version, position)
        ) WITHOUT ROWID;

        CREATE TABLE event (
          version INTEGER NOT NULL REFERENCES report_version (number), position INTEGER NOT NULL,
          at TEXT, text TEXT NOT NULL, actor TEXT, phase TEXT,
          PRIMARY KEY (version, position)
        ) WITHOUT ROWID;

        CREATE TABLE stamp (
          version INTEGER NOT NULL REFERENCES report_version (number), name TEXT NOT NULL,
          at TEXT NOT NULL, estimated INTEGER NOT NULL, taken_from TEXT,
          PRIMARY KEY (version, name)
        ) WITHOUT ROWID;

        CREATE TABLE action (
          version INTEGER NOT NULL REFERENCES report_version (number), position INTEGER NOT NULL,
          text TEXT NOT NULL, owner TEXT, due TEXT, status TEXT, kind TEXT,
          PRIMARY KEY (version, position)
        ) WITHOUT ROWID;

        CREATE TABLE factor (
          version INTEGER NOT NULL REFERENCES report_version (number), position INTEGER NOT NULL, -- 0 is the strongest
          kind TEXT NOT NULL, stance TEXT NOT NULL CHECK (stance IN ('asserted', 'suspected', 'denied')),
          contested INTEGER NOT NULL, confidence REAL NOT NULL, role TEXT NOT NULL,
          PRIMARY KEY (version, position), UNIQUE (version, kind)
        ) WITHOUT ROWID;

        CREATE TABLE quote (
          version INTEGER NOT NULL, factor INTEGER NOT NULL, position INTEGER NOT NULL, -- 0 is the strongest
          field TEXT NOT NULL CHECK (field IN ('title', 'text')),
          utf8_from INTEGER NOT NULL, utf8_to INTEGER NOT NULL, -- bytes of the field
          quote TEXT NOT NULL, stance TEXT NOT NULL, claimed_by TEXT,
          PRIMARY KEY (version, factor, position),
          FOREIGN KEY (version, factor) REFERENCES factor (version, position) ON DELETE CASCADE
        ) WITHOUT ROWID;

        CREATE TABLE review_decision (
          number INTEGER PRIMARY KEY,
          report INTEGER NOT NULL REFERENCES report (number),
          kind TEXT NOT NULL, decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'add')),
          quote TEXT, decided_by TEXT, at TEXT NOT NULL, note TEXT
        );
        CREATE INDEX review_decision_by_report ON review_decision (report);
        """

    /// Every view names its report by its id; all but `report_versions` and `raw_sources` show current versions only.
    ///
    /// `reports` has a column `rowid` because the full-text index takes its text from it; that also lets Datasette offer
    /// its search box there.
    private static let views = """
        CREATE VIEW reports AS SELECT
          report.number AS rowid, report.id, v.title, report.date, v.organisation, v.kind, v.severity,
          report.duration_seconds, v.summary, v.body, report.timeline, report.factors, report.services,
          v.url, v.source, v.published, v.updated, v.occurred, v.language, v.authors, v.archived_url, v.other_urls,
          v.warnings, report.version, v.retrieved, v.content_hash, v.model
          FROM report JOIN report_version v ON v.report = report.number AND v.version = report.version;
        CREATE VIEW report_versions AS SELECT
          report.id AS report, v.version, v.version = report.version AS current, v.retrieved, v.content_hash, v.source,
          v.kind, v.title, v.organisation, v.authors, v.language, v.url, v.archived_url, v.other_urls, v.published,
          v.updated, v.occurred, v.stated_duration_seconds, v.severity, v.summary, v.body, v.html, v.warnings, v.model
          FROM report_version v JOIN report ON report.number = v.report;
        CREATE VIEW current_version AS SELECT v.number, report.id AS report
          FROM report JOIN report_version v ON v.report = report.number AND v.version = report.version;
        CREATE VIEW timeline_events AS SELECT c.report, e.position, e.at, e.text, e.actor, e.phase
          FROM event e JOIN current_version c ON c.number = e.version;
        CREATE VIEW stamps AS SELECT c.report, s.name, s.at, s.estimated, s.taken_from
          FROM stamp s JOIN current_version c ON c.number = s.version;
        CREATE VIEW action_items AS SELECT c.report, a.position, a.text, a.owner, a.due, a.status, a.kind
          FROM action a JOIN current_version c ON c.number = a.version;
        CREATE VIEW services AS SELECT c.report, s.position, s.name
          FROM service s JOIN current_version c ON c.number = s.version;
        CREATE VIEW factors AS SELECT c.report, f.position, f.kind, f.stance, f.contested, f.confidence, f.role
          FROM factor f JOIN current_version c ON c.number = f.version;
        CREATE VIEW evidence AS SELECT
          c.report, f.kind, q.position, q.field, q.utf8_from, q.utf8_to, q.quote, q.stance, q.claimed_by
          FROM quote q JOIN factor f ON f.version = q.version AND f.position = q.factor
          JOIN current_version c ON c.number = q.version;
        CREATE VIEW review_decisions AS SELECT
          report.id AS report, d.kind, d.decision, d.quote, d.decided_by, d.at, d.note
          FROM review_decision d JOIN report ON report.number = d.report;
        CREATE VIEW raw_sources AS SELECT content_hash, size, length(deflated) AS stored_size FROM raw_source;
        """

    /// The columns are those of `IndexedField`, in its order.
    private static let fullText = """
        CREATE VIRTUAL TABLE report_search USING fts5(
          title, summary, body, timeline, factors, services, organisation,
          content="reports", content_rowid="rowid", tokenize="porter unicode61 remove_diacritics 2"
        );
        CREATE VIRTUAL TABLE report_search_terms USING fts5vocab('report_search', 'row');
        CREATE VIRTUAL TABLE report_search_places USING fts5vocab('report_search', 'instance');
        """
}
