import Reports
import Testing

@testable import Classification

@Suite("Quoted words") struct EvidenceSpanTests {
    /// The quote around some words of a text's first sentence that holds them.
    private func quote(of cue: String, in text: String) throws -> String {
        let report = Report(source: "text", kind: .postmortem, title: nil, text: text)
        let reading = ReportReading(report, lexicon: RuleClassifier().lexicon)
        let bytes = Array(text.utf8)
        let start = try #require(text.utf8.indices.first { text[$0...].utf8.starts(with: cue.utf8) })
        let from = text.utf8.distance(from: text.startIndex, to: start)
        let sentence = try #require(reading.sentences.first { $0.range.contains(from) })
        let first = try #require(sentence.words.first { reading.words[$0].end > from })
        let last = try #require(sentence.words.last { reading.words[$0].start < from + cue.utf8.count })
        let range = EvidenceSpan.range(of: first..<last + 1, in: sentence, of: reading)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private static let long = String(repeating: " and more was said about it all along the way", count: 6)

    @Test(
        "A time, date, version or address is quoted whole or not at all",
        arguments: [
            (
                "At first there was no alert at all 2025-10-26 06:12: the pager was off",
                "At first there was no alert at all 2025-10-26 06:12"
            ),
            (
                "Then on 2025-10-26: we had no alert that told us at all; then",
                "2025-10-26: we had no alert that told us at all"
            ),
            ("At 2025-10-26 02:41 +02:00 we had no alert", "At 2025-10-26 02:41 +02:00 we had no alert"),
            ("Nothing answered at 10.0.0.12, so no alert", "Nothing answered at 10.0.0.12, so no alert"),
        ])
    func numbers(text: String, start: String) throws {
        #expect(try quote(of: "no alert", in: text + Self.long).hasPrefix(start))
    }

    @Test(
        "A leading time of a list item or table row is not quoted",
        arguments: [
            ("- 14:03 UTC: There was no alert.", "There was no alert."),
            ("- 2025-10-26 02:41 +02:00 There was no alert.", "There was no alert."),
            ("- **2025-10-26T02:41Z** – There was no alert.", "There was no alert."),
            ("- 3 May 2025, 9:15 am - There was no alert.", "There was no alert."),
            ("- [Oct 26 02:41] There was no alert.", "There was no alert."),
            ("| 2025-10-26 02:41 | There was no alert |", "There was no alert |"),
            ("- 14:03 5 nodes had no alert.", "5 nodes had no alert."),
            ("- 5 nodes had no alert.", "5 nodes had no alert."),
            ("- May there be no alert?", "May there be no alert?"),
            ("At 14:03 there was no alert.", "At 14:03 there was no alert."),
            ("14:03 there was no alert.", "14:03 there was no alert."),
        ])
    func leadingTimes(text: String, expected: String) throws {
        #expect(try quote(of: "no alert", in: text) == expected)
    }

    @Test("The time in front of a long row is not quoted either")
    func longRow() throws {
        let text = "- 2025-10-26 02:41 +02:00 There was no alert" + Self.long
        let quote = try quote(of: "no alert", in: text)
        #expect(quote.hasPrefix("There was no alert"))
    }
}
