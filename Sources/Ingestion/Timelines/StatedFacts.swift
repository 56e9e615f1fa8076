import Reports

/// What a report says in passing, put into its fields: phases that are stamps, stamps and lengths stated in prose.
enum StatedFacts {
    /// Fills stamps and the duration where the report has none: from phases of its timeline, from lines such as
    /// `Detected: 14:05 UTC`, and from prose, "lasted 47 minutes", "between 14:02 and 15:10 UTC". What prose says comes
    /// with a warning that quotes it.
    ///
    /// - Parameter zone: Of times that name none; `nil` for UTC, the stamp then being an estimate.
    static func add(to report: inout Report, zone: TimeZoneRule? = nil) {
        addStamps(to: &report)
        let isProse = report.kind == .postmortem || report.kind == .publicReport
        let text = report.text
        var span: ProseSpan?
        if isProse {
            let context = TimeContext(zone: zone, day: day(of: report))
            addLabelled(text, context, to: &report)
            if report.stamps[.impactStart] == nil, report.stamps[.resolved] == nil {
                span = ProseSpan.first(in: text, context: context, published: report.published)
                add(span, to: &report)
            }
        }
        guard report.statedDuration == nil else { return }
        if let found = ProseDuration.first(in: text) {
            report.statedDuration = found.seconds
            report.warnings.append("duration read from the text: \"\(found.quote)\"")
        } else if let span, span.start == nil, span.seconds > 0 {
            report.statedDuration = span.seconds
            report.warnings.append("duration read from the text: \"\(span.quote)\"")
        }
    }

    /// The day that times without one are of, where the report states one; the day of publication is none.
    private static func day(of report: Report) -> Timestamp? {
        report.occurred ?? report.stamps[.impactStart]?.at ?? report.title.flatMap { WrittenDay.first(in: $0) }
            ?? report.timeline.lazy.compactMap(\.at).first
    }

    private static func add(_ span: ProseSpan?, to report: inout Report) {
        guard let span, let start = span.start, let end = span.end else { return }
        report.stamps[.impactStart] = Stamp(at: start, estimated: span.isEstimate, from: "text, \"\(span.quote)\"")
        report.stamps[.resolved] = Stamp(at: end, estimated: span.isEstimate, from: "text, \"\(span.quote)\"")
        report.warnings.append("impact_start and resolved read from the text: \"\(span.quote)\"")
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

    private static let listMarks = Array(" \t-*|>#+".utf8)

    /// Lines and table rows that give a stamp its name: `Detected: 2024-03-05 14:05 UTC`, `End time | 15:10 UTC`.
    private static func addLabelled(_ text: String, _ context: TimeContext, to report: inout Report) {
        var context = context
        for line in text.utf8.split(whereSeparator: { $0 == 0x0A }) where line.count <= 200 {
            let body = line.drop { listMarks.contains($0) || $0 >= 0x80 }
            guard body.first?.isLetter == true,
                let mark = body.prefix(48).firstIndex(where: {
                    $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") || $0.isDigit
                })
            else { continue }
            let label = body[..<mark]
            // `Resolved 2024-07-25 16:19` has no mark, and nothing else on its line.
            guard !body[mark].isDigit || body.count <= 60 else { continue }
            let value = (body[mark].isDigit ? body[mark...] : body[body.index(after: mark)...])
                .drop { $0 == 0x20 || $0 == 0x2A || $0 == 0x09 }
            // A label is words; most lines with a colon in them are told by the first byte of what follows it.
            guard let first = value.first, first.isDigit || first.isLetter || first == UInt8(ascii: "~"),
                !label.isEmpty,
                let name = StampLabels.stamp(String(decoding: label, as: UTF8.self)),
                let (reading, _) = TimeReader.prefix(of: String(decoding: value, as: UTF8.self), in: context),
                let at = reading.timestamp, at.hasTime
            else { continue }
            context.previous = at
            guard report.stamps[name] == nil else { continue }
            let words = String(decoding: label, as: UTF8.self).trimmed
            report.stamps[name] = Stamp(
                at: at, estimated: reading.isEstimate || reading.assumedUTC || reading.ambiguousZone != nil,
                from: "text, '\(words)'")
            if reading.assumedUTC {
                report.warnings.append("'\(words)' in the text names no time zone; read as UTC")
            }
        }
    }
}
