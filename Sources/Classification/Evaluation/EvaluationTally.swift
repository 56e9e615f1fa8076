import Reports

/// What one text adds to the figures, so that it can be drawn many times over.
struct TextOutcome {
    /// Kinds, by their place, that are labelled or suggested.
    var results: [(kind: Int, isLabelled: Bool, isFound: Bool)] = []
    /// Whether the stance is right, by the kind's place.
    var stances: [(kind: Int, isRight: Bool)] = []
    /// Whether the trigger is right; `nil` when none is agreed on.
    var trigger: Bool?

    init(_ entry: Evaluation.Entry) {
        let (gold, factors) = (entry.gold, entry.answer.classification.factors)
        for (place, kind) in FactorKind.allCases.enumerated() where !gold.unsure.contains(kind) {
            let factor = factors.first { $0.kind == kind }
            let isFound = factor.map { $0.stance != .denied } ?? false
            let isLabelled = gold.holds(kind)
            if isLabelled || isFound { results.append((place, isLabelled, isFound)) }
            if isLabelled, let factor { stances.append((place, factor.stance == gold.labels[kind])) }
        }
        if let wanted = gold.trigger { trigger = factors.first { $0.role == .trigger }?.kind == wanted }
    }
}

/// The sums over texts.
struct EvaluationTally {
    struct Ratio {
        var right = 0
        var of = 0
        var share: Double? { of == 0 ? nil : Double(right) / Double(of) }
    }

    /// In the order of the taxonomy.
    private(set) var kinds = [AgreementCounts](repeating: AgreementCounts(), count: FactorKind.allCases.count)
    private(set) var stances = [Ratio](repeating: Ratio(), count: FactorKind.allCases.count)
    private(set) var trigger = Ratio()

    init(_ outcomes: [TextOutcome] = []) {
        for outcome in outcomes { add(outcome) }
    }

    mutating func add(_ outcome: TextOutcome) {
        for result in outcome.results {
            kinds[result.kind].add(isLabelled: result.isLabelled, isFound: result.isFound)
        }
        for (kind, isRight) in outcome.stances {
            stances[kind].of += 1
            stances[kind].right += isRight ? 1 : 0
        }
        if let isRight = outcome.trigger {
            trigger.of += 1
            trigger.right += isRight ? 1 : 0
        }
    }

    var all: AgreementCounts { AgreementCounts.sum(kinds) }
    var stance: Ratio { Ratio(right: stances.reduce(0) { $0 + $1.right }, of: stances.reduce(0) { $0 + $1.of }) }

    var macro: Double? { Self.mean(kinds.compactMap(\.f1OrNil)) }
    var lead: Double? { Self.mean(Evaluation.leadKinds.compactMap { kinds[$0.ordinal].f1OrNil }) }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
