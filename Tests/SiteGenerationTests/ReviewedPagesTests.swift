import Foundation
import Reports
import Testing

@testable import SiteGeneration

@Suite("Reviewed factors on pages")
struct ReviewedPagesTests {
    /// The outage with a decision on each of its suggestions, and one on words that are gone.
    private static let reviewed: CataloguedReport = {
        let outage = Sample.outage
        func decision(
            _ number: Int, _ kind: FactorKind, _ verdict: ReviewDecision.Verdict, quote: String, by: String?
        ) -> ReviewDecision {
            let isRejected = verdict == .reject
            let factor = Sample.factor(kind, quote: quote, in: quote)
            return ReviewDecision(
                number: number, kind: kind, verdict: verdict, stance: isRejected ? nil : .asserted,
                role: isRejected ? nil : .contributing, evidence: factor.evidence, by: by,
                at: Timestamp("2024-03-09T10:00Z")!, note: "for the team only", version: 1, textHash: "")
        }
        return CataloguedReport(
            id: outage.id, report: outage.report, version: 1, retrieved: outage.retrieved,
            contentHash: outage.contentHash, factors: outage.suggestions,
            decisions: [
                decision(
                    1, .humanAction, .accept, quote: "A command removed more servers than planned", by: "<b>lead</b>"),
                decision(2, .missingSafeguard, .reject, quote: "The tool did not check the number", by: nil),
                decision(3, .capacity, .add, quote: "Words of an older version", by: "lead"),
            ], model: outage.model)
    }()

    @Test("A page says who reviewed a factor and when, what was rejected, and what lost its words; never why")
    func page() throws {
        let site = try Sample.site([Self.reviewed])
        let page = try #require(site["incidents/\(Self.reviewed.id).html"])
        #expect(page.contains("<h2 id=\"factors-title\">Contributing factors</h2>"))
        #expect(page.contains("✓</span> reviewed</span> · <b>asserted</b>"))
        #expect(page.contains("by &lt;b&gt;lead&lt;/b&gt;, <time datetime=\"2024-03-09\">9 Mar 2024</time>"))
        #expect(page.contains("added by lead, <time"))
        #expect(page.contains("The words it rests on no longer stand in the report."))
        #expect(page.contains("<s>Missing safeguard</s> <span>(<time datetime=\"2024-03-09\">9 Mar 2024</time>)"))
        #expect(!page.contains("for the team only") && !page.contains("confidence 100"))
        #expect(page.contains("Reviewed evidence: Human action, asserted"))
    }

    @Test("Lists, filters and the browser's index tell reviewed reports apart; without any nothing of it shows")
    func lists() throws {
        let site = try Sample.site([Self.reviewed, Sample.disputed])
        let list = try #require(site["incidents.html"])
        #expect(list.contains("data-review=\"reviewed\"") && list.contains("<select name=\"review\">"))
        #expect(list.components(separatedBy: "class=\"tick\"").count == 3)
        #expect(try #require(site["about.html"]).contains("People made 3 decisions on 1 report;"))
        let index = try #require(site.first { $0.key.hasSuffix("/factor.js") }?.value)
        #expect(index.contains("[\"reviewed\",[1]]"))

        let plain = try Sample.site([Sample.outage])
        #expect(!(try #require(plain["incidents.html"])).contains("review\""))
        #expect(!(try #require(plain["about.html"])).contains("People made"))
        #expect(
            try #require(plain["incidents/\(Sample.outage.id).html"]).contains(">Suggested contributing factors</h2>"))
    }
}
