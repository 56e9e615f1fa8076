import Reports

/// What the learned words say of a report: of each sentence, and of the whole.
struct WordScoring {
    /// How many numbers ``rows`` may hold.
    static let width = 14 + 2 * WordModel.kinds

    let model: WordModel
    private let reading: ReportReading
    private let features: WordFeatures
    /// How probable it is that each sentence tells of each kind: a row of kinds a sentence.
    let sentences: [[Double]]
    /// The log-odds of each kind by the words of the whole report, weighed by how rare they are.
    let report: [Double]

    /// - Parameter cues: What the cues say of the sentences that have one.
    init(_ reading: ReportReading, lexicon: CueLexicon, cues: [DocumentScoring.Score], model: WordModel) {
        let features = WordFeatures(of: reading, lexicon: lexicon)
        let places = reading.sentences.map { Self.places(of: $0, features, model) }
        self.model = model
        self.reading = reading
        self.features = features
        var byCue: [Int: [DocumentScoring.Score]] = [:]
        for score in cues { byCue[score.order, default: []].append(score) }
        sentences = reading.sentences.enumerated().map { order, sentence in
            guard sentence.section != .references else { return Array(repeating: 0, count: WordModel.kinds) }
            var sums = Self.sums(places[order], sentence.section.ordinal, model)
            for score in byCue[order] ?? [] {
                let kind = score.kind.ordinal
                sums[kind] += model.cue[kind] * Float(SparseRow.logOdds(Self.clamped(score.probability)))
                sums[kind] += model.hasCue[kind]
            }
            return sums.map { SparseRow.sigmoid(Double($0)) }
        }
        report = Self.reportLogOdds(zip(reading.sentences, places).map { ($0.section, $1) }, model)
    }

    /// The log-odds that cues give are told apart this far and no further.
    static func clamped(_ probability: Double) -> Double { min(max(probability, 0.002), 0.998) }

    // MARK: One sentence

    /// The features of a sentence that the model knows, each once, ascending.
    static func places(of sentence: ReportReading.Sentence, _ features: WordFeatures, _ model: WordModel) -> [Int32] {
        var places: [Int32] = []
        features.each(in: sentence) { name, _ in
            if let place = model.place(of: name) { places.append(place) }
        }
        return places.sortedOnce()
    }

    /// A long sentence says more in all and less with each word.
    static func value(ofEachOf count: Int) -> Float {
        3 / Float(max(count, 4)).squareRoot()
    }

    private static func sums(_ places: [Int32], _ section: Int, _ model: WordModel) -> [Float] {
        var sums = model.bias
        let value = value(ofEachOf: places.count)
        for kind in sums.indices { sums[kind] += model.section[section * WordModel.kinds + kind] }
        for place in places {
            let start = Int(place) * WordModel.kinds
            for kind in sums.indices { sums[kind] += value * model.sentence[start + kind] }
        }
        return sums
    }

    /// The words of a sentence that speak most for a kind, the strongest first; none that only carry grammar.
    func words(for kind: FactorKind, in order: Int, most: Int) -> [(words: Range<Int>, weight: Double)] {
        var found: [(words: Range<Int>, weight: Double)] = []
        var seen: Set<Int32> = []
        let sentence = reading.sentences[order]
        let bytes = reading.bytes(of: sentence.field)
        var known = 0
        features.each(in: sentence) { name, words in
            guard let place = model.place(of: name), seen.insert(place).inserted else { return }
            known += 1
            let first = reading.words[words.lowerBound]
            if words.count == 1, Stem.isGrammar(bytes[first.start..<first.end]) { return }
            found.append((words, Double(model.sentence[Int(place) * WordModel.kinds + kind.ordinal])))
        }
        let value = Double(Self.value(ofEachOf: known))
        var best: [(words: Range<Int>, weight: Double)] = []
        for entry in found.enumerated().sorted(by: { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) })
            .map(\.element)
        where best.count < most && entry.weight > 0 && !best.contains(where: { $0.words.overlaps(entry.words) }) {
            best.append((entry.words, entry.weight * value))
        }
        return best
    }

    // MARK: The whole report

    /// A feature's value in a report: more the oftener it is there, with less for each time, and the rarer it is elsewhere.
    static func reportFeatures(
        _ sentences: [(section: Section, places: [Int32])], rarity: [Float]
    ) -> [(place: Int32, value: Float)] {
        var counts: [Int32: Int] = [:]
        for (section, places) in sentences where section != .references {
            for place in places { counts[place, default: 0] += 1 }
        }
        var values: [(place: Int32, value: Float)] = []
        var squares: Float = 0
        for place in counts.keys.sorted() {
            let count = Float(counts[place] ?? 0)
            let value = 2 * count / (count + 1) * rarity[Int(place)]
            values.append((place, value))
            squares += value * value
        }
        let length = squares.squareRoot()
        return length > 0 ? values.map { ($0.place, $0.value / length) } : []
    }

    private static func reportLogOdds(
        _ sentences: [(section: Section, places: [Int32])], _ model: WordModel
    ) -> [Double] {
        var sums = model.reportBias
        for (place, value) in reportFeatures(sentences, rarity: model.rarity) {
            let start = Int(place) * WordModel.kinds
            for kind in sums.indices { sums[kind] += value * model.report[start + kind] }
        }
        return sums.map { Double($0) }
    }

    /// The log-odds of each kind by everything that the words say.
    func logOdds() -> [Double] {
        Self.rows(sentences: sentences, sections: reading.sentences.map(\.section), report: report)
            .map { $0.sum(model.document) }
    }

    /// What sentences and words say about each kind, in the order of the taxonomy.
    static func rows(sentences: [[Double]], sections: [Section], report: [Double]) -> [SparseRow] {
        let columns = (0..<WordModel.kinds).map { kind in sentences.map { $0[kind] } }
        let ranked = columns.map { Array($0.sorted(by: >).prefix(6)) + [0, 0, 0] }
        let together = ranked.map { 1 - $0.reduce(1) { $0 * (1 - $1) } }
        let total = together.reduce(0.1, +)
        let highest = together.max() ?? 0
        return (0..<WordModel.kinds).map { kind in
            let column = columns[kind]
            func most(_ isIncluded: (Int) -> Bool) -> Double {
                column.indices.filter(isIncluded).map { column[$0] }.max() ?? 0
            }
            let front = most { $0 < 4 || sections[$0].opensAccount }
            let late = most { sections[$0] == .remedies || sections[$0] == .helped }
            let sum = column.reduce(0, +)
            let top = ranked[kind]
            let values = [
                1, top[0], top[1], top[2], DocumentScoring.logit(top[0]), together[kind],
                DocumentScoring.logit(together[kind]), front, late, sum / (1 + sum), report[kind] / 3,
                SparseRow.sigmoid(report[kind]), together[kind] / total, together[kind] - highest,
            ]
            var row = SparseRow()
            for (place, value) in values.enumerated() { row.add(place, value) }
            row.add(14 + kind)
            row.add(14 + WordModel.kinds + kind, top[0])
            return row
        }
    }
}

extension [Int32] {
    /// Ascending, without repeats.
    fileprivate func sortedOnce() -> [Int32] {
        var result: [Int32] = []
        for place in sorted() where result.last != place { result.append(place) }
        return result
    }
}

extension FactorKind {
    /// Its place in the taxonomy.
    var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
