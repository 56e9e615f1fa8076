import Reports

/// What a classifier found in one report.
public struct Classification: Equatable, Sendable {
    /// Strongest first; empty when the text states none.
    public var factors: [ContributingFactor]
    /// Whether the report was left without a factor: "not stated", which is a result and no failure.
    public var abstained: Bool
    /// The content hash of the model that spoke.
    public var model: String

    public init(factors: [ContributingFactor], model: String) {
        self.factors = factors
        self.abstained = factors.isEmpty
        self.model = model
    }

    /// The object `classify --format json` prints for the report read from `source`.
    public func json(source: String) -> JSONValue {
        .object([
            ("source", .string(source)),
            ("factors", .array(factors.map(\.json))),
            ("abstained", .bool(abstained)),
            ("model", .string(model)),
        ])
    }
}
