import Reports

/// Findings as a SARIF 2.1.0 log (OASIS), with the rules that speak in it described.
struct SARIF {
    let text: String

    init(_ findings: [LintFinding], rules: [LintRule]) {
        let descriptors = Self.descriptors(findings, rules)
        let indices = Dictionary(uniqueKeysWithValues: descriptors.enumerated().map { ($1.id, $0) })
        let driver = JSONValue.object([
            ("name", .string("postmortem lint")),
            ("rules", .array(descriptors.map(\.json))),
        ])
        let run = JSONValue.object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(findings.map { Self.result($0, index: indices[$0.rule] ?? -1) })),
        ])
        text =
            JSONValue.object([
                ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
                ("runs", .array([run])),
            ]).text + "\n"
    }

    private struct Descriptor {
        var id: String
        var json: JSONValue
    }

    /// Every rule in force, then those that only findings know of, such as `section-missing`.
    private static func descriptors(_ findings: [LintFinding], _ rules: [LintRule]) -> [Descriptor] {
        var seen: Set<String> = []
        var result: [Descriptor] = []
        for rule in rules where seen.insert(rule.id).inserted {
            result.append(
                descriptor(rule.id, rule.severity, message: rule.message, help: rule.suggestion, group: rule.group))
        }
        for finding in findings.sorted(by: { $0.rule < $1.rule }) where seen.insert(finding.rule).inserted {
            result.append(
                descriptor(
                    finding.rule, finding.severity, message: finding.message, help: finding.suggestion,
                    group: .completeness))
        }
        return result
    }

    private static func descriptor(
        _ id: String, _ severity: LintSeverity, message: String, help: String, group: LintRule.Group
    ) -> Descriptor {
        var members: [(String, JSONValue)] = [
            ("id", .string(id)),
            ("shortDescription", .object([("text", .string("The wording \(message)."))])),
            ("defaultConfiguration", .object([("level", .string(level(severity)))])),
            ("properties", .object([("tags", .array([.string(group.rawValue)]))])),
        ]
        if !help.isEmpty { members.insert(("help", .object([("text", .string(help))])), at: 2) }
        return Descriptor(id: id, json: .object(members))
    }

    private static func result(_ finding: LintFinding, index: Int) -> JSONValue {
        .object([
            ("ruleId", .string(finding.rule)),
            ("ruleIndex", .int(index)),
            ("level", .string(level(finding.severity))),
            ("message", .object([("text", .string("“\(finding.excerpt)” \(finding.message). \(finding.suggestion)"))])),
            ("locations", .array([.object([("physicalLocation", location(finding))])])),
        ])
    }

    private static func location(_ finding: LintFinding) -> JSONValue {
        .object([
            ("artifactLocation", .object([("uri", .string(uri(finding.path)))])),
            (
                "region",
                .object([
                    ("startLine", .int(finding.line)), ("startColumn", .int(finding.column)),
                    ("endLine", .int(finding.endLine)),
                    ("endColumn", .int(finding.endColumn)), ("snippet", .object([("text", .string(finding.excerpt))])),
                ])
            ),
        ])
    }

    private static func level(_ severity: LintSeverity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// A path as a URI reference (RFC 3986); a colon in a first segment would read as a scheme.
    private static func uri(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count < 2 ? "0" : "") + hex
            }
        }
        return result
    }
}
