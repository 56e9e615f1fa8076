import Foundation
import GRDB
import Reports

/// Reads versions of reports with all that hangs on them, one statement per table however many there are.
struct CatalogueReader {
    let db: Database
    /// On `report` and `v`, a row of `report_version`; ours, never a reader's text.
    let condition: String

    /// Newest first, then by id, then by version.
    func all(_ arguments: StatementArguments) throws -> [CataloguedReport] {
        try versions(arguments).map(\.catalogued)
    }

    /// The same with what storing and checking need.
    func versions(_ arguments: StatementArguments) throws -> [StoredVersion] {
        let services = try parts("service", "p.name", arguments) { $0[1] as String }
        let events = try parts("event", "p.at, p.text, p.actor, p.phase", arguments) { row in
            TimelineEvent(at: time(row[1]), text: row[2], actor: row[3], phase: row[4])
        }
        let stamps = try parts("stamp", "p.name, p.at, p.estimated, p.taken_from", arguments) {
            row -> (StampName, Stamp)? in
            guard let name = StampName(rawValue: row[1]), let at = time(row[2]) else { return nil }
            return (name, Stamp(at: at, estimated: row[3], from: row[4]))
        }
        let actions = try parts("action", "p.text, p.owner, p.due, p.status, p.kind", arguments) { row in
            ActionItem(text: row[1], owner: row[2], due: row[3], status: row[4], kind: row[5])
        }
        let factors = try factors(arguments)
        let decisions = try DecisionRows(db: db).decisions(
            of: "SELECT report.number FROM report JOIN report_version v ON v.report = report.number WHERE \(condition)",
            arguments)
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT v.*, report.id AS report_id, report.version AS current_version,
                CASE WHEN l.report IS NULL THEN v.incident ELSE l.incident END AS linked_incident
                FROM report_version v JOIN report ON report.number = v.report
                LEFT JOIN incident_link l ON l.report = report.number WHERE \(condition) ORDER BY report.date_seconds DESC, report.id, v.version
                """, arguments: arguments)
        var versions: [StoredVersion] = []
        while let row = try cursor.next() {
            let number: Int64 = row["number"]
            var report = report(row)
            report.services = services[number] ?? []
            report.timeline = events[number] ?? []
            report.stamps = Dictionary((stamps[number] ?? []).compactMap { $0 }) { first, _ in first }
            report.actionItems = actions[number] ?? []
            let isLabelled = row["model"] as String? == DecisionSchema.ownLabels
            if isLabelled { report.labels = (factors[number] ?? []).map(\.labelled) }
            let isCurrent = row["version"] == row["current_version"] as Int
            let catalogued = CataloguedReport(
                id: row["report_id"], report: report, version: row["version"],
                retrieved: time(row["retrieved"]) ?? Timestamp(secondsSince1970: 0),
                contentHash: row["content_hash"], factors: isLabelled ? [] : factors[number] ?? [],
                // What people decided holds of the report as it stands; of an old version it is told what was suggested.
                decisions: isCurrent ? decisions[row["report"]] ?? [] : [],
                model: isLabelled ? nil : row["model"], incident: row["linked_incident"])
            versions.append(
                StoredVersion(
                    row: number, report: row["report"], isCurrent: isCurrent,
                    fingerprint: row["fingerprint"], catalogued: catalogued))
        }
        return versions
    }

    private func report(_ row: Row) -> Report {
        Report(
            source: row["source"], kind: Report.Kind(rawValue: row["kind"]) ?? .publicReport, title: row["title"],
            organisation: row["organisation"], authors: list(row["authors"]), language: row["language"],
            url: row["url"], archivedURL: row["archived_url"], otherURLs: list(row["other_urls"]),
            published: time(row["published"]), updated: time(row["updated"]), occurred: time(row["occurred"]),
            statedDuration: row["stated_duration_seconds"], summary: row["summary"], text: row["body"],
            html: row["html"], severity: row["severity"], incident: row["incident"], warnings: list(row["warnings"]))
    }

    /// The rows of a table by version, in the order of their key. The first column of a row is the version.
    private func parts<Part>(
        _ table: String, _ columns: String, _ arguments: StatementArguments, read: (Row) -> Part
    ) throws -> [Int64: [Part]] {
        let order = table == "stamp" ? "p.name" : "p.position"
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.version, \(columns) FROM \(table) p JOIN report_version v ON v.number = p.version
                JOIN report ON report.number = v.report WHERE \(condition) ORDER BY p.version, \(order)
                """, arguments: arguments)
        var parts: [Int64: [Part]] = [:]
        while let row = try cursor.next() { parts[row[0], default: []].append(read(row)) }
        return parts
    }

    private func factors(_ arguments: StatementArguments) throws -> [Int64: [ContributingFactor]] {
        let columns = "p.factor, p.field, p.utf8_from, p.utf8_to, p.quote, p.stance, p.claimed_by"
        var evidence: [Int64: [Int: [Evidence]]] = [:]
        for (version, quotes) in try parts("quote", columns, arguments, read: quote) {
            for case (let factor, let quote)? in quotes {
                evidence[version, default: [:]][factor, default: []].append(quote)
            }
        }
        let rows = try parts(
            "factor", "p.position, p.kind, p.stance, p.contested, p.confidence, p.role", arguments
        ) { row -> ContributingFactor? in
            guard let kind = FactorKind(rawValue: row[2]), let stance = Stance(rawValue: row[3]),
                let role = FactorRole(rawValue: row[6])
            else { return nil }
            return ContributingFactor(
                kind: kind, stance: stance, contested: row[4], confidence: row[5], role: role,
                evidence: evidence[row[0]]?[row[1]] ?? [])
        }
        return rows.mapValues { $0.compactMap { $0 } }
    }

    private func quote(_ row: Row) -> (Int, Evidence)? {
        let (from, to): (Int, Int) = (row[3], row[4])
        guard let field = Evidence.Field(rawValue: row[2]), let stance = Stance(rawValue: row[6]), from <= to else {
            return nil
        }
        return (row[1], Evidence(field: field, utf8Range: from..<to, quote: row[5], stance: stance, by: row[7]))
    }

    private func time(_ text: String?) -> Timestamp? {
        text.flatMap(Timestamp.init)
    }

    /// A JSON array of strings; what is none reads as empty.
    private func list(_ json: String) -> [String] {
        json == "[]" ? [] : (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }
}

extension ContributingFactor {
    /// The factor as one that the report's own writers labelled it with.
    fileprivate var labelled: ContributingFactor {
        var factor = self
        factor.review = .labelled
        return factor
    }
}
