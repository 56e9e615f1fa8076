import Reports

/// A timeline drawn to scale: phases as bands, events as dots numbered as in the table below it.
struct TimelineChart {
    private struct Event {
        var number: Int
        var at: Timestamp
        var text: String
    }

    private let events: [Event]
    private let stamps: [StampName: Stamp]
    /// Rows of the table that have no place on the scale.
    private let undrawn: Int
    private let first: Timestamp
    private let last: Timestamp

    /// - Returns: `nil` when fewer than two different times are stated.
    init?(_ report: Report) {
        let timed = report.timeline.enumerated().compactMap { index, event in
            event.at.map { Event(number: index + 1, at: $0, text: event.text.oneLine) }
        }
        let withClock = timed.filter(\.at.hasTime)
        // Days stand beside times only when there are no times: a day has no place on a scale of minutes.
        let events = withClock.isEmpty ? timed : withClock
        let stamps = report.stamps.filter { $0.value.at.hasTime == !withClock.isEmpty || events.isEmpty }
        let times = events.map(\.at) + stamps.values.map(\.at)
        guard let first = times.min(), let last = times.max(), first.secondsSince1970 < last.secondsSince1970,
            events.count >= 2 || stamps.count >= 2
        else { return nil }
        self.events = events.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        self.stamps = stamps
        undrawn = report.timeline.count - events.count
        self.first = first
        self.last = last
    }

    var span: Int { Int(last.secondsSince1970 - first.secondsSince1970) }

    var svg: String {
        let labels = labels()
        let lanes = (labels.map(\.lane).max() ?? 0) + 1
        let hasPhases = !phases.isEmpty
        let top = hasPhases ? 34 : 6
        let axis = top + lanes * 18 + 8
        var parts: [String] = []
        for phase in phases {
            parts.append(
                Chart.bar(
                    from: place(phase.from), to: place(phase.to), y: 4, height: 22, style: phase.style,
                    title: phase.title))
            if place(phase.to) - place(phase.from) > 0.16 {
                parts.append(
                    Chart.text(
                        phase.name, at: (place(phase.from) + place(phase.to)) / 2, y: 19, style: "band-name"))
            }
        }
        parts.append(Chart.line(from: (0, axis), to: (1, axis), style: "axis"))
        for tick in ticks {
            parts.append(Chart.line(from: (tick.place, axis), to: (tick.place, axis + 5), style: "axis"))
            parts.append(Chart.text(tick.label, at: tick.place, y: axis + 20, anchor: Chart.anchor(at: tick.place)))
        }
        for label in labels {
            let y = top + (lanes - 1 - label.lane) * 18 + 10
            parts.append(Chart.line(from: (label.place, y + 4), to: (label.place, axis), style: "leader"))
            parts.append(
                Chart.text(
                    label.text, at: label.place, y: y, anchor: Chart.anchor(at: label.place), style: "number"))
        }
        for event in events {
            let title = "\(event.number). \(Wording.moment(event.at)): \(event.text.shortened(to: 120))"
            parts.append(Chart.dot(at: place(event.at), y: axis, style: "event", title: title))
        }
        return Chart.drawing(
            height: axis + 26, style: "timeline", title: "Timeline drawn to scale", description: description, parts)
    }

    private var description: String {
        var sentences = ["\(Wording.count(events.count, "event")) over \(ReadableDuration.text(seconds: span))"]
        for phase in phases { sentences.append(phase.title) }
        return sentences.joined(separator: "; ") + ". The same in the table that follows."
    }

    /// The clock the axis shows, the phases in words, and what the drawing leaves out.
    var caption: String {
        var sentences = first.hasTime ? ["Times in \(Wording.offset(first)), from \(Wording.shortDay(first))"] : []
        sentences += phases.map(\.title)
        if undrawn > 0 {
            let rows = undrawn == 1 ? "1 row of the table has" : "\(undrawn) rows of the table have"
            sentences.append("\(rows) no time of day and \(undrawn == 1 ? "is" : "are") not drawn")
        }
        return sentences.isEmpty ? "" : sentences.joined(separator: "; ") + "."
    }

    // MARK: Phases

    private struct Phase {
        var name: String
        var title: String
        var style: String
        var from: Timestamp
        var to: Timestamp
    }

    /// Between the moments that are stated, in order; a moment out of order makes no phase.
    private var phases: [Phase] {
        let known = [StampName.impactStart, .detected, .mitigated, .resolved].compactMap { name in
            stamps[name].map { (name: name, stamp: $0) }
        }
        return zip(known, known.dropFirst()).compactMap { start, end in
            guard start.stamp.at < end.stamp.at else { return nil }
            let seconds = Int(end.stamp.at.secondsSince1970 - start.stamp.at.secondsSince1970)
            let name =
                switch start.name {
                case .impactStart: end.name == .detected ? "until detected" : "impact"
                case .detected: end.name == .mitigated ? "until mitigated" : "until resolved"
                default: "until resolved"
                }
            let estimate = start.stamp.estimated || end.stamp.estimated ? " (estimated)" : ""
            return Phase(
                name: "\(name) · \(ReadableDuration.text(seconds: seconds))",
                title:
                    "\(Wording.stamp(start.name)) to \(Wording.stamp(end.name)): \(ReadableDuration.text(seconds: seconds))\(estimate)",
                style: "band \(start.name.rawValue.replacing("_", with: "-"))\(estimate.isEmpty ? "" : " estimated")",
                from: start.stamp.at, to: end.stamp.at)
        }
    }

    // MARK: Labels and ticks

    private func place(_ time: Timestamp) -> Double {
        Double(time.secondsSince1970 - first.secondsSince1970) / Double(span)
    }

    /// Numbers over the dots; dots too near each other share one (`3–5`), near labels stand in different lanes.
    private func labels() -> [(text: String, place: Double, lane: Int)] {
        var clusters: [(place: Double, from: Int, to: Int)] = []
        for event in events {
            let at = place(event.at)
            if let last = clusters.last, at - last.place < 0.035 {
                clusters[clusters.count - 1].to = max(last.to, event.number)
                clusters[clusters.count - 1].from = min(last.from, event.number)
            } else {
                clusters.append((at, event.number, event.number))
            }
        }
        var laneEnds = [Double](repeating: -1, count: 3)
        return clusters.map { cluster in
            let lane =
                laneEnds.firstIndex { cluster.place - $0 > 0.11 } ?? laneEnds.indices.min {
                    laneEnds[$0] < laneEnds[$1]
                }
                ?? 0
            laneEnds[lane] = cluster.place
            let text = cluster.from == cluster.to ? "\(cluster.from)" : "\(cluster.from)–\(cluster.to)"
            return (text, cluster.place, lane)
        }
    }

    /// Round moments of the clock the first event was written in, at most six.
    private var ticks: [(place: Double, label: String)] {
        let steps = [60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400]
        let step = steps.first { span / $0 <= 5 } ?? 86_400 * max(1, span / 86_400 / 5)
        let offset = Int64(first.offsetSeconds)
        let local = first.secondsSince1970 + offset
        var at = (local + Int64(step) - 1) / Int64(step) * Int64(step) - offset
        var result: [(Double, String)] = []
        while at <= last.secondsSince1970, result.count < 12 {
            let time = Timestamp(secondsSince1970: at, offsetSeconds: first.offsetSeconds)
            let label = step < 86_400 ? time.clock ?? "" : String(Wording.shortDay(time).dropLast(5))
            result.append((place(time), label))
            at += Int64(step)
        }
        return result
    }
}

private func < (left: (Timestamp, Int), right: (Timestamp, Int)) -> Bool {
    left.0 != right.0 ? left.0 < right.0 : left.1 < right.1
}
