import Classification
import Foundation
import Reports

/// One round of learning, with its figures printed on the way.
struct TrainingRun {
    var trainer: FactorTrainer
    var sources: TrainingSources
    var isVerbose: Bool

    private func show(_ name: String, _ tally: [FactorKind: AgreementCounts], perKind: Bool? = nil) {
        let all = AgreementCounts.sum(tally.values)
        print("\(name): P \(rounded(all.precision ?? 1)) R \(rounded(all.recall ?? 1)) F1 \(rounded(all.f1))")
        guard perKind ?? isVerbose else { return }
        for kind in FactorKind.allCases {
            guard let found = tally[kind] else { continue }
            print(
                "  \(kind.rawValue): P \(rounded(found.precision ?? 1)) R \(rounded(found.recall ?? 1)) F1 \(rounded(found.f1))",
                "of \(found.labelled)")
        }
    }

    /// What was learned on the study half, measured on the half nobody reads.
    func measurePassages() throws {
        let passages = try sources.passages()
        let study = passages.filter(\.isStudy)
        let check = passages.filter { !$0.isStudy }
        print("passages: \(study.count) to study, \(check.count) to check")
        show("check, any cue", trainer.tally(check, weights: nil, threshold: 0), perKind: false)
        let weights = trainer.sentenceWeights(study)
        for threshold in [0.2, 0.3, 0.4, 0.5] {
            show("check at \(threshold)", trainer.tally(check, weights: weights, threshold: threshold), perKind: false)
        }
        show("check at 0.3", trainer.tally(check, weights: weights, threshold: 0.3))
        show("study at 0.3", trainer.tally(study, weights: weights, threshold: 0.3), perKind: false)
    }

    /// The model learned from everything, its threshold chosen on cross-validated answers.
    func learn() throws -> String {
        let dev = try sources.devReports()
        let corpus = try sources.corpusReports()
        let passages = try sources.passages()
        let written = try sources.writtenReports()
        let sentence = trainer.sentenceWeights(passages)
        let (heldByCues, weights) = trainer.documentWeights(
            dev + corpus, passages: passages, sentenceWeights: sentence)
        let words = trainer.words(
            passages: passages, written: written, retold: corpus, measured: dev, sentenceWeights: sentence)
        let devByCues = Array(heldByCues.prefix(dev.count))
        let held = trainer.probabilities(dev, cues: devByCues, words: words.held)
        show(
            "dev, cross-validated by cues alone at 0.4",
            FactorTrainer.tally(dev, trainer.probabilities(dev, cues: devByCues, words: devByCues), threshold: 0.4),
            perKind: false)
        for threshold in [0.2, 0.25, 0.3] {
            show(
                "written reports by words of other writers at \(threshold)",
                FactorTrainer.tally(FactorTrainer.documents(written), words.written, threshold: threshold),
                perKind: isVerbose && threshold == 0.25)
        }
        var tried: [(f1: Double, threshold: Double)] = []
        for step in 8...20 {
            let threshold = Double(step) / 40
            // Reports in their authors' own words decide.
            let tally = FactorTrainer.tally(dev, held, threshold: threshold)
            tried.append((AgreementCounts.sum(tally.values).f1, threshold))
            show("dev, cross-validated at \(threshold)", tally, perKind: false)
        }
        // The best together with its neighbours: one report more or less moves a single figure.
        let chosen =
            tried.indices.dropFirst().dropLast()
            .map { (f1: tried[$0 - 1...$0 + 1].reduce(0) { $0 + $1.f1 }, threshold: tried[$0].threshold) }
            .max { $0.f1 < $1.f1 }?.threshold ?? 0.5
        let tally = FactorTrainer.tally(dev, held, threshold: chosen)
        show("dev, cross-validated at \(chosen)", tally, perKind: true)
        let model = trainer.model(
            training: try sources.digest(), threshold: chosen, sentence: sentence, document: weights,
            words: words, measured: (dev.count, tally))
        let error = FactorTrainer.calibration(dev, held).error ?? 0
        print("dev, cross-validated: expected calibration error \(rounded(error))")
        let classifier = trainer.classifier(model: model)
        show("dev, as classified", FactorTrainer.tally(dev, by: classifier), perKind: true)
        show("corpus, as classified", FactorTrainer.tally(corpus, by: classifier), perKind: false)
        measureSpeed(of: classifier, on: dev + corpus)
        return model
    }

    /// Reports of 600 words a second, by the processor time of this thread.
    private func measureSpeed(of classifier: RuleClassifier, on documents: [FactorTrainer.Document]) {
        func seconds() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = seconds()
        for document in documents { _ = classifier.classify(document.report) }
        let words = documents.reduce(0) { $0 + $1.report.text.split { $0.isWhitespace }.count }
        print("speed: \(Int(Double(words) / 600 / (seconds() - start))) reports of 600 words a second")
    }

    private func rounded(_ value: Double) -> Double {
        (value * 1000).rounded() / 1000
    }
}
