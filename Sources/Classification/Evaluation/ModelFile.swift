import Foundation
import Reports

/// Learned weights as a file, to be tried beside those built in.
///
/// One JSON object: `format` (`postmortem-model-2`), `cues` and `training` (SHA-256, hexadecimal: of the rules the weights
/// belong to, and of the labelled texts they were learned from), `threshold`, `sentence` and `document`, lists of whole
/// numbers of thousandths, `measured` (how many texts, then hits, false alarms and misses kind by kind), and `words`, the lines of what was learned of words; without it the cues stand alone.
/// `scripts/train --model FILE` writes one.
public struct ModelFile: Equatable, Sendable {
    public static let format = "postmortem-model-2"

    let model: FactorModel

    /// The digest of the labelled texts it was trained on.
    public var training: String { model.training }
    /// The least probability at which a factor is suggested.
    public var threshold: Double { model.threshold }

    /// - Parameter source: For messages.
    /// - Throws: ``ClassificationError/badModel(source:reason:)`` for a file of another form, without the digest of its
    ///   training data, or for other rules than this program's.
    public init(_ data: Data, source: String) throws {
        func bad(_ reason: String) -> ClassificationError { .badModel(source: source, reason: reason) }
        let entries: Entries
        do {
            entries = try JSONDecoder().decode(Entries.self, from: data)
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            let field = context.codingPath[0].stringValue
            throw bad("'\(field)' has another form than a model file's; write one with 'scripts/train --model FILE'")
        } catch {
            throw bad("no model file; write one with 'scripts/train --model FILE'")
        }
        guard entries.format == Self.format else {
            throw bad(
                "its format is '\(entries.format ?? "not stated")', and this program reads '\(Self.format)'; write it anew with 'scripts/train --model FILE'"
            )
        }
        guard let training = entries.training, Self.isDigest(training) else {
            throw bad("it does not say what it was trained on; 'training' must be the SHA-256 of its training data")
        }
        let digest = RuleClassifier.digest(tables: CueTables.all, frames: CueTables.frames)
        guard entries.cues == digest else {
            throw bad(
                "it belongs to other rules than this program's, so that its weights mean nothing here; train anew with 'scripts/train --model FILE'"
            )
        }
        guard let threshold = entries.threshold, threshold > 0, threshold < 1 else {
            throw bad("its threshold is no probability between 0 and 1")
        }
        let lexicon = RuleClassifier().lexicon
        let widths = (FeatureLayout(cueCount: lexicon.cues.count).width, DocumentScoring.width)
        guard let sentence = entries.sentence, let document = entries.document else {
            throw bad("it has no weights; 'sentence' and 'document' must be lists of whole numbers")
        }
        // Weights at the end that are all zero may be left out.
        guard sentence.count <= widths.0, document.count <= widths.1, !sentence.isEmpty, !document.isEmpty else {
            throw bad(
                "it has \(sentence.count) and \(document.count) weights where there is room for \(widths.0) and \(widths.1)"
            )
        }
        guard (sentence + document).allSatisfy({ (-Self.largest...Self.largest).contains($0) }) else {
            throw bad("a weight is beyond \(Self.largest) thousandths; it is damaged")
        }
        let words = try entries.words.map { lines in
            guard lines.count <= Self.mostWords, let words = WordModelText.model(lines.map { $0[...].utf8 }) else {
                throw bad("its 'words' cannot be read; write it anew with 'scripts/train --model FILE'")
            }
            return words
        }
        model = FactorModel(
            cues: digest, training: training, threshold: threshold, sentence: sentence.map { Double($0) / 1000 },
            document: document.map { Double($0) / 1000 }, words: words, measured: Self.counts(entries.measured))
    }

    init(_ model: FactorModel) {
        self.model = model
    }

    /// The model that is built in; `nil` when there is none for these rules.
    public static var current: ModelFile? {
        RuleClassifier().learned.map { ModelFile($0) }
    }

    /// A model that training gave as text; `nil` when it is none.
    package init?(text: String) {
        guard let model = FactorModel(text: text) else { return nil }
        self.init(model)
    }

    /// The file's content, one line.
    public var json: JSONValue {
        .object([
            ("format", .string(Self.format)), ("cues", .string(model.cues)), ("training", .string(model.training)),
            ("threshold", .double(model.threshold)), ("sentence", Self.thousandths(model.sentence)),
            ("document", Self.thousandths(model.document)),
            ("measured", .array(model.measured.map { .int($0) })),
            ("words", model.words.map { .array(WordModelText.lines($0).map { .string($0) }) } ?? .null),
        ])
    }

    /// A classifier with these weights and the rules of this program.
    ///
    /// - Parameter threshold: In place of the file's own.
    public func classifier(threshold: Double? = nil) -> RuleClassifier {
        var model = model
        if let threshold, threshold != model.threshold {
            model.threshold = threshold
            model.measured = []
        }
        return RuleClassifier(tables: CueTables.all, frames: CueTables.frames, learned: model)
    }

    /// No weight that was learned comes near it.
    private static let largest = 1_000_000
    /// Nor does any language have as many words that matter.
    private static let mostWords = 200_000

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Figures that no run could have given are none.
    private static func counts(_ numbers: [Int]?) -> [Int] {
        guard let numbers, numbers.allSatisfy({ (0...largest).contains($0) }) else { return [] }
        return numbers
    }

    private static func thousandths(_ weights: [Double]) -> JSONValue {
        .array(weights.map { .int(Int(($0 * 1000).rounded())) })
    }

    private struct Entries: Decodable {
        var format: String?
        var cues: String?
        var training: String?
        var threshold: Double?
        var sentence: [Int]?
        var document: [Int]?
        var words: [String]?
        var measured: [Int]?
    }
}
