import GRDB
import Reports

extension SearchIndex {
    /// Every place of every term, sorted by term, report, field and position.
    ///
    /// A report's length for bm25, the number of its terms in all fields, is the number of its postings.
    ///
    /// - Parameter ids: The reports to cover; `nil` for all.
    public func postings(for ids: [String]?) throws -> [Posting] {
        let fields = IndexedField.allCases
        let columns = fields.map(\.rawValue).joined(separator: ", ")
        let wanted = ids.map(Set.init)
        return try read { db in
            let tokenizer = try Tokenizer(db)
            var postings: [Posting] = []
            let cursor = try Row.fetchCursor(db, sql: "SELECT id, \(columns) FROM reports")
            while let row = try cursor.next() {
                let id: String = row[0]
                guard wanted?.contains(id) ?? true else { continue }
                for (column, field) in fields.enumerated() {
                    try Self.add(row[column + 1] ?? "", of: id, field, to: &postings, tokenizer)
                }
            }
            return Self.sorted(postings)
        }
    }

    /// The same for reports that are in no database, such as those an audience may see.
    public static func postings(of reports: [CataloguedReport]) throws -> [Posting] {
        try Tokenizer.withTokenizer { tokenizer in
            var postings: [Posting] = []
            for report in reports {
                let indexed = IndexedText(report.report, factors: report.factors)
                for field in IndexedField.allCases {
                    try add(indexed[field], of: report.id, field, to: &postings, tokenizer)
                }
            }
            return sorted(postings)
        }
    }

    private static func add(
        _ text: String, of id: String, _ field: IndexedField, to postings: inout [Posting], _ tokenizer: Tokenizer
    ) throws {
        guard !text.isEmpty else { return }
        for (position, token) in try tokenizer.tokens(text).enumerated() {
            postings.append(Posting(term: token.term, reportID: id, field: field, position: position))
        }
    }

    /// Terms and ids in the order of their UTF-8 bytes, fields in the order of their columns.
    private static func sorted(_ postings: [Posting]) -> [Posting] {
        var columns: [IndexedField: Int] = [:]
        for (column, field) in IndexedField.allCases.enumerated() { columns[field] = column }
        return postings.sorted { left, right in
            if left.term != right.term { return left.term.utf8.lexicographicallyPrecedes(right.term.utf8) }
            if left.reportID != right.reportID {
                return left.reportID.utf8.lexicographicallyPrecedes(right.reportID.utf8)
            }
            if left.field != right.field { return columns[left.field, default: 0] < columns[right.field, default: 0] }
            return left.position < right.position
        }
    }
}
