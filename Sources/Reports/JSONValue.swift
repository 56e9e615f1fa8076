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

    public static func int(_ value: Int?) -> JSONValue {
        value.map { .int($0) } ?? .null
    }

    public static func double(_ value: Double?) -> JSONValue {
        value.map { .double($0) } ?? .null
    }

    public static func strings(_ values: [String]) -> JSONValue {
        .array(values.map { .string($0) })
    }

    /// One line of JSON.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The bytes of ``text``.
    public var utf8: [UInt8] {
        var result: [UInt8] = []
        write(to: &result)
        return result
    }

    private func write(to result: inout [UInt8]) {
        switch self {
        case .null: result.append("null")
        case .bool(let value): result.append(value ? "true" : "false")
        case .int(let value): result += String(value).utf8
        case .double(let value):
            precondition(value.isFinite, "JSON has no \(value)")
            let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
            result += text.utf8
        case .string(let value): Self.write(value, to: &result)
        case .array(let values):
            result.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { result.append(UInt8(ascii: ",")) }
                value.write(to: &result)
            }
            result.append(UInt8(ascii: "]"))
        case .object(let members):
            result.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { result.append(UInt8(ascii: ",")) }
                Self.write(member.0, to: &result)
                result.append(UInt8(ascii: ":"))
                member.1.write(to: &result)
            }
            result.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            // What needs no escape is copied in runs.
            var start = 0
            var index = EightBytes.place(in: bytes, from: 0, marking: possibleEscapes)
            while index < bytes.count {
                let length = escapedLength(bytes, at: index)
                if length > 0 {
                    result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    escape(bytes, at: index, to: &result)
                    start = index + length
                }
                index = EightBytes.place(in: bytes, from: index + max(length, 1), marking: possibleEscapes)
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
        }
        result.append(UInt8(ascii: "\""))
    }

    /// Marks the bytes that can begin a character that is escaped.
    private static func possibleEscapes(_ bytes: EightBytes) -> UInt64 {
        bytes.marks(ofLessThan: 0x20) | bytes.marks(of: UInt8(ascii: "<")) | bytes.marks(of: UInt8(ascii: "\""))
            | bytes.marks(of: UInt8(ascii: "\\")) | bytes.marks(of: 0x7F) | bytes.marks(of: 0xE2)
    }

    /// How many bytes at `index` are a character that is escaped; 0 when it is not.
    ///
    /// U+2028 and U+2029 end a line in JavaScript; "<" could end a script element that the JSON is put in.
    private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): 1
        case 0xE2:
            index + 2 < bytes.count && bytes[index + 1] == 0x80
                && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
                ? 3 : 0
        default: 0
        }
    }

    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to result: inout [UInt8]) {
        switch bytes[index] {
        case UInt8(ascii: "<"): result.append("\\u003c")
        case UInt8(ascii: "\""): result.append("\\\"")
        case UInt8(ascii: "\\"): result.append("\\\\")
        case UInt8(ascii: "\n"): result.append("\\n")
        case UInt8(ascii: "\r"): result.append("\\r")
        case UInt8(ascii: "\t"): result.append("\\t")
        case 0xE2: result.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        case let byte:
            let hex = String(byte, radix: 16)
            result.append("\\u00")
            if hex.utf8.count == 1 { result.append(UInt8(ascii: "0")) }
            result += hex.utf8
        }
    }
}

extension Report {
    /// The object that `extract` and `ingest` print.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
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
            ("stated_duration_seconds", .int(statedDuration)),
        ]
        if let labels { members.append(("labels", .array(labels.map(\.json)))) }
        if let incident { members.append(("incident", .string(incident))) }
        return .object(members)
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
    /// The object that `classify` and `show` print; `review` is there when a person has decided.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("kind", .string(kind.rawValue)), ("stance", .string(stance.rawValue)), ("contested", .bool(contested)),
            ("confidence", .double(confidence)), ("role", .string(role.rawValue)),
            ("evidence", .array(evidence.map(\.json))),
        ]
        if let review { members.append(("review", .string(review.rawValue))) }
        return .object(members)
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
