/// One thing a postmortem is better without, as data: what to look for, what not to mind, what to say.
public struct LintRule: Hashable, Sendable {
    /// The catalogue's id, such as `CF01`.
    public var id: String
    public var severity: LintSeverity
    public var group: Group
    /// Word runs that count whatever their subject.
    public var phrases: [LintPattern]
    /// Word runs that count only when a person is their subject: "failed to" of an engineer, not of a job.
    public var personActs: [LintPattern]
    /// Word runs that count only when their subject is no person.
    public var systemActs: [LintPattern]
    /// Which people count as subject of `personActs`.
    public var subjects: Subjects
    /// Word runs that make a match harmless when they overlap or touch it.
    public var traps: [LintPattern]
    /// Whether a denial just before ("no", "nobody", "rather than") makes it harmless.
    public var isSilencedByNegation: Bool
    /// Sections in which it holds its tongue.
    public var silentIn: Set<LintSection>
    /// The only sections in which it speaks; empty for all.
    public var onlyIn: Set<LintSection>
    public var message: String
    public var suggestion: String

    /// The catalogue's groups.
    public enum Group: String, Sendable, CaseIterable {
        case counterfactual, hindsight
        case normativeJudgement = "normative judgement"
        case humanAsCause = "human as cause"
        case agentIdentification = "agent identification"
        case causeModel = "cause model"
        case evidence
        case completeness
        case house
    }

    public enum Subjects: String, Sendable {
        /// Roles, teams, pronouns and names.
        case people
        /// Roles alone, pronouns and teams not.
        case roles
        case teams, named
        /// AI agents and assistants.
        case ai
        /// People, but not the writer: "I" and "we" may say so of themselves.
        case others
        /// People and outside organisations.
        case peopleOrSuppliers
    }

    public init(
        _ id: String, _ severity: LintSeverity, _ group: Group, phrases: [LintPattern] = [],
        personActs: [LintPattern] = [], systemActs: [LintPattern] = [], subjects: Subjects = .people,
        traps: [LintPattern] = [], isSilencedByNegation: Bool = false, silentIn: Set<LintSection> = [],
        onlyIn: Set<LintSection> = [], message: String, suggestion: String
    ) {
        self.id = id
        self.severity = severity
        self.group = group
        self.phrases = phrases
        self.personActs = personActs
        self.systemActs = systemActs
        self.subjects = subjects
        self.traps = traps
        self.isSilencedByNegation = isSilencedByNegation
        self.silentIn = silentIn
        self.onlyIn = onlyIn
        self.message = message
        self.suggestion = suggestion
    }

    func accepts(_ traits: PersonTraits) -> Bool {
        switch subjects {
        case .people: !traits.isDisjoint(with: .anyPerson)
        case .roles: traits.contains(.role)
        case .teams: !traits.isDisjoint(with: [.team, .outsider])
        case .named: traits.contains(.name)
        case .ai: traits.contains(.ai)
        case .others: !traits.isDisjoint(with: .anyPerson) && !traits.contains(.firstPerson)
        case .peopleOrSuppliers: !traits.isDisjoint(with: PersonTraits.anyPerson.union(.outsider))
        }
    }
}

/// The part of a postmortem a block stands in, told from the headings above it.
public enum LintSection: String, Sendable, CaseIterable {
    case other, summary, impact, timeline, factors, resolution, actions, lessons

    /// The section a heading opens; `nil` for a heading that names none.
    static func named(_ heading: String) -> LintSection? {
        let words = heading.lowercased()
        return names.first { $0.words.contains { words.contains($0) } }?.section
    }

    private static let names: [(section: LintSection, words: [String])] = [
        (
            .actions,
            [
                "action item", "actions", "follow-up", "follow up", "followup", "next steps", "remediation item",
                "what changed", "what will change", "corrective",
            ]
        ),
        (.timeline, ["timeline", "chronology", "sequence of events", "what happened, in order"]),
        (
            .lessons,
            [
                "lesson", "what went", "went well", "went badly", "learn", "lucky", "surprised", "gone better",
                "reflection",
            ]
        ),
        (.factors, ["factor", "cause", "made it possible", "conditions", "trigger", "why it happened", "enablers"]),
        (.impact, ["impact", "effect on", "who was affected", "what was affected"]),
        (.resolution, ["resolution", "recovery", "mitigation", "response", "what helped"]),
        (.summary, ["summary", "overview", "abstract", "at a glance", "tl;dr", "what happened"]),
    ]
}
