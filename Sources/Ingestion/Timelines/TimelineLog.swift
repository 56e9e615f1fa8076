/// Plain text in which lines begin with times: `14:02 UTC – text`, `[14:02:31] <nick> text`, date headings, zone lines.
struct TimelineLog {
    var items: [TimelineItem] = []
    /// Lines before the first time, joined; empty when the log starts at once.
    var preamble: [String] = []
    /// Lines that begin with a time.
    private(set) var timedLines = 0
    /// Lines that are neither dates, zones nor blank and have no time of their own.
    private(set) var otherLines = 0
    /// Whether the log is of messages under a line with name and time each.
    private var isChat = false
    /// Lines of a chat about who came and went, left out.
    private(set) var notices = 0

    init(_ text: String) {
        for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) { add(line) }
    }

    /// Whether most lines carry a time, so that the text is a timeline rather than prose.
    var isTimeline: Bool {
        timedLines >= 2 && timedLines * 2 > timedLines + otherLines - preamble.count
            && timedLines > preamble.count
    }

    private mutating func add(_ raw: Substring) {
        let line = raw.trimmed
        guard !line.isEmpty else { return }
        if let day = Self.day(line) {
            items.append(.day(day))
        } else if let event = Self.event(line) {
            timedLines += 1
            if ChatLine.isNotice(event.text) {
                notices += 1
            } else {
                items.append(.event(event))
            }
        } else if let event = ChatLine.header(line) {
            timedLines += 1
            isChat = true
            items.append(.event(event))
        } else {
            if let zone = TimeZoneReader.statedZone(in: line) { items.append(.zone(zone)) }
            // Indented lines go on with an event; they do not make a log prose.
            if timedLines == 0 || (raw.first?.isWhitespace != true && !isChat) { otherLines += 1 }
            if timedLines == 0 {
                preamble.append(line)
            } else {
                Self.extend(&items, with: line)
            }
        }
    }

    /// A line without a time goes on with the event before it, up to a length that no person writes.
    static func extend(_ items: inout [TimelineItem], with line: String) {
        guard case .event(var event)? = items.last, event.text.utf8.count < 20_000 else { return }
        event.text += event.text.isEmpty ? line : "\n\(line)"
        items[items.count - 1] = .event(event)
    }

    /// A line that is a date and nothing else, rule marks and weekday aside: `2026-02-14`, `== Mar 5, 2024 ==`, and what
    /// chat programs write as the day changes.
    static func day(_ line: String) -> WrittenTime? {
        guard line.utf8.count <= 80 else { return nil }
        var bare = line[...]
        while let first = bare.first, marks.contains(first) { bare.removeFirst() }
        while let last = bare.last, marks.contains(last) { bare.removeLast() }
        if let mark = ChatLine.dayMarks.first(where: { bare.hasPrefix($0) }) {
            var scanner = WrittenTimeScanner(bare.dropFirst(mark.count))
            guard let written = scanner.scan(), written.hasDate else { return nil }
            var day = WrittenTime()
            (day.year, day.month, day.day, day.numeric) = (written.year, written.month, written.day, written.numeric)
            return day
        }
        var scanner = WrittenTimeScanner(bare)
        guard let written = scanner.scan(), written.hasDate, !written.hasTime else { return nil }
        let rest = scanner.scanner.rest.trimmed.drop { marks.contains($0) }
        guard rest.isEmpty || TimeZoneReader.rule(String(rest)) != nil || weekdays.contains(rest.lowercased())
        else { return nil }
        return written
    }

    private static let marks: Set<Character> = [
        "=", "-", "#", "*", "_", "–", "—", " ", ":", "[", "]", "(", ")", ",", ".",
    ]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// A line that begins with a time of day, taken apart.
    static func event(_ line: String) -> RawEvent? {
        var text = line[...]
        // List marks of pasted notes, the priority that system logs begin with.
        for mark in ["- ", "* ", "• ", "+ ", "> ", "– "] where text.hasPrefix(mark) {
            text = text.dropFirst(mark.count)
        }
        text = ChatLine.withoutPriority(text)
        var scanner = WrittenTimeScanner(String(decoding: text.utf8.prefix(160), as: UTF8.self))
        guard let written = scanner.scan(),
            written.hasTime || written.epoch != nil || written.relative != nil || written.step != nil,
            let (_, rest) = TimeReader.prefix(of: text)
        else { return nil }
        let time = String(text.utf8.prefix(text.utf8.count - rest.utf8.count)) ?? ""
        let (actor, words) = split(rest)
        return RawEvent(time: time.trimmed, text: words, actor: actor)
    }

    /// The actor in angle brackets, when there is one, and the text after the separating marks.
    static func split(_ rest: some StringProtocol) -> (actor: String?, text: String) {
        var text = Substring(rest.trimmed)
        if ChatLine.isNotice(String(text.prefix(400))) { return (nil, String(text)) }
        while let first = text.first, "–—-:|,]>".contains(first) || first.isWhitespace { text.removeFirst() }
        // `* nick waves`, as chat programs write of what people do.
        if text.hasPrefix("* "), let (nick, words) = ChatLine.deed(text) { return (nick, words) }
        guard text.first == "<", let close = text.prefix(60).firstIndex(of: ">") else { return (nil, String(text)) }
        // `<@nick>` and `<+nick>` show a rank in the channel.
        let actor = text[text.index(after: text.startIndex)..<close].trimmed.drop { "@+%&~!".contains($0) }
        // A link in angle brackets is no nickname.
        guard !actor.isEmpty, !actor.contains("/"), !actor.contains("@") else { return (nil, String(text)) }
        return (String(actor), text[text.index(after: close)...].trimmed)
    }
}
