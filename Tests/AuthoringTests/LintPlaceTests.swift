import Authoring
import Testing

@Test(
    "A finding stands at its exact line and column",
    arguments: [
        ("Careless.", "1:1-1:9"),
        ("---\ntitle: T\n---\n\nA careless edit.", "5:3-5:11"),
        ("---\r\ntitle: T\r\n---\r\nA careless edit.\r\n", "4:3-4:11"),
        ("\u{FEFF}A careless edit.", "1:3-1:11"),
        ("Grüße 🚒 – a careless edit.", "1:13-1:21"),
        ("- one\n  - two\n    three and a careless edit", "3:17-3:25"),
        ("1. first\n\n   A **careless** edit.", "3:8-3:16"),
        ("| a | b |\n|---|---|\n| x\\|y | a careless edit |", "3:12-3:20"),
        ("R&amp;D \\*made\\* a careless edit", "1:20-1:28"),
        ("See [the careless](https://a.example/careless \"careless\") careless", "1:10-1:18 1:59-1:67"),
        ("Human\nerror.", "1:1-2:6"),
        ("## A careless edit\n\ntext", "1:6-1:14"),
        ("A careless edit\n===\n", "1:3-1:11"),
        ("Text `careless` and careless.", "1:21-1:29"),
        ("The *care*less edit, then reckless.", "1:6-1:15 1:27-1:35"),
        ("Line one  \ncareless\\\nreckless", "2:1-2:9 3:1-3:9"),
    ])
func place(text: String, expected: String) throws {
    let lint = BlamelessLint(rules: LintRule.standard.filter { ["NJ01", "HC01"].contains($0.id) })
    let found = try lint.findings(in: text, path: "a.md", scope: .passage)
    #expect(found.map { "\($0.line):\($0.column)-\($0.endLine):\($0.endColumn)" }.joined(separator: " ") == expected)
}

@Test("The columns of a finding cut its excerpt out of the file")
func excerptStandsAtItsPlace() throws {
    let text = "Ähm: “x” — `c`: *the* [engineer](u) **failed** to check; R&amp;D was _careless_ & sloppy."
    let found = try BlamelessLint().findings(in: text, path: "a.md", scope: .passage)
    #expect(found.count >= 3)
    for finding in found {
        let scalars = Array(text.unicodeScalars)[(finding.column - 1)..<(finding.endColumn - 1)]
        #expect(String(String.UnicodeScalarView(scalars)) == finding.excerpt)
        let bytes = Array(text.utf8)[(finding.utf8Column - 1)..<(finding.endUTF8Column - 1)]
        #expect(String(decoding: bytes, as: UTF8.self) == finding.excerpt)
    }
}

@Test(
    "Nothing is found where the writer's prose is not",
    arguments: [
        "`human error`", "```\nhuman error\n```", "    human error", "~~~ human error\nx\n~~~",
        "[x](https://a.example/human-error \"human error\")", "<https://a.example/careless>",
        "https://a.example/careless?x=careless",
        "<!-- human error -->", "text <!-- careless --> text", "> The outage was caused by human error.",
        "---\nnote: human error\n---\ntext", "<div title=\"careless\">\n</div>", "The term “human error” is a label.",
        "| Item | Owner |\n|---|---|\n| Add a guard | careless |", "## Root cause\n\ntext", "![a](careless.png)",
        "[x]: https://a.example \"careless\"", "## What could have gone better\n\ntext",
    ])
func mask(text: String) throws {
    #expect(try BlamelessLint().findings(in: text, path: "a.md") == [])
}

@Test("Quoted speech gives one info at most")
func quotedSpeech() throws {
    let text = "A customer wrote: “your careless engineers made a stupid mistake and human error is no excuse”."
    let found = try BlamelessLint().findings(in: text, path: "a.md")
    #expect(found.map(\.severity) == [.info])
}

@Test("Sections have their own measure")
func sections() throws {
    let actions =
        "## Action items\n\n- Improve monitoring. Owner: duty lead, due 2026-01-31\n- The tool should have a limit."
    #expect(try BlamelessLint().findings(in: actions, path: "a.md", scope: .passage).map(\.rule) == ["EV06"])
    #expect(try BlamelessLint().findings(in: "Improve monitoring.", path: "a.md", scope: .passage) == [])
    let timeline = "## Timeline\n\n- 14:02 Priya deleted the volume"
    #expect(try BlamelessLint().findings(in: timeline, path: "a.md", scope: .passage).map(\.severity) == [.info])
    let impact = "## Impact\n\nSome users saw errors."
    #expect(try BlamelessLint().findings(in: impact, path: "a.md", scope: .passage).map(\.rule) == ["EV05"])
    #expect(
        try BlamelessLint().findings(in: "## Lessons\n\nIn hindsight the limit was low.", path: "a.md", scope: .passage)
            == [])
}

@Test(
    "Words that grow when written small keep their places",
    arguments: ["İİİ's careless edit", "İn't. A careless edit", "ȺȺ’ll careless", "'s n't. A careless edit"])
func growingWords(text: String) throws {
    let found = try BlamelessLint().findings(in: text, path: "a.md", scope: .passage).filter { $0.rule == "NJ01" }
    #expect(found.map(\.excerpt) == ["careless"])
}
