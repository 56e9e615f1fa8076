import Reports

/// Finds factors by rule and by weights learned from labelled passages: cues in sentences, judged by what surrounds
/// them.
///
/// The rules are data (``CueTables``); an expert who reads them should nod.
public struct RuleClassifier: FactorClassifier {
    /// The digest of the rule tables, of the learned weights and of the version of the code that reads them.
    public let model: String
    let lexicon: CueLexicon
    /// `nil` when there are none for these tables; then only the hand-weighed cues count.
    let learned: FactorModel?

    /// The rules and weights that come with the product.
    public init() {
        self = Self.standard
    }

    /// Compiled once; reading the tables takes longer than classifying a report.
    private static let standard = RuleClassifier(
        tables: CueTables.all, frames: CueTables.frames, learned: FactorModel(text: LearnedWeights.text),
        written: LearnedWeights.text)

    /// - Parameter written: The text that `learned` was read from, where there is one: writing it again to take its digest
    ///   would be a good part of the time that a command takes to start.
    init(tables: [String], frames: [String] = [], learned: FactorModel? = nil, written: String? = nil) {
        lexicon = CueLexicon(tables: tables, frames: frames)
        let digest = Self.digest(tables: tables, frames: frames)
        self.learned = learned.flatMap { $0.cues == digest ? $0 : nil }
        let weights = self.learned.map { written ?? $0.text } ?? ""
        model = ContentHash.sha256("rules 6\n\(digest)\n\(CueTables.references)\n\(weights)")
    }

    /// What a model names to say which tables its weights belong to.
    static func digest(tables: [String], frames: [String]) -> String {
        ContentHash.sha256((tables + ["frames"] + frames).joined(separator: "\n"))
    }

    /// How right it was, cross-validated, on the labelled texts that chose its threshold; `nil` when that is not known, as
    /// of a model with another threshold.
    public var measured: MeasuredClassifier? {
        guard let numbers = learned?.measured, numbers.count == 1 + 3 * FactorKind.allCases.count, numbers[0] > 0 else {
            return nil
        }
        var byKind: [FactorKind: AgreementCounts] = [:]
        for kind in FactorKind.allCases {
            let place = 1 + 3 * kind.ordinal
            byKind[kind] = AgreementCounts(hits: numbers[place], extra: numbers[place + 1], missed: numbers[place + 2])
        }
        return MeasuredClassifier(model: model, texts: numbers[0], byKind: byKind)
    }

    public func classify(_ report: Report) -> Classification {
        let (findings, weighing) = findings(in: report)
        return Classification(factors: weighing.factors(from: findings), model: model)
    }

    /// Every cue that counted, before they are weighed.
    func findings(in report: Report) -> ([Finding], FactorWeighing) {
        findings(in: MarkedReport(report, lexicon: lexicon))
    }

    func findings(in report: MarkedReport) -> ([Finding], FactorWeighing) {
        let (sentences, judge) = (report.sentences, report.judge)
        let scores = learned.map { report.scores(weights: $0.sentence) } ?? []
        let words = learned?.words.map { WordScoring(report.reading, lexicon: lexicon, cues: scores, model: $0) }
        var bySentence: [Int: [FactorKind: Double]] = [:]
        for score in scores {
            bySentence[score.order, default: [:]][score.kind] =
                words?.sentences[score.order][score.kind.ordinal] ?? score.probability
        }
        var findings: [Finding] = []
        for (order, sentence) in sentences.enumerated() {
            judge.judge(sentence, order: order, learned: bySentence[order] ?? [:], into: &findings)
            if let words { judge.judgeWords(of: sentence, order: order, words, into: &findings) }
            judge.judgeReferring(sentence, order: order, after: order > 0 ? sentences[order - 1] : nil, into: &findings)
        }
        MisunderstoodTool.add(to: &findings, sentences: sentences, context: report.context, judge: judge)
        var weighing = FactorWeighing(reading: report.reading, context: report.context)
        if let learned {
            let rows = report.rows(scores, joint: weighing.jointByHand(findings))
            let byWords = words?.logOdds()
            weighing.learned = zip(FactorKind.allCases, rows).reduce(into: [:]) {
                let byCues = $1.1.sum(learned.document)
                let kind = $1.0
                $0[kind] =
                    byWords.map { FactorModel.blended(cues: byCues, words: $0[kind.ordinal]) }
                    ?? SparseRow.sigmoid(byCues)
            }
            weighing.threshold = learned.threshold
            weighing.isBrief = sentences.count < 12 && words == nil
        }
        return (findings, weighing)
    }
}
