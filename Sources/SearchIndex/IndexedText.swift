import Reports

/// A report's text as the full-text index takes it in, one text per field.
///
/// The static site indexes the same texts, so the two find the same words.
struct IndexedText: Equatable {
    var texts: [IndexedField: String]

    init(_ report: Report, factors: [ContributingFactor]) {
        texts = [
            .title: report.title ?? "",
            .summary: report.summary,
            .body: report.text,
            .timeline: Self.timeline(report),
            .factors: Self.factors(factors),
            .services: Self.services(report),
            .organisation: report.organisation ?? "",
        ]
    }

    subscript(field: IndexedField) -> String {
        texts[field] ?? ""
    }

    /// One event per line.
    static func timeline(_ report: Report) -> String {
        report.timeline.map(\.text).joined(separator: "\n")
    }

    /// One service per line.
    static func services(_ report: Report) -> String {
        report.services.joined(separator: "\n")
    }

    /// The names of asserted and suspected factors, one per line, with the id where its words differ.
    ///
    /// Denied factors are left out: a report that rules automation out is none about automation. `factor:!automation`
    /// finds it.
    static func factors(_ factors: [ContributingFactor]) -> String {
        factors.filter { $0.stance != .denied }.map { factor in
            let name = factor.kind.name
            let id = factor.kind.rawValue
            return SearchQuery.key(name) == SearchQuery.key(id) ? name : "\(name) \(id)"
        }.joined(separator: "\n")
    }
}
