import Reports

/// Learns the weights of a ``FactorModel`` and measures what they are worth.
package struct FactorTrainer {
    /// A labelled report.
    package struct Document {
        package var report: Report
        package var labels: [FactorKind: Stance]
        /// The words that carry a kind, where its label quotes them; not of what is denied.
        package var quotes: [FactorKind: [String]]
        /// Kinds on which its readers differed; neither trained on nor measured.
        package var unsure: Set<FactorKind>
        /// How much it counts in learning, beside a report in its author's own words.
        package var weight: Double

        package init(
            report: Report, labels: [FactorKind: Stance], quotes: [FactorKind: [String]] = [:],
            unsure: Set<FactorKind> = [], weight: Double = 1
        ) {
            self.report = report
            self.labels = labels
            self.quotes = quotes
            self.unsure = unsure
            self.weight = weight
        }

        /// One of eight parts, by its title.
        var part: Int { (Int(ContentHash.sha256(report.title ?? "").prefix(2), radix: 16) ?? 0) % 8 }

        func holds(_ kind: FactorKind) -> Bool { labels[kind] == .asserted || labels[kind] == .suspected }
    }

    struct Example {
        var passage: Int
        var sentence: Int
        var kind: FactorKind
        var row: SparseRow
        var label: Bool
    }

    let rules: RuleClassifier
    private let digest: String
    private let tables: [String]
    private let frames: [String]
    private var layout: FeatureLayout { FeatureLayout(cueCount: rules.lexicon.cues.count) }

    /// - Parameters: The tables to train for; those of the product when none are given.
    package init(tables: [String] = CueTables.all, frames: [String] = CueTables.frames) {
        self.tables = tables
        self.frames = frames
        rules = RuleClassifier(tables: tables, frames: frames)
        digest = RuleClassifier.digest(tables: tables, frames: frames)
    }

    /// Lines of the tables that could not be read.
    package var faults: [String] { rules.lexicon.faults }

    // MARK: Sentences

    func marked(_ passage: LabelledPassage) -> MarkedReport {
        MarkedReport(
            ReportReading(sentences: passage.sentences.map(\.text), section: passage.part, lexicon: rules.lexicon),
            lexicon: rules.lexicon)
    }

    func examples(_ passages: [LabelledPassage]) -> [Example] {
        passages.enumerated().flatMap { number, passage in
            let marked = marked(passage)
            // A passage is cut from a text that may speak of AI elsewhere: one word of it is enough.
            let scoring = marked.scoring(speaksOfAI: marked.sentences.contains { $0.has(.ai) })
            return marked.sentences.indices.flatMap { order in
                scoring.rows(at: order).map { kind, row in
                    Example(
                        passage: number, sentence: order, kind: kind, row: row,
                        label: passage.sentences[order].holds(kind))
                }
            }
        }
    }

    package func sentenceWeights(_ passages: [LabelledPassage]) -> [Double] {
        LogisticRegression.fit(
            examples(passages).map { ($0.row, $0.label, 1) }, width: layout.width, penalty: 10,
            fixed: [layout.prior: 1])
    }

    /// How well weights find the labels of passages, by kind.
    ///
    /// - Parameter weights: `nil` counts every sentence that has a cue of the kind.
    package func tally(
        _ passages: [LabelledPassage], weights: [Double]?, threshold: Double
    ) -> [FactorKind: AgreementCounts] {
        var found: Set<[Int]> = []
        for example in examples(passages) {
            if weights.map({ example.row.probability($0) >= threshold }) ?? true {
                found.insert([example.passage, example.sentence, FactorKind.allCases.firstIndex(of: example.kind) ?? 0])
            }
        }
        var result: [FactorKind: AgreementCounts] = [:]
        for (number, passage) in passages.enumerated() {
            for (order, sentence) in passage.sentences.enumerated() {
                for (index, kind) in FactorKind.allCases.enumerated() {
                    result[kind, default: AgreementCounts()].add(
                        isLabelled: sentence.holds(kind), isFound: found.contains([number, order, index]))
                }
            }
        }
        return result
    }

    // MARK: Reports

    func marked(_ document: Document) -> MarkedReport { MarkedReport(document.report, lexicon: rules.lexicon) }

    private func rows(_ report: MarkedReport, sentenceWeights: [Double]) -> [SparseRow] {
        let (findings, weighing) = rules.findings(in: report)
        return report.rows(report.scores(weights: sentenceWeights), joint: weighing.jointByHand(findings))
    }

    private func examplesOfWholePassages(
        _ passages: [LabelledPassage]
    ) -> [(row: SparseRow, label: Bool, weight: Double)] {
        [true, false].flatMap { isStudy in
            let weights = sentenceWeights(passages.filter { $0.isStudy != isStudy })
            return passages.filter { $0.isStudy == isStudy }.flatMap { passage in
                zip(FactorKind.allCases, rows(marked(passage), sentenceWeights: weights)).map { kind, row in
                    (row, passage.sentences.contains { $0.holds(kind) }, 0.15)
                }
            }
        }
    }

    /// Cross-validated log-odds of each kind in each report, then the weights learned from all reports.
    ///
    /// Passages count as very short reports, a little each: they hold kinds that are rare among reports. Each half of
    /// them is scored with what was learned on the other.
    package func documentWeights(
        _ documents: [Document], passages: [LabelledPassage], sentenceWeights: [Double]
    ) -> (held: [[Double]], weights: [Double]) {
        let rows = documents.map { self.rows(marked($0), sentenceWeights: sentenceWeights) }
        let brief = examplesOfWholePassages(passages)
        func fit(without part: Int?) -> [Double] {
            var examples = brief
            for (document, rows) in zip(documents, rows) where part == nil || document.part != part {
                for (kind, row) in zip(FactorKind.allCases, rows) where !document.unsure.contains(kind) {
                    examples.append((row, document.holds(kind), document.weight))
                }
            }
            return LogisticRegression.fit(examples, width: DocumentScoring.width, penalty: 1, epochs: 300)
        }
        let parts = (0..<8).map { fit(without: $0) }
        let held = zip(documents, rows).map { document, rows in rows.map { $0.sum(parts[document.part]) } }
        return (held, fit(without: nil))
    }

    /// What the classifier makes of the log-odds by cues and by words.
    package func probabilities(_ documents: [Document], cues: [[Double]], words: [[Double]]) -> [[Double]] {
        documents.indices.map { place in
            let isIncident = marked(documents[place]).context.isIncident
            return zip(cues[place], words[place]).map {
                let probability = FactorModel.blended(cues: $0, words: $1)
                return isIncident || probability >= FactorWeighing.leastInNotice ? probability : 0
            }
        }
    }

    package static func tally(
        _ documents: [Document], _ probabilities: [[Double]], threshold: Double
    ) -> [FactorKind: AgreementCounts] {
        var result: [FactorKind: AgreementCounts] = [:]
        for (document, probabilities) in zip(documents, probabilities) {
            for (kind, probability) in zip(FactorKind.allCases, probabilities) where !document.unsure.contains(kind) {
                result[kind, default: AgreementCounts()].add(
                    isLabelled: document.holds(kind), isFound: probability >= threshold)
            }
        }
        return result
    }

    /// How far stated probabilities are from how often they came true.
    package static func calibration(_ documents: [Document], _ probabilities: [[Double]]) -> Calibration {
        var calibration = Calibration()
        for (document, probabilities) in zip(documents, probabilities) {
            for (kind, probability) in zip(FactorKind.allCases, probabilities) where !document.unsure.contains(kind) {
                calibration.add(stated: probability, isRight: document.holds(kind))
            }
        }
        return calibration
    }

    /// A classifier with these tables and a model's text.
    package func classifier(model: String) -> RuleClassifier {
        RuleClassifier(tables: tables, frames: frames, learned: FactorModel(text: model))
    }

    /// How a whole classifier's suggestions agree with labels; a denied factor counts as not suggested.
    package static func tally(_ documents: [Document], by classifier: RuleClassifier) -> [FactorKind: AgreementCounts] {
        let answers = documents.map { document in
            let found = Set(classifier.classify(document.report).factors.filter { $0.stance != .denied }.map(\.kind))
            return FactorKind.allCases.map { found.contains($0) ? 1.0 : 0 }
        }
        return tally(documents, answers, threshold: 0.5)
    }

    /// The model as the text that the product embeds.
    package func model(
        training: String, threshold: Double, sentence: [Double], document: [Double], words: LearnedWords,
        measured: (texts: Int, byKind: [FactorKind: AgreementCounts])
    ) -> String {
        FactorModel(
            cues: digest, training: training, threshold: threshold, sentence: sentence, document: document,
            words: words.model,
            measured: [measured.texts]
                + FactorKind.allCases.flatMap { kind in
                    measured.byKind[kind].map { [$0.hits, $0.extra, $0.missed] } ?? [0, 0, 0]
                }
        ).text
    }
}
