import Reports

/// How probable a kind is in a sentence before anything was learned: what its cues are worth, less what weakens them.
///
/// Passages written for training hold many sentences that come close to a kind without stating it, more than reports do;
/// learned from alone they make the plainest words count against a kind. So learning starts from here and corrects a
/// little.
struct SentencePrior {
    /// What speaks for or against the cues of one kind.
    struct Signs: OptionSet {
        let rawValue: UInt16

        static let causal = Signs(rawValue: 1)
        static let wishNearby = Signs(rawValue: 2)
        /// A cue that needs a cause has none.
        static let lacksCause = Signs(rawValue: 4)
        static let excluded = Signs(rawValue: 8)
        static let past = Signs(rawValue: 16)
        /// The act answers the incident.
        static let response = Signs(rawValue: 32)
        /// It stands below the first alert or report of a timeline.
        static let afterDetection = Signs(rawValue: 64)
        static let heading = Signs(rawValue: 128)
    }

    /// How much of a second or third cue's weight counts beside the first: they often say the same.
    private static let echo = 0.35

    /// - Parameters:
    ///   - weights: Of the cues that count; none gives a small probability.
    static func probability(of kind: FactorKind, weights: [Double], section: Section, signs: Signs) -> Double {
        let ranked = weights.sorted(by: >)
        guard let first = ranked.first else { return 0.02 }
        let doubt = ranked.dropFirst().prefix(3).reduce(1 - first) { $0 * (1 - echo * $1) }
        return min(0.97, (1 - doubt) * share(of: kind, section: section, signs: signs))
    }

    private static func share(of kind: FactorKind, section: Section, signs: Signs) -> Double {
        var share = 1.0
        switch section {
        case .remedies, .helped, .background: share *= 0.5
        case .impact: share *= 0.8
        default: break
        }
        if signs.contains(.causal) { share *= 1.1 }
        if !signs.contains(.past) { share *= 0.75 }
        if signs.contains(.wishNearby) { share *= 0.7 }
        if signs.contains(.lacksCause) { share *= 0.8 }
        if signs.contains(.excluded) { share *= 0.3 }
        if signs.contains(.heading) { share *= 0.5 }
        if signs.contains(.response), isAct(kind) || kind == .automation || kind == .dataStore { share *= 0.6 }
        if signs.contains(.afterDetection), isAct(kind) { share *= 0.45 }
        return share
    }

    /// Kinds that are things people do, before an incident or in answer to it.
    private static func isAct(_ kind: FactorKind) -> Bool {
        switch kind {
        case .humanAction, .configurationChange, .deployment, .capacity: true
        default: false
        }
    }
}
