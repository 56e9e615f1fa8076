/// How much a finding weighs; only errors are meant to fail a build.
public enum LintSeverity: String, Sendable, Codable, CaseIterable, Comparable {
    case info, warning, error

    public static func < (left: LintSeverity, right: LintSeverity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// Words of a text that a rule has something to say about, and where they stand.
public struct LintFinding: Hashable, Sendable {
    /// As the caller gave it.
    public var path: String
    /// The rule's id, such as `CF01`.
    public var rule: String
    public var severity: LintSeverity
    /// 1-based line of the file, front matter counted.
    public var line: Int
    /// 1-based, in Unicode scalars; a byte order mark is not counted.
    public var column: Int
    public var endLine: Int
    /// One past the last scalar.
    public var endColumn: Int
    /// The same columns in UTF-8 bytes, for formats that count so.
    public var utf8Column: Int
    public var endUTF8Column: Int
    /// The words at that place, line ends as spaces.
    public var excerpt: String
    public var message: String
    public var suggestion: String

    public init(
        path: String, rule: String, severity: LintSeverity, range: LintRange, excerpt: String, message: String,
        suggestion: String
    ) {
        self.path = path
        self.rule = rule
        self.severity = severity
        line = range.start.line
        column = range.start.column
        endLine = range.end.line
        endColumn = range.end.column
        utf8Column = range.start.utf8Column
        endUTF8Column = range.end.utf8Column
        self.excerpt = excerpt
        self.message = message
        self.suggestion = suggestion
    }
}

/// A stretch of a file; `end` is one past its last scalar.
public struct LintRange: Hashable, Sendable {
    public var start: LintPlace
    public var end: LintPlace

    public init(start: LintPlace, end: LintPlace) {
        self.start = start
        self.end = end
    }
}

/// A place in a file: 1-based line, and column in Unicode scalars and in UTF-8 bytes.
public struct LintPlace: Hashable, Sendable {
    public var line: Int
    public var column: Int
    public var utf8Column: Int

    public init(line: Int, column: Int, utf8Column: Int) {
        self.line = line
        self.column = column
        self.utf8Column = utf8Column
    }
}
