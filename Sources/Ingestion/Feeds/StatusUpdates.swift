import Reports

/// The updates of an incident on a status page, oldest first.
///
/// Status pages write each update as a paragraph: `Mar 26, 03:35 UTC`, then `Resolved - ` and the words; some put the
/// status first, some leave the time or the status out.
struct StatusUpdates {
    /// Oldest first; the phase is the status word in lower case.
    private(set) var events: [TimelineEvent] = []
    /// What stands before the first update; empty when nothing does.
    private(set) var preamble = ""
    /// Whether an update has both its time and its status, as status pages alone write them.
    private(set) var areCertain = false

    private let published: Timestamp?
    private let updated: Timestamp?

    /// - Parameters:
    ///   - text: The entry's content as plain text.
    ///   - published: The entry's own date, which says the year that updates leave out.
    ///   - updated: When it was changed last; no update is later.
    init(_ text: String, published: Timestamp?, updated: Timestamp?) {
        self.published = published ?? updated
        self.updated = updated
        var timed = 0
        // A time that stands in a paragraph of its own, before the update it belongs to.
        var loneTime: Timestamp?
        for paragraph in Self.paragraphs(of: text) {
            if let time = time(thatIs: paragraph) {
                if let last = events.indices.last, events[last].at == nil, events[last].text.isEmpty {
                    events[last].at = time
                } else {
                    loneTime = time
                }
            } else if var event = event(of: paragraph, isAwaited: loneTime != nil)
                ?? loneTime.map({ TimelineEvent(at: $0, text: Self.text(paragraph)) })
            {
                event.at = event.at ?? loneTime
                loneTime = nil
                events.append(event)
                if event.at != nil { timed += 1 }
                if event.at != nil, event.phase != nil { areCertain = true }
            } else if let last = events.indices.last, events[last].text.isEmpty {
                events[last].text = Self.text(paragraph)
            } else if events.isEmpty {
                preamble += (preamble.isEmpty ? "" : "\n\n") + paragraph
            } else {
                // More of the update before.
                events[events.count - 1].text += "\n\n" + paragraph
            }
        }
        // One paragraph that begins with a time is no list of updates.
        if timed == 1, events.count == 1, events[0].phase == nil { events = [] }
        if runsBackwards { events.reverse() }
    }

    /// Newest first is the rule; a text in the other order stays as it is.
    private var runsBackwards: Bool {
        let times = events.compactMap(\.at)
        if times.count > 1, let first = times.first, let last = times.last, first != last { return first > last }
        let ranks = events.compactMap { StatusWord.rank($0.phase) }
        if let first = ranks.first, let last = ranks.last, first != last { return first > last }
        return true
    }

    private static func paragraphs(of text: String) -> [Substring] {
        var borders: [Range<Int>] = []
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var next = 0
            while let lineEnd = bytes.place(of: 0x0A, from: next), lineEnd + 1 < bytes.count {
                var index = lineEnd
                next = lineEnd + 1
                guard bytes[next] == 0x0A else { continue }
                if start < index { borders.append(start..<index) }
                while index < bytes.count, bytes[index] == 0x0A { index += 1 }
                (start, next) = (index, index)
            }
            if start < bytes.count { borders.append(start..<bytes.count) }
        }
        let first = text.startIndex
        return borders.map { border in
            let start = text.utf8.index(first, offsetBy: border.lowerBound)
            return text[start..<text.utf8.index(first, offsetBy: border.upperBound)]
        }
    }

    // MARK: One update

    private func event(of paragraph: Substring, isAwaited: Bool) -> TimelineEvent? {
        guard let first = paragraph.utf8.first, Self.mayBegin(first) else { return nil }
        let line = paragraph.firstLine
        if let (at, rest) = time(atFrontOf: line) {
            let words = Self.afterMarks(rest.isEmpty ? paragraph[line.endIndex...] : paragraph[rest.startIndex...])
            if let (phase, text) = StatusWord.front(of: words) {
                return TimelineEvent(at: at, text: Self.text(text), phase: phase)
            }
            return words.isEmpty ? nil : TimelineEvent(at: at, text: Self.text(words))
        }
        guard let (phase, rest) = StatusWord.front(of: paragraph) else { return nil }
        let words = Self.afterMarks(rest)
        let head = words.firstLine
        if let (at, after) = time(atFrontOf: head) {
            let text = after.isEmpty ? words[head.endIndex...] : words[after.startIndex...]
            return TimelineEvent(at: at, text: Self.text(Self.afterMarks(text)), phase: phase)
        }
        // Under updates with times, a paragraph that only begins with such a word is a part of one.
        if let last = events.last, last.at != nil, !isAwaited { return nil }
        return TimelineEvent(text: Self.text(words), phase: phase)
    }

    /// The moment of a paragraph that is a time and nothing more.
    private func time(thatIs paragraph: Substring) -> Timestamp? {
        guard paragraph.utf8.count <= 60, let first = paragraph.utf8.first, Self.mayBegin(first),
            let (at, rest) = time(atFrontOf: paragraph), Self.afterMarks(rest).isEmpty
        else { return nil }
        return at
    }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "[")
            || byte == UInt8(ascii: "(") || byte >= 0x80
    }

    /// A time with its hour at the front of a line; `.some(nil)` for one whose moment cannot be known.
    private func time(atFrontOf line: Substring) -> (at: Timestamp?, rest: Substring)? {
        if let (clock, rest) = StatusClock.front(of: line) {
            return (clock.timestamp(near: published, notAfter: updated), rest)
        }
        // Whatever the form of a time, its hour is in digits.
        guard let first = line.utf8.first, line.utf8.withContiguousStorageIfAvailable(Self.hasDigit) ?? true,
            first.isDigit || startsWithDay(line)
        else { return nil }
        let context = TimeContext(day: published)
        guard let (reading, rest) = TimeReader.prefix(of: line, in: context), var at = reading.timestamp, at.hasTime
        else { return nil }
        if !reading.hasWrittenDate, let limit = updated ?? published, limit.hasTime,
            at.secondsSince1970 > limit.secondsSince1970 + 1800
        {
            at.secondsSince1970 -= 86_400
        }
        // The rest is a copy; the same place in the line is what can be measured on.
        let length = line.utf8.count - rest.utf8.count
        guard length > 0 else { return nil }
        return (at, line[line.utf8.index(line.startIndex, offsetBy: length)...])
    }

    private static func hasDigit(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in line[..<min(line.count, 160)] where byte.isDigit { return true }
        return false
    }

    /// Whether a line begins with the name of a weekday or month.
    private func startsWithDay(_ line: Substring) -> Bool {
        let run = line.utf8.prefix(12).prefix { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
        guard (3...10).contains(run.count) else { return false }
        let word = String(decoding: run, as: UTF8.self).lowercased()
        return FeedDates.month(word) != nil || Self.weekdays.contains(word)
    }

    private static let weekdays: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "tues", "thur", "thurs", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
    ]

    /// Dashes, colons and bars between time and words, and the line's end.
    private static func afterMarks(_ text: Substring) -> Substring {
        var bytes = text.utf8[...]
        while let byte = bytes.first {
            switch byte {
            case ...0x20, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "]"),
                UInt8(ascii: ")"), UInt8(ascii: ","):
                bytes = bytes.dropFirst()
            // En and em dash.
            case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x93]) || bytes.starts(with: [0xE2, 0x80, 0x94]):
                bytes = bytes.dropFirst(3)
            default: return Substring(bytes)
            }
        }
        return Substring(bytes)
    }

    private static func text(_ words: Substring) -> String {
        var words = words
        while words.utf8.last.map({ $0 <= 0x20 }) ?? false { words.removeLast() }
        return String(words)
    }
}
