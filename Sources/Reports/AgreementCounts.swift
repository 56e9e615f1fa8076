/// How answers agree with labels: hits, false alarms and misses.
public struct AgreementCounts: Equatable, Sendable {
    /// Labelled and suggested.
    public var hits: Int
    /// Suggested and not labelled.
    public var extra: Int
    /// Labelled and not suggested.
    public var missed: Int

    public init(hits: Int = 0, extra: Int = 0, missed: Int = 0) {
        self.hits = hits
        self.extra = extra
        self.missed = missed
    }

    /// How many are labelled.
    public var labelled: Int { hits + missed }
    /// How many are suggested.
    public var suggested: Int { hits + extra }
    /// `nil` when nothing was suggested.
    public var precision: Double? { suggested == 0 ? nil : Double(hits) / Double(suggested) }
    /// `nil` when nothing is labelled.
    public var recall: Double? { labelled == 0 ? nil : Double(hits) / Double(labelled) }
    /// `nil` when nothing is labelled and nothing was suggested.
    public var f1OrNil: Double? {
        let all = 2 * hits + extra + missed
        return all == 0 ? nil : Double(2 * hits) / Double(all)
    }
    /// 1 when there was nothing to find and nothing was suggested.
    public var f1: Double { f1OrNil ?? 1 }

    public mutating func add(isLabelled: Bool, isFound: Bool) {
        hits += isLabelled && isFound ? 1 : 0
        extra += !isLabelled && isFound ? 1 : 0
        missed += isLabelled && !isFound ? 1 : 0
    }

    public static func += (left: inout AgreementCounts, right: AgreementCounts) {
        left.hits += right.hits
        left.extra += right.extra
        left.missed += right.missed
    }

    public static func sum(_ all: some Sequence<AgreementCounts>) -> AgreementCounts {
        all.reduce(into: AgreementCounts()) { $0 += $1 }
    }
}
