/// The words status pages put before their updates.
enum StatusWord {
    /// The phase that the front of a text states, and what follows: `Resolved - All well`, `[RESOLVED] All well`,
    /// `Status: Monitoring`; `nil` when no such word stands there with a mark or a line's end after it.
    static func front(of text: Substring) -> (phase: String, rest: Substring)? {
        var bytes = text.utf8[...]
        bytes = bytes.drop { $0 <= 0x20 }
        let isBracketed = bytes.first == UInt8(ascii: "[")
        if isBracketed { bytes = bytes.dropFirst() }
        if bytes.prefix(7).map({ $0 | 0x20 }).elementsEqual("status:".utf8) {
            bytes = bytes.dropFirst(7).drop { $0 <= 0x20 }
        }
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
        // The longest status has two words and 24 letters.
        let head = bytes.prefix(32)
        let end = head.firstIndex { byte in
            !((0x61...0x7A).contains(byte | 0x20) || byte == 0x20 || byte == UInt8(ascii: "-"))
        }
        var word = Array(head[..<(end ?? head.endIndex)])
        // "Resolved - Words", "In progress": the status ends at a dash between blanks.
        if let dash = word.indices.first(where: { isDash(word, at: $0) }) { word.removeSubrange(dash...) }
        while word.last == 0x20 || word.last == UInt8(ascii: "-") { word.removeLast() }
        guard let phase = phase(String(decoding: word, as: UTF8.self)) else { return nil }
        let after = bytes.dropFirst(word.count)
        guard let rest = afterMark(after, isBracketed: isBracketed) else { return nil }
        return (phase, Substring(rest))
    }

    /// The phase a word stands for, in lower case; `nil` for other words.
    static func phase(_ word: some StringProtocol) -> String? {
        let lower = word.lowercased()
        return statuses.contains(lower) ? lower : nil
    }

    private static func isDash(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "-") && index > 0 && bytes[index - 1] == 0x20
    }

    /// What follows the mark after a status; all of it is taken when the line ends there.
    private static func afterMark(_ text: Substring.UTF8View, isBracketed: Bool) -> Substring.UTF8View? {
        var rest = text
        if isBracketed {
            guard rest.first == UInt8(ascii: "]") else { return nil }
            rest = rest.dropFirst()
        }
        let blanks = rest.prefix { $0 == 0x20 }.count
        rest = rest.dropFirst(blanks)
        guard let mark = rest.first else { return rest }
        switch mark {
        case UInt8(ascii: ":"), UInt8(ascii: "-"): rest = rest.dropFirst()
        // En and em dash.
        case 0xE2 where rest.dropFirst().first == 0x80: rest = rest.dropFirst(3)
        case 0x0A: break
        default:
            if !isBracketed { return nil }
        }
        return rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }

    /// Phases of planned work.
    static let planned: Set<String> = ["scheduled", "in progress", "verifying", "completed", "planned", "maintenance"]

    /// How far along an incident is when a phase is stated; `nil` for those that stand anywhere.
    static func rank(_ phase: String?) -> Int? {
        switch phase {
        case "detected", "investigating", "scheduled", "planned": 0
        case "identified", "in progress": 1
        case "mitigated", "monitoring", "recovering", "verifying": 2
        case "resolved", "completed", "closed": 3
        case "postmortem": 4
        default: nil
        }
    }

    private static let statuses: Set<String> = [
        "investigating", "identified", "monitoring", "resolved", "update", "updated", "postmortem", "scheduled",
        "in progress", "verifying", "completed", "cancelled", "canceled", "mitigated", "recovering", "detected",
        "planned", "maintenance", "closed", "under investigation", "fixed", "recovered", "closing", "post-mortem",
    ]
}
