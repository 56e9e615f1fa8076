import Reports

/// What the page of one factor kind says.
struct FactorPage {
    let kind: FactorKind
    private let carried: [(entry: Catalogue.Entry, factor: ContributingFactor)]
    private let total: Int
    private let links: PageLinks

    init(_ kind: FactorKind, in catalogue: Catalogue, links: PageLinks) {
        self.kind = kind
        carried = catalogue.entries(with: kind)
        total = catalogue.entries.count
        self.links = links
    }

    var fields: Fields {
        var fields = listed
        fields["title"] = kind.name
        fields["description"] = kind.definition
        fields["kind"] = kind.rawValue
        fields["total"] = total
        fields["companions"] = companions
        fields["hasCompanions"] = !companions.isEmpty
        fields["durations"] =
            DurationChart(carried.filter { $0.factor.stance == .asserted }.map(\.entry))
            .map { ["chart": $0.svg, "words": $0.summary] as Fields } ?? false
        fields["stances"] = Stance.allCases.compactMap { stance -> Fields? in
            let rows = carried.filter { $0.factor.stance == stance }
            guard !rows.isEmpty else { return nil }
            return [
                "stance": stance.rawValue.prefix(1).uppercased() + stance.rawValue.dropFirst(),
                "meaning": Self.meaning(stance), "rows": rows.map { links.row($0.entry) }, "size": rows.count,
            ]
        }
        return fields
    }

    /// What the list of factors says of it.
    var listed: Fields {
        var fields = factorFields(kind)
        let dates = carried.compactMap(\.entry.date)
        fields["definition"] = kind.definition
        fields["count"] = carried.count
        for stance in Stance.allCases {
            let number = carried.count { $0.factor.stance == stance }
            fields[stance.rawValue] = number
            fields["\(stance.rawValue)Dash"] = number == 0 ? "–" : "\(number)"
        }
        fields["first"] = dates.min().map { Wording.shortDay($0) as Any } ?? false
        fields["latest"] = dates.max().map { Wording.shortDay($0) as Any } ?? false
        return fields
    }

    /// A bar as long as the kind's share of the largest count.
    func bar(largest: Int) -> String {
        let share = { (count: Int) in Double(count) / Double(max(1, largest)) }
        let asserted = carried.count { $0.factor.stance == .asserted }
        let suspected = carried.count { $0.factor.stance == .suspected }
        var parts: [String] = []
        if asserted > 0 { parts.append(Chart.bar(from: 0, to: share(asserted), y: 0, height: 12, style: "asserted")) }
        if suspected > 0 {
            parts.append(
                Chart.bar(from: share(asserted), to: share(asserted + suspected), y: 0, height: 12, style: "suspected"))
        }
        return "<svg class=\"share \(Wording.style(kind.family))\" width=\"100%\" height=\"12\" aria-hidden=\"true\">"
            + parts.joined() + "</svg>"
    }

    var supported: Int { carried.count { $0.factor.stance != .denied } }

    private static func meaning(_ stance: Stance) -> String {
        switch stance {
        case .asserted: "The text states that it played a part."
        case .suspected: "The text offers it only as possible, believed or alleged."
        case .denied: "The text considers it and rules it out."
        }
    }

    /// The kinds asserted in the same reports, most often first.
    private var companions: [Fields] {
        var counts: [FactorKind: Int] = [:]
        for item in carried where item.factor.stance == .asserted {
            for other in item.entry.catalogued.factors where other.kind != kind && other.stance == .asserted {
                counts[other.kind, default: 0] += 1
            }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(8)
            .map { other, count in
                var fields = factorFields(other)
                fields["together"] = count
                return fields
            }
    }
}
