import Classification
import Foundation
import Ingestion
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
    private let classifier: any FactorClassifier = RuleClassifier()

    public init(base: String?, currentFolder: String) {
        self.base = base
        self.currentFolder = currentFolder
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
        func classify(
            _ report: Report, as source: String, storing store: (inout Classification) throws -> Void
        ) rethrows {
            var result = classifier.classify(report)
            try store(&result)
            summary.classified += 1
            progress("\(summary.classified) classified  \(source)")
            each(.classified(source: source, title: report.title, result))
        }
        func classifyStored(_ id: String, in base: KnowledgeBase) {
            do {
                let stored = try base.report(id)
                try classify(stored.report, as: id) { result in
                    try base.index.store(classification: result.factors, model: result.model, for: id)
                    result.mark(stored.decisions)
                }
            } catch {
                fail("\(id): \(error)")
            }
        }
        if targets.isEmpty {
            let base = try KnowledgeBase.locate(base, from: currentFolder)
            for id in try base.index.unclassified(by: classifier.model) { classifyStored(id, in: base) }
            return summary
        }
        var opened: KnowledgeBase?
        for target in targets {
            if target == "-" || target.contains("/") || FileManager.default.fileExists(atPath: target) {
                _ = Extraction().extract([target]) { event in
                    switch event {
                    case .extracted(let report): classify(report, as: report.source) { _ in }
                    case .failed(let failure): fail(failure)
                    case .note: break
                    }
                }
                continue
            }
            let base = try opened ?? KnowledgeBase.locate(base, from: currentFolder)
            opened = base
            classifyStored(target, in: base)
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
