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
        for (offset, number) in candidates() {
            let index = bytes.index(bytes.startIndex, offsetBy: offset)
            let opening = Self.openings[number]
            let after = bytes[index...].dropFirst(opening.words.utf8CodeUnitCount)
            if let found = read(Substring(after.prefix(160)), opening: opening, from: index) { return found }
        }
        return nil
    }

    /// Where words stand that may open an interval, with a digit soon after, and which.
    private func candidates() -> [(offset: Int, opening: Int)] {
        var found: [(offset: Int, opening: Int)] = []
        var text = text
        text.withUTF8 { bytes in
            // Most texts name no time at all.
            guard bytes.contains(where: \.isDigit) else { return }
            var isWordStart = true
            for index in bytes.indices {
                let byte = bytes[index] | 0x20
                let isLetter = (0x61...0x7A).contains(byte)
                defer { isWordStart = !isLetter }
                guard isWordStart, byte == 0x62 || byte == 0x66 || byte == 0x69 || byte == 0x73 else { continue }
                for (number, opening) in Self.openings.enumerated()
                where ASCIISearch.starts(bytes, at: index, with: opening.words) {
                    let start = index + opening.words.utf8CodeUnitCount
                    let after = bytes[start..<min(bytes.count, start + 80)]
                    if after.contains(where: { (0x30...0x39).contains($0) }), found.count < 50 {
                        found.append((index, number))
                    }
                }
            }
        }
        return found
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
                let (alone, leftRest) = TimeReader.prefix(of: left, in: context), isEnd(leftRest),
                var start = startReading.timestamp, start.hasTime
            else { continue }
            if !startReading.hasWrittenDate, !isDayWritten { start = notLater(start) }
            context.previous = start
            guard let (endReading, endRest) = TimeReader.prefix(of: right, in: context), let end = endReading.timestamp,
                end.hasTime
            else { continue }
            // "Between 15:05 and 00:14 UTC on August 7": the day is the end's, and the start was the day before.
            if !alone.hasWrittenDate, start > end { start = start.aDayEarlier }
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

    /// Whether nothing but a day follows a time: `22:40 UTC on 14 Jan`.
    private func isEnd(_ rest: Substring) -> Bool {
        let words = rest.trimmed
        return words.isEmpty || words.hasPrefix("on ") || words.hasPrefix("(") || words.hasPrefix(",")
    }

    private func quote(from start: String.Index, to end: String.Index) -> String {
        TitleText.collapsed(String(text[start..<end]))
    }

    /// Impact is spoken of after it began.
    private func notLater(_ start: Timestamp) -> Timestamp {
        guard near.hasTime, start.secondsSince1970 > near.secondsSince1970 + 1800 else { return start }
        return start.aDayEarlier
    }

    /// Bytes on either side of the words; a text without an end is no sentence.
    private static let sentenceLimit = 1000

    private func sentence(around index: Substring.UTF8View.Index) -> Substring {
        var start = index
        var room = Self.sentenceLimit
        while start > bytes.startIndex, room > 0 {
            room -= 1
            let before = bytes.index(before: start)
            if bytes[before] == 0x0A || (bytes[before] == UInt8(ascii: ".") && bytes[start] == 0x20) { break }
            start = before
        }
        var end = index
        room = Self.sentenceLimit
        while end < bytes.endIndex, bytes[end] != 0x0A, room > 0 {
            room -= 1
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
            guard lower.contains("all time") || lower.contains("times are") || lower.contains("times in") else {
                continue
            }
            if case .rule(let rule)? = TimeZoneReader.anyZone(in: String(line)) { found = rule }
        }
        zone = .some(found)
        return found
    }

    private struct Opening {
        /// In lower case, with the blank that follows.
        var words: StaticString
        /// What stands between start and end.
        var joins: [String]
        /// Whether a start without an end is told by these words.
        var startsAlone = false
    }

    private static let openings = [
        Opening(words: "between ", joins: [" and ", " to ", " - ", " – "]),
        Opening(words: "from ", joins: [" to ", " until ", " through ", " till ", " - ", " – "]),
        Opening(words: "incident began at ", joins: [" and ended at "], startsAlone: true),
        Opening(
            words: "incident start: ", joins: ["\nIncident End: ", "\n- Incident End: ", "\n\nIncident End: "],
            startsAlone: true),
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

extension Timestamp {
    fileprivate var aDayEarlier: Timestamp {
        Timestamp(secondsSince1970: secondsSince1970 - 86_400, offsetSeconds: offsetSeconds)
    }
}
