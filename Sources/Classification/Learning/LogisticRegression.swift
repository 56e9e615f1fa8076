/// Logistic regression with a penalty on large weights, trained in a fixed order.
enum LogisticRegression {
    /// The weights that best tell rows labelled true from the rest.
    ///
    /// - Parameters:
    ///   - rows: Each with the share that its loss has in the whole.
    ///   - penalty: Half the squared weights count this much beside the sum of all rows' losses.
    ///   - width: How many weights there are.
    ///   - fixed: Weights that are given, by place, and not learned.
    static func fit(
        _ rows: [(row: SparseRow, label: Bool, weight: Double)], width: Int, penalty: Double, epochs: Int = 40,
        fixed: [Int: Double] = [:]
    ) -> [Double] {
        var weights = [Double](repeating: 0, count: width)
        var isFixed = [Bool](repeating: false, count: width)
        for (place, weight) in fixed {
            weights[place] = weight
            isFixed[place] = true
        }
        var squares = [Double](repeating: 1e-6, count: width)
        var uses = [Double](repeating: 0, count: width)
        for (row, _, _) in rows { for place in row.places { uses[Int(place)] += 1 } }
        // A fixed stride visits every row once an epoch in an order that mixes the passages.
        let stride = coprime(to: rows.count)
        for epoch in 0..<epochs {
            let rate = 0.2 / (1 + 6 * Double(epoch) / Double(epochs))
            var at = epoch
            for _ in rows.indices {
                at = (at + stride) % rows.count
                let (row, label, weight) = rows[at]
                let error = weight * (row.probability(weights) - (label ? 1 : 0))
                for index in row.places.indices {
                    let place = Int(row.places[index])
                    if isFixed[place] { continue }
                    let slope = error * row.values[index] + penalty * weights[place] / uses[place]
                    squares[place] += slope * slope
                    weights[place] -= rate * slope / squares[place].squareRoot()
                }
            }
        }
        return weights
    }

    static func coprime(to count: Int) -> Int {
        func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
        var stride = max(1, count * 5 / 8)
        while divisor(stride, max(count, 1)) != 1 { stride += 1 }
        return stride
    }
}
