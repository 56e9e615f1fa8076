import Classification
import Reports
import SearchIndex

/// Says why factors are suggested; stores nothing.
public struct Explaining {
    public enum Event: Sendable {
        case explained(source: String, title: String?, Classification, [FactorExplanation])
        /// Place, reason and remedy.
        case failed(String)
    }

    var base: String?
    var currentFolder: String
    private let classifier: RuleClassifier

    /// - Parameter threshold: As for ``Classifying/init(base:currentFolder:threshold:)``.
    public init(base: String?, currentFolder: String, threshold: Double? = nil) {
        self.base = base
        self.currentFolder = currentFolder
        classifier = Classifying.classifier(threshold: threshold)
    }

    /// - Parameters:
    ///   - targets: Ids of reports, files, folders and `-`; every report of the knowledge base when empty.
    ///   - each: Called for each report, in order.
    /// - Returns: How many failed.
    /// - Throws: ``KnowledgeBaseError`` when there is no knowledge base and one is needed.
    public func run(_ targets: [String], each: (Event) -> Void) throws -> Int {
        var failed = 0
        try ReportTargets(base: base, currentFolder: currentFolder, mode: .readOnly).run(
            targets, all: { try $0.index.reports().map(\.id) }
        ) { target in
            switch target {
            case .failed(let failure):
                failed += 1
                each(.failed(failure))
            case .file(let report): each(event(report, report.source, []))
            case .stored(let stored, _): each(event(stored.report, stored.id, stored.decisions))
            }
        }
        return failed
    }

    private func event(_ report: Report, _ source: String, _ decisions: [ReviewDecision]) -> Event {
        var result = classifier.classify(report)
        result.mark(decisions)
        return .explained(source: source, title: report.title, result, classifier.explain(report))
    }
}
