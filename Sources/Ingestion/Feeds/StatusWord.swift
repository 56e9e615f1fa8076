/// The words status pages put before their updates.
enum StatusWord {
    /// The phase that the front of a text states, and what follows: `Resolved - All well`, `[RESOLVED] All well`,
    /// `Status: Monitoring`; `nil` when no such word stands there with a mark or a line's end after it.
    static func front(of text: Substring) -> (phase: String, rest: Substring)? {
        let found = text.utf8.withContiguousStorageIfAvailable(front) ?? Array(text.utf8).withUnsafeBufferPointer(front)
        return found.map { word, end in
            (word.description, text[text.utf8.index(text.startIndex, offsetBy: end)...])
        }
    }

    /// The word, and where what follows it and its mark begins.
    private static func front(of text: UnsafeBufferPointer<UInt8>) -> (word: StaticString, end: Int)? {
        var index = skipping(text, from: 0) { $0 <= 0x20 }
        let isBracketed = index < text.count && text[index] == UInt8(ascii: "[")
        if isBracketed { index += 1 }
        if ASCIISearch.starts(text, at: index, with: "status:") {
            index = skipping(text, from: index + 7) { $0 <= 0x20 }
        }
        guard index < text.count else { return nil }
        let first = text[index] | 0x20
        // Longer ones stand first: "updated" before "update".
        for word in words where word.utf8Start[0] == first && ASCIISearch.starts(text, at: index, with: word) {
            let after = index + word.utf8CodeUnitCount
            if let end = afterMark(text, from: after, isBracketed: isBracketed) { return (word, end) }
        }
        return nil
    }

    /// Where what follows the mark after a status begins; all of it is taken when the line ends there.
    private static func afterMark(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isBracketed: Bool) -> Int? {
        var index = start
        if isBracketed {
            guard index < text.count, text[index] == UInt8(ascii: "]") else { return nil }
            index += 1
        }
        index = skipping(text, from: index) { $0 == 0x20 }
        guard index < text.count else { return index }
        switch text[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "-"): index += 1
        // En and em dash.
        case 0xE2 where index + 1 < text.count && text[index + 1] == 0x80: index = min(index + 3, text.count)
        case 0x0A: break
        default:
            if !isBracketed { return nil }
        }
        return skipping(text, from: index) { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }

    private static func skipping(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ isSkipped: (UInt8) -> Bool
    ) -> Int {
        var index = start
        while index < text.count, isSkipped(text[index]) { index += 1 }
        return index
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
