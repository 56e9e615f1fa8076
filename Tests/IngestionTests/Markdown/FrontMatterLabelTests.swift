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
        "An empty list says that there is no factor; words alone are tags of other tools",
        arguments: [
            ("labels: []\n", 0), ("labels: [infra, sev1]\n", nil), ("labels: infra\n", nil), ("", nil),
        ] as [(String, Int?)])
    func none(labels: String, count: Int?) throws {
        let report = try read(labels)
        #expect(report.labels?.count == count)
        #expect(report.warnings == [])
    }

    @Test(
        "What is no label is left out with a warning that names line and remedy",
        arguments: [
            (
                "labels:\n  - {kind: human-error}\n",
                "front matter: 'labels' (line 3) holds 'human-error', which is no factor; it was left out", 0
            ),
            (
                "labels:\n  - {stance: denied}\n",
                "front matter: 'labels' (line 3) has a member without a 'kind'; it was left out", 0
            ),
            (
                "labels:\n  - {kind: capacity, stance: proven}\n",
                "front matter: 'labels' (line 3) capacity: 'proven' is no stance; write asserted, suspected, denied", 1
            ),
            (
                "labels:\n  - {kind: capacity, cause: x}\n",
                "front matter: 'labels' (line 3) capacity: unknown key 'cause'; the keys are kind, stance, role, quote, by",
                1
            ),
            (
                "labels:\n  - {kind: automation, quote: \"A script has removed the zone\"}\n",
                "front matter: 'labels' (line 3) automation: its quote does not stand in the report: “A script has removed the zone”; the nearest is “A script removed the zone.”",
                1
            ),
        ])
    func warning(labels: String, warning: String, count: Int) throws {
        let report = try read(labels)
        #expect(report.warnings == [warning])
        #expect(report.labels?.count == count)
    }

    @Test("The incident that several sources tell of is named")
    func incident() throws {
        #expect(try read("incident: zone-2026-01\n").incident == "zone-2026-01")
        #expect(try read("").incident == nil)
    }
}
