import Classification
import Reports
import Testing

/// The case that began the product, and its relatives.
@Suite struct FoundingCase {
    private let classifier = RuleClassifier()

    @Test("A story about AI and an outage comes out as it is told", arguments: ArticleVariant.all)
    func variant(_ variant: ArticleVariant) {
        let report = Report(source: "article", kind: .publicReport, title: variant.title, text: variant.text)
        let factors = classifier.classify(report).factors
        for expected in variant.expected {
            guard let factor = factors.first(where: { $0.kind == expected.kind }) else {
                Issue.record("\(expected.kind) is missing from \(factors.map(\.kind))")
                continue
            }
            if let stance = expected.stance { #expect(factor.stance == stance, "\(factor)") }
            #expect(factor.contested == expected.isContested, "\(factor)")
            #expect(factor.evidence.contains { $0.quote.contains(expected.quote) }, "\(factor.evidence)")
            if let role = expected.role { #expect(factor.role == role, "\(factor)") }
        }
        for kind in variant.absent {
            let found = factors.first { $0.kind == kind && $0.stance != .denied }
            #expect(found == nil)
        }
        for evidence in factors.flatMap(\.evidence) { #expect(evidence.stands(in: report)) }
    }

    @Test("A named claimant is recorded with the claim")
    func claimants() throws {
        let contested = try #require(ArticleVariant.all.first { $0.name == "insiders against vendor" })
        let report = Report(source: "article", kind: .publicReport, title: contested.title, text: contested.text)
        let factor = try #require(
            classifier.classify(report).factors.first { $0.kind == .autonomousAIAction })
        #expect(factor.evidence.map(\.by) == ["Four people familiar with the matter", "A spokesperson for the vendor"])
        #expect(factor.evidence.map(\.stance) == [.suspected, .denied])
    }
}
