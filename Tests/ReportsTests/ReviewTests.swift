import Testing

@testable import Reports

private func factor(
    _ kind: FactorKind, _ stance: Stance = .asserted, quotes: [String], in text: String
) -> ContributingFactor {
    ContributingFactor(
        kind: kind, stance: stance, confidence: 0.7, role: .contributing,
        evidence: quotes.map { quote in
            Evidence(field: .text, utf8Range: 0..<quote.utf8.count, quote: quote, stance: stance)
                .placed(in: Report(source: "", kind: .postmortem, text: text))
                ?? Evidence(field: .text, utf8Range: 0..<0, quote: quote, stance: stance)
        })
}

private let text = "A script removed the zone. The disk was full."

/// A decision on what is suggested in `text` by the model `m1`.
private func decision(
    _ verdict: ReviewDecision.Verdict, _ suggested: ContributingFactor?, stance: Stance? = nil, number: Int = 1
) -> ReviewDecision {
    let kind = suggested?.kind ?? .network
    let isRejected = verdict == .reject
    return ReviewDecision(
        number: number, kind: kind, verdict: verdict,
        stance: isRejected ? nil : stance ?? suggested?.stance ?? .asserted,
        role: isRejected ? nil : .contributing,
        evidence: suggested?.evidence ?? factor(kind, quotes: ["The disk was full"], in: text).evidence,
        at: Timestamp("2026-03-11")!, version: 1, textHash: "", model: "m1",
        suggestion: suggested.map(ReviewDecision.Suggestion.init))
}

private func catalogued(
    _ text: String, _ suggested: [ContributingFactor], _ decisions: [ReviewDecision], model: String? = "m2"
) -> CataloguedReport {
    CataloguedReport(
        id: "a", report: Report(source: "", kind: .postmortem, text: text), version: 2,
        retrieved: Timestamp("2026-03-12")!, contentHash: "", factors: suggested, decisions: decisions, model: model)
}

private let automation = factor(.automation, quotes: ["A script removed"], in: text)

@Test("A quote is found word for word, or with its lines joined; the text's own bytes come back")
func quotesFound() {
    let report = Report(
        source: "", kind: .postmortem, title: "Zone lost", text: "Café first.\n\nA script\n  removed the zone, twice.")
    let finder = QuoteFinder(report)
    #expect(finder.find("A script removed the zone")?.quote == "A script\n  removed the zone")
    #expect(finder.find("first.")?.utf8Range == 6..<12)
    #expect(finder.find("Zone lost")?.field == .title)
    #expect(finder.find("a script removed") == nil)
    #expect(finder.find("") == nil && finder.find(" \n ") == nil)
    #expect(QuoteFinder(Report(source: "", kind: .postmortem)).find("x") == nil)
}

@Test(
    "For a quote that does not stand, the nearest sentence is known, if any is near",
    arguments: [
        ("a SCRIPT removed the zones", "A script removed the zone."), ("the disk is full", "The disk was full."),
        ("nothing of the kind", nil), ("", nil),
    ])
func nearestQuote(quote: String, nearest: String?) {
    #expect(QuoteFinder(Report(source: "", kind: .postmortem, text: text)).nearest(to: quote) == nearest)
}

@Test("A quote is looked for in time proportional to the text, whatever both hold")
func longQuotes() {
    let text = String(repeating: "a ", count: 300_000)
    let finder = QuoteFinder(Report(source: "", kind: .postmortem, text: text))
    let elapsed = ContinuousClock().measure {
        #expect(finder.find(String(repeating: "a ", count: 30_000) + "b") == nil)
        #expect(finder.find(String(repeating: "a  ", count: 30_000))?.utf8Range == 0..<59_999)
        #expect((finder.nearest(to: String(repeating: "a ", count: 300_000) + "b")?.utf8.count ?? 0) < 310)
    }
    #expect(elapsed < .seconds(30))
}

@Test(
    "Bytes are found where they first stand",
    arguments: [
        ("aab", "aaaab", 2..<5), ("abab", "abaabab", 3..<7), ("x", "abc", nil), ("", "abc", nil), ("abc", "abc", 0..<3),
        ("aa", "a", nil),
    ] as [(String, String, Range<Int>?)])
func bytes(wanted: String, text: String, range: Range<Int>?) {
    #expect(ByteSearch(Array(wanted.utf8)).first(in: text.utf8) == range)
}

@Test("The last decision on a kind stands, and decided factors come before suggested ones")
func standing() {
    let capacity = factor(.capacity, quotes: ["The disk was full"], in: text)
    let decisions = [
        decision(.reject, automation, number: 1), decision(.accept, capacity, number: 2),
        decision(.change, automation, stance: .suspected, number: 3),
    ]
    #expect(ReviewDecision.standing(decisions).map(\.number) == [3, 2])
    let report = catalogued(text, [automation, capacity, factor(.network, quotes: ["zone"], in: text)], decisions)
    #expect(report.factors.map(\.kind) == [.automation, .capacity, .network])
    #expect(report.factors.map(\.stance) == [.suspected, .asserted, .asserted])
    #expect(report.factors.map(\.review) == [.changed, .accepted, nil])
    #expect(catalogued(text, [automation], []).factors == [automation])
}

@Test(
    "What a new model or text says against a decision is told, and what it says again is not",
    arguments: [
        // The same again: nothing to tell.
        (text, [automation], [decision(.accept, automation)], []),
        (text, [automation], [decision(.reject, automation)], []),
        (text, [automation], [decision(.change, automation, stance: .suspected)], []),
        (
            "Later. " + text, [factor(.automation, quotes: ["A script removed"], in: "Later. " + text)],
            [decision(.accept, automation)], []
        ),
        ("Another text.", [], [decision(.reject, automation)], []),
        ("The disk was full.", [], [decision(.add, nil)], []),
        // Something new.
        ("Another text.", [], [decision(.add, nil)], [Disagreement.Form.quoteGone]),
        (text, [], [decision(.accept, automation)], [.notSuggested]),
        ("Another text.", [], [decision(.accept, automation)], [.quoteGone, .notSuggested]),
        (
            text, [factor(.automation, quotes: ["The disk"], in: text)], [decision(.reject, automation)],
            [.suggestedAgain]
        ),
        (
            text, [factor(.automation, .denied, quotes: ["A script removed"], in: text)],
            [decision(.accept, automation)],
            [.otherStance]
        ),
    ] as [(String, [ContributingFactor], [ReviewDecision], [Disagreement.Form])])
func disagreements(
    text: String, suggested: [ContributingFactor], decisions: [ReviewDecision], forms: [Disagreement.Form]
) {
    #expect(Disagreement.all(in: catalogued(text, suggested, decisions)).map(\.form) == forms)
}

@Test("Before a new version is classified, only lost words speak against a decision")
func unclassified() {
    let report = catalogued("Another text.", [], [decision(.accept, automation)], model: nil)
    let found = Disagreement.all(in: report)
    #expect(found.map(\.form) == [.quoteGone])
    #expect(found[0].quotes == ["A script removed"])
    #expect(found[0].words == "accepted, and words it rests on no longer stand in the report")
}
