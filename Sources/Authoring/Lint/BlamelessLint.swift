import Markup

/// Finds blameful wording and missing parts in postmortems.
///
/// ```swift
/// let findings = try BlamelessLint().findings(in: "The engineer failed to check.", path: "note.md")
/// findings.first?.rule     // "CF04"
/// findings.first?.excerpt  // "failed to"
/// ```
///
/// Only prose is read: code, addresses, front matter, HTML comments, block quotes and owner columns are not the
/// writer's account. Words inside quotation marks give at most one info for each quotation.
public struct BlamelessLint: Sendable {
    /// The rules in force, severities as configured.
    public let rules: [LintRule]
    let severities: [String: LintSeverity?]
    private let roster: [String]
    private let candidates: PatternIndex

    public init(rules: [LintRule] = LintRule.standard, configuration: LintConfiguration = .init()) {
        self.rules = (rules + configuration.extraRules).compactMap { rule in
            guard let change = configuration.severities[rule.id] else { return rule }
            guard let severity = change else { return nil }
            var changed = rule
            changed.severity = severity
            return changed
        }
        severities = configuration.severities
        roster = configuration.roster
        candidates = PatternIndex(self.rules)
    }

    /// How much of a text there is.
    public enum Scope: Sendable {
        /// A file; where it is a postmortem by its front matter or headings, missing parts are found too.
        case document
        /// A sentence or passage; only wording is looked at.
        case passage
    }

    /// What the rules have to say, in the order of the text; empty when there is nothing.
    ///
    /// - Parameter path: Repeated in every finding; nothing is read from it.
    /// - Throws: ``AuthoringError/unreadable(path:line:reason:)`` for front matter that is not YAML and for Markdown
    ///   that nests too deeply.
    public func findings(in text: String, path: String, scope: Scope = .document) throws -> [LintFinding] {
        let source = try LintSource(text, path: path)
        let named = ["responders", "authors", "author", "owner"].flatMap { source.frontMatter?[$0]?.strings ?? [] }
        let document = try LintDocument(source, lexicon: LintLexicon(roster: roster + named.filter(Self.isName)))
        var drafts = document.blocks.flatMap { wording(of: $0) }
        if scope == .document {
            drafts += Completeness(source: source, document: document).drafts.compactMap(configured)
        }
        var suppressions = SuppressionList(document.suppressions)
        drafts.removeAll { suppressions.covers($0) }
        drafts += suppressions.drafts(known: Set(rules.map(\.id)).union(Completeness.ids)).compactMap(configured)
        return drafts.map { $0.finding(in: source) }.sorted(by: Self.stand)
    }

    /// The order of the text; for one place, that of the rules' names.
    private static func stand(_ left: LintFinding, _ right: LintFinding) -> Bool {
        (left.line, left.column, left.rule, left.endLine, left.endColumn)
            < (right.line, right.column, right.rule, right.endLine, right.endColumn)
    }

    /// A finding that no ``LintRule`` makes, under the team's settings.
    private func configured(_ draft: LintDraft) -> LintDraft? {
        guard let change = severities[draft.rule] else { return draft }
        guard let severity = change else { return nil }
        var changed = draft
        changed.severity = severity
        return changed
    }

    private func wording(of block: LintBlock) -> [LintDraft] {
        hits(in: block).map { hit in
            LintDraft(
                rule: rules[hit.rule].id, severity: hit.severity, range: hit.range, message: rules[hit.rule].message,
                suggestion: rules[hit.rule].suggestion)
        }
    }

    /// "on-call responder 1" is a role, "Priya Nair" a name.
    private static func isName(_ author: String) -> Bool {
        author.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
            && author.contains(where: \.isLowercase)
    }

    // MARK: Matching

    private func hits(in block: LintBlock) -> [LintHit] {
        let tokens = block.tokens
        let matcher = PatternMatcher(tokens: tokens)
        let subjects = SubjectFinder(tokens: tokens)
        var hits: [LintHit] = []
        for index in tokens.indices where tokens[index].kind != .opaque {
            for candidate in candidates.candidates(for: tokens[index]) {
                let rule = rules[candidate.rule]
                guard speaks(rule, in: block.section), let end = matcher.match(candidate.pattern, at: index),
                    end > index, holds(candidate, rule, at: index, subjects),
                    !(rule.isSilencedByNegation && isDenied(index, tokens)),
                    !rule.traps.contains(where: { catches($0, index..<end, matcher) })
                else { continue }
                let range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
                hits.append(
                    LintHit(
                        rule: candidate.rule, severity: severity(rule, in: block.section), tokens: index..<end,
                        range: range,
                        quotation: tokens[index].quotation))
            }
        }
        return Self.settled(hits, tokens)
    }

    private func speaks(_ rule: LintRule, in section: LintSection) -> Bool {
        !rule.silentIn.contains(section) && (rule.onlyIn.isEmpty || rule.onlyIn.contains(section))
    }

    /// A timeline may name who did what.
    private func severity(_ rule: LintRule, in section: LintSection) -> LintSeverity {
        rule.subjects == .named && section == .timeline ? .info : rule.severity
    }

    private func holds(_ candidate: PatternIndex.Candidate, _ rule: LintRule, at index: Int, _ subjects: SubjectFinder)
        -> Bool
    {
        switch candidate.kind {
        case .phrase: true
        case .personAct: rule.accepts(subjects.subject(of: index))
        case .systemAct: subjects.subject(of: index).isDisjoint(with: .anyPerson)
        }
    }

    /// Whether a denial stands within 28 bytes before a hit, in its sentence.
    private func isDenied(_ index: Int, _ tokens: [LintToken]) -> Bool {
        let floor = tokens[index].range.lowerBound - 28
        var place = index - 1
        while place >= tokens[index].sentence, tokens[place].range.lowerBound >= floor {
            let next = tokens[place + 1].word
            switch tokens[place].word {
            case "no", "nobody", "none", "neither", "nor", "never", "no-one", "without", "non": return true
            case "not": if !["only", "just", "merely", "simply", "least"].contains(next) { return true }
            case "rather": if next == "than" { return true }
            case "instead": if next == "of" { return true }
            default: break
            }
            place -= 1
        }
        return false
    }

    private func catches(_ trap: LintPattern, _ hit: Range<Int>, _ matcher: PatternMatcher) -> Bool {
        let first = max(matcher.tokens[hit.lowerBound].sentence, hit.lowerBound - 12)
        for start in first...hit.upperBound where start < matcher.tokens.count {
            if let end = matcher.match(trap, at: start), end >= hit.lowerBound, end > start { return true }
        }
        return false
    }

    /// The strongest finding for each run of words, and at most one info for each quotation.
    private static func settled(_ hits: [LintHit], _ tokens: [LintToken]) -> [LintHit] {
        guard !hits.isEmpty else { return [] }
        let lengths = tokens.reduce(into: [Int: Int]()) { $0[$1.quotation, default: 0] += $1.kind == .word ? 1 : 0 }
        var taken = [Bool](repeating: false, count: tokens.count)
        var quoted: Set<Int> = []
        var result: [LintHit] = []
        for hit in hits.sorted(by: { $0.comesBefore($1) }) where !hit.tokens.contains(where: { taken[$0] }) {
            hit.tokens.forEach { taken[$0] = true }
            guard hit.quotation > 0 else {
                result.append(hit)
                continue
            }
            // A few quoted words mention a term, more of them are speech.
            guard lengths[hit.quotation, default: 0] > 4, quoted.insert(hit.quotation).inserted else { continue }
            var info = hit
            info.severity = .info
            result.append(info)
        }
        return result
    }
}
