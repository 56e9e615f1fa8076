import Reports

/// What was guessed of a timeline's times, counted.
struct TimelineGuesses {
    var assumedUTC = 0
    private var unreadable = Unread()
    private var eitherOrder = Unread()
    private var ambiguous: [String: (offset: Int, count: Int)] = [:]
    private var changes: [TimeZoneRule.ClockChange: (count: Int, first: String)] = [:]
    private var fromFirst = 0
    private var first: Timestamp?

    /// Times that stay in the text: how many, and the first.
    private struct Unread {
        var count = 0
        var first = ""

        mutating func add(_ written: String) {
            if count == 0 { first = String(written.prefix(60)) }
            count += 1
        }
    }

    /// - Parameter isEitherOrder: Whether only the order of day and month keeps it from being read.
    mutating func unread(_ written: String, isEitherOrder: Bool) {
        if isEitherOrder { eitherOrder.add(written) } else { unreadable.add(written) }
    }

    mutating func ambiguous(_ zone: String, offset: Int) {
        ambiguous[zone, default: (offset, 0)].count += 1
    }

    mutating func note(_ change: TimeZoneRule.ClockChange, _ written: String) {
        changes[change, default: (0, written)].count += 1
    }

    mutating func countFromFirst(_ start: Timestamp?) {
        fromFirst += 1
        first = first ?? start
    }

    var warnings: [String] {
        var result: [String] = []
        if assumedUTC > 0 {
            result.append("the timeline states no time zone; \(counted(assumedUTC, "time")) read as UTC")
        }
        for (zone, found) in ambiguous.sorted(by: { $0.key < $1.key }) {
            let offset = Timestamp(secondsSince1970: 0, offsetSeconds: found.offset).description.suffix(6)
            result.append(
                "'\(zone)' stands for several time zones; \(counted(found.count, "time")) read as UTC\(offset)")
        }
        if let (count, first) = changes[.comesTwice] {
            result.append(
                "the clocks go back: \(counted(count, "time")) could be one of two and taken for the first, such as '\(first.prefix(60))'"
            )
        }
        if let (count, first) = changes[.isSkipped] {
            result.append(
                "the clocks go forward: \(counted(count, "time")) that no clock showed read as before the change, such as '\(first.prefix(60))'"
            )
        }
        if fromFirst > 0, let first {
            result.append(
                "\(counted(fromFirst, "relative time")) counted from the first time of the timeline, \(TimelineText.time(first))"
            )
        }
        if eitherOrder.count > 0 {
            result.append(
                "\(counted(eitherOrder.count, "date")) could be read day first or month first, and stay in the text, such as '\(eitherOrder.first)'; a zone that is stated or named with --zone tells which"
            )
        }
        if unreadable.count > 0 {
            result.append(
                "\(counted(unreadable.count, "time")) of the timeline can't be known and stay in the text, such as '\(unreadable.first)'"
            )
        }
        return result
    }
}
