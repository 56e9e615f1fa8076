import Reports

/// What was learned of words, and what it is worth on texts that had no part in it.
package struct LearnedWords {
    let model: WordModel
    /// Cross-validated log-odds of each kind in each of the measured reports.
    package let held: [[Double]]
    /// The probabilities of each kind, by words alone, in each written report, learned from other writers.
    package let written: [[Double]]
}

extension FactorTrainer {
    /// The share that a sentence of a passage has beside one of a report, and a passage beside a report.
    private static let passageWeight: (sentence: Float, report: Float) = (1, 0.5)
    /// The share of a sentence that an incident's label quotes, and of those beside it, beside one of a report written for
    /// training: there are few, and they tell of what happens.
    private static let quotedWeight: Float = 3
    /// The share of a written report, where what the words say is weighed, beside one in its author's own words.
    private static let writtenWeight = 0.2
    /// The same of a report in its author's own words: there are few, and they are what it is for.
    private static let measuredWeight = 3.0

    /// Learns of words.
    ///
    /// - Parameters:
    ///   - written: Reports written for training; those of one writer are weighed by what was learned from the others.
    ///   - retold: Reports of whose sentences only those that the labels quote are known.
    ///   - measured: Reports in their authors' own words: they only help to weigh what the words say.
    package func words(
        passages: [LabelledPassage], written: [LabelledReport], retold: [Document], measured: [Document],
        sentenceWeights: [Double]
    ) -> LearnedWords {
        let writers = Set(written.map(\.writer)).sorted()
        let reports = written.map { report in
            text(report, fold: (writers.firstIndex(of: report.writer) ?? 0) % WordTrainer.folds, sentenceWeights)
        }
        let tales = retold.map { text($0, fold: WordTrainer.folds + $0.part % WordTrainer.folds, sentenceWeights) }
        let briefs = passages.map { text($0, sentenceWeights) }
        let trainer = WordTrainer(reports + tales + briefs, lexicon: rules.lexicon)
        let full = trainer.model()
        let parts = (0..<2 * WordTrainer.folds).map { trainer.model(without: $0) }
        func rows(_ text: WordTrainer.Text, _ model: WordModel) -> [SparseRow] {
            let scoring = WordScoring(text.reading, lexicon: rules.lexicon, cues: text.cues, model: model)
            return WordScoring.rows(
                sentences: scoring.sentences, sections: text.reading.sentences.map(\.section), report: scoring.report)
        }
        typealias Example = (row: SparseRow, label: Bool, weight: Double)
        let writtenRows = reports.map { rows($0, parts[$0.fold]) }
        let measuredRows = measured.map { rows(text($0, fold: -1, sentenceWeights), full) }
        func examples(_ rows: [SparseRow], _ holds: (FactorKind) -> Bool?, _ weight: Double) -> [Example] {
            zip(FactorKind.allCases, rows).compactMap { kind, row in holds(kind).map { (row, $0, weight) } }
        }
        let always =
            zip(retold, tales).flatMap { document, text in
                examples(rows(text, parts[text.fold]), { document.holds($0) }, document.weight)
            }
        /// Without one part of the measured reports, or without one writer fold of the written ones.
        func fit(withoutPart part: Int? = nil, withoutFold fold: Int? = nil) -> [Double] {
            var all = always
            for (place, report) in written.enumerated() where fold == nil || reports[place].fold != fold {
                all += examples(writtenRows[place], { report.holds($0) }, Self.writtenWeight)
            }
            for (place, document) in measured.enumerated() where part == nil || document.part != part {
                all += examples(
                    measuredRows[place], { document.unsure.contains($0) ? nil : document.holds($0) },
                    Self.measuredWeight)
            }
            return LogisticRegression.fit(all, width: WordScoring.width, penalty: 1, epochs: 60)
        }
        let withoutPart = (0..<8).map { fit(withoutPart: $0) }
        let withoutFold = (0..<WordTrainer.folds).map { fit(withoutFold: $0) }
        return LearnedWords(
            model: full.with(document: fit()),
            held: zip(measured, measuredRows).map { document, rows in rows.map { $0.sum(withoutPart[document.part]) } },
            written: zip(reports, writtenRows).map { text, rows in
                rows.map { $0.probability(withoutFold[text.fold]) }
            })
    }

    /// Written reports as labelled documents.
    package static func documents(_ written: [LabelledReport]) -> [Document] {
        written.map { Document(report: $0.report, labels: $0.labels) }
    }

    // MARK: Texts

    private func text(_ report: LabelledReport, fold: Int, _ weights: [Double]) -> WordTrainer.Text {
        let marked = MarkedReport(report.report, lexicon: rules.lexicon)
        let reading = marked.reading
        var sentences = [UInt32](repeating: 0, count: reading.sentences.count)
        for mark in report.marks where mark.stance != .denied {
            // A mark stands behind its sentence.
            let place = reading.sentences.lastIndex { $0.field == .text && $0.range.lowerBound < mark.end }
            if let place { sentences[place] |= 1 << mark.kind.ordinal }
        }
        return WordTrainer.Text(
            reading: reading, cues: marked.scores(weights: weights), sentences: sentences,
            labels: Self.bits { report.holds($0) }, weight: 1, reportWeight: 1, fold: fold)
    }

    func text(_ document: Document, fold: Int, _ weights: [Double]) -> WordTrainer.Text {
        let marked = marked(document)
        return WordTrainer.Text(
            reading: marked.reading, cues: marked.scores(weights: weights),
            sentences: Self.quoted(in: marked.reading, document), partly: Self.bits { document.labels[$0] != nil },
            labels: Self.bits { document.holds($0) }, weight: Self.quotedWeight, reportWeight: 1, fold: fold)
    }

    /// Bit by bit which kinds each sentence was quoted for; empty where nothing was quoted for any.
    private static func quoted(in reading: ReportReading, _ document: Document) -> [UInt32] {
        guard !document.quotes.isEmpty || document.labels.isEmpty else { return [] }
        var sentences = [UInt32](repeating: 0, count: reading.sentences.count)
        let finder = QuoteFinder(document.report)
        for (kind, quotes) in document.quotes {
            for place in quotes.compactMap({ finder.find($0) }) {
                for (order, sentence) in reading.sentences.enumerated()
                where sentence.field == place.field && sentence.range.overlaps(place.utf8Range) {
                    sentences[order] |= 1 << kind.ordinal
                }
            }
        }
        return sentences
    }

    private func text(_ passage: LabelledPassage, _ weights: [Double]) -> WordTrainer.Text {
        let marked = marked(passage)
        let sentences = passage.sentences.map { sentence in Self.bits { sentence.holds($0) } }
        return WordTrainer.Text(
            reading: marked.reading, cues: marked.scores(weights: weights), sentences: sentences,
            labels: sentences.reduce(0, |), weight: Self.passageWeight.sentence,
            reportWeight: Self.passageWeight.report, fold: -1)
    }

    private static func bits(_ holds: (FactorKind) -> Bool) -> UInt32 {
        FactorKind.allCases.reduce(0) { $0 | (holds($1) ? 1 << $1.ordinal : 0) }
    }
}
