import Reports

/// One line of the rules.
struct Cue: Sendable {
    var id: Int
    var topic: CueTopic
    /// How far the cue alone goes towards certainty, 0…1.
    var weight: Double
    var flags: CueFlags
    /// Why it counts, in words.
    var reason: String
    var pattern: CuePattern
    /// Whether its own words hold a "not": that one denies nothing about it.
    var isNegative: Bool
    /// The pattern as the table spells it.
    var spelling: String
    /// Whether it is a general frame, which counts only as much as was learned.
    var isFrame: Bool
}

/// What a cue speaks to.
enum CueTopic: Hashable, Sendable {
    case factor(FactorKind)
    case scope(ScopeCue)

    /// The topic a table's `[section]` names; `nil` when there is none of that name.
    init?(_ section: String) {
        if let kind = FactorKind(rawValue: section) {
            self = .factor(kind)
        } else if let scope = ScopeCue(rawValue: section) {
            self = .scope(scope)
        } else {
            return nil
        }
    }
}

/// Words that change what the words around them mean.
enum ScopeCue: String, Sendable, CaseIterable {
    /// Denies what follows: "ruled out", "no evidence of".
    case denialBefore = "denial-before"
    /// Denies what comes before: "played no part".
    case denialAfter = "denial-after"
    /// A plain "not" or "no": what follows did not happen.
    case negation
    /// Offers what follows as possible: "may have been".
    case possibility
    /// Offers what comes before as possible: "is suspected".
    case possibilityAfter = "possibility-after"
    /// Told by nobody in particular: "reports suggested".
    case rumour
    /// Says who claims it: a vendor, insiders, a customer.
    case claim
    /// Settles it: "the company confirmed".
    case confirmation
    /// Turns from what was thought to what is so: "in fact", "it later turned out".
    case correction
    /// Something to do or wish for, not something that was.
    case remedy
    /// A condition or general truth, not an event.
    case hypothetical
    /// Another incident than this one.
    case elsewhere
    /// What kept it smaller.
    case helped
    /// Ties a cause to an effect.
    case causal
    /// Shows that the text is about something that went wrong.
    case incident
    /// Shows that the text announces, explains or instructs.
    case notice
    /// Makes AI a subject of the text.
    case ai
    /// The AI only informs or drafts; people decide.
    case assistive
    /// The AI acts by itself.
    case autonomous
    /// AI blamed, in general terms: by rumour, press or insiders.
    case blame
    /// Ties a cause that follows to an effect before it: "due to".
    case causeFollows = "cause-follows"
    /// Ties a cause that stands before to its effect: "led to".
    case causePrecedes = "cause-precedes"
    /// An act that answers the incident, or its purpose: "to restore service".
    case response
    /// Somebody or something saw that there was a problem.
    case found
    /// Tells of what is over.
    case past
    /// Speaks to its reader.
    case reader
}

/// What a cue needs beside its words, or brings with it.
struct CueFlags: OptionSet, Sendable {
    let rawValue: UInt16

    /// `t`: set the incident off.
    static let trigger = CueFlags(rawValue: 1)
    /// `h`: slowed detection or repair.
    static let hindered = CueFlags(rawValue: 2)
    /// `a`: counts only where the text speaks of AI.
    static let needsAI = CueFlags(rawValue: 4)
    /// `c`: counts only in a sentence that ties cause and effect.
    static let needsCause = CueFlags(rawValue: 8)
    /// `g`: states a gap at the time; holds inside remedies, and its own "no" is no denial.
    static let gap = CueFlags(rawValue: 16)
    /// `x`: takes away: no factor of this kind from this sentence.
    static let excludes = CueFlags(rawValue: 32)
    /// `n`: an act that is the answer to the incident unless the sentence ties it to harm.
    static let response = CueFlags(rawValue: 64)
    /// `d`: says by itself that the factor is denied.
    static let denies = CueFlags(rawValue: 128)
    /// `s`: says by itself that the factor is only suspected.
    static let suspects = CueFlags(rawValue: 256)
    /// `f`: counts only in an account of what happened: a summary, cause or title.
    static let front = CueFlags(rawValue: 512)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init?(_ letters: Substring) {
        let known: [Character: CueFlags] = [
            "t": .trigger, "h": .hindered, "a": .needsAI, "c": .needsCause, "g": .gap, "x": .excludes, "n": .response,
            "d": .denies, "s": .suspects, "f": .front,
        ]
        self = []
        for letter in letters {
            guard let flag = known[letter] else { return nil }
            insert(flag)
        }
    }
}
