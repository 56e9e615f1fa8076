import Reports

/// Why a kind was suggested for a report, or was not.
public struct FactorExplanation: Equatable, Sendable {
    /// What adds to or takes from a probability: its value in this text times its learned weight.
    public struct Feature: Equatable, Sendable {
        public var name: String
        public var value: Double
        public var weight: Double
        /// On the scale of log-odds.
        public var contribution: Double { value * weight }
    }

    /// Words that change what a cue means.
    public struct Scope: Equatable, Sendable {
        /// What they do to it, such as `negates` or `attributes`.
        public var effect: String
        public var words: String
        /// How many words lie between them and the cue; 0 where they overlap or touch.
        public var distance: Int
        public var isBefore: Bool
    }

    /// A cue in a sentence.
    public struct Signal: Equatable, Sendable {
        public var evidence: Evidence
        /// The part of the report, such as `summary`.
        public var section: String
        /// The words that the cue matched.
        public var cue: String
        /// The cue as the rules spell it.
        public var pattern: String
        /// Why it counts, in the rules' own words.
        public var reason: String
        /// Its weight by hand, 0…1; a frame's counts only as far as was learned.
        public var weight: Double
        public var isFrame: Bool
        /// What it says here; `nil` when it does not count.
        public var stance: Stance?
        public var scopes: [Scope]
        /// How probable it is that the sentence tells of the kind; `nil` without learned weights.
        public var probability: Double?
        /// What the cues add to that probability, the largest first.
        public var features: [Feature]
        /// The words of the sentence that speak for the kind, with or without a cue, the strongest first.
        public var words: [Feature]
    }

    public var kind: FactorKind
    /// The suggestion; `nil` when there is none.
    public var factor: ContributingFactor?
    /// How probable the learned weights find it that the kind plays a part; `nil` without them.
    public var probability: Double?
    /// The same by the cues alone and by the words alone, of which the probability is made; `nil` where nothing was learned.
    public var byCues: Double?
    public var byWords: Double?
    /// The least such probability at which a kind is suggested.
    public var threshold: Double
    /// What made the probability by cues, the largest first.
    public var features: [Feature]
    /// The sentences that speak of it, strongest first.
    public var signals: [Signal]

    /// Whether the cues settle it and not the learned weights: a denial, a rumour, a story told as a whole. The
    /// suggestion's confidence is then theirs.
    public var isSettledByCues: Bool {
        guard let factor else { return false }
        return probability.map { abs($0 - factor.confidence) > 0.001 } ?? true
    }
}

extension FactorExplanation {
    /// An entry of `explanations`.
    public var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)), ("suggested", .bool(factor != nil)),
            ("stance", .string(factor?.stance.rawValue)), ("role", .string(factor?.role.rawValue)),
            ("confidence", .double(factor?.confidence)),
            ("probability", .double(probability.map(Self.rounded))),
            ("by_cues", .double(byCues.map(Self.rounded))),
            ("by_words", .double(byWords.map(Self.rounded))),
            ("threshold", .double(threshold)), ("settled_by_cues", .bool(isSettledByCues)),
            ("features", .array(features.map(\.json))), ("signals", .array(signals.map(\.json))),
        ])
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension FactorExplanation.Feature {
    var json: JSONValue {
        .object([
            ("name", .string(name)), ("value", .double(FactorExplanation.rounded(value))),
            ("weight", .double(FactorExplanation.rounded(weight))),
            ("contribution", .double(FactorExplanation.rounded(contribution))),
        ])
    }
}

extension FactorExplanation.Signal {
    var json: JSONValue {
        .object([
            ("evidence", evidence.json), ("section", .string(section)), ("cue", .string(cue)),
            ("pattern", .string(pattern)), ("reason", .string(reason)), ("weight", .double(weight)),
            ("frame", .bool(isFrame)), ("counts", .bool(stance != nil)), ("stance", .string(stance?.rawValue)),
            (
                "scopes",
                .array(
                    scopes.map {
                        .object([
                            ("effect", .string($0.effect)), ("words", .string($0.words)),
                            ("distance", .int($0.distance)), ("before", .bool($0.isBefore)),
                        ])
                    })
            ),
            ("probability", .double(probability.map(FactorExplanation.rounded))),
            ("features", .array(features.map(\.json))), ("words", .array(words.map(\.json))),
        ])
    }
}
