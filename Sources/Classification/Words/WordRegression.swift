import Reports

/// Logistic regression for all kinds at once: their rows are the same and only the labels differ.
///
/// Trained in a fixed order with steps that shrink for each weight by itself (AdaGrad), so that rare words move as far
/// as they should.
struct WordRegression {
    struct Row {
        var places: [Int32]
        var values: [Float]
        /// Bit by bit which kinds hold, in the order of the taxonomy.
        var labels: UInt32
        /// Bit by bit of which kinds nobody said whether they hold: nothing is learned of them here.
        var unknown: UInt32 = 0
        /// The share its loss has in the whole.
        var weight: Float
        /// What the cues say, by kind, and bit by bit of which kinds there is a cue; both empty where cues have no part.
        var cue: [Float] = []
        var hasCue: UInt32 = 0
    }

    /// A place's weights lie together, one a kind.
    private(set) var weights: [Float]
    private(set) var cue: [Float]
    private(set) var hasCue: [Float]

    private static let kinds = WordModel.kinds

    /// - Parameters:
    ///   - width: How many places there are; the last is the bias, which no penalty holds back.
    ///   - penalty: Half the squared weights count this much beside the sum of all rows' losses.
    init(_ rows: [Row], width: Int, penalty: Float, epochs: Int) {
        weights = Array(repeating: 0, count: width * Self.kinds)
        cue = Array(repeating: 0, count: Self.kinds)
        hasCue = Array(repeating: 0, count: Self.kinds)
        var squares = [Float](repeating: 1e-6, count: weights.count)
        var diagonal = [Float](repeating: 1e-6, count: 2 * Self.kinds)
        var hold = [Float](repeating: 0, count: width)
        for row in rows { for place in row.places { hold[Int(place)] += 1 } }
        for place in hold.indices { hold[place] = place == width - 1 || hold[place] == 0 ? 0 : penalty / hold[place] }
        let stride = LogisticRegression.coprime(to: rows.count)
        var slopes = [Float](repeating: 0, count: Self.kinds)
        for epoch in 0..<epochs {
            let rate = 0.2 / (1 + 6 * Float(epoch) / Float(epochs))
            var at = epoch
            for _ in rows.indices {
                at = (at + stride) % rows.count
                let row = rows[at]
                slope(of: row, into: &slopes)
                step(row, slopes, rate, hold, &squares)
                if !row.cue.isEmpty { stepCues(row, slopes, rate, &diagonal) }
            }
        }
    }

    /// How far each kind's probability is from its label, times the row's weight.
    private func slope(of row: Row, into slopes: inout [Float]) {
        for kind in 0..<Self.kinds {
            slopes[kind] = row.cue.isEmpty ? 0 : cue[kind] * row.cue[kind]
            if row.hasCue & 1 << kind != 0 { slopes[kind] += hasCue[kind] }
        }
        weights.withUnsafeBufferPointer { weights in
            for (place, value) in zip(row.places, row.values) {
                let start = Int(place) * Self.kinds
                for kind in 0..<Self.kinds { slopes[kind] += value * weights[start + kind] }
            }
        }
        for kind in 0..<Self.kinds {
            let label: Float = row.labels & 1 << kind != 0 ? 1 : 0
            let isKnown = row.unknown & 1 << kind == 0
            slopes[kind] = isKnown ? row.weight * (Float(SparseRow.sigmoid(Double(slopes[kind]))) - label) : 0
        }
    }

    private mutating func step(_ row: Row, _ slopes: [Float], _ rate: Float, _ hold: [Float], _ squares: inout [Float])
    {
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                for (place, value) in zip(row.places, row.values) {
                    let start = Int(place) * Self.kinds
                    let hold = hold[Int(place)]
                    for kind in 0..<Self.kinds {
                        let slope = slopes[kind] * value + hold * weights[start + kind]
                        squares[start + kind] += slope * slope
                        weights[start + kind] -= rate * slope / squares[start + kind].squareRoot()
                    }
                }
            }
        }
    }

    private mutating func stepCues(_ row: Row, _ slopes: [Float], _ rate: Float, _ squares: inout [Float]) {
        for kind in 0..<Self.kinds where row.hasCue & 1 << kind != 0 {
            let slope = slopes[kind] * row.cue[kind]
            squares[kind] += slope * slope
            cue[kind] -= rate * slope / squares[kind].squareRoot()
            let other = Self.kinds + kind
            squares[other] += slopes[kind] * slopes[kind]
            hasCue[kind] -= rate * slopes[kind] / squares[other].squareRoot()
        }
    }
}
