/// The zone a page's own times are written in.
enum PageZone {
    /// The offset, in seconds east of UTC, that times in `scripts` are written with: `T23:00:00-04:00`, `23:00:00 -0400`.
    ///
    /// - Returns: The offset of at least two times and of more than two in three; `nil` when there is none but UTC.
    static func offset(in scripts: [UnsafeBufferPointer<UInt8>]) -> Int? {
        var counts: [Int: Int] = [:]
        for script in scripts {
            let end = min(script.count, 2_000_000)
            var index = 3
            while index + 5 < end {
                let byte = script[index]
                if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), let offset = offset(in: script, at: index) {
                    counts[offset, default: 0] += 1
                }
                index += 1
            }
        }
        counts[0] = nil
        let all = counts.values.reduce(0, +)
        return counts.first { $0.value >= 2 && $0.value * 3 > all * 2 }?.key
    }

    private static func offset(in text: UnsafeBufferPointer<UInt8>, at sign: Int) -> Int? {
        // Seconds, or a fraction of them, and perhaps a blank, before the sign.
        var before = sign - 1
        if text[before] == 0x20 { before -= 1 }
        var digits = 0
        while before > 0, text[before].isDigit, digits < 9 {
            before -= 1
            digits += 1
        }
        if text[before] == UInt8(ascii: "."), before >= 3 {
            guard text[before - 1].isDigit, text[before - 2].isDigit else { return nil }
            before -= 3
            digits = 2
        }
        guard digits == 2, before >= 3, text[before] == UInt8(ascii: ":"), text[before - 1].isDigit,
            text[before - 2].isDigit,
            text[before - 3] == UInt8(ascii: ":")
        else { return nil }
        let minutes = text[sign + 3] == UInt8(ascii: ":") ? sign + 4 : sign + 3
        guard minutes + 1 < text.count, text[sign + 1].isDigit, text[sign + 2].isDigit, text[minutes].isDigit,
            text[minutes + 1].isDigit
        else { return nil }
        func number(_ place: Int) -> Int { Int(text[place] - 0x30) * 10 + Int(text[place + 1] - 0x30) }
        let (hour, minute) = (number(sign + 1), number(minutes))
        guard hour <= 14, minute % 15 == 0, minute < 60 else { return nil }
        return (text[sign] == UInt8(ascii: "-") ? -1 : 1) * (hour * 3600 + minute * 60)
    }
}
