import Foundation

/// The band a share keeps to by chance while nothing changes, as control charts draw it.
public struct ControlBand: Equatable, Sendable {
    /// The share that is usual.
    public var usual: Double
    /// Both ends still within.
    public var low: Double
    public var high: Double

    public func contains(_ share: Double) -> Bool {
        (low...high).contains(share)
    }

    /// What chance leaves below each end: that of three standard deviations of a normal distribution (Shewhart, 1931).
    static let tail = 0.00135

    /// Limits of a proportion among `count`, by the binomial distribution itself: the counts are too small for its normal
    /// approximation.
    ///
    /// - Parameters:
    ///   - right: Of how many it was so usually; the rate is their mean after Jeffreys, so that "never" is no certainty.
    ///   - of: Of how many that is known.
    static func binomial(count: Int, right: Int, of: Int) -> ControlBand? {
        guard count > 0, of > 0 else { return nil }
        let rate = (Double(right) + 0.5) / (Double(of) + 1)
        var chance = Double(count) * log(1 - rate)
        var below = 0.0
        var low: Int?
        for number in 0...count {
            below += exp(chance)
            if low == nil, below > tail { low = number }
            if below >= 1 - tail {
                return ControlBand(
                    usual: rate, low: Double(low ?? number) / Double(count), high: Double(number) / Double(count))
            }
            chance += log(Double(count - number)) - log(Double(number + 1)) + log(rate) - log(1 - rate)
        }
        return ControlBand(usual: rate, low: Double(low ?? count) / Double(count), high: 1)
    }

    /// An exponentially weighted moving average of values and the limits of its last point.
    ///
    /// The weight 0.2 and the width 2.962 give one false alarm in 500 points (Lucas and Saccucci, 1990).
    ///
    /// - Parameters:
    ///   - usual: Values from the time that counts as usual; at least two.
    ///   - values: What came after, in order.
    static func movingAverage(usual: [Double], then values: [Double]) -> (level: Double, band: ControlBand)? {
        guard usual.count > 1, !values.isEmpty else { return nil }
        let mean = usual.reduce(0, +) / Double(usual.count)
        let spread = (usual.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(usual.count - 1)).squareRoot()
        let weight = 0.2
        let level = values.reduce(mean) { $0 * (1 - weight) + $1 * weight }
        let settled = 1 - pow(1 - weight, 2 * Double(values.count))
        let reach = 2.962 * spread * (weight / (2 - weight) * settled).squareRoot()
        return (level, ControlBand(usual: mean, low: mean - reach, high: mean + reach))
    }
}
