import Reports

/// What a reader asked for, taken apart; every string is a valid query.
///
/// ```swift
/// SearchQuery("dns \"route 53\" -test factor:automation").clauses.count  // 4
/// ```
///
/// The syntax, item by item, items separated by white space:
///
/// - `word`, `prefix*`, `"exact phrase"` (an unclosed quote runs to the end), `“curly quotes”` too.
/// - `field:value` with `title org service severity kind id factor date duration is`; the value may be quoted, and for the
///   first six may end in `*`. The name's case does not matter.
/// - `-item` leaves out what the item finds. `--item` is a word: command-line flags are pasted often.
/// - `a OR b` between two items without `-` finds either.
///
/// A known field with a value it cannot read (`date:soon`), an unknown field, a lone `-` or `OR` are searched as typed.
public struct SearchQuery: Equatable, Sendable {
    /// The query as typed.
    public var text: String
    /// All must hold, in the order typed; empty for an empty query.
    public var clauses: [Clause]

    /// One condition, or several joined by `OR`.
    public struct Clause: Equatable, Sendable {
        /// Whether reports that fit are left out. An excluded clause has one alternative.
        public var isExcluded: Bool
        /// Never empty.
        public var alternatives: [Alternative]

        public init(isExcluded: Bool = false, alternatives: [Alternative]) {
            self.isExcluded = isExcluded
            self.alternatives = alternatives
        }
    }

    /// One thing to look for.
    public enum Alternative: Equatable, Sendable {
        /// Text anywhere in a report; it counts for the rank.
        case words(Words)
        /// A condition that counts nothing for the rank.
        case filter(Filter)
    }

    /// Text to look for, not yet split into the index's terms.
    public struct Words: Equatable, Sendable {
        public var text: String
        /// Whether it was quoted.
        public var isPhrase: Bool
        /// Whether the last term may go on.
        public var isPrefix: Bool

        public init(text: String, isPhrase: Bool = false, isPrefix: Bool = false) {
            self.text = text
            self.isPhrase = isPhrase
            self.isPrefix = isPrefix
        }
    }

    /// A condition on one property of a report.
    public enum Filter: Equatable, Sendable {
        case field(Field, String, isPrefix: Bool)
        /// One of the kinds is asserted or suspected, or, when `denied`, is denied.
        case factor([FactorKind], denied: Bool)
        /// The report's day lies within, both ends included, written `2024-03-05`; `nil` is open.
        case date(from: String?, to: String?)
        /// The duration in seconds lies within, both ends included; `nil` is open.
        case duration(from: Int?, to: Int?)
        /// A person has decided on at least one factor.
        case reviewed
    }

    /// The fields whose value is a text.
    public enum Field: String, Sendable, CaseIterable {
        /// The words stand next to each other in the indexed field.
        case title, org, service
        /// Equal, or with the same beginning, when only letters and digits are compared and case is ignored.
        case severity, kind, id
    }

    /// Takes a query apart. In time proportional to its length.
    public init(_ text: String) {
        self.text = text
        var parser = SearchQueryParser(text)
        self.clauses = parser.clauses()
    }
}

extension SearchQuery {
    /// The clauses as `queries.json` of the tests spells them, for the parser in the browser to be held against.
    ///
    /// An array of clauses `{"exclude":Bool,"any":[alternative]}`, where an alternative is one of
    /// `{"type":"word","text":String,"prefix":Bool}`, `{"type":"phrase","text":String,"prefix":Bool}`,
    /// `{"type":"field","field":"title|org|service|severity|kind|id","text":String,"prefix":Bool}`,
    /// `{"type":"factor","kinds":[String],"denied":Bool}`, `{"type":"date","from":String?,"to":String?}`,
    /// `{"type":"duration","from":Int?,"to":Int?}` and `{"type":"reviewed"}`.
    public var json: JSONValue {
        .array(
            clauses.map { clause in
                .object([
                    ("exclude", .bool(clause.isExcluded)), ("any", .array(clause.alternatives.map(\.json))),
                ])
            })
    }

    /// A text without its letters' case and without all that is neither letter nor digit: `SEV-1` and `sev1` are the same.
    public static func key(_ text: String) -> String {
        var key = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                key.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return key
    }
}

extension SearchQuery.Alternative {
    fileprivate var json: JSONValue {
        switch self {
        case .words(let words):
            .object([
                ("type", .string(words.isPhrase ? "phrase" : "word")), ("text", .string(words.text)),
                ("prefix", .bool(words.isPrefix)),
            ])
        case .filter(.field(let field, let text, let isPrefix)):
            .object([
                ("type", .string("field")), ("field", .string(field.rawValue)), ("text", .string(text)),
                ("prefix", .bool(isPrefix)),
            ])
        case .filter(.factor(let kinds, let denied)):
            .object([
                ("type", .string("factor")), ("kinds", .strings(kinds.map(\.rawValue))), ("denied", .bool(denied)),
            ])
        case .filter(.date(let from, let to)):
            .object([("type", .string("date")), ("from", .string(from)), ("to", .string(to))])
        case .filter(.duration(let from, let to)):
            .object([
                ("type", .string("duration")), ("from", .int(from)),
                ("to", .int(to)),
            ])
        case .filter(.reviewed): .object([("type", .string("reviewed"))])
        }
    }
}
