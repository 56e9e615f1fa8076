import Foundation
import TestSupport

/// A run of one target over seeded mutations.
struct Campaign {
    let target: FuzzTarget
    let seed: UInt64
    let seconds: Double
    /// Where inputs that broke something are kept.
    let folder: URL
    /// Megabytes the process may grow by once it is warm.
    var growth = 96
    /// Processor seconds an input may take: this much, and this much for each byte. Twenty times what is usual.
    private let allowance = (base: 1.0, perByte: 50e-6)

    struct Result {
        var tried = 0
        /// What was found, each with the file that holds the input.
        var found: [String] = []
        var slowest = (seconds: 0.0, bytes: 0)
        var megabytes = 0
    }

    func run() -> Result {
        var result = Result()
        var dice = Dice(state: seed)
        let seeds = SeedCorpus.seeds(for: target)
        let mutator = Mutator(target: target)
        let start = Date()
        var warm: Int?
        InputInHand.watch(file: folder.appending(path: "crash-\(target.rawValue)").path(percentEncoded: false))
        while result.found.count < 10, Date().timeIntervalSince(start) < seconds {
            let input = result.tried < seeds.count ? seeds[result.tried] : mutator.child(of: seeds, &dice)
            attempt(input, &result)
            if warm == nil, Date().timeIntervalSince(start) > seconds / 3 { warm = Self.megabytesInUse() }
        }
        result.megabytes = Self.megabytesInUse()
        if let warm, result.megabytes > warm + growth {
            result.found.append("memory grew from \(warm) to \(result.megabytes) MB; look for a leak")
        }
        return result
    }

    private func attempt(_ input: [UInt8], _ result: inout Result) {
        InputInHand.take(input)
        var violations: [String] = []
        let time = threadSeconds { violations = target.violations(input) }
        result.tried += 1
        if time > result.slowest.seconds { result.slowest = (time, input.count) }
        if time > allowance.base + allowance.perByte * Double(input.count) {
            violations.append("\(input.count) bytes took \(time) s")
        }
        guard let first = violations.first else { return }
        let file = folder.appending(path: "broken-\(target.rawValue)-\(seed)-\(result.tried)")
        try? Data(input).write(to: file)
        result.found.append("\(first) (\(file.path(percentEncoded: false)))")
    }

    private static func megabytesInUse() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (fields?.dropFirst().first.flatMap { Int($0) } ?? 0) * 4096 / 1_000_000
    }
}
