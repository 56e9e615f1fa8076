import Reports

/// The updates of a status-page incident, oldest first.
///
/// Status pages write each update as a paragraph: `Mar 26, 03:35 UTC`, then `Resolved - ` and the words.
struct StatusUpdates {
    /// Oldest first; the phase is the status word in lower case.
    private(set) var events: [TimelineEvent] = []

    /// - Parameters:
    ///   - text: The entry's content as plain text.
    ///   - reference: The entry's own date, which says the year that updates leave out.
    init(_ text: String, reference: Timestamp?) {
        for paragraph in text.split(separator: "\n\n", omittingEmptySubsequences: true) {
            let lines = paragraph.split(separator: "\n", maxSplits: 1)
            guard let first = lines.first else { continue }
            if lines.count == 2, let clock = StatusClock(first), let update = Self.update(lines[1]) {
                events.append(
                    TimelineEvent(at: clock.timestamp(near: reference), text: update.text, phase: update.phase))
            } else if let update = Self.update(first), events.isEmpty || Self.isStatus(update.phase), lines.count == 1 {
                events.append(TimelineEvent(text: update.text, phase: update.phase))
            } else if !events.isEmpty {
                // More of the update before.
                events[events.count - 1].text += "\n\n" + paragraph
            }
        }
        let times = events.compactMap(\.at)
        // Newest first is the rule; a feed in the other order stays as it is.
        if let first = times.first, let last = times.last, first >= last || times.count < 2 { events.reverse() }
    }

    /// The stamps that follow from the updates, each with where it came from.
    var stamps: [StampName: Stamp] {
        var stamps: [StampName: Stamp] = [:]
        if let first = events.first, first.phase == "investigating" || first.phase == "identified", let at = first.at {
            stamps[.declared] = Stamp(at: at, from: "first update")
        }
        if let end = events.last(where: { $0.phase == "resolved" })?.at {
            stamps[.resolved] = Stamp(at: end, from: "Resolved update")
        }
        return stamps
    }

    /// `Resolved - words` split at the dash; `nil` when the line does not begin with a status.
    private static func update(_ line: Substring) -> (phase: String, text: String)? {
        for separator in [" - ", " – ", " — ", ": ", " -"] {
            guard let range = line.firstRange(of: separator) else { continue }
            let word = line[..<range.lowerBound].lowercased()
            guard isStatus(word) else { continue }
            return (word, String(line[range.upperBound...].drop { $0.isWhitespace }))
        }
        return nil
    }

    private static func isStatus(_ word: String) -> Bool {
        statuses.contains(word)
    }

    private static let statuses: Set<String> = [
        "investigating", "identified", "monitoring", "resolved", "update", "updated", "postmortem", "scheduled",
        "in progress", "verifying", "completed", "cancelled", "canceled", "mitigated", "recovering", "detected",
    ]
}

/// A day and time of day without a year: `Mar 26, 03:35 UTC`.
private struct StatusClock {
    private var month: Int
    private var day: Int
    private var year: Int?
    private var hour: Int
    private var minute: Int
    private var offset = 0

    /// Reads the start of a line; an end (`03:35 - 04:10 UTC`) is passed over. `nil` for other lines.
    init?(_ line: Substring) {
        var words = line.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "–" }[...]
        guard words.count >= 3, words.count <= 10, let month = FeedDates.month(words.removeFirst().lowercased()),
            let day = Int(words.removeFirst()), (1...31).contains(day)
        else { return nil }
        self.month = month
        self.day = day
        if let word = words.first, word.utf8.count == 4, let value = Int(word) {
            year = value
            words.removeFirst()
        }
        let clock = words.popFirst()?.split(separator: ":") ?? []
        guard clock.count >= 2, let hour = Int(clock[0]), let minute = Int(clock[1].prefix(2)) else { return nil }
        self.hour = hour
        self.minute = minute
        for word in words {
            let word = word.lowercased()
            if word == "pm", hour < 12 { self.hour += 12 }
            if word == "am", hour == 12 { self.hour = 0 }
            if let hours = FeedDates.zones[word] { offset = Int(hours * 3600) }
        }
    }

    /// The moment in the year that brings it nearest to `reference`; `nil` without year and reference.
    func timestamp(near reference: Timestamp?) -> Timestamp? {
        let years: [Int]
        if let year {
            years = [year]
        } else if let reference {
            let near = reference.civil.year
            years = [near, near - 1, near + 1]
        } else {
            return nil
        }
        let moments = years.compactMap {
            Timestamp(year: $0, month: month, day: day, hour: hour, minute: minute, offsetSeconds: offset)
        }
        guard let reference else { return moments.first }
        return moments.min { distance($0, reference) < distance($1, reference) }
    }

    private func distance(_ left: Timestamp, _ right: Timestamp) -> Int64 {
        abs(left.secondsSince1970 - right.secondsSince1970)
    }
}
