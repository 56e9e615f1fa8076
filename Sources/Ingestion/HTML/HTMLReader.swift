import Foundation
import Reports

/// Reads a web page as a report: its main content, and what it says about itself.
///
/// ```swift
/// let report = try HTMLReader().read(data, source: "outage.html")
/// report.title  // "Outage of 28 February"
/// ```
public struct HTMLReader: Sendable {
    public init() {}

    /// The report on a page.
    ///
    /// - Parameters:
    ///   - source: The path or URL as given; an `http(s)` one is what relative links are read against.
    ///   - charset: What the transport says of the encoding; `nil` when it is silent.
    /// - Throws: ``IngestionError`` when the page is empty, binary, over a limit, or has no readable text.
    public func read(
        _ data: Data, source: String, charset: String? = nil, limits: IngestionLimits = .standard
    ) throws -> Report {
        if data.count > limits.maxBytes {
            throw IngestionError(source, .tooLarge(bytes: data.count, limit: limits.maxBytes))
        }
        let decoded = try TextDecoder().decode(data, source: source, charset: charset)
        let tree = try HTMLTree(decoded.utf8, source: source, limits: limits)
        let main = MainContent(tree)
        let content = HTMLSanitizer.content(
            of: tree, roots: main.roots, skipped: main.skipped, addresses: AddressResolver(base: source))
        return Report(
            source: source, kind: .publicReport, text: content.text, html: content.html, warnings: decoded.warnings)
    }
}
