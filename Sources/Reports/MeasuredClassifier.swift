/// How right a classifier's suggestions were on labelled texts that had no part in what it answered of them.
public struct MeasuredClassifier: Equatable, Sendable {
    /// The model that was measured.
    public var model: String
    /// How many texts.
    public var texts: Int
    public var byKind: [FactorKind: AgreementCounts]

    public init(model: String, texts: Int, byKind: [FactorKind: AgreementCounts]) {
        self.model = model
        self.texts = texts
        self.byKind = byKind
    }

    /// All kinds together.
    public var all: AgreementCounts { AgreementCounts.sum(byKind.values) }
}
