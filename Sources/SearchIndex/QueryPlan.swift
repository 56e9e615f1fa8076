import GRDB
import Reports

/// A query in terms of the index: what counts for the rank, and what restricts.
struct QueryPlan {
    /// The positive clauses of text, each holding when one of its phrases does. Without repeats.
    var terms: [SearchTerm] = []
    /// On `report`; all must hold.
    private(set) var conditions: [String] = []
    private(set) var arguments = StatementArguments()
    /// Whether the query is all signs that the index has no terms for.
    var findsNothing = false

    private static let matching = "report.number IN (SELECT rowid FROM report_search WHERE report_search MATCH ?)"

    init(_ query: SearchQuery, in db: Database) throws {
        let builder = TermBuilder(tokenizer: try Tokenizer(db))
        var isSkipped = false
        var restrictions: [SearchQuery.Clause] = []
        for clause in query.clauses {
            if clause.isTextToFind {
                let found = try Self.terms(of: clause, builder: builder, in: db, known: terms.count)
                if found.isEmpty { isSkipped = true }
                for term in found where terms.count < TermBuilder.limit && !terms.contains(term) { terms.append(term) }
            } else if restrictions.count < TermBuilder.limit, !restrictions.contains(clause) {
                restrictions.append(clause)
                try restrict(by: clause, builder: builder)
            }
        }
        findsNothing = isSkipped && terms.isEmpty && conditions.isEmpty
    }

    /// The distinct phrases in the order of the query: what bm25 sums over.
    var phrases: [SearchTerm.Phrase] {
        var seen: Set<SearchTerm.Phrase> = []
        return terms.flatMap(\.phrases).filter { seen.insert($0).inserted }
    }

    /// For `MATCH`: reports that hold any term.
    var anyExpression: String {
        phrases.map(\.expression).joined(separator: " OR ")
    }

    /// For `MATCH`: reports that hold every term.
    var allExpression: String {
        terms.map { "(\($0.expression))" }.joined(separator: " AND ")
    }

    var conditionSQL: String {
        conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    /// One term for a clause, or the parts of a compound word that stands whole nowhere; empty without letters or digits.
    private static func terms(
        of clause: SearchQuery.Clause, builder: TermBuilder, in db: Database, known: Int
    ) throws -> [SearchTerm] {
        guard known < TermBuilder.limit else { return [] }
        var phrases: [SearchTerm.Phrase] = []
        for case .words(let words) in clause.alternatives.prefix(TermBuilder.limit) {
            for phrase in try builder.term(words)?.phrases ?? [] where !phrases.contains(phrase) {
                phrases.append(phrase)
            }
        }
        guard !phrases.isEmpty else { return [] }
        let term = SearchTerm(phrases: phrases)
        if case .words(let words)? = clause.alternatives.first, clause.alternatives.count == 1, !words.isPhrase,
            !words.isPrefix, phrases[0].terms.count > 1, try !stands(term, in: db)
        {
            return builder.parts(of: phrases[0])
        }
        return [term]
    }

    private static func stands(_ term: SearchTerm, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement("SELECT 1 FROM report_search WHERE report_search MATCH ? LIMIT 1")
        return try Row.fetchOne(statement, arguments: [term.expression]) != nil
    }

    private mutating func restrict(by clause: SearchQuery.Clause, builder: TermBuilder) throws {
        var parts: [String] = []
        for alternative in clause.alternatives.prefix(TermBuilder.limit) {
            switch alternative {
            case .words(let words):
                guard let term = try builder.term(words) else { continue }
                parts.append(Self.matching)
                arguments += [term.expression]
            case .filter(let filter):
                let (sql, values) = try condition(filter, builder: builder)
                parts.append(sql)
                arguments += values
            }
        }
        guard !parts.isEmpty else { return }
        let sql = "(\(parts.joined(separator: " OR ")))"
        // A report that has no value for a condition does not fit it, so leaving out what fits keeps the report.
        conditions.append(clause.isExcluded ? "\(sql) IS NOT TRUE" : sql)
    }

    private func condition(
        _ filter: SearchQuery.Filter, builder: TermBuilder
    ) throws -> (String, StatementArguments) {
        switch filter {
        case .field(let field, let text, let isPrefix):
            return try condition(field, text, isPrefix: isPrefix, builder: builder)
        case .factor(let kinds, let denied):
            let marks = ReportRows.marks(kinds.count)
            let sign = denied ? "=" : "<>"
            // What a person decided about a kind stands in the place of what is suggested.
            let sql = """
                (EXISTS (SELECT 1 FROM factor f JOIN report_version v ON v.number = f.version
                WHERE v.report = report.number AND v.version = report.version
                AND f.kind IN (\(marks)) AND f.stance \(sign) 'denied'
                AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.report = report.number AND d.kind = f.kind))
                OR EXISTS (SELECT 1 FROM decision d WHERE d.report = report.number
                AND d.kind IN (\(marks)) AND d.stance \(sign) 'denied'
                AND d.number = (SELECT max(o.number) FROM decision o WHERE o.report = d.report AND o.kind = d.kind)))
                """
            return (sql, StatementArguments((kinds + kinds).map(\.rawValue)))
        case .date(let from, let to): return Self.range("report.day", from: from, to: to)
        case .duration(let from, let to): return Self.range("report.duration_seconds", from: from, to: to)
        case .reviewed:
            let sql = """
                (EXISTS (SELECT 1 FROM decision d WHERE d.report = report.number)
                OR EXISTS (SELECT 1 FROM report_version v WHERE v.report = report.number AND v.version = report.version
                AND v.model = ?))
                """
            return (sql, [DecisionSchema.ownLabels])
        }
    }

    private func condition(
        _ field: SearchQuery.Field, _ text: String, isPrefix: Bool, builder: TermBuilder
    ) throws -> (String, StatementArguments) {
        let key = SearchQuery.key(text)
        switch field {
        case .title, .org, .service:
            guard let phrase = try builder.phrase(text, isPrefix: isPrefix) else { return ("0", []) }
            let column: IndexedField = field == .title ? .title : field == .org ? .organisation : .services
            return (Self.matching, ["\(column.rawValue) : \(phrase.expression)"])
        case .severity:
            return Self.compare("report.severity_key", key, isPrefix: isPrefix)
        case .kind:
            let kinds = Report.Kind.allCases.filter {
                let name = SearchQuery.key($0.rawValue)
                return isPrefix ? name.hasPrefix(key) : name == key
            }
            let marks = kinds.map { _ in "?" }.joined(separator: ", ")
            let sql = """
                EXISTS (SELECT 1 FROM report_version v WHERE v.report = report.number AND v.version = report.version
                AND v.kind IN (\(marks)))
                """
            return (sql, StatementArguments(kinds.map(\.rawValue)))
        case .id:
            // Ids are lower case, with hyphens for everything else.
            return Self.compare("replace(report.id, '-', '')", key, isPrefix: isPrefix)
        }
    }

    private static func compare(_ column: String, _ key: String, isPrefix: Bool) -> (String, StatementArguments) {
        guard !key.isEmpty else { return ("0", []) }
        return isPrefix ? ("substr(\(column), 1, length(?)) = ?", [key, key]) : ("\(column) = ?", [key])
    }

    private static func range(
        _ column: String, from: (any DatabaseValueConvertible)?, to: (any DatabaseValueConvertible)?
    ) -> (String, StatementArguments) {
        var parts = ["\(column) IS NOT NULL"]
        var arguments = StatementArguments()
        if let from {
            parts.append("\(column) >= ?")
            arguments += [from]
        }
        if let to {
            parts.append("\(column) <= ?")
            arguments += [to]
        }
        return ("(\(parts.joined(separator: " AND ")))", arguments)
    }
}

extension SearchQuery.Clause {
    /// Whether the clause counts for the rank. With a condition among its alternatives it only restricts.
    var isTextToFind: Bool {
        !isExcluded
            && alternatives.allSatisfy {
                if case .words = $0 { return true }
                return false
            }
    }
}
