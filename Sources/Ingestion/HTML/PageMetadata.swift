import Foundation
import Reports

/// What a page says about itself in its head and markup.
///
/// Each fact is taken from the first place that states it, in the order of trust: JSON-LD, which is written for
/// machines and checked by search engines; `meta` elements; microdata; elements readers see; the address.
struct PageMetadata {
    var title: String?
    var organisation: String?
    var authors: [String] = []
    var language: String?
    var url: String?
    var published: Timestamp?
    var updated: Timestamp?
    var summary = ""
    /// The content as JSON-LD repeats it; `nil` when it does not.
    var articleBody: String?
    /// What the page's relative links are read against.
    var base: String?
    var warnings: [String] = []

    /// - Parameter roots: The parts of the page that are its content.
    init(_ tree: HTMLTree, source: String, roots: [Int]) {
        let marks = PageMarks(tree)
        // Of a file only its name is the page's; the folders it was saved in have dates of their own.
        let place = source.hasPrefix("http") ? source : source.split(separator: "/").last.map(String.init)
        let own = [marks.canonical, marks.meta("og:url"), place].compactMap { $0 }
        let linked = LinkedData(marks.linkedData, address: own.first)
        let address = AddressResolver(base: marks.base ?? source)
        base = address.base?.absoluteString
        organisation = Self.organisation(marks, linked)
        url = Self.address(marks, linked, address, source: source)
        let heading = PageTitle(marks, linked, tree, site: organisation ?? url.flatMap(Self.siteName), roots: roots)
        title = heading.text
        authors = Self.authors(marks, linked)
        language = Self.language(marks, linked)
        articleBody = linked.articleBody
        summary = Self.summary(marks, linked, title: title)
        let words = language ?? Self.guessedLanguage(tree, title: title, roots: roots)
        let dates = PageDates(
            marks, linked, tree, heading: heading.heading, content: roots,
            order: PageDateOrder(language: words, address: url ?? source),
            addresses: own + [linked.url].compactMap { $0 })
        published = dates.published
        updated = dates.updated
        warnings += dates.warnings
    }

    // MARK: Title, organisation and language

    /// The name in a host's address: `acme` of `https://www.acme.co.uk/`; `nil` when there is no host.
    private static func siteName(_ address: String) -> String? {
        guard let host = URL(string: address)?.host() else { return nil }
        // Without the top level, and without what stands before it in addresses such as `acme.co.uk`.
        let labels = host.split(separator: ".").dropLast()
        return (labels.last { !["co", "com", "org", "net", "gov", "ac", "edu"].contains($0) } ?? labels.last).map(
            String.init)
    }

    private static func language(_ marks: PageMarks, _ linked: LinkedData) -> String? {
        let stated = [marks.language, linked.language, marks.meta("dc.language"), marks.meta("language")]
        return stated.lazy.compactMap { $0.flatMap(LanguageTag.init)?.text }.first
    }

    /// The language that the words are in; for reading dates, where the page does not state one.
    private static func guessedLanguage(_ tree: HTMLTree, title: String?, roots: [Int]) -> String? {
        guard let root = roots.first else { return nil }
        return LanguageGuess.language(of: (title ?? "") + "\n" + tree.collapsedText(root, limit: 4000))
    }

    private static func organisation(_ marks: PageMarks, _ linked: LinkedData) -> String? {
        let stated = [
            marks.meta("og:site_name"), linked.publisher, marks.meta("application-name"), marks.meta("dc.publisher"),
            marks.meta("publisher"),
        ]
        return stated.lazy.compactMap(TitleText.organisation).first
    }

    private static func authors(_ marks: PageMarks, _ linked: LinkedData) -> [String] {
        let metas = [
            "author", "article:author", "dc.creator", "dc.author", "parsely-author", "sailthru.author",
            "citation_author", "byl",
        ]
        let groups = [linked.authors] + metas.map { marks.metas($0) } + [marks.authors]
        for group in groups {
            var names: [String] = []
            for name in group.flatMap(AuthorName.names) where !names.contains(name) && names.count < 20 {
                names.append(name)
            }
            if !names.isEmpty { return names }
        }
        return []
    }

    // MARK: Address and summary

    private static func address(
        _ marks: PageMarks, _ linked: LinkedData, _ address: AddressResolver, source: String
    ) -> String? {
        let stated = [marks.canonical, marks.meta("og:url"), linked.url].compactMap { $0 }
            .compactMap { address.resolve($0.utf8) }.filter { $0.hasPrefix("http") }
        // A canonical address that is the site's front page stands on every page of careless sites.
        if let url = stated.first(where: { (URL(string: $0)?.path() ?? "/").utf8.count > 1 }) { return url }
        return source.hasPrefix("http://") || source.hasPrefix("https://") ? source : stated.first
    }

    private static func summary(_ marks: PageMarks, _ linked: LinkedData, title: String?) -> String {
        let stated = [marks.meta("description"), marks.meta("og:description"), linked.description]
        for candidate in stated.compactMap({ $0 }) {
            let text = TitleText.collapsed(candidate)
            // A sentence, not keywords or the title again, and not cut off.
            let isSentence = text.split(separator: " ").count >= 8 && text.contains { ".!?。".contains($0) }
            let isCut = text.hasSuffix("...") || text.hasSuffix("…")
            if isSentence, !isCut, title.map({ TitleText.key(text) != TitleText.key($0) }) ?? true { return text }
        }
        return ""
    }
}
