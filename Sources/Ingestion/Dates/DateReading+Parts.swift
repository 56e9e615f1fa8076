import Reports

/// The parts that dates are made of.
extension DateReading {
    func isNumber(_ index: Int) -> Bool { index < list.count && list[index].kind == .number }

    func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool { isMark(index, Int(scalar.value)) }

    func isMark(_ index: Int, _ value: Int) -> Bool {
        index >= 0 && index < list.count && list[index].kind == .mark && list[index].value == value
    }

    func number(_ index: Int, atMost limit: Int) -> Int? {
        guard isNumber(index), list[index].digits <= 2, (1...limit).contains(list[index].value) else { return nil }
        return list[index].value
    }

    /// Whether a number goes on from one before it, as in `1.2.3.2020` and `10/12/24`.
    func isInsideNumber(_ index: Int) -> Bool {
        guard index >= 2, list[index - 1].kind == .mark, list[index - 1].end == list[index].start,
            list[index - 2].kind == .number, list[index - 2].end == list[index - 1].start
        else { return false }
        return [".", "/", "-"].contains { isMark(index - 1, $0) }
    }

    /// What may stand between day, month and year: `.`, `-`, `/`, `,`, an apostrophe, an ordinal sign.
    func isJoint(_ index: Int) -> Bool {
        guard index < list.count, list[index].kind == .mark else { return false }
        switch list[index].value {
        case 0x2E, 0x2D, 0x2F, 0x2C, 0x27, 0xB0: return true
        default: return false
        }
    }

    /// The month that a word names, and its length in tokens.
    func month(_ index: Int) -> (MonthNames.Month, length: Int)? {
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

    func step(
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

    func step(year: Int, _ month: Int, _ day: Int, from: Int, to: Int) -> Step? {
        guard let (year, month, day) = CalendarYears.gregorian(year: year, month: month, day: day),
            Timestamp(year: year, month: month, day: day) != nil
        else { return nil }
        let range = list[from].start..<list[to].end
        return (FoundDate(year: year, month: month, day: day, range: range), to + 1)
    }

    /// A clock within a few tokens after a date, in minutes, and what comes after it.
    func clock(after start: Int) -> (minutes: Int, next: Int)? {
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
