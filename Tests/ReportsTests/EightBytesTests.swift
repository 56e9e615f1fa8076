import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("Eight bytes at a time")
struct EightBytesTests {
    @Test("The first marked byte is the first that is looked for")
    func firstMark() {
        var generator = Dice(state: 5)
        let edges: [UInt8] = [0, 1, 0x1F, 0x20, 0x21, 0x3C, 0x3D, 0x7F, 0x80, 0xE2, 0xFF]
        for _ in 0..<2000 {
            let bytes: [UInt8] = (0..<8).map { _ in edges.randomElement(using: &generator)! }
            bytes.withUnsafeBufferPointer { buffer in
                guard let eight = EightBytes(buffer, at: 0) else { return }
                for byte in [0x20, 0x3C, 0xE2] as [UInt8] {
                    #expect(EightBytes.first(of: eight.marks(of: byte)) == bytes.firstIndex(of: byte) ?? 8)
                    let sure = (0..<8).filter { eight.sureMarks(of: byte) >> (8 * $0 + 7) & 1 == 1 }
                    #expect(sure == bytes.indices.filter { bytes[$0] == byte })
                }
                let either = eight.marks(of: 0x3C) | eight.marks(ofLessThan: 0x20)
                #expect(EightBytes.first(of: either) == bytes.firstIndex { $0 == 0x3C || $0 < 0x20 } ?? 8)
            }
        }
        [UInt8](repeating: 1, count: 10).withUnsafeBufferPointer { bytes in
            #expect(EightBytes(bytes, at: 2) != nil)
            #expect(EightBytes(bytes, at: 3) == nil)
        }
    }

    @Test("What may be marked is found at every length and offset")
    func places() {
        for count in 0...20 {
            for marked in 0...count {
                var bytes = [UInt8](repeating: 0x41, count: count)
                if marked < count { bytes[marked] = 0x3C }
                bytes.withUnsafeBufferPointer { buffer in
                    for start in 0...count {
                        var place = EightBytes.place(in: buffer, from: start) { $0.marks(of: 0x3C) }
                        while place < count, buffer[place] != 0x3C {
                            place = EightBytes.place(in: buffer, from: place + 1) { $0.marks(of: 0x3C) }
                        }
                        #expect(place == (marked < start ? count : marked))
                    }
                }
            }
        }
    }

    @Test("JSON holds any text, and nothing in it ends a line or opens a tag")
    func json() throws {
        var generator = Dice(state: 6)
        let pieces = [
            "plain words", "<", "\"", "\\", "\n", "\u{1}", "\u{7F}", "\u{2028}", "\u{2029}", "\u{2019}", "é", "x", "障害",
        ]
        for _ in 0..<500 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let json = JSONValue.string(text)
            #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
            #expect(
                !json.text.unicodeScalars.contains {
                    $0.value < 0x20 || $0 == "<" || $0 == "\u{2028}" || $0 == "\u{7F}"
                })
        }
    }

    @Test(
        "Times are written with all their digits",
        arguments: [
            (Timestamp(year: 987, month: 3, day: 5)?.description, "0987-03-05"),
            (
                Timestamp(year: 2024, month: 3, day: 5, hour: 4, minute: 2, second: 9, offsetSeconds: -12_600)?
                    .description,
                "2024-03-05T04:02:09-03:30"
            ),
            (Timestamp(secondsSince1970: 253_402_300_800).description, "10000-01-01T00:00:00Z"),
        ])
    func times(text: String?, expected: String) {
        #expect(text == expected)
    }
}
