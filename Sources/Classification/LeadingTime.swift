/// Finds the time in front of a list item or table row: "2025-10-26 02:41 +02:00 | …", "**14:03 UTC** – …".
enum LeadingTime {
    private enum Part { case time, zone, month, number, mark }

    /// No time is written in more words, and no part of one in more bytes.
    private static let mostWords = 12
    private static let longestWord = 32

    /// Where the words after a leading time begin; the range's own start when no time leads, or nothing follows it.
    static func end(in bytes: [UInt8], of range: Range<Int>) -> Int {
        let found = parts(in: bytes, of: range)
        var hasTime = false
        for (index, entry) in found.enumerated() {
            let before = index > 0 ? found[index - 1].part : nil
            let after = index + 1 < found.count ? found[index + 1].part : nil
            switch entry.part {
            case .time: hasTime = true
            case .mark: break
            case .zone where hasTime: break
            // A bare number or month is a date only beside the other: "3 May 2025", not "14:03 5 nodes".
            case .number where before == .month || after == .month: hasTime = true
            case .number where before == .number && index > 1 && found[index - 2].part == .month: break
            case .month where before == .number || after == .number: hasTime = true
            case .zone, .number, .month: return hasTime ? entry.range.lowerBound : range.lowerBound
            }
        }
        var at = found.last?.range.upperBound ?? range.lowerBound
        while at < range.upperBound, isSpace(bytes[at]) { at += 1 }
        return hasTime && at < range.upperBound ? at : range.lowerBound
    }

    /// The words in front that a time may hold, up to the first other one.
    private static func parts(in bytes: [UInt8], of range: Range<Int>) -> [(part: Part, range: Range<Int>)] {
        var result: [(part: Part, range: Range<Int>)] = []
        var at = range.lowerBound
        while at < range.upperBound, result.count < mostWords {
            let start = at
            while at < range.upperBound, !isSpace(bytes[at]), at - start <= longestWord { at += 1 }
            if start < at {
                guard let part = part(bytes[start..<at]) else { break }
                result.append((part, start..<at))
            }
            while at < range.upperBound, isSpace(bytes[at]) { at += 1 }
        }
        return result
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isPlain(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) }

    /// What a word is of a time; `nil` for any other word.
    private static func part(_ word: ArraySlice<UInt8>) -> Part? {
        guard let first = word.firstIndex(where: isPlain), let last = word.lastIndex(where: isPlain) else {
            // Pipes, brackets and hyphens, or a dash of three bytes.
            return word.allSatisfy { $0 < 0x80 } || word.elementsEqual("–".utf8) || word.elementsEqual("—".utf8)
                ? .mark : nil
        }
        let core = word[first...last]
        guard core.allSatisfy({ $0 < 0x80 }) else { return nil }
        let name = String(decoding: core.lazy.map { isDigit($0) ? $0 : $0 | 0x20 }, as: UTF8.self)
        if zones.contains(name) { return .zone }
        if months.contains(name) { return .month }
        guard isDigit(core[first]) else { return nil }
        let letters = String(
            decoding: core.lazy.filter { !isDigit($0) && isPlain($0) }.map { $0 | 0x20 }, as: UTF8.self)
        guard suffixes.contains(letters) else { return nil }
        let dashes = core.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
        if core.contains(UInt8(ascii: ":")) || dashes == 2 || letters.hasSuffix("m") { return .time }
        return core.count <= 4 && core.allSatisfy(isDigit) ? .number : nil
    }

    /// Letters between or after the digits of a time: "2025-10-26T02:41Z", "9:15pm".
    private static let suffixes: Set<String> = ["", "t", "z", "tz", "am", "pm", "utc"]
    private static let zones: Set<String> = [
        "utc", "gmt", "z", "cet", "cest", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt",
        "jst", "ist", "am", "pm",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
}
