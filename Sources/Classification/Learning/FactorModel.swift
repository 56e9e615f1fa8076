import Reports

/// Learned weights: of what a sentence holds, and of what a report's sentences say together.
///
/// As text, one entry a line: a name, a space, and a digest, a number or whole numbers of thousandths; then the lines of
/// ``WordModelText``.
struct FactorModel: Equatable, Sendable {
    /// The digest of the tables it was trained with; with others its weights mean nothing.
    var cues: String
    /// The digest of the labelled texts it was trained on.
    var training: String
    /// The least probability at which a factor is suggested.
    var threshold: Double
    var sentence: [Double]
    var document: [Double]
    /// What was learned of words beside the cues; `nil` leaves the cues to themselves.
    var words: WordModel?
    /// What training measured: how many texts, then hits, false alarms and misses kind by kind; empty where it did not.
    var measured: [Int]

    /// How much the words count beside the cues, each on the scale of log-odds.
    ///
    /// Chosen on texts that neither had part in; see `Corpus/labels/README.md`.
    static let shareOfWords = 0.4

    init(
        cues: String, training: String, threshold: Double, sentence: [Double], document: [Double],
        words: WordModel? = nil, measured: [Int] = []
    ) {
        self.measured = measured
        self.cues = cues
        self.training = training
        self.threshold = threshold
        self.sentence = sentence
        self.document = document
        self.words = words
    }

    /// `nil` when a line is missing or cannot be read.
    init?(text: String) {
        var entries: [Substring: Substring] = [:]
        var lines: [Substring.UTF8View] = []
        // By bytes: there are thousands of lines, and a program that starts reads them all.
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            if WordModelText.isLine(line) {
                lines.append(line)
                continue
            }
            let parts = Substring(line).split(separator: " ", maxSplits: 1)
            if parts.count == 2 { entries[parts[0]] = parts[1] }
        }
        guard let cues = entries["cues"], let training = entries["training"],
            let threshold = entries["threshold"].flatMap({ Double($0) }),
            let sentence = entries["sentence"].flatMap({ Self.numbers($0) }),
            let document = entries["document"].flatMap({ Self.numbers($0) })
        else { return nil }
        let words = lines.isEmpty ? nil : WordModelText.model(lines)
        if words == nil, !lines.isEmpty { return nil }
        self.init(
            cues: String(cues), training: String(training), threshold: threshold, sentence: sentence,
            document: document, words: words,
            measured: (entries["measured"] ?? "").split(separator: " ").compactMap { Int($0) })
    }

    var text: String {
        """
        cues \(cues)
        training \(training)
        threshold \(threshold)
        sentence \(Self.written(sentence))
        document \(Self.written(document))
        measured \(measured.map { String($0) }.joined(separator: " "))
        """ + (words.map { WordModelText.lines($0).map { "\n" + $0 }.joined() } ?? "")
    }

    /// The probability of a kind from the log-odds that cues and words give it.
    static func blended(cues: Double, words: Double) -> Double {
        // Neither is so sure that the other could say nothing against it.
        func bounded(_ odds: Double) -> Double { min(max(odds, -5), 5) }
        return SparseRow.sigmoid((1 - shareOfWords) * bounded(cues) + shareOfWords * bounded(words))
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
