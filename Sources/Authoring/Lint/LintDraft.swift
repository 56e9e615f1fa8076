/// A finding before its place is counted out in lines and columns.
struct LintDraft {
    var rule: String
    var severity: LintSeverity
    /// Bytes of the file.
    var range: Range<Int>
    var message: String
    var suggestion: String

    func finding(in source: LintSource) -> LintFinding {
        LintFinding(
            path: source.path, rule: rule, severity: severity, range: source.range(range),
            excerpt: source.excerpt(range),
            message: message, suggestion: suggestion)
    }
}

/// Where a rule's pattern matched in a block.
struct LintHit {
    /// Index into the rules in force.
    var rule: Int
    var severity: LintSeverity
    var tokens: Range<Int>
    var range: Range<Int>
    var quotation: Int

    /// The stronger first, then the earlier, then the longer.
    func comesBefore(_ other: LintHit) -> Bool {
        if severity != other.severity { return severity > other.severity }
        if tokens.lowerBound != other.tokens.lowerBound { return tokens.lowerBound < other.tokens.lowerBound }
        if tokens.count != other.tokens.count { return tokens.count > other.tokens.count }
        return rule < other.rule
    }
}

/// The rules' patterns by the word that must come first, so that a text costs one look-up for each of its words.
struct PatternIndex: Sendable {
    struct Candidate: Sendable {
        var rule: Int
        var kind: Kind
        var pattern: LintPattern
    }

    enum Kind: Sendable {
        case phrase, personAct, systemAct
    }

    private var byWord: [String: [Candidate]] = [:]
    private var byPerson: [Candidate] = []
    private var byMark: [Candidate] = []

    init(_ rules: [LintRule]) {
        for (number, rule) in rules.enumerated() {
            for pattern in rule.phrases { add(Candidate(rule: number, kind: .phrase, pattern: pattern)) }
            for pattern in rule.personActs { add(Candidate(rule: number, kind: .personAct, pattern: pattern)) }
            for pattern in rule.systemActs { add(Candidate(rule: number, kind: .systemAct, pattern: pattern)) }
        }
    }

    private mutating func add(_ candidate: Candidate) {
        // Words that may be there before the first that must be are none of the match's business.
        var candidate = candidate
        candidate.pattern = candidate.pattern.withoutOptionalHead
        switch candidate.pattern.anchor {
        case .words(let words)?: for word in words { byWord[word, default: []].append(candidate) }
        case .person?: byPerson.append(candidate)
        case .handle?, .email?: byMark.append(candidate)
        default: preconditionFailure("the pattern '\(candidate.pattern.text)' has no anchor")
        }
    }

    func candidates(for token: LintToken) -> [Candidate] {
        let named = byWord[token.word] ?? []
        if token.kind == .handle || token.kind == .email { return byMark }
        return token.person.isEmpty ? named : named + byPerson
    }
}

extension LintPattern {
    /// The test of the first word that must be there.
    var anchor: Test? {
        elements.first { $0.test != .start && !$0.isOptional }?.test
    }

    var withoutOptionalHead: LintPattern {
        var elements = elements[...]
        while let first = elements.first, first.isOptional { elements.removeFirst() }
        return LintPattern(text: text, elements: Array(elements))
    }

    private init(text: String, elements: [Element]) {
        self.text = text
        self.elements = elements
    }
}
