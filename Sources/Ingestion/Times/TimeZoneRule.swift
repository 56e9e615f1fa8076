import Foundation
import Reports

/// How far a clock stands from UTC, and when that changes.
public enum TimeZoneRule: Hashable, Sendable {
    /// Seconds east of UTC, all year.
    case fixed(Int)
    /// Seconds east of UTC in winter; daylight time by the rules of the United States since 1967.
    case unitedStates(standard: Int)
    /// Seconds east of UTC in winter; summer time by the rules of the European Union since 1981.
    case europe(standard: Int)
    /// A zone of the IANA database.
    case named(TimeZone)

    public static let utc = TimeZoneRule.fixed(0)

    /// Seconds east of UTC at an instant, given in seconds since 1970.
    public func offset(at instant: Int64) -> Int {
        switch self {
        case .fixed(let offset): return offset
        case .named(let zone):
            // Local mean times of the nineteenth century have seconds, which no written offset has.
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))) / 60 * 60
        case .unitedStates(let standard):
            let year = Timestamp(secondsSince1970: instant, offsetSeconds: standard).civil.year
            guard let (starts, ends) = Self.unitedStatesDays(in: year) else { return standard }
            let from = starts + 2 * 3600 - Int64(standard)
            let to = ends + 3600 - Int64(standard)
            return (from..<max(from, to)).contains(instant) ? standard + 3600 : standard
        case .europe(let standard):
            let year = Timestamp(secondsSince1970: instant).civil.year
            guard year >= 1981 else { return standard }
            let starts = Self.lastSunday(of: 3, in: year) + 3600
            let ends = Self.lastSunday(of: year >= 1996 ? 10 : 9, in: year) + 3600
            return (starts..<max(starts, ends)).contains(instant) ? standard + 3600 : standard
        }
    }

    /// The days on which daylight time begins and ends, as midnights UTC; `nil` before it was uniform.
    private static func unitedStatesDays(in year: Int) -> (starts: Int64, ends: Int64)? {
        switch year {
        case 2007...: (sunday(2, of: 3, in: year), sunday(1, of: 11, in: year))
        case 1987...: (sunday(1, of: 4, in: year), lastSunday(of: 10, in: year))
        case 1967...: (lastSunday(of: 4, in: year), lastSunday(of: 10, in: year))
        default: nil
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

    /// What a change of the clocks does to a time on the wall.
    public enum ClockChange: Hashable, Sendable {
        /// The clocks go back, and nothing says which of two times is meant.
        case comesTwice
        /// The clocks go forward over it.
        case isSkipped
    }

    /// What a change of the clocks does to a wall time; `nil` when it comes once, or `previous` tells which is meant.
    public func clockChange(atWall wall: Int64, notBefore previous: Int64? = nil) -> ClockChange? {
        if case .fixed = self { return nil }
        let early = offset(at: wall - 86_400)
        let late = offset(at: wall + 86_400)
        guard early != late else { return nil }
        let candidates = [early, late].filter { offset(at: wall - Int64($0)) == $0 }
        if candidates.isEmpty { return .isSkipped }
        guard candidates.count == 2 else { return nil }
        return previous.map { wall - Int64(candidates[0]) < $0 } ?? false ? nil : .comesTwice
    }

    /// Midnight UTC of the nth Sunday of a month.
    private static func sunday(_ nth: Int, of month: Int, in year: Int) -> Int64 {
        guard let first = Timestamp.days(year: year, month: month, day: 1) else { return 0 }
        return (first + untilSunday(first) + Int64(7 * (nth - 1))) * 86_400
    }

    /// Midnight UTC of the last Sunday of a month.
    private static func lastSunday(of month: Int, in year: Int) -> Int64 {
        guard (1...9999).contains(year),
            let late = Timestamp.days(year: year, month: month, day: Timestamp.length(ofMonth: month, in: year) - 6)
        else { return 0 }
        return (late + untilSunday(late)) * 86_400
    }

    /// Days until the next Sunday, 0 on a Sunday. 1970-01-01 was a Thursday.
    private static func untilSunday(_ days: Int64) -> Int64 {
        let weekday = ((days + 4) % 7 + 7) % 7
        return (7 - weekday) % 7
    }
}
