import Reports

/// What the list of incidents can be narrowed by: fields with the values that occur, and how many reports have each.
struct FilterChoices {
    let catalogue: Catalogue
    let links: PageLinks

    /// `label`, `field`, and `options` with `value` and `words`; fields nobody states are left out.
    var fields: [Fields] {
        let choices = [
            choice("Factor", "factor") { $0.catalogued.factors.map { ($0.kind.rawValue, $0.kind.name) } },
            choice("Stance", "stance") { $0.catalogued.factors.map { ($0.stance.rawValue, $0.stance.rawValue) } },
            choice("Review", "review") { $0.catalogued.isReviewed ? [("reviewed", "reviewed")] : [] },
            choice("Organisation", "organisation") { entry in
                [entry.report.organisation].compactMap { $0.flatMap { self.named(links.organisation($0)) } }
            },
            choice("Service", "service") { $0.report.services.compactMap { named(links.service($0)) } },
            choice("Severity", "severity") { entry in
                guard let severity = shownOrNone(entry.report.severity) as? String else { return [] }
                return [(PageName.of(severity), severity)]
            },
            choice("Kind", "kind") { [($0.report.kind.rawValue, Wording.kind($0.report.kind))] },
            choice("Year", "year") { $0.date.map { [(String($0.day.prefix(4)), String($0.day.prefix(4)))] } ?? [] },
        ]
        return choices.compactMap { $0 }
    }

    private func named(_ fields: Fields?) -> (String, String)? {
        guard let slug = fields?["slug"] as? String, let name = fields?["name"] as? String else { return nil }
        return (slug, name)
    }

    private func choice(
        _ label: String, _ field: String, _ values: (Catalogue.Entry) -> [(value: String, words: String)]
    ) -> Fields? {
        var found: [String: (words: String, count: Int)] = [:]
        for entry in catalogue.entries {
            var seen: Set<String> = []
            for (value, words) in values(entry) where seen.insert(value).inserted {
                found[value, default: (words, 0)].count += 1
            }
        }
        guard !found.isEmpty else { return nil }
        var options = found.sorted { ($0.value.words.lowercased(), $0.key) < ($1.value.words.lowercased(), $1.key) }
        if field == "year" { options.reverse() }
        return [
            "label": label, "field": field,
            "options": options.map { ["value": $0.key, "words": "\($0.value.words) (\($0.value.count))"] as Fields },
        ]
    }
}
