import Reports

/// Reads dates as RFC 822 has them, which nearly all RSS feeds write: `Tue, 05 Mar 2024 14:02:10 +0100`.
struct MailDate {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// The moment of a text of exactly this form, with a year of four digits and a zone; `nil` for all others, which
    /// ``FeedDates`` takes apart with more patience.
    static func read(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8 { bytes in
            var date = MailDate(bytes: bytes)
            return date.timestamp()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private mutating func timestamp() -> Timestamp? {
        if index + 3 < bytes.count, bytes[index + 3] == UInt8(ascii: ",") { index += 4 }
        skipBlanks()
        guard let day = number(1...2), skipBlanks(), let month = month(), skipBlanks(), let year = number(4...4),
            skipBlanks(), let hour = number(2...2), skip(":"), let minute = number(2...2)
        else { return nil }
        var second = 0
        if skip(":") {
            guard let found = number(2...2) else { return nil }
            second = found
        }
        guard skipBlanks(), let offset = offset(), index == bytes.count else { return nil }
        return Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
    }

    private mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
        let start = index
        var value = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - start < lengths.upperBound {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return lengths.contains(index - start) ? value : nil
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    @discardableResult
    private mutating func skipBlanks() -> Bool {
        let start = index
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index > start
    }

    private mutating func letters() -> UInt32 {
        var packed: UInt32 = 0
        var count = 0
        while index < bytes.count, count < 3, (0x61...0x7A).contains(bytes[index] | 0x20) {
            packed = packed << 8 | UInt32(bytes[index] | 0x20)
            index += 1
            count += 1
        }
        return packed
    }

    private mutating func month() -> Int? {
        Self.months.firstIndex(of: letters()).map { $0 + 1 }
    }

    private mutating func offset() -> Int? {
        if skip("+") { return shift() }
        if skip("-") { return shift().map { -$0 } }
        let zone = letters()
        return Self.zones.first { $0.name == zone }.map { $0.hours * 3600 }
    }

    private mutating func shift() -> Int? {
        number(4...4).map { $0 / 100 * 3600 + $0 % 100 * 60 }
    }

    private static func packed(_ text: String) -> UInt32 { text.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map(packed)

    private static let zones = [
        ("gmt", 0), ("utc", 0), ("ut", 0), ("z", 0), ("est", -5), ("edt", -4), ("cst", -6), ("cdt", -5), ("mst", -7),
        ("mdt", -6), ("pst", -8), ("pdt", -7),
    ].map { (name: packed($0.0), hours: $0.1) }
}
