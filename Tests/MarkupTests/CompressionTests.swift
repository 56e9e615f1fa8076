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

    @Test("Of damaged ends and too much, the beginning can be had")
    func beginning() throws {
        let data = Data((0..<5_000).map { UInt8($0 % 251) })
        let deflated = Compression.deflate(data)
        #expect(try Compression.inflate(deflated, limit: 100, takesBeginning: true) == data.prefix(100))
        let cut = try Compression.inflate(deflated.dropLast(6), limit: 9_000, takesBeginning: true)
        #expect(data.starts(with: cut) && !cut.isEmpty)
        #expect(throws: CompressionError.damaged) {
            try Compression.inflate(Data("plain".utf8), limit: 100, takesBeginning: true)
        }
    }

    @Test("Streams without marks are told from those with them")
    func bare() throws {
        let deflated = Compression.deflate(Data("hello".utf8))
        #expect(Compression.isZlib(deflated) && !Compression.isGzip(deflated))
        let bare = Data(deflated.dropFirst(2).dropLast(4))
        #expect(!Compression.isZlib(bare))
        #expect(try Compression.inflate(bare, limit: 100, form: .bare) == Data("hello".utf8))
        #expect(throws: CompressionError.self) { try Compression.inflate(bare, limit: 100) }
        #expect(!Compression.isZlib(Data()) && !Compression.isZlib(Data([0x78])))
    }
}
