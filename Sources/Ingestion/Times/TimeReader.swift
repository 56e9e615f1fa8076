import Reports

/// What is known when a written time leaves something out.
public struct TimeContext: Equatable, Sendable {
    /// The zone of times that name none; `nil` when nobody states one, and UTC is taken.
    public var zone: TimeZoneRule?
    /// A day near the time, to supply the year or the whole date.
    public var day: Timestamp?
    /// The event before, to supply the date and to notice that midnight has passed.
    public var previous: Timestamp?
    /// The start from which `T+00:12` counts.
    public var start: Timestamp?
    /// Whether events run from late to early, as on status pages.
    public var isDescending: Bool
    /// How `3/5/2024` is read; `nil` when nobody knows, and such a day stays unknown.
    public var dateOrder: DateOrder?

    public init(
        zone: TimeZoneRule? = nil, day: Timestamp? = nil, previous: Timestamp? = nil, start: Timestamp? = nil,
        isDescending: Bool = false, dateOrder: DateOrder? = nil
    ) {
        self.zone = zone
        self.day = day
        self.previous = previous
        self.start = start
        self.isDescending = isDescending
        self.dateOrder = dateOrder
    }
}

/// A time as it was read.
public struct TimeReading: Equatable, Sendable {
    /// `nil` when the text is a time but the moment can't be known.
    public var timestamp: Timestamp?
    public var isEstimate: Bool
    /// Whether no zone was written or stated, and UTC was taken.
    public var assumedUTC: Bool
    /// The zone name that stands for several zones, when one was written and no stated zone settles it; `timestamp` is
    /// then the time in the most usual of them.
    public var ambiguousZone: String?
    /// Whether the text itself names the day.
    public var hasWrittenDate: Bool
    /// What a change of the clocks did to the time; `nil` at all other times.
    public var clockChange: TimeZoneRule.ClockChange?
    /// Whether it was counted from the start, `T+00:12`.
    public var isRelative = false
}

/// Reads the times people write.
///
/// ```swift
/// TimeReader.timestamp("March 26, 2024 at 3:35 PM PDT")?.description  // "2024-03-26T15:35:00-07:00"
/// TimeReader.timestamp("14:02 UTC")                                   // nil: no day
/// ```
public enum TimeReader {
    /// The moment a whole text states, with what is missing taken from the context; `nil` when it states none.
    public static func timestamp(_ text: String, in context: TimeContext = TimeContext()) -> Timestamp? {
        reading(text, in: context)?.timestamp
    }

    /// The time a whole text states; `nil` when the text is not a time.
    public static func reading(_ text: String, in context: TimeContext = TimeContext()) -> TimeReading? {
        guard let (reading, rest) = prefix(of: text, in: context) else { return nil }
        let left = rest.drop { " \t\u{A0}.,:;)]–-".contains($0) }
        if left.isEmpty { return reading }
        // The same moment in another zone, `10:02 PST / 18:02 UTC`, or a word on how sure it is, `14:02 (approx.)`.
        let other = left.drop { " /(|=".contains($0) }
        let bare = other.prefix { $0.isLetter }.lowercased()
        if other.count != left.count, other.count < 60 {
            if estimateWords.contains(bare), other.dropFirst(bare.count).allSatisfy({ " .)".contains($0) }) {
                var estimate = reading
                estimate.isEstimate = true
                return estimate
            }
            if other.first?.isNumber == true, other.count < left.count, self.reading(String(other), in: context) != nil
            {
                return reading
            }
        }
        return nil
    }

    private static let estimateWords: Set<String> = [
        "approx", "approximately", "estimated", "est", "estimate", "about",
    ]

    /// The time at the front of a text and what follows it; a span such as `14:02–14:10` is read as its start.
    public static func prefix(
        of text: some StringProtocol, in context: TimeContext = TimeContext()
    ) -> (reading: TimeReading, rest: Substring)? {
        // A time is short; the rest of a long line need not be copied.
        let head = text.utf8.prefix(160)
        var scanner = WrittenTimeScanner(String(decoding: head, as: UTF8.self))
        guard var written = scanner.scan() else { return nil }
        if written.hasTime {
            Self.skipSpanEnd(&scanner, &written)
            Self.skipOtherClock(&scanner, &written)
        }
        // `14:02abc` and `3.5` are no times.
        if let next = scanner.scanner.byte, next.isLetter || next.isDigit,
            scanner.scanner.byte(at: -1).map(\.isDigitOrLetter) ?? false
        {
            return nil
        }
        let index = text.utf8.index(text.utf8.startIndex, offsetBy: min(scanner.scanner.position, head.count))
        let rest = Substring(String(text[index...]))
        return (resolve(written, in: context), rest)
    }

    /// Whether a text begins with a time of day or a date.
    static func beginsWithTime(_ text: some StringProtocol) -> Bool {
        var scanner = WrittenTimeScanner(String(decoding: text.utf8.prefix(80), as: UTF8.self))
        return scanner.scan() != nil
    }

    /// Takes the end of a span, `14:02 – 14:10 UTC`; its zone holds for the start too.
    private static func skipSpanEnd(_ scanner: inout WrittenTimeScanner, _ written: inout WrittenTime) {
        var ahead = scanner
        ahead.scanner.skipSpaces()
        guard ahead.scanner.skipDash() || ahead.scanner.skipWord(["to", "until", "till"]) else { return }
        ahead.scanner.skipSpaces()
        // A time and a text that begins with a number must not be taken for a span.
        guard ahead.scanner.isAtDigit, let end = ahead.scan(), end.hasTime || end.epoch != nil else { return }
        scanner = ahead
        written.takeHalfOfDay(from: end)
        if written.zone == nil {
            written.zone = end.zone
            written.zoneName = end.zoneName
        }
        if !written.hasDate, end.hasDate {
            (written.year, written.month, written.day) = (end.year, end.month, end.day)
        }
    }

    /// Takes the same moment on another clock, `10:02 CST / 16:02 UTC`, `14:02 IST (08:32 UTC)`.
    private static func skipOtherClock(_ scanner: inout WrittenTimeScanner, _ written: inout WrittenTime) {
        guard written.zone != nil else { return }
        var ahead = scanner
        ahead.scanner.skipSpaces()
        let isBracketed = ahead.scanner.skip("(")
        guard isBracketed || ahead.scanner.skip("/") || ahead.scanner.skip("=") else { return }
        ahead.scanner.skipSpaces()
        guard ahead.scanner.isAtDigit, let other = ahead.scan(), let hour = other.hour, !other.hasDate,
            case .rule(let zone)? = other.zone
        else { return }
        if isBracketed, !ahead.scanner.skip(")") { return }
        scanner = ahead
        written.other = WrittenTime.OtherClock(seconds: hour * 3600 + other.minute * 60 + other.second, zone: zone)
    }

    // MARK: Filling in

    static func resolve(_ written: WrittenTime, in context: TimeContext) -> TimeReading {
        var reading = TimeReading(
            timestamp: nil, isEstimate: written.isEstimate, assumedUTC: false, ambiguousZone: nil,
            hasWrittenDate: written.hasDate || written.epoch != nil, isRelative: written.relative != nil)
        if let epoch = written.epoch {
            let offset = context.zone?.offset(at: epoch) ?? 0
            reading.timestamp = Timestamp(secondsSince1970: epoch, offsetSeconds: offset)
            return reading
        }
        if let step = written.step {
            reading.timestamp = context.previous.map {
                Timestamp(
                    secondsSince1970: $0.secondsSince1970 + Int64(step), offsetSeconds: $0.offsetSeconds)
            }
            return reading
        }
        if let relative = written.relative {
            reading.timestamp = context.start.flatMap { start in
                start.hasTime
                    ? Timestamp(
                        secondsSince1970: start.secondsSince1970 + Int64(relative), offsetSeconds: start.offsetSeconds)
                    : nil
            }
            return reading
        }
        let rule = zoneRule(written, in: context, &reading)
        guard let hour = written.hour else {
            reading.timestamp = day(written, in: context)
            return reading
        }
        guard let rule else { return reading }
        let clock = Int64(hour * 3600 + written.minute * 60 + min(written.second, 59))
        if written.hasDate {
            guard let day = day(written, in: context) else { return reading }
            reading.timestamp = instant(day.secondsSince1970 + clock, rule, context)
        } else {
            reading.timestamp = undated(clock, rule, in: context)
            if let time = reading.timestamp, let weekday = written.weekday {
                reading.timestamp = moved(time, to: weekday, rule, in: context)
            }
        }
        reading.clockChange = reading.timestamp.flatMap { time in
            rule.clockChange(
                atWall: time.secondsSince1970 + Int64(time.offsetSeconds),
                notBefore: context.isDescending ? nil : context.previous?.secondsSince1970)
        }
        return reading
    }

    private static func instant(_ wall: Int64, _ rule: TimeZoneRule, _ context: TimeContext) -> Timestamp {
        let previous = context.isDescending ? nil : context.previous?.secondsSince1970
        let offset = rule.offset(atWall: wall, notBefore: previous)
        return Timestamp(secondsSince1970: wall - Int64(offset), offsetSeconds: offset)
    }

    private static func zoneRule(
        _ written: WrittenTime, in context: TimeContext, _ reading: inout TimeReading
    ) -> TimeZoneRule? {
        switch written.zone {
        case .rule(let rule): return rule
        case .several(let name, let offsets):
            if let offset = settled(offsets, written, in: context) { return .fixed(offset) }
            if !TimeZoneNames.isUsuallyClear(name) { reading.ambiguousZone = written.zoneName }
            return offsets.first.map { .fixed($0) }
        case nil:
            if let zone = context.zone { return zone }
            reading.assumedUTC = written.hasTime
            return .utc
        }
    }

    /// Which of several offsets is meant, by the same moment on another clock or by the zone that is stated: it keeps that
    /// offset on the day or in the other half of the year.
    private static func settled(_ offsets: [Int], _ written: WrittenTime, in context: TimeContext) -> Int? {
        if let other = written.other, let hour = written.hour {
            let clock = hour * 3600 + written.minute * 60 + written.second
            let day = context.previous?.secondsSince1970 ?? context.day?.secondsSince1970 ?? 0
            let moment = other.seconds - other.zone.offset(at: day)
            if let match = offsets.first(where: { (clock - $0 - moment) % 86_400 == 0 }) { return match }
        }
        guard let stated = context.zone else { return nil }
        let near = day(written, in: context) ?? context.previous ?? context.day
        let instant = near?.secondsSince1970 ?? 0
        return [instant, instant + 182 * 86_400].lazy.map { stated.offset(at: $0) }.first { offsets.contains($0) }
    }

    /// The written day; a missing year is the one that brings it nearest to the context.
    private static func day(_ written: WrittenTime, in context: TimeContext) -> Timestamp? {
        if let numeric = written.numeric {
            return context.dateOrder?.day(numeric, near: context.previous ?? context.day)
        }
        guard let month = written.month, let day = written.day else { return nil }
        if let year = written.year { return Timestamp(year: year, month: month, day: day) }
        return (context.previous ?? context.day).flatMap { WrittenDay.nearest(month: month, day: day, to: $0) }
    }

    /// Further back than this is taken for the next day rather than for an event noted late.
    private static let backwardsLimit: Int64 = 3 * 3600
    /// A jump forward to within this of a whole day is an event from before midnight, noted after it.
    private static let lateLimit: Int64 = 3600

    /// A time of day without a date: on the previous event's day, or on the day after once midnight has passed.
    private static func undated(_ clock: Int64, _ rule: TimeZoneRule, in context: TimeContext) -> Timestamp? {
        guard let previous = context.previous, previous.hasTime else {
            guard let day = context.previous ?? context.day else { return nil }
            let local = day.secondsSince1970 + Int64(day.hasTime ? day.offsetSeconds : 0)
            return instant(floor(local) + clock, rule, context)
        }
        let offset = rule.offset(at: previous.secondsSince1970)
        let wall = floor(previous.secondsSince1970 + Int64(offset)) + clock
        let first = instant(wall, rule, context)
        let step = first.secondsSince1970 - previous.secondsSince1970
        if !context.isDescending, step < -backwardsLimit { return instant(wall + 86_400, rule, context) }
        if context.isDescending, step > backwardsLimit { return instant(wall - 86_400, rule, context) }
        // Just before midnight, noted after it.
        if !context.isDescending, step > 86_400 - lateLimit { return instant(wall - 86_400, rule, context) }
        if context.isDescending, step < lateLimit - 86_400 { return instant(wall + 86_400, rule, context) }
        return first
    }

    /// The same time of day on the nearest such weekday, never against the direction of the events before.
    private static func moved(
        _ time: Timestamp, to weekday: Int, _ rule: TimeZoneRule, in context: TimeContext
    ) -> Timestamp {
        let wall = time.secondsSince1970 + Int64(time.offsetSeconds)
        // 1970-01-01 was a Thursday.
        let found = Int((Self.floor(wall) / 86_400 + 4) % 7 + 7) % 7
        var step = (weekday - found + 7) % 7
        let isFree = context.previous == nil
        if step > 0, context.isDescending || (isFree && step > 3) { step -= 7 }
        return instant(wall + Int64(step) * 86_400, rule, context)
    }

    private static func floor(_ seconds: Int64) -> Int64 {
        let rest = seconds % 86_400
        return seconds - (rest < 0 ? rest + 86_400 : rest)
    }
}

extension UInt8 {
    fileprivate var isDigitOrLetter: Bool { isDigit || isLetter }
}
