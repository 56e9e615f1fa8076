import Classification
import Foundation
import Ingestion
import Reports

/// Holds suggestions against a labelled file.
public struct Evaluating {
    /// What came of a labelled file.
    public struct Run: Sendable {
        public var evaluation: Evaluation
        /// Lines that could not be read; the figures are of the rest.
        public var faults: [LabelledFile.Fault]
    }

    private let classifier: RuleClassifier

    public init(classifier: RuleClassifier = RuleClassifier()) {
        self.classifier = classifier
    }

    /// Classifies every text of a labelled file as `classify` would a Markdown file of it, its title being the heading.
    ///
    /// - Parameter path: The file; `-` reads standard input.
    /// - Throws: ``ClassificationError/noLabelledText(source:faults:)``,
    ///   ``KnowledgeBaseError/cannotRead(path:reason:)``.
    public func run(gold path: String, progress: (String) -> Void = { _ in }) throws -> Run {
        let file = try LabelledFile(try Self.bytes(of: path), source: path)
        var entries: [Evaluation.Entry] = []
        for text in file.texts {
            entries.append(Evaluation.Entry(gold: text, answer: classifier.assess(Self.report(of: text))))
            progress("\(entries.count) of \(file.texts.count) classified")
        }
        return Run(evaluation: Evaluation(entries, model: classifier.model), faults: file.faults)
    }

    static func report(of text: LabelledText) -> Report {
        let title = text.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        let markdown = title.isEmpty ? text.text : "# \(title)\n\n\(text.text)\n"
        let outcome = SourceReader().reports(in: SourceDocument(source: "gold.md", bytes: Data(markdown.utf8)))
        // A text of nothing but its title can't be ingested, and can be labelled.
        return outcome.reports.first?.report
            ?? Report(source: "gold.md", kind: .postmortem, title: text.title, text: text.text)
    }

    static func bytes(of path: String) throws -> Data {
        if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw KnowledgeBaseError.cannotRead(path: path, reason: "it is a folder; name a file in it")
        }
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            throw KnowledgeBaseError.cannotRead(path: path, reason: "there is no such file; check the path")
        } catch {
            throw KnowledgeBaseError.cannotRead(path: path, reason: error.reasonInWords)
        }
    }
}

extension KnowledgeBase {
    /// How suggestions agree with the decisions in the knowledge base, over time.
    public func evaluateDecisions() throws -> DecisionEvaluation {
        let classifier = RuleClassifier()
        return DecisionEvaluation(try index.reports()) { classifier.vocabulary(of: $0) }
    }
}
