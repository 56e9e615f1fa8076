import GRDB
import Reports

extension SearchIndex {
    /// Keeps decisions of a person about a report, all of them or none.
    ///
    /// Nothing that was decided before is changed. What holds of the report changes with it, in the full-text index too.
    ///
    /// - Returns: The decisions with their numbers.
    /// - Throws: ``SearchIndexError`` for an unknown id, when the report's current version is not the one the decisions
    ///   were made on, or when a quote does not stand at its place in it.
    @discardableResult
    public func store(decisions: [ReviewDecision], for id: String) throws -> [ReviewDecision] {
        try write { db in
            let reader = CatalogueReader(db: db, condition: "report.id = ? AND v.version = report.version")
            guard let stored = try reader.versions([id.withoutNUL]).first else { throw error(.unknownReport(id)) }
            for decision in decisions {
                guard decision.version == stored.catalogued.version else { throw error(.changedMeanwhile(id)) }
                guard decision.evidence.allSatisfy({ $0.stands(in: stored.catalogued.report) }) else {
                    throw error(.quoteAstray(report: id, kind: decision.kind.rawValue))
                }
            }
            let rows = DecisionRows(db: db)
            let result = try decisions.map { try rows.insert($0, about: stored.report) }
            let factors = ReviewDecision.factors(
                suggested: stored.catalogued.suggestions, decisions: stored.catalogued.decisions + result,
                in: stored.catalogued.report)
            try Self.setFactors(factors, of: stored.report, in: db)
            return result
        }
    }

    /// Writes what holds of a report where it is searched.
    static func setFactors(_ factors: [ContributingFactor], of report: Int64, in db: Database) throws {
        try unindex(report, in: db)
        try db.execute(
            sql: "UPDATE report SET factors = ? WHERE number = ?", arguments: [IndexedText.factors(factors), report])
        try index(report, in: db)
    }
}
