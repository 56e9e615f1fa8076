/// HTML and plain text, one from the other.
enum HTMLText {
    /// The words of a fragment on one line; the fragment itself when it cannot be read as HTML.
    static func plain(_ fragment: String) -> String {
        guard fragment.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return TitleText.collapsed(fragment)
        }
        guard let tree = try? HTMLTree(Array(fragment.utf8), source: "", limits: .standard), !tree.nodes.isEmpty else {
            return TitleText.collapsed(fragment)
        }
        return TitleText.collapsed(tree.collapsedText(0, limit: 4096))
    }

    /// Plain text as HTML: escaped, line breaks kept.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var text = text
        text.withUTF8 { Escape.text($0, into: &bytes) }
        return String(decoding: bytes, as: UTF8.self).replacing("\n", with: "<br>")
    }
}
