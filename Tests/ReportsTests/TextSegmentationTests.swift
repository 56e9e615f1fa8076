import Reports
import TestSupport
import Testing

@Suite struct TextSegmentationTests {
    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TextSegmentation.sentences(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        "A sentence ends at its last mark, and nowhere else",
        arguments: [
            ("It broke. We fixed it.", ["It broke.", "We fixed it."]),
            ("Really? Yes! Done.", ["Really?", "Yes!", "Done."]),
            ("Some hosts, e.g. Two and Three, failed.", ["Some hosts, e.g. Two and Three, failed."]),
            ("Version 2.5.1 fixed it. Load rose by 3.5 %.", ["Version 2.5.1 fixed it.", "Load rose by 3.5 %."]),
            ("It began at 09:14 p.m. local time.", ["It began at 09:14 p.m. local time."]),
            ("We edited config.yaml. Nothing else.", ["We edited config.yaml.", "Nothing else."]),
            ("He wrote \"stop.\" Then it stopped.", ["He wrote \"stop.\"", "Then it stopped."]),
            ("Mr. J. Smith of Example Inc. Called us.", ["Mr. J. Smith of Example Inc. Called us."]),
            ("See no. 5 and fig. 2. Then rest.", ["See no. 5 and fig. 2.", "Then rest."]),
            ("障害。復旧した。", ["障害。", "復旧した。"]),
            ("", []), (" \n\n\t", []), ("...", ["..."]),
        ])
    func ends(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test(
        "Headings, list items and table rows stand alone",
        arguments: [
            ("Root cause\n\nA disk failed.", ["Root cause", "A disk failed."]),
            ("## Root cause ##\nA disk failed.", ["Root cause ##", "A disk failed."]),
            ("- one\n- two\n  still two\n1. three", ["one", "two\n  still two", "three"]),
            ("| 10:00 | Alert |\n| 10:05 | Page |", ["| 10:00 | Alert |", "| 10:05 | Page |"]),
            ("10:00 | Alert\n10:05 | Page", ["10:00 | Alert", "10:05 | Page"]),
            ("Run a|b and a || b.\nThen c.", ["Run a|b and a || b.", "Then c."]),
            (
                "A paragraph that was wrapped by hand at seventy columns or so and\ngoes on.",
                ["A paragraph that was wrapped by hand at seventy columns or so and\ngoes on."]
            ),
            ("Impact\nUsers saw errors.", ["Impact", "Users saw errors."]),
            ("Before.\n```\ncode. Here.\n```\nAfter.", ["Before.", "After."]),
            ("```one line``` of code.", ["```one line``` of code."]),
            ("> Quoted. Twice.", ["Quoted.", "Twice."]),
            ("a\r\n\r\nb", ["a", "b"]),
        ])
    func blocks(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test("A line that lost its # is still a heading; a sentence is none")
    func headings() {
        let bytes = Array("What went wrong\n\nThe disk filled up over night.".utf8)
        #expect(TextSegmentation.blocks(in: bytes).map(\.kind) == [.heading(level: 0), .paragraph])
        #expect(TextSegmentation.blocks(in: Array("### Impact".utf8)).map(\.kind) == [.heading(level: 3)])
    }

    @Test("Ranges are in order, inside the text and on character boundaries, whatever the bytes")
    func ranges() {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("ab .!?\n-#|`*1\"')(>:é—。😀\r\t")
        for _ in 0..<400 {
            let text = String(
                (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "a"
                })
            let bytes = Array(text.utf8)
            var last = 0
            for range in TextSegmentation.sentences(in: text) {
                #expect(range.lowerBound >= last && range.upperBound <= bytes.count && !range.isEmpty)
                #expect(String(validating: bytes[range], as: UTF8.self) != nil)
                last = range.upperBound
            }
        }
    }

    @Test(
        "A quarter megabyte of one thing takes no more than a moment",
        arguments: [".", ". ", "\n", "- ", "a", "a.", ".)", "```\n", "#", "| ", "> ", "“", "1. "])
    func linear(piece: String) {
        let text = String(repeating: piece, count: 250_000 / piece.utf8.count)
        // Generous for a debug build; quadratic work would take hours.
        #expect(threadSeconds { _ = TextSegmentation.sentences(in: text) } < 20)
    }
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
