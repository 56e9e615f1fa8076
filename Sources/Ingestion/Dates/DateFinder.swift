import Reports

/// A day that a text names, and what the text leaves open.
struct FoundDate: Equatable {
    var year: Int
    var month: Int
    var day: Int
    /// Whether day and month are both numbers that could be either: `03/04/2020`. Read with the day first.
    var isSwappable = false
    /// Whether the day stands first, where a text of digits alone shows it: `24/08/2020`; `nil` elsewhere.
    var isDayFirst: Bool?
    /// Whether the year has two digits.
    var isShort = false
    /// Minutes since midnight, when a clock follows.
    var clock: Int?
    /// Where in the text it stands, in bytes.
    var range: Range<Int>

    /// The day; `nil` when there is no such day.
    ///
    /// - Parameter monthFirst: Whether open dates are read with the month first.
    func timestamp(monthFirst: Bool = false) -> Timestamp? {
        isSwappable && monthFirst
            ? Timestamp(year: year, month: day, day: month) : Timestamp(year: year, month: month, day: day)
    }
}

/// Finds days in a line of text, as the web's languages write them.
///
/// Month names come from ``MonthNames``; digits may be of any script; years of the Buddhist and the Iranian calendar
/// are converted. A day must have its year. Feeds and headers, whose dates follow standards and have zones, are read
/// by ``FeedDates``.
struct DateFinder {
    /// The primary subtag of the text's language; `nil` when not known.
    var language: String?
    /// Whether `20200824` is a day, as in machine-made texts.
    var readsPacked = false

    /// All days in `text`, in order; empty when it names none.
    func dates(in text: UnsafeBufferPointer<UInt8>) -> [FoundDate] {
        var reading = Reading(tokens: DateTokens(text), language: language, readsPacked: readsPacked)
        return reading.all()
    }

    func dates(in text: String) -> [FoundDate] {
        var copy = text
        return copy.withUTF8 { dates(in: $0) }
    }

    /// Whether a text can hold a day at all: it has a number of two to four or of eight digits that could be a year.
    static func mayHoldDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        var groups = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit {
                var end = index + 1
                while end < bytes.count, bytes[end].isDigit { end += 1 }
                groups += 1
                if end - index == 4 || end - index == 8 || groups >= 3 { return true }
                index = end
            } else {
                if byte >= 0xD9, index + 2 < bytes.count,
                    DateTokens.digit(byte, bytes[index + 1], bytes[index + 2]) != nil
                {
                    return true
                }
                index += 1
            }
        }
        return false
    }
}

/// One walk over a text's tokens.
private struct Reading {
    let tokens: DateTokens
    let language: String?
    let readsPacked: Bool

    private var list: [DateTokens.Token] { tokens.tokens }

    init(tokens: DateTokens, language: String?, readsPacked: Bool) {
        self.tokens = tokens
        self.language = language
        self.readsPacked = readsPacked
    }

    mutating func all() -> [FoundDate] {
        var found: [FoundDate] = []
        var index = 0
        while index < tokens.tokens.count {
            if var (date, next) = date(at: index) {
                if let (clock, after) = clock(after: next) {
                    date.clock = clock
                    next = after
                }
                found.append(date)
                index = next
            } else {
                index += 1
            }
        }
        return found
    }

    private typealias Step = (date: FoundDate, next: Int)

    private func date(at index: Int) -> Step? {
        let token = list[index]
        switch token.kind {
        case .mark: return nil
        case .word: return isNumber(index + 1) || isMark(index + 1, ".") ? monthFirst(index) : nil
        case .number:
            if isInsideNumber(index) { return nil }
            switch token.digits {
            case 4: return yearFirst(index)
            case 8, 12, 14: return readsPacked ? packed(index) : nil
            case 1, 2: return numeric(index) ?? dayFirst(index)
            default: return nil
            }
        }
    }

    // MARK: Forms

    /// `2020-08-24`, `2020. 8. 24.`, `2020年8月24日`, `2020 Aug 24`, `2020. gada 24. augusts`.
    private func yearFirst(_ index: Int) -> Step? {
        var next = index + 1
        if isMark(next, DateTokens.yearMark) {
            guard let month = number(next + 1, atMost: 12), isMark(next + 2, DateTokens.monthMark),
                let day = number(next + 3, atMost: 31)
            else { return nil }
            return step(
                year: list[index].value, month, day, from: index,
                to: isMark(next + 4, DateTokens.dayMark) ? next + 4 : next + 3)
        }
        for separator in ["-", "/", "."] as [Unicode.Scalar] where isMark(next, separator) {
            guard let month = number(next + 1, atMost: 12), isMark(next + 2, separator),
                let day = number(next + 3, atMost: 31)
            else { break }
            return step(year: list[index].value, month, day, from: index, to: next + 3)
        }
        // A mark, or a short word such as "m." and "gada", may stand before the month.
        var skipped = 0
        while skipped < 3, next < list.count {
            if let (month, length) = month(next) {
                next += length
                while isMark(next, ".") || isMark(next, "-") || isMark(next, "/") { next += 1 }
                guard let day = number(next, atMost: 31), !isMark(next + 1, ":") else { return nil }
                return step(year: list[index].value, month: month, day, from: index, to: next)
            }
            if let day = number(next, atMost: 31), isMark(next + 1, "."), skipped > 0,
                let (month, length) = month(next + 2)
            {
                return step(year: list[index].value, month: month, day, from: index, to: next + 1 + length)
            }
            guard list[next].kind != .number, list[next].end - list[next].start <= 8 else { return nil }
            next += 1
            skipped += 1
        }
        return nil
    }

    /// `20200824`, `202008241030`, `20200824103000`.
    private func packed(_ index: Int) -> Step? {
        let clock = [12: 10_000, 14: 1_000_000][list[index].digits] ?? 1
        let value = list[index].value / clock
        return step(year: value / 10_000, value / 100 % 100, value % 100, from: index, to: index)
    }

    /// `24.08.2020`, `8/24/2020`, `24. 8. 2020`, `24.08.20`.
    private func numeric(_ index: Int) -> Step? {
        for separator in [".", "/", "-"] as [Unicode.Scalar] where isMark(index + 1, separator) {
            guard let second = number(index + 2, atMost: 31), isMark(index + 3, separator), isNumber(index + 4) else {
                return nil
            }
            let first = list[index].value
            let last = list[index + 4]
            guard last.digits == 4 || last.digits == 2 else { return nil }
            // A version or address goes on.
            if isMark(index + 5, separator), isNumber(index + 6), list[index + 6].start == list[index + 5].end {
                return nil
            }
            let isMonthFirst = second > 12 && first <= 12
            let (day, month) = isMonthFirst ? (second, first) : (first, second)
            let year = last.digits == 4 ? last.value : last.value < 70 ? 2000 + last.value : 1900 + last.value
            guard var found = step(year: year, month, day, from: index, to: index + 4) else { return nil }
            found.date.isShort = last.digits == 2
            found.date.isSwappable = separator != "." && first <= 12 && second <= 12 && first != second
            if separator != ".", !found.date.isSwappable, first != second { found.date.isDayFirst = !isMonthFirst }
            return found
        }
        return nil
    }

    /// `24 August 2020`, `24. srpna 2020`, `24 de agosto de 2020`, `24-Aug-2020`, `ngày 24 tháng 8 năm 2020`.
    private func dayFirst(_ index: Int) -> Step? {
        guard let day = number(index, atMost: 31) else { return nil }
        var next = index + 1
        // Ordinal marks and words between day and month: at most "th", "of".
        var words = 0
        while next < list.count {
            if list[next].kind == .mark {
                guard isJoint(next) else { return nil }
            } else if let (month, length) = month(next) {
                return year(after: next + length).flatMap {
                    step(year: list[$0].value, month: month, day, isShort: list[$0].digits == 2, from: index, to: $0)
                }
            } else if list[next].kind == .word, words < 2, list[next].end - list[next].start <= 6 {
                words += 1
                if tokens.word(next) == "tháng", let month = number(next + 1, atMost: 12) {
                    return year(after: next + 2).flatMap { step(year: list[$0].value, month, day, from: index, to: $0) }
                }
            } else {
                return nil
            }
            if next > index + 4 { return nil }
            next += 1
        }
        return nil
    }

    /// `August 24, 2020`, `Aug. 24th 2020`, `Mon Aug 24 10:30:00 CEST 2020`.
    private func monthFirst(_ index: Int) -> Step? {
        var next = index + 1
        if isMark(next, ".") || isMark(next, "/") || isMark(next, "-") { next += 1 }
        guard let day = number(next, atMost: 31), !isMark(next + 1, ":"), let (month, _) = month(index) else {
            return nil
        }
        next += 1
        if isNumber(next), isMark(next + 1, ":"), isNumber(next + 2) {
            next += 3
            if isMark(next, ":"), isNumber(next + 1) { next += 2 }
            if next < list.count, list[next].kind == .word { next += 1 }
        }
        return year(after: next).flatMap {
            step(year: list[$0].value, month: month, day, isShort: list[$0].digits == 2, from: index, to: $0)
        }
    }

    /// Where the year stands after day and month: at once, or after marks and a word such as "de" or "năm".
    private func year(after start: Int) -> Int? {
        var next = start
        var words = 0
        while next < list.count, next < start + 4 {
            let token = list[next]
            switch token.kind {
            case .number:
                if token.digits == 4 { return isMark(next + 1, ":") ? nil : next }
                // `24 Aug '20` and `24-Aug-20`, but not `24 Aug 20`, which may go on with a clock.
                let isMarked = next > start && (isMark(next - 1, "'") || isMark(next - 1, "-"))
                return token.digits == 2 && isMarked && words == 0 ? next : nil
            case .word:
                words += 1
                if words > 1 || token.end - token.start > 6 { return nil }
            case .mark:
                guard isJoint(next) else { return nil }
            }
            next += 1
        }
        return nil
    }

    // MARK: Parts

    private func isNumber(_ index: Int) -> Bool { index < list.count && list[index].kind == .number }

    private func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool { isMark(index, Int(scalar.value)) }

    private func isMark(_ index: Int, _ value: Int) -> Bool {
        index >= 0 && index < list.count && list[index].kind == .mark && list[index].value == value
    }

    private func number(_ index: Int, atMost limit: Int) -> Int? {
        guard isNumber(index), list[index].digits <= 2, (1...limit).contains(list[index].value) else { return nil }
        return list[index].value
    }

    /// Whether a number goes on from one before it, as in `1.2.3.2020` and `10/12/24`.
    private func isInsideNumber(_ index: Int) -> Bool {
        guard index >= 2, list[index - 1].kind == .mark, list[index - 1].end == list[index].start,
            list[index - 2].kind == .number, list[index - 2].end == list[index - 1].start
        else { return false }
        return [".", "/", "-"].contains { isMark(index - 1, $0) }
    }

    /// What may stand between day, month and year: `.`, `-`, `/`, `,`, an apostrophe, an ordinal sign.
    private func isJoint(_ index: Int) -> Bool {
        guard index < list.count, list[index].kind == .mark else { return false }
        switch list[index].value {
        case 0x2E, 0x2D, 0x2F, 0x2C, 0x27, 0xB0: return true
        default: return false
        }
    }

    /// The month that a word names, and its length in tokens.
    private func month(_ index: Int) -> (MonthNames.Month, length: Int)? {
        guard index < list.count, list[index].kind == .word else { return nil }
        let word = tokens.word(index)
        if let month = MonthNames.month(word, language: language) { return (month, 1) }
        // The Levant's names of two words.
        switch (word, tokens.word(index + 1)) {
        case ("كانون", "الثاني"): return (.gregorian(1), 2)
        case ("كانون", "الأول"), ("كانون", "الاول"): return (.gregorian(12), 2)
        case ("تشرين", "الأول"), ("تشرين", "الاول"): return (.gregorian(10), 2)
        case ("تشرين", "الثاني"): return (.gregorian(11), 2)
        default: return nil
        }
    }

    private func step(
        year: Int, month: MonthNames.Month, _ day: Int, isShort: Bool = false, from: Int, to: Int
    ) -> Step? {
        switch month {
        case .gregorian(let number):
            let full = isShort ? 2000 + year : year
            // A name settles the calendar.
            guard full > 1900, var found = step(year: full, number, day, from: from, to: to) else { return nil }
            found.date.isShort = isShort
            return found
        case .solarHijri(let number):
            return year < 1900 ? step(year: year, number, day, from: from, to: to) : nil
        }
    }

    private func step(year: Int, _ month: Int, _ day: Int, from: Int, to: Int) -> Step? {
        guard let (year, month, day) = CalendarYears.gregorian(year: year, month: month, day: day),
            Timestamp(year: year, month: month, day: day) != nil
        else { return nil }
        let range = list[from].start..<list[to].end
        return (FoundDate(year: year, month: month, day: day, range: range), to + 1)
    }

    /// A clock within a few tokens after a date, in minutes, and what comes after it.
    private func clock(after start: Int) -> (minutes: Int, next: Int)? {
        var next = start
        while next < list.count, next < start + 4 {
            if isNumber(next) {
                guard list[next].digits <= 2, list[next].value < 24, isNumber(next + 2), list[next + 2].digits == 2,
                    list[next + 2].value < 60,
                    isMark(next + 1, ":") || isMark(next + 1, ".") || tokens.word(next + 1) == "h"
                else { return nil }
                var hour = list[next].value
                var after = next + 3
                if isMark(after, ":"), isNumber(after + 1) { after += 2 }
                let half = tokens.word(after)
                if half == "pm" || half == "p", hour < 12 { hour += 12 }
                if half == "am" || half == "a", hour == 12 { hour = 0 }
                return (min(hour, 23) * 60 + list[next + 2].value, after)
            }
            if list[next].kind == .word, list[next].end - list[next].start > 12 { return nil }
            next += 1
        }
        return nil
    }
}

/// Years that texts count otherwise.
private enum CalendarYears {
    /// The Gregorian day of a day as written; `nil` when the year is of no calendar known here.
    static func gregorian(year: Int, month: Int, day: Int) -> (Int, Int, Int)? {
        switch year {
        case 1990...2099: return (year, month, day)
        // The Buddhist era of Thailand.
        case 2533...2642: return (year - 543, month, day)
        case 1369...1450: return solarHijri(year: year, month: month, day: day)
        default: return nil
        }
    }

    /// The calendar of Iran: six months of 31 days from the March equinox, then months of 30.
    private static func solarHijri(year: Int, month: Int, day: Int) -> (Int, Int, Int)? {
        guard (1...12).contains(month), day <= (month <= 6 ? 31 : 30) else { return nil }
        // Leap years of the 33-year cycle, which holds for the years read here; 1 Farvardin 1399 was 20 March 2020.
        func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
        guard var start = Timestamp.days(year: 2020, month: 3, day: 20) else { return nil }
        var current = 1399
        while current < year {
            start += isLeap(current) ? 366 : 365
            current += 1
        }
        while current > year {
            current -= 1
            start -= isLeap(current) ? 366 : 365
        }
        let passed = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        let date = Timestamp(secondsSince1970: (start + Int64(passed + day - 1)) * 86_400, hasTime: false).civil
        return (date.year, date.month, date.day)
    }
}
