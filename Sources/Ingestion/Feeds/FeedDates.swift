import Reports

/// Reads the dates of feeds and pages: ISO 8601 and RFC 3339, RFC 822, C's `asctime`, and dates with a month's name.
///
/// ```swift
/// FeedDates.read("Thu, 01 Jan 2004 19:48:21 EST")?.description  // "2004-01-01T19:48:21-05:00"
/// FeedDates.read("November 18, 2019")?.description              // "2019-11-18"
/// ```
///
/// A date of digits alone whose day and month could be swapped, such as `02/03/2004`, is not guessed at.
enum FeedDates {
    /// The moment `text` names; `nil` when it names none. A time without a zone is read as UTC.
    static func read(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 120 else { return nil }
        let trimmed = text.trimmed
        if let stamp = MailDate.read(trimmed) ?? Timestamp(trimmed) { return plausible(stamp) }
        var parts = DateParts(trimmed)
        parts.read()
        return parts.timestamp.flatMap(plausible)
    }

    /// The web is younger than 1990; a date before is a placeholder such as the start of the epoch.
    private static func plausible(_ stamp: Timestamp) -> Timestamp? {
        (1990...2100).contains(stamp.civil.year) ? stamp : nil
    }

    /// The number of a month by its name in lower case; `nil` for other words.
    static func month(_ word: String) -> Int? { MonthName.number(word) }

    /// Hours east of UTC of the zones of RFC 822 and their everyday relatives.
    static let zones: [String: Double] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
        "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    ]
}

/// The pieces of a written date, as they are found from left to right.
private struct DateParts {
    private var tokens: [Token] = []
    private var year: Int?
    private var month: Int?
    private var monthMayBeWeekday = false
    private var day: Int?
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var offset: Int?
    private var loose: [Int] = []

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    init(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.first {
            if (0x30...0x39).contains(byte) {
                let digits = bytes.prefix { (0x30...0x39).contains($0) }
                bytes = bytes.dropFirst(digits.count)
                guard digits.count <= 14 else { continue }
                tokens.append(.number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: digits.count))
            } else if Self.isLetter(byte) {
                let letters = bytes.prefix { Self.isLetter($0) }
                bytes = bytes.dropFirst(letters.count)
                tokens.append(.word(String(decoding: letters, as: UTF8.self).lowercased()))
            } else {
                bytes = bytes.dropFirst()
                if byte > 0x20 { tokens.append(.sign(byte)) }
            }
        }
    }

    /// Letters of all scripts; `2024年3月5日` has words between its numbers.
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    var timestamp: Timestamp? {
        guard let year, let month, let day else { return nil }
        let fullYear = year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year
        guard let clock else { return Timestamp(year: fullYear, month: month, day: day) }
        return Timestamp(
            year: fullYear, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
            offsetSeconds: offset ?? 0)
    }

    mutating func read() {
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .number(let value, let digits):
                if isSign(index + 1, ":"), let length = readClock(index) {
                    index += length
                    continue
                }
                readNumber(value, digits: digits, at: index)
            case .word(let word): readWord(word)
            case .sign(let sign):
                if clock != nil, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let length = readOffset(index)
                {
                    index += length
                    continue
                }
            }
            index += 1
        }
        settle()
    }

    private func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
        index < tokens.count && tokens[index] == .sign(UInt8(ascii: sign))
    }

    private func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard index < tokens.count, case .number(let value, let digits) = tokens[index] else { return nil }
        return (value, digits)
    }

    /// `19:48` or `19:48:21`, fractions dropped; gives the number of tokens.
    private mutating func readClock(_ index: Int) -> Int? {
        guard clock == nil, let hour = number(index), let minute = number(index + 2) else { return nil }
        var length = 3
        var second = 0
        if isSign(index + 3, ":"), let value = number(index + 4) {
            second = value.value
            length = 5
            if isSign(index + 5, "."), number(index + 6) != nil { length = 7 }
        }
        clock = (hour.value, minute.value, second)
        return length
    }

    /// `+0100`, `-05:00` or `+1`; gives the number of tokens.
    private mutating func readOffset(_ index: Int) -> Int? {
        guard let hours = number(index + 1) else { return nil }
        let sign = isSign(index, "-") ? -1 : 1
        if hours.digits >= 3 {
            offset = sign * (hours.value / 100 * 3600 + hours.value % 100 * 60)
            return 2
        }
        let minutes = isSign(index + 2, ":") ? number(index + 3)?.value : nil
        offset = sign * (hours.value * 3600 + (minutes ?? 0) * 60)
        return minutes == nil ? 2 : 4
    }

    private mutating func readWord(_ word: String) {
        if month == nil || monthMayBeWeekday, let value = FeedDates.month(word) {
            month = value
            // French and Spanish Tuesdays: `mar. 05 avr. 2024`.
            monthMayBeWeekday = word == "mar" && loose.isEmpty && year == nil
        } else if word == "pm" || word == "am", let time = clock, time.hour <= 12 {
            clock = (time.hour % 12 + (word == "pm" ? 12 : 0), time.minute, time.second)
        } else if clock != nil, offset == nil, let hours = FeedDates.zones[word] {
            offset = Int(hours * 3600)
        }
    }

    private mutating func readNumber(_ value: Int, digits: Int, at index: Int) {
        if digits == 4, year == nil {
            year = value
            // Year first: month and day follow in that order.
            if month == nil, loose.isEmpty, let next = number(index + 2), let last = number(index + 4),
                next.digits <= 2,
                last.digits <= 2
            {
                loose = []
                month = next.value
            }
        } else if digits == 8, year == nil {
            (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        } else if digits <= 2 {
            loose.append(value)
        }
    }

    /// Gives the numbers left over their meaning.
    private mutating func settle() {
        if let month, year != nil, loose.count == 2, loose[0] == month, day == nil { loose.removeFirst() }
        if month == nil, loose.count >= 2, year != nil {
            // A number above 12 can only be the day.
            if loose[0] > 12, loose[1] <= 12 {
                (day, month) = (loose[0], loose[1])
            } else if loose[1] > 12, loose[0] <= 12 {
                (month, day) = (loose[0], loose[1])
            }
            return
        }
        if day == nil, let first = loose.first {
            day = first
            if year == nil, loose.count == 2 { year = loose[1] }
        }
    }
}
