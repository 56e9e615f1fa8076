import Reports

/// What several sources of one incident say of it, side by side.
struct IncidentAccounts {
    /// Newest first, as everywhere on the site; the page's own among them.
    let entries: [Catalogue.Entry]

    /// The fields of the section on a report's page.
    func fields(on page: Catalogue.Entry) -> Fields {
        [
            "accountsCount": entries.count,
            "accounts": entries.map { entry in
                account(entry).merging([
                    "isThis": entry.number == page.number,
                    "published": entry.report.published.map { Wording.shortDay($0) as Any } ?? false,
                    "host": linkable(entry.report.url).map { host(of: $0) as Any } ?? false,
                ]) { $1 }
            },
            "claimed": FactorClaims.all(of: entries.map(\.catalogued)).map { fields(of: $0, on: page) },
        ]
    }

    /// One kind and who says what of it.
    private func fields(of claimed: FactorClaims, on page: Catalogue.Entry) -> Fields {
        let rows = claimed.claims.map { claim in
            let (entry, factor) = (entries[claim.account], claim.factor)
            return account(entry).merging([
                "isThis": entry.number == page.number,
                "says": factor.contested ? "contested" : factor.stance.rawValue,
                "sayingQuotes": factor.evidence.map { evidence -> Fields in
                    [
                        "claim": evidence.quote.oneLine, "by": shownOrNone(evidence.by),
                        "claimStance": evidence.stance == factor.stance && !factor.contested
                            ? false : evidence.stance.rawValue,
                    ]
                },
            ]) { $1 }
        }
        return factorFields(claimed.kind).merging(["isContested": claimed.isContested, "sayings": rows]) { $1 }
    }

    private func account(_ entry: Catalogue.Entry) -> Fields {
        ["accountHref": entry.path, "accountTitle": entry.title]
    }
}
