import GRDB
import Reports

extension SearchIndex {
    /// Every place of every term of reports, sorted by term, report, field and position: those that the full-text index
    /// holds of the same reports.
    ///
    /// A report's length for bm25, the number of its terms in all fields, is the number of its postings.
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
