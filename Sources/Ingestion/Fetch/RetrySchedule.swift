import Foundation
import Reports

/// When a fetch that failed is tried again: the same failures always wait the same time.
public struct RetrySchedule: Hashable, Sendable {
    /// Seconds before the second try, the third, and so on; empty for one try only.
    public var waits: [Double]
    /// The longest a server may make us wait, in seconds; one that asks for more is left for another day.
    public var longestWait: Double

    public init(waits: [Double] = [1, 4], longestWait: Double = 60) {
        self.waits = waits
        self.longestWait = longestWait
    }

    /// Fails at the first failure.
    public static let never = RetrySchedule(waits: [])

    /// The seconds to wait after so many tries; `nil` when it is time to give up.
    ///
    /// - Parameter asked: What `Retry-After` asks for; it can lengthen a wait but not shorten it.
    func wait(afterTries tries: Int, asked: Double?) -> Double? {
        guard tries >= 1, tries <= waits.count else { return nil }
        let wait = max(waits[tries - 1], asked ?? 0)
        return wait <= max(longestWait, waits[tries - 1]) ? wait : nil
    }

    /// The seconds a `Retry-After` header asks for: a number, or a date (RFC 9110, section 10.2.3) that may be past.
    static func seconds(retryAfter header: String?, now: Date) -> Double? {
        guard let header = header?.trimmed, !header.isEmpty else { return nil }
        if header.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(header) }
        guard let stamp = FeedDates.read(header), stamp.hasTime else { return nil }
        return max(0, Double(stamp.secondsSince1970) - now.timeIntervalSince1970.rounded(.down))
    }
}
