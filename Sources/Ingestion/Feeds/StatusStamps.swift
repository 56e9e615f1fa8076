import Reports

/// The stamps that follow from an incident's updates, each with where it came from.
///
/// The first update declares the incident to the public; a Resolved update resolves it. A Monitoring update that says a
/// fix or mitigation is in place is an estimate of the mitigation. Where an update states from when to when there was
/// impact, that is its start, and its end the mitigation. Nothing follows from planned work.
struct StatusStamps {
    private(set) var stamps: [StampName: Stamp] = [:]
    /// What was stated and could not be believed.
    private(set) var warnings: [String] = []

    /// - Parameters:
    ///   - events: Oldest first.
    ///   - text: All words of the report, where the updates have no times of their own.
    ///   - reference: The entry's own date.
    init(events: [TimelineEvent], text: String, reference: Timestamp?) {
        readPhases(of: events)
        let texts = events.isEmpty ? [text] : events.reversed().map(\.text) + [text]
        guard let near = events.lazy.compactMap(\.at).first ?? reference,
            let interval = StatedInterval.first(in: texts, near: near)
        else { return }
        add(interval, near: near, last: events.lazy.compactMap(\.at).max() ?? near)
    }

    private mutating func readPhases(of events: [TimelineEvent]) {
        let first = events.first
        if let first, let at = first.at, at.hasTime, (StatusWord.rank(first.phase) ?? 0) < 3 {
            stamps[.declared] = Stamp(at: at, from: "first update")
        }
        if let event = events.first(where: { $0.phase == "mitigated" }), let at = event.at {
            stamps[.mitigated] = Stamp(at: at, from: "Mitigated update")
        } else if let event = events.first(where: { $0.phase == "monitoring" && Self.saysMitigated($0.text) }),
            let at = event.at
        {
            stamps[.mitigated] = Stamp(at: at, estimated: true, from: "Monitoring update")
        }
        if let end = events.last(where: { Self.ends.contains($0.phase ?? "") }), let at = end.at, at.hasTime {
            stamps[.resolved] = Stamp(at: at, from: "Resolved update")
        }
    }

    private mutating func add(_ interval: StatedInterval, near: Timestamp, last: Timestamp) {
        let start = interval.start.secondsSince1970
        // Authors mistake the month or year now and then; few incidents are noticed three weeks after they began.
        let isPlausible = start <= last.secondsSince1970 + 3600 && start >= near.secondsSince1970 - 21 * 86_400
        guard isPlausible else {
            warnings.append(
                "the text states \"\(interval.quote)\", which does not fit the dates of the updates; left out")
            return
        }
        let from = "text: \"\(interval.quote)\""
        stamps[.impactStart] = Stamp(at: interval.start, estimated: interval.isEstimate, from: from)
        guard let end = interval.end, end >= interval.start else { return }
        stamps[.mitigated] = Stamp(at: end, estimated: interval.isEstimate, from: from)
        if stamps[.resolved] == nil { stamps[.resolved] = Stamp(at: end, estimated: interval.isEstimate, from: from) }
    }

    private static let ends: Set<String> = ["resolved", "closed", "fixed", "recovered"]

    private static let measures: [StaticString] = [
        "fix has been", "mitigat", "recover", "fix is in place", "fix was", "deployed a fix", "implemented a fix",
        "rolled back", "resolved", "workaround", "fix implemented", "applied a fix",
    ]

    /// "A fix has been implemented", "we have mitigated": some say Monitoring while they still look for the cause.
    private static func saysMitigated(_ text: String) -> Bool {
        measures.contains { ASCIISearch.contains(text, $0) }
    }
}
