import Reports

/// Reads the values of `factor:`, `date:` and `duration:`; each gives `nil` for what it cannot read.
enum FilterValue {
    /// `automation`, `configuration-change`, `"Configuration change"`, a family such as `ai`; `!` in front means denied.
    static func factor(_ text: String) -> SearchQuery.Filter? {
        let denied = text.hasPrefix("!")
        guard text.utf8.count <= 64 else { return nil }
        let key = SearchQuery.key(text)
        guard !key.isEmpty else { return nil }
        var kinds = FactorKind.allCases.filter {
            SearchQuery.key($0.rawValue) == key || SearchQuery.key($0.name) == key
        }
        if kinds.isEmpty { kinds = FactorKind.allCases.filter { SearchQuery.key($0.family.rawValue) == key } }
        return kinds.isEmpty ? nil : .factor(kinds, denied: denied)
    }

    /// `2024`, `2024-01`, `2024-01-05`, `2024-01..2024-06` with either end open, `>2024`, `>=`, `<`, `<=`.
    static func date(_ text: String) -> SearchQuery.Filter? {
        guard let (from, to) = bounds(text, read: period) else { return nil }
        return .date(from: from?.day, to: to?.day)
    }

    /// `>2h`, `>=`, `<`, `<=`, `1h30m..4h` with either end open; `2h` alone means from 2 h to before 3 h.
    ///
    /// Units: `s m h d w`, also `sec min hr`. A number needs a unit.
    static func duration(_ text: String) -> SearchQuery.Filter? {
        guard let (from, to) = bounds(text.lowercased(), read: span) else { return nil }
        return .duration(from: from, to: to)
    }

    /// What a value covers from its first to its last point, and the points next to it.
    private struct Extent<Point> {
        var first: Point
        var last: Point
        /// The point before `first`, and the one after `last`; `nil` past the end of the scale.
        var before: Point?
        var after: Point?
        /// The end of the extent when it ends a range.
        var rangeEnd: Point
    }

    private static func bounds<Point>(
        _ text: String, read: (Substring) -> Extent<Point>?
    ) -> (from: Point?, to: Point?)? {
        guard text.utf8.count <= 64 else { return nil }
        if let dots = text.firstRange(of: "..") {
            let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
            let (from, to) = (read(low), read(high))
            guard from != nil || low.isEmpty, to != nil || high.isEmpty, from != nil || to != nil else { return nil }
            return (from?.first, to?.rangeEnd)
        }
        for sign in [">=", "<=", ">", "<"] where text.hasPrefix(sign) {
            guard let extent = read(text.dropFirst(sign.count)) else { return nil }
            switch sign {
            case ">=": return (extent.first, nil)
            case "<=": return (nil, extent.rangeEnd)
            case ">": return extent.after.map { ($0, nil) }
            default: return extent.before.map { (nil, $0) }
            }
        }
        return read(text[...]).map { ($0.first, $0.last) }
    }

    private static func period(_ text: Substring) -> Extent<Timestamp>? {
        let parts = text.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for (part, width) in zip(parts, widths) {
            guard part.utf8.count == width, let number = digits(part) else { return nil }
            numbers.append(number)
        }
        let (year, month, day) = (
            numbers[0], numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil
        )
        guard let first = Timestamp(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
        let lastMonth = month ?? 12
        let lastDay = day ?? Timestamp.length(ofMonth: lastMonth, in: year)
        guard let last = Timestamp(year: year, month: lastMonth, day: lastDay) else { return nil }
        return Extent(
            first: first, last: last, before: neighbour(of: first, days: -1), after: neighbour(of: last, days: 1),
            rangeEnd: last)
    }

    private static func neighbour(of day: Timestamp, days: Int64) -> Timestamp? {
        let other = Timestamp(secondsSince1970: day.secondsSince1970 + days * 86_400, hasTime: false)
        return (1...9999).contains(other.civil.year) ? other : nil
    }

    private static func span(_ text: Substring) -> Extent<Int>? {
        var rest = text.utf8[...]
        var total = 0
        var finest = 0
        repeat {
            guard let (seconds, step) = spanPart(&rest) else { return nil }
            total += seconds
            finest = step
        } while !rest.isEmpty
        guard total <= 1_000_000_000_000 else { return nil }
        return Extent(first: total, last: total + finest - 1, before: total - 1, after: total + 1, rangeEnd: total)
    }

    /// A number with its unit off the front: its seconds, and the seconds that one more in its last place would add.
    private static func spanPart(_ rest: inout Substring.UTF8View) -> (seconds: Int, step: Int)? {
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = whole.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        let name = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        rest = rest.dropFirst(name.count)
        guard (1...9).contains(whole.count), fraction.count <= 3, let unit = units[String(Substring(name))],
            let number = digits(Substring(whole))
        else { return nil }
        let scale = [1, 10, 100, 1000][fraction.count]
        let parts = fraction.isEmpty ? 0 : digits(Substring(fraction)) ?? 0
        return (number * unit + parts * unit / scale, max(1, unit / scale))
    }

    private static let units = [
        "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600, "hr": 3600, "d": 86_400, "w": 604_800,
    ]

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy(isDigit) ? Int(text) : nil
    }
}
