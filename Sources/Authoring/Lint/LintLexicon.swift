/// The words that patterns refer to by class, and the people a text may name.
struct LintLexicon: Sendable {
    /// Lower-case words of known people, from the roster and the front matter.
    private let roster: Set<String>

    init(roster: [String] = []) {
        self.roster = Set(
            roster.flatMap { $0.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "'" }) }
                .map(String.init).filter { $0.count > 1 })
    }

    // MARK: People

    /// Marks the words of a block that name people or teams.
    func markPeople(in tokens: inout [LintToken]) {
        let hasAI = tokens.contains { Self.aiWords.contains($0.word) }
        var antecedent: PersonTraits = []
        for index in tokens.indices where tokens[index].kind == .word {
            let previous = index > 0 ? tokens[index - 1].word : ""
            var traits = self.traits(of: tokens[index], previous: previous, hasAI: hasAI)
            if tokens[index].word == "they" {
                // "They" is whoever was spoken of; where nothing was, it is people.
                traits = antecedent.isEmpty && tokens[index].sentence > 0 ? [] : .pronoun
            }
            if tokens[index].word == "who", Self.outsideNouns.contains(previous) { traits = [] }
            tokens[index].person = traits
            if !traits.isDisjoint(with: [.role, .team, .name]) { antecedent = traits }
        }
    }

    private func traits(of token: LintToken, previous: String, hasAI: Bool) -> PersonTraits {
        let word = token.word
        if let pronoun = Self.pronouns[word] { return pronoun }
        if token.isCapitalised, roster.contains(word) || GivenNames.all.contains(word) { return .name }
        if ["one", "body"].contains(word), ["no", "any", "some", "every"].contains(previous) { return .pronoun }
        if Self.teams.contains(word) {
            // Mid-sentence capitals name the product.
            return token.isCapitalised && word == "teams" && !previous.isEmpty ? [] : [.team]
        }
        if Self.roles.contains(word) {
            return word.hasPrefix("operator") && Self.softwareMakers.contains(previous) ? [] : .role
        }
        if Self.rolesAfter[word]?.contains(previous) == true { return .role }
        if Self.outsiders.contains(word) { return .outsider }
        if Self.aiWords.contains(word) { return .ai }
        if Self.aiHeads.contains(word), hasAI || Self.aiModifiers.contains(previous) { return .ai }
        return []
    }

    static let pronouns: [String: PersonTraits] = [
        "i": [.pronoun, .firstPerson], "we": [.pronoun, .firstPerson], "he": .pronoun, "she": .pronoun, "you": .pronoun,
        "who": .pronoun, "someone": .pronoun, "somebody": .pronoun, "anyone": .pronoun, "anybody": .pronoun,
        "everyone": .pronoun, "everybody": .pronoun, "nobody": .pronoun, "whoever": .pronoun, "him": .pronoun,
        "them": [],
    ]

    private static let teams: Set<String> = [
        "team", "teams", "squad", "squads", "crew", "crews", "department", "management", "leadership", "engineering",
        "staff", "shift", "ops", "devops", "sre", "sres", "dbas",
    ]

    private static let roles: Set<String> = Set(
        """
        engineer developer operator administrator admin sysadmin technician contractor consultant manager responder commander
        reviewer approver author committer maintainer deployer employee intern trainee apprentice colleague teammate coworker
        programmer coder dba on-call oncall on-caller pilot supervisor director analyst architect tester specialist officer
        dispatcher-on-duty graduate freshman newcomer owner expert person guy folk designer scientist researcher
        lead-engineer co-worker new-hire newhire individual executive dispatcher electrician nurse physician doctor guard
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap { [String($0), String($0) + "s"] }
    ).union(["people", "guys", "folks", "personnel", "sre-on-call", "on-calls", "devs", "dev", "human", "humans"])

    /// Words that are people only after certain others.
    private static let rolesAfter: [String: Set<String>] = [
        "lead": [
            "team", "tech", "technical", "shift", "incident", "project", "engineering", "communications", "release",
        ],
        "leads": ["team", "tech", "technical", "shift", "incident", "project", "engineering"],
        "hire": ["new", "recent"], "hires": ["new", "recent"], "member": ["team", "staff", "crew"],
        "members": ["team", "staff", "crew"], "worker": ["night", "shift", "field", "maintenance"],
        "workers": ["night", "shift", "field", "maintenance", "construction"],
        "support": ["customer", "technical", "the", ""],
        "call": ["on"], "dev": ["the", "a"], "author": ["the"], "writer": ["report"],
    ]

    /// Before "operator" these name software, a symbol or a company.
    private static let softwareMakers: Set<String> = [
        "kubernetes", "k8s", "etcd", "prometheus", "postgres", "strimzi", "helm", "cluster", "logical", "sql",
        "comparison",
        "ternary", "boolean", "and", "or", "not", "like", "data", "process", "resource", "object", "centre", "center",
        "network", "grid", "mobile", "cable", "facility",
    ]

    private static let outsiders: Set<String> = [
        "vendor", "vendors", "supplier", "suppliers", "provider", "providers", "subcontractor", "subcontractors",
        "agency",
    ]

    /// People whom an incident happens to; "users who forgot" tells of the product, not of its makers.
    private static let outsideNouns: Set<String> = [
        "user", "users", "customer", "customers", "client", "clients", "visitor", "visitors", "subscriber",
        "subscribers",
        "attacker", "attackers", "passengers", "patients", "drivers", "members", "those", "anyone", "everyone",
        "people",
    ]

    private static let aiWords: Set<String> = [
        "ai", "llm", "llms", "chatbot", "chatbots", "copilot", "chatgpt", "gpt", "gpt-4", "gpt-5", "claude", "gemini",
        "ai-assistant", "genai",
    ]
    private static let aiHeads: Set<String> = [
        "agent", "agents", "assistant", "assistants", "model", "models", "bot", "bots",
    ]
    private static let aiModifiers: Set<String> = [
        "coding", "language", "autonomous", "generative", "code", "support", "voice", "chat", "virtual",
    ]

    // MARK: Grammar

    static let determiners: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "our", "their", "his", "her", "its", "my", "your", "each",
        "every", "any", "some", "no", "one", "two", "three", "several", "many", "both", "another", "all", "which",
        "whose",
    ]
    static let prepositions: Set<String> = [
        "of", "on", "in", "for", "from", "at", "with", "by", "to", "within", "across", "behind", "under", "over",
        "into",
        "via", "through", "between", "during", "without", "inside", "onto", "about", "against", "near",
    ]
    static let conjunctions: Set<String> = ["and", "but", "or", "nor", "yet", "then", "so"]
    static let subordinators: Set<String> = [
        "that", "because", "when", "while", "after", "before", "since", "if", "which", "where", "until", "although",
        "though", "whereas", "as", "unless", "once", "whether", "how", "why", "what",
    ]
    static let auxiliaries: Set<String> = [
        "is", "was", "were", "are", "am", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will",
        "would",
        "can", "could", "may", "might", "shall", "should", "must", "'s", "'d",
    ]
    static let negations: Set<String> = ["not", "never"]
    static let quantifiers: Set<String> = [
        "one", "some", "many", "most", "several", "none", "each", "all", "any", "member", "members", "half", "both",
        "two",
        "three", "few",
    ]
    private static let adverbs: Set<String> = [
        "also", "again", "still", "even", "just", "simply", "never", "always", "often", "once", "twice", "then", "now",
        "soon",
        "ever", "almost", "all", "both", "later", "yet", "instead", "either", "too", "quite", "rather", "very", "so",
        "more",
        "first", "somehow", "apparently", "perhaps", "maybe", "only", "clearly", "best", "better", "well",
    ]
    private static let notAdverbs: Set<String> = [
        "reply", "supply", "apply", "assembly", "anomaly", "family", "july", "daily", "weekly", "hourly", "only",
        "early", "likely", "friendly", "multiply", "rely", "italy",
    ]

    static func isAdverb(_ word: String) -> Bool {
        adverbs.contains(word) || word.utf8.count > 4 && word.hasSuffix("ly") && !notAdverbs.contains(word)
    }

    /// Whether a word looks like a finite verb; nouns and adjectives in `-ed` count, so use it only to stop a walk.
    static func isVerbal(_ word: String) -> Bool {
        auxiliaries.contains(word) || Inflection.isPast(word)
    }

    /// Whether a word can follow a person who is a phrase of their own: "the engineer who", not "the engineer dashboard".
    static func endsPhrase(_ word: String) -> Bool {
        prepositions.contains(word) || conjunctions.contains(word) || subordinators.contains(word)
            || auxiliaries.contains(word) && word != "'s" || word == "who" || word == "not" || isVerbal(word)
            || word.hasSuffix("ing") || isAdverb(word) || classes["mind"]?.contains(word) == true
    }

    // MARK: Word classes

    /// The words of a class that a pattern names in braces; `nil` when there is none of that name.
    static func words(ofClass name: String) -> Set<String>? {
        classes[name]
    }

    private static func verbs(_ list: String) -> Set<String> {
        list.split(separator: " ").reduce(into: []) { $0.formUnion(Inflection.forms(of: String($1))) }
    }

    private static func pasts(_ list: String) -> Set<String> {
        list.split(separator: " ").reduce(into: []) { $0.formUnion(Inflection.pasts(of: String($1))) }
    }

    private static func nouns(_ list: String) -> Set<String> {
        list.split(separator: " ").reduce(into: []) { words, word in
            words.insert(String(word))
            words.insert(
                word.hasSuffix("y")
                    ? word.dropLast() + "ies"
                    : word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("ch") ? word + "es" : word + "s")
        }
    }

    private static let classes: [String: Set<String>] = [
        "neg": ["not", "never"],
        "be": ["is", "was", "were", "are", "am", "be", "been", "being", "'s"],
        // Work on words, checks and decisions: what people do, and machines do not.
        "process": pasts(
            "check test review communicate rush escalate document notice question challenge consult read verify validate announce notify tell ask warn discuss approve plan rehearse anticipate foresee prepare train practise practice coordinate supervise"
        ),
        "mind": verbs(
            "think bother check follow read notice test verify escalate understand know look realise realize ask tell communicate review document confirm validate consult care listen pay consider inspect question appreciate recognise recognize spot see report inform notify warn mention double-check"
        ),
        "prevention": pasts(
            "prevent avoid catch detect notice limit stop spot see find flag avert spare save foresee anticipate"),
        "harm": pasts(
            "delete break forget ignore misconfigure crash wipe drop corrupt destroy overwrite kill erase botch ruin cause nuke trash mangle leak expose disable skip bypass miss"
        ).subtracting(["broken", "forgotten", "overwritten"]),
        "accident": pasts("wipe break drop destroy crash kill corrupt nuke trash ruin erase obliterate").subtracting([
            "broken"
        ]),
        "warning": nouns("warning alert alarm sign signal page red-flag flag indicator symptom clue hint"),
        "norm": nouns(
            "policy procedure gate review runbook checklist process protocol rule guideline approval control safeguard standard instruction playbook sign-off step"
        ),
        "fault": nouns("mistake fault oversight error blunder slip-up negligence carelessness incompetence"),
        "mistake": nouns("mistake error blunder slip-up oversight miscalculation"),
        "judgement": nouns("decision judgement judgment choice call planning thinking discipline idea"),
        "unwise": [
            "poor", "bad", "wrong", "questionable", "terrible", "awful", "dubious", "misguided", "ill-advised",
            "unwise", "ill-considered", "reckless", "dreadful", "horrible", "foolish",
        ],
        "petty": [
            "rookie", "silly", "simple", "basic", "honest", "elementary", "schoolboy", "beginner", "beginner's",
            "amateur", "novice", "newbie", "dumb", "stupid", "careless",
        ],
        "rashly": [
            "blindly", "wrongly", "improperly", "incorrectly", "mistakenly", "hastily", "prematurely", "carelessly",
            "thoughtlessly", "unthinkingly", "foolishly", "needlessly", "inexplicably", "erroneously", "recklessly",
            "sloppily", "lazily",
        ],
        "carefully": [
            "looking", "testing", "checking", "reading", "thinking", "verifying", "asking", "reviewing", "considering",
            "understanding", "consulting", "telling", "validating", "bothering",
        ],
        "wilfully": [
            "explicitly", "knowingly", "deliberately", "wilfully", "willfully", "intentionally", "consciously",
            "brazenly",
        ],
        "cause": ["cause", "causes", "reason", "culprit"],
        "noone": ["nobody", "no-one", "noone"],
        "blamers": ["caused", "due", "because", "blamed", "attributed", "attributable", "owing", "thanks", "down"],
        "emotion": pasts("panic lie confess hallucinate deceive cheat").union([
            "panicked", "panics", "lies", "hallucinates", "hallucinating", "freaked", "panicking", "lying", "confesses",
        ]),
        "unit": nouns("second minute hour moment line click").union(["s", "min"]),
        "ainoun": [
            "ai", "agent", "assistant", "model", "chatbot", "copilot", "bot", "llm", "claude", "chatgpt", "gemini",
            "tool",
        ],
        "attention": [
            "attention", "care", "diligence", "ownership", "rigour", "rigor", "discipline", "professionalism",
            "vigilance", "competence", "commitment", "seriousness", "judgement", "judgment", "foresight",
        ],
        "contempt": Set(
            "careless carelessly carelessness reckless recklessly recklessness sloppy sloppily sloppiness negligent negligently negligence irresponsible irresponsibly irresponsibility incompetent incompetently incompetence unprofessional unprofessionally foolish foolishly foolishness stupid stupidly stupidity idiot idiots idiotic idiocy moron morons moronic amateurish amateurishly clueless cluelessly cluelessness hapless inept ineptly ineptitude thoughtless thoughtlessly thoughtlessness slapdash lackadaisical"
                .split(separator: " ").map(String.init)),
        "slack": ["lazy", "lax", "clumsy", "complacent", "slapdash", "lazily", "clumsily", "inattentive", "oblivious"],
        "handlers": [
            "code", "codes", "message", "messages", "handling", "handler", "rate", "rates", "budget", "budgets", "log",
            "logs", "page", "pages", "response", "responses", "report", "reports", "type", "types", "state", "count",
            "counts", "correction", "detection", "checking", "reporting", "tracking", "class", "classes", "object",
            "objects", "condition", "conditions", "-prone", "prone",
        ],
    ]
}
