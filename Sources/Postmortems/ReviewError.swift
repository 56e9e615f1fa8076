import Reports

/// Why a decision could not be kept.
public enum ReviewError: Error, Equatable {
    /// There is nothing to accept: not suggested, and not decided before.
    case notSuggested(report: String, kind: FactorKind, suggested: [FactorKind], isClassified: Bool)
    /// There is nothing to reject.
    case nothingToReject(report: String, kind: FactorKind)
    /// A quote that does not stand in the report, with the nearest words that do.
    case noQuote(report: String, quote: String, nearest: String?)
    /// Who decided is named, and decisions name roles.
    case nameOfPerson(String)
}

extension ReviewError: CustomStringConvertible {
    /// What is wrong, where, and what to try.
    public var description: String {
        switch self {
        case .notSuggested(let report, let kind, _, isClassified: false):
            "\(report): not classified yet, so nothing suggests \(kind.rawValue); run 'postmortem classify \(report)', or give --add \(kind.rawValue) --quote"
        case .notSuggested(let report, let kind, let suggested, _):
            "\(report): \(kind.rawValue) is not suggested; "
                + (suggested.isEmpty ? "nothing is" : "there are \(suggested.map(\.rawValue).joined(separator: ", "))")
                + "; give --add \(kind.rawValue) --quote to add it"
        case .nothingToReject(let report, let kind):
            "\(report): nothing suggests \(kind.rawValue), so there is nothing to reject; 'postmortem review \(report)' lists what is suggested"
        case .noQuote(let report, let quote, let nearest):
            "\(report): the words “\(quote.count > 200 ? quote.prefix(200) + "…" : quote[...])” do not stand in the report; "
                + (nearest.map { "the nearest are “\($0)”" } ?? "'postmortem show \(report)' prints it")
        case .nameOfPerson(let name):
            "'\(name)' stands in the roster of postmortem.yml; decisions name a role, such as 'incident lead'"
        }
    }
}
