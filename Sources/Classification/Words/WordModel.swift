import Reports

/// What was learned of words: how far each speaks for each kind in its sentence and in its report.
///
/// The rules know what they were told; this knows what was written in thousands of labelled sentences. As text, one
/// feature a line with a character for each weight.
struct WordModel: Equatable, Sendable {
    /// One weight a kind, in the order of the taxonomy.
    typealias Weights = [Float]

    /// A feature's place among the weights, by the hash of its name.
    private(set) var places: [UInt64: Int32] = [:]
    /// The features' names, ascending.
    let names: [String]
    /// How much rarer than others a feature is, as its weight in a report.
    let rarity: [Float]
    /// Of a sentence: a feature's weights lie together, one a kind.
    let sentence: [Float]
    /// Of a report as a whole: likewise.
    let report: [Float]
    /// Of the section that a sentence stands in: likewise, by its ordinal.
    let section: [Float]
    /// By kind: nothing else known; the log-odds that cues give; a cue being there at all.
    let bias: Weights
    let cue: Weights
    let hasCue: Weights
    let reportBias: Weights
    /// Of what a report's sentences and words say together (``WordScoring/width``).
    let document: [Double]

    static let kinds = FactorKind.allCases.count

    init(
        names: [String], rarity: [Float], sentence: [Float], report: [Float], section: [Float], bias: Weights,
        cue: Weights, hasCue: Weights, reportBias: Weights, document: [Double]
    ) {
        self.names = names
        self.rarity = rarity
        self.sentence = sentence
        self.report = report
        self.section = section
        self.bias = bias
        self.cue = cue
        self.hasCue = hasCue
        self.reportBias = reportBias
        self.document = document
        places.reserveCapacity(names.count)
        for (place, name) in names.enumerated() { places[WordHash(name.utf8).value] = Int32(place) }
    }

    /// Features without weights.
    init(vocabulary names: [String]) {
        self.init(
            names: names, rarity: [], sentence: [], report: [], section: [], bias: [], cue: [], hasCue: [],
            reportBias: [], document: [])
    }

    func with(document: [Double]) -> WordModel {
        WordModel(
            names: names, rarity: rarity, sentence: sentence, report: report, section: section, bias: bias, cue: cue,
            hasCue: hasCue, reportBias: reportBias, document: document)
    }

    func place(of name: [UInt8]) -> Int32? {
        places[WordHash(name).value]
    }
}
