import Reports

/// Something in the knowledge base that is not as it was stored.
public struct Damage: Equatable, Sendable, CustomStringConvertible {
    public enum Part: String, Sendable {
        case database, schema, reference, report, search, evidence, review, source
    }

    public var part: Part
    /// What is damaged: a table, a report's id, a content hash.
    public var place: String
    public var problem: String
    /// What to do.
    public var remedy: String

    public init(part: Part, place: String, problem: String, remedy: String) {
        self.part = part
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    /// `source 5e1f…: does not decompress; ingest it again`.
    public var description: String {
        "\(part.rawValue) \(place): \(problem); \(remedy)"
    }

    /// The object that `verify --format json` prints.
    public var json: JSONValue {
        .object([
            ("part", .string(part.rawValue)), ("place", .string(place)), ("problem", .string(problem)),
            ("remedy", .string(remedy)),
        ])
    }
}
