import Reports

/// A timeline in the making: what is known so far, and what had to be guessed.
struct TimelineAssembly {
    private(set) var events: [TimelineEvent] = []
    private var context: TimeContext
    private var guesses = TimelineGuesses()
    /// The ambiguous zone stated for all times, while it holds.
    private var statedAmbiguous: String?
    /// Whether relative times count from a start that somebody states, and not from the first event.
    private var hasStatedStart: Bool

    init(context: TimeContext) {
        self.context = context
        hasStatedStart = context.start != nil
    }

    var warnings: [String] { guesses.warnings }

    // MARK: Statements

    mutating func state(_ meaning: TimeZoneNames.Meaning) {
        switch meaning {
        case .rule(let rule):
            context.zone = rule
            statedAmbiguous = nil
        case .several(let name, let offsets):
            // A zone known from elsewhere settles which is meant.
            let near = context.day?.secondsSince1970 ?? 0
            let known = context.zone.map { zone in [near, near + 182 * 86_400].map { zone.offset(at: $0) } } ?? []
            if known.contains(where: offsets.contains) { return }
            guard let first = offsets.first else { return }
            context.zone = .fixed(first)
            statedAmbiguous = TimeZoneNames.isUsuallyClear(name) ? nil : name
        }
    }

    mutating func begin(_ written: WrittenTime) {
        let reading = TimeReader.resolve(written, in: context)
        guard let day = reading.timestamp else { return }
        context.day = Timestamp(year: day.civil.year, month: day.civil.month, day: day.civil.day)
        context.previous = nil
    }

    /// Finds the start that a row states, `T0: 14:02 UTC – deploy`, so that rows before it count from it too.
    mutating func anchor(in items: [TimelineItem]) {
        guard context.start == nil else { return }
        var ahead = self
        for item in items {
            switch item {
            case .zone(let meaning): ahead.state(meaning)
            case .day(let written): ahead.begin(written)
            case .event(let raw):
                guard let relative = raw.parts?.relative else {
                    if let at = ahead.reading(raw)?.timestamp, at.hasTime { ahead.context.previous = at }
                    continue
                }
                guard let (at, _) = ahead.inner(raw) else { continue }
                context.start = Timestamp(
                    secondsSince1970: at.secondsSince1970 - Int64(relative), offsetSeconds: at.offsetSeconds)
                hasStatedStart = true
                return
            }
        }
    }

    /// The time that the text of a relative event begins with, and the rest of the text.
    private func inner(_ raw: RawEvent) -> (at: Timestamp, text: String)? {
        let text = raw.text.drop { "(=: ".contains($0) }
        guard let (reading, rest) = TimeReader.prefix(of: text, in: context), let at = reading.timestamp, at.hasTime,
            !reading.isRelative
        else { return nil }
        return (at, String(rest.drop { ") –—-:,".contains($0) }))
    }

    // MARK: Events

    mutating func add(_ raw: RawEvent) {
        var raw = raw
        if raw.at == nil, raw.mayBeRelative, raw.parts?.relative != nil, let (at, text) = inner(raw) {
            (raw.at, raw.text) = (at, text)
            remember(at)
        }
        let at = (raw.at ?? moment(raw)).flatMap { $0.isWritable ? $0 : nil }
        var text = raw.text
        if at == nil, let written = raw.written {
            guesses.unread(written, isEitherOrder: raw.parts?.numeric != nil)
            text = text.isEmpty ? written : "\(written): \(text)"
        }
        guard !text.isEmpty else { return }
        events.append(TimelineEvent(at: at, text: text, actor: raw.actor, phase: raw.phase))
    }

    private func reading(_ raw: RawEvent) -> TimeReading? {
        raw.written.flatMap { TimeReader.reading($0, in: context) }
    }

    private mutating func moment(_ raw: RawEvent) -> Timestamp? {
        // What machines write needs no context.
        if let exact = raw.written.flatMap(Self.exact) {
            remember(exact)
            return exact
        }
        guard let reading = reading(raw), let timestamp = reading.timestamp else { return nil }
        if reading.assumedUTC { guesses.assumedUTC += 1 }
        if timestamp.hasTime, let zone = reading.ambiguousZone ?? statedAmbiguous, !reading.isRelative {
            guesses.ambiguous(zone, offset: timestamp.offsetSeconds)
        }
        if let change = reading.clockChange, let written = raw.written { guesses.note(change, written) }
        if reading.isRelative, !hasStatedStart { guesses.countFromFirst(context.start) }
        remember(timestamp)
        return timestamp
    }

    /// RFC 3339 with its offset, or a day.
    private static func exact(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 40, let last = text.utf8.last,
            last == UInt8(ascii: "Z") || text.utf8.count == 10
                || text.utf8.dropFirst(19).contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            let time = Timestamp(text), time.isWritable
        else { return nil }
        return time
    }

    private mutating func remember(_ timestamp: Timestamp) {
        if timestamp.hasTime {
            context.previous = timestamp
            if context.start == nil { context.start = timestamp }
        } else {
            context.previous = nil
        }
        context.day = Timestamp(
            year: timestamp.civil.year, month: timestamp.civil.month, day: timestamp.civil.day)
    }
}

extension Timestamp {
    /// Whether RFC 3339 can write it, here and in UTC: it has four digits for the year.
    var isWritable: Bool {
        (1...9999).contains(civil.year) && (1...9999).contains(utc.civil.year)
    }
}
