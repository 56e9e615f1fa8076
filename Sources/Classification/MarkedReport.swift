import Reports

/// A report's sentences with every cue found in them, and what the whole says for judging each.
struct MarkedReport {
    let sentences: [MarkedSentence]
    let judge: FindingJudge
    private let lexicon: CueLexicon

    var reading: ReportReading { judge.reading }
    var context: ReportContext { judge.context }

    init(_ report: Report, lexicon: CueLexicon) {
        self.init(ReportReading(report, lexicon: lexicon), organisation: report.organisation, lexicon: lexicon)
    }

    /// - Parameter organisation: Whom the report is about.
    init(_ reading: ReportReading, organisation: String? = nil, lexicon: CueLexicon) {
        sentences = reading.sentences.map { MarkedSentence($0, words: reading.words, lexicon: lexicon) }
        judge = FindingJudge(
            reading: reading, context: ReportContext(sentences), lexicon: lexicon, organisation: organisation)
        self.lexicon = lexicon
    }

    /// - Parameter speaksOfAI: In place of what the whole says.
    func scoring(speaksOfAI: Bool? = nil) -> SentenceScoring {
        SentenceScoring(
            sentences, stances: judge.stances, lexicon: lexicon, speaksOfAI: speaksOfAI ?? context.speaksOfAI
        ) { [judge] in judge.isOwnName($0, in: $1) }
    }

    /// How probable it is of each sentence that it tells of each kind.
    func scores(weights: [Double]) -> [DocumentScoring.Score] {
        let scoring = scoring()
        return sentences.indices.flatMap { order in
            scoring.rows(at: order).map {
                DocumentScoring.Score(order: order, kind: $0.kind, probability: $0.row.probability(weights))
            }
        }
    }

    /// What the scores of its sentences say together about each kind: see ``DocumentScoring``.
    func rows(_ scores: [DocumentScoring.Score], joint: [FactorKind: Double]) -> [SparseRow] {
        DocumentScoring.rows(scores, sentences: sentences, joint: joint, speaksOfAI: context.speaksOfAI)
    }
}
