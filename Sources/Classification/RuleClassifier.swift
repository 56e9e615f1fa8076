import Reports

/// Finds factors by rule: cues in sentences, judged by what surrounds them.
///
/// The rules are data (``CueTables``); an expert who reads them should nod.
public struct RuleClassifier: FactorClassifier {
    /// The digest of the rule tables and of the version of the code that reads them.
    public let model: String
    let lexicon: CueLexicon

    /// The rules that come with the product.
    public init() {
        self.init(tables: CueTables.all)
    }

    init(tables: [String]) {
        lexicon = CueLexicon(tables: tables)
        model = ContentHash.sha256("rules 2\n" + tables.joined(separator: "\n"))
    }

    public func classify(_ report: Report) -> Classification {
        let (findings, weighing) = findings(in: report)
        return Classification(factors: weighing.factors(from: findings), model: model)
    }

    /// Every cue that counted, before they are weighed.
    func findings(in report: Report) -> ([Finding], FactorWeighing) {
        let reading = ReportReading(report, lexicon: lexicon)
        let sentences = reading.sentences.map { MarkedSentence($0, words: reading.words, lexicon: lexicon) }
        let context = ReportContext(sentences)
        let judge = FindingJudge(
            reading: reading, context: context, lexicon: lexicon, organisation: report.organisation)
        var findings: [Finding] = []
        for (order, sentence) in sentences.enumerated() {
            judge.judge(sentence, order: order, into: &findings)
        }
        MisunderstoodTool.add(to: &findings, sentences: sentences, context: context, judge: judge)
        return (findings, FactorWeighing(reading: reading, context: context))
    }
}
