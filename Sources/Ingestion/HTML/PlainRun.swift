import Reports

/// Words that a page's HTML and its text spell alike.
enum PlainRun {
    /// Where they end that begin at `start`, with single blanks between: before the first byte that is escaped in HTML, is
    /// left out of text, or is another blank than those.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var isAfterBlank = false
        while index < bytes.count {
            if let next = EightBytes(bytes, at: index), !holdsOther(next) {
                let blanks = next.places(of: 0x20)
                if blanks & (blanks << 8 | (isAfterBlank ? 0x80 : 0)) == 0 {
                    isAfterBlank = blanks >> 63 == 1
                    index += 8
                    continue
                }
            }
            guard !isOther(bytes[index]), !isAfterBlank || bytes[index] != 0x20 else { break }
            isAfterBlank = bytes[index] == 0x20
            index += 1
        }
        return isAfterBlank ? index - 1 : index
    }

    /// Whether one of the bytes is other than a letter, mark or blank that stands as it is. A no-break space, a soft hyphen
    /// and a byte-order mark begin with the last two.
    private static func holdsOther(_ bytes: EightBytes) -> Bool {
        bytes.containsLess(than: 0x20) || bytes.contains(UInt8(ascii: "&")) || bytes.contains(UInt8(ascii: "<"))
            || bytes.contains(UInt8(ascii: ">")) || bytes.contains(0xC2) || bytes.contains(0xEF)
    }

    private static func isOther(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xC2, 0xEF: true
        default: false
        }
    }
}
