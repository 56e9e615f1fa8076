/// Finds tags that libxml2 would spend quadratic time on.
enum TagScan {
    /// More attributes than any page needs.
    static let maxAttributes = 2000

    /// Whether a tag has more than ``maxAttributes`` words outside quotes.
    ///
    /// libxml2 compares each attribute of an element with all before it, so ten megabytes of `<a b c d …` would take
    /// hours. Scripts and styles are stepped over: `i<n` there opens no tag.
    static func hasOverlongTag(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if buffer[index] == UInt8(ascii: "<"), index + 1 < buffer.count, isLetter(buffer[index + 1]) {
                    let (end, words) = tag(in: buffer, from: index + 1)
                    if words > maxAttributes { return true }
                    let name = ["script", "style"].first { starts(buffer, at: index + 1, with: $0) }
                    index = name.map { endOfRawText(in: buffer, from: end, name: $0) } ?? end
                } else {
                    index += 1
                }
            }
            return false
        }
    }

    /// Where a tag ends and how many words it has; stops counting early when there are too many.
    private static func tag(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, words: Int) {
        var index = start
        var words = 0
        var isBlank = false
        while index < buffer.count, words <= maxAttributes {
            let byte = buffer[index]
            switch byte {
            case UInt8(ascii: ">"): return (index + 1, words)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if index > 0, buffer[index - 1] == UInt8(ascii: "=") {
                    var close = index + 1
                    while close < buffer.count, buffer[close] != byte { close += 1 }
                    // An unclosed quote swallows the rest of the page; read on inside it instead.
                    if close < buffer.count { index = close }
                    // `a="1"b="2"` has two attributes without a blank between.
                    isBlank = true
                }
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"): isBlank = true
            default:
                if isBlank { words += 1 }
                isBlank = false
            }
            index += 1
        }
        return (index, words)
    }

    /// Where `</name` stands; the end of the page when it does not.
    private static func endOfRawText(in buffer: UnsafeBufferPointer<UInt8>, from start: Int, name: String) -> Int {
        var index = start
        while index + 1 < buffer.count {
            if buffer[index] == UInt8(ascii: "<"), buffer[index + 1] == UInt8(ascii: "/"),
                starts(buffer, at: index + 2, with: name)
            {
                return index
            }
            index += 1
        }
        return buffer.count
    }

    private static func starts(_ buffer: UnsafeBufferPointer<UInt8>, at start: Int, with name: String) -> Bool {
        guard start + name.utf8.count <= buffer.count else { return false }
        return zip(buffer[start...], name.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
