import Authoring
import Markup
import Testing

private func lint(_ text: String) throws -> [String] {
    try BlamelessLint().findings(in: text, path: "a.md").map { "\($0.line) \($0.severity.rawValue) \($0.rule)" }
}

@Test("A suppression with a reason silences its rule in the next block, and only there")
func suppression() throws {
    let text = "<!-- postmortem-lint: allow NJ01 because it quotes the audit -->\nA careless edit.\n\nA careless edit."
    #expect(try lint(text) == ["4 error NJ01"])
    let list = "<!-- postmortem-lint: allow NJ01, HC01 because quoted -->\n\n- careless\n- human error\n- fiasco"
    #expect(try lint(list) == ["5 warning EV01"])
    #expect(try lint("A careless <!-- postmortem-lint: allow NJ01 because quoted --> edit.") == [])
}

@Test("A suppression must give a reason, name a rule in force and be of use")
func faultySuppression() throws {
    #expect(
        try lint("<!-- postmortem-lint: allow NJ01 -->\nA careless edit.") == ["1 error suppression", "2 error NJ01"])
    #expect(
        try lint("<!-- postmortem-lint: allow NJ01 because -->\nA careless edit.") == [
            "1 error suppression", "2 error NJ01",
        ])
    #expect(try lint("<!-- postmortem-lint: allow because I like it -->\nText.") == ["1 error suppression"])
    #expect(try lint("<!-- postmortem-lint: allow NJ99 because quoted -->\nText.") == ["1 warning suppression"])
    #expect(try lint("<!-- postmortem-lint: allow NJ01 because quoted -->\nText.") == ["1 info suppression"])
}

@Test("A team switches rules off, weighs them anew, names its people and adds rules")
func configuration() throws {
    let yaml = """
        roster: [Oluwaseun Adeyemi, {name: Jonas Weber, role: duty engineer}]
        lint:
          rules: {NJ01: off, HS05: warning}
          extra:
            - {id: ACME01, phrases: ["war room~"], message: is a name we dropped, suggestion: Write incident call.}
        """
    let configuration = try LintConfiguration(yaml: .mapping(FrontMatter.parse(yaml, firstLine: 1).values))
    let lint = BlamelessLint(configuration: configuration)
    let text = "In hindsight, Oluwaseun deleted it in the war rooms by a careless edit."
    let found = try lint.findings(in: text, path: "a.md").map { "\($0.severity.rawValue) \($0.rule)" }
    #expect(found == ["warning HS05", "warning AG01", "warning ACME01"])
}

@Test(
    "A setting that can't be read is named",
    arguments: [
        (
            "lint: {rules: {NJ01: loud}}",
            "postmortem.yml: lint.rules.NJ01: 'loud' is no severity; write off, info, warning or error"
        ),
        ("lint: {extra: [{id: A}]}", "postmortem.yml: lint.extra[0]: a rule needs an id and a message"),
        (
            "lint: {extra: [{id: A, message: m, phrases: ['{nothing}']}]}",
            "postmortem.yml: lint.extra[0].phrases: '{nothing}' is no pattern; write words, 'a/b' for alternatives, 'verb~' for its forms"
        ),
        (
            "lint: {extra: [{id: A, message: m}]}",
            "postmortem.yml: lint.extra[0]: the rule looks for nothing; give phrases or person_acts"
        ),
    ])
func badSetting(yaml: String, message: String) throws {
    let values = try FrontMatter.parse(yaml, firstLine: 1).values
    let error = #expect(throws: AuthoringError.self) { try LintConfiguration(yaml: .mapping(values)) }
    #expect(error?.description == message)
}

@Test("A whole postmortem is asked for its missing parts; a passage and a retold report are not")
func completeness() throws {
    let text =
        "---\ntitle: T\nstatus: final\ntemplate: standard\n---\n\n# T\n\n## Summary\n\nText.\n\n## Impact\n\n<!-- prompt: How many? -->\n\n## Timeline\n\nText.\n"
    #expect(
        try lint(text) == ["7 warning section-missing", "7 warning section-missing", "15 warning prompt-unfilled"])
    #expect(try lint(text.replacing("final", with: "draft")).allSatisfy { $0.contains(" info ") })
    #expect(try lint("## Summary\n\nText.") == [])
    #expect(try lint("---\nsource: https://a.example\n---\n## Summary\n\nText.\n\n## Timeline\n\nText.") == [])
    #expect(try BlamelessLint().findings(in: text, path: "a.md", scope: .passage) == [])
}

@Test("An action item wants an owner and a date")
func actionItems() throws {
    let head =
        "---\ntemplate: quick\n---\n## Summary\n\na\n\n## Impact\n\na\n\n## Timeline\n\na\n\n## Factors\n\na\n\n## Action items\n\n"
    #expect(try lint(head + "- Add a limit.\n") == ["22 warning action-due", "22 warning action-owner"])
    #expect(try lint(head + "- Add a limit. Owner: platform lead, due 2026-02-01\n") == [])
    #expect(
        try lint(head + "| Action | Owner | Due |\n|---|---|---|\n| Add a limit | | 2026-02-01 |\n") == [
            "24 warning action-owner"
        ])
    #expect(try lint(head + "| Action | Owner | Due |\n|---|---|---|\n| | | |\n") == [])
}
