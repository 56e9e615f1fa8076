/// The words status pages put before their updates.
enum StatusWord {
    /// The phase that the front of a text states, and what follows: `Resolved - All well`, `[RESOLVED] All well`,
    /// `Status: Monitoring`; `nil` when no such word stands there with a mark or a line's end after it.
    static func front(of text: Substring) -> (phase: String, rest: Substring)? {
        var bytes = text.utf8[...]
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        let isBracketed = bytes.first == UInt8(ascii: "[")
        if isBracketed { bytes = bytes.dropFirst() }
        if starts(bytes, with: "status:") { bytes = bytes.dropFirst(7).drop { $0 <= 0x20 } }
        guard let first = bytes.first.map({ $0 | 0x20 }) else { return nil }
        // Longer ones stand first: "updated" before "update".
        for status in words where status.utf8Start[0] == first && starts(bytes, with: status) {
            let after = bytes.dropFirst(status.utf8CodeUnitCount)
            guard let rest = afterMark(after, isBracketed: isBracketed) else { continue }
            return (status.description, Substring(rest))
        }
        return nil
    }

    private static func starts(_ bytes: Substring.UTF8View, with word: StaticString) -> Bool {
        var offset = 0
        for byte in bytes {
            let letter = word.utf8Start[offset]
            guard byte == letter || ((0x61...0x7A).contains(letter) && byte | 0x20 == letter) else { return false }
            offset += 1
            if offset == word.utf8CodeUnitCount { return true }
        }
        return false
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

    private static let words: [StaticString] = [
        "under investigation", "investigating", "identified", "in progress", "monitoring", "mitigated", "maintenance",
        "resolved", "recovering", "recovered", "updated", "update", "post-mortem", "postmortem", "planned", "scheduled",
        "verifying", "completed", "cancelled", "canceled", "closing", "closed", "detected", "fixed",
    ]
}
