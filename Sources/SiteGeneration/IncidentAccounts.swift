import Reports

/// What several sources of one incident say of it, side by side.
struct IncidentAccounts {
    /// Newest first, as everywhere on the site; the page's own among them.
    let entries: [Catalogue.Entry]

    /// Kinds that one source asserts or suspects and another denies: the sources together do not settle them.
    static func contested(among reports: [CataloguedReport]) -> Set<FactorKind> {
        Set(
            FactorKind.allCases.filter { kind in
                let stances = reports.compactMap { report in report.factors.first { $0.kind == kind }?.stance }
                return stances.contains(.denied) && stances.contains { $0 != .denied }
            })
    }

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
            "claimed": FactorKind.allCases.compactMap { claims(of: $0, on: page) },
        ]
    }

    /// One kind and who says what of it; `nil` when no source does.
    private func claims(of kind: FactorKind, on page: Catalogue.Entry) -> Fields? {
        let claims = entries.compactMap { entry in
            entry.catalogued.factors.first { $0.kind == kind }.map { (entry, $0) }
        }
        guard !claims.isEmpty else { return nil }
        let rows = claims.map { entry, factor in
            account(entry).merging([
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
        return factorFields(kind).merging([
            "isContested": page.contestedKinds.contains(kind), "sayings": rows,
        ]) { $1 }
    }

    private func account(_ entry: Catalogue.Entry) -> Fields {
        ["accountHref": entry.path, "accountTitle": entry.title]
    }
}
