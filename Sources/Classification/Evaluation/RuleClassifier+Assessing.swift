import Reports

/// What a classifier says of a text, and how probable it finds each kind, suggested or not.
public struct Assessment: Equatable, Sendable {
    public var classification: Classification
    /// That the kind is asserted or suspected, 0…1; kinds that nothing speaks for may be missing.
    public var probabilities: [FactorKind: Double]

    public init(classification: Classification, probabilities: [FactorKind: Double]) {
        self.classification = classification
        self.probabilities = probabilities
    }
}

extension RuleClassifier {
    /// The factors of a report with the probabilities behind them.
    public func assess(_ report: Report) -> Assessment {
        let (findings, weighing) = findings(in: report)
        let factors = weighing.factors(from: findings)
        var probabilities = weighing.learned ?? [:]
        for factor in factors {
            probabilities[factor.kind] = factor.stance == .denied ? 1 - factor.confidence : factor.confidence
        }
        return Assessment(
            classification: Classification(factors: factors, model: model), probabilities: probabilities)
    }
}
