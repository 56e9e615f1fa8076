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
        var output: [UInt8] = []
        write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += value ? "true".utf8 : "false".utf8
        case .int(let value): output += String(value).utf8
        case .double(let value):
            precondition(value.isFinite, "JSON has no \(value)")
            output += (value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)).utf8
        case .string(let value): Self.write(value, to: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.write(member.0, to: &output)
                output.append(UInt8(ascii: ":"))
                member.1.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Reports are long and hold few characters that need an escape: what stands between those is copied whole.
    private static func write(_ text: String, to output: inout [UInt8]) {
        var text = text
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                let length = escapedLength(bytes, at: index)
                if length == 0 {
                    index += 1
                    continue
                }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                writeEscape(of: bytes, at: index, length: length, to: &output)
                index += length
                start = index
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    /// How many bytes the character at `index` has if it must be escaped; 0 when it may stand as it is.
    private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        // "<" could end a script element that the JSON is put in.
        case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7F: return 1
        // U+2028 and U+2029 end a line in JavaScript.
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9: return 3
        default: return 0
        }
    }

    private static func writeEscape(
        of bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int, to output: inout [UInt8]
    ) {
        switch bytes[index] {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0D: output += "\\r".utf8
        case 0x09: output += "\\t".utf8
        default:
            let hex = Array("0123456789abcdef".utf8)
            let value = length == 3 ? 0x2000 + UInt16(bytes[index + 2] - 0x80) : UInt16(bytes[index])
            output += "\\u".utf8
            for shift in [12, 8, 4, 0] { output.append(hex[Int(value >> UInt16(shift)) & 15]) }
        }
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
