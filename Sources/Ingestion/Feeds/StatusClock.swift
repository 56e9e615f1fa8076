import Reports

/// A day and time of day as status pages write them: `Mar 26, 03:35 UTC`, often without the year.
struct StatusClock {
    private var month = 0
    private var day = 0
    private var year: Int?
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var offset = 0

    /// Reads the front of a line, and gives what follows; an end (`03:35 - 04:10 UTC`) is passed over. `nil` for lines
    /// of another shape, which ``TimeReader`` may know.
    static func front(of line: Substring) -> (clock: StatusClock, rest: Substring)? {
        guard line.utf8.withContiguousStorageIfAvailable(mayBeDay) ?? true else { return nil }
        var words = WordScanner(line.utf8)
        var clock = StatusClock()
        let front = words.number()
        if front != nil { words.dot() }
        guard let name = words.letters(), let month = FeedDates.month(name), let day = front ?? words.number(),
            (1...31).contains(day)
        else { return nil }
        (clock.month, clock.day) = (month, day)
        words.skipMarks()
        if let year = words.number(digits: 4) { clock.year = year }
        words.skipMarks()
        guard let hour = words.number(), words.colon(), let minute = words.number() else { return nil }
        (clock.hour, clock.minute) = (hour, minute)
        if words.colon() { clock.second = words.number() ?? 0 }
        clock.readEnd(&words)
        return (clock, words.rest)
    }

    /// Whether a line begins with a number, or with a word that a number follows: most paragraphs don't.
    private static func mayBeDay(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        func skip(while isMeant: (UInt8) -> Bool) {
            while index < line.count, isMeant(line[index]) { index += 1 }
        }
        skip { $0 <= 0x20 && $0 != 0x0A }
        if index < line.count, line[index].isDigit { return true }
        skip { $0.isLetter || $0 >= 0x80 }
        if index < line.count, line[index] == UInt8(ascii: ".") { index += 1 }
        skip { $0 <= 0x20 && $0 != 0x0A }
        return index < line.count && line[index].isDigit
    }

    /// AM or PM, the end of a span, the zone.
    private mutating func readEnd(_ words: inout WordScanner) {
        var ahead = words
        for _ in 0..<3 {
            guard let word = ahead.letters() else {
                // `03:35 - 04:10 UTC`
                guard ahead.dash(), ahead.number() != nil, ahead.colon(), ahead.number() != nil else { return }
                words = ahead
                continue
            }
            if word == "pm", hour < 12 { hour += 12 }
            if word == "am", hour == 12 { hour = 0 }
            if word == "pm" || word == "am" {
                words = ahead
                continue
            }
            guard let hours = FeedDates.zones[word] else { return }
            offset = Int(hours * 3600)
            if let shift = ahead.shift() { offset = shift }
            words = ahead
            return
        }
    }

    /// The moment, in the year that brings it nearest to the entry's own date but not after the entry's last change;
    /// `nil` without year and date, and for a day that the calendar lacks.
    func timestamp(near reference: Timestamp?, notAfter last: Timestamp?) -> Timestamp? {
        guard let reference else { return year.flatMap { moment(in: $0) } }
        if let year { return moment(in: year) }
        let near = reference.civil.year
        let moments = [near, near - 1, near + 1].compactMap { moment(in: $0) }
        let limit = max(reference, last ?? reference).secondsSince1970 + 2 * 86_400
        let past = moments.filter { $0.secondsSince1970 <= limit }
        return (past.isEmpty ? moments : past).min {
            abs($0.secondsSince1970 - reference.secondsSince1970)
                < abs($1.secondsSince1970 - reference.secondsSince1970)
        }
    }

    private func moment(in year: Int) -> Timestamp? {
        Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
    }
}

/// Takes words and numbers off the front of a line.
private struct WordScanner {
    private var bytes: Substring.UTF8View

    init(_ bytes: Substring.UTF8View) {
        self.bytes = bytes
        skipBlanks()
    }

    var rest: Substring { Substring(bytes) }

    /// A run of letters in lower case.
    mutating func letters() -> String? {
        let run = bytes.prefix { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
        guard let first = run.first, first != 0xE2, run.count <= 24 else { return nil }
        bytes = bytes[run.endIndex...]
        if bytes.first == UInt8(ascii: ".") { bytes = bytes.dropFirst() }
        skipBlanks()
        return String(decoding: run, as: UTF8.self).lowercased()
    }

    /// A number of one or two digits, or of exactly `digits`.
    mutating func number(digits: Int? = nil) -> Int? {
        let run = bytes.prefix { (0x30...0x39).contains($0) }
        guard digits.map({ run.count == $0 }) ?? (1...2).contains(run.count) else { return nil }
        bytes = bytes[run.endIndex...]
        if bytes.first != UInt8(ascii: ":") { skipBlanks() }
        return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// After the number of a day.
    mutating func dot() {
        if bytes.first == UInt8(ascii: ".") { bytes = bytes.dropFirst() }
        skipBlanks()
    }

    mutating func colon() -> Bool {
        guard bytes.first == UInt8(ascii: ":") else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    mutating func dash() -> Bool {
        if bytes.first == UInt8(ascii: "-") {
            bytes = bytes.dropFirst()
        } else if bytes.starts(with: [0xE2, 0x80, 0x93]) || bytes.starts(with: [0xE2, 0x80, 0x94]) {
            bytes = bytes.dropFirst(3)
        } else {
            return false
        }
        skipBlanks()
        return true
    }

    /// `+2`, `-8`, `+0530` or `+05:30` after a zone, in seconds.
    mutating func shift() -> Int? {
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        var ahead = self
        ahead.bytes = ahead.bytes.dropFirst()
        var hours = 0
        var minutes = 0
        if let packed = ahead.number(digits: 4) {
            (hours, minutes) = (packed / 100, packed % 100)
        } else if let whole = ahead.number() {
            hours = whole
            if ahead.colon() { minutes = ahead.number() ?? 0 }
        } else {
            return nil
        }
        guard hours <= 14, minutes < 60 else { return nil }
        self = ahead
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// Commas, and "at" between day and time.
    mutating func skipMarks() {
        while let byte = bytes.first, byte == UInt8(ascii: ",") || byte <= 0x20 { bytes = bytes.dropFirst() }
        if bytes.starts(with: "at ".utf8) { bytes = bytes.dropFirst(3) }
        if bytes.starts(with: "- ".utf8) { bytes = bytes.dropFirst(2) }
    }

    private mutating func skipBlanks() {
        while let byte = bytes.first, byte <= 0x20, byte != 0x0A { bytes = bytes.dropFirst() }
    }
}
