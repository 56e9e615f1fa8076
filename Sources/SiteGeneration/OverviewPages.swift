import Reports

/// What the pages about the whole collection say.
struct OverviewPages {
    let catalogue: Catalogue
    let links: PageLinks
    let kinds: [FactorPage]
    let measured: MeasuredClassifier?

    var home: Fields {
        let largest = kinds.map(\.supported).max() ?? 0
        return [
            "title": false, "isHome": true,
            "newest": catalogue.entries.prefix(6).map { links.row($0) },
            "strips": YearStrips(catalogue.entries).fields,
            "factorBars": kinds.filter { $0.supported > 0 }.map { page in
                var fields = page.listed
                fields["bar"] = page.bar(largest: largest)
                fields["supported"] = page.supported
                return fields
            },
            "organisationCount": Wording.count(catalogue.organisations.count, "organisation"),
            "empty": catalogue.entries.isEmpty,
        ]
    }

    var incidents: Fields {
        [
            "title": "Incidents", "rows": catalogue.entries.map { links.row($0) }, "filterable": true,
            "choices": FilterChoices(catalogue: catalogue, links: links).fields,
        ]
    }

    var factors: Fields {
        let families = FactorFamily.allCases.map { family -> Fields in
            [
                "family": Wording.family(family), "familySign": Wording.sign(family),
                "familyStyle": Wording.style(family),
                "kinds": kinds.filter { $0.kind.family == family }.map(\.listed),
            ]
        }
        return ["title": "Contributing factors", "families": families]
    }

    var about: Fields {
        let entries = catalogue.entries
        let models = Set(entries.compactMap(\.catalogued.model)).sorted()
        let kindCounts = Report.Kind.allCases.compactMap { kind -> Fields? in
            let count = entries.count { $0.report.kind == kind }
            return count == 0 ? nil : ["kindName": Wording.kind(kind), "count": count]
        }
        let suggestions = entries.reduce(0) { $0 + $1.catalogued.suggestions.count }
        let decisions = entries.reduce(0) { $0 + ReviewDecision.standing($1.catalogued.decisions).count }
        // What its writers labelled needs no classifier.
        let labelled = entries.count { $0.report.labels != nil }
        let classified = entries.count { $0.report.labels == nil && $0.catalogued.model != nil }
        let unread = entries.count - labelled - classified
        return [
            "title": "About this site", "kindCounts": kindCounts, "models": models, "hasModels": !models.isEmpty,
            "suggestions": suggestions,
            "decided": decisions > 0 ? Wording.count(decisions, "decision") as Any : false,
            "reviewedReports": Wording.count(entries.count { !$0.catalogued.decisions.isEmpty }, "report"),
            "labelled": labelled > 0 ? labelled as Any : false,
            "classified": classified > 0 ? classified as Any : false,
            "unread": unread > 0 ? Wording.count(unread, "report") as Any : false,
            "withoutFactor": entries.count {
                $0.report.labels == nil && $0.catalogued.model != nil && $0.catalogued.suggestions.isEmpty
            },
            "withoutDuration": entries.count { $0.duration == nil },
            "withoutDate": entries.count { $0.report.statedDate == nil },
            "total": entries.count,
            "measured": measured.flatMap { models.contains($0.model) ? Self.fields(of: $0) : nil } as Any? ?? false,
        ]
    }

    /// How right the suggestions are: of all kinds, and of each that was labelled or suggested at all.
    private static func fields(of measured: MeasuredClassifier) -> Fields {
        func counts(_ agreement: AgreementCounts) -> Fields {
            [
                "right": agreement.hits, "suggested": agreement.suggested,
                "labelled": agreement.labelled, "precision": percent(agreement.precision ?? 1),
                "recall": percent(agreement.recall ?? 1),
            ]
        }
        var fields = counts(measured.all)
        fields["texts"] = measured.texts
        fields["kinds"] = FactorKind.allCases.compactMap { kind -> Fields? in
            guard let agreement = measured.byKind[kind], agreement != AgreementCounts() else { return nil }
            var fields = counts(agreement)
            fields["name"] = kind.name
            return fields
        }
        return fields
    }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
