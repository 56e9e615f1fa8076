/// Which column of a table or CSV holds what.
struct TimelineColumns: Equatable {
    var date: Int?
    var time: Int?
    var text: Int?
    var actor: Int?
    var phase: Int?
    /// The zone a header states: `Time (UTC)`, `time_utc`.
    var zone: TimeZoneNames.Meaning?

    /// Reads a header row; `nil` unless it names a time or a date, and a text.
    init?(header: [String]) {
        for (index, name) in header.enumerated() {
            let words = Self.words(name)
            guard !words.isEmpty else { continue }
            if time == nil, Self.names(words, Self.timeNames) {
                time = index
                zone = Self.zone(name)
            } else if date == nil, Self.names(words, ["date", "day", "datum"]) {
                date = index
            } else if actor == nil, Self.names(words, Self.actorNames) {
                actor = index
            } else if phase == nil, Self.names(words, Self.phaseNames) {
                phase = index
            } else if text == nil, Self.names(words, Self.textNames) {
                text = index
            }
        }
        if time == nil {
            // `Date` alone may hold the time too.
            guard let only = date else { return nil }
            (time, date) = (only, nil)
        }
        guard text == nil else { return }
        // One other column needs no name.
        let taken = [date, time, actor, phase].compactMap { $0 }
        let free = header.indices.filter { !taken.contains($0) }
        guard let first = free.first else { return nil }
        text = first
    }

    /// Finds the columns by what is in them: the first in which most cells are times, then the longest text.
    init?(rows: [[String]]) {
        let sample = rows.prefix(50)
        let width = sample.map(\.count).max() ?? 0
        guard width > 1, width < 200 else { return nil }
        let cells = { (column: Int) in sample.compactMap { $0.count > column ? $0[column] : nil } }
        guard
            let found = (0..<width).first(where: { column in
                let filled = cells(column).filter { !$0.isEmpty }
                return !filled.isEmpty && filled.filter { Self.isTime($0) }.count * 2 > filled.count
            })
        else { return nil }
        time = found
        let longest = (0..<width).filter { $0 != found }.max {
            let left = cells($0).reduce(0) { $0 + $1.utf8.count }
            let right = cells($1).reduce(0) { $0 + $1.utf8.count }
            return left != right ? left < right : $0 > $1
        }
        guard let longest else { return nil }
        text = longest
    }

    private static func isTime(_ cell: String) -> Bool {
        guard let (_, rest) = TimeReader.prefix(of: cell) else { return false }
        return rest.utf8.count < 12
    }

    /// A row as an event; `nil` when the row is empty.
    func event(_ row: [String]) -> RawEvent? {
        let cell = { (index: Int?) -> String? in
            guard let index, index < row.count else { return nil }
            let value = row[index].trimmed
            return value.isEmpty ? nil : value
        }
        let known = [date, time, text, actor, phase].compactMap { $0 }
        guard known.contains(where: { cell($0) != nil }) else { return nil }
        return RawEvent(
            date: cell(date), time: cell(time), text: cell(text) ?? "", actor: cell(actor), phase: cell(phase))
    }

    private static func names(_ words: [String], _ known: Set<String>) -> Bool {
        known.contains(words.joined(separator: " ")) || words.contains { known.contains($0) }
    }

    /// `time_utc` and `eventTime` as words.
    private static func words(_ name: String) -> [String] {
        var result: [String] = []
        var word = ""
        var wasLower = false
        for scalar in name.unicodeScalars.prefix(80) {
            let isUpper = ("A"..."Z").contains(scalar)
            if scalar.properties.isAlphabetic {
                if isUpper, wasLower {
                    result.append(word)
                    word = ""
                }
                word += String(scalar).lowercased()
                wasLower = !isUpper
            } else if !word.isEmpty {
                result.append(word)
                word = ""
                wasLower = false
            }
        }
        if !word.isEmpty { result.append(word) }
        return result
    }

    private static func zone(_ name: String) -> TimeZoneNames.Meaning? {
        let spaced = String(name.map { $0 == "_" || $0 == "-" ? " " : $0 })
        return TimeZoneReader.anyZone(in: spaced) ?? TimeZoneReader.anyZone(in: spaced.uppercased())
    }

    private static let timeNames: Set<String> = [
        "time", "when", "timestamp", "ts", "at", "datetime", "utc", "created", "occurred", "zeit", "uhrzeit", "heure",
        "hora", "times", "clock",
    ]
    private static let textNames: Set<String> = [
        "what", "event", "description", "text", "message", "note", "notes", "details", "detail", "happened", "summary",
        "action", "entry", "body", "comment", "activity", "events", "update", "content", "ereignis", "msg",
    ]
    private static let actorNames: Set<String> = [
        "actor", "who", "user", "author", "by", "person", "name", "nick", "role", "responder", "source", "username",
        "agent", "owner",
    ]
    private static let phaseNames: Set<String> = ["phase", "status", "stage", "state"]
}

extension StringProtocol {
    /// Without blanks and line ends at both ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
