import Reports
import Testing

@testable import Ingestion

@Suite("Labels in front matter")
struct FrontMatterLabelTests {
    private func read(_ labels: String) throws -> Report {
        try MarkdownReader().read(
            "---\ntitle: T\n\(labels)---\n\n# T\n\nA script removed the zone. The vendor says *no AI* took part.\n",
            source: "t.md")
    }

    @Test("A label is a factor with its quote where it stands in the text")
    func label() throws {
        let report = try read(
            "labels:\n  - {kind: automation, stance: asserted, role: trigger, quote: \"A script removed\", by: the team}\n"
        )
        let factor = try #require(report.labels?.first)
        #expect(report.labels?.count == 1 && report.warnings == [])
        #expect(factor.kind == .automation && factor.stance == .asserted && factor.role == .trigger)
        #expect(factor.review == .labelled && factor.confidence == 1)
        #expect(factor.evidence.map(\.quote) == ["A script removed"] && factor.evidence[0].by == "the team")
        #expect(factor.evidence.allSatisfy { $0.stands(in: report) })
    }

    @Test("Labels of one kind are one factor; where one denies what another asserts, it is contested")
    func contested() throws {
        let report = try read(
            """
            labels:
              - {kind: autonomous-ai-action, stance: suspected, quote: A script removed the zone}
              - {kind: capacity}
              - {kind: autonomous-ai-action, stance: denied, quote: no AI took part}

            """)
        #expect(report.labels?.map(\.kind) == [.autonomousAIAction, .capacity])
        #expect(report.labels?.map(\.contested) == [true, false])
        #expect(report.labels?[0].evidence.map(\.stance) == [.suspected, .denied])
        #expect(report.labels?[1].stance == .asserted && report.labels?[1].role == .contributing)
    }

    @Test(
        "'none' says that there is no factor; what other tools tag files with says nothing",
        arguments: [
            ("labels: none\n", 0), ("labels: []\n", nil), ("labels: [infra, sev1]\n", nil), ("labels: infra\n", nil),
            ("labels: [{name: bug, color: red}]\n", nil), ("", nil),
        ] as [(String, Int?)])
    func none(labels: String, count: Int?) throws {
        let report = try read(labels)
        #expect(report.labels?.count == count)
        #expect(report.warnings == [])
    }

    @Test(
        "What is no label is left out with a warning that names place and remedy",
        arguments: [
            ("[{kind: human-error}]", "member 1: 'human-error' is no factor; it was left out", nil),
            (
                "[{kind: capacity}, {kind: network, stance: deny}]",
                "member 2, network, was left out: 'deny' is no stance; write asserted, suspected, denied", 1
            ),
            (
                "[{kind: capacity, stnce: denied}]",
                "member 1, capacity, was left out: unknown key 'stnce'; the keys are kind, stance, role, quote, by", nil
            ),
            ("[{kind: capacity, quote: [a, b]}]", "member 1, capacity: its quote is no text", 1),
            (
                "[{kind: automation, quote: \"A script has removed the zone\"}]",
                "member 1, automation: its quote does not stand in the report: “A script has removed the zone”", 1
            ),
        ] as [(String, String, Int?)])
    func warning(labels: String, warning: String, count: Int?) throws {
        let report = try read("labels: \(labels)\n")
        #expect(report.warnings == ["front matter: 'labels' (line 3) \(warning)"])
        #expect(report.labels?.count == count)
    }

    @Test("Capitals, a missing dash and the marks of Markdown are understood")
    func lenient() throws {
        let report = try read("labels: {kind: Autonomous-AI-Action, stance: Denied, quote: \"*no AI* took part\"}\n")
        #expect(report.labels?.map(\.stance) == [.denied])
        #expect(report.warnings == [])
        #expect(report.labels?[0].evidence.map(\.quote) == ["no AI took part"])
    }

    @Test("Thousands of labels are a warning and no wait")
    func many() throws {
        let label = "  - {kind: capacity, quote: \"nowhere to be found\"}\n"
        let report = try read("labels:\n" + String(repeating: label, count: 3000))
        #expect(report.warnings.contains { $0.hasSuffix("has more than 100 members; the others were left out") })
    }

    @Test("The incident that several sources tell of is named")
    func incident() throws {
        #expect(try read("incident: zone-2026-01\n").incident == "zone-2026-01")
        #expect(try read("").incident == nil)
    }
}
