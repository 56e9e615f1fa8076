/// What several accounts of one incident say of one kind of factor, side by side.
public struct FactorClaims: Equatable, Sendable {
    /// What holds by one account.
    public struct Claim: Equatable, Sendable {
        /// Its place among the accounts.
        public var account: Int
        public var factor: ContributingFactor
    }

    public var kind: FactorKind
    /// In the order of the accounts; those that say nothing of the kind are missing.
    public var claims: [Claim]

    /// Whether one account asserts or suspects what another denies: together they do not settle it.
    public var isContested: Bool {
        claims.contains { $0.factor.stance == .denied } && claims.contains { $0.factor.stance != .denied }
    }

    /// The kinds that any account speaks of, in the order of the taxonomy.
    public static func all(of accounts: [CataloguedReport]) -> [FactorClaims] {
        FactorKind.allCases.compactMap { kind in
            let claims = accounts.enumerated().compactMap { place, account in
                account.factors.first { $0.kind == kind }.map { Claim(account: place, factor: $0) }
            }
            return claims.isEmpty ? nil : FactorClaims(kind: kind, claims: claims)
        }
    }
}
