/// Text of a tool that may be written as HTML.
enum PlainWords {
    /// The words of HTML where there is any, else the text as it is, trimmed.
    static func of(_ text: String) -> String {
        guard text.utf8.contains(0x3C), isMarkup(text) else { return text.trimmed }
        let words = RawHTML.text(text).trimmed
        return words.isEmpty ? text.trimmed : words
    }

    private static let marks = [
        "<br", "<p>", "<p ", "</p>", "</a>", "</li>", "</strong>", "</b>", "</em>", "<div", "</div>", "</span>", "</h",
        "</code>", "</td>",
    ]

    private static func isMarkup(_ text: String) -> Bool {
        let lower = text.lowercased()
        return marks.contains { lower.contains($0) }
    }
}
