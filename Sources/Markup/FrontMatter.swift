import Yams

/// The YAML block between two `---` lines at the top of a Markdown file.
///
/// ```swift
/// let file = try FrontMatter.split("---\ntitle: T\n---\n# T\n")
/// file.frontMatter?["title"]?.string  // "T"
/// file.bodyLine                       // 4
/// ```
public struct FrontMatter: Equatable, Sendable {
    /// Every value as YAML reads it.
    public var values: [String: YAMLValue]

    public init(values: [String: YAMLValue] = [:]) {
        self.values = values
    }

    public subscript(key: String) -> YAMLValue? {
        values[key]
    }

    /// A file taken apart.
    public struct File: Equatable, Sendable {
        /// `nil` when the file has none.
        public var frontMatter: FrontMatter?
        public var body: String
        /// The 1-based line of the file on which `body` begins.
        public var bodyLine: Int

        public init(frontMatter: FrontMatter?, body: String, bodyLine: Int) {
            self.frontMatter = frontMatter
            self.body = body
            self.bodyLine = bodyLine
        }
    }

    /// Takes a file apart; a file that doesn't begin with a `---` line is all body.
    ///
    /// - Throws: ``FrontMatterError`` with the line at fault, counted in the whole file.
    public static func split(_ text: String) throws -> File {
        let source = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.first?.trimmedRight == "---" else {
            return File(frontMatter: nil, body: source, bodyLine: 1)
        }
        guard let end = lines.dropFirst().firstIndex(where: { $0.trimmedRight == "---" || $0.trimmedRight == "..." })
        else {
            // Without a closing line it is a thematic break, unless what follows reads as keys.
            guard lines.count > 1, lines[1].contains(":") else {
                return File(frontMatter: nil, body: source, bodyLine: 1)
            }
            throw FrontMatterError(line: 1, reason: "it is never closed; end it with a line of three hyphens")
        }
        let yaml = lines[1..<end].joined(separator: "\n")
        let body = end + 1 < lines.count ? String(source[lines[end + 1].startIndex...]) : ""
        return File(frontMatter: try parse(yaml, firstLine: 2), body: body, bodyLine: end + 2)
    }

    /// Reads YAML that must be a mapping; empty YAML is an empty mapping.
    ///
    /// - Parameter firstLine: The line of the file on which `yaml` begins, for messages.
    public static func parse(_ yaml: String, firstLine: Int) throws -> FrontMatter {
        // An alias repeated in aliases grows without bound ("billion laughs"); no postmortem needs one.
        guard yaml.utf8.count <= 256 << 10 else {
            throw FrontMatterError(line: firstLine, reason: "it is longer than 256 KiB; move text into the body")
        }
        guard !hasManyAliases(yaml) else {
            throw FrontMatterError(line: firstLine, reason: "it expands to too many values; remove its aliases")
        }
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return FrontMatter() }
            var budget = 20_000
            guard case .mapping = node else {
                throw FrontMatterError(line: firstLine, reason: "it is not a list of 'key: value' lines")
            }
            guard case .mapping(let members)? = YAMLValue(node, depth: 0, budget: &budget) else {
                let reason = budget <= 0 ? "it expands to too many values; remove its aliases" : YamlError.tooDeep
                throw FrontMatterError(line: firstLine, reason: reason)
            }
            return FrontMatter(values: members)
        } catch let error as YamlError {
            throw FrontMatterError(line: firstLine + error.line, reason: error.summary)
        }
    }

    /// Whether anchors of the text are referred to more than a few times. Asked before it is read, because reading hashes
    /// every mapping with all that its aliases stand for.
    private static func hasManyAliases(_ yaml: String) -> Bool {
        var anchors: Set<Substring> = []
        var aliases: [Substring: Int] = [:]
        var before: Character = "\n"
        var index = yaml.startIndex
        while index < yaml.endIndex {
            let mark = yaml[index]
            let next = yaml.index(after: index)
            if mark == "&" || mark == "*", before.isWhitespace || "[{,:?-".contains(before) {
                let name = yaml[next...].prefix { !$0.isWhitespace && !"[]{},".contains($0) }
                if !name.isEmpty {
                    if mark == "&" { anchors.insert(name) } else { aliases[name, default: 0] += 1 }
                }
            }
            before = mark
            index = next
        }
        return anchors.reduce(0) { $0 + aliases[$1, default: 0] } > 16
    }
}

/// Front matter that is not YAML, or not a mapping.
public struct FrontMatterError: Error, Equatable, CustomStringConvertible {
    /// 1-based, in the whole file.
    public var line: Int
    public var reason: String

    public var description: String {
        "line \(line): the front matter can't be read: \(reason)"
    }
}

/// A YAML value with its kind kept as written.
public enum YAMLValue: Equatable, Sendable {
    /// A scalar as text; `null` and `~` unquoted are ``null``.
    case scalar(String)
    case list([YAMLValue])
    case mapping([String: YAMLValue])
    case null

    /// The text of a scalar; `nil` for lists, mappings and null, and for an empty text.
    public var string: String? {
        if case .scalar(let text) = self, !text.isEmpty { return text }
        return nil
    }

    /// The texts of a list; a single scalar counts as a list of one.
    public var strings: [String] {
        switch self {
        case .scalar(let text): text.isEmpty ? [] : [text]
        case .list(let values): values.compactMap(\.string)
        case .mapping, .null: []
        }
    }

    public var list: [YAMLValue]? {
        if case .list(let values) = self { return values }
        return nil
    }

    public var mapping: [String: YAMLValue]? {
        if case .mapping(let members) = self { return members }
        return nil
    }

    /// `true` for YAML's true and yes, `false` for its false and no; `nil` for anything else.
    public var bool: Bool? {
        switch string?.lowercased() {
        case "true", "yes": true
        case "false", "no": false
        default: nil
        }
    }

    public subscript(key: String) -> YAMLValue? {
        mapping?[key]
    }

    init?(_ node: Node, depth: Int, budget: inout Int) {
        budget -= 1
        guard budget > 0, depth < 32 else { return nil }
        switch node {
        case .scalar(let scalar):
            let isPlainNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            self = isPlainNull ? .null : .scalar(scalar.string)
        case .sequence(let sequence):
            var values: [YAMLValue] = []
            for member in sequence {
                guard let value = YAMLValue(member, depth: depth + 1, budget: &budget) else { return nil }
                values.append(value)
            }
            self = .list(values)
        case .mapping(let mapping):
            var members: [String: YAMLValue] = [:]
            for (key, member) in mapping {
                guard let value = YAMLValue(member, depth: depth + 1, budget: &budget) else { return nil }
                guard case .scalar(let name) = key else { continue }
                members[name.string] = value
            }
            self = .mapping(members)
        case .alias: return nil
        }
    }
}

extension YamlError {
    /// 0-based, in the text given to the parser. For what is never closed, the line that opens it: the parser notices at
    /// the end of the text.
    fileprivate var line: Int {
        switch self {
        case .scanner(let context, _, let mark, _), .parser(let context, _, let mark, _),
            .composer(let context, _, let mark, _):
            max(0, (isUnclosed ? context?.mark.line ?? mark.line : mark.line) - 1)
        case .duplicatedKeysInMapping(_, let context): max(0, context.mark.line - 1)
        default: 0
        }
    }

    fileprivate static let tooDeep = "it nests too deeply; move what is inside out"

    fileprivate var summary: String {
        if isUnclosed { return "a quote or bracket that opens here is not closed; close it" }
        if isTooDeep { return Self.tooDeep }
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            return "\(problem); quote values that hold a colon or a hash"
        case .duplicatedKeysInMapping(let keys, _):
            return "the key '\(keys.first ?? "?")' is given twice; keep one"
        default: return "it is not YAML; quote values that hold a colon or a hash"
        }
    }

    /// libyaml's words for a quote or flow collection without its end.
    private var isUnclosed: Bool {
        guard let problem else { return false }
        return problem == "found unexpected end of stream" || problem == "did not find expected ',' or ']'"
            || problem == "did not find expected ',' or '}'"
    }

    /// libyaml's limit of 1000 levels, told with the name of the function that sets it.
    private var isTooDeep: Bool { problem?.contains("nesting level") ?? false }

    private var problem: String? {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: nil
        }
    }
}

extension Substring {
    fileprivate var trimmedRight: Substring {
        var result = self
        while let last = result.last, last == " " || last == "\t" { result.removeLast() }
        return result
    }
}
