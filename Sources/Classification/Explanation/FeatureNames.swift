import Reports

/// What the places of the learned weights stand for, in words.
///
/// Follows ``FeatureLayout`` and ``DocumentScoring``; a test holds the two against each other.
struct FeatureNames {
    private let layout: FeatureLayout
    private let cues: [Cue]

    init(lexicon: CueLexicon) {
        cues = lexicon.cues
        layout = FeatureLayout(cueCount: lexicon.cues.count)
    }

    private static func kind(_ place: Int) -> String { FactorKind.allCases[place % FactorKind.allCases.count].rawValue }

    private static let relations = [
        "wished for or assumed", "near a wish or assumption", "of another incident", "rumoured", "told by insiders",
        "claimed by somebody", "denied", "negated", "possible only", "kept it smaller", "where the cause stands",
        "where the effect stands",
    ]
    private static let misc = [
        "words that take the kind away", "needs a cause and has none", "a gap that does not count", "does not count",
        "no cue counts", "what the cues are worth by hand", "number of cues", "cues together", "ties cause and effect",
        "the next sentence speaks of it too", "base rate", "early in the text", "after the detection",
    ]

    /// Of a feature of a sentence.
    func sentence(_ place: Int) -> String {
        func within(_ start: Int, _ end: Int) -> Int? { (start..<end).contains(place) ? place - start : nil }
        if place < cues.count { return "cue “\(cues[place].spelling)”" }
        if let at = within(layout.kind, layout.kindSection) { return "kind \(Self.kind(at))" }
        if let at = within(layout.kindSection, layout.kindCausal) {
            return "\(Self.kind(at / Section.count)) in \(Section.name(at % Section.count))"
        }
        if let at = within(layout.kindCausal, layout.section) { return "\(Self.kind(at)) tied to an effect" }
        if let at = within(layout.section, layout.relation) { return "in \(Section.name(at))" }
        if let at = within(layout.relation, layout.wish) { return Self.name(at, of: Self.relations) }
        if let at = within(layout.wish, layout.wishGap) {
            return "\(Self.name(at / Section.count, of: Self.relations)), in \(Section.name(at % Section.count))"
        }
        if let at = within(layout.wishGap, layout.length) {
            return "\(Self.name(at / 2, of: Self.relations)), \(at % 2 == 1 ? "a gap" : "no gap")"
        }
        if let at = within(layout.length, layout.other) { return "length, step \(at + 1) of 6" }
        if let at = within(layout.other, layout.scope) { return "beside \(Self.kind(at))" }
        let scopes = ScopeCue.allCases.map(\.rawValue)
        if let at = within(layout.scope, layout.scopeKind) { return "\(Self.name(at, of: scopes)) in the sentence" }
        if let at = within(layout.scopeKind, layout.misc) {
            return
                "\(Self.name(at / 2, of: scopes)) in the sentence, \(at % 2 == 1 ? "of a defence" : "of another kind")"
        }
        if let at = within(layout.misc, layout.kindCause) { return Self.name(at, of: Self.misc) }
        if let at = within(layout.kindCause, layout.width) {
            let groups = [
                "where the cause stands", "where the effect stands", "in an answer to it", "after the detection",
                "in the past",
            ]
            return "\(Self.kind(at)) \(Self.name(at / FactorKind.allCases.count, of: groups))"
        }
        return "feature \(place)"
    }

    private static let values = [
        "sentences together", "strongest sentence", "second sentence", "third sentence", "strongest in the account",
        "odds of the strongest", "sum by length", "sum", "cues by hand", "odds of cues by hand",
        "share among the kinds",
        "distance to the first kind", "an AI kind in a text about AI", "the other AI kind",
    ]
    private static let parts = [
        "title", "summary", "causes", "timeline", "elsewhere", "remedies", "detection and resolution",
    ]

    /// How many features of a report have a name here.
    static let documentCount = values.count + 36 + 18 * 18 + parts.count

    /// Of a feature of a whole report.
    static func document(_ place: Int) -> String {
        let kinds = FactorKind.allCases.count
        var at = place
        if at < values.count { return values[at] }
        at -= values.count
        if at < kinds { return "base rate of \(kind(at))" }
        at -= kinds
        if at < kinds { return "strongest sentence, as \(kind(at))" }
        at -= kinds
        if at < kinds * kinds { return "beside \(kind(at))" }
        at -= kinds * kinds
        return at < parts.count ? "strongest in: \(parts[at])" : "feature \(place)"
    }

    private static func name(_ place: Int, of names: [String]) -> String {
        names.indices.contains(place) ? names[place] : "feature \(place)"
    }
}

extension Section {
    /// What a reader calls the part with this ordinal.
    static func name(_ ordinal: Int) -> String {
        let names = [
            "title", "summary", "timeline", "causes", "impact", "detection", "resolution", "elsewhere", "remedies",
            "what helped", "background", "references",
        ]
        return names.indices.contains(ordinal) ? names[ordinal] : "part \(ordinal)"
    }
}
