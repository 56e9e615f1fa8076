import Foundation
import Reports

/// How far a clock stands from UTC, and when that changes.
public enum TimeZoneRule: Hashable, Sendable {
    /// Seconds east of UTC, all year.
    case fixed(Int)
    /// Seconds east of UTC in winter; daylight time by the rule of the United States since 2007.
    case unitedStates(standard: Int)
    /// Seconds east of UTC in winter; summer time by the rule of the European Union since 1996.
    case europe(standard: Int)
    /// A zone of the IANA database.
    case named(TimeZone)

    public static let utc = TimeZoneRule.fixed(0)

    /// Seconds east of UTC at an instant, given in seconds since 1970.
    public func offset(at instant: Int64) -> Int {
        switch self {
        case .fixed(let offset): return offset
        case .named(let zone): return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
        case .unitedStates(let standard):
            let local = Timestamp(secondsSince1970: instant, offsetSeconds: standard)
            let year = local.civil.year
            let starts = Self.sunday(2, of: 3, in: year) + 2 * 3600 - Int64(standard)
            let ends = Self.sunday(1, of: 11, in: year) + 3600 - Int64(standard)
            return (starts..<ends).contains(instant) ? standard + 3600 : standard
        case .europe(let standard):
            let year = Timestamp(secondsSince1970: instant).civil.year
            let starts = Self.lastSunday(of: 3, in: year) + 3600
            let ends = Self.lastSunday(of: 10, in: year) + 3600
            return (starts..<ends).contains(instant) ? standard + 3600 : standard
        }
    }

    /// Seconds east of UTC when the clock on the wall reads `wall`, given as seconds since 1970 as if it were UTC.
    ///
    /// A wall time that comes twice, as daylight time ends, is its first coming unless that lies before `previous`; one
    /// that is skipped, as daylight time begins, is read with the offset before the change.
    public func offset(atWall wall: Int64, notBefore previous: Int64? = nil) -> Int {
        let early = offset(at: wall - 86_400)
        let late = offset(at: wall + 86_400)
        if early == late { return early }
        let candidates = [early, late].filter { offset(at: wall - Int64($0)) == $0 }
        guard let first = candidates.first else { return early }
        if let previous, candidates.count == 2, wall - Int64(first) < previous { return candidates[1] }
        return first
    }

    /// Midnight UTC of the nth Sunday of a month.
    private static func sunday(_ nth: Int, of month: Int, in year: Int) -> Int64 {
        guard let first = Timestamp.days(year: year, month: month, day: 1) else { return 0 }
        return (first + untilSunday(first) + Int64(7 * (nth - 1))) * 86_400
    }

    /// Midnight UTC of the last Sunday of a month of 31 days.
    private static func lastSunday(of month: Int, in year: Int) -> Int64 {
        guard let late = Timestamp.days(year: year, month: month, day: 25) else { return 0 }
        return (late + untilSunday(late)) * 86_400
    }

    /// Days until the next Sunday, 0 on a Sunday. 1970-01-01 was a Thursday.
    private static func untilSunday(_ days: Int64) -> Int64 {
        let weekday = ((days + 4) % 7 + 7) % 7
        return (7 - weekday) % 7
    }
}
