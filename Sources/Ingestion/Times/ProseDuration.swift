/// Finds how long an incident lasted where prose says so.
enum ProseDuration {
    /// The first stated length and the words that state it: "lasted 47 minutes", "total duration: 2 hours"; `nil` when
    /// nothing is said.
    static func first(in text: String) -> (seconds: Int, quote: String)? {
        var scanner = TimeScanner(text)
        while !scanner.atEnd {
            guard let byte = scanner.byte, byte.isLetter else {
                scanner.position += 1
                continue
            }
            let start = scanner.position
            let word = scanner.word().lowercased()
            guard word == "lasted" || word == "lasting" || word == "duration" else { continue }
            var ahead = scanner
            skipJoin(&ahead, afterNoun: word == "duration")
            guard let seconds = DurationReader.scan(&ahead), seconds > 0 else { continue }
            return (seconds, String(decoding: text.utf8.dropFirst(start).prefix(ahead.position - start), as: UTF8.self))
        }
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

    private static let joins: Set<String> = [
        "for", "about", "around", "approximately", "roughly", "nearly", "almost", "just", "under", "over", "total",
        "of", "some", "the", "incident", "outage", "impact",
    ]
}
