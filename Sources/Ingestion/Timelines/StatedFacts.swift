import Reports

/// What a report says in passing, put into its fields: phases that are stamps, lengths stated in prose.
enum StatedFacts {
    /// Fills stamps from phases and the duration from prose, where the report has none; every one with a warning.
    static func add(to report: inout Report) {
        addStamps(to: &report)
        guard report.statedDuration == nil, let found = ProseDuration.first(in: report.text) else { return }
        report.statedDuration = found.seconds
        report.warnings.append("duration read from the text: \"\(found.quote)\"")
    }

    /// A stamp where the phase of a timed event is a stamp's own name.
    private static func addStamps(to report: inout Report) {
        for event in report.timeline {
            guard let at = event.at, at.hasTime, let phase = event.phase, let name = stamp(phase),
                report.stamps[name] == nil
            else { continue }
            report.stamps[name] = Stamp(at: at, from: "timeline, phase '\(phase)'")
        }
    }

    /// Only words that say the moment itself: "mitigation" and "detection" name a stretch of work.
    private static func stamp(_ phase: String) -> StampName? {
        switch MarkdownSection.folded(phase) {
        case "impact start", "start of impact", "impact begins", "impact began": .impactStart
        case "detected": .detected
        case "alerted": .alerted
        case "engaged": .engaged
        case "declared": .declared
        case "mitigated": .mitigated
        case "resolved": .resolved
        default: nil
        }
    }
}
