import Foundation
import Reports

/// Reads a web page as a report: its main content, and what it says about itself.
///
/// ```swift
/// let report = try HTMLReader().read(data, source: "outage.html")
/// report.title  // "Outage of 28 February"
/// ```
public struct HTMLReader: Sendable {
    /// The zone of times in a timeline that name none, where the page states none.
    public var zone: TimeZoneRule?

    public init(zone: TimeZoneRule? = nil) {
        self.zone = zone
    }

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
        return try read(decoded, source: source, limits: limits)
    }

    /// The same of text that has been decoded.
    func read(_ decoded: TextDecoder.Decoded, source: String, limits: IngestionLimits) throws -> Report {
        let tree = try HTMLTree(decoded.utf8, source: source, limits: limits)
        var main = MainContent(tree)
        let page = PageMetadata(tree, source: source, roots: main.roots)
        var report = Report(source: source, kind: .publicReport, warnings: decoded.warnings + page.warnings)
        report.title = page.title
        report.organisation = page.organisation
        report.authors = page.authors
        report.language = page.language
        report.url = page.url
        report.published = page.published
        report.updated = page.updated
        report.summary = page.summary
        fill(&report, tree, main, page)
        if report.text.isEmpty {
            main.takeWhole()
            fill(&report, tree, main, page)
            report.warnings.append("no paragraphs found; all words of the page are taken")
        }
        if report.text.isEmpty { throw IngestionError(source, .noContent) }
        if report.title == nil { FirstWords.fillTitle(of: &report, remedy: "give the page a <title>") }
        return report
    }

    /// The content from the tree; from JSON-LD when the tree has clearly less of it.
    private func fill(_ report: inout Report, _ tree: HTMLTree, _ main: MainContent, _ page: PageMetadata) {
        var skipped = main.skipped
        if let heading = TitleHeading.index(in: tree, roots: main.roots, title: page.title) { skipped[heading] = true }
        let addresses = AddressResolver(base: page.base)
        let content = HTMLSanitizer.content(
            of: tree, roots: main.roots, skipped: skipped, title: page.title, addresses: addresses)
        report.text = content.text
        report.html = content.html
        let parts = HTMLTimeline(tree, skipped: skipped, roots: main.roots)
        let found = parts.events(in: main.roots, title: page.title, published: report.published, zone: zone)
        report.timeline = found.events
        report.warnings += found.warnings
        report.actionItems = parts.actionItems(in: main.roots)
        StatedFacts.add(to: &report, zone: zone)
        if let body = page.articleBody, body.utf8.count > 500, body.utf8.count > 2 * content.text.utf8.count {
            let stated = HTMLSanitizer.paragraphs(body)
            report.text = stated.text
            report.html = stated.html
            report.warnings.append("the content is taken from the page's JSON-LD; the page itself shows less")
        }
    }
}

/// The heading that repeats the title at the head of the content.
private enum TitleHeading {
    static func index(in tree: HTMLTree, roots: [Int], title: String?) -> Int? {
        guard let title, let root = roots.first else { return nil }
        let key = TitleText.key(title)
        guard !key.isEmpty else { return nil }
        let words = words(of: title)
        return tree.range(of: root).first { index in
            guard tree.nodes[index].tag.isHeading else { return false }
            let text = tree.collapsedText(index, limit: 600)
            let heading = TitleText.key(text)
            // Titles made for sharing are cut at a hundred characters, and headlines are shortened for them.
            if heading == key || (key.utf8.count > 60 && heading.hasPrefix(key)) { return true }
            guard tree.nodes[index].tag == .h1 else { return false }
            let other = Self.words(of: text)
            return min(words.count, other.count) >= 4
                && words.intersection(other).count * 10 >= min(words.count, other.count) * 6
        }
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
