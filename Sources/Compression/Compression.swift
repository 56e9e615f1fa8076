import CZlib
import Foundation

/// Why bytes could not be decompressed.
public enum CompressionError: Error, Equatable, CustomStringConvertible {
    /// The stream ends before its end mark.
    case truncated
    /// The bytes are not the format they are read as.
    case damaged
    /// The result would exceed the limit, in bytes.
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .truncated: "the compressed data ends early; fetch the file again"
        case .damaged: "the compressed data is damaged; fetch the file again"
        case .tooLarge(let limit): "decompresses to more than \(limit) bytes; raise --max-size or split the file"
        }
    }
}

/// zlib and gzip, whole buffers at a time.
public enum Compression {
    /// Bytes in zlib format (RFC 1950), as SQLite's own `sqlar_uncompress` reads them. The same bytes give the same result.
    public static func deflate(_ data: Data) -> Data {
        var stream = z_stream()
        let opened = postmortem_deflateInit(&stream, 6, 15)
        precondition(opened == Z_OK, "zlib could not be set up: \(opened)")
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(data.count))))
        let written = run(data, into: &output, with: &stream) { deflateStep(&$0) }
        return Data(output[..<written])
    }

    private static func deflateStep(_ stream: inout z_stream) {
        let status = CZlib.deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "deflateBound was too small")
    }

    private static func run(
        _ data: Data, into output: inout [UInt8], with stream: inout z_stream, step: (inout z_stream) -> Void
    ) -> Int {
        let capacity = output.count
        data.withUnsafeBytes { input in
            output.withUnsafeMutableBytes { buffer in
                stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(buffer.count)
                step(&stream)
            }
        }
        return capacity - Int(stream.avail_out)
    }

    /// What is around a compressed stream.
    public enum Form: Sendable {
        /// The marks of zlib or gzip, whichever they are.
        case marked
        /// Nothing (RFC 1951).
        case bare
    }

    /// The bytes that zlib- or gzip-compressed data holds; all members of a gzip file, one after another.
    ///
    /// - Parameters:
    ///   - limit: The most bytes the result may have.
    ///   - takesBeginning: Whether truncated data, and data that holds more than the limit, give what they begin with.
    /// - Throws: ``CompressionError`` on truncated or damaged data, or past the limit.
    public static func inflate(
        _ data: Data, limit: Int, form: Form = .marked, takesBeginning: Bool = false
    ) throws -> Data {
        var stream = z_stream()
        // 32 lets zlib tell gzip and zlib headers apart by itself; a negative number, that there are none.
        let opened = postmortem_inflateInit(&stream, form == .bare ? -15 : 15 + 32)
        precondition(opened == Z_OK, "zlib could not be set up: \(opened)")
        defer { inflateEnd(&stream) }
        var result = Data()
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        try data.withUnsafeBytes { (input: UnsafeRawBufferPointer) in
            stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.avail_in = UInt32(input.count)
            while true {
                let (status, produced) = chunk.withUnsafeMutableBytes { buffer -> (Int32, Int) in
                    stream.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    let status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    return (status, buffer.count - Int(stream.avail_out))
                }
                result.append(contentsOf: chunk[..<produced])
                if result.count > limit {
                    guard takesBeginning else { throw CompressionError.tooLarge(limit: limit) }
                    result = Data(result.prefix(limit))
                    return
                }
                switch status {
                case Z_STREAM_END:
                    guard stream.avail_in > 0, stream.next_in[0] == 0x1F else { return }
                    inflateReset(&stream)
                case Z_OK: continue
                case Z_BUF_ERROR where takesBeginning: return
                case Z_BUF_ERROR: throw CompressionError.truncated
                default: throw CompressionError.damaged
                }
            }
        }
        return result
    }

    /// Whether data begins with zlib's mark (RFC 1950): a method of 8, and a check that comes out even.
    public static func isZlib(_ data: Data) -> Bool {
        let mark = Array(data.prefix(2))
        return mark.count == 2 && mark[0] & 0x0F == 8 && (Int(mark[0]) << 8 | Int(mark[1])) % 31 == 0
    }

    /// Whether data begins with gzip's mark (RFC 1952).
    public static func isGzip(_ data: Data) -> Bool {
        data.starts(with: [0x1F, 0x8B])
    }
}
