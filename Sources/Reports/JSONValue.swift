import Foundation

/// JSON as the command line's contract fixes it: field names in a fixed order, `null` for what a source does not say.
///
/// Written out by hand so that fields keep the contract's order and absent ones stay visible; `Codable` gives neither.
public enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.text == right.text
    }

    public static func string(_ value: String?) -> JSONValue {
        value.map { .string($0) } ?? .null
    }

    public static func strings(_ values: [String]) -> JSONValue {
        .array(values.map { .string($0) })
    }

    /// One line of JSON.
    public var text: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .int(let value): result += String(value)
        case .double(let value):
            precondition(value.isFinite, "JSON has no \(value)")
            result += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
        case .string(let value): Self.write(value, to: &result)
        case .array(let values):
            result += "["
            for (index, value) in values.enumerated() {
                if index > 0 { result += "," }
                value.write(to: &result)
            }
            result += "]"
        case .object(let members):
            result += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { result += "," }
                Self.write(member.0, to: &result)
                result += ":"
                member.1.write(to: &result)
            }
            result += "}"
        }
    }

    private static func write(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // U+2028 and U+2029 end a line in JavaScript; "<" could end a script element that the JSON is put in.
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029,
                "<":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}

extension Report {
    /// The object that `extract` and `ingest` print.
    public var json: JSONValue {
        .object([
            ("source", .string(source)),
            ("kind", .string(kind.rawValue)),
            ("title", .string(title)),
            ("organisation", .string(organisation)),
            ("authors", .strings(authors)),
            ("language", .string(language)),
            ("url", .string(url)),
            ("published", .string(published?.description)),
            ("updated", .string(updated?.description)),
            ("text", .string(text)),
            ("html", .string(html)),
            ("timeline", .array(timeline.map(\.json))),
            (
                "stamps",
                .object(
                    StampName.allCases.compactMap { name in
                        stamps[name].map { (name.rawValue, $0.json) }
                    })
            ),
            ("services", .strings(services)),
            ("severity", .string(severity)),
            ("action_items", .array(actionItems.map(\.json))),
            ("warnings", .strings(warnings)),
            ("summary", .string(summary.isEmpty ? nil : summary)),
            ("date", .string(date?.description)),
            ("archived_url", .string(archivedURL)),
            ("other_urls", .strings(otherURLs)),
            ("stated_duration_seconds", statedDuration.map { .int($0) } ?? .null),
        ])
    }
}

extension TimelineEvent {
    public var json: JSONValue {
        .object([
            ("at", .string(at?.description)), ("text", .string(text)), ("actor", .string(actor)),
            ("phase", .string(phase)),
        ])
    }
}

extension Stamp {
    public var json: JSONValue {
        .object([("at", .string(at.description)), ("estimated", .bool(estimated)), ("from", .string(from))])
    }
}

extension ActionItem {
    public var json: JSONValue {
        .object([
            ("text", .string(text)), ("owner", .string(owner)), ("due", .string(due)), ("status", .string(status)),
            ("kind", .string(kind)),
        ])
    }
}

extension ContributingFactor {
    public var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)),
            ("stance", .string(stance.rawValue)),
            ("contested", .bool(contested)),
            ("confidence", .double(confidence)),
            ("role", .string(role.rawValue)),
            ("evidence", .array(evidence.map(\.json))),
        ])
    }
}

extension Evidence {
    public var json: JSONValue {
        .object([
            ("field", .string(field.rawValue)),
            ("utf8Range", .array([.int(utf8Range.lowerBound), .int(utf8Range.upperBound)])),
            ("quote", .string(quote)),
            ("stance", .string(stance.rawValue)),
            ("by", .string(by)),
        ])
    }
}
