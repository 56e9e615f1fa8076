/// The features that are not zero, by their place in the weights.
struct SparseRow: Sendable {
    private(set) var places: [Int32] = []
    private(set) var values: [Double] = []

    mutating func add(_ place: Int, _ value: Double = 1) {
        guard value != 0 else { return }
        places.append(Int32(place))
        values.append(value)
    }

    /// The same, but a place is given once.
    mutating func mark(_ place: Int) {
        if !places.contains(Int32(place)) { add(place) }
    }

    /// The probability under logistic weights.
    func probability(_ weights: [Double]) -> Double { SparseRow.sigmoid(sum(weights)) }

    /// The features' values, each times its weight, together.
    func sum(_ weights: [Double]) -> Double {
        var sum = 0.0
        for index in places.indices where Int(places[index]) < weights.count {
            sum += weights[Int(places[index])] * values[index]
        }
        return sum
    }

    /// The logarithm of the odds of a probability between 0 and 1.
    static func logOdds(_ probability: Double) -> Double {
        // Square roots bring the odds so near to 1 that two terms of the series do; the same bits on every machine.
        var root = probability / (1 - probability)
        for _ in 0..<16 { root = root.squareRoot() }
        let x = root - 1
        return 65536 * (x - x * x / 2)
    }

    static func sigmoid(_ sum: Double) -> Double {
        sum >= 0 ? 1 / (1 + approximateExp(-sum)) : 1 - 1 / (1 + approximateExp(sum))
    }

    /// e to the power of a number that is not positive, by squaring a short series: the same bits on every machine.
    private static func approximateExp(_ power: Double) -> Double {
        let x = max(power, -40) / 4096
        var result = 1 + x * (1 + x / 2 * (1 + x / 3))
        for _ in 0..<12 { result *= result }
        return result
    }
}
