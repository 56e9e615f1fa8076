import Reports

/// What the page of an organisation or a service says.
struct GroupPage {
    private let group: Catalogue.Group
    private let noun: String
    private let links: PageLinks

    init(_ group: Catalogue.Group, noun: String, links: PageLinks) {
        self.group = group
        self.noun = noun
        self.links = links
    }

    var fields: Fields {
        var fields = listed
        fields["title"] = group.name
        fields["noun"] = noun
        fields["nounTitle"] = noun.prefix(1).uppercased() + noun.dropFirst()
        fields["durations"] =
            DurationChart(group.entries).map { ["chart": $0.svg, "words": $0.summary] as Fields } ?? false
        fields["rows"] = group.entries.map { links.row($0) }
        fields["strips"] = YearStrips(group.entries).fields
        fields["hasStrips"] = group.entries.contains { $0.date != nil }
        fields["commonFactors"] = commonFactors
        fields["hasCommonFactors"] = !commonFactors.isEmpty
        return fields
    }

    /// What the list of groups says of it.
    var listed: Fields {
        let dates = group.entries.compactMap(\.date)
        return [
            "name": group.name, "href": "\(noun)s/\(group.slug).html", "count": group.entries.count,
            "countWords": Wording.count(Set(group.entries.map(\.incident)).count, "incident"),
            "about": shownOrNone(group.description),
            "first": dates.min().map { Wording.shortDay($0) as Any } ?? false,
            "latest": dates.max().map { Wording.shortDay($0) as Any } ?? false,
        ]
    }

    private var commonFactors: [Fields] {
        var counts: [FactorKind: Int] = [:]
        for entry in group.entries {
            for factor in entry.catalogued.factors where factor.stance == .asserted {
                counts[factor.kind, default: 0] += 1
            }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { kind, count in
            var fields = factorFields(kind)
            fields["together"] = count
            return fields
        }
    }
}
