/// How labels and answers agree.
public struct Agreement: Equatable, Sendable {
    public var hits = 0
    public var extra = 0
    public var missed = 0

    public init(hits: Int = 0, extra: Int = 0, missed: Int = 0) {
        self.hits = hits
        self.extra = extra
        self.missed = missed
    }

    public var precision: Double { hits + extra == 0 ? 1 : Double(hits) / Double(hits + extra) }
    public var recall: Double { hits + missed == 0 ? 1 : Double(hits) / Double(hits + missed) }
    /// 1 when there was nothing to find and nothing was found.
    public var f1: Double {
        let all = 2 * hits + extra + missed
        return all == 0 ? 1 : Double(2 * hits) / Double(all)
    }

    public mutating func add(isLabelled: Bool, isFound: Bool) {
        hits += isLabelled && isFound ? 1 : 0
        extra += !isLabelled && isFound ? 1 : 0
        missed += isLabelled && !isFound ? 1 : 0
    }

    public static func sum(_ all: some Sequence<Agreement>) -> Agreement {
        all.reduce(into: Agreement()) {
            $0.hits += $1.hits
            $0.extra += $1.extra
            $0.missed += $1.missed
        }
    }
}
