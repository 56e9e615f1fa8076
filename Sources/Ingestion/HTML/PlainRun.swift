import Reports

/// Words that a page's HTML and its text spell alike.
enum PlainRun {
    /// Where they end that begin at `start`, with single blanks between: before the first byte that is escaped in HTML, is
    /// left out of text, or is another blank than those.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var isAfterBlank = false
        while index < bytes.count {
            if let next = EightBytes(bytes, at: index), others(next) == 0 {
                let blanks = next.sureMarks(of: 0x20)
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

    /// Marks the bytes that are other than a letter, mark or blank that stands as it is. A no-break space, a soft hyphen and a
    /// byte-order mark begin with the last two.
    private static func others(_ bytes: EightBytes) -> UInt64 {
        bytes.marks(ofLessThan: 0x20) | bytes.marks(of: UInt8(ascii: "&")) | bytes.marks(of: UInt8(ascii: "<"))
            | bytes.marks(of: UInt8(ascii: ">")) | bytes.marks(of: 0xC2) | bytes.marks(of: 0xEF)
    }

    private static func isOther(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xC2, 0xEF: true
        default: false
        }
    }
}
