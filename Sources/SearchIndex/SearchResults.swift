import Reports

/// A page of what a query found.
public struct SearchResults: Equatable, Sendable {
    /// How many reports fit, on this page or not.
    public var total: Int
    public var hits: [SearchHit]
    /// The query with misspelt words replaced, when nothing was found and the index knows similar words; else `nil`.
    public var suggestion: String?

    public init(total: Int, hits: [SearchHit], suggestion: String? = nil) {
        self.total = total
        self.hits = hits
        self.suggestion = suggestion
    }

    /// The object that `search --format json` prints.
    public func json(query: String) -> JSONValue {
        .object([
            ("query", .string(query)), ("total", .int(total)), ("hits", .array(hits.map(\.json))),
            ("suggestion", .string(suggestion)),
        ])
    }
}

/// A report that fits a query.
public struct SearchHit: Equatable, Sendable {
    public var id: String
    public var title: String?
    /// The better the higher; 0 for a query of conditions only.
    public var score: Double
    /// Some thirty words of the report around the words looked for; empty when the report has no text.
    public var snippet: String
    public var date: Timestamp?
    public var organisation: String?
    public var services: [String]
    /// Strongest first, denied ones included.
    public var factors: [ContributingFactor]

    public init(
        id: String, title: String?, score: Double, snippet: String, date: Timestamp?, organisation: String?,
        services: [String], factors: [ContributingFactor]
    ) {
        self.id = id
        self.title = title
        self.score = score
        self.snippet = snippet
        self.date = date
        self.organisation = organisation
        self.services = services
        self.factors = factors
    }

    /// A hit of ``SearchResults/json(query:)``; a factor is its kind and stance, and `review` when a person has decided.
    public var json: JSONValue {
        .object([
            ("id", .string(id)), ("title", .string(title)), ("score", .double(score)), ("snippet", .string(snippet)),
            ("date", .string(date?.description)), ("organisation", .string(organisation)),
            ("services", .strings(services)),
            (
                "factors",
                .array(
                    factors.map { factor in
                        .object(
                            [("kind", .string(factor.kind.rawValue)), ("stance", .string(factor.stance.rawValue))]
                                + (factor.review.map { [("review", JSONValue.string($0.rawValue))] } ?? []))
                    })
            ),
        ])
    }
}
