import Compression
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Answers that are damaged by chance, the same ones in every run.
@Suite("Damaged answers", .serialized)
struct DamagedAnswerTests {
    private static let whole: [[UInt8]] = {
        let packed = Compression.deflate(Data(String(repeating: "<p>hello</p>", count: 50).utf8))
        let heads = [
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nETag: \"a\"\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nyou\r\n0\r\nX: y\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 301 Moved\r\nLocation: /a?b#c\r\nRetry-After: 3\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: \(packed.count)\r\n\r\n",
        ]
        return heads.enumerated().map { Array($1.utf8) + ($0 == 3 ? Array(packed) : []) }
    }()

    /// Bytes turned, dropped, doubled or cut.
    private static func damaged(_ dice: inout Dice) -> [UInt8] {
        var bytes = whole[dice.roll(whole.count)]
        for _ in 0...dice.roll(4) where !bytes.isEmpty {
            let at = dice.roll(bytes.count)
            switch dice.roll(6) {
            case 0: bytes[at] = UInt8(dice.roll(256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert([0x00, 0x0A, 0x0D, 0x20, 0x3A, 0xFF][dice.roll(6)], at: at)
            case 3: bytes.removeSubrange(at...)
            case 4: bytes.insert(contentsOf: bytes[at...], at: at)
            default: bytes.swapAt(at, dice.roll(bytes.count))
            }
        }
        return bytes
    }

    @Test("Whatever a server answers, there is a page or one line that says why not")
    func chance() async throws {
        var dice = Dice(state: 20_261_123)
        let answers = (0..<400).map { _ in Self.damaged(&dice) }
        let server = try LocalServer { path in
            let number = Int(path.dropFirst().prefix { $0.isNumber }) ?? -1
            return answers.indices.contains(number) ? .data(answers[number]) : .bytes("HTTP/1.1 404 No\r\n\r\n")
        }
        var fetcher = CurlFetcher(
            settings: .init(timeLimit: 5, maxBytes: 10_000, allowsPrivate: true, obeysRobots: false, retries: .never))
        // Damaged redirects name hosts that nobody should be asked for.
        fetcher.resolver = HostResolver { name in name == "127.0.0.1" ? [NetworkAddress(bytes: [127, 0, 0, 1])] : [] }
        var pages = 0
        for number in answers.indices {
            do {
                guard case .fetched(let page) = try await fetcher.fetch("\(server.address)/\(number)") else { continue }
                #expect(page.bytes.count <= 10_000)
                pages += 1
            } catch let error as IngestionError {
                let words = error.description
                #expect(words.hasPrefix(server.address) && !words.contains { $0.isNewline }, "\(number): \(words)")
                #expect(!words.contains("fetching failed"), "\(number): \(words)")
            }
        }
        #expect((20..<380).contains(pages), "\(pages)")
    }
}
