/// What the sanitiser's output may hold, stated anew so that the sanitiser doesn't judge itself.
public enum AllowList {
    static let elements: Set<String> = [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th",
        "td", "caption", "pre", "code", "blockquote", "em", "strong", "b", "i", "u", "s", "sub", "sup", "a", "br", "hr",
        "time", "kbd", "samp", "var", "abbr", "del", "ins", "figure", "figcaption", "details", "summary",
    ]
    static let attributes: Set<String> = [
        "href", "datetime", "title", "colspan", "rowspan", "start", "lang", "dir",
    ]
    private static let empty: Set<String> = ["br", "hr"]

    /// What in `html` is off the list or out of balance, as raw tags; empty when all is well.
    ///
    /// Reads the bytes as a browser's tokeniser would: any `<` that begins a tag counts.
    public static func violations(in html: String) -> [String] {
        var found: [String] = []
        var open: [String] = []
        let bytes = Array(html.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: ">") || bytes[index] == 0 { found.append("a bare byte \(bytes[index])") }
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
            let tag = String(decoding: bytes[index...end], as: UTF8.self)
            if !isAllowed(tag) || !balances(tag, &open) { found.append(tag) }
            index = end + 1
        }
        return found + open.map { "<\($0)> is never closed" }
    }

    private static func balances(_ tag: String, _ open: inout [String]) -> Bool {
        let name = String(tag.drop { $0 == "<" || $0 == "/" }.prefix { $0 != " " && $0 != ">" })
        if tag.hasPrefix("</") { return open.popLast() == name }
        if !empty.contains(name) { open.append(name) }
        return true
    }

    private static func isAllowed(_ tag: String) -> Bool {
        guard tag.hasSuffix(">") else { return false }
        var rest = tag.dropFirst().dropLast()
        let isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        let name = rest.prefix { $0 != " " }
        guard elements.contains(String(name)) else { return false }
        rest = rest.dropFirst(name.count)
        while !rest.isEmpty {
            guard !isEnd, rest.removeFirst() == " " else { return false }
            let key = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(key.count)
            guard attributes.contains(String(key)), rest.hasPrefix("=\"") else { return false }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count)
            guard rest.first == "\"" else { return false }
            rest = rest.dropFirst()
            if key == "href", !isHarmless(value) { return false }
        }
        return true
    }

    private static func isHarmless(_ address: Substring) -> Bool {
        let isKnown = ["http://", "https://", "mailto:", "#"].contains { address.lowercased().hasPrefix($0) }
        return isKnown && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
