import Reports
import Testing

@testable import SiteGeneration

@Suite("How right suggestions are, on the about page")
struct MeasuredPagesTests {
    private static func about(model: String) throws -> String {
        let measured = MeasuredClassifier(
            model: model, texts: 20,
            byKind: [
                .humanAction: AgreementCounts(hits: 6, extra: 2, missed: 3),
                .capacity: AgreementCounts(hits: 3, missed: 1),
                .network: AgreementCounts(),
            ])
        let settings = SiteSettings(title: "Incident library", measured: measured)
        return try #require(try Sample.site(settings: settings)["about.html"])
    }

    @Test("Figures stand where the measured model made the suggestions, kind by kind, without kinds nobody saw")
    func shown() throws {
        let page = try Self.about(model: "rules-1")
        #expect(
            page.contains(
                "On 20 real reports that two readers had labelled, each answered without its part in the learning, 9 of 11 suggestions were right (82\u{A0}%), and of 13 factors that the readers saw, 9 were suggested (69\u{A0}%)."
            ))
        #expect(page.contains("<tr><td>Human action</td><td>8</td><td>6</td><td>9</td><td>6</td></tr>"))
        #expect(page.contains("<tr><td>Capacity</td><td>3</td><td>3</td><td>4</td><td>3</td></tr>"))
        #expect(!page.contains("<td>Network</td>"))
    }

    @Test("Another model's figures are not shown, nor any without figures")
    func hidden() throws {
        #expect(!(try Self.about(model: "rules-2")).contains("How right they are"))
        #expect(!(try #require(try Sample.site()["about.html"])).contains("How right they are"))
    }
}
