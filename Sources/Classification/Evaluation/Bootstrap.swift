import Reports

/// Percentile intervals by drawing files of the same size from the texts, with replacement (Efron, 1979).
///
/// Texts are drawn whole: what is said of several kinds in one text is not independent.
public struct Bootstrap {
    /// Enough that another seed moves an end of an interval by no more than about 0.005.
    public static let draws = 2_000
    public static let seed: UInt64 = 20_260
    public static let level = 0.95

    enum Statistic: Hashable {
        case precision(FactorKind), recall(FactorKind), f1(FactorKind)
        case microPrecision, microRecall, microF1, macro, lead, stance, trigger
    }

    private var intervals: [Statistic: (low: Double, high: Double)] = [:]

    init(_ outcomes: [TextOutcome], draws: Int, seed: UInt64) {
        guard draws > 0, outcomes.count > 1 else { return }
        var values: [Statistic: [Double]] = [:]
        var state = seed
        func note(_ statistic: Statistic, _ value: Double?) {
            if let value { values[statistic, default: []].append(value) }
        }
        for _ in 0..<draws {
            var tally = EvaluationTally()
            for _ in outcomes.indices { tally.add(outcomes[Self.roll(outcomes.count, &state)]) }
            for (kind, counts) in zip(FactorKind.allCases, tally.kinds) {
                note(.precision(kind), counts.precision)
                note(.recall(kind), counts.recall)
                note(.f1(kind), counts.f1OrNil)
            }
            let all = tally.all
            note(.microPrecision, all.precision)
            note(.microRecall, all.recall)
            note(.microF1, all.f1OrNil)
            note(.macro, tally.macro)
            note(.lead, tally.lead)
            note(.stance, tally.stance.share)
            note(.trigger, tally.trigger.share)
        }
        intervals = values.mapValues { values in
            let sorted = values.sorted()
            let tail = (1 - Self.level) / 2 * Double(sorted.count - 1)
            return (sorted[Int(tail.rounded(.down))], sorted[sorted.count - 1 - Int(tail.rounded(.down))])
        }
    }

    func figure(_ value: Double?, _ statistic: Statistic) -> Evaluation.Figure {
        let interval = value == nil ? nil : intervals[statistic]
        return Evaluation.Figure(value: value, low: interval?.low, high: interval?.high)
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014), scaled to `0..<count`.
    private static func roll(_ count: Int, _ state: inout UInt64) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31).multipliedFullWidth(by: UInt64(count)).high)
    }
}
