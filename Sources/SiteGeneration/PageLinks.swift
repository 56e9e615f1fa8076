import Reports

/// Where the pages of organisations and services stand, by name.
struct PageLinks {
    private var organisations: [String: Fields] = [:]
    private var services: [String: Fields] = [:]

    init(_ catalogue: Catalogue) {
        for group in catalogue.organisations {
            organisations[group.name.lowercased()] = Self.fields(group, "organisations")
        }
        for group in catalogue.services { services[group.name.lowercased()] = Self.fields(group, "services") }
    }

    /// `name`, `slug` and `href` of an organisation's page; `nil` for a name that is no name.
    func organisation(_ name: String) -> Fields? {
        organisations[name.oneLine.lowercased()]
    }

    func service(_ name: String) -> Fields? {
        services[name.oneLine.lowercased()]
    }

    private static func fields(_ group: Catalogue.Group, _ folder: String) -> Fields {
        ["name": group.name, "slug": group.slug, "href": "\(folder)/\(group.slug).html"]
    }

    /// What a list says of a report.
    func row(_ entry: Catalogue.Entry) -> Fields {
        let report = entry.report
        let services = report.services.compactMap { service($0) }
        let organisation = report.organisation.flatMap { self.organisation($0) }
        return [
            "title": entry.title, "href": entry.path,
            "date": entry.date.map { ["iso": $0.day, "words": Wording.shortDay($0)] as Fields } ?? false,
            "year": entry.date.map { String($0.day.prefix(4)) } ?? "",
            "organisation": organisation ?? false, "services": services,
            "organisationSlug": organisation?["slug"] ?? "",
            "serviceSlugs": services.compactMap { $0["slug"] as? String }.joined(separator: " "),
            "duration": entry.duration.map { ReadableDuration.text(seconds: $0) as Any } ?? false,
            "severity": shownOrNone(report.severity), "severityKey": PageName.of(report.severity ?? ""),
            "kind": report.kind.rawValue,
            "kindName": Wording.kind(report.kind),
            "factors": entry.catalogued.factors.map { chip($0) },
            "review": entry.catalogued.isReviewed ? "reviewed" as Any : false,
            "factorKeys": entry.catalogued.factors.map { "\($0.kind.rawValue):\($0.stance.rawValue)" }
                .joined(separator: " "),
        ]
    }

    private func chip(_ factor: ContributingFactor) -> Fields {
        var fields = factorFields(factor.kind)
        fields["stance"] = factor.stance == .asserted ? false : factor.stance.rawValue
        fields["stanceStyle"] = factor.stance.rawValue
        fields["isReviewed"] = factor.review != nil
        return fields
    }
}
