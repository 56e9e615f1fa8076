import Foundation
import Reports
import TestSupport
import Testing

@testable import Classification

@Suite struct RuleClassifierTests {
    private let classifier = RuleClassifier()

    @Test("Every line of the rules can be read")
    func tables() {
        #expect(classifier.lexicon.faults == [])
        for kind in FactorKind.allCases {
            #expect(classifier.lexicon.cues.contains { $0.topic == .factor(kind) })
        }
        #expect(classifier.lexicon.cues.allSatisfy { !$0.reason.isEmpty || $0.topic == .scope(.correction) })
    }

    @Test("No cue asks for a word with a hyphen, which would never be found")
    func hyphens() {
        #expect(classifier.lexicon.cues.filter { $0.spelling.contains("-") }.map(\.spelling) == [])
    }

    @Test(
        "A frame that opens a clause is found at its start only",
        arguments: [("Restarted the broker.", true), ("The broker restarted.", false), ("10:02 | Restarted it", true)])
    func opening(text: String, isFound: Bool) {
        let lexicon = CueLexicon(tables: ["[human-action]\n-- r\n0.5 ^ restarted"])
        let reading = ReportReading(sentences: [text], section: .timeline, lexicon: lexicon)
        let marked = MarkedSentence(reading.sentences[0], words: reading.words, lexicon: lexicon)
        #expect(marked.factors.isEmpty != isFound)
    }

    @Test(
        "A line that can't be read is named",
        arguments: ["1.5 too|heavy", "0.5q flag", "0.5", "0.5 a ..", "0.5 <nothing> a", "word first"])
    func faults(line: String) {
        #expect(CueLexicon(tables: ["[capacity]\n-- reason\n\(line)"]).faults == [line])
        #expect(CueLexicon(tables: ["[no-such-section]\n0.5 a"]).faults == ["0.5 a"])
    }

    @Test("The model is the hash of the rules: the same rules, the same name")
    func model() {
        #expect(classifier.model == RuleClassifier().model)
        #expect(classifier.model.utf8.count == 64)
        #expect(RuleClassifier(tables: ["[capacity]\n-- r\n0.9 full"]).model != classifier.model)
    }

    @Test("Agents who are people are no autonomous AI")
    func peopleWhoAreAgents() {
        let report = Report(
            source: "a.md", kind: .postmortem, title: "Parcel chatbot gave wrong delivery terms",
            text: """
                The carrier had replaced its phone line with an AI assistant. Customers were told that parcels could be \
                redelivered free of charge, which was not so, and many relied on it. Difficult cases overwhelmed the \
                assistant, and there was no way to reach a person.

                The carrier hired human agents again and moved to a mixed model, where the AI takes simple questions and \
                human agents take complaints.
                """)
        let kinds = classifier.classify(report).factors.map(\.kind)
        #expect(kinds.contains(.assistiveAIMisunderstanding))
        #expect(!kinds.contains(.autonomousAIAction))
    }

    @Test("A text that states no cause is left without one", arguments: ["", "Everything is fine.", "   \n\n"])
    func abstains(text: String) {
        let answer = classifier.classify(Report(source: "x", kind: .statusEntry, text: text))
        #expect(answer.factors.isEmpty && answer.abstained)
        #expect(
            answer.json(source: "a.md").text
                == "{\"source\":\"a.md\",\"factors\":[],\"abstained\":true,\"model\":\"\(classifier.model)\"}")
    }

    @Test("JSON has the contract's fields in its order")
    func json() {
        let report = Report(source: "x", kind: .statusEntry, text: "The certificate expired.")
        let text = classifier.classify(report).json(source: "x").text
        let stated = text.replacing(#/"confidence":0\.[0-9]+/#, with: "\"confidence\":0")
        #expect(
            stated.hasPrefix(
                "{\"source\":\"x\",\"factors\":[{\"kind\":\"expiry-or-time\",\"stance\":\"asserted\",\"contested\":false,"
                    + "\"confidence\":0,\"role\":\"trigger\",\"evidence\":[{\"field\":\"text\",\"utf8Range\":[0,24],"
                    + "\"quote\":\"The certificate expired.\",\"stance\":\"asserted\",\"by\":null}]}],\"abstained\":false"
            ))
    }

    @Test("Roles follow the words: what caused it, what slowed it")
    func roles() {
        let text = "The outage was caused by an expired certificate. There was no alert for it."
        let factors = classifier.classify(Report(source: "x", kind: .postmortem, text: text)).factors
        #expect(factors.first { $0.kind == .expiryOrTime }?.role == .trigger)
        #expect(factors.first { $0.kind == .detectionGap }?.role == .hinderedRecovery)
    }

    @Test("At most three quotes a factor, none twice, each exact, short and trimmed")
    func evidence() {
        let long = "The database was overloaded, and then " + String(repeating: "more words came along, ", count: 40)
        let text =
            String(repeating: "The hosts ran out of memory.\n\n", count: 5) + long + "and it ran out of disk space."
        let report = Report(source: "x", kind: .postmortem, title: "Out of memory", text: text)
        for factor in classifier.classify(report).factors {
            #expect((1...3).contains(factor.evidence.count))
            #expect(Set(factor.evidence.map(\.quote)).count == factor.evidence.count)
            for evidence in factor.evidence {
                #expect(evidence.stands(in: report))
                #expect(evidence.quote.utf8.count <= 700)
                #expect(evidence.quote == evidence.quote.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }

    @Test("A quote never begins inside a character", arguments: ["\u{A0}", "·", "«", "§", "°", "£", "—"])
    func characters(mark: String) {
        let text = String(repeating: "word\(mark)word ", count: 60) + "\(mark) the certificate expired\(mark) and more."
        let report = Report(source: "x", kind: .postmortem, text: text)
        let factors = classifier.classify(report).factors
        #expect(factors.contains { $0.kind == .expiryOrTime })
        for evidence in factors.flatMap(\.evidence) { #expect(evidence.stands(in: report)) }
    }

    @Test(
        "Nobody depends on a third party that is themselves",
        arguments: [
            ("Amazon Web Services", false), ("Amazon", true), ("Example Web Shop", true), (nil, true),
        ] as [(String?, Bool)])
    func ownName(organisation: String?, isDependency: Bool) {
        let text = "Checkout failed because of an AWS outage that lasted an hour."
        let report = Report(
            source: "x", kind: .postmortem, title: "Checkout failed", organisation: organisation, text: text)
        #expect(classifier.classify(report).factors.contains { $0.kind == .dependency } == isDependency)
    }

    @Test("Hostile text is read without harm, and the same text gives the same answer")
    func fuzz() {
        var generator = SeededGenerator(seed: 5)
        let pieces = [
            "not ", "AI agent ", "deleted ", "was ", "caused by ", "ruled out", ". ", "\n", "\n\n", "## ", "- ", "| ",
            "n't",
            "didn’t ", "'", "’", "no alert", "according to ", "\u{0}", "é", "😀", "http://", "](", "https://a.b)",
            "```\n",
            "Action items\n", ": ", ";", "—", "AI", "bug", "\u{FFFD}", "ran out of ", "memory",
        ]
        for round in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 0...80, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
            }
            if round % 3 == 0 {
                let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
                text += String(decoding: bytes, as: UTF8.self)
            }
            let report = Report(source: "x", kind: .postmortem, title: String(text.prefix(20)), text: text)
            let answer = classifier.classify(report)
            #expect(answer == classifier.classify(report))
            for factor in answer.factors {
                #expect((0...1).contains(factor.confidence))
                for evidence in factor.evidence { #expect(evidence.stands(in: report)) }
            }
        }
    }

    @Test(
        "A large text takes time in proportion to its length",
        arguments: ["not caused by AI agent ", "no alert. ", "was ruled out ", "x", "no ", "- if the bug "])
    func linear(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        // Generous for a debug build; quadratic work would take far longer.
        let time = threadSeconds { _ = classifier.classify(Report(source: "x", kind: .postmortem, text: text)) }
        #expect(time < 30)
    }
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
