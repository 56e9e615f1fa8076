import Foundation

/// What chat and system logs put around the words of a line.
enum ChatLine {
    /// What stands before the date as the day changes, or the log begins.
    static let dayMarks = [
        "Day changed to ", "Day changed ", "Log opened ", "Log closed ", "Logging started on ", "Logging stopped on ",
        "Date: ", "BEGIN LOGGING AT ", "ENDING LOGGING AT ", "**** BEGIN LOGGING AT ",
    ]

    /// Whether the words after a line's time are about who came and went, in the ways of irssi, WeeChat and their kind.
    static func isNotice(_ text: String) -> Bool {
        let text = text.prefix(400)
        let isMarked = ["-!-", "***", "-->", "<--", "--|", "→", "←", "==="].contains { text.hasPrefix($0) }
        guard isMarked else { return false }
        return words.contains { text.contains($0) }
    }

    private static let words = [
        "has joined", "has quit", "has left", "joined #", "left #", "Joins:", "Quits:", "Parts:", "Joined", "Quit ",
        "is now known as", "mode/", "sets mode", "set mode", "Mode #", "changed topic", "Topic for", "(Quit:",
        "(Ping timeout", "joined the channel", "left the channel", "Remote host closed",
    ]

    /// The line above a message copied from a chat: `Ada Lovelace  2:02 PM`, `ada [14:02]`, `ada — 05/03/2026 14:02`; `nil`
    /// for other lines.
    static func header(_ line: String) -> RawEvent? {
        guard line.utf8.count <= 90, line.utf8.last != UInt8(ascii: "."),
            let mark = separators.lazy.compactMap({ line.range(of: $0) }).first
        else { return nil }
        let name = line[..<mark.lowerBound].trimmed
        var time = line[mark.upperBound...].drop { "[( ".contains($0) }
        while let last = time.last, "]) ".contains(last) { time.removeLast() }
        for word in ["Today at ", "today at "] where time.hasPrefix(word) { time = time.dropFirst(word.count) }
        let words = name.split(separator: " ")
        guard (1...4).contains(words.count), name.utf8.count <= 50, name.first?.isLetter == true,
            !name.contains(where: { ":,;!?".contains($0) }), let reading = TimeReader.prefix(of: time),
            reading.rest.isEmpty, isClock(time)
        else { return nil }
        return RawEvent(time: String(time), text: "", actor: name)
    }

    private static let separators = [" [", "  ", "\t", " — ", " – "]

    private static func isClock(_ text: Substring) -> Bool {
        var scanner = WrittenTimeScanner(text)
        return scanner.scan()?.hasTime ?? false
    }

    /// `* nick restarts the host`: who, and the words.
    static func deed(_ text: Substring) -> (nick: String, words: String)? {
        let rest = text.dropFirst(2)
        guard let blank = rest.prefix(40).firstIndex(of: " ") else { return nil }
        let nick = rest[..<blank]
        guard let first = nick.first, first.isLetter,
            first.isLowercase || nick.contains(where: { "_-[]|`".contains($0) })
        else { return nil }
        return (String(nick), rest[rest.index(after: blank)...].trimmed)
    }

    /// A line without the `<34>1 ` that the syslog protocol begins with.
    static func withoutPriority(_ text: Substring) -> Substring {
        guard text.first == "<", let close = text.utf8.prefix(6).firstIndex(of: UInt8(ascii: ">")),
            text.utf8[text.utf8.index(after: text.startIndex)..<close].allSatisfy({ $0.isDigit })
        else { return text }
        var rest = text[text.index(after: close)...]
        if rest.hasPrefix("1 ") { rest = rest.dropFirst(2) }
        return rest
    }
}
