import Reports
import Testing

@testable import Classification

/// What is learned of words: the features, the regression and the text it is kept as.
@Suite struct WordModelTests {
    @Test(
        "Words meet by their stems, and whatever holds a digit is a number",
        arguments: [
            ("deleted", "delet"), ("Deleting", "delet"), ("deletes", "delet"), ("changes", "chang"),
            ("change", "chang"), ("was", "was"), ("its", "its"), ("node12", "#"), ("14:20", "#"),
            ("engineer’s", "engineer"), ("stopped", "stop"), ("falling", "fall"), ("", ""),
        ])
    func stems(word: String, stem: String) {
        #expect(String(decoding: Stem.of(Array(word.utf8)[...]), as: UTF8.self) == stem)
    }

    @Test("A sentence gives its stems, its neighbours and the classes of the rules, each with its words")
    func features() {
        let lexicon = CueLexicon(tables: ["[classes]\nact = deleted\nstore = table tables"])
        let reading = ReportReading(sentences: ["She deleted tables."], section: .other, lexicon: lexicon)
        var found: [String: Range<Int>] = [:]
        WordFeatures(of: reading, lexicon: lexicon).each(in: reading.sentences[0]) {
            found[String(decoding: $0, as: UTF8.self)] = $1
        }
        #expect(
            found == [
                "u she": 0..<1, "u delet": 1..<2, "u tabl": 2..<3, "b ^ she": 0..<1, "b she delet": 0..<2,
                "b delet tabl": 1..<3, "b tabl $": 2..<3, "c act": 1..<2, "c store": 2..<3, "d act store": 1..<3,
            ])
    }

    @Test("The regression tells apart what can be told apart, the same way each time")
    func regression() {
        // Place 0 speaks for the first kind, place 1 for the second, and place 2 is the bias.
        let rows = (0..<40).map { number in
            WordRegression.Row(
                places: [Int32(number % 2), 2], values: [1, 1], labels: number % 2 == 0 ? 1 : 2, weight: 1)
        }
        let fitted = WordRegression(rows, width: 3, penalty: 0.1, epochs: 40)
        let kinds = WordModel.kinds
        #expect(fitted.weights[0] > 1 && fitted.weights[1] < -1)
        #expect(fitted.weights[kinds] < -1 && fitted.weights[kinds + 1] > 1)
        #expect(WordRegression(rows, width: 3, penalty: 0.1, epochs: 40).weights == fitted.weights)
        #expect(WordRegression([], width: 3, penalty: 0.1, epochs: 2).weights.allSatisfy { $0 == 0 })
    }

    @Test("Nothing is learned of a kind from a sentence of which nobody said whether it holds")
    func unknown() {
        let row = WordRegression.Row(places: [0, 1], values: [1, 1], labels: 1, unknown: 2, weight: 1)
        let fitted = WordRegression([row], width: 2, penalty: 0.1, epochs: 5)
        #expect(fitted.weights[0] > 0 && fitted.weights[2] < 0)
        #expect(fitted.weights[1] == 0)
    }

    @Test("An incident's labels teach their quotes, and nothing about its other sentences")
    func quotes() throws {
        let report = Report(
            source: "a", kind: .publicReport, title: "Disk full",
            text: "The disk was full. Nobody had looked at it.\n\nIt filled up again.")
        let document = FactorTrainer.Document(
            report: report, labels: [.capacity: .asserted, .security: .denied],
            quotes: [.capacity: ["disk was\nfull", "not in there"]])
        let text = FactorTrainer().text(document, fold: 0, [])
        let capacity: UInt32 = 1 << FactorKind.capacity.ordinal
        // The title is the first sentence.
        #expect(text.sentences == [0, capacity, 0, 0])
        #expect(text.partly == capacity | 1 << FactorKind.security.ordinal)
        let unquoted = FactorTrainer.Document(report: report, labels: [.capacity: .asserted])
        #expect(FactorTrainer().text(unquoted, fold: 0, []).sentences.isEmpty)
    }

    private static func model() throws -> WordModel { try #require(RuleClassifier().learned?.words) }

    @Test("A model is the same when it is written and read again")
    func roundTrip() throws {
        let model = try Self.model()
        let lines = WordModelText.lines(model)
        #expect(WordModelText.model(lines.map { $0[...].utf8 }) == model)
        #expect(model.names == model.names.sorted() && model.names.count > 5_000)
    }

    @Test("Lines that are damaged are no model", arguments: [0, 1, 2, 3, 4, 5])
    func damaged(kind: Int) throws {
        var lines = WordModelText.lines(try Self.model())
        let last = lines.count - 1
        switch kind {
        case 0: lines.removeFirst()
        case 1: lines[last] = String(lines[last].dropLast(lines[last].count - 20))
        case 2: lines[last] = lines[last].replacing("word ", with: "word \\")
        case 3: lines.append(lines[last])
        case 4: lines[0] += " x"
        default: lines.append("nonsense")
        }
        #expect(WordModelText.model(lines.map { $0[...].utf8 }) == nil)
    }

    @Test("A kind is found by words where no cue speaks of it, with the sentence that says it")
    func withoutCue() throws {
        let report = Report(
            source: "", kind: .postmortem, title: "Outage of the booking page on 3 May",
            text: """
                The booking page was down for two hours on Tuesday morning.

                ## What went wrong

                The first we knew of it was a call from a customer at half past nine, two hours in.
                """)
        let classifier = RuleClassifier()
        let factor = try #require(classifier.classify(report).factors.first { $0.kind == .detectionGap })
        #expect(factor.evidence[0].quote.hasPrefix("The first we knew of it"))
        #expect(factor.evidence.allSatisfy { $0.stands(in: report) })
        let explanation = try #require(classifier.explain(report).first { $0.kind == .detectionGap })
        #expect(explanation.byWords != nil && explanation.byCues != nil)
        #expect(explanation.signals.contains { !$0.words.isEmpty })
    }

    @Test("What a report denies in passing and then tells in its own voice is not denied")
    func toldAfterAll() throws {
        let report = Report(
            source: "", kind: .postmortem, title: "An AI agent erased our staging and production volumes",
            text: """
                Some will say that it was not really the AI agent's fault; it was ours for letting it in.

                While fixing a login problem, the AI coding agent decided on its own to delete the production volume, and \
                the backups went with it. The agent ran the destructive command without asking anybody. It later \
                admitted that it had guessed instead of checking. Nothing had limited what its token could do.
                """)
        let factor = try #require(RuleClassifier().classify(report).factors.first { $0.kind == .autonomousAIAction })
        #expect(factor.stance == .asserted)
    }

    @Test("What somebody rejected stays denied, however surely the rumour is told again")
    func rejected() throws {
        let report = Report(
            source: "", kind: .postmortem, title: "A cloud outage was put down to an AI tool acting by itself",
            text: """
                Reports had put the outage of 14 March down to Orrery, an internal AI tool said to have acted by itself. \
                Stratus, the article says, has rejected the idea that the tool caused the outage. By this account the \
                cause was an error that people had set in motion.

                The tool was described there as an AI system that manages capacity through actions of its own, and that \
                set off the disruption by deleting nodes on its own.
                """)
        let factor = try #require(RuleClassifier().classify(report).factors.first { $0.kind == .autonomousAIAction })
        #expect(factor.stance == .denied)
        #expect(factor.evidence.first?.quote.contains("has rejected the idea that the tool caused the outage") == true)
    }
}
