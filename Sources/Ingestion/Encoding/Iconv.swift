#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The system's converter between encodings.
enum Iconv {
    /// `bytes` as UTF-8 and how many places were unreadable (U+FFFD stands there); `nil` when `encoding` is unknown.
    static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: String) -> (bytes: [UInt8], replaced: Int)? {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = [CChar](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
            count = bytes.count
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var replaced = 0
        input.withUnsafeMutableBufferPointer { input in
            var from = input.baseAddress
            var left = input.count
            var chunk = [CChar](repeating: 0, count: 16_384)
            while left > 0 {
                let before = left
                let failure = step(converter, &from, &left, &chunk, into: &output)
                if failure == 0 || failure == E2BIG, left < before { continue }
                // An invalid or incomplete sequence: step over one byte and go on.
                output += [0xEF, 0xBF, 0xBD]
                replaced += 1
                from = from.map { $0 + 1 }
                left -= 1
            }
            // Some encodings hold back a character that the next one may change.
            _ = step(converter, nil, nil, &chunk, into: &output)
        }
        return (output, replaced)
    }

    /// One call: appends what it gave to `output`; 0, or the reason it stopped early.
    private static func step(
        _ converter: iconv_t, _ from: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
        _ left: UnsafeMutablePointer<Int>?, _ chunk: inout [CChar], into output: inout [UInt8]
    ) -> CInt {
        chunk.withUnsafeMutableBufferPointer { chunk -> CInt in
            var to = chunk.baseAddress
            var room = chunk.count
            let status = iconv(converter, from, left, &to, &room)
            let code = Int(bitPattern: UInt(truncatingIfNeeded: status)) == -1 ? errno : 0
            for byte in chunk[..<(chunk.count - room)] { output.append(UInt8(bitPattern: byte)) }
            return code
        }
    }
}
