import Reports

/// Finds days that a text names whole, with their year.
enum WrittenDay {
    /// The first day in a text: `Prow outage of May 30th, 2019`, `2026-03-11-booking.csv`; `nil` when it names none.
    static func first(in text: String) -> Timestamp? {
        let scanner = TimeScanner(text.prefix(4_000))
        var index = 0
        var wasWord = false
        while index < scanner.bytes.count {
            let byte = scanner.bytes[index]
            let isWord = byte.isDigit || byte.isLetter
            if isWord, !wasWord, let day = day(at: index, in: scanner) { return day }
            wasWord = isWord
            index += 1
        }
        return nil
    }

    /// The year that brings a month and day nearest to another day.
    static func nearest(month: Int, day: Int, to near: Timestamp) -> Timestamp? {
        let year = near.civil.year
        return [year, year - 1, year + 1].compactMap { Timestamp(year: $0, month: month, day: day) }
            .min { abs($0.secondsSince1970 - near.secondsSince1970) < abs($1.secondsSince1970 - near.secondsSince1970) }
    }

    private static func day(at index: Int, in scanner: TimeScanner) -> Timestamp? {
        var front = scanner
        front.position = index
        var written = WrittenTimeScanner(scanner: front)
        guard let time = written.scan(), let year = time.year, let month = time.month, let day = time.day else {
            return nil
        }
        return Timestamp(year: year, month: month, day: day)
    }
}
