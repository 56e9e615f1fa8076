import Reports

/// From when to when there was impact, where prose says so: `between 14:02 and 15:10 UTC`, `from 10:00 to 11:30 PDT`,
/// `Incident began at … and ended at …`.
struct StatedInterval {
    var start: Timestamp
    /// `nil` when only the start is stated.
    var end: Timestamp?
    var isEstimate = false
    /// The words that state it.
    var quote: String

    /// The first interval in the first text that states one.
    ///
    /// - Parameter near: A moment of the incident, for the day that times of day leave out: impact began at most a day
    ///   before it.
    static func first(in texts: [String], near: Timestamp) -> StatedInterval? {
        for text in texts {
            var reader = IntervalReader(text, near: near)
            if let found = reader.first() { return found }
        }
        return nil
    }
}

/// Looks through one text for an interval.
private struct IntervalReader {
    private let text: String
    private let near: Timestamp
    private let bytes: Substring.UTF8View
    private var zone: TimeZoneRule??

    init(_ text: String, near: Timestamp) {
        self.text = text
        self.near = near
        bytes = text[...].utf8
    }

    mutating func first() -> StatedInterval? {
        var index = bytes.startIndex
        var isWordStart = true
        while index < bytes.endIndex {
            let byte = bytes[index] | 0x20
            let isLetter = (0x61...0x7A).contains(byte)
            if isWordStart, isLetter, let found = interval(at: index, first: byte) { return found }
            isWordStart = !isLetter
            index = bytes.index(after: index)
        }
        return nil
    }

    /// An interval that begins with a word at `index`.
    private mutating func interval(at index: Substring.UTF8View.Index, first: UInt8) -> StatedInterval? {
        guard [UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "s"), UInt8(ascii: "i")].contains(first) else {
            return nil
        }
        let rest = bytes[index...]
        for opening in Self.openings where Self.starts(rest, with: opening.words) {
            let after = rest.dropFirst(opening.words.utf8.count)
            // Times stand right after these words, but for "approximately", "about" or a weekday.
            guard after.prefix(80).contains(where: { (0x30...0x39).contains($0) }) else { continue }
            if let found = read(Substring(after.prefix(160)), opening: opening, from: index) { return found }
        }
        return nil
    }

    private mutating func read(
        _ text: Substring, opening: Opening, from index: Substring.UTF8View.Index
    ) -> StatedInterval? {
        let sentence = sentence(around: index)
        if Self.isPlan(sentence) { return nil }
        var context = TimeContext(zone: statedZone(), day: WrittenDay.first(in: String(sentence)) ?? near)
        let isDayWritten = context.day != near
        for join in opening.joins {
            guard let range = text.firstRange(of: join) else { continue }
            let (left, right) = (text[..<range.lowerBound], text[range.upperBound...])
            guard left.utf8.count <= 60 else { continue }
            // The end's zone holds for the start as well; a span tells the reader so.
            guard let (startReading, _) = TimeReader.prefix(of: "\(left) to \(right)", in: context),
                TimeReader.reading(String(left), in: context) != nil,
                var start = startReading.timestamp, start.hasTime
            else { continue }
            if !startReading.hasWrittenDate, !isDayWritten { start = notLater(start) }
            context.previous = start
            guard let (endReading, endRest) = TimeReader.prefix(of: right, in: context), let end = endReading.timestamp,
                end.hasTime
            else { continue }
            let length = right.utf8.count - endRest.utf8.count
            let last = text.utf8.index(range.upperBound, offsetBy: max(0, min(length, right.utf8.count)))
            return StatedInterval(
                start: start, end: end, isEstimate: startReading.isEstimate || endReading.isEstimate,
                quote: quote(from: index, to: last))
        }
        guard opening.startsAlone, let (reading, rest) = TimeReader.prefix(of: text, in: context),
            var start = reading.timestamp, start.hasTime
        else { return nil }
        if !reading.hasWrittenDate, !isDayWritten { start = notLater(start) }
        let last = text.utf8.index(text.startIndex, offsetBy: text.utf8.count - rest.utf8.count)
        return StatedInterval(start: start, isEstimate: reading.isEstimate, quote: quote(from: index, to: last))
    }

    private func quote(from start: String.Index, to end: String.Index) -> String {
        TitleText.collapsed(String(text[start..<end]))
    }

    /// Impact is spoken of after it began.
    private func notLater(_ start: Timestamp) -> Timestamp {
        guard near.hasTime, start.secondsSince1970 > near.secondsSince1970 + 1800 else { return start }
        return Timestamp(secondsSince1970: start.secondsSince1970 - 86_400, offsetSeconds: start.offsetSeconds)
    }

    private func sentence(around index: Substring.UTF8View.Index) -> Substring {
        var start = index
        while start > bytes.startIndex {
            let before = bytes.index(before: start)
            if bytes[before] == 0x0A || (bytes[before] == UInt8(ascii: ".") && bytes[start] == 0x20) { break }
            start = before
        }
        var end = index
        while end < bytes.endIndex, bytes[end] != 0x0A {
            let next = bytes.index(after: end)
            if bytes[end] == UInt8(ascii: "."), next == bytes.endIndex || bytes[next] == 0x20 { break }
            end = next
        }
        return Substring(bytes[start..<end])
    }

    /// Work that lies ahead is no impact.
    private static func isPlan(_ sentence: Substring) -> Bool {
        let lower = sentence.lowercased()
        return lower.contains(" will ") || lower.contains("scheduled") || lower.contains("maintenance")
            || lower.contains("we'll")
    }

    /// The zone that the text gives to all its times.
    private mutating func statedZone() -> TimeZoneRule? {
        if let zone { return zone }
        var found: TimeZoneRule?
        for line in text.split(separator: "\n").prefix(200) where found == nil {
            let lower = line.lowercased()
            guard lower.contains("all time") || lower.contains("times are") || lower.contains("times in") else { continue }
            if case .rule(let rule)? = TimeZoneReader.anyZone(in: String(line)) { found = rule }
        }
        zone = .some(found)
        return found
    }

    private static func starts(_ bytes: Substring.UTF8View, with words: String) -> Bool {
        var index = bytes.startIndex
        for letter in words.utf8 {
            guard index < bytes.endIndex, bytes[index] == letter || bytes[index] | 0x20 == letter else { return false }
            index = bytes.index(after: index)
        }
        return true
    }

    private struct Opening {
        /// In lower case, with the blank that follows.
        var words: String
        /// What stands between start and end.
        var joins: [String]
        /// Whether a start without an end is told by these words.
        var startsAlone = false
    }

    private static let openings = [
        Opening(words: "between ", joins: [" and ", " to ", " - ", " – "]),
        Opening(words: "from ", joins: [" to ", " until ", " through ", " till ", " - ", " – "]),
        Opening(words: "incident began at ", joins: [" and ended at "], startsAlone: true),
        Opening(words: "incident start: ", joins: ["\nIncident End: ", "\n- Incident End: ", "\n\nIncident End: "], startsAlone: true),
        Opening(words: "impact began at ", joins: [" and ended at "], startsAlone: true),
        Opening(words: "impact started at ", joins: [" and ended at "], startsAlone: true),
        Opening(words: "issue began at ", joins: [" and ended at "], startsAlone: true),
        Opening(words: "issue started at ", joins: [" and ended at "], startsAlone: true),
        Opening(words: "starting at ", joins: [" until ", " to "], startsAlone: true),
        Opening(words: "beginning at ", joins: [" until ", " to "], startsAlone: true),
        Opening(words: "starting around ", joins: [" until ", " to "], startsAlone: true),
        Opening(words: "beginning around ", joins: [" until ", " to "], startsAlone: true),
    ]
}
