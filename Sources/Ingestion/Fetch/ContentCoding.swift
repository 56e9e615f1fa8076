import Compression
import Foundation

/// What servers pack a body in for the way (RFC 9110, section 8.4).
///
/// libcurl could unpack too, but takes a stream that ends in the middle for a whole one, and one of several parts for a
/// broken one.
enum ContentCoding {
    /// What we offer to unpack.
    static let offered = "gzip, deflate"

    /// One inside another is what two careless servers make; more are made to keep readers busy.
    private static let most = 2

    /// A body without its packing.
    ///
    /// - Parameters:
    ///   - header: The `Content-Encoding` header, the outermost packing last.
    ///   - limit: The most bytes that may come out.
    ///   - cutsOff: Whether what is over the limit is cut off rather than refused.
    ///   - isCut: Whether the body is only a beginning: then what is in it is enough.
    static func unpacked(
        _ body: Data, header: String?, limit: Int, cutsOff: Bool = false, isCut: Bool = false
    ) throws(TransferFailure) -> Data {
        let names = (header ?? "").split(separator: ",").map { $0.trimmed.lowercased() }
            .filter { !$0.isEmpty && $0 != "identity" }
        guard names.count <= most, names.allSatisfy(["gzip", "x-gzip", "deflate"].contains) else {
            throw .unknownEncoding
        }
        var body = body
        for name in names.reversed() where !body.isEmpty {
            do {
                body = try inflated(body, name, limit: limit, takesBeginning: isCut)
            } catch CompressionError.tooLarge where cutsOff {
                // It reaches the limit, so nothing is missing before that.
                body = (try? inflated(body, name, limit: limit, takesBeginning: true)) ?? Data()
            } catch CompressionError.tooLarge {
                throw .tooLarge(bytes: nil)
            } catch CompressionError.truncated {
                throw .damaged("its compressed data ends too early")
            } catch {
                throw .damaged("it can't be decompressed")
            }
        }
        return body
    }

    private static func inflated(
        _ body: Data, _ name: String, limit: Int, takesBeginning: Bool
    ) throws -> Data {
        // Some servers leave out what `deflate` means to be around the stream, others put gzip's marks there.
        let isBare = name == "deflate" && !Compression.isZlib(body) && !Compression.isGzip(body)
        return try Compression.inflate(
            body, limit: limit, form: isBare ? .bare : .marked, takesBeginning: takesBeginning)
    }
}
