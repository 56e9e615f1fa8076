import Reports

/// What one cue in one sentence says about a factor, with its surroundings taken into account.
struct Finding {
    /// Who stands behind a statement, the best source last.
    enum Source: Int, Comparable {
        /// Nobody in particular: rumour, social media, speculation.
        case rumour
        /// A named or described claimant other than the one who would know: insiders, customers, the press.
        case claimant
        /// The vendor, a regulator or another body that answers for what it says.
        case authority
        /// The report's own voice.
        case report

        static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
    }

    var kind: FactorKind
    var field: Evidence.Field
    var range: Range<Int>
    /// The sentence's place in the report.
    var order: Int
    var cue: Int
    var weight: Double
    var stance: Stance
    var source: Source
    var by: String?
    var isTrigger: Bool
    var isHindering: Bool
    /// How probable the kind is in the sentence by itself; with no learned weights, that of its cue.
    var probability = 1.0
    /// Whether it stands in a heading or title, which names a thing and states nothing.
    var isHeading = false
    /// Whether a general frame found it; its weight is then what was learned of the sentence.
    var isFrame = false
    /// Whether it follows from the whole story and not from its words alone.
    var isSettling = false
    /// Whether it denies what was said before without naming it.
    var isReferring = false

    /// How much it is worth as a quote: what was learned of its sentence, and a cue that counts by itself at least half of
    /// its weight.
    var strength: Double { isFrame ? probability : max(probability, weight / 2) }

    /// Its place among all findings; what refers back stands after what it refers to.
    var place: Int { order * 2 + (isReferring ? 1 : 0) }
}
