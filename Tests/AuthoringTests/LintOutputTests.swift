import Authoring
import Foundation
import Testing

private let text = "---\ntitle: T\n---\n\nDie Größe: a careless edit.\nThe root cause was\nload, 100% of it.\n"

private func rendered(_ output: LintOutput) throws -> String {
    let rules = LintRule.standard.filter { ["NJ01", "CM01n"].contains($0.id) }
    let findings = try BlamelessLint(rules: rules).findings(in: text, path: "a b,c.md")
    return output.render(findings, rules: rules)
}

@Test("Text names place, weight, rule and remedy")
func textOutput() throws {
    #expect(
        try rendered(.text) == """
            a b,c.md:5:14: error: NJ01: “careless” judges people; nobody can act on it
                Delete the judgement and state the action.
            a b,c.md:6:1: info: CM01n: “The root cause was” speaks of the root cause
                “Contributing factors include …” keeps the question open.

            """)
}

@Test("JSON is one object per line, with the contract's fields in its order")
func jsonOutput() throws {
    #expect(
        try rendered(.json) == """
            {"path":"a b,c.md","rule":"NJ01","severity":"error","line":5,"column":14,"endLine":5,"endColumn":22,"excerpt":"careless","message":"judges people; nobody can act on it","suggestion":"Delete the judgement and state the action."}
            {"path":"a b,c.md","rule":"CM01n","severity":"info","line":6,"column":1,"endLine":6,"endColumn":19,"excerpt":"The root cause was","message":"speaks of the root cause","suggestion":"“Contributing factors include …” keeps the question open."}

            """)
}

@Test("GitHub commands escape what would end a property or a line")
func githubOutput() throws {
    #expect(
        try rendered(.github) == """
            ::error file=a b%2Cc.md,line=5,endLine=5,col=14,endColumn=21,title=NJ01::“careless” judges people; nobody can act on it. Delete the judgement and state the action.
            ::notice file=a b%2Cc.md,line=6,endLine=6,col=1,endColumn=18,title=CM01n::“The root cause was” speaks of the root cause. “Contributing factors include …” keeps the question open.

            """)
}

@Test("rdjson counts columns in UTF-8 bytes")
func rdjsonOutput() throws {
    #expect(
        try rendered(.rdjson) == """
            {"source":{"name":"postmortem lint"},"diagnostics":[{"message":"“careless” judges people; nobody can act on it. Delete the judgement and state the action.","location":{"path":"a b,c.md","range":{"start":{"line":5,"column":16},"end":{"line":5,"column":24}}},"severity":"ERROR","code":{"value":"NJ01"}},{"message":"“The root cause was” speaks of the root cause. “Contributing factors include …” keeps the question open.","location":{"path":"a b,c.md","range":{"start":{"line":6,"column":1},"end":{"line":6,"column":19}}},"severity":"INFO","code":{"value":"CM01n"}}]}

            """)
}

@Test("SARIF describes its rules and says how it counts columns")
func sarifOutput() throws {
    #expect(
        try rendered(.sarif) == """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"postmortem lint","rules":[{"id":"NJ01","shortDescription":{"text":"The wording judges people; nobody can act on it."},"help":{"text":"Delete the judgement and state the action."},"defaultConfiguration":{"level":"error"},"properties":{"tags":["normative judgement"]}},{"id":"CM01n","shortDescription":{"text":"The wording speaks of the root cause."},"help":{"text":"“Contributing factors include …” keeps the question open."},"defaultConfiguration":{"level":"note"},"properties":{"tags":["cause model"]}}]}},"columnKind":"unicodeCodePoints","results":[{"ruleId":"NJ01","ruleIndex":0,"level":"error","message":{"text":"“careless” judges people; nobody can act on it. Delete the judgement and state the action."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b%2Cc.md"},"region":{"startLine":5,"startColumn":14,"endLine":5,"endColumn":22,"snippet":{"text":"careless"}}}}]},{"ruleId":"CM01n","ruleIndex":1,"level":"note","message":{"text":"“The root cause was” speaks of the root cause. “Contributing factors include …” keeps the question open."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b%2Cc.md"},"region":{"startLine":6,"startColumn":1,"endLine":6,"endColumn":19,"snippet":{"text":"The root cause was"}}}}]}]}]}

            """)
}

@Test("No findings are no lines, and still a valid log")
func emptyOutput() throws {
    #expect(LintOutput.text.render([]) == "")
    #expect(LintOutput.json.render([]) == "")
    #expect(LintOutput.github.render([]) == "")
    for output in [LintOutput.sarif, .rdjson] {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output.render([]).utf8)) }
    }
}

@Test("Control codes and line ends of a path or excerpt stay out of the listing")
func hostileOutput() throws {
    let findings = try BlamelessLint().findings(
        in: "A \u{1B}[31mcareless\nhuman\nerror", path: "a\n::error::x\u{1B}.md")
    for line in LintOutput.github.render(findings).split(separator: "\n") {
        #expect(line.hasPrefix("::error file=a%0A%3A%3Aerror"))
    }
    #expect(!LintOutput.text.render(findings).contains("\u{1B}"))
}
