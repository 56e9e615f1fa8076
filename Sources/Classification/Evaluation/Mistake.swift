import Reports

/// A suggestion that does not agree with the labels.
public struct Mistake: Equatable, Sendable {
    public enum Form: String, Sendable {
        case miss
        case falseAlarm = "false-alarm"
        /// The kind is right and its stance is not.
        case stance
    }

    /// The text's id.
    public var id: String
    public var kind: FactorKind
    public var form: Form
    /// `nil` when absent.
    public var labelled: Stance?
    public var suggested: Stance?
    /// How probable the classifier finds the kind, suggested or not.
    public var probability: Double
    /// The words of the suggestion, or for a miss those that the readers quote; `nil` when they quote none.
    public var quote: String?

    static func all(in entry: Evaluation.Entry) -> [Mistake] {
        let gold = entry.gold
        return FactorKind.allCases.compactMap { kind in
            guard !gold.unsure.contains(kind) else { return nil }
            let factor = entry.answer.classification.factors.first { $0.kind == kind }
            let isFound = factor.map { $0.stance != .denied } ?? false
            let form: Form? =
                switch (gold.holds(kind), isFound) {
                case (true, false): .miss
                case (false, true): .falseAlarm
                case (true, true): factor?.stance == gold.labels[kind] ? nil : .stance
                case (false, false): nil
                }
            guard let form else { return nil }
            return Mistake(
                id: gold.id, kind: kind, form: form, labelled: gold.labels[kind], suggested: factor?.stance,
                probability: entry.answer.probabilities[kind] ?? 0,
                quote: form == .miss ? gold.evidence[kind]?.first : factor?.evidence.first?.quote)
        }
    }
}
