/// Finds how long an incident lasted where prose says so.
enum ProseDuration {
    /// The first stated length and the words that state it: "lasted 47 minutes", "total duration: 2 hours", "was down for
    /// three hours", "a 47-minute outage"; `nil` when nothing is said.
    static func first(in text: String) -> (seconds: Int, quote: String)? {
        var scanner = TimeScanner(text)
        while let byte = scanner.byte {
            guard byte.isLetter || byte.isDigit else {
                scanner.position += 1
                continue
            }
            let start = scanner.position
            // What takes seconds is a step of an incident rather than one.
            guard let seconds = byte.isDigit ? noun(&scanner) : verb(&scanner), seconds >= 60 else { continue }
            return (seconds, String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self))
        }
        return nil
    }

    /// "lasted", "duration", "down for" and the length after it. Takes the word in any case.
    private static func verb(_ scanner: inout TimeScanner) -> Int? {
        let start = scanner.position
        while let byte = scanner.byte, byte.isLetter { scanner.position += 1 }
        // Made a string only where the length and the first letter can be right.
        let count = scanner.position - start
        guard (4...14).contains(count), initials.contains(scanner.bytes[start] | 0x20) else {
            return numberWord(&scanner, from: start)
        }
        let word = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self).lowercased()
        let isNoun = word == "duration" || word == "downtime"
        guard isNoun || word == "lasted" || word == "lasting" || states.contains(word) else {
            return numberWord(&scanner, from: start)
        }
        var ahead = scanner
        if states.contains(word) {
            ahead.skipSpaces()
            guard ahead.skipWord(["for"]) else { return nil }
        }
        skipJoin(&ahead, afterNoun: isNoun)
        guard let seconds = DurationReader.scan(&ahead), seconds > 0 else { return nil }
        scanner = ahead
        return seconds
    }

    /// "two-hour outage".
    private static func numberWord(_ scanner: inout TimeScanner, from start: Int) -> Int? {
        guard scanner.byte == UInt8(ascii: "-"), DurationReader.isNumberWord(scanner.bytes[start..<scanner.position])
        else {
            return nil
        }
        let end = scanner.position
        scanner.position = start
        if let seconds = noun(&scanner) { return seconds }
        scanner.position = end
        return nil
    }

    /// "47-minute outage", "2 hours of downtime". Takes the number in any case.
    private static func noun(_ scanner: inout TimeScanner) -> Int? {
        let start = scanner.position
        var ahead = scanner
        if let seconds = DurationReader.scan(&ahead), seconds > 0, ahead.skipSpaces() {
            _ = ahead.skipWord(["of"])
            ahead.skipSpaces()
            if ahead.skipWord(["long"]) { ahead.skipSpaces() }
            _ = ahead.skipWord(["service", "full", "partial", "total", "complete", "global", "major"])
            ahead.skipSpaces()
            if ahead.skipWord(nouns) {
                scanner = ahead
                return seconds
            }
        }
        scanner.position = start
        while let byte = scanner.byte, byte.isDigit || byte.isLetter { scanner.position += 1 }
        return nil
    }

    /// "for about", "was approximately", ":".
    private static func skipJoin(_ scanner: inout TimeScanner, afterNoun: Bool) {
        for _ in 0..<6 {
            scanner.skipSpaces()
            if scanner.skip(":") || scanner.skip("~") || scanner.skip("|") { continue }
            if !scanner.skipWord(joins), !(afterNoun && scanner.skipWord(["of", "was", "is"])) { break }
        }
        scanner.skipSpaces()
    }

    private static let initials = Set("adiou".utf8).union("l".utf8)
    private static let states: Set<String> = [
        "down", "unavailable", "offline", "degraded", "inaccessible", "unreachable", "interrupted", "disrupted",
    ]
    private static let nouns: Set<String> = [
        "outage", "downtime", "incident", "disruption", "interruption", "unavailability", "degradation",
    ]
    private static let joins: Set<String> = [
        "for", "about", "around", "approximately", "roughly", "nearly", "almost", "just", "under", "over", "total",
        "of", "some", "the", "incident", "outage", "impact", "a",
    ]
}
