import Classification
import Foundation
import Reports
import SearchIndex

/// Runs a candidate model beside the one built in and says what would change; stores nothing.
public struct CandidateTrial {
    /// What would become of one factor of one report.
    public struct Change: Equatable, Sendable {
        public enum Form: String, Sendable, CaseIterable {
            case added, removed, stance, role
        }

        public var kind: FactorKind
        public var form: Form
        /// `nil` when it is not suggested.
        public var before: ContributingFactor?
        public var after: ContributingFactor?
        /// What a person decided about the kind; `nil` when nobody did.
        public var decision: ReviewDecision?
    }

    public enum Event: Sendable {
        case compared(source: String, title: String?, [Change])
        /// Place, reason and remedy.
        case failed(String)
    }

    public struct Summary: Equatable, Sendable {
        public var reports = 0
        public var changed = 0
        public var failed = 0
        public var forms: [Change.Form: Int] = [:]
        /// How often each kind would be suggested, before and after.
        public var kinds: [FactorKind: (before: Int, after: Int)] = [:]
        /// Models' content hashes.
        public var current = ""
        public var candidate = ""
        /// The digest of the texts the candidate was trained on.
        public var training = ""
        public var threshold = 0.0

        public static func == (left: Summary, right: Summary) -> Bool { left.json == right.json }
    }

    var base: String?
    var currentFolder: String
    private let current = RuleClassifier()
    private let candidate: RuleClassifier
    private let file: ModelFile
    private let threshold: Double

    /// - Parameters:
    ///   - path: The candidate's file; `-` reads standard input.
    ///   - threshold: In place of the candidate's own.
    /// - Throws: ``ClassificationError/badModel(source:reason:)``, ``KnowledgeBaseError/cannotRead(path:reason:)``.
    public init(candidate path: String, threshold: Double?, base: String?, currentFolder: String) throws {
        file = try ModelFile(try Evaluating.bytes(of: path), source: path)
        candidate = file.classifier(threshold: threshold)
        self.threshold = threshold ?? file.threshold
        self.base = base
        self.currentFolder = currentFolder
    }

    /// - Parameters:
    ///   - targets: Ids of reports, files, folders and `-`; every report of the knowledge base when empty.
    ///   - each: Called for each report, in order.
    /// - Throws: ``KnowledgeBaseError`` when there is no knowledge base and one is needed.
    public func run(
        _ targets: [String], progress: (String) -> Void = { _ in }, each: (Event) -> Void
    ) throws -> Summary {
        var summary = Summary()
        summary.current = current.model
        summary.candidate = candidate.model
        summary.training = file.training
        summary.threshold = threshold
        func compare(_ report: Report, _ source: String, _ decisions: [ReviewDecision]) {
            let before = current.classify(report).factors
            let after = candidate.classify(report).factors
            let changes = Self.changes(before, after, ReviewDecision.standing(decisions))
            summary.add(before, after, changes)
            progress("\(summary.reports) compared  \(source)")
            each(.compared(source: source, title: report.title, changes))
        }
        try ReportTargets(base: base, currentFolder: currentFolder, mode: .readOnly).run(
            targets, all: { try $0.index.reports().map(\.id) }
        ) { target in
            switch target {
            case .failed(let failure):
                summary.failed += 1
                each(.failed(failure))
            case .file(let report): compare(report, report.source, [])
            case .stored(let stored, _): compare(stored.report, stored.id, stored.decisions)
            }
        }
        return summary
    }

    /// In the order of the taxonomy.
    static func changes(
        _ before: [ContributingFactor], _ after: [ContributingFactor], _ decisions: [ReviewDecision]
    ) -> [Change] {
        FactorKind.allCases.compactMap { kind in
            let (old, new) = (before.first { $0.kind == kind }, after.first { $0.kind == kind })
            let form: Change.Form? =
                switch (old, new) {
                case (nil, nil): nil
                case (nil, _): .added
                case (_, nil): .removed
                case (let old?, let new?):
                    old.stance != new.stance || old.contested != new.contested
                        ? .stance : old.role != new.role ? .role : nil
                }
            return form.map {
                Change(
                    kind: kind, form: $0, before: old, after: new, decision: decisions.first { $0.kind == kind })
            }
        }
    }
}

extension CandidateTrial.Summary {
    fileprivate mutating func add(
        _ before: [ContributingFactor], _ after: [ContributingFactor], _ changes: [CandidateTrial.Change]
    ) {
        reports += 1
        changed += changes.isEmpty ? 0 : 1
        for change in changes { forms[change.form, default: 0] += 1 }
        for factor in before { kinds[factor.kind, default: (0, 0)].before += 1 }
        for factor in after { kinds[factor.kind, default: (0, 0)].after += 1 }
    }

    /// The last object that `classify --candidate --format json` prints.
    public var json: JSONValue {
        .object([
            (
                "summary",
                .object(
                    [
                        ("reports", .int(reports)), ("changed", .int(changed)), ("failed", .int(failed)),
                        ("current", .string(current)), ("candidate", .string(candidate)),
                        ("training", .string(training)), ("threshold", .double(threshold)),
                    ] + CandidateTrial.Change.Form.allCases.map { ($0.rawValue, .int(forms[$0] ?? 0)) }
                        + [
                            (
                                "kinds",
                                .array(
                                    FactorKind.allCases.compactMap { kind in
                                        kinds[kind].map {
                                            .object([
                                                ("kind", .string(kind.rawValue)), ("before", .int($0.before)),
                                                ("after", .int($0.after)),
                                            ])
                                        }
                                    })
                            )
                        ])
            )
        ])
    }
}

extension CandidateTrial.Change {
    /// An entry of `changes`.
    public var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)), ("change", .string(form.rawValue)),
            ("before", before?.json ?? .null), ("after", after?.json ?? .null),
            ("decision", .string(decision.map { FactorReview($0.verdict).rawValue })),
        ])
    }
}
