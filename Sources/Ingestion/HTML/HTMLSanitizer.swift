import Foundation

/// Reduces HTML of any origin to the allow-list, on its tree.
///
/// ```swift
/// let result = try HTMLSanitizer().sanitize("<p onclick=x()>Disk <b>full</b><script>…</script>")
/// result.html  // "<p>Disk <b>full</b></p>\n"
/// result.text  // "Disk full"
/// ```
///
/// The result holds only known elements, written anew with every text escaped: no scripts, styles, forms, frames or
/// images, no event handlers, and links only to `http`, `https`, `mailto` and fragments.
public struct HTMLSanitizer: Sendable {
    public var limits: IngestionLimits

    public init(limits: IngestionLimits = .standard) {
        self.limits = limits
    }

    /// Content as HTML and as plain text.
    public struct Content: Hashable, Sendable {
        /// Elements of the allow-list only; empty when there is no text.
        public var html: String
        /// The same words, paragraphs separated by a blank line.
        public var text: String

        public init(html: String, text: String) {
            self.html = html
            self.text = text
        }
    }

    /// The harmless part of `fragment`.
    ///
    /// - Parameters:
    ///   - baseURL: What relative links are read against; without it they are dropped, their text kept.
    ///   - source: Named in errors.
    /// - Throws: ``IngestionError`` when it is too large, too deep or has too many nodes.
    public func sanitize(_ fragment: String, baseURL: String? = nil, source: String = "HTML") throws -> Content {
        try sanitize(fragment, addresses: AddressResolver(base: baseURL), source: source)
    }

    /// The same for many fragments that share a base.
    func sanitize(_ fragment: String, addresses: AddressResolver, source: String) throws -> Content {
        guard fragment.utf8.contains(where: { $0 > 0x20 }) else { return Content(html: "", text: "") }
        let tree = try HTMLTree(Array(fragment.utf8), source: source, limits: limits)
        let skipped = tree.nodes.map { $0.tag == .form }
        return Self.content(of: tree, roots: [0], skipped: skipped, addresses: addresses)
    }

    /// `fragment` for the case that it cannot be read as HTML: all of it as text, in one paragraph.
    static func escaped(_ fragment: String) -> Content {
        var html = Array("<p>".utf8)
        var fragment = fragment
        fragment.withUTF8 { Escape.text($0, into: &html) }
        return Content(html: String(decoding: html, as: UTF8.self) + "</p>\n", text: fragment)
    }

    /// Plain text with line breaks between its paragraphs.
    static func paragraphs(_ text: String) -> Content {
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            // JSON may spell out control characters; a page's own count as blanks.
            TitleText.collapsed(
                String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })))
        }.filter { !$0.isEmpty }
        let html = lines.map { escaped($0).html }
        return Content(html: html.joined(), text: lines.joined(separator: "\n\n"))
    }

    /// - Parameter title: The page's title; images that only repeat it are left out.
    static func content(
        of tree: HTMLTree, roots: [Int], skipped: [Bool], title: String? = nil, addresses: AddressResolver
    ) -> Content {
        var writer = ContentWriter(tree, skipped: skipped, title: title, addresses: addresses)
        for root in roots where root < tree.nodes.count { writer.write(tree.range(of: root)) }
        return Content(
            html: String(decoding: writer.html, as: UTF8.self),
            text: String(decoding: writer.text.finished(), as: UTF8.self))
    }
}
