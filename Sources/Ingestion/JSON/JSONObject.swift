import Foundation

/// JSON as it was read, asked for by path; anything of another shape is `nil`.
struct JSONObject {
    let node: JSONParser.Node

    /// Reads a whole JSON text; `nil` when it is not JSON or nests deeper than ``JSONParser/maxDepth``.
    init?(_ data: Data) {
        guard let node = try? JSONParser.parse(Array(data)) else { return nil }
        self.node = node
    }

    /// The same of UTF-8 bytes, with the reason when it fails.
    init(_ utf8: [UInt8]) throws(JSONParser.Failure) {
        node = try JSONParser.parse(utf8)
    }

    init(node: JSONParser.Node) {
        self.node = node
    }

    /// A member of an object, `null` left out.
    subscript(key: String) -> JSONObject? {
        guard case .object(let members) = node, let found = members[key] else { return nil }
        if case .null = found { return nil }
        return JSONObject(node: found)
    }

    var isObject: Bool {
        if case .object = node { true } else { false }
    }

    /// Member names in their order; empty for anything but an object.
    var keys: [String] {
        guard case .object(let members) = node else { return [] }
        return members.list.map(\.name)
    }

    /// Members of an array; `nil` for anything else.
    var array: [JSONObject]? {
        guard case .array(let members) = node else { return nil }
        return members.map { JSONObject(node: $0) }
    }

    /// Whether it is an array of objects and nothing else, one at least.
    var isListOfObjects: Bool {
        guard let array else { return false }
        return !array.isEmpty && array.allSatisfy(\.isObject)
    }

    /// A text that is not blank.
    var string: String? {
        guard case .string(let text) = node, text.utf8.contains(where: { $0 > 0x20 }), !text.trimmed.isEmpty else {
            return nil
        }
        return text
    }

    var bool: Bool? {
        if case .bool(let value) = node { value } else { nil }
    }

    /// A text, or a number as plain digits; `1.77e9` as `1770000000`.
    var scalar: String? {
        if let string { return string }
        guard case .number(let text) = node else { return nil }
        guard text.utf8.contains(where: { $0 | 0x20 == 0x65 }) else { return text }
        guard let value = Double(text), value.isFinite else { return nil }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// The first text among these members.
    func text(_ names: String...) -> String? {
        text(names)
    }

    func text(_ names: [String]) -> String? {
        for name in names {
            if let found = self[name]?.string { return found }
        }
        return nil
    }
}
