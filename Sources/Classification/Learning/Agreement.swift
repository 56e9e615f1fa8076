/// How labels and answers agree.
package struct Agreement: Sendable {
    package var hits = 0
    package var extra = 0
    package var missed = 0

    package init() {}

    package var precision: Double { hits + extra == 0 ? 1 : Double(hits) / Double(hits + extra) }
    package var recall: Double { hits + missed == 0 ? 1 : Double(hits) / Double(hits + missed) }
    /// 1 when there was nothing to find and nothing was found.
    package var f1: Double {
        let all = 2 * hits + extra + missed
        return all == 0 ? 1 : Double(2 * hits) / Double(all)
    }

    package mutating func add(isLabelled: Bool, isFound: Bool) {
        hits += isLabelled && isFound ? 1 : 0
        extra += !isLabelled && isFound ? 1 : 0
        missed += isLabelled && !isFound ? 1 : 0
    }

    package static func sum(_ all: some Sequence<Agreement>) -> Agreement {
        all.reduce(into: Agreement()) {
            $0.hits += $1.hits
            $0.extra += $1.extra
            $0.missed += $1.missed
        }
    }
}
