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
        var reading = DateReading(tokens: DateTokens(text), language: language, readsPacked: readsPacked)
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
