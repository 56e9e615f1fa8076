import Reports

extension RuleClassifier {
    /// Why each kind is suggested for a report or is not: suggested ones first, as ``classify(_:)`` orders them, then the
    /// rest that any cue speaks of, the most probable first.
    public func explain(_ report: Report) -> [FactorExplanation] {
        let marked = MarkedReport(report, lexicon: lexicon)
        let (findings, weighing) = findings(in: marked)
        let factors = weighing.factors(from: findings)
        let explainer = Explainer(self, marked, findings: findings)
        let documentRows = explainer.documentRows(joint: weighing.jointByHand(findings))
        let byWords = explainer.words?.logOdds().map { SparseRow.sigmoid($0) }
        let explanations = FactorKind.allCases.enumerated().map { index, kind in
            FactorExplanation(
                kind: kind, factor: factors.first { $0.kind == kind }, probability: weighing.learned?[kind],
                byCues: documentRows.map { $0[index].probability(learned?.document ?? []) },
                byWords: byWords?[index], threshold: weighing.threshold,
                features: documentRows.map {
                    Explainer.features($0[index], learned?.document ?? [], FeatureNames.document)
                } ?? [],
                signals: explainer.signals(of: kind, concluding: factors.first { $0.kind == kind }?.stance))
        }
        let suggested = factors.compactMap { factor in explanations.first { $0.kind == factor.kind } }
        let rest = explanations.filter { $0.factor == nil && !$0.signals.isEmpty }
            .enumerated().sorted { left, right in
                (right.element.probability ?? 0, left.offset) < (left.element.probability ?? 0, right.offset)
            }.map(\.element)
        return suggested + rest
    }
}

/// Looks again at what the classifier saw.
private struct Explainer {
    private let report: MarkedReport
    private let scoring: SentenceScoring
    private let findings: [Finding]
    private let learned: FactorModel?
    private let names: FeatureNames
    private let scores: [DocumentScoring.Score]
    let words: WordScoring?

    /// The most features and signals that anybody reads.
    private static let most = 6

    private var reading: ReportReading { report.reading }
    private var sentences: [MarkedSentence] { report.sentences }

    init(_ classifier: RuleClassifier, _ report: MarkedReport, findings: [Finding]) {
        self.report = report
        self.findings = findings
        learned = classifier.learned
        names = FeatureNames(lexicon: classifier.lexicon)
        scoring = report.scoring()
        scores = classifier.learned.map { report.scores(weights: $0.sentence) } ?? []
        words = classifier.learned?.words.map { [scores] in
            WordScoring(report.reading, lexicon: classifier.lexicon, cues: scores, model: $0)
        }
    }

    /// `nil` without learned weights.
    func documentRows(joint: [FactorKind: Double]) -> [SparseRow]? {
        learned == nil ? nil : report.rows(scores, joint: joint)
    }

    static func features(
        _ row: SparseRow, _ weights: [Double], _ name: (Int) -> String
    ) -> [FactorExplanation.Feature] {
        let features = zip(row.places, row.values).compactMap { place, value -> FactorExplanation.Feature? in
            let place = Int(place)
            guard place < weights.count, weights[place] != 0 else { return nil }
            return FactorExplanation.Feature(name: name(place), value: value, weight: weights[place])
        }
        return Array(
            features.enumerated().sorted { left, right in
                (abs(right.element.contribution), left.offset) < (abs(left.element.contribution), right.offset)
            }.map(\.element).prefix(most))
    }

    // MARK: Signals

    /// The strongest cue of each sentence that has one; first those that say what the whole text concludes, then the
    /// others that count.
    func signals(of kind: FactorKind, concluding stance: Stance?) -> [FactorExplanation.Signal] {
        var signals: [FactorExplanation.Signal] = []
        for (order, sentence) in sentences.enumerated() {
            let here = findings.filter { $0.kind == kind && $0.order == order }
            if let denial = here.first(where: \.isReferring),
                let mark = sentence.scopes.map(\.mark).first(where: { $0.cue.id == denial.cue })
            {
                signals.append(signal(kind, mark, denial, in: sentence, order: order))
            }
            let told = here.filter { !$0.isReferring }.max { $0.weight < $1.weight }
            let marks = sentence.factors.filter { $0.kind == kind }.map(\.mark)
            let mark =
                told.flatMap { finding in marks.first { $0.cue.id == finding.cue } }
                ?? told.flatMap { finding in sentence.scopes.map(\.mark).first { $0.cue.id == finding.cue } }
                ?? marks.max { $0.cue.weight < $1.cue.weight } ?? told.flatMap { _ in byWords(kind, order) }
            guard let mark else { continue }
            signals.append(signal(kind, mark, told, in: sentence, order: order))
        }
        func rank(_ signal: FactorExplanation.Signal) -> Double {
            (signal.stance == nil ? 0 : signal.stance == stance ? 4 : 2)
                + (signal.probability ?? (signal.isFrame ? 0 : signal.weight))
        }
        return Array(
            signals.enumerated().sorted { left, right in
                (rank(right.element), left.offset) < (rank(left.element), right.offset)
            }.map(\.element).prefix(Self.most))
    }

    /// The words that speak most for a kind, where no cue does.
    private func byWords(_ kind: FactorKind, _ order: Int) -> MarkedSentence.Mark? {
        words?.words(for: kind, in: order, most: 1).first.map {
            MarkedSentence.Mark(cue: .words(kind), words: $0.words)
        }
    }

    private func signal(
        _ kind: FactorKind, _ mark: MarkedSentence.Mark, _ finding: Finding?, in sentence: MarkedSentence, order: Int
    ) -> FactorExplanation.Signal {
        let field = sentence.sentence.field
        let range = finding?.range ?? EvidenceSpan.range(of: mark.words, in: sentence.sentence, of: reading)
        let bytes = reading.bytes(of: field)[range]
        let row = learned == nil ? nil : scoring.rows(at: order).first { $0.kind == kind }?.row
        return FactorExplanation.Signal(
            evidence: Evidence(
                field: field, utf8Range: range, quote: String(decoding: bytes, as: UTF8.self),
                stance: finding?.stance ?? .asserted, by: finding?.by),
            section: Section.name(sentence.sentence.section.ordinal), cue: text(mark.words, of: field),
            pattern: mark.cue.spelling, reason: mark.cue.reason, weight: mark.cue.weight, isFrame: mark.cue.isFrame,
            stance: finding?.stance, scopes: scopes(on: mark, in: sentence),
            probability: words?.sentences[order][kind.ordinal]
                ?? scores.first { $0.order == order && $0.kind == kind }?.probability,
            features: row.map { Self.features($0, learned?.sentence ?? [], names.sentence) } ?? [],
            words: words?.words(for: kind, in: order, most: 4).map {
                FactorExplanation.Feature(name: text($0.words, of: field), value: 1, weight: $0.weight)
            } ?? [])
    }

    private func text(_ words: Range<Int>, of field: Evidence.Field) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        let range = reading.words[first].start..<reading.words[last].end
        return String(decoding: reading.bytes(of: field)[range], as: UTF8.self)
    }

    // MARK: Scopes

    private static let effects: [(relation: Relations, effect: String)] = [
        (.denied, "denies"), (.negated, "negates"), (.possible, "hedges"), (.rumour, "marks as rumour"),
        (.insider, "attributes to insiders"), (.claimed, "attributes"), (.elsewhere, "is of another incident"),
        (.wish, "makes a wish or assumption"), (.helped, "says what helped"),
    ]

    /// The words in the sentence that bear on a cue, each asked for by itself.
    private func scopes(on mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> [FactorExplanation.Scope] {
        var seen: Set<Range<Int>> = []
        return sentence.scopes.compactMap { entry in
            var bare = mark
            // What the cue says by itself is no scope.
            bare.cue.flags = mark.cue.flags.subtracting([.denies, .suspects])
            var alone = sentence
            alone.scopes = [entry]
            let found = report.judge.stances.relations(of: bare, in: alone)
            guard let effect = Self.effects.first(where: { found.contains($0.relation) })?.effect,
                seen.insert(entry.mark.words).inserted
            else { return nil }
            let words = entry.mark.words
            let isBefore = words.lowerBound <= mark.words.lowerBound
            let distance =
                isBefore ? mark.words.lowerBound - words.upperBound : words.lowerBound - mark.words.upperBound
            return FactorExplanation.Scope(
                effect: effect, words: text(words, of: sentence.sentence.field), distance: max(0, distance),
                isBefore: isBefore)
        }
    }
}
