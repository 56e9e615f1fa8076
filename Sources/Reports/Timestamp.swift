/// A moment as a source states it: a day, or an instant with the offset it was written in.
///
/// ```swift
/// Timestamp("2017-02-28T09:37:00-08:00")?.description  // "2017-02-28T09:37:00-08:00"
/// Timestamp("2017-02-28")?.hasTime                     // false
/// ```
///
/// Two timestamps compare by instant; a day alone counts as its midnight, UTC.
public struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; for a day alone, its midnight in UTC.
    public var secondsSince1970: Int64
    /// The offset the source used, in seconds east of UTC; 0 for a day alone.
    public var offsetSeconds: Int
    /// `false` when the source names a day and no time.
    public var hasTime: Bool

    public init(secondsSince1970: Int64, offsetSeconds: Int = 0, hasTime: Bool = true) {
        self.secondsSince1970 = secondsSince1970
        self.offsetSeconds = offsetSeconds
        self.hasTime = hasTime
    }

    /// A day of the proleptic Gregorian calendar; `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let days = Self.days(year: year, month: month, day: day) else { return nil }
        self.init(secondsSince1970: days * 86_400, hasTime: false)
    }

    /// An instant by its wall clock and offset; `nil` when a part is out of range. Second 60 is read as 59.
    public init?(
        year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, offsetSeconds: Int = 0
    ) {
        // 24:00 is the end of the day (ISO 8601).
        let endOfDay = hour == 24 && minute == 0 && second == 0
        guard let days = Self.days(year: year, month: month, day: day),
            (0..<24).contains(hour) || endOfDay, (0..<60).contains(minute), (0...60).contains(second),
            abs(offsetSeconds) <= 18 * 3600
        else { return nil }
        let clock = Int64(hour * 3600 + minute * 60 + min(second, 59))
        self.init(secondsSince1970: days * 86_400 + clock - Int64(offsetSeconds), offsetSeconds: offsetSeconds)
    }

    /// Reads RFC 3339 and its everyday relatives: `2024-03-05`, `2024-03-05T14:02Z`, `2024-03-05 14:02:10.5 +01:00`.
    ///
    /// A time without an offset is read as UTC. Anything else gives `nil`.
    public init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
            let day = scanner.digits(2)
        else { return nil }
        if scanner.atEnd {
            self.init(year: year, month: month, day: day)
            return
        }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.digits(2),
            scanner.skip(":"), let minute = scanner.digits(2)
        else { return nil }
        var second = 0
        if scanner.skip(":") {
            guard let value = scanner.digits(2) else { return nil }
            second = value
            if scanner.skip(".") || scanner.skip(",") { scanner.skipDigits() }
        }
        _ = scanner.skip(" ")
        var offset = 0
        if !scanner.atEnd, !(scanner.skip("Z") || scanner.skip("z")) {
            let sign: Int
            if scanner.skip("+") { sign = 1 } else if scanner.skip("-") { sign = -1 } else { return nil }
            guard let hours = scanner.digits(2) else { return nil }
            _ = scanner.skip(":")
            let minutes = scanner.digits(2) ?? 0
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard scanner.atEnd else { return nil }
        self.init(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
    }

    /// The wall clock at the source: year, month, day, hour, minute, second.
    public var civil: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let local = secondsSince1970 + Int64(offsetSeconds)
        let days = local.floorDivided(by: 86_400)
        let clock = Int(local - days * 86_400)
        let date = Self.civil(fromDays: days)
        return (date.year, date.month, date.day, clock / 3600, clock / 60 % 60, clock % 60)
    }

    /// The day at the source, as `2024-03-05`.
    public var day: String {
        var text = DigitWriter()
        text.add(day: civil)
        return text.text
    }

    /// The time of day at the source, as `14:02`; `nil` for a day alone.
    public var clock: String? {
        guard hasTime else { return nil }
        let parts = civil
        return "\(pad(parts.hour, 2)):\(pad(parts.minute, 2))"
    }

    /// The time of day at the source to the second, as `14:02:10`; `nil` for a day alone.
    public var clockWithSeconds: String? {
        clock.map { "\($0):\(pad(civil.second, 2))" }
    }

    /// The clock it is read from: `UTC` or `UTC-08:00`.
    public var zone: String {
        guard offsetSeconds != 0 else { return "UTC" }
        let minutes = abs(offsetSeconds) / 60
        return "UTC\(offsetSeconds < 0 ? "-" : "+")\(pad(minutes / 60, 2)):\(pad(minutes % 60, 2))"
    }

    /// The same moment in UTC; a day alone is unchanged.
    public var utc: Timestamp {
        Timestamp(secondsSince1970: secondsSince1970, hasTime: hasTime)
    }

    /// Days since 1970-01-01; `nil` when there is no such day. Years 1 to 9999.
    public static func days(year: Int, month: Int, day: Int) -> Int64? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year)
        else { return nil }
        // Howard Hinnant, "chrono-compatible low-level date algorithms".
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// The number of days in a month, leap years included.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func civil(fromDays days: Int64) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = z.floorDivided(by: 146_097)
        let dayOfEra = Int(z - era * 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339: `2024-03-05`, `2024-03-05T14:02:00Z` or `2024-03-05T14:02:00+01:00`.
    public var description: String {
        var text = DigitWriter()
        let parts = civil
        text.add(day: parts)
        guard hasTime else { return text.text }
        text.add("T", parts.hour, width: 2)
        text.add(":", parts.minute, width: 2)
        text.add(":", parts.second, width: 2)
        if offsetSeconds == 0 {
            text.add("Z")
        } else {
            let minutes = abs(offsetSeconds) / 60
            text.add(offsetSeconds < 0 ? "-" : "+", minutes / 60, width: 2)
            text.add(":", minutes % 60, width: 2)
        }
        return text.text
    }
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        if left.secondsSince1970 != right.secondsSince1970 { return left.secondsSince1970 < right.secondsSince1970 }
        // A day comes before its own midnight, so that sorting is total.
        if left.hasTime != right.hasTime { return !left.hasTime }
        return left.offsetSeconds < right.offsetSeconds
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "can't read the time '\(text)'; write 2024-03-05T14:02Z")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Writes numbers of a fixed width without a string for each: a feed of a thousand entries has ten thousand of them.
private struct DigitWriter {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(25) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(day: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int)) {
        add(day.year, width: 4)
        add("-", day.month, width: 2)
        add("-", day.day, width: 2)
    }

    mutating func add(_ mark: Unicode.Scalar) { bytes.append(UInt8(ascii: mark)) }

    mutating func add(_ mark: Unicode.Scalar, _ value: Int, width: Int) {
        add(mark)
        add(value, width: width)
    }

    /// Zeros stand before a number of fewer digits; one of more is written whole.
    mutating func add(_ value: Int, width: Int) {
        let limit = width == 4 ? 10_000 : 100
        guard (0..<limit).contains(value) else { return bytes += pad(value, width).utf8 }
        var unit = limit / 10
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / unit % 10))
            unit /= 10
        }
    }
}

private func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// Reads fixed-width numbers and single characters off the front of a text.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var atEnd: Bool { rest.isEmpty }

    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        let head = rest.prefix(count)
        guard head.count == count else { return nil }
        for byte in head {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        rest = rest.dropFirst(count)
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipDigits() {
        rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
