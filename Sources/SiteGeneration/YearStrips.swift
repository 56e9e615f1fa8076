import Reports

/// The years at a glance: one strip a year, one bar a day with incidents, as tall as their number.
struct YearStrips {
    private let years: [(year: Int, entries: [Catalogue.Entry])]

    init(_ entries: [Catalogue.Entry]) {
        let dated = entries.filter { $0.date != nil }
        years = Dictionary(grouping: dated) { $0.date?.civil.year ?? 0 }.sorted { $0.key > $1.key }
            .map { (year: $0.key, entries: $0.value) }
    }

    /// Newest year first: `year`, `count`, `strip` (SVG), `months` (twelve counts).
    var fields: [Fields] {
        years.map { year, entries in
            var months = [Int](repeating: 0, count: 12)
            for entry in entries { months[(entry.date?.civil.month ?? 1) - 1] += 1 }
            return [
                "year": year, "count": entries.count, "strip": strip(year, entries),
                "months": months.map { ["incidents": $0 == 0 ? "·" : String($0)] as Fields },
            ]
        }
    }

    private func strip(_ year: Int, _ entries: [Catalogue.Entry]) -> String {
        let start = Timestamp.days(year: year, month: 1, day: 1) ?? 0
        let byDay = Dictionary(grouping: entries) { entry -> Int in
            let parts = entry.date?.civil
            return Int((parts.flatMap { Timestamp.days(year: $0.year, month: $0.month, day: $0.day) } ?? start) - start)
        }
        var parts: [String] = []
        for month in 2...12 {
            let place = Double((Timestamp.days(year: year, month: month, day: 1) ?? start) - start) / 366
            parts.append(Chart.line(from: (place, 0), to: (place, 26), style: "month"))
        }
        for (day, entries) in byDay.sorted(by: { $0.key < $1.key }) {
            let height = min(26, 10 + entries.count * 4)
            let titles = entries.prefix(8).map(\.title).joined(separator: "; ")
            let date = entries.first?.date.map(Wording.day) ?? ""
            parts.append(
                Chart.bar(
                    from: Double(day) / 366, to: Double(day) / 366 + 0.009, y: 26 - height, height: height,
                    style: "day", title: "\(date): \(titles)"))
        }
        return "<svg class=\"strip\" width=\"100%\" height=\"26\" aria-hidden=\"true\">\(parts.joined())</svg>"
    }
}
