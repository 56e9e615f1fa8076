import Reports

/// Reads the value of a machine-made field: a `meta`, an attribute, a key of JSON.
struct StatedDate {
    /// The primary subtag of the page's language, for months in words; `nil` when not known.
    var language: String?
    /// Whether days that could be read both ways have the month first.
    var monthFirst = false

    /// The moment `text` names: by the standards, as seconds since 1970, else as a day in words; `nil` when it names none.
    ///
    /// A time without a zone is read as UTC; from a text in words, only the day is taken.
    func read(_ text: String) -> Timestamp? {
        guard (6...200).contains(text.utf8.count) else { return nil }
        if let stamp = Timestamp(text) { return Self.plausible(stamp) }
        if let epoch = Self.epoch(text) { return epoch }
        let found = DateFinder(language: language, readsPacked: true).dates(in: text).first
        let day = found.flatMap { $0.timestamp(monthFirst: monthFirst) }
        // Dates of mail and feeds have clock and zone too; what else they are like, the words say the day.
        if let stamp = FeedDates.read(text), day == nil || stamp.day == day?.day { return Self.plausible(stamp) }
        return day.flatMap(Self.plausible)
    }

    /// Whether a text that names a moment says nothing of its zone, as one made for readers.
    static func isLocal(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let last = bytes.last, last != UInt8(ascii: "Z"), last != UInt8(ascii: "z") else { return false }
        // An offset stands behind the clock; hyphens before it part year, month and day.
        let end = bytes.suffix(6)
        if end.contains(UInt8(ascii: "+")) || (bytes.count > 16 && end.contains(UInt8(ascii: "-"))) { return false }
        return !["UTC", "GMT"].contains { text.contains($0) } && bytes.count > 13 || bytes.count == 10
    }

    /// The web is younger than 1990; a day before is a placeholder.
    private static func plausible(_ stamp: Timestamp) -> Timestamp? {
        (1990...2099).contains(stamp.civil.year) ? stamp : nil
    }

    private static func epoch(_ text: String) -> Timestamp? {
        let digits = text.utf8.prefix { $0.isDigit }
        guard digits.count == text.utf8.count, digits.count == 10 || digits.count == 13, let value = Int64(text) else {
            return nil
        }
        let stamp = Timestamp(secondsSince1970: digits.count == 13 ? value / 1000 : value)
        return (1995...2099).contains(stamp.civil.year) ? stamp : nil
    }
}
