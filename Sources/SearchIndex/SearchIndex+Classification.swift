import GRDB
import Reports

extension SearchIndex {
    /// Puts a model's suggestions beside the current version of a report, in place of any earlier ones.
    ///
    /// Review decisions stay as they are, and stand in the place of suggestions about the same kinds. A report with labels
    /// of its own keeps those, and nothing is stored.
    ///
    /// - Parameters:
    ///   - factors: Strongest first, one per kind; empty when the model found nothing.
    ///   - model: The content hash of the model.
    /// - Throws: ``SearchIndexError`` for an unknown id, or when a quote does not stand at its place in the report.
    public func store(classification factors: [ContributingFactor], model: String, for id: String) throws {
        try write { db in
            let current = try Row.fetchOne(
                db,
                sql: """
                    SELECT report.number, v.number, v.title, v.body, v.model
                    FROM report JOIN report_version v ON v.report = report.number AND v.version = report.version
                    WHERE report.id = ?
                    """, arguments: [id.withoutNUL])
            guard let current else { throw error(.unknownReport(id)) }
            if current[4] as String? == DecisionSchema.ownLabels { return }
            let (number, version): (Int64, Int64) = (current[0], current[1])
            let report = Report(source: "", kind: .publicReport, title: current[2], text: current[3])
            let factors = factors.map(\.withoutNUL)
            for factor in factors where !factor.evidence.allSatisfy({ $0.stands(in: report) }) {
                throw error(.quoteAstray(report: id, kind: factor.kind.rawValue))
            }
            try Self.replaceFactors(of: version, with: factors, model: model.withoutNUL, in: db)
            let decisions = try DecisionRows(db: db).decisions(of: number)
            try Self.setFactors(
                ReviewDecision.factors(suggested: factors, decisions: decisions, in: report), of: number, in: db)
        }
    }

    static func replaceFactors(
        of version: Int64, with factors: [ContributingFactor], model: String, in db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM factor WHERE version = ?", arguments: [version])
        try db.execute(sql: "UPDATE report_version SET model = ? WHERE number = ?", arguments: [model, version])
        let insertFactor = try db.cachedStatement("INSERT INTO factor VALUES (?, ?, ?, ?, ?, ?, ?)")
        let insertQuote = try db.cachedStatement("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (position, factor) in factors.enumerated() {
            try insertFactor.execute(arguments: [
                version, position, factor.kind.rawValue, factor.stance.rawValue, factor.contested, factor.confidence,
                factor.role.rawValue,
            ])
            for (place, evidence) in factor.evidence.enumerated() {
                try insertQuote.execute(arguments: [
                    version, position, place, evidence.field.rawValue, evidence.utf8Range.lowerBound,
                    evidence.utf8Range.upperBound, evidence.quote, evidence.stance.rawValue, evidence.by,
                ])
            }
        }
    }

    /// Ids of reports without labels whose current version this model has not classified, in order of id.
    public func unclassified(by model: String) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM reports WHERE model IS NOT ? AND model IS NOT ? ORDER BY id",
                arguments: [model.withoutNUL, DecisionSchema.ownLabels])
        }
    }
}

extension ContributingFactor {
    var withoutNUL: ContributingFactor {
        var factor = self
        factor.changeTexts { $0.replaceNUL() }
        return factor
    }
}
