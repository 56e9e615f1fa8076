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
        func classified(_ source: String, _ report: Report) -> Classification {
            let result = classifier.classify(report)
            summary.classified += 1
            progress("\(summary.classified) classified  \(source)")
            each(.classified(source: source, title: report.title, result))
            return result
        }
        if targets.isEmpty {
            let base = try KnowledgeBase.locate(base, from: currentFolder)
            for id in try base.index.unclassified(by: classifier.model) {
                let result = classified(id, try base.report(id).report)
                try base.index.store(classification: result.factors, model: result.model, for: id)
            }
            return summary
        }
        for target in targets {
            if target == "-" || target.contains("/") || FileManager.default.fileExists(atPath: target) {
                summary.failed += Extraction().extract([target]) { event in
                    switch event {
                    case .extracted(let report): _ = classified(report.source, report)
                    case .failed(let failure): each(.failed(failure))
                    }
                }
                continue
            }
            do {
                let base = try KnowledgeBase.locate(base, from: currentFolder)
                let result = classified(target, try base.report(target).report)
                try base.index.store(classification: result.factors, model: result.model, for: target)
            } catch let error as KnowledgeBaseError {
                summary.failed += 1
                each(.failed("\(error)"))
            }
        }
        return summary
    }
}
