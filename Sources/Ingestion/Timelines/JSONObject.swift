import Foundation

/// JSON as it was read, asked for by path; anything of another shape is `nil`.
struct JSONObject {
    private var value: Any

    /// Reads a whole JSON text; `nil` when it is not JSON or nests deeper than Foundation reads.
    init?(_ data: Data) {
        guard let value = try? JSONSerialization.jsonObject(with: data) else { return nil }
        self.value = value
    }

    private init(value: Any) {
        self.value = value
    }

    /// A member of an object, `null` left out.
    subscript(key: String) -> JSONObject? {
        guard let found = (value as? [String: Any])?[key], !(found is NSNull) else { return nil }
        return JSONObject(value: found)
    }

    var isObject: Bool { value is [String: Any] }

    /// Member names in alphabetical order; empty for anything but an object.
    var keys: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }

    /// Members of an array; `nil` for anything else.
    var array: [JSONObject]? {
        (value as? [Any])?.map { JSONObject(value: $0) }
    }

    /// A text that is not blank.
    var string: String? {
        guard let text = value as? String, !text.trimmed.isEmpty else { return nil }
        return text
    }

    /// A text or a number as text.
    var scalar: String? {
        if let string { return string }
        guard let number = value as? NSNumber else { return nil }
        let double = number.doubleValue
        if double == double.rounded(), abs(double) < 1e15 { return String(Int64(double)) }
        return String(double)
    }

    /// The first text among these members.
    func text(_ names: String...) -> String? {
        for name in names {
            if let found = self[name]?.string { return found }
        }
        return nil
    }
}
