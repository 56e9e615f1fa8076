import Foundation

@testable import Ingestion

/// What the sanitiser's output may hold, stated anew so that the sanitiser doesn't judge itself.
enum AllowList {
    static let elements: Set<String> = [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th",
        "td",
        "caption", "pre", "code", "blockquote", "em", "strong", "b", "i", "u", "s", "sub", "sup", "a", "br", "hr",
        "time",
        "kbd", "samp", "var", "abbr", "del", "ins", "figure", "figcaption", "details", "summary",
    ]
    static let attributes: Set<String> = [
        "href", "datetime", "title", "colspan", "rowspan", "start", "lang", "dir",
    ]

    /// What in `html` is off the list, as raw tags; empty when all is well.
    ///
    /// Reads the bytes as a browser's tokeniser would: any `<` that begins a tag counts.
    static func violations(in html: String) -> [String] {
        var found: [String] = []
        let bytes = Array(html.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
            let tag = String(decoding: bytes[index...end], as: UTF8.self)
            if !isAllowed(tag) { found.append(tag) }
            index = end + 1
        }
        return found
    }

    private static func isAllowed(_ tag: String) -> Bool {
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
            if key == "href",
                !["http://", "https://", "mailto:", "#"].contains(where: { value.lowercased().hasPrefix($0) })
            {
                return false
            }
        }
        return true
    }
}
