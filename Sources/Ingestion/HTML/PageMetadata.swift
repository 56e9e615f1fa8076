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
        let linked = LinkedData(marks.linkedData)
        let address = AddressResolver(base: marks.base ?? source)
        base = address.base?.absoluteString
        organisation = Self.organisation(marks, linked)
        title = Self.title(marks, linked, tree, organisation: organisation, roots: roots)
        authors = Self.authors(marks, linked)
        language = marks.language.flatMap(LanguageTag.init)?.text
        url = Self.address(marks, linked, address, source: source)
        articleBody = linked.articleBody
        summary = Self.summary(marks, linked, title: title)
        readDates(marks, linked, source: source)
    }

    // MARK: Title and organisation

    private static func title(
        _ marks: PageMarks, _ linked: LinkedData, _ tree: HTMLTree, organisation: String?, roots: [Int]
    ) -> String? {
        let stated = [linked.headline, marks.meta("og:title"), marks.meta("twitter:title")]
        for candidate in stated {
            if let title = TitleText.clean(candidate, organisation: organisation) { return title }
        }
        let headings = marks.headings.map { tree.collapsedText($0, limit: 400) }
        let inTitle = marks.title.map(TitleText.key) ?? ""
        // A heading that the window's title repeats, else one inside the content, else the only one.
        let heading =
            headings.first { !$0.isEmpty && inTitle.contains(TitleText.key($0)) }
            ?? zip(marks.headings, headings).first { pair in roots.contains { tree.range(of: $0).contains(pair.0) } }?.1
            ?? (headings.count == 1 ? headings[0] : nil)
        return TitleText.clean(heading, organisation: organisation)
            ?? TitleText.clean(marks.title, organisation: organisation)
    }

    private static func organisation(_ marks: PageMarks, _ linked: LinkedData) -> String? {
        let stated = [marks.meta("og:site_name"), linked.publisher, marks.meta("application-name")]
        return stated.lazy.compactMap(TitleText.organisation).first
    }

    private static func authors(_ marks: PageMarks, _ linked: LinkedData) -> [String] {
        let metas = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"]
        let groups = [linked.authors] + metas.map { marks.metas($0) } + [marks.authors]
        for group in groups {
            var names: [String] = []
            for name in group.compactMap(AuthorName.clean) where !names.contains(name) && names.count < 20 {
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

    // MARK: Dates

    private mutating func readDates(_ marks: PageMarks, _ linked: LinkedData, source: String) {
        let stated =
            [linked.published] + PageMarks.publishedNames.map { marks.meta($0) } + [
                marks.itemProperties["datepublished"]
            ]
        published = stated.lazy.compactMap { $0.flatMap(FeedDates.read) }.first
        if published == nil { guessPublished(marks, source: source) }
        let changed =
            [linked.updated] + PageMarks.updatedNames.map { marks.meta($0) } + [marks.itemProperties["datemodified"]]
        updated = changed.lazy.compactMap { $0.flatMap(FeedDates.read) }.first
        // An update before publication is a clock or a template at fault.
        if let update = updated, let start = published, update < start { updated = nil }
    }

    private mutating func guessPublished(_ marks: PageMarks, source: String) {
        if let time = marks.times.lazy.compactMap({ FeedDates.read($0) }).first {
            published = time
            warnings.append("published \(time.day) is taken from the page's first time element")
        } else if let day = [url, source].lazy.compactMap({ $0.flatMap(AddressDate.day) }).first {
            published = day
            warnings.append("published \(day.day) is taken from the page's address")
        }
    }
}

/// Dates in addresses.
enum AddressDate {
    /// The day of a path such as `/2019/11/18/` or `/2019-11-18-title`; `nil` when there is none.
    static func day(in address: String) -> Timestamp? {
        let numbers = address.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "_" || $0 == "." })
        for index in numbers.indices.dropLast(2) {
            guard numbers[index].utf8.count == 4, let year = Int(numbers[index]), (1995...2100).contains(year),
                numbers[index + 1].utf8.count == 2, let month = Int(numbers[index + 1]),
                numbers[index + 2].utf8.count == 2, let day = Int(numbers[index + 2])
            else { continue }
            return Timestamp(year: year, month: month, day: day)
        }
        return nil
    }
}
