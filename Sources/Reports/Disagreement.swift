/// Where a new model or a new version of a report speaks against what a person decided.
///
/// It is shown and changes nothing: the decision stands until somebody decides again.
public struct Disagreement: Equatable, Sendable {
    public enum Form: String, Sendable, CaseIterable {
        /// Words that the decision rests on no longer stand in the report.
        case quoteGone = "quote-gone"
        /// What was rejected is suggested again, with words that were not there to be rejected.
        case suggestedAgain = "suggested-again"
        /// What was accepted is no longer suggested.
        case notSuggested = "not-suggested"
        /// The suggestion has another stance than was decided, and another than the one that was looked at.
        case otherStance = "other-stance"
    }

    public var form: Form
    public var decision: ReviewDecision
    /// What is suggested now; `nil` when nothing is.
    public var suggestion: ContributingFactor?
    /// The words that are gone, or that are new.
    public var quotes: [String]

    /// Everything that speaks against the decisions that stand, in the order of the taxonomy.
    public static func all(in catalogued: CataloguedReport) -> [Disagreement] {
        ReviewDecision.standing(catalogued.decisions).flatMap { decision in
            let suggestion = catalogued.suggestions.first { $0.kind == decision.kind }
            let forms = [
                decision.quotesGone(from: catalogued.report), decision.quotesAgain(in: suggestion),
                decision.isAbandoned(by: catalogued) ? [] : nil, decision.isContradicted(by: suggestion),
            ]
            return zip(Form.allCases, forms).compactMap { form, quotes in
                quotes.map {
                    Disagreement(form: form, decision: decision, suggestion: suggestion, quotes: $0)
                }
            }
        }
    }

    /// What it is about, for a reader: `accepted, and words it rests on no longer stand in the text`.
    public var words: String {
        let done = FactorReview(decision.verdict).rawValue
        return switch form {
        case .quoteGone: "\(done), and words it rests on no longer stand in the report"
        case .suggestedAgain: "\(done), and suggested again by other words"
        case .notSuggested: "\(done), and no longer suggested"
        case .otherStance:
            "\(done) as \(decision.stance?.rawValue ?? "not holding"), and now suggested as \(suggestion?.stance.rawValue ?? "nothing")"
        }
    }

    public var json: JSONValue {
        .object([
            ("kind", .string(decision.kind.rawValue)), ("form", .string(form.rawValue)), ("message", .string(words)),
            ("quotes", .strings(quotes)), ("decision", decision.json), ("suggestion", suggestion?.json ?? .null),
        ])
    }
}

extension ReviewDecision {
    /// `nil` when all still stand.
    fileprivate func quotesGone(from report: Report) -> [String]? {
        guard verdict != .reject else { return nil }
        let gone = evidence.filter { $0.placed(in: report) == nil }.map(\.quote)
        return gone.isEmpty ? nil : gone
    }

    /// `nil` when there is nothing new in a suggestion of what was rejected.
    fileprivate func quotesAgain(in suggestion: ContributingFactor?) -> [String]? {
        guard verdict == .reject, let suggestion else { return nil }
        let known = Set(evidence.map(\.quote))
        let new = suggestion.evidence.map(\.quote).filter { !known.contains($0) }
        return new.isEmpty ? nil : new
    }

    /// Whether a model looked at the report again and does not suggest what a person accepted.
    fileprivate func isAbandoned(by catalogued: CataloguedReport) -> Bool {
        verdict != .reject && self.suggestion != nil && catalogued.model != nil
            && !catalogued.suggestions.contains { $0.kind == kind }
    }

    /// `nil` when the suggestion says what was decided, or what the person has already heard.
    fileprivate func isContradicted(by suggestion: ContributingFactor?) -> [String]? {
        guard verdict != .reject, let suggestion, suggestion.stance != stance,
            suggestion.stance != self.suggestion?.stance
        else { return nil }
        return suggestion.evidence.filter { $0.stance == suggestion.stance }.map(\.quote)
    }
}
