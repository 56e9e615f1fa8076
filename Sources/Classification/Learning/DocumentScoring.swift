import Reports

/// Combines the sentences of a report into one probability a kind.
struct DocumentScoring {
    /// One sentence's probability for one kind.
    struct Score {
        var order: Int
        var kind: FactorKind
        var probability: Double
    }

    static let width = 14 + 18 * 2 + 18 * 18 + parts.count

    /// The parts of a report whose strongest sentence counts by itself.
    private static let parts: [[Section]] = [
        [.title], [.summary], [.causes], [.timeline], [.other], [.remedies], [.detection, .resolution],
    ]

    /// What the report's sentences say about each kind, in the order of the taxonomy.
    ///
    /// - Parameter joint: What the cues that count by their own weight say together, by kind.
    static func rows(
        _ scores: [Score], sentences: [MarkedSentence], joint: [FactorKind: Double], speaksOfAI: Bool
    ) -> [SparseRow] {
        var byKind: [FactorKind: [Score]] = [:]
        for score in scores { byKind[score.kind, default: []].append(score) }
        let together = FactorKind.allCases.map { kind in
            1 - (byKind[kind] ?? []).map(\.probability).sorted(by: >).prefix(6).reduce(1) { $0 * (1 - $1) }
        }
        let strongest = FactorKind.allCases.map { (byKind[$0] ?? []).map(\.probability).max() ?? 0 }
        let total = together.reduce(0.1, +)
        let highest = together.max() ?? 0
        return FactorKind.allCases.enumerated().map { index, kind in
            let found = byKind[kind] ?? []
            let top = found.map(\.probability).sorted(by: >) + [0, 0, 0]
            let front =
                found.filter { $0.order < 4 || sentences[$0.order].sentence.section.opensAccount }
                .map(\.probability).max() ?? 0
            let sum = found.reduce(0) { $0 + $1.probability }
            let hand = joint[kind] ?? 0
            var row = SparseRow()
            let values = [
                together[index], top[0], top[1], top[2], front, logit(top[0]),
                sum / Double(max(sentences.count, 1)).squareRoot(), sum / (1 + sum), hand, logit(hand),
                together[index] / total, together[index] - highest,
                kind.family == .ai && speaksOfAI ? 1 : 0,
                kind == .assistiveAIMisunderstanding ? together[3] : kind == .autonomousAIAction ? together[2] : 0,
            ]
            for (place, value) in values.enumerated() { row.add(place, value) }
            row.add(14 + index)
            row.add(14 + 18 + index, top[0])
            // Kinds keep company: an agent that acts alone seldom comes without a missing safeguard.
            for (other, value) in strongest.enumerated() where other != index {
                row.add(14 + 36 + index * 18 + other, value)
            }
            for (place, part) in parts.enumerated() {
                let inside = found.filter { part.contains(sentences[$0.order].sentence.section) }
                row.add(14 + 36 + 18 * 18 + place, inside.map(\.probability).max() ?? 0)
            }
            return row
        }
    }

    /// A probability on a scale where the ends are as far apart as they mean to be; -1…1.
    static func logit(_ probability: Double) -> Double {
        // A rational stand-in for the logarithm of the odds: monotone, and the same on every machine.
        let odds = (probability + 0.02) / (1.02 - probability)
        return (odds - 1) / (odds + 1 + 2 * odds.squareRoot()) * 1.2
    }
}
