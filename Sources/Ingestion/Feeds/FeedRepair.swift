/// Mends the usual faults of ill-formed feeds before they are parsed again.
enum FeedRepair {
    /// `utf8` from its first tag on, bare ampersands written as `&amp;`, characters that XML forbids left out.
    static func mended(_ utf8: [UInt8]) -> [UInt8] {
        guard let start = utf8.firstIndex(of: UInt8(ascii: "<")) else { return utf8 }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count + 64)
        var index = start
        while index < utf8.count {
            let byte = utf8[index]
            if byte == UInt8(ascii: "<"), starts(utf8, at: index, with: "<![CDATA[") {
                let end = endOfCharacterData(utf8, from: index)
                for byte in utf8[index..<end] where isAllowed(byte) { output.append(byte) }
                index = end
                continue
            }
            if byte == UInt8(ascii: "&"), !isReference(utf8, at: index) {
                output += Array("&amp;".utf8)
            } else if isAllowed(byte) {
                output.append(byte)
            }
            index += 1
        }
        return output
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func starts(_ bytes: [UInt8], at index: Int, with word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return bytes[index..<(index + count)].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }

    private static func endOfCharacterData(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "]"), starts(bytes, at: index, with: "]]>") { return index + 3 }
            index += 1
        }
        return bytes.count
    }

    /// Whether an ampersand begins `&name;` or `&#…;`.
    private static func isReference(_ bytes: [UInt8], at start: Int) -> Bool {
        var index = start + 1
        while index < bytes.count, index < start + 32 {
            let byte = bytes[index]
            if byte == UInt8(ascii: ";") { return index > start + 1 }
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            let isDigit = (0x30...0x39).contains(byte)
            guard isLetter || (isDigit && index > start + 1) || (byte == UInt8(ascii: "#") && index == start + 1) else {
                return false
            }
            index += 1
        }
        return false
    }
}
