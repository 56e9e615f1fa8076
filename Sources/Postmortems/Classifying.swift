import Classification
import Reports
import SearchIndex

/// Suggests factors for reports of a knowledge base or for files.
public struct Classifying {
    public enum Event: Sendable {
        case classified(source: String, title: String?, Classification)
        /// Place, reason and remedy.
        case failed(String)
    }

    public struct Summary: Equatable, Sendable {
        public var classified = 0
        public var failed = 0
    }

    var base: String?
    var currentFolder: String
    private let classifier: RuleClassifier

    /// - Parameter threshold: The least probability at which a factor is suggested; the model's own when `nil`. Another
    ///   threshold makes another model.
    public init(base: String?, currentFolder: String, threshold: Double? = nil) {
        self.base = base
        self.currentFolder = currentFolder
        classifier = Self.classifier(threshold: threshold)
    }

    static func classifier(threshold: Double?) -> RuleClassifier {
        threshold.flatMap { ModelFile.current?.classifier(threshold: $0) } ?? RuleClassifier()
    }

    /// Classifies targets; without any, every report that the current model has not classified.
    ///
    /// - Parameters:
    ///   - targets: Ids of reports, whose suggestions are stored, or files, folders and `-`, which need no knowledge base.
    ///   - each: Called for each report, in order.
    /// - Throws: ``KnowledgeBaseError`` when there is no knowledge base and one is needed.
    public func run(
        _ targets: [String], progress: (String) -> Void = { _ in }, each: (Event) -> Void
    ) throws -> Summary {
        var summary = Summary()
        func fail(_ failure: String) {
            summary.failed += 1
            each(.failed(failure))
        }
        func done(_ result: Classification, _ source: String, _ title: String?) {
            summary.classified += 1
            progress("\(summary.classified) classified  \(source)")
            each(.classified(source: source, title: title, result))
        }
        try ReportTargets(base: base, currentFolder: currentFolder, mode: .create).run(
            targets, all: { try $0.index.unclassified(by: classifier.model) }
        ) { target in
            switch target {
            case .failed(let failure): fail(failure)
            case .file(let report): done(classifier.classify(report), report.source, report.title)
            case .stored(let stored, let base):
                var result = classifier.classify(stored.report)
                do {
                    try base.index.store(classification: result.factors, model: result.model, for: stored.id)
                    result.mark(stored.decisions)
                    done(result, stored.id, stored.report.title)
                } catch {
                    fail("\(stored.id): \(error)")
                }
            }
        }
        return summary
    }
}

extension Classification {
    /// Says of each suggestion what a person decided about its kind.
    mutating func mark(_ decisions: [ReviewDecision]) {
        for decision in ReviewDecision.standing(decisions) {
            guard let index = factors.firstIndex(where: { $0.kind == decision.kind }) else { continue }
            factors[index].review = FactorReview(decision.verdict)
        }
    }
}
