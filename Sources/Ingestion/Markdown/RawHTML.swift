/// HTML inside Markdown, through the one allow-list of ``HTMLSanitizer``.
enum RawHTML {
    /// The words of a piece of HTML; a piece that can't be read as HTML is its own words.
    static func text(_ html: String) -> String {
        content(html).text
    }

    /// HTML reduced to the allow-list; escaped as a whole when it can't be read.
    static func sanitised(_ html: String) -> String {
        content(html).html
    }

    /// The size was held to the source's own limit when it was read.
    private static let limits = {
        var limits = IngestionLimits.standard
        limits.maxBytes = .max
        return limits
    }()

    private static func content(_ html: String) -> HTMLSanitizer.Content {
        do {
            return try HTMLSanitizer(limits: limits).sanitize(html)
        } catch {
            // Over a limit of depth or number: nothing in it may reach a page unescaped.
            return HTMLSanitizer.escaped(html)
        }
    }
}
