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
