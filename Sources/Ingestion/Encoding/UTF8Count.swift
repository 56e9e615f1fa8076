/// How much of some bytes is valid UTF-8.
struct UTF8Count {
    /// Valid sequences of more than one byte.
    private(set) var multibyte = 0
    /// Bytes that begin no valid sequence.
    private(set) var invalid = 0

    var isValid: Bool { invalid == 0 }

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if buffer[index] < 0x80 {
                    // Eight plain bytes at a time.
                    if index + 8 <= buffer.count,
                        UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                            & 0x8080_8080_8080_8080 == 0
                    {
                        index += 8
                    } else {
                        index += 1
                    }
                    continue
                }
                let length = Self.sequenceLength(buffer, at: index)
                if length == 0 { invalid += 1 } else { multibyte += 1 }
                index += max(length, 1)
            }
        }
    }

    /// Valid UTF-8 made of `bytes`, and how many places had to be replaced by U+FFFD.
    static func repaired(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var replaced = 0
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let length = buffer[index] < 0x80 ? 1 : sequenceLength(buffer, at: index)
                if length == 0 {
                    output += [0xEF, 0xBF, 0xBD]
                    replaced += 1
                    index += 1
                } else {
                    output.append(contentsOf: buffer[index..<(index + length)])
                    index += length
                }
            }
        }
        return (output, replaced)
    }

    /// The length of the well-formed sequence at `index` (RFC 3629, table in section 4); 0 when there is none.
    private static func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = buffer[index]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { low = 0xA0 }
            if first == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { low = 0x90 }
            if first == 0xF4 { high = 0x8F }
        default: return 0
        }
        guard index + length <= buffer.count else { return 0 }
        for offset in 1..<length {
            guard (low...high).contains(buffer[index + offset]) else { return 0 }
            low = 0x80
            high = 0xBF
        }
        return length
    }
}
