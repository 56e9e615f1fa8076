import GRDB
import Reports

extension SearchIndex {
    /// The order of hits.
    public enum Sort: String, Sendable, CaseIterable {
        case relevance
        /// Newest first, whatever the score.
        case date
    }

    /// The reports that fit a query, best first.
    ///
    /// The site's script gives the same order; this is the rule both follow.
    ///
    /// 1. *Terms.* A text becomes terms by the tokenizer `porter unicode61 remove_diacritics 2`; several in a row are a
    ///    phrase, so `us-east-1` is the phrase `us east 1`, of which the first 64 terms count. Text without letters or
    ///    digits is passed over; a query of nothing else finds nothing. A prefix `p*` is any term that begins with the
    ///    stem of `p`, and also each stem of `p` + an ending of `TermBuilder.endings` that does not begin with it.
    /// 2. *Clauses.* A clause of words, or of words joined by `OR`, is a term to rank by; equal ones count once, and the
    ///    first 64 count. A compound word that stands whole in no report is replaced by its parts. Every other clause
    ///    restricts: an excluded one, a condition, a condition joined to anything by `OR`; the first 64 different ones do,
    ///    each with its first 64 alternatives.
    /// 3. *Score.* The negative of FTS5's bm25 over the distinct phrases of all terms, joined by `OR`. With N reports,
    ///    n of them holding the phrase, L the report's number of terms in all fields and A the mean of L:
    ///    idf = ln((N − n + 0.5) / (n + 0.5)), or 0.000001 when that is not positive; f = the occurrences in the report,
    ///    each counted with its field's `IndexedField.weight`; the score is the sum, in the query's order, of
    ///    idf · f · 2.2 / (f + 1.2 · (0.25 + 0.75 · L / A)). N, n and A are of the whole index, whatever restricts.
    /// 4. *Order.* Reports that hold every term come first, then those that hold some; within each by score descending,
    ///    where scores that agree when rounded to 12 decimals are equal; then by `Report.date` as an instant, newest
    ///    first and undated last; then by id, ascending. Without terms every report that fits is listed by date and id.
    ///
    /// - Parameters:
    ///   - limit: The most hits on the page; `total` counts all.
    ///   - style: How matches are marked in the snippets.
    public func search(
        _ query: SearchQuery, limit: Int = 20, offset: Int = 0, sort: Sort = .relevance,
        style: SnippetStyle = .brackets
    ) throws -> SearchResults {
        try read { db in
            let plan = try QueryPlan(query, in: db)
            let ranked = try Self.ranked(plan, sort: sort, in: db)
            guard !ranked.isEmpty else {
                return SearchResults(total: 0, hits: [], suggestion: try Suggester(db: db).suggestion(for: query))
            }
            let page = ranked.dropFirst(max(0, offset)).prefix(max(0, limit))
            return SearchResults(total: ranked.count, hits: try Self.hits(Array(page), plan, style: style, in: db))
        }
    }

    private struct Ranked {
        var number: Int64
        var id: String
        var date: Int64?
        var score = 0.0
        var holdsAll = true
    }

    private static let weights = IndexedField.allCases.map { String($0.weight) }.joined(separator: ", ")

    private static func ranked(_ plan: QueryPlan, sort: Sort, in db: Database) throws -> [Ranked] {
        if plan.findsNothing { return [] }
        var found = try plan.terms.isEmpty ? listed(plan, in: db) : matched(plan, in: db)
        found.sort { left, right in
            if sort == .relevance {
                if left.holdsAll != right.holdsAll { return left.holdsAll }
                let (leftScore, rightScore) = ((left.score * 1e12).rounded(), (right.score * 1e12).rounded())
                if leftScore != rightScore { return leftScore > rightScore }
            }
            if left.date != right.date { return (left.date ?? .min) > (right.date ?? .min) }
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
        return found
    }

    private static func listed(_ plan: QueryPlan, in db: Database) throws -> [Ranked] {
        let sql = "SELECT number, id, date_seconds FROM report WHERE \(plan.conditionSQL)"
        var found: [Ranked] = []
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: plan.arguments)
        while let row = try cursor.next() { found.append(Ranked(number: row[0], id: row[1], date: row[2])) }
        return found
    }

    private static func matched(_ plan: QueryPlan, in db: Database) throws -> [Ranked] {
        // The cross join keeps the full-text index the outer loop, where bm25 has a match to score.
        let sql = """
            SELECT report.number, report.id, report.date_seconds, -bm25(report_search, \(weights))
            FROM report_search CROSS JOIN report ON report.number = report_search.rowid
            WHERE report_search MATCH ? AND \(plan.conditionSQL)
            """
        var full: Set<Int64>?
        if plan.terms.count > 1 {
            full = try Set(
                Int64.fetchAll(
                    db, sql: "SELECT rowid FROM report_search WHERE report_search MATCH ?",
                    arguments: [plan.allExpression]))
        }
        var found: [Ranked] = []
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: [plan.anyExpression] + plan.arguments)
        while let row = try cursor.next() {
            let number: Int64 = row[0]
            found.append(
                Ranked(
                    number: number, id: row[1], date: row[2], score: row[3],
                    holdsAll: full.map { $0.contains(number) } ?? true))
        }
        return found
    }

    private static func hits(
        _ page: [Ranked], _ plan: QueryPlan, style: SnippetStyle, in db: Database
    ) throws -> [SearchHit] {
        let numbers = page.map { String($0.number) }.joined(separator: ", ")
        let reader = CatalogueReader(
            db: db, condition: "report.number IN (\(numbers)) AND v.version = report.version")
        let reports = Dictionary(try reader.all([]).map { ($0.id, $0) }) { first, _ in first }
        let snippets = SnippetMaker(tokenizer: try Tokenizer(db), terms: plan.terms, style: style)
        return try page.compactMap { ranked in
            guard let catalogued = reports[ranked.id] else { return nil }
            let report = catalogued.report
            return SearchHit(
                id: ranked.id, title: report.title, score: ranked.score, snippet: try snippets.snippet(of: report),
                date: report.date, organisation: report.organisation, services: report.services,
                factors: catalogued.factors)
        }
    }
}
