import Foundation
import Ingestion
import TestSupport
import Testing

/// A seeded mutation loop over the text readers: whatever the bytes, an answer in bounded time.
@Suite("Mutated sources", .serialized)
struct ReaderFuzzTests {
    private static let fragments = [
        "\n", "\r\n", "|", "---\n", "# ", "## Timeline\n", "- [ ] ", "14:02", "2024-02-30", "T+",
        "99999999999999999999",
        "\u{0}", "\u{FEFF}", "\u{2028}", "<", ">", "```", "[^1]", "\"", ",", ";", "\t", "All times are IST.\n", "{",
        "[", "}",
        "<@U", "&amp;", "24:00", "PT", "Europe/", "UTC+99", "-", "\u{2013}", "(", "]", "é", "障", "PM", "Dec 31",
        "1e308", "+",
    ]

    private static func seeds() throws -> [(String, [UInt8])] {
        let corpus = Checkout.corpus.path(percentEncoded: false)
        let walker = SourceWalker()
        return try walker.walk([corpus]).locations.map { ($0.source, [UInt8](try walker.load($0).bytes)) }
            .filter { $0.1.count < 20_000 }
    }

    @Test("Nothing traps and nothing hangs")
    func mutations() throws {
        let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 600
        let seeds = try Self.seeds()
        guard !seeds.isEmpty else { return }
        var dice = Dice(state: 20_240_305)
        var slowest = (0.0, "")
        for _ in 0..<rounds {
            let (source, original) = seeds[Int.random(in: 0..<seeds.count, using: &dice)]
            var bytes = original
            for _ in 0..<Int.random(in: 1...12, using: &dice) { Self.mutate(&bytes, &dice) }
            let name =
                Bool.random(using: &dice)
                ? source : ["a.md", "a.log", "a.csv", "a.json", "a"][Int.random(in: 0..<5, using: &dice)]
            var outcome = SourceOutcome()
            let time = threadSeconds {
                outcome = SourceReader().reports(in: SourceDocument(source: name, bytes: Data(bytes), identity: name))
            }
            if time > slowest.0 { slowest = (time, name) }
            // Only a feed or an export may hold nothing; an export says so.
            let isFeed = String(decoding: bytes, as: UTF8.self).contains("<feed")
            #expect(isFeed || !outcome.reports.isEmpty || !outcome.failures.isEmpty || !outcome.notes.isEmpty)
            #expect(outcome.failures.allSatisfy { $0.description.hasPrefix(name) })
        }
        print("tried \(rounds) mutated sources; slowest \(slowest)")
        #expect(slowest.0 < 5)
    }

    private static func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let place = Int.random(in: 0...bytes.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: bytes.insert(contentsOf: fragments[Int.random(in: 0..<fragments.count, using: &dice)].utf8, at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...200, using: &dice)))
        case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
        case 3:
            let end = min(bytes.count, place + 300)
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
        default: bytes.removeLast(min(bytes.count, Int.random(in: 0...400, using: &dice)))
        }
    }

    @Test(
        "Large and repetitive sources take time in proportion",
        arguments: [
            ("a.md", "## Timeline\n"), ("a.md", "- 14:02 x\n"), ("a.md", "| 14:02 | x |\n|---|---|\n"),
            ("a.md", "[a](b"),
            ("a.md", "**a "), ("a.md", "<b>"), ("a.md", "# h\n"), ("a.md", "a: "), ("a.md", "- [ ] x (owner: y) - z\n"),
            ("a.log", "14:02 "), ("a.log", "14:02 a\n"), ("a.log", "14:02\n"), ("a.log", "("), ("a.log", "lasted "),
            ("a.csv", "14:02,"), ("a.csv", "\"14:02\",x\n"), ("a.csv", "\""), ("a.csv", "14:02,x\n"),
            ("a.jsonl", "{\"time\":\"14:02\",\"text\":\"<@U\"}\n"), ("a.json", "["), ("a.json", "{\"a\":"),
            ("a", "All times are "), ("a", "UTC/"), ("a", "Europe/"), ("a.md", "[^1]\n\n[^1]: x\n\n"),
        ])
    func repetition(name: String, unit: String) {
        let bytes = Data(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
        let time = threadSeconds {
            _ = SourceReader().reports(in: SourceDocument(source: name, bytes: bytes, identity: name))
        }
        #expect(time < 20)
    }
}
