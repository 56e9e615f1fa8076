import Foundation
import Reports
import Testing

@testable import Classification

@Suite("Evaluation")
struct EvaluationTests {
    private static func answer(_ found: [FactorKind: Stance], trigger: FactorKind? = nil, confidence: Double = 0.8)
        -> Assessment
    {
        let factors = found.sorted { $0.key < $1.key }.map { kind, stance in
            ContributingFactor(
                kind: kind, stance: stance, confidence: confidence, role: kind == trigger ? .trigger : .contributing,
                evidence: [Evidence(field: .text, utf8Range: 0..<1, quote: "q", stance: stance)])
        }
        return Assessment(
            classification: Classification(factors: factors, model: "m"),
            probabilities: found.mapValues { $0 == .denied ? 1 - confidence : confidence })
    }

    private static func entry(
        _ labels: [FactorKind: Stance], _ found: [FactorKind: Stance], unsure: Set<FactorKind> = [],
        trigger: FactorKind? = nil, says: FactorKind? = nil
    ) -> Evaluation.Entry {
        Evaluation.Entry(
            gold: LabelledText(id: "t", title: "", text: "", labels: labels, unsure: unsure, trigger: trigger),
            answer: answer(found, trigger: says))
    }

    @Test("Denied counts as absent, unsure as nothing, and stance where both name the kind")
    func counts() {
        let evaluation = Evaluation(
            [
                Self.entry([.capacity: .asserted], [.capacity: .suspected], trigger: .capacity, says: .capacity),
                Self.entry([.capacity: .asserted, .network: .denied], [.capacity: .denied, .network: .asserted]),
                Self.entry([.capacity: .asserted], [.network: .asserted], unsure: [.capacity, .network]),
                Self.entry([:], [:], trigger: .network),
            ], model: "m", draws: 0)
        #expect(evaluation.kinds[.capacity]?.counts == AgreementCounts(hits: 1, extra: 0, missed: 1))
        #expect(evaluation.kinds[.network]?.counts == AgreementCounts(hits: 0, extra: 1, missed: 0))
        #expect(evaluation.micro.f1.value == 0.5)
        #expect(evaluation.stance.right == 0 && evaluation.stance.of == 2)
        #expect(evaluation.trigger.right == 1 && evaluation.trigger.of == 2)
        #expect(evaluation.macro.value == (2.0 / 3 + 0) / 2 && evaluation.macroKinds == 2)
        #expect(evaluation.lead.value == nil)
        #expect(evaluation.abstained == 1 && evaluation.abstainedWrongly == 0)
        #expect(
            evaluation.mistakes.map { "\($0.kind.rawValue) \($0.form.rawValue)" } == [
                "capacity stance", "capacity miss", "network false-alarm",
            ])
        #expect(evaluation.kinds[.security]?.precision.value == nil)
        #expect(evaluation.kinds[.security]?.counts.f1 == 1)
    }

    @Test("Intervals are the same for the same seed, hold the figure, and narrow with more texts")
    func intervals() throws {
        func entries(_ count: Int) -> [Evaluation.Entry] {
            (0..<count).map { index in
                Self.entry([.capacity: .asserted], index % 4 == 0 ? [:] : [.capacity: .asserted])
            }
        }
        let few = Evaluation(entries(12), model: "m", draws: 400)
        #expect(few == Evaluation(entries(12), model: "m", draws: 400))
        #expect(few.micro.recall != Evaluation(entries(12), model: "m", draws: 400, seed: 1).micro.recall)
        let many = Evaluation(entries(120), model: "m", draws: 400)
        for evaluation in [few, many] {
            let figure = evaluation.micro.recall
            #expect(figure.value == 0.75)
            #expect(try #require(figure.low) < 0.75 && 0.75 < (try #require(figure.high)))
        }
        func width(_ figure: Evaluation.Figure) throws -> Double {
            try #require(figure.high) - (try #require(figure.low))
        }
        #expect(try width(many.micro.recall) < width(few.micro.recall) / 2)
    }

    @Test("Calibration: stated less true, by how many stand in each tenth")
    func calibration() throws {
        var calibration = Calibration()
        #expect(calibration.error == nil)
        for isRight in [true, true, true, false] { calibration.add(stated: 0.75, isRight: isRight) }
        #expect(calibration.error == 0)
        calibration.add(stated: 1, isRight: false)
        #expect(abs(try #require(calibration.error) - 0.2) < 1e-9)
        #expect(calibration.bins[9].count == 1 && calibration.bins[7].right == 3)
    }

    @Test("Confusion: what is labelled down, what is suggested across, none last")
    func confusion() {
        let evaluation = Evaluation(
            [
                Self.entry([.humanAction: .asserted], [.humanAction: .asserted]),
                Self.entry([.autonomousAIAction: .asserted], [.humanAction: .asserted]),
                Self.entry([.automation: .suspected], [:]),
                Self.entry([.automation: .asserted], [.humanAction: .asserted], unsure: [.humanAction]),
            ], model: "m", draws: 0)
        #expect(
            evaluation.confusion.counts == [
                [1, 0, 0, 0, 0], [0, 0, 0, 0, 2], [0, 0, 0, 0, 0], [1, 0, 0, 0, 0],
            ])
    }

    // MARK: Decisions

    @Test(
        "Binomial limits leave out no more than chance would",
        arguments: [
            // The rate is (right + 0.5) / (of + 1).
            (20, 10, 100, 0.0, 0.35), (20, 0, 100, 0.0, 0.1), (100, 50, 100, 0.35, 0.65), (5, 99, 100, 0.6, 1.0),
        ])
    func binomial(count: Int, right: Int, of: Int, low: Double, high: Double) throws {
        let band = try #require(ControlBand.binomial(count: count, right: right, of: of))
        #expect(abs(band.low - low) < 1e-9 && abs(band.high - high) < 1e-9, "\(band)")
        #expect(band.contains(band.usual) || count < 30)
    }

    @Test("Limits of a large count don't run out of numbers")
    func largeBinomial() throws {
        let band = try #require(ControlBand.binomial(count: 20_000, right: 500, of: 1_000))
        #expect(band.low > 0.48 && band.high < 0.52)
        #expect(ControlBand.binomial(count: 0, right: 0, of: 10) == nil)
    }

    @Test("A moving average stays in its band on values as before, and leaves it on others")
    func movingAverage() throws {
        let usual = (0..<40).map { 0.6 + Double($0 % 5) * 0.01 }
        let same = try #require(ControlBand.movingAverage(usual: usual, then: Array(usual.prefix(20))))
        #expect(same.band.contains(same.level))
        let other = try #require(ControlBand.movingAverage(usual: usual, then: Array(repeating: 0.7, count: 10)))
        #expect(!other.band.contains(other.level) && other.level > other.band.high)
        #expect(ControlBand.movingAverage(usual: [0.5], then: [0.5]) == nil)
    }

    private static func decided(
        _ month: String, accepted: Int, rejected: Int, source: String = "https://status.example.com/a#1"
    ) -> [CataloguedReport] {
        (0..<accepted + rejected).map { index in
            let isRejected = index >= accepted
            let factor = ContributingFactor(
                kind: .capacity, stance: .asserted, confidence: 0.8, role: .contributing,
                evidence: [Evidence(field: .text, utf8Range: 0..<4, quote: "full", stance: .asserted)])
            let decision = ReviewDecision(
                kind: .capacity, verdict: isRejected ? .reject : .accept, stance: isRejected ? nil : .asserted,
                role: isRejected ? nil : .contributing, evidence: factor.evidence, at: Timestamp("\(month)-05")!,
                version: 1, textHash: "", suggestion: .init(factor))
            return CataloguedReport(
                id: "\(month)-\(index)", report: Report(source: source, kind: .postmortem, text: "full"), version: 1,
                retrieved: Timestamp("\(month)-01")!, contentHash: "", factors: [factor], decisions: [decision],
                model: "m")
        }
    }

    @Test("Agreement by month and source; a month far from those before it is outside its band and warned about")
    func months() {
        let calm =
            Self.decided("2026-01", accepted: 27, rejected: 3) + Self.decided("2026-02", accepted: 9, rejected: 1)
        let evaluation = DecisionEvaluation(calm) { _ in (100, 60) }
        #expect(evaluation.months.map(\.name) == ["2026-01", "2026-02"])
        #expect(evaluation.months[0].band == nil && evaluation.months[1].band != nil)
        #expect(evaluation.total.agreement == 0.9)
        #expect(evaluation.sources.map(\.name) == ["status.example.com"])
        #expect(evaluation.kinds.map(\.name) == ["capacity"])
        #expect(evaluation.current == AgreementCounts(hits: 36, extra: 4, missed: 0))
        #expect(evaluation.warnings == [])
        let drift = DecisionEvaluation(calm + Self.decided("2026-03", accepted: 4, rejected: 8)) { _ in (100, 60) }
        #expect(drift.months.map(\.isOutside) == [false, false, true])
        #expect(
            drift.warnings == [
                "2026-03: 67% of the suggestions were rejected, where 0% to 42% is usual; look at the kinds and sources it comes from, and train anew if the reports have changed"
            ])
    }

    @Test("Words the classifier does not know are warned about when their share leaves its band")
    func words() throws {
        let reports =
            Self.decided("2026-01", accepted: 20, rejected: 0) + Self.decided("2026-02", accepted: 10, rejected: 0)
        #expect(DecisionEvaluation(reports) { _ in (100, 60) }.unknownWords?.isOutside == false)
        var number = 0
        let drift = DecisionEvaluation(reports) { _ in
            number += 1
            return (100, number > 20 ? 90 : 58 + number % 5)
        }
        let words = try #require(drift.unknownWords)
        #expect(words.isOutside && words.reports == 30)
        #expect(drift.warnings.first?.contains("of the words of recent reports are unknown to the classifier") == true)
        #expect(DecisionEvaluation(Array(reports.prefix(20))) { _ in (100, 60) }.unknownWords == nil)
        #expect(DecisionEvaluation(reports) { _ in (10, 6) }.unknownWords == nil)
    }

    @Test(
        "A report's origin is its host or folder",
        arguments: [
            ("https://User:pw@Status.Example.com/history.atom#42", "status.example.com"), ("reports/a.md", "reports"),
            ("/srv/x/a.md#2", "/srv/x"), ("a.md", "."), ("-", "-"), ("/a", "/"),
        ])
    func origins(source: String, origin: String) {
        #expect(DecisionEvaluation.origin(of: source) == origin)
    }
}
