import Reports

/// Learns a ``WordModel`` from labelled sentences and reports.
struct WordTrainer {
    /// A sentence, or a whole report, of the texts that words are learned from.
    struct Text {
        var reading: ReportReading
        /// What the cues say of its sentences.
        var cues: [DocumentScoring.Score]
        /// Bit by bit which kinds each sentence states; empty where that is not known.
        var sentences: [UInt32]
        /// Which kinds the whole states that nobody looked for in every sentence; one it does not mention is in none.
        var partly: UInt32 = 0
        /// Bit by bit which kinds the whole states.
        var labels: UInt32
        /// How much it counts as sentences, and as a whole.
        var weight: Float
        var reportWeight: Float
        /// Texts with the same number were written by one writer; -1 for those that never stand aside.
        var fold: Int
    }

    static let folds = 4
    /// A feature must be in this many texts before it is learned of.
    private static let leastTexts = 8

    private let lexicon: CueLexicon
    private let texts: [Text]
    private let names: [String]
    private let rarity: [Float]
    /// By text and sentence.
    private let places: [[[Int32]]]

    init(_ texts: [Text], lexicon: CueLexicon) {
        self.texts = texts
        self.lexicon = lexicon
        var count: [String: Int] = [:]
        for text in texts {
            var seen: Set<String> = []
            let features = WordFeatures(of: text.reading, lexicon: lexicon)
            for sentence in text.reading.sentences {
                features.each(in: sentence) { name, _ in seen.insert(String(decoding: name, as: UTF8.self)) }
            }
            for name in seen { count[name, default: 0] += 1 }
        }
        let names = count.filter { $0.value >= Self.leastTexts && WordModelText.isWritable($0.key) }.keys.sorted()
        self.names = names
        rarity = names.map { name in
            let ratio = Double(texts.count + 1) / Double(count[name, default: 0] + 1)
            return WordModelText.rounded(rarity: Float(SparseRow.logOdds(ratio / (1 + ratio)) + 1))
        }
        let vocabulary = WordModel(vocabulary: names)
        places = texts.map { text in
            let features = WordFeatures(of: text.reading, lexicon: lexicon)
            return text.reading.sentences.map { WordScoring.places(of: $0, features, vocabulary) }
        }
    }

    /// What is learned without the texts of one fold; of all texts when `nil`. Its `document` weights are empty.
    func model(without fold: Int? = nil) -> WordModel {
        let included = texts.indices.filter { fold == nil || texts[$0].fold != fold }
        let width = names.count
        let sentences = WordRegression(
            included.flatMap { sentenceRows($0) }, width: width + Section.count + 1, penalty: 6, epochs: 30)
        let reports = WordRegression(
            included.map { reportRow($0) }, width: width + 1, penalty: 0.1, epochs: 60)
        let kinds = WordModel.kinds
        return WordModel(
            names: names, rarity: rarity, sentence: Array(sentences.weights[..<(width * kinds)]),
            report: Array(reports.weights[..<(width * kinds)]),
            section: Array(sentences.weights[(width * kinds)..<((width + Section.count) * kinds)]),
            bias: Array(sentences.weights[((width + Section.count) * kinds)...]), cue: sentences.cue,
            hasCue: sentences.hasCue, reportBias: Array(reports.weights[(width * kinds)...]), document: [])
    }

    private func sentenceRows(_ text: Int) -> [WordRegression.Row] {
        let known = texts[text]
        guard !known.sentences.isEmpty else { return [] }
        var cues: [Int: [DocumentScoring.Score]] = [:]
        for score in known.cues { cues[score.order, default: []].append(score) }
        return places[text].enumerated().compactMap { order, features in
            let section = known.reading.sentences[order].section
            if section == .references { return nil }
            let value = WordScoring.value(ofEachOf: features.count)
            var row = WordRegression.Row(
                places: features + [Int32(names.count + section.ordinal), Int32(names.count + Section.count)],
                values: Array(repeating: value, count: features.count) + [1, 1], labels: known.sentences[order],
                unknown: known.partly & ~known.sentences[order], weight: known.weight)
            for score in cues[order] ?? [] {
                if row.cue.isEmpty { row.cue = Array(repeating: 0, count: WordModel.kinds) }
                row.cue[score.kind.ordinal] = Float(SparseRow.logOdds(WordScoring.clamped(score.probability)))
                row.hasCue |= 1 << score.kind.ordinal
            }
            return row
        }
    }

    private func reportRow(_ text: Int) -> WordRegression.Row {
        let sentences = zip(texts[text].reading.sentences, places[text]).map { ($0.section, $1) }
        let features = WordScoring.reportFeatures(sentences, rarity: rarity)
        return WordRegression.Row(
            places: features.map(\.place) + [Int32(names.count)], values: features.map(\.value) + [1],
            labels: texts[text].labels, weight: texts[text].reportWeight)
    }
}
