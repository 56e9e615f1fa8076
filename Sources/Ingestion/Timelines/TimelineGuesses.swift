import Reports

/// What was guessed of a timeline's times, counted.
struct TimelineGuesses {
    var assumedUTC = 0
    var unreadable: [String] = []
    private var ambiguous: [String: (offset: Int, count: Int)] = [:]
    private var changes: [TimeZoneRule.ClockChange: (count: Int, first: String)] = [:]
    private var fromFirst = 0
    private var first: Timestamp?

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
        if let first = unreadable.first {
            result.append(
                "\(counted(unreadable.count, "time")) of the timeline can't be known and stay in the text, such as '\(first.prefix(60))'"
            )
        }
        return result
    }
}
