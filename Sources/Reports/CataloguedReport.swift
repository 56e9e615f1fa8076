/// A report as the knowledge base keeps it.
public struct CataloguedReport: Equatable, Sendable {
    /// Stable across versions, unique in the knowledge base, and fit for a file name: `2017-02-28-s3-in-us-east-1`.
    public var id: String
    public var report: Report
    /// 1 for the first version stored; counts up when the source changes.
    public var version: Int
    public var retrieved: Timestamp
    /// SHA-256 of the source's bytes, in hexadecimal.
    public var contentHash: String
    /// What holds: what people decided, then what the report's writers labelled it with or, without labels, what is
    /// suggested, strongest first; empty when nothing was found.
    public var factors: [ContributingFactor]
    /// What the model suggests, strongest first, whatever people decided; empty for a report with labels.
    public var suggestions: [ContributingFactor]
    /// Every decision about the report, oldest first.
    public var decisions: [ReviewDecision]
    /// The content hash of the model that suggested the factors; `nil` when it has not been classified.
    public var model: String?
    /// What the sources of its incident are known by; `nil` when nobody linked it to another.
    public var incident: String?

    /// Whether a person said which factors hold, in the report or in a decision about one.
    public var isReviewed: Bool { report.labels != nil || !decisions.isEmpty }

    /// - Parameter factors: What is suggested; what holds follows from it and the decisions.
    public init(
        id: String, report: Report, version: Int, retrieved: Timestamp, contentHash: String,
        factors: [ContributingFactor] = [], decisions: [ReviewDecision] = [], model: String? = nil,
        incident: String? = nil
    ) {
        self.id = id
        self.report = report
        self.version = version
        self.retrieved = retrieved
        self.contentHash = contentHash
        self.factors = ReviewDecision.factors(
            suggested: report.labels ?? factors, decisions: decisions, in: report)
        self.suggestions = report.labels == nil ? factors : []
        self.decisions = decisions
        self.model = model
        self.incident = incident
    }
}

/// Where a word stands in one report: what a browser needs to rank as the database does.
public struct Posting: Hashable, Sendable {
    /// The term as the index keeps it: folded and stemmed.
    public var term: String
    /// The report's ``CataloguedReport/id``.
    public var reportID: String
    public var field: IndexedField
    /// 0-based word position in the field.
    public var position: Int

    public init(term: String, reportID: String, field: IndexedField, position: Int) {
        self.term = term
        self.reportID = reportID
        self.field = field
        self.position = position
    }
}

/// The fields of the full-text index, in column order, with their bm25 weights.
public enum IndexedField: String, Sendable, Codable, CaseIterable {
    case title, summary, body, timeline, factors, services, organisation

    /// How much a word counts here. A word in the title says what the report is about; one in the body may be in passing.
    public var weight: Double {
        switch self {
        case .title: 8
        case .summary: 3
        case .body: 1
        case .timeline: 1
        case .factors: 2
        case .services: 5
        case .organisation: 5
        }
    }
}
