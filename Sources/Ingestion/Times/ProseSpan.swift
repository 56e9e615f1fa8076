import Reports

/// Finds from when to when an incident lasted where prose says so: "between 14:02 and 15:10 UTC, requests failed".
struct ProseSpan: Equatable {
    /// `nil`, as is `end`, when the day is not stated.
    var start: Timestamp?
    var end: Timestamp?
    /// From start to end; of two times without a day less than a day.
    var seconds: Int
    var isEstimate: Bool
    /// The words that state it.
    var quote: String

    /// The first span beside words of harm; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - context: The zone and the day of times that name none.
    ///   - published: Supplies the year of a day that leaves it out.
    static func first(in text: String, context: TimeContext, published: Timestamp?) -> ProseSpan? {
        let scanner = TimeScanner(text)
        var tried = 0
        var index = 0
        while index < scanner.bytes.count {
            // Only the two words that open a span, at the start of a word, need a closer look.
            if let length = opening(scanner, at: index) {
                tried += 1
                if tried > 200 { return nil }
                if let span = span(scanner, from: index, after: length, context, published) { return span }
            }
            index += 1
        }
        return nil
    }

    /// The length of "between " or "from " when it stands here with a number soon after it.
    private static func opening(_ scanner: TimeScanner, at index: Int) -> Int? {
        let bytes = scanner.bytes
        guard bytes[index] | 0x20 == UInt8(ascii: "b") || bytes[index] | 0x20 == UInt8(ascii: "f"),
            index == 0 || !bytes[index - 1].isLetter
        else { return nil }
        for word in openings where index + word.count < bytes.count {
            guard zip(word, bytes[index...]).allSatisfy({ $0 == $1 | 0x20 }) else { continue }
            let start = index + word.count
            return bytes[start..<min(start + 24, bytes.count)].contains(where: \.isDigit) ? word.count : nil
        }
        return nil
    }

    private static let openings = ["between ", "from "].map { Array($0.utf8) }

    /// The last day named before a span in its paragraph.
    private static func day(before index: Int, in scanner: TimeScanner, _ published: Timestamp?) -> Timestamp? {
        var start = index
        while start > 0, index - start < 600, scanner.bytes[start - 1] != 0x0A { start -= 1 }
        var found: Timestamp?
        while start < index {
            let isStart = start == 0 || !(scanner.bytes[start - 1].isLetter || scanner.bytes[start - 1].isDigit)
            if isStart, scanner.bytes[start].isLetter || scanner.bytes[start].isDigit {
                var front = scanner
                front.position = start
                var written = WrittenTimeScanner(scanner: front)
                if let time = written.scan(), time.hasDate, !time.hasTime, written.scanner.position <= index {
                    found = TimeReader.resolve(time, in: TimeContext(day: published)).timestamp ?? found
                    start = max(start, written.scanner.position - 1)
                }
            }
            start += 1
        }
        return found
    }

    private static func span(
        _ scanner: TimeScanner, from index: Int, after length: Int, _ context: TimeContext, _ published: Timestamp?
    ) -> ProseSpan? {
        var front = scanner
        front.position = index + length
        var first = WrittenTimeScanner(scanner: front)
        guard var start = first.scan(), start.hasTime else { return nil }
        first.scanner.skipSpaces()
        guard first.scanner.skipDash() || first.scanner.skipWord(["and", "to", "until", "till", "through"]) else {
            return nil
        }
        first.scanner.skipSpaces()
        var second = WrittenTimeScanner(scanner: first.scanner)
        guard var end = second.scan(), end.hasTime, isHarm(scanner.bytes, from: index, to: second.scanner.position)
        else {
            return nil
        }
        start.takeHalfOfDay(from: end)
        share(&start, &end)
        var context = context
        if start.hasDate, start.year == nil { context.day = context.day ?? published }
        if !start.hasDate { context.day = day(before: index, in: scanner, published) ?? context.day }
        if !start.hasDate, context.day == nil {
            // "… between 23:30 and 00:15 UTC in the night of 2024-03-03".
            let rest = scanner.bytes[second.scanner.position...].prefix(60).prefix { $0 != 0x0A }
            context.day = WrittenDay.first(in: String(decoding: rest, as: UTF8.self))
        }
        let from = TimeReader.resolve(start, in: context)
        context.previous = from.timestamp
        let to = TimeReader.resolve(end, in: context)
        let quote = String(decoding: scanner.bytes[index..<second.scanner.position], as: UTF8.self)
        let isEstimate =
            from.isEstimate || to.isEstimate || from.assumedUTC || from.ambiguousZone != nil || to.ambiguousZone != nil
        if let at = from.timestamp, var until = to.timestamp, at.hasTime, until.hasTime {
            // Past midnight.
            if until < at, !end.hasDate { until.secondsSince1970 += 86_400 }
            let seconds = until.secondsSince1970 - at.secondsSince1970
            guard (1...60 * 86_400).contains(seconds) else { return nil }
            return ProseSpan(start: at, end: until, seconds: Int(seconds), isEstimate: isEstimate, quote: quote)
        }
        guard !start.hasDate, !end.hasDate, start.zone == end.zone else { return nil }
        let clocks = [start, end].map { ($0.hour ?? 0) * 3600 + $0.minute * 60 + $0.second }
        let seconds = (clocks[1] - clocks[0] + 86_400) % 86_400
        return ProseSpan(seconds: seconds, isEstimate: isEstimate, quote: quote)
    }

    /// The zone and the day that one end names hold for the other.
    private static func share(_ start: inout WrittenTime, _ end: inout WrittenTime) {
        if start.zone == nil { (start.zone, start.zoneName) = (end.zone, end.zoneName) }
        if end.zone == nil { (end.zone, end.zoneName) = (start.zone, start.zoneName) }
        if !start.hasDate, end.hasDate {
            (start.year, start.month, start.day, start.numeric) = (end.year, end.month, end.day, end.numeric)
        } else if start.hasDate, end.hasDate, start.year == nil {
            start.year = end.year
        } else if start.hasDate, !end.hasDate {
            (end.year, end.month, end.day, end.numeric) = (start.year, start.month, start.day, start.numeric)
            // Past midnight the day is another one, and whoever resolves it must be free to move it.
            let clocks = [start, end].map { ($0.hour ?? 0) * 60 + $0.minute }
            if clocks[1] < clocks[0] { (end.year, end.month, end.day, end.numeric) = (nil, nil, nil, nil) }
        }
    }

    /// Words of harm around a span, in the same paragraph: opening hours and maintenance windows have none.
    private static func isHarm(_ bytes: [UInt8], from: Int, to: Int) -> Bool {
        var low = from
        while low > 0, from - low < 240, bytes[low - 1] != 0x0A { low -= 1 }
        var high = to
        while high < bytes.count, high - to < 240, bytes[high] != 0x0A { high += 1 }
        let words = Set(
            String(decoding: bytes[low..<high], as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init))
        return !words.isDisjoint(with: harm) && words.isDisjoint(with: plans)
    }

    private static let harm: Set<String> = [
        "outage", "incident", "unavailable", "unavailability", "downtime", "down", "degraded", "degradation", "impact",
        "impacted", "affected", "errors", "error", "failed", "failing", "failures", "failure", "fail", "disruption",
        "disrupted", "interruption", "interrupted", "unable", "inaccessible", "unreachable", "offline", "latency",
        "slow", "slowed", "timeouts", "elevated", "dropped", "lost", "delayed", "delays", "experienced", "rejected",
        "crashed", "crashing", "stopped", "broken", "unresponsive", "intermittent", "partial", "loss", "stale",
    ]
    private static let plans: Set<String> = ["maintenance", "scheduled", "planned", "window", "hours"]
}
