import Reports

import Foundation

/// How long incidents lasted: every one a dot on a logarithmic scale; median and quartiles only from four on.
///
/// No mean is given: durations are too skewed and too few for one to say anything.
struct DurationChart {
    private let points: [(seconds: Int, title: String)]
    private let unknown: Int

    /// - Returns: `nil` when no entry states how long it lasted.
    init?(_ entries: [Catalogue.Entry]) {
        // Of several accounts of one incident the first that says how long it lasted stands for all.
        var seen: Set<Int> = []
        points = entries.compactMap { entry -> (seconds: Int, title: String)? in
            guard let duration = entry.duration, seen.insert(entry.incident).inserted else { return nil }
            return (max(0, duration), entry.title)
        }.sorted { ($0.seconds, $0.title) < ($1.seconds, $1.title) }
        unknown = Set(entries.map(\.incident)).count - points.count
        if points.isEmpty { return nil }
    }

    /// What the drawing shows, in words.
    var summary: String {
        let known = "\(Wording.count(points.count, "incident")) with a stated or measured duration"
        let missing = unknown == 0 ? "" : "; \(unknown) not stated"
        let range =
            points.count == 1
            ? words(points[0].seconds)
            : "from \(words(points[0].seconds)) to \(words(points[points.count - 1].seconds))"
        guard let quartiles else { return "\(known)\(missing): \(range)." }
        return "\(known)\(missing): \(range); median \(words(quartiles.median)), "
            + "the middle half \(words(quartiles.lower)) to \(words(quartiles.upper))."
    }

    var svg: String {
        var levels: [(place: Double, level: Int)] = []
        for point in points {
            let place = Self.place(point.seconds)
            // Dots that would hide each other stand on one another; the highest share a place.
            let near = levels.suffix(12).filter { place - $0.place < 0.018 }.map(\.level)
            levels.append((place, (0..<10).first { !near.contains($0) } ?? 9))
        }
        let height = 22 + (levels.map(\.level).max() ?? 0) * 11
        var parts = [Chart.line(from: (0, height), to: (1, height), style: "axis")]
        for (seconds, label) in Self.ticks {
            let place = Self.place(seconds)
            parts.append(Chart.line(from: (place, height), to: (place, height + 5), style: "axis"))
            parts.append(Chart.text(label, at: place, y: height + 20, anchor: Chart.anchor(at: place)))
        }
        if let quartiles {
            let (from, to) = (Self.place(quartiles.lower), Self.place(quartiles.upper))
            let middle = Self.place(quartiles.median)
            parts.append(Chart.bar(from: from, to: to, y: 2, height: height - 3, style: "middle-half"))
            parts.append(Chart.line(from: (middle, 0), to: (middle, height), style: "median"))
        }
        for (point, mark) in zip(points, levels) {
            parts.append(
                Chart.dot(
                    at: mark.place, y: height - 9 - mark.level * 11, style: "event",
                    title: "\(words(point.seconds)): \(point.title.shortened(to: 100))"))
        }
        return Chart.drawing(
            height: height + 26, style: "durations", title: "Durations on a logarithmic scale", description: summary,
            parts)
    }

    private var quartiles: (lower: Int, median: Int, upper: Int)? {
        guard points.count >= 4 else { return nil }
        return (quantile(0.25), quantile(0.5), quantile(0.75))
    }

    /// Between the two nearest points, in proportion.
    private func quantile(_ fraction: Double) -> Int {
        let rank = fraction * Double(points.count - 1)
        let below = Int(rank)
        let above = min(below + 1, points.count - 1)
        let share = rank - Double(below)
        return Int((Double(points[below].seconds) * (1 - share) + Double(points[above].seconds) * share).rounded())
    }

    private static let ticks = [
        (60, "1 min"), (600, "10 min"), (3_600, "1 h"), (21_600, "6 h"), (86_400, "1 d"), (604_800, "1 wk"),
        (2_592_000, "30 d"),
    ]

    /// From half a minute to 120 days.
    private static func place(_ seconds: Int) -> Double {
        let low = log(30.0)
        return (log(Double(max(30, seconds))) - low) / (log(10_368_000.0) - low)
    }

    private func words(_ seconds: Int) -> String {
        ReadableDuration.text(seconds: seconds)
    }
}
