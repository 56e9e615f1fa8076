import Reports

/// Findings as text that people, editors and pipelines read. Every form ends in a line end unless it is empty.
public enum LintOutput: String, Sendable, CaseIterable {
    case text, json, sarif, github, rdjson

    /// The findings in this form, in the order given.
    ///
    /// - Parameter rules: The rules in force; SARIF describes them.
    public func render(_ findings: [LintFinding], rules: [LintRule] = LintRule.standard) -> String {
        switch self {
        case .text: findings.map(Self.text).joined()
        case .json: findings.map { $0.json.text + "\n" }.joined()
        case .sarif: SARIF(findings, rules: rules).text
        case .github: findings.map(Self.github).joined()
        case .rdjson: Self.rdjson(findings)
        }
    }

    /// `report.md:14:5: warning: CF01: “should have checked” says …`, and what to do about it below.
    private static func text(_ finding: LintFinding) -> String {
        let place = "\(printable(finding.path)):\(finding.line):\(finding.column)"
        var line =
            "\(place): \(finding.severity.rawValue): \(finding.rule): “\(shortened(finding.excerpt))” \(finding.message)\n"
        if !finding.suggestion.isEmpty { line += "    \(finding.suggestion)\n" }
        return line
    }

    /// A report may hold terminal control codes; nobody should meet them in a listing.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }

    private static func shortened(_ excerpt: String) -> String {
        let text = printable(excerpt)
        return text.count > 60 ? text.prefix(59) + "…" : text
    }

    // MARK: GitHub

    /// A workflow command; see GitHub's "Workflow commands for GitHub Actions".
    private static func github(_ finding: LintFinding) -> String {
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .info: "notice"
            }
        var properties = "file=\(escapedProperty(finding.path)),line=\(finding.line),endLine=\(finding.endLine)"
        // Columns are only allowed within one line, and GitHub's end is the last one, not the one after it.
        if finding.line == finding.endLine {
            properties += ",col=\(finding.column),endColumn=\(max(finding.column, finding.endColumn - 1))"
        }
        properties += ",title=\(escapedProperty(finding.rule))"
        let message = "“\(shortened(finding.excerpt))” \(finding.message). \(finding.suggestion)"
        return "::\(command) \(properties)::\(escapedData(message))\n"
    }

    private static func escapedData(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func escapedProperty(_ text: String) -> String {
        escapedData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    // MARK: Reviewdog

    /// Reviewdog Diagnostic Format: one object, columns in UTF-8 bytes, 1-based, the end not included.
    private static func rdjson(_ findings: [LintFinding]) -> String {
        JSONValue.object([
            ("source", .object([("name", .string("postmortem lint"))])),
            ("diagnostics", .array(findings.map(diagnostic))),
        ]).text + "\n"
    }

    private static func diagnostic(_ finding: LintFinding) -> JSONValue {
        let severity =
            switch finding.severity {
            case .error: "ERROR"
            case .warning: "WARNING"
            case .info: "INFO"
            }
        return .object([
            ("message", .string("“\(finding.excerpt)” \(finding.message). \(finding.suggestion)")),
            (
                "location",
                .object([
                    ("path", .string(finding.path)),
                    (
                        "range",
                        .object([
                            ("start", .object([("line", .int(finding.line)), ("column", .int(finding.utf8Column))])),
                            (
                                "end",
                                .object([("line", .int(finding.endLine)), ("column", .int(finding.endUTF8Column))])
                            ),
                        ])
                    ),
                ])
            ),
            ("severity", .string(severity)),
            ("code", .object([("value", .string(finding.rule))])),
        ])
    }
}

extension LintFinding {
    /// The object of `lint --format json`; columns in Unicode scalars.
    public var json: JSONValue {
        .object([
            ("path", .string(path)), ("rule", .string(rule)), ("severity", .string(severity.rawValue)),
            ("line", .int(line)),
            ("column", .int(column)), ("endLine", .int(endLine)), ("endColumn", .int(endColumn)),
            ("excerpt", .string(excerpt)),
            ("message", .string(message)), ("suggestion", .string(suggestion)),
        ])
    }
}
