import Compression
import Foundation
import Testing

@Suite("Compression")
struct CompressionTests {
    @Test("Deflated bytes come back", arguments: [0, 1, 70_000])
    func roundTrip(count: Int) throws {
        let data = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        #expect(try Compression.inflate(Compression.deflate(data), limit: 1 << 20) == data)
    }

    @Test("Truncated, damaged and oversized streams are told apart")
    func bad() {
        let deflated = Compression.deflate(Data(repeating: 7, count: 5_000))
        #expect(throws: CompressionError.truncated) {
            try Compression.inflate(deflated.dropLast(6), limit: 1 << 20)
        }
        #expect(throws: CompressionError.damaged) { try Compression.inflate(Data("plain".utf8), limit: 100) }
        #expect(throws: CompressionError.tooLarge(limit: 100)) { try Compression.inflate(deflated, limit: 100) }
        #expect(throws: CompressionError.truncated) { try Compression.inflate(Data(), limit: 100) }
    }
}
