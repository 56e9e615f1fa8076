/// How far stated probabilities are from how often they came true.
public struct Calibration: Equatable, Sendable {
    /// One of ten equal ranges of probability.
    public struct Bin: Equatable, Sendable {
        public var count = 0
        /// Sum of the probabilities stated.
        public var stated = 0.0
        /// How many came true.
        public var right = 0
    }

    public private(set) var bins = [Bin](repeating: Bin(), count: 10)

    public init() {}

    public var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// The expected calibration error: the mean distance between stated and true over the ranges, weighed by how many
    /// are in each (Naeini, Cooper and Hauskrecht, 2015); `nil` when nothing was stated.
    public var error: Double? {
        count == 0 ? nil : bins.reduce(0) { $0 + abs($1.stated - Double($1.right)) } / Double(count)
    }

    mutating func add(stated: Double, isRight: Bool) {
        let bin = min(9, max(0, Int(stated * 10)))
        bins[bin].count += 1
        bins[bin].stated += stated
        bins[bin].right += isRight ? 1 : 0
    }
}

/// Which lead kind is suggested where another is labelled.
public struct LeadConfusion: Equatable, Sendable {
    /// By row, a labelled kind; in its columns the kinds and last "none": how many of its texts have that kind suggested,
    /// rightly in the diagonal, without being labelled elsewhere; none when it was missed and no other was suggested.
    public private(set) var counts = [[Int]](
        repeating: [Int](repeating: 0, count: Evaluation.leadKinds.count + 1), count: Evaluation.leadKinds.count)

    public init() {}

    mutating func add(_ entry: Evaluation.Entry) {
        let gold = entry.gold
        let kinds = Evaluation.leadKinds
        let found = entry.answer.classification.factors.filter { $0.stance != .denied }.map(\.kind)
        let wrong = kinds.indices.filter {
            found.contains(kinds[$0]) && !gold.holds(kinds[$0]) && !gold.unsure.contains(kinds[$0])
        }
        for (row, kind) in kinds.enumerated() where gold.holds(kind) && !gold.unsure.contains(kind) {
            let isHit = found.contains(kind)
            if isHit { counts[row][row] += 1 }
            for column in wrong { counts[row][column] += 1 }
            if !isHit, wrong.isEmpty { counts[row][kinds.count] += 1 }
        }
    }
}
