import Foundation
import Reports
import Testing

@testable import Classification

@Suite("Explanations")
struct ExplanationTests {
    private static let article = Report(
        source: "a.md", kind: .publicReport, title: "Cloud region slows down",
        text: """
            On social media the outage was widely blamed on the vendor's AI operations tool, which had resized the fleet \
            by itself.

            The vendor denied that any AI agent took part in the outage. The trigger was a planned capacity change that \
            an engineer had started by hand. The second wave may have been caused by the failover script.
            """)

    @Test(
        "Every suggestion is explained in the order of the suggestions, with quotes that stand and its own confidence")
    func suggested() throws {
        let classifier = RuleClassifier()
        let factors = classifier.classify(Self.article).factors
        let explanations = classifier.explain(Self.article)
        #expect(explanations.compactMap(\.factor) == factors && !factors.isEmpty)
        for explanation in explanations {
            #expect(explanation.signals.allSatisfy { $0.evidence.stands(in: Self.article) })
            #expect(explanation.threshold == classifier.learned?.threshold)
            for signal in explanation.signals { #expect(signal.evidence.quote.contains(signal.cue)) }
            guard let factor = explanation.factor else { continue }
            let quotes = explanation.signals.map(\.evidence.quote)
            #expect(quotes.contains(factor.evidence[0].quote), "\(explanation.kind)")
        }
        let rest = explanations.filter { $0.factor == nil }.map { $0.probability ?? 0 }
        #expect(rest == rest.sorted(by: >))
    }

    @Test("The words that deny, hedge or spread a rumour are named with their distance from the cue")
    func scopes() throws {
        let explanations = RuleClassifier().explain(Self.article)
        let agent = try #require(explanations.first { $0.kind == .autonomousAIAction })
        #expect(agent.factor?.stance == .denied)
        let denial = try #require(agent.signals.first)
        #expect(denial.stance == .denied)
        #expect(denial.scopes.contains { $0.effect == "denies" && $0.words.contains("denied") && $0.isBefore })
        let script = try #require(
            explanations.first { $0.kind == .automation }?.signals.first { $0.cue.contains("script") })
        let hedge = try #require(script.scopes.first { $0.effect == "hedges" })
        #expect(hedge.words.contains("may") && hedge.distance < 10)
    }

    @Test("The features add up to the probability they explain")
    func features() throws {
        // As many features as a row can have, so that none is cut off.
        let classifier = RuleClassifier()
        let learned = try #require(classifier.learned)
        let reading = ReportReading(Self.article, lexicon: classifier.lexicon)
        let sentences = reading.sentences.map {
            MarkedSentence($0, words: reading.words, lexicon: classifier.lexicon)
        }
        let scoring = SentenceScoring(
            sentences, stances: StanceReading(words: reading.words, lexicon: classifier.lexicon),
            lexicon: classifier.lexicon, speaksOfAI: true)
        for (_, row) in sentences.indices.flatMap({ scoring.rows(at: $0) }) {
            let sum = zip(row.places, row.values).reduce(0.0) { $0 + learned.sentence[Int($1.0)] * $1.1 }
            #expect(abs(SparseRow.sigmoid(sum) - row.probability(learned.sentence)) < 1e-9)
        }
    }

    @Test("Every place of the learned weights has its name")
    func names() {
        let classifier = RuleClassifier()
        let names = FeatureNames(lexicon: classifier.lexicon)
        let width = FeatureLayout(cueCount: classifier.lexicon.cues.count).width
        // Cues are spelt out; theirs are the first places.
        for place in classifier.lexicon.cues.count..<width {
            let name = names.sentence(place)
            #expect(!name.hasPrefix("feature ") && !name.contains("part "), "\(place)")
        }
        #expect(names.sentence(width) == "feature \(width)")
        // Where this fails, the features of whole reports have changed, and `FeatureNames` has to follow.
        #expect(FeatureNames.documentCount == DocumentScoring.width)
        #expect((0..<DocumentScoring.width).allSatisfy { !FeatureNames.document($0).hasPrefix("feature ") })
        #expect(
            Section.name(Section.causes.ordinal) == "causes" && Section.name(Section.references.ordinal) == "references"
        )
        #expect(Section.name(Section.count) == "part \(Section.count)")
    }

    @Test("A text without cues and an empty one have nothing to explain")
    func nothing() {
        let classifier = RuleClassifier()
        for text in ["", "Lorem ipsum dolor sit amet."] {
            #expect(classifier.explain(Report(source: "", kind: .postmortem, text: text)) == [])
        }
    }
}

@Suite("Model files")
struct ModelFileTests {
    @Test("A model read back from its file is the same classifier, and another threshold is another model")
    func roundTrip() throws {
        let current = try #require(ModelFile.current)
        let file = try ModelFile(Data(current.json.text.utf8), source: "m.json")
        #expect(file == current)
        #expect(file.classifier().model == RuleClassifier().model)
        #expect(file.training.count == 64)
        let strict = file.classifier(threshold: 0.9)
        #expect(strict.model != RuleClassifier().model)
        // What was measured was measured with its own threshold.
        let measured = try #require(file.classifier().measured)
        #expect(measured.texts > 50 && measured.all.f1 > 0.7 && measured.model == RuleClassifier().model)
        #expect(strict.measured == nil)
        let report = Report(
            source: "", kind: .postmortem, title: "Disk full",
            text: "The disk of the database was full, and writes failed for an hour.")
        #expect(strict.classify(report).factors.count <= RuleClassifier().classify(report).factors.count)
    }

    private static func changed(_ change: (inout [String: Any]) -> Void) throws -> Data {
        let current = try #require(ModelFile.current)
        var object = try #require(
            try JSONSerialization.jsonObject(with: Data(current.json.text.utf8)) as? [String: Any])
        change(&object)
        return try JSONSerialization.data(withJSONObject: object)
    }

    @Test("A file that is no model, or belongs to other rules, is refused with the reason")
    func refused() throws {
        let digest = String(repeating: "0", count: 64)
        let cases: [(Data, String)] = [
            (Data(), "no model file; write one with 'scripts/train --model FILE'"),
            (Data("[1]".utf8), "no model file; write one with 'scripts/train --model FILE'"),
            (
                try Self.changed { $0["format"] = "x" },
                "its format is 'x', and this program reads 'postmortem-model-2'; write it anew with 'scripts/train --model FILE'"
            ),
            (
                try Self.changed { $0["training"] = nil },
                "it does not say what it was trained on; 'training' must be the SHA-256 of its training data"
            ),
            (
                try Self.changed { $0["training"] = "today" },
                "it does not say what it was trained on; 'training' must be the SHA-256 of its training data"
            ),
            (
                try Self.changed { $0["cues"] = digest },
                "it belongs to other rules than this program's, so that its weights mean nothing here; train anew with 'scripts/train --model FILE'"
            ),
            (try Self.changed { $0["threshold"] = 1.5 }, "its threshold is no probability between 0 and 1"),
            (
                try Self.changed { $0["sentence"] = nil },
                "it has no weights; 'sentence' and 'document' must be lists of whole numbers"
            ),
            (
                try Self.changed { $0["sentence"] = "many" },
                "'sentence' has another form than a model file's; write one with 'scripts/train --model FILE'"
            ),
            (
                try Self.changed { $0["words"] = ["word x"] },
                "its 'words' cannot be read; write it anew with 'scripts/train --model FILE'"
            ),
            (
                try Self.changed { $0["words"] = 3 },
                "'words' has another form than a model file's; write one with 'scripts/train --model FILE'"
            ),
            (
                try Self.changed { $0["document"] = [9_000_000] },
                "a weight is beyond 1000000 thousandths; it is damaged"
            ),
            (
                try Self.changed { $0["document"] = [Int.min] },
                "a weight is beyond 1000000 thousandths; it is damaged"
            ),
            (
                try Self.changed { $0["document"] = [-1_000_001] },
                "a weight is beyond 1000000 thousandths; it is damaged"
            ),
        ]
        for (data, reason) in cases {
            let error = #expect(throws: ClassificationError.self) { try ModelFile(data, source: "m.json") }
            #expect(error?.description == "m.json: \(reason)")
        }
        for numbers in [[-1], [Int.max, 1], [1, 2, 3]] {
            let file = try ModelFile(try Self.changed { $0["measured"] = numbers }, source: "m.json")
            #expect(file.classifier().measured == nil)
        }
        let long = try Self.changed { $0["document"] = Array(repeating: 1, count: 5_000) }
        let error = #expect(throws: ClassificationError.self) { try ModelFile(long, source: "m.json") }
        #expect(error?.description.contains("weights where there is room for") == true)
    }
}
