import Authoring
import Foundation
import Markup
import Reports
import TemplateLibrary
import TestSupport
import Testing

private let templates = PostmortemTemplates(library: TemplateLibrary())
private let day = Timestamp(secondsSince1970: 1_769_817_600, hasTime: false)
private let names = ["ai-involved", "narrative", "near-miss", "quick", "security", "standard"]

@Test("Six templates are listed, each with its abstract")
func list() throws {
    let list = try templates.list()
    #expect(list.map(\.name) == names)
    for summary in list { #expect(summary.abstract.hasSuffix(".") && summary.abstract.count > 20) }
    #expect(try templates.source(of: "quick").hasPrefix("{{! One screen: summary"))
}

@Test("An unknown template is answered with the nearest and all known ones")
func unknownTemplate() {
    let error = #expect(throws: AuthoringError.self) { try templates.source(of: "standart") }
    #expect(
        error?.description
            == "no template 'standart'; did you mean 'standard'? (known: ai-involved, narrative, near-miss, quick, security, standard)"
    )
    let other = #expect(throws: AuthoringError.self) {
        try templates.render("../../etc/passwd", values: .init(title: "T", date: day))
    }
    #expect(
        other?.description
            == "no template '../../etc/passwd' (known: ai-involved, narrative, near-miss, quick, security, standard)")
}

@Test("A template that is no Mustache is named with its line")
func brokenTemplate() throws {
    try withTemporaryFolder { folder in
        let file = folder.appending(path: "postmortems/own.md")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("{{! Ours. }}\n{{title\n".utf8).write(to: file)
        let templates = PostmortemTemplates(library: TemplateLibrary(overrides: [folder]))
        #expect(try templates.list().contains(TemplateSummary(name: "own", abstract: "Ours.")))
        let error = #expect(throws: AuthoringError.self) {
            try templates.render("own", values: .init(title: "T", date: day))
        }
        #expect(
            error?.description
                == "template 'own' can't be rendered: line 3: a tag is not closed with }}; fix the override or remove it"
        )
    }
}

private let hostileTitles = [
    "Plain", "Checkout: 50% errors", "\"Quoted\" and 'single'", "a\nb\r\nc", "---", "--- \n---\n# x", "# not a heading",
    "{{title}}",
    "{{{services}}}", "yes", "null", "~", "1.5", "2026-01-31", "[a, b]", "{a: b}", "*alias", "&anchor", "!tag", "a # b",
    "back\\slash",
    "tab\there", "<script>alert(1)</script>", "<!-- x", "| pipe |", "Größe & Maß 🚒", "\u{2028}line\u{85}end\u{FEFF}",
    "\u{7}bell", "",
    " padded ", "%TAG", "@at `tick`", "a: b: c", "- item", "? key", "日本語の障害", "\u{1F469}\u{200D}\u{1F692}", "'", "\"",
    "\\",
]

@Test("Front matter reads back as given, whatever the title", arguments: names)
func roundTrip(name: String) throws {
    for title in hostileTitles {
        let draft = PostmortemDraft(title: title, date: day, services: [title, "checkout"])
        let text = try templates.render(name, values: draft)
        let file = try FrontMatter.split(text)
        let values = try #require(file.frontMatter)
        #expect(values["title"] == .scalar(title))
        #expect(values["services"] == .list([.scalar(title), .scalar("checkout")]))
        #expect(values["date"] == .scalar("2026-01-31"))
        #expect(values["status"] == .scalar("draft"))
        #expect(values["severity"] == .null)
        #expect(values["template"] == .scalar(name))
        #expect(values["stamps"]?.mapping?.keys.sorted() == StampName.allCases.map(\.rawValue).sorted())
        #expect(values["stamps"]?.mapping?.values.allSatisfy { $0 == .null } == true)
        let heading = try MarkdownDocument(file.body).root.children.first
        #expect(heading?.kind == .heading(level: 1))
        let shown = title.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }.map { String($0) }
        #expect(heading?.plainText == (shown.isEmpty ? "Untitled incident" : shown.joined(separator: " ")))
    }
}

@Test("A fresh postmortem lints without warnings, and a finished one is told of its open prompts", arguments: names)
func templatesLintClean(name: String) throws {
    let text = try templates.render(name, values: .init(title: "Checkout down", date: day))
    let found = try BlamelessLint().findings(in: text, path: name)
    #expect(found.filter { $0.severity > .info } == [])
    #expect(Set(found.map(\.rule)) == ["prompt-unfilled"])
    let prompts = text.split(separator: "<!-- prompt: ").count - 1
    #expect(found.count == prompts)
    let final = try BlamelessLint().findings(in: text.replacing("status: draft", with: "status: final"), path: name)
    #expect(final.count == prompts && final.allSatisfy { $0.severity == .warning })
}

@Test("Prompts ask how and what, and their own wording is blameless", arguments: names)
func prompts(name: String) throws {
    let source = try templates.source(of: name)
    for part in source.split(separator: "<!-- prompt: ").dropFirst() {
        let prompt = String(part.prefix { $0 != ">" }.dropLast(2)).trimmingCharacters(in: .whitespaces)
        let words = Set(prompt.lowercased().split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: ["why", "who", "whose", "whom", "fault", "mistake", "blame"]), "\(prompt)")
        #expect(!words.isDisjoint(with: ["how", "what", "which"]), "\(prompt)")
        #expect(try BlamelessLint().findings(in: prompt, path: name, scope: .passage) == [])
    }
}

@Test("A timeline becomes a table with its zone named and its marks escaped")
func timeline() throws {
    let events = [
        TimelineEvent(at: Timestamp("2026-01-31T14:02:00+01:00"), text: "a | b\nc", actor: "on-call"),
        TimelineEvent(
            at: Timestamp("2026-01-31T14:05:09+01:00"), text: "<script> \\| *x* snake_case", phase: "identified"),
        TimelineEvent(text: "no time"), TimelineEvent(at: Timestamp("2026-02-01"), text: "a day"),
    ]
    let text = try templates.render("quick", values: .init(title: "T", date: day, timeline: events))
    let expected = """
        All times are UTC+01:00.

        | Time | Phase | What happened | Role or tool | Evidence |
        |---|---|---|---|---|
        | 2026-01-31 14:02 |  | a \\| b<br>c | on-call | |
        | 2026-01-31 14:05:09 | identified | \\<script\\> \\\\\\| \\*x\\* snake_case |  | |
        |  |  | no time |  | |
        | 2026-02-01 |  | a day |  | |

        """
    #expect(text.contains(expected))
    let table = try MarkdownDocument(expected).root.children[1]
    #expect(table.children[1].children[2].children.map(\.literal).joined() == "a | b<br>c")
    #expect(table.children[2].children[2].plainText == "<script> \\| *x* snake_case")
}

@Test("Events of several zones are shown in UTC")
func mixedZones() throws {
    let events = ["2026-01-31T14:02:00+01:00", "2026-01-31T08:03:00-05:00"].map {
        TimelineEvent(at: Timestamp($0), text: "x")
    }
    let text = try templates.render("quick", values: .init(title: "T", date: day, timeline: events))
    #expect(text.contains("All times are UTC.\n"))
    #expect(text.contains("| 2026-01-31 13:02 | x |") && text.contains("| 2026-01-31 13:03 | x |"))
}

@Test(
    "A file is named for its day and title",
    arguments: [
        ("Checkout down", "2026-01-31-checkout-down.md"),
        ("Größe & Maß: São Paulo's Ærø", "2026-01-31-grosse-mass-sao-paulos-aero.md"),
        ("", "2026-01-31-untitled.md"), ("🚒 !!!", "2026-01-31-untitled.md"),
        ("../../etc/passwd", "2026-01-31-etc-passwd.md"),
        ("日本語の障害 が", "2026-01-31-日本語の障害-が.md"), ("a\nb\0c", "2026-01-31-a-b-c.md"),
        ("HTTP 503 / DNS", "2026-01-31-http-503-dns.md"),
        (String(repeating: "long ", count: 40), "2026-01-31-" + String(repeating: "long-", count: 15) + "long.md"),
        (String(repeating: "x", count: 300), "2026-01-31-" + String(repeating: "x", count: 80) + ".md"),
    ])
func fileName(title: String, expected: String) {
    #expect(PostmortemTemplates.fileName(date: day, title: title) == expected)
}

@Test("The standard template reads as last reviewed")
func standardReads() throws {
    let text = try templates.render(
        "standard",
        values: .init(
            title: "Checkout: errors", date: day, services: ["checkout"],
            timeline: [
                TimelineEvent(at: Timestamp("2026-01-31T14:02:00Z"), text: "Error rate rises", actor: "monitoring")
            ]))
    #expect(text == standardSnapshot)
}
