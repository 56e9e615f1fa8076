import Reports

/// Learned weights: of what a sentence holds, and of what a report's sentences say together.
///
/// As text, one entry a line: a name, a space, and a digest, a number or whole numbers of thousandths.
struct FactorModel: Equatable, Sendable {
    /// The digest of the tables it was trained with; with others its weights mean nothing.
    var cues: String
    /// The digest of the labelled texts it was trained on.
    var training: String
    /// The least probability at which a factor is suggested.
    var threshold: Double
    var sentence: [Double]
    var document: [Double]

    init(cues: String, training: String, threshold: Double, sentence: [Double], document: [Double]) {
        self.cues = cues
        self.training = training
        self.threshold = threshold
        self.sentence = sentence
        self.document = document
    }

    /// `nil` when a line is missing or cannot be read.
    init?(text: String) {
        var entries: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { entries[parts[0]] = parts[1] }
        }
        guard let cues = entries["cues"], let training = entries["training"],
            let threshold = entries["threshold"].flatMap({ Double($0) }),
            let sentence = entries["sentence"].flatMap({ Self.numbers($0) }),
            let document = entries["document"].flatMap({ Self.numbers($0) })
        else { return nil }
        self.init(
            cues: String(cues), training: String(training), threshold: threshold, sentence: sentence,
            document: document)
    }

    var text: String {
        """
        cues \(cues)
        training \(training)
        threshold \(threshold)
        sentence \(Self.written(sentence))
        document \(Self.written(document))
        """
    }

    private static func numbers(_ text: Substring) -> [Double]? {
        var result: [Double] = []
        for part in text.split(separator: " ") {
            guard let number = Int(part) else { return nil }
            result.append(Double(number) / 1000)
        }
        return result
    }

    private static func written(_ numbers: [Double]) -> String {
        numbers.map { String(Int(($0 * 1000).rounded())) }.joined(separator: " ")
    }
}
