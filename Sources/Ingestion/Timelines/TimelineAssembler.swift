import Reports

/// One thing a timeline's source says, in its order, with times still as written.
enum TimelineItem: Equatable {
    /// "All times are PST."
    case zone(TimeZoneNames.Meaning)
    /// A date heading; may lack its year.
    case day(WrittenTime)
    case event(RawEvent)
}

/// An event with its time as written.
struct RawEvent: Equatable {
    /// The day, where the source keeps it apart from the time.
    var date: String?
    var time: String?
    var text: String
    var actor: String?
    var phase: String?
    /// The moment, where the source gives it in machine form.
    var at: Timestamp?
}

/// Turns written times into moments, one event after another.
struct TimelineAssembler {
    /// What the document says elsewhere: a day, a zone, the start of impact.
    var context = TimeContext()

    /// Events in the source's order, and what was guessed or could not be read.
    func events(from items: [TimelineItem]) -> (events: [TimelineEvent], warnings: [String]) {
        var state = State(context: context)
        state.context.isDescending = Self.isDescending(items)
        if context.zone == nil { state.context.zone = Self.onlyZone(in: items) }
        for item in items {
            switch item {
            case .zone(let meaning): state.state(meaning)
            case .day(let written): state.begin(written)
            case .event(let raw): state.add(raw)
            }
        }
        return (state.events, state.warnings)
    }

    /// The zone that some rows name when all of them name the same, so that rows without one follow it.
    private static func onlyZone(in items: [TimelineItem]) -> TimeZoneRule? {
        var found: TimeZoneRule?
        for case .event(let raw) in items {
            guard let time = raw.time else { continue }
            var scanner = WrittenTimeScanner(time)
            guard let zone = scanner.scan()?.zone else { continue }
            guard case .rule(let rule) = zone, found == nil || found == rule else { return nil }
            found = rule
        }
        return found
    }

    /// Whether times mostly fall from row to row.
    private static func isDescending(_ items: [TimelineItem]) -> Bool {
        var falls = 0
        var rises = 0
        var previous: [Int] = []
        for item in items {
            guard case .event(let raw) = item else {
                previous = []
                continue
            }
            guard let key = sortKey(raw) else { continue }
            if previous.count == key.count {
                if key.lexicographicallyPrecedes(previous) { falls += 1 }
                if previous.lexicographicallyPrecedes(key) { rises += 1 }
            }
            previous = key
        }
        return falls > rises && falls > 1
    }

    private static func sortKey(_ raw: RawEvent) -> [Int]? {
        if let at = raw.at { return [Int(at.secondsSince1970)] }
        let text = [raw.date, raw.time].compactMap { $0 }.joined(separator: " ")
        var scanner = WrittenTimeScanner(text)
        guard let written = scanner.scan() else { return nil }
        if let epoch = written.epoch { return [Int(epoch)] }
        guard let hour = written.hour else { return nil }
        let clock = [hour, written.minute, written.second]
        guard let month = written.month, let day = written.day else { return clock }
        return [written.year ?? 0, month, day] + clock
    }

    private struct State {
        var context: TimeContext
        var events: [TimelineEvent] = []
        private var unreadable: [String] = []
        private var assumedUTC = 0
        private var ambiguous: [String: Ambiguity] = [:]
        /// The ambiguous zone stated for all times, while it holds.
        private var statedAmbiguous: String?

        private struct Ambiguity {
            var offset: Int
            var count: Int
        }

        init(context: TimeContext) {
            self.context = context
        }

        mutating func state(_ meaning: TimeZoneNames.Meaning) {
            switch meaning {
            case .rule(let rule):
                context.zone = rule
                statedAmbiguous = nil
            case .several(let name, let offsets):
                // A zone known from elsewhere settles which is meant.
                let known = context.zone.map { $0.offset(at: context.day?.secondsSince1970 ?? 0) }
                if let known, offsets.contains(known) { return }
                guard let first = offsets.first else { return }
                context.zone = .fixed(first)
                ambiguous[name] = Ambiguity(offset: first, count: 0)
                statedAmbiguous = name
            }
        }

        mutating func begin(_ written: WrittenTime) {
            let reading = TimeReader.resolve(written, in: context)
            guard let day = reading.timestamp else { return }
            context.day = Timestamp(year: day.civil.year, month: day.civil.month, day: day.civil.day)
            context.previous = nil
        }

        mutating func add(_ raw: RawEvent) {
            let at = raw.at ?? moment(raw)
            var text = raw.text
            let written = [raw.date, raw.time].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
            if at == nil, !written.isEmpty {
                unreadable.append(written)
                text = text.isEmpty ? written : "\(written): \(text)"
            }
            guard !text.isEmpty else { return }
            events.append(TimelineEvent(at: at, text: text, actor: raw.actor, phase: raw.phase))
        }

        private mutating func moment(_ raw: RawEvent) -> Timestamp? {
            let text = [raw.date, raw.time].compactMap { $0 }.joined(separator: " ")
            guard !text.isEmpty, let reading = TimeReader.reading(text, in: context) else { return nil }
            if reading.assumedUTC, reading.timestamp != nil { assumedUTC += 1 }
            guard let timestamp = reading.timestamp else { return nil }
            if timestamp.hasTime, let zone = reading.ambiguousZone ?? statedAmbiguous {
                ambiguous[zone, default: Ambiguity(offset: timestamp.offsetSeconds, count: 0)].count += 1
            }
            if timestamp.hasTime {
                context.previous = timestamp
                if context.start == nil { context.start = timestamp }
            } else {
                context.previous = nil
            }
            context.day = Timestamp(
                year: timestamp.civil.year, month: timestamp.civil.month, day: timestamp.civil.day)
            return timestamp
        }

        var warnings: [String] {
            var result: [String] = []
            if assumedUTC > 0 {
                result.append("the timeline states no time zone; \(counted(assumedUTC, "time")) read as UTC")
            }
            for (zone, found) in ambiguous.sorted(by: { $0.key < $1.key }) where found.count > 0 {
                let offset = Timestamp(secondsSince1970: 0, offsetSeconds: found.offset).description.suffix(6)
                result.append(
                    "'\(zone)' stands for several time zones; \(counted(found.count, "time")) read as UTC\(offset)")
            }
            if let first = unreadable.first {
                result.append(
                    "\(counted(unreadable.count, "time")) of the timeline can't be known and stay in the text, such as '\(first.prefix(60))'"
                )
            }
            return result
        }
    }
}

/// `1 time`, `2 times`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
