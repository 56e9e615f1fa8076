import Authoring
import Foundation
import Ingestion

/// Lints Markdown files with the rules of the knowledge base they belong to, or the standard ones.
public struct Linting {
    /// What a run of the linter gave.
    public struct Run: Sendable {
        /// By path as given, then by place.
        public var findings: [LintFinding]
        /// Files read.
        public var files: Int
        /// Place, reason and remedy of what could not be read.
        public var failures: [String]
        var rules: [LintRule]

        /// The findings in one of the linter's formats.
        public func output(_ format: LintOutput) -> String {
            format.render(findings, rules: rules)
        }

        public func hasFindings(atOrAbove severity: LintSeverity) -> Bool {
            findings.contains { $0.severity >= severity }
        }

        /// `2 errors, 1 warning and 0 notes in 3 files`.
        public var sentence: String {
            func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
            let numbers = [LintSeverity.error, .warning, .info].map { severity in
                findings.count { $0.severity == severity }
            }
            return count(numbers[0], "error") + ", " + count(numbers[1], "warning") + " and "
                + count(numbers[2], "note") + " in " + count(files, "file")
        }
    }

    var base: String?
    var currentFolder: String

    public init(base: String?, currentFolder: String) {
        self.base = base
        self.currentFolder = currentFolder
    }

    /// Lints files, folders of Markdown and `-`; the knowledge base's `postmortems/` when none is given.
    ///
    /// - Throws: ``KnowledgeBaseError`` for settings that can't be read, or when nothing is given and there is no
    ///   knowledge base.
    public func run(_ paths: [String]) throws -> Run {
        let found = KnowledgeBase.find(base, from: currentFolder)
        if found == nil, base != nil || paths.isEmpty {
            throw KnowledgeBaseError.notFound(from: base ?? currentFolder)
        }
        let settings = try found.map { try KnowledgeBase.settings(in: $0) } ?? Settings()
        let configuration = try LintConfiguration(yaml: settings.all)
        let lint = BlamelessLint(configuration: configuration)
        if let unknown = configuration.unknownRules.first {
            throw KnowledgeBaseError.badSettings(
                path: "\(found ?? "")/\(KnowledgeBase.settingsName)", line: nil,
                reason: "lint.rules.\(unknown): no such rule; 'postmortem lint --format sarif' names them all")
        }
        var run = Run(findings: [], files: 0, failures: [], rules: lint.rules)
        let arguments = paths.isEmpty ? ["\(found ?? ".")/\(KnowledgeBase.postmortemsName)"] : paths
        let walker = SourceWalker()
        let walk = walker.walk(arguments)
        run.failures = walk.failures.map(\.description)
        for location in walk.locations where paths.contains(location.source) || Self.isMarkdown(location.source) {
            do {
                let text = try SourceReader().text(of: try walker.load(location)).text
                run.findings += try lint.findings(in: text, path: location.source)
                run.files += 1
            } catch {
                run.failures.append("\(error)")
            }
        }
        return run
    }

    private static func isMarkdown(_ path: String) -> Bool {
        SourceWalker.markdownExtensions.contains { path.lowercased().hasSuffix(".\($0)") }
    }
}
