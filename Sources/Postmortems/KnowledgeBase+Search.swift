import Reports
import SearchIndex

extension KnowledgeBase {
    /// The reports that match a query, best first; any text is a valid query.
    ///
    /// - Parameter style: How matches are marked in the snippets.
    public func search(
        _ query: String, limit: Int = 20, offset: Int = 0, sort: SearchIndex.Sort = .relevance,
        style: SnippetStyle = .html
    ) throws -> SearchResults {
        try index.search(SearchQuery(query), limit: limit, offset: offset, sort: sort, style: style)
    }

    /// What `verify` found.
    public struct Verification: Equatable, Sendable {
        /// Empty when everything stands.
        public var damages: [Damage]
        public var counts: SearchIndex.Counts

        /// The object that `verify --format json` prints.
        public var json: JSONValue {
            .object([
                ("sound", .bool(damages.isEmpty)), ("reports", .int(counts.reports)),
                ("versions", .int(counts.versions)), ("damages", .array(damages.map(\.json))),
            ])
        }

        /// What was checked, for a reader.
        public var sentence: String {
            "Sound: \(counts.reports) reports in \(counts.versions) versions, every index entry and quote in its place."
        }
    }

    /// Checks the database, the full-text index, the kept sources and that every quote stands at its place.
    public func verify() throws -> Verification {
        Verification(damages: try index.verify(), counts: try index.counts())
    }
}
