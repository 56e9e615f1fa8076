/// The parts of a time as a text states them, before anything is filled in.
struct WrittenTime: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// 0 for Sunday to 6, when a weekday is written.
    var weekday: Int?
    var hour: Int?
    var minute = 0
    var second = 0
    /// Whether `PM` (true) or `AM` (false) is written with it.
    var isAfternoon: Bool?
    var zone: TimeZoneNames.Meaning?
    /// The name of the zone, as written.
    var zoneName: String?
    /// A moment that needs nothing else: epoch seconds.
    var epoch: Int64?
    /// Seconds from the start of the incident: `T+00:12`, `+5m`.
    var relative: Int?
    /// Seconds from the event before: `5 minutes later`.
    var step: Int?
    /// The two numbers of `3/5/2024`, whose order is another country's every time; the year may be missing.
    var numeric: NumericDate?
    /// The order that a date written with strokes can only have been meant in.
    var order: DateOrder?
    /// The same moment on another clock, `10:02 CST / 16:02 UTC`.
    var other: OtherClock?
    /// Whether the text marks it as an estimate: `~14:02`, `about 3 PM`.
    var isEstimate = false

    /// A time of day and the zone written with it.
    struct OtherClock: Equatable {
        var seconds: Int
        var zone: TimeZoneRule
    }

    /// A day and a month in an order that the text alone does not tell.
    struct NumericDate: Equatable {
        var first: Int
        var second: Int
        var year: Int?
    }

    /// Takes the half of the day from the end of a span, `2:15 – 2:20 PM`, `11:30 – 12:15 AM`: the one that brings the start
    /// before the end.
    mutating func takeHalfOfDay(from end: WrittenTime) {
        guard isAfternoon == nil, let last = end.isAfternoon, let endHour = end.hour, let own = hour,
            (1...12).contains(own)
        else { return }
        let same = own % 12 + (last ? 12 : 0)
        let isBefore = (same, minute, second) <= (endHour, end.minute, end.second)
        isAfternoon = isBefore ? last : !last
        hour = own % 12 + (isAfternoon == true ? 12 : 0)
    }

    var hasDate: Bool { (month != nil && day != nil) || numeric != nil }
    var hasTime: Bool { hour != nil }
}

/// Takes a time off the front of a text.
struct WrittenTimeScanner {
    var scanner: TimeScanner
    /// Whether the clock just read has seconds.
    private var writesSeconds = false

    init(_ text: some StringProtocol) {
        scanner = TimeScanner(text)
    }

    /// A time at the front of the text; `nil` when none stands there. Leaves the scanner after it.
    mutating func scan() -> WrittenTime? {
        var time = WrittenTime()
        scanner.skipSpaces()
        let opened = skipOpening()
        skipLeadIn(&time)
        if let relative = scanner.attempt({ Self.relative(&$0) }) {
            time.relative = relative
        } else if let step = scanner.attempt({ Self.step(&$0) }) {
            time.step = step
        } else if let epoch = scanner.attempt({ Self.epoch(&$0) }) {
            time.epoch = epoch
        } else if !dateAndTime(&time) {
            return nil
        }
        if let opened {
            scanner.skipSpaces()
            scanner.skip(opened)
            // `[14:02:31] UTC` has its zone outside.
            if time.hasTime, time.zone == nil { zone(&time) }
        }
        return time
    }

    private mutating func skipOpening() -> Unicode.Scalar? {
        if scanner.skip("[") { return "]" }
        if scanner.skip("(") { return ")" }
        return nil
    }

    /// Weekdays and words such as "about".
    private mutating func skipLeadIn(_ time: inout WrittenTime) {
        for _ in 0..<4 {
            scanner.skipSpaces()
            if scanner.skip("~") || scanner.skipWord(Self.approximations) {
                time.isEstimate = true
                scanner.skip(".")
            } else if let day = scanner.attempt({ Self.weekdays[$0.word().lowercased()] }) {
                time.weekday = day
                scanner.skip(".")
                scanner.skip(",")
            } else if !scanner.skipWord(["on", "at", "from"]) {
                return
            }
        }
    }

    private mutating func dateAndTime(_ time: inout WrittenTime) -> Bool {
        if date(&time) {
            var isGlued = false
            scanner.attempt { scanner -> Bool? in
                // `26/Mar/2024:03:35` is how web servers write.
                let glued = scanner.skip("T") || scanner.skip("t") || scanner.skip(":")
                if !glued, !Self.separator(&scanner) { return nil }
                var inner = WrittenTimeScanner(scanner: scanner)
                guard inner.clock(&time) else { return nil }
                scanner = inner.scanner
                return glued || inner.writesSeconds
            }.map { isGlued = $0 }
            if time.hasTime {
                zone(&time, isGlued: isGlued)
                trailingYear(&time)
            }
            // `3/4` of something is no day; `3/4 14:02` is one.
            return time.numeric.map { $0.year != nil || time.hasTime } ?? true
        }
        guard clock(&time) else { return false }
        zone(&time)
        // A date may follow: `14:02 UTC on March 26`, `03:35 26 Mar 2024`.
        let found = time
        var later = self
        if Self.separator(&later.scanner) {
            later.skipLeadIn(&time)
            if later.date(&time) {
                if time.zone == nil { later.zone(&time) }
                self = later
                return true
            }
        }
        time = found
        return true
    }

    init(scanner: TimeScanner) {
        self.scanner = scanner
    }

    /// `Tue Mar 5 14:02:31 UTC 2024`, as `date` and C's `ctime` write.
    private mutating func trailingYear(_ time: inout WrittenTime) {
        guard time.month != nil, time.year == nil else { return }
        time.year = Self.year(&scanner)
    }

    /// What may stand between a date and a time. At least a blank or a mark.
    private static func separator(_ scanner: inout TimeScanner) -> Bool {
        let start = scanner.position
        scanner.skipSpaces()
        if !scanner.skip(",") { scanner.skip("@") }
        scanner.skipSpaces()
        if scanner.skipDash() { scanner.skipSpaces() }
        if scanner.position == start { return false }
        if scanner.skipWord(["at", "on"]) { scanner.skipSpaces() }
        return true
    }

    // MARK: Dates

    private mutating func date(_ time: inout WrittenTime) -> Bool {
        if let (year, month, day) = scanner.attempt({ Self.yearFirst(&$0) })
            ?? scanner.attempt({ Self.monthFirst(&$0) }) ?? scanner.attempt({ Self.dayFirst(&$0) })
        {
            guard (1...12).contains(month), (1...31).contains(day) else { return false }
            (time.year, time.month, time.day) = (year, month, day)
            return true
        }
        guard let found = scanner.attempt({ Self.numeric(&$0) }) else { return false }
        switch found {
        case .known(let (year, month, day), let order):
            guard (1...12).contains(month), (1...31).contains(day) else { return false }
            (time.year, time.month, time.day, time.order) = (year, month, day, order)
        case .either(let numeric): time.numeric = numeric
        }
        return true
    }

    private typealias Date = (year: Int?, month: Int, day: Int)

    /// `2024-03-05`, `2024/3/5`, `2024.03.05`, `20240305T…`, `2024 Mar 5`, `2024-Mar-05`.
    private static func yearFirst(_ scanner: inout TimeScanner) -> Date? {
        if let packed = scanner.attempt({ scanner in
            scanner.digits(8).flatMap { value in
                scanner.byte.map { ($0 | 0x20) == UInt8(ascii: "t") } ?? true ? value : nil
            }
        }) {
            return (packed / 10_000, packed / 100 % 100, packed % 100)
        }
        guard let year = scanner.digits(4), (1900...2199).contains(year) else { return nil }
        guard scanner.skip("-") || scanner.skip("/") || scanner.skip(".") || scanner.skipSpaces() else { return nil }
        if let month = months[scanner.peekedWord.lowercased()] {
            _ = scanner.word()
            guard scanner.skip("-") || scanner.skip("/") || scanner.skipSpaces() else { return nil }
            return scanner.shortNumber().map { (year, month, $0) }
        }
        guard let month = scanner.shortNumber(),
            scanner.skip("-") || scanner.skip("/") || scanner.skip("."), let day = scanner.shortNumber()
        else { return nil }
        return (year, month, day)
    }

    /// `Mar 26`, `March 26th, 2024`, `Sept. 3 2024`.
    private static func monthFirst(_ scanner: inout TimeScanner) -> Date? {
        guard let month = months[scanner.word().lowercased()] else { return nil }
        scanner.skip(".")
        guard scanner.skipSpaces(), let day = scanner.shortNumber() else { return nil }
        _ = scanner.skipWord(["st", "nd", "rd", "th"])
        // `Mar 26:` would be a clock's hour.
        if scanner.byte == UInt8(ascii: ":") { return nil }
        return (year(&scanner), month, day)
    }

    /// `26 Mar 2024`, `26th of March`, `26-Mar-2024`, `26/Mar/2024:03:35`.
    private static func dayFirst(_ scanner: inout TimeScanner) -> Date? {
        guard let day = scanner.shortNumber() else { return nil }
        _ = scanner.skipWord(["st", "nd", "rd", "th"])
        scanner.skip(".")
        if scanner.skip("-") || scanner.skip("/") {
            guard let month = months[scanner.word().lowercased()] else { return nil }
            let year = scanner.attempt { scanner in
                scanner.skip("-") || scanner.skip("/") ? scanner.digits(4) : nil
            }
            return (year, month, day)
        }
        guard scanner.skipSpaces() else { return nil }
        if scanner.skipWord(["of"]) { scanner.skipSpaces() }
        guard let month = months[scanner.word().lowercased()] else { return nil }
        scanner.skip(".")
        return (year(&scanner), month, day)
    }

    /// A year after a day and month, when one stands there.
    private static func year(_ scanner: inout TimeScanner) -> Int? {
        scanner.attempt { scanner in
            scanner.skip(",")
            guard scanner.skipSpaces(), let year = scanner.digits(4), (1900...2199).contains(year) else { return nil }
            return year
        }
    }

    private enum NumericReading {
        case known(Date, DateOrder?)
        case either(WrittenTime.NumericDate)
    }

    /// `26.03.2024`, `26.3.24`, `3/26/2024`, and `3/5/2024` or `3/5` before a clock, which may be read in two ways.
    private static func numeric(_ scanner: inout TimeScanner) -> NumericReading? {
        guard let first = scanner.shortNumber(), first > 0 else { return nil }
        let isDotted = scanner.skip(".")
        let isSlashed = !isDotted && scanner.skip("/")
        guard isDotted || isSlashed || scanner.skip("-"), let second = scanner.shortNumber(), second > 0 else {
            return nil
        }
        let year = scanner.attempt { scanner -> Int? in
            guard isDotted ? scanner.skip(".") : isSlashed ? scanner.skip("/") : scanner.skip("-") else { return nil }
            guard let (value, digits) = scanner.number(), digits == 4 || digits == 2 else { return nil }
            // `10.3.24.1` is an address.
            if digits == 2, let next = scanner.byte, next.isDigit || next.isLetter || next == UInt8(ascii: ".") {
                return nil
            }
            return digits == 4 ? value : 2000 + value
        }
        guard year.map({ (1900...2199).contains($0) }) ?? isSlashed else { return nil }
        // Dots are written where the day comes first.
        if isDotted || (first > 12 && second <= 12) {
            return .known((year, second, first), isDotted ? nil : .dayFirst)
        }
        if second > 12 { return .known((year, first, second), .monthFirst) }
        if first == second { return .known((year, first, second), nil) }
        return .either(WrittenTime.NumericDate(first: first, second: second, year: year))
    }

    // MARK: Clock and zone

    /// `14:02`, `14:02:31.250`, `3 PM`, `3:35 p.m.`, `14h02`, `14.02 Uhr` aside; `1402 UTC`, `noon`, `midnight`.
    private mutating func clock(_ time: inout WrittenTime) -> Bool {
        guard
            let (hour, minute, second, isAfternoon) = scanner.attempt({ Self.colonClock(&$0) })
                ?? scanner.attempt({ Self.bareHour(&$0) }) ?? scanner.attempt({ Self.military(&$0) })
                ?? scanner.attempt({ Self.dottedClock(&$0) }) ?? scanner.attempt({ Self.namedHour(&$0) })
        else { return false }
        (time.hour, time.minute, time.second, time.isAfternoon) = (hour, minute, second, isAfternoon)
        writesSeconds = scanner.byte(at: -3) == UInt8(ascii: ":") && scanner.byte(at: -6) == UInt8(ascii: ":")
        return true
    }

    private typealias Clock = (hour: Int, minute: Int, second: Int, isAfternoon: Bool?)

    private static func colonClock(_ scanner: inout TimeScanner) -> Clock? {
        guard var hour = scanner.shortNumber() else { return nil }
        let isFrench = !scanner.skip(":")
        if isFrench {
            guard scanner.skip("h") || scanner.skip("H") else { return nil }
        }
        guard let minute = scanner.digits(2) else { return nil }
        var second = 0
        // `14:02: text` ends in a colon of the sentence's.
        if !isFrench, scanner.byte == UInt8(ascii: ":"), scanner.byte(at: 1)?.isDigit == true {
            scanner.position += 1
            guard let value = scanner.digits(2) else { return nil }
            second = value
            if scanner.byte == UInt8(ascii: ".") || scanner.byte == UInt8(ascii: ","),
                scanner.byte(at: 1)?.isDigit == true
            {
                scanner.position += 1
                while scanner.isAtDigit { scanner.position += 1 }
            }
        }
        if scanner.byte == UInt8(ascii: ":"), scanner.byte(at: 1)?.isDigit == true { return nil }
        let half = scanner.attempt { meridiem(&$0) }
        if let isAfternoon = half {
            // `00:29 AM` and `14:05 PM` are sloppy, and clear.
            guard isAfternoon ? hour > 0 : hour <= 12 else { return nil }
            hour = isAfternoon ? (hour < 12 ? hour + 12 : hour) : hour % 12
        }
        guard hour <= 24, minute < 60, second <= 60, hour < 24 || (minute == 0 && second == 0) else { return nil }
        return (hour, minute, second, half)
    }

    /// `3 PM`, `3pm`.
    private static func bareHour(_ scanner: inout TimeScanner) -> Clock? {
        guard let hour = scanner.shortNumber(), (1...12).contains(hour), let isAfternoon = meridiem(&scanner) else {
            return nil
        }
        return (hour % 12 + (isAfternoon ? 12 : 0), 0, 0, isAfternoon)
    }

    /// `1402Z`, `1402 UTC`, `T1402`: four or six digits that a zone or the end of the word confirms.
    private static func military(_ scanner: inout TimeScanner) -> Clock? {
        let afterT = scanner.byte(at: -1).map { ($0 | 0x20) == UInt8(ascii: "t") } ?? false
        guard let (value, digits) = scanner.number(), digits == 4 || (digits == 6 && afterT) else { return nil }
        let packed = digits == 4 ? value * 100 : value
        let (hour, minute, second) = (packed / 10_000, packed / 100 % 100, packed % 100)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        if afterT { return (hour, minute, second, nil) }
        if scanner.skip("h") || scanner.skipWord(["hrs", "hours"]) { return (hour, minute, second, nil) }
        var ahead = WrittenTimeScanner(scanner: scanner)
        var time = WrittenTime()
        ahead.zone(&time)
        return time.zone != nil ? (hour, minute, second, nil) : nil
    }

    /// `14.02 Uhr`, `2.02pm`: with dots only where a word says that it is a time.
    private static func dottedClock(_ scanner: inout TimeScanner) -> Clock? {
        guard let hour = scanner.shortNumber(), scanner.skip("."), let minute = scanner.digits(2), minute < 60 else {
            return nil
        }
        if let isAfternoon = scanner.attempt({ meridiem(&$0) }) {
            return (1...12).contains(hour) ? (hour % 12 + (isAfternoon ? 12 : 0), minute, 0, isAfternoon) : nil
        }
        scanner.skipSpaces()
        guard scanner.skipWord(["uhr", "hrs", "h"]), hour < 24 else { return nil }
        return (hour, minute, 0, nil)
    }

    private static func namedHour(_ scanner: inout TimeScanner) -> Clock? {
        switch scanner.word().lowercased() {
        case "noon", "midday": (12, 0, 0, nil)
        case "midnight": (0, 0, 0, nil)
        default: nil
        }
    }

    /// Whether `PM`, `p.m.` (true) or `AM`, `a.m.` (false) stands here.
    private static func meridiem(_ scanner: inout TimeScanner) -> Bool? {
        scanner.skipSpaces()
        guard let letter = scanner.byte.map({ $0 | 0x20 }), letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
        else { return nil }
        scanner.position += 1
        let isDotted = scanner.skip(".")
        guard scanner.byte.map({ $0 | 0x20 }) == UInt8(ascii: "m") else { return nil }
        scanner.position += 1
        if isDotted { scanner.skip(".") }
        if let next = scanner.byte, next.isLetter { return nil }
        return letter == UInt8(ascii: "p")
    }

    /// A zone after a time, blank or bracket between them.
    ///
    /// `09:00-10:00` is a span and no offset, unless a `T` or seconds say that a machine wrote it.
    private mutating func zone(_ time: inout WrittenTime, isGlued: Bool = false) {
        if let byte = scanner.byte, !isGlued, byte == UInt8(ascii: "-") || byte == 0xE2, !writesSeconds {
            var ahead = scanner
            if ahead.skipDash(), let hours = ahead.number(), hours.digits <= 2, ahead.skip(":") { return }
        }
        guard
            let (name, meaning) = scanner.attempt({ scanner -> (String, TimeZoneNames.Meaning)? in
                scanner.skipSpaces()
                let isBracketed = scanner.skip("(")
                guard let found = TimeZoneReader.zone(&scanner) else { return nil }
                if isBracketed, !scanner.skip(")") { return nil }
                return found
            })
        else { return }
        time.zone = meaning
        time.zoneName = name
    }

    // MARK: Epoch and relative times

    /// 9 or 10 digits of seconds, 13 of milliseconds, 16 of microseconds, 19 of nanoseconds; of the years 1990 to 2100.
    private static func epoch(_ scanner: inout TimeScanner) -> Int64? {
        var seconds: Int64 = 0
        var digits = 0
        while let byte = scanner.byte, byte.isDigit, digits < 20 {
            if digits < 10 { seconds = seconds * 10 + Int64(byte - 0x30) }
            digits += 1
            scanner.position += 1
        }
        guard [9, 10, 13, 16, 19].contains(digits) else { return nil }
        if scanner.skip(".") {
            guard scanner.isAtDigit else { return nil }
            while scanner.isAtDigit { scanner.position += 1 }
        }
        return (631_152_000...4_102_444_800).contains(seconds) ? seconds : nil
    }

    /// `T+00:12`, `T-5m`, `T-10` (minutes), `H+2` (hours), `+5m`, `+00:12:30`, `T0`.
    private static func relative(_ scanner: inout TimeScanner) -> Int? {
        let named = scanner.skip("T") || scanner.skip("t")
        let isHours = !named && scanner.skip("H")
        if named {
            if scanner.skip("0"), scanner.byte.map({ !$0.isDigit && !$0.isLetter && $0 != 0x3A }) ?? true { return 0 }
            scanner.skipSpaces()
        }
        let sign: Int
        if scanner.skip("+") { sign = 1 } else if named || isHours, scanner.skipDash() { sign = -1 } else { return nil }
        scanner.skipSpaces()
        if let clock = scanner.attempt({ scanner -> Int? in
            guard let first = scanner.number(), first.digits <= 3, scanner.skip(":"), let second = scanner.digits(2)
            else { return nil }
            // `+00:12` is hours and minutes; `+00:12:30` has seconds too.
            guard scanner.byte(at: 1)?.isDigit == true, scanner.skip(":") else {
                return first.value * 3600 + second * 60
            }
            return scanner.digits(2).map { first.value * 3600 + second * 60 + $0 }
        }) {
            return sign * clock
        }
        if let length = scanner.attempt({ DurationReader.scan(&$0) }) { return sign * length }
        guard named || isHours, let (value, digits) = scanner.number(), digits <= 4 else { return nil }
        return sign * value * (isHours ? 3600 : 60)
    }

    /// `5 minutes later`, `an hour earlier`: from the event before.
    private static func step(_ scanner: inout TimeScanner) -> Int? {
        guard let length = DurationReader.scan(&scanner), scanner.skipSpaces() else { return nil }
        if scanner.skipWord(["later", "afterwards"]) { return length }
        return scanner.skipWord(["earlier"]) ? -length : nil
    }

    private static let approximations: Set<String> = [
        "about", "around", "approximately", "approx", "circa", "ca", "roughly", "est", "c",
    ]
    private static let weekdays: [String: Int] = [
        "sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
        "sat": 6,
        "sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    ]
    private static let months: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12,
    ]
}
