import Reports
import Testing

@testable import Classification

/// Denials that name nothing and refer back to what was told.
@Suite("Denials that refer back") struct ReferringDenialTests {
    private func factor(_ kind: FactorKind, in text: String) -> (ContributingFactor?, Report) {
        let report = Report(source: "text", kind: .publicReport, title: "Outage", text: text)
        return (RuleClassifier().classify(report).factors.first { $0.kind == kind }, report)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var by: String?
        var quote: String
        var testDescription: String { text }
    }

    @Test(
        "What the text tells stays told and is contested by the denier",
        arguments: [
            Case(
                text: "The AI agent deleted the database; the vendor denies it.", by: "the vendor",
                quote: "the vendor denies it"),
            Case(
                text: "The AI agent deleted the database, which the vendor disputes.", by: "the vendor",
                quote: "which the vendor disputes"),
            Case(
                text: "The AI agent deleted the database, but Amazon denied that.", by: "Amazon",
                quote: "Amazon denied that"),
            Case(
                text: "The AI agent deleted the database. The vendor denies this.", by: "The vendor",
                quote: "The vendor denies this"),
            Case(
                text: "The press says that the AI agent deleted the database. The vendor denies this.",
                by: "The vendor", quote: "The vendor denies this"),
            Case(
                text: "The AI agent deleted the database. The company rejected that account.", by: "The company",
                quote: "The company rejected that account"),
            Case(
                text: "The AI agent deleted the database. A spokesperson for the vendor disputed those reports.",
                by: "A spokesperson for the vendor", quote: "A spokesperson for the vendor disputed those reports"),
            Case(
                text: "The AI agent deleted the database, an account the vendor contests.", by: "the vendor",
                quote: "an account the vendor contests"),
            Case(
                text: "The AI agent deleted the database. That claim is disputed by the vendor.", by: "the vendor",
                quote: "That claim is disputed by the vendor"),
            Case(
                text: "The AI agent deleted the database. It denies the allegation.", by: nil,
                quote: "It denies the allegation"),
        ])
    func contested(_ example: Case) throws {
        let (found, report) = factor(.autonomousAIAction, in: example.text)
        let factor = try #require(found)
        #expect(factor.stance == .asserted && factor.contested, "\(factor)")
        let told = try #require(factor.evidence.first)
        #expect(told.stance == .asserted && told.by == nil, "\(told)")
        let denial = try #require(factor.evidence.first { $0.stance == .denied })
        #expect(denial.quote == example.quote && denial.by == example.by, "\(denial)")
        #expect(factor.evidence.allSatisfy { $0.stands(in: report) })
    }

    @Test("What insiders tell and the vendor denies is suspected and contested")
    func insiders() throws {
        let text =
            "Four people familiar with the matter said the AI agent deleted the database. The vendor disputes that account."
        let factor = try #require(factor(.autonomousAIAction, in: text).0)
        #expect(factor.stance == .suspected && factor.contested)
        #expect(factor.evidence.map(\.by) == ["Four people familiar with the matter", "The vendor"])
        #expect(factor.evidence.map(\.stance) == [.suspected, .denied])
    }

    @Test("Mere rumour that the vendor denies is denied")
    func rumour() throws {
        let text = "Posts on social media claimed that an AI agent deleted the database. The vendor denies this."
        #expect(try #require(factor(.autonomousAIAction, in: text).0).stance == .denied)
    }

    @Test("An act of people is contested as well")
    func people() throws {
        let text = "An engineer accidentally deleted the wrong database; the company disputes that account."
        let factor = try #require(factor(.humanAction, in: text).0)
        #expect(factor.stance == .asserted && factor.contested)
    }

    @Test(
        "What is no denial of the telling contests nothing",
        arguments: [
            "The AI agent deleted the database; the vendor does not deny it.",
            "The AI agent deleted the database. The vendor never denied this.",
            "The AI agent deleted the database. Nobody disputes that account.",
            "The AI agent deleted the database, and the API server rejected it.",
            "The AI agent deleted the database. The gateway denied the request.",
            "The vendor denies it. The AI agent deleted the database.",
            "The AI agent deleted the database. The vendor denied that a bug was the reason.",
            "The vendor denied it. Later it confirmed that its AI agent deleted the database.",
        ])
    func uncontested(text: String) throws {
        let factor = try #require(factor(.autonomousAIAction, in: text).0)
        #expect(factor.stance == .asserted && !factor.contested, "\(factor)")
    }

    @Test("A denial that says what it denies is read as before")
    func named() throws {
        let text = "The vendor denied that the AI agent deleted the database."
        #expect(try #require(factor(.autonomousAIAction, in: text).0).stance == .denied)
    }

    @Test("A text of nothing but denials is read, and its quotes stand")
    func hostile() {
        let text = String(repeating: "The AI agent deleted it; the vendor denies it. ", count: 4_000)
        let (factor, report) = factor(.autonomousAIAction, in: text)
        #expect(factor?.evidence.allSatisfy { $0.stands(in: report) } == true)
    }
}
