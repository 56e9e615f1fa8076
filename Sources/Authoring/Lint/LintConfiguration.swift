import Markup

/// What a team changes about the standard rules.
///
/// ```yaml
/// lint:
///   rules: {CM01n: off, HS05: warning}
///   extra:
///     - id: ACME01
///       phrases: ["war room"]
///       message: is a name we dropped
///       suggestion: Write “incident call”.
/// roster: [Priya Nair, {name: Jonas Weber, role: duty engineer}]
/// ```
public struct LintConfiguration: Equatable, Sendable {
    /// A severity for a rule's id; `nil` switches the rule off.
    public var severities: [String: LintSeverity?]
    /// Names of people whom texts may mention.
    public var roster: [String]
    public var extraRules: [LintRule]

    public init(severities: [String: LintSeverity?] = [:], roster: [String] = [], extraRules: [LintRule] = []) {
        self.severities = severities
        self.roster = roster
        self.extraRules = extraRules
    }

    /// Reads the `lint` and `roster` keys of a whole `postmortem.yml`; absent keys change nothing.
    ///
    /// - Throws: ``AuthoringError/badSetting(key:reason:)``.
    public init(yaml: YAMLValue) throws {
        self.init()
        roster = (yaml["roster"]?.list ?? []).compactMap { $0.string ?? $0["name"]?.string }
        let settings = yaml["lint"] ?? .null
        roster += settings["roster"]?.strings ?? []
        for (id, value) in (settings["rules"]?.mapping ?? [:]).sorted(by: { $0.key < $1.key }) {
            severities[id] = .some(try Self.severity(value, key: "lint.rules.\(id)"))
        }
        for (index, value) in (settings["extra"]?.list ?? []).enumerated() {
            extraRules.append(try Self.rule(value, key: "lint.extra[\(index)]"))
        }
    }

    /// Ids given a severity that no rule has, sorted: misspellings that would otherwise go unnoticed.
    public var unknownRules: [String] {
        let known = Set(LintRule.standard.map(\.id) + extraRules.map(\.id) + Completeness.ids)
        return severities.keys.filter { !known.contains($0) }.sorted()
    }

    private static func severity(_ value: YAMLValue, key: String) throws -> LintSeverity? {
        if value.bool == false || value.string == "off" { return nil }
        guard let severity = value.string.flatMap(LintSeverity.init(rawValue:)) else {
            throw AuthoringError.badSetting(
                key: key, reason: "'\(value.string ?? "")' is no severity; write off, info, warning or error")
        }
        return severity
    }

    private static func rule(_ value: YAMLValue, key: String) throws -> LintRule {
        guard let id = value["id"]?.string, let message = value["message"]?.string else {
            throw AuthoringError.badSetting(key: key, reason: "a rule needs an id and a message")
        }
        let severity = try value["severity"].flatMap { try Self.severity($0, key: "\(key).severity") } ?? .warning
        let rule = LintRule(
            id, severity, .house, phrases: try patterns(value["phrases"], key: "\(key).phrases"),
            personActs: try patterns(value["person_acts"], key: "\(key).person_acts"),
            traps: try patterns(value["traps"], key: "\(key).traps"),
            isSilencedByNegation: value["silenced_by_negation"]?.bool ?? false, message: message,
            suggestion: value["suggestion"]?.string ?? "")
        guard !(rule.phrases + rule.personActs).isEmpty else {
            throw AuthoringError.badSetting(key: key, reason: "the rule looks for nothing; give phrases or person_acts")
        }
        return rule
    }

    private static func patterns(_ value: YAMLValue?, key: String) throws -> [LintPattern] {
        try (value?.strings ?? []).map { text in
            guard let pattern = LintPattern(text.lowercased()) else {
                throw AuthoringError.badSetting(
                    key: key,
                    reason: "'\(text)' is no pattern; write words, 'a/b' for alternatives, 'verb~' for its forms")
            }
            return pattern
        }
    }
}
