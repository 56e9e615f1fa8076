import Postmortems

/// What several accounts of one incident say of its factors, as a person reads it in a terminal.
struct ClaimsText {
    var style: TerminalStyle

    /// Each kind, below it each account that speaks of it, and below that its words.
    ///
    /// - Parameter accounts: All of the incident, first the one that is shown.
    func text(_ accounts: [CataloguedReport]) -> String {
        FactorClaims.all(of: accounts).map { claimed in
            let head = "  \(style.bold(claimed.kind.rawValue))"
            let lines = claimed.claims.flatMap { self.lines(of: $0, by: accounts[$0.account].id) }
            return ([head + (claimed.isContested ? "  \(style.caution("contested"))" : "")] + lines)
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func lines(of claim: FactorClaims.Claim, by id: String) -> [String] {
        let factor = claim.factor
        let isThis = claim.account == 0 ? "  \(style.dim("(this report)"))" : ""
        let quotes = factor.evidence.map { evidence in
            // Words of another stance than the whole account's speak against it.
            let stance = evidence.stance == factor.stance ? nil : evidence.stance.rawValue
            let details = [stance, evidence.by].compactMap { $0 }.joined(separator: ", ")
            return "      “\(TerminalStyle.oneLine(evidence.quote))”"
                + (details.isEmpty ? "" : style.dim("  (\(TerminalStyle.oneLine(details)))"))
        }
        return ["    \(style.accent(id))  \(ReportText(style: style).word(for: factor))\(isThis)"] + quotes
    }
}
