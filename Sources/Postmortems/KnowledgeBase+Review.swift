import Foundation
import Reports
import SearchIndex

/// What a person says about a report's factors in one go.
public struct ReviewRequest: Equatable, Sendable {
    public var accepted: [FactorKind]
    public var rejected: [FactorKind]
    /// A kind that holds by words the person gives.
    public var added: (kind: FactorKind, quote: String)?
    /// For what is accepted or added, in place of what is suggested.
    public var stance: Stance?
    public var role: FactorRole?
    /// Who decides, as a role.
    public var by: String?
    public var note: String?

    public init(
        accepted: [FactorKind] = [], rejected: [FactorKind] = [], added: (kind: FactorKind, quote: String)? = nil,
        stance: Stance? = nil, role: FactorRole? = nil, by: String? = nil, note: String? = nil
    ) {
        self.accepted = accepted
        self.rejected = rejected
        self.added = added
        self.stance = stance
        self.role = role
        self.by = by
        self.note = note
    }

    public static func == (left: ReviewRequest, right: ReviewRequest) -> Bool {
        left.accepted == right.accepted && left.rejected == right.rejected && left.added?.kind == right.added?.kind
            && left.added?.quote == right.added?.quote && left.stance == right.stance && left.role == right.role
            && left.by == right.by && left.note == right.note
    }
}

/// A report as its reviewer sees it.
public struct ReviewItem: Equatable, Sendable {
    public var report: CataloguedReport
    /// Suggestions about kinds that nobody decided on.
    public var waiting: [ContributingFactor]
    public var disagreements: [Disagreement]

    init(_ report: CataloguedReport) {
        self.report = report
        waiting = report.suggestions.filter { factor in !report.decisions.contains { $0.kind == factor.kind } }
        disagreements = Disagreement.all(in: report)
    }

    /// The object that `review --format json` prints for each report.
    public var json: JSONValue {
        .object([
            ("id", .string(report.id)), ("title", .string(report.report.title)), ("version", .int(report.version)),
            ("model", .string(report.model)), ("waiting", .array(waiting.map(\.json))),
            ("disagreements", .array(disagreements.map(\.json))), ("decisions", .array(report.decisions.map(\.json))),
        ])
    }
}

extension KnowledgeBase {
    /// What waits for a person: reports with suggestions nobody decided on, or with a disagreement.
    ///
    /// First those with a disagreement, then the rest; each newest first.
    public func reviewQueue() throws -> [ReviewItem] {
        let items = try index.reports().map(ReviewItem.init)
        return items.filter { !$0.disagreements.isEmpty }
            + items.filter { $0.disagreements.isEmpty && !$0.waiting.isEmpty }
    }

    /// One report as its reviewer sees it, whether anything waits or not.
    ///
    /// - Throws: ``KnowledgeBaseError/unknownReport(id:)``.
    public func reviewItem(_ id: String) throws -> ReviewItem {
        ReviewItem(try report(id))
    }

    /// Keeps what a person decided, all of it or nothing.
    ///
    /// - Returns: The decisions kept, and the kinds about which the same was decided before, which is not kept twice.
    /// - Throws: ``ReviewError``, ``KnowledgeBaseError/unknownReport(id:)``, a ``SearchIndexError``.
    public func review(
        _ id: String, _ request: ReviewRequest, now: Timestamp
    ) throws -> (kept: [ReviewDecision], unchanged: [FactorKind]) {
        if let by = request.by { try checkIsRole(by) }
        let report = try report(id)
        let drafts = try ReviewDraft(report: report, request: request, now: now).decisions()
        let standing = ReviewDecision.standing(report.decisions)
        let new = drafts.filter { draft in !standing.contains { $0.says(theSameAs: draft) } }
        let kept = new.isEmpty ? [] : try index.store(decisions: new, for: id)
        return (kept, drafts.map(\.kind).filter { kind in !new.contains { $0.kind == kind } })
    }

    /// What people call each other in a postmortem is for the roster to say; see the linter.
    private func checkIsRole(_ name: String) throws {
        let key = name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        for entry in settings.all["roster"]?.list ?? [] {
            if let person = entry.string ?? entry["name"]?.string, person.lowercased() == key {
                throw ReviewError.nameOfPerson(name)
            }
        }
    }
}

extension ReviewDecision {
    /// Whether another decision would say nothing new: the same about the same words of the same version.
    fileprivate func says(theSameAs other: ReviewDecision) -> Bool {
        var other = other
        (other.number, other.at) = (number, at)
        return self == other
    }
}

/// Makes decisions of what a person says, from what is suggested.
private struct ReviewDraft {
    var report: CataloguedReport
    var request: ReviewRequest
    var now: Timestamp

    func decisions() throws -> [ReviewDecision] {
        try request.accepted.map(accept) + request.rejected.map(reject)
            + (request.added.map { [try add($0.kind, quote: $0.quote)] } ?? [])
    }

    private func suggestion(_ kind: FactorKind) -> ContributingFactor? {
        report.suggestions.first { $0.kind == kind }
    }

    /// The suggestion, or what was decided before where there is none any more.
    private func known(_ kind: FactorKind) throws -> ContributingFactor {
        if let factor = suggestion(kind) ?? report.factors.first(where: { $0.kind == kind }) { return factor }
        throw ReviewError.notSuggested(
            report: report.id, kind: kind, suggested: report.suggestions.map(\.kind), isClassified: report.model != nil)
    }

    private func accept(_ kind: FactorKind) throws -> ReviewDecision {
        let factor = try known(kind)
        let stance = request.stance ?? factor.stance
        let role = request.role ?? factor.role
        let isChanged = stance != factor.stance || role != factor.role || suggestion(kind) == nil
        return decision(
            kind, isChanged ? .change : .accept, stance: stance,
            // Whoever says the stance settles the matter.
            contested: request.stance == nil && factor.contested, role: role, factor.evidence)
    }

    private func reject(_ kind: FactorKind) throws -> ReviewDecision {
        let isDecided = report.decisions.contains { $0.kind == kind }
        guard isDecided || report.factors.contains(where: { $0.kind == kind }) || suggestion(kind) != nil else {
            throw ReviewError.nothingToReject(report: report.id, kind: kind)
        }
        return decision(
            kind, .reject, stance: nil, contested: false, role: nil, suggestion(kind)?.evidence ?? [])
    }

    private func add(_ kind: FactorKind, quote: String) throws -> ReviewDecision {
        let finder = QuoteFinder(report.report)
        guard let found = finder.find(quote) else {
            throw ReviewError.noQuote(report: report.id, quote: quote, nearest: finder.nearest(to: quote))
        }
        let stance = request.stance ?? .asserted
        let evidence = Evidence(field: found.field, utf8Range: found.utf8Range, quote: found.quote, stance: stance)
        let hinders = kind == .detectionGap || kind == .responseGap
        return decision(
            kind, .add, stance: stance, contested: false,
            role: request.role ?? (hinders ? .hinderedRecovery : .contributing), [evidence])
    }

    private func decision(
        _ kind: FactorKind, _ verdict: ReviewDecision.Verdict, stance: Stance?, contested: Bool, role: FactorRole?,
        _ evidence: [Evidence]
    ) -> ReviewDecision {
        ReviewDecision(
            kind: kind, verdict: verdict, stance: stance, contested: contested, role: role, evidence: evidence,
            by: request.by, at: now, note: request.note, version: report.version,
            textHash: ContentHash.sha256(report.report.text), model: report.model,
            suggestion: suggestion(kind).map(ReviewDecision.Suggestion.init))
    }
}
