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

    /// Day and time as one text; `nil` when neither is written.
    var written: String? {
        let text = [date, time].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// Whether the written time can be one counted from a start, told by its first letter or sign.
    var mayBeRelative: Bool {
        guard let first = (date ?? time)?.first(where: { !"[(~ ".contains($0) }) else { return false }
        return "Tt+H".contains(first)
    }

    /// The parts of the written time; `nil` when there is none that can be read.
    var parts: WrittenTime? {
        guard let written else { return nil }
        var scanner = WrittenTimeScanner(written.prefix(200))
        return scanner.scan()
    }
}

/// Turns written times into moments, one event after another.
struct TimelineAssembler {
    /// What the document says elsewhere: a day, a zone, the start of impact.
    var context = TimeContext()

    /// Events in the source's order, and what was guessed or could not be read.
    func events(from items: [TimelineItem]) -> (events: [TimelineEvent], warnings: [String]) {
        var context = context
        let evidence = Evidence(items)
        context.isDescending = evidence.isDescending
        context.zone = evidence.zone ?? context.zone
        var notes: [String] = []
        var customs = context
        customs.zone = evidence.stated ?? context.zone
        if context.dateOrder == nil, let (order, note) = DateOrder.evident(in: evidence.times, context: customs) {
            context.dateOrder = order
            if let note { notes.append(note) }
        }
        var assembly = TimelineAssembly(context: context)
        if evidence.times.contains(where: { $0.relative != nil }) { assembly.anchor(in: items) }
        for item in items {
            switch item {
            case .zone(let meaning): assembly.state(meaning)
            case .day(let written): assembly.begin(written)
            case .event(let raw): assembly.add(raw)
            }
        }
        return (assembly.events, notes + assembly.warnings)
    }

    /// What all the times together say, before any of them is read.
    private struct Evidence {
        private(set) var times: [WrittenTime] = []
        /// The zone that some rows name, when all that name one name the same, so that rows without one follow it.
        private(set) var zone: TimeZoneRule?
        /// The first zone that is stated for all.
        private(set) var stated: TimeZoneRule?
        /// Whether times mostly fall from row to row.
        private(set) var isDescending = false

        init(_ items: [TimelineItem]) {
            var falls = 0
            var rises = 0
            var previous: [Int] = []
            var zones: Set<TimeZoneNames.Meaning> = []
            for item in items {
                guard case .event(let raw) = item else {
                    if case .day(let day) = item { times.append(day) }
                    if case .zone(.rule(let rule)) = item { stated = stated ?? rule }
                    previous = []
                    continue
                }
                guard let written = raw.parts else { continue }
                times.append(written)
                if let zone = written.zone, zones.count < 3 { zones.insert(zone) }
                guard let key = Self.sortKey(written) else { continue }
                if previous.count == key.count {
                    if key.lexicographicallyPrecedes(previous) { falls += 1 }
                    if previous.lexicographicallyPrecedes(key) { rises += 1 }
                }
                previous = key
            }
            isDescending = falls > rises && falls > 1
            if zones.count == 1, case .rule(let rule)? = zones.first { zone = rule }
        }

        private static func sortKey(_ written: WrittenTime) -> [Int]? {
            if let epoch = written.epoch { return [Int(epoch)] }
            guard let hour = written.hour else { return nil }
            let clock = [hour, written.minute, written.second]
            guard let month = written.month, let day = written.day else { return clock }
            return [written.year ?? 0, month, day] + clock
        }
    }
}

/// `1 time`, `2 times`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
