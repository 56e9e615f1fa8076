import Foundation

/// The form of a source, told by its content first and its name second.
enum SourceFormat: Equatable {
    case html, feed, json, markdown, delimited, plainText
    /// Something we don't read, in words that follow "can't read".
    case unsupported(String)

    /// The form of text that has been decoded.
    ///
    /// - Parameter text: The whole text.
    static func of(_ text: [UInt8], nameExtension: String, mediaType: String?) -> SourceFormat {
        let start = text.prefix(64_000).drop { $0 <= 0x20 }
        let head = String(decoding: start.prefix(4096), as: UTF8.self)
        let isNamedMarkdown = SourceWalker.markdownExtensions.contains(nameExtension)
        if start.first == UInt8(ascii: "<") {
            if let markup = markup(text, isNamedMarkdown: isNamedMarkdown) { return markup }
        }
        if head.hasPrefix("---\n") || head.hasPrefix("---\r\n") { return .markdown }
        if isNamedMarkdown { return .markdown }
        if start.first == UInt8(ascii: "{") || (start.first == UInt8(ascii: "[") && looksLikeJSONArray(start)) {
            return .json
        }
        switch nameExtension {
        case "csv", "tsv", "tab": return .delimited
        case "html", "htm", "xhtml", "shtml": return .html
        case "xml", "atom", "rss", "rdf": return .feed
        case "json", "jsonl", "ndjson": return .json
        case "txt", "log", "text": return .plainText
        default: break
        }
        switch mediaType {
        case "text/html", "application/xhtml+xml": return .html
        case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml": return .feed
        case "application/json", "application/feed+json": return .json
        case "text/markdown", "text/x-markdown": return .markdown
        case "text/csv", "text/tab-separated-values": return .delimited
        default: break
        }
        return hasMarkdownMarks(head) ? .markdown : .plainText
    }

    /// What text that begins with `<` is; `nil` when it is not markup after all.
    ///
    /// XML of any kind is read as a feed, which says what it is instead.
    private static func markup(_ text: [UInt8], isNamedMarkdown: Bool) -> SourceFormat? {
        guard let kind = DocumentKind(text) else { return nil }
        let name = kind.name.lowercased()
        if ["rss", "feed", "rdf:rdf", "channel"].contains(name) { return .feed }
        if kind.doctype == "html" || ["html", "head", "body"].contains(name) { return .html }
        if isNamedMarkdown { return .markdown }
        if elements.contains(name) { return .html }
        return kind.isDeclaredXML || isXML(kind, text) ? .feed : nil
    }

    /// Whether an undeclared document is XML none the less: a namespace, or an element that is not HTML's and ends where
    /// the text does. `<https://example.com>` and `<lead> 14:02 down` begin in the same way and are no markup.
    private static func isXML(_ kind: DocumentKind, _ text: [UInt8]) -> Bool {
        if kind.bindsNamespace { return true }
        guard HTMLTag(name: kind.name.lowercased()) == .other, !kind.name.isEmpty else { return false }
        let end = text.suffix(256).reversed().drop { $0 <= 0x20 }
        return end.starts(with: "</\(kind.name)>".utf8.reversed())
    }

    private static let elements: Set<String> = [
        "div", "p", "section", "article", "main", "table", "ul", "ol", "h1", "h2", "h3", "span", "a", "meta", "title",
        "link", "script", "style", "header", "nav", "center", "font", "br", "pre", "blockquote", "strong", "b", "em",
        "i",
        "svg", "img", "dl", "form", "aside", "details",
    ]

    /// `[{`, `[[`, `["`, `[]`: not `[14:02] text` and not a Markdown link.
    private static func looksLikeJSONArray(_ bytes: ArraySlice<UInt8>) -> Bool {
        let next = bytes.dropFirst().first { $0 > 0x20 }
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") || next == UInt8(ascii: "\"")
    }

    /// A heading, a table rule, a fence or a task list at the start of a line.
    private static func hasMarkdownMarks(_ head: String) -> Bool {
        head.split(whereSeparator: \.isNewline).contains { line in
            line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### ") || line.hasPrefix("|-")
                || line.hasPrefix("| -") || line.hasPrefix("|:-") || line.hasPrefix("```") || line.hasPrefix("- [ ] ")
                || line.hasPrefix("- [x] ")
        }
    }

    /// The name of a binary form by its first bytes, with what to do; `nil` for anything else.
    static func binaryForm(_ data: Data) -> String? {
        let bytes = [UInt8](data.prefix(600))
        for (mark, offset, words) in signatures where bytes.dropFirst(offset).starts(with: mark) { return words }
        return nil
    }

    private static let image = "an image; give the page or text it belongs to"
    private static let archive = "an archive; unpack it and give the folder"
    private static let signatures: [(mark: [UInt8], offset: Int, words: String)] = [
        (Array("%PDF-".utf8), 0, "a PDF; export it as HTML, Markdown or text"),
        ([0x89, 0x50, 0x4E, 0x47], 0, image), ([0xFF, 0xD8, 0xFF], 0, image), (Array("GIF8".utf8), 0, image),
        (Array("WEBP".utf8), 8, image), (Array("ftypavif".utf8), 4, image), (Array("ftyphei".utf8), 4, image),
        (
            [0x50, 0x4B, 3, 4], 0,
            "a ZIP archive or an office document; unpack it, or export the document as HTML or text"
        ),
        ([0x50, 0x4B, 5, 6], 0, archive), (Array("Rar!".utf8), 0, archive), ([0x37, 0x7A, 0xBC, 0xAF], 0, archive),
        (Array("BZh".utf8), 0, "bzip2 data; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, "xz data; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "zstd data; unpack it first"), (Array("ustar".utf8), 257, archive),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an old office document; export it as HTML or text"),
        (Array("SQLite format 3\0".utf8), 0, "an SQLite database; give the reports themselves"),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "a program"), (Array("OggS".utf8), 0, "a sound or video file"),
        (Array("ftyp".utf8), 4, "a sound or video file"), (Array("ID3".utf8), 0, "a sound or video file"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "a sound or video file"), (Array("wOF".utf8), 0, "a font"),
        (Array("{\\rtf".utf8), 0, "a rich text document; export it as HTML or text"),
    ]
}
