import Reports

/// Years that texts count otherwise.
enum CalendarYears {
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
