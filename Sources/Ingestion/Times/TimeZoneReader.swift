import Foundation

/// Reads zones: offsets, abbreviations, names, and sentences such as "All times are in PST."
public enum TimeZoneReader {
    /// The zone a text names, such as `PST`, `UTC+2`, `Pacific Time` or `Europe/Paris`; `nil` when it names none, or one
    /// that stands for several.
    public static func rule(_ text: String) -> TimeZoneRule? {
        var scanner = TimeScanner(plain(text))
        scanner.skipSpaces()
        guard let (_, meaning) = zone(&scanner) else { return nil }
        scanner.skipSpaces()
        guard scanner.atEnd else { return nil }
        switch meaning {
        case .rule(let rule): return rule
        case .several(let name, let offsets):
            return TimeZoneNames.isUsuallyClear(name) ? offsets.first.map { .fixed($0) } : nil
        }
    }

    /// The zone a person asks for, as ``rule(_:)`` reads it, or by the city it is kept in, `Berlin`, `New York`, letter
    /// case aside.
    ///
    /// - Throws: ``TimeZoneNameError`` for a name that stands for several zones, or for none.
    public static func requested(_ text: String) throws(TimeZoneNameError) -> TimeZoneRule {
        let name = text.trimmed
        if let found = rule(name) ?? rule(name.uppercased()) ?? TimeZoneNames.place(name) { return found }
        if let known = TimeZone.knownTimeZoneIdentifiers.first(where: { $0.lowercased() == name.lowercased() }),
            let zone = TimeZone(identifier: known)
        {
            return .named(zone)
        }
        guard case .several(_, let offsets)? = TimeZoneNames.meaning(of: name.uppercased()) else {
            throw .unknown(name)
        }
        throw .several(name, offsets: offsets)
    }

    /// Whether a text begins with a zone, as a column of zones does.
    static func startsWithZone(_ text: String) -> Bool {
        var scanner = TimeScanner(text.prefix(60))
        scanner.skipSpaces()
        return zone(&scanner) != nil
    }

    /// The zone that a sentence gives to all times around it: "All times are PST.", "(times in UTC)", "Zeiten in CET"
    /// aside, "Timezone: Europe/Paris", "All times Pacific"; `nil` when it says nothing of the kind.
    static func statedZone(in sentence: String) -> TimeZoneNames.Meaning? {
        guard sentence.utf8.count < 2_000 else { return nil }
        let lower = sentence.lowercased()
        guard markers.contains(where: { lower.contains($0) }) else { return nil }
        let named = anyZone(in: plain(sentence))
        if case .rule = named { return named }
        // "All times IST (Dublin)", "All times are local to Berlin".
        let place = place(in: sentence)
        guard case .several(_, let offsets)? = named else {
            return sentence.utf8.count <= 120 ? place.map { .rule($0) } : nil
        }
        return place.flatMap { settled($0, offsets) }.map { .rule($0) } ?? named
    }

    /// The text without accents: names of zones are looked up in ASCII, Brasília's too.
    private static func plain(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.folding(options: .diacriticInsensitive, locale: nil)
    }

    /// The place's own zone, when one of the offsets is kept there at some time of the year.
    private static func settled(_ place: TimeZoneRule, _ offsets: [Int]) -> TimeZoneRule? {
        // A January and a July.
        [1_704_067_200, 1_719_792_000].contains { offsets.contains(place.offset(at: $0)) } ? place : nil
    }

    /// The zone of the first city or country named in a text.
    private static func place(in text: String) -> TimeZoneRule? {
        let words = text.split { !$0.isLetter }.prefix(60).filter { $0.first?.isUppercase ?? false }
        for (index, word) in words.enumerated() {
            if index + 1 < words.count, let found = TimeZoneNames.place("\(word) \(words[index + 1])") { return found }
            if let found = TimeZoneNames.place(String(word)) { return found }
        }
        return nil
    }

    /// The first zone named anywhere in a text, an unambiguous one before others.
    static func anyZone(in text: String) -> TimeZoneNames.Meaning? {
        // Headings, headers and sentences are short; what is longer is none of them.
        var scanner = TimeScanner(String(decoding: text.utf8.prefix(2_000), as: UTF8.self))
        var fallback: TimeZoneNames.Meaning?
        while !scanner.atEnd {
            if let byte = scanner.byte, byte.isLetter {
                if let (_, meaning) = scanner.attempt({ zone(&$0) }) {
                    if case .rule = meaning { return meaning }
                    fallback = fallback ?? meaning
                } else if let rule = usWord(&scanner) {
                    return .rule(rule)
                }
            } else {
                scanner.position += 1
            }
        }
        return fallback
    }

    /// `Pacific` alone, and any other word, taken.
    private static func usWord(_ scanner: inout TimeScanner) -> TimeZoneRule? {
        switch scanner.word() {
        case "Eastern": .unitedStates(standard: -5 * 3600)
        case "Central": .unitedStates(standard: -6 * 3600)
        case "Mountain": .unitedStates(standard: -7 * 3600)
        case "Pacific": .unitedStates(standard: -8 * 3600)
        default: nil
        }
    }

    private static let markers = [
        "all times", "times are", "times in", "times shown", "times given", "times listed", "timestamps", "time stamps",
        "time zone", "timezone", "times (", "timeline (", "all in ", "tz:", "zone:", "times below", "times stated",
        "times quoted", "times utc", "times pacific", "times (in", "times local", "zeitangaben", "alle zeiten",
        "toutes les heures",
    ]

    /// A zone at the front: `Z`, `UTC`, `UTC+02:00`, `+0200`, `PST`, `Pacific Time`, `US Eastern`, `Europe/Paris`.
    static func zone(_ scanner: inout TimeScanner) -> (name: String, meaning: TimeZoneNames.Meaning)? {
        let start = scanner.position
        if let seconds = scanner.attempt({ offset(&$0, wholeHours: false) }) {
            return (name(from: start, in: scanner), .rule(.fixed(seconds)))
        }
        guard let byte = scanner.byte, byte.isLetter else { return nil }
        if let longer = scanner.attempt({ phrase(&$0) }) { return longer }
        if let path = scanner.attempt({ databaseName(&$0) }) { return path }
        let word = scanner.word()
        guard scanner.byte.map({ !$0.isDigit && $0 != UInt8(ascii: "_") }) ?? true,
            let meaning = TimeZoneNames.meaning(of: word)
        else { return nil }
        if word == "UTC" || word == "GMT" {
            let shift = scanner.attempt { scanner -> Int? in
                scanner.skipSpaces()
                return offset(&scanner, wholeHours: true)
            }
            if let shift { return (name(from: start, in: scanner), .rule(.fixed(shift))) }
        }
        return (word, meaning)
    }

    /// Two to four words that name a zone together.
    private static func phrase(_ scanner: inout TimeScanner) -> (String, TimeZoneNames.Meaning)? {
        var words: [String] = []
        var best: (String, TimeZoneNames.Meaning, Int)?
        for _ in 0..<4 {
            let word = scanner.word()
            guard !word.isEmpty else { break }
            words.append(word)
            if words.count > 1, let meaning = TimeZoneNames.meaning(of: words.joined(separator: " ")) {
                best = (words.joined(separator: " "), meaning, scanner.position)
            }
            guard scanner.skipSpaces() else { break }
        }
        guard let best else { return nil }
        scanner.position = best.2
        return (best.0, best.1)
    }

    /// `Europe/Paris`, `America/Argentina/Buenos_Aires`.
    private static func databaseName(_ scanner: inout TimeScanner) -> (String, TimeZoneNames.Meaning)? {
        let start = scanner.position
        while let byte = scanner.byte, byte.isLetter || byte == 0x2F || byte == 0x5F || byte == 0x2D,
            scanner.position - start < 40
        {
            scanner.position += 1
        }
        let text = name(from: start, in: scanner)
        guard text.contains("/") else { return nil }
        return TimeZoneNames.meaning(of: text).map { (text, $0) }
    }

    /// `+02:00`, `-0800`; with `wholeHours` also `+2`, `-8`, as after `UTC`.
    private static func offset(_ scanner: inout TimeScanner, wholeHours: Bool) -> Int? {
        let sign: Int
        if scanner.skip("+") {
            sign = 1
        } else if scanner.skipDash() {
            sign = -1
        } else {
            return nil
        }
        guard let (value, digits) = scanner.number() else { return nil }
        var seconds: Int
        if digits == 4 {
            seconds = value / 100 * 3600 + value % 100 * 60
        } else if digits <= 2 {
            seconds = value * 3600
            if scanner.skip(":") {
                guard let minutes = scanner.digits(2) else { return nil }
                seconds += minutes * 60
            } else if !wholeHours, digits != 2 {
                return nil
            }
        } else {
            return nil
        }
        return seconds <= 18 * 3600 ? sign * seconds : nil
    }

    private static func name(from start: Int, in scanner: TimeScanner) -> String {
        String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    }
}
