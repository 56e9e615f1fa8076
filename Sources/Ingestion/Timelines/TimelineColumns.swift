/// Which column of a table or CSV holds what.
struct TimelineColumns: Equatable {
    var date: Int?
    var time: Int?
    var text: Int?
    var actor: Int?
    var phase: Int?
    /// A column that names the zone of its row.
    var zoneColumn: Int?
    /// The zone a header states: `Time (UTC)`, `time_utc`.
    var zone: TimeZoneNames.Meaning?
    /// Whether a header names the text, so that no guess was needed.
    var namesText = false

    /// Reads a header row; `nil` unless it names a time or a date, and a text.
    ///
    /// - Parameter sample: Rows below it, when they are known: a column in which none of them has a time is no column of
    ///   times, whatever its name.
    init?(header: [String], sample: [[String]] = []) {
        guard header.count <= 500 else { return nil }
        let words = header.map { Self.words($0) }
        var taken: Set<Int> = []
        func holds(_ index: Int, _ test: (String) -> Bool) -> Bool {
            sample.isEmpty || sample.contains { index < $0.count && test($0[index]) }
        }
        /// The free column whose name stands first in a ranking; among equals the leftmost.
        func take(_ ranking: ColumnNames, where test: (String) -> Bool = { !$0.isEmpty }) -> Int? {
            let free = words.indices.filter { !taken.contains($0) && holds($0, test) }
            let ranked = free.compactMap { index in
                ranking.rank(of: words[index]).map { (rank: $0, index: index) }
            }
            guard let best = ranked.min(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) else { return nil }
            taken.insert(best.index)
            return best.index
        }
        zoneColumn = take(.zone)
        time = take(.time, where: { TimeReader.beginsWithTime($0) })
        date = take(.date, where: { TimeReader.beginsWithTime($0) })
        if time == nil {
            // `Date` alone may hold the time too.
            guard let only = date else { return nil }
            (time, date) = (only, nil)
        }
        zone = [time, date].compactMap { $0 }.lazy.compactMap { Self.zone(header[$0]) }.first
        text = take(.text)
        // An empty column of these says that nobody is named; another must not take its place.
        actor = take(.actor, where: { _ in true })
        phase = take(.phase, where: { _ in true })
        namesText = text != nil
        guard text == nil else { return }
        // One other column needs no name.
        guard let free = header.indices.first(where: { !taken.contains($0) }) ?? phase ?? actor else { return nil }
        if free == phase { phase = nil } else if free == actor { actor = nil }
        text = free
    }

    /// Finds the columns by what is in them: the first in which most cells are times, then the longest text.
    init?(rows: [[String]]) {
        let sample = rows.prefix(50)
        let width = sample.map(\.count).max() ?? 0
        guard width > 1, width < 200 else { return nil }
        let cells = { (column: Int) in sample.compactMap { $0.count > column ? $0[column] : nil } }
        func most(_ column: Int, are test: (String) -> Bool) -> Bool {
            let filled = cells(column).filter { !$0.isEmpty }
            return !filled.isEmpty && filled.filter(test).count * 2 > filled.count
        }
        guard let found = (0..<width).first(where: { most($0, are: Self.isTime) }) else { return nil }
        time = found
        // Days in one column and times in the next.
        if most(found, are: { TimelineLog.day($0) != nil }), found + 1 < width,
            most(found + 1, are: { TimelineLog.day($0) == nil && Self.isTime($0) })
        {
            (date, time) = (found, found + 1)
        }
        let longest = (0..<width).filter { $0 != date && $0 != time }.max {
            let left = cells($0).reduce(0) { $0 + $1.utf8.count }
            let right = cells($1).reduce(0) { $0 + $1.utf8.count }
            return left != right ? left < right : $0 > $1
        }
        guard let longest else { return nil }
        text = longest
    }

    private static func isTime(_ cell: String) -> Bool {
        TimeReader.reading(cell) != nil
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
        var when = cell(time)
        if let zone = cell(zoneColumn), let written = when, TimeZoneReader.startsWithZone(zone) {
            var scanner = WrittenTimeScanner(written)
            // A time that has its own zone needs no other.
            if let found = scanner.scan(), found.zone == nil, found.epoch == nil { when = "\(written) \(zone)" }
        }
        return RawEvent(date: cell(date), time: when, text: cell(text) ?? "", actor: cell(actor), phase: cell(phase))
    }

    /// A row longer than the header has had its text cut at a stray delimiter; only a text in the last column can be
    /// put together again.
    func mended(_ row: [String], width: Int, delimiter: Character) -> [String] {
        guard row.count > width, width > 1, text == width - 1 else { return row }
        return Array(row.prefix(width - 1)) + [row[(width - 1)...].joined(separator: String(delimiter))]
    }

    /// `time_utc` and `eventTime` as words.
    static func words(_ name: String) -> [String] {
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
        let name = String(name.prefix(80))
        let spaced = String(name.map { $0 == "_" || $0 == "-" ? " " : $0 })
        return TimeZoneReader.anyZone(in: name) ?? TimeZoneReader.anyZone(in: spaced)
            ?? TimeZoneReader.anyZone(in: spaced.uppercased())
    }
}
