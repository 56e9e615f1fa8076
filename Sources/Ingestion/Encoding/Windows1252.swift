/// windows-1252 as the WHATWG Encoding Standard defines it: every byte has a meaning.
enum Windows1252 {
    /// The bytes as UTF-8.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
            if scalar < 0x800 {
                output.append(0xC0 | UInt8(scalar >> 6))
            } else {
                output.append(0xE0 | UInt8(scalar >> 12))
                output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            }
            output.append(0x80 | UInt8(scalar & 0x3F))
        }
        return output
    }

    /// What 0x80 to 0x9F stand for.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
