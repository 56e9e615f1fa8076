import Reports

/// Makes a report of one feed entry, or of all the entries that tell of one incident.
struct EntryReport {
    private let feed: FeedContext
    private let source: String

    init(_ feed: FeedContext, source: String) {
        self.feed = feed
        self.source = source
    }

    /// - Throws: ``IngestionError`` when the content is too deep or too large, or there is neither title nor text.
    func report(of entry: FeedEntry) throws -> Report {
        var report = try bare(entry)
        let text = report.text
        let updates = StatusUpdates(text, published: entry.published ?? entry.updated, updated: entry.updated)
        let isIncident = entry.id.map { $0.hasPrefix("tag:") && $0.holds("Incident/") } ?? false
        if isIncident || updates.areCertain || feed.isStatusPage {
            StatusReport.complete(&report, from: entry, updates: updates)
        }
        if report.title == nil { FirstWords.fillTitle(of: &report, remedy: "the feed gives none") }
        return report
    }

    /// One report of several entries, each of which is an update.
    func report(of group: IncidentGroup) throws -> Report {
        guard group.entries.count > 1 else { return try report(of: group.entries[0]) }
        let parts = try group.entries.map { (entry: $0, report: try bare($0)) }
        var report = StatusReport.folded(parts)
        if report.title == nil { FirstWords.fillTitle(of: &report, remedy: "the feed gives none") }
        return report
    }

    /// What an entry says, before it is known whether it is a status page's.
    private func bare(_ entry: FeedEntry) throws -> Report {
        let content = try sanitized(entry.content)
        let body = content.text.isEmpty ? try sanitized(entry.summary) : content
        var report = Report(source: source, kind: .publicReport, title: entry.title.words, url: feed.address(of: entry))
        report.organisation = feed.organisation
        report.authors = feed.authors(of: entry)
        report.language = entry.language.flatMap(LanguageTag.init)?.text ?? feed.language
        report.published = entry.published
        report.updated = entry.updated
        report.text = body.text
        report.html = body.html
        // A summary that only begins the content is an excerpt.
        if !content.text.isEmpty, let summary = entry.summary.words,
            !content.text.utf8.starts(with: summary.utf8.prefix(60))
        {
            report.summary = summary
        }
        if report.title == nil, report.text.isEmpty { throw IngestionError(source, .emptyEntry) }
        return report
    }

    private func sanitized(_ text: FeedText) throws -> HTMLSanitizer.Content {
        if text.isEmpty { return HTMLSanitizer.Content(html: "", text: "") }
        let addresses = text.base.map { AddressResolver(base: $0) } ?? feed.addresses
        return try HTMLSanitizer(limits: feed.limits).sanitize(text.html, addresses: addresses, source: source)
    }
}

/// What all entries of a feed have in common.
struct FeedContext {
    let limits: IngestionLimits
    /// What relative links are read against where the document states nothing.
    let addresses: AddressResolver
    let organisation: String?
    let language: String?
    let isStatusPage: Bool
    /// The page the feed belongs to.
    let front: String?
    private let headAuthors: [String]
    /// Names as they are written and as a report has them; a feed has few.
    private let authorNames: [String: String]

    init(_ feed: Feed, source: String, limits: IngestionLimits) {
        let head = feed.head
        self.limits = limits
        let base = AddressResolver(base: source)
        front = head.link.flatMap { base.resolve($0.utf8) }
        addresses = AddressResolver(base: front ?? source)
        let title = head.title.words
        isStatusPage = StatusTitle.isStatusPage(
            title: title ?? "", id: head.id ?? "", addresses: [head.link, head.id].compactMap { $0 })
        organisation = isStatusPage ? StatusTitle.organisation(title) : TitleText.organisation(title)
        language = head.language.flatMap(LanguageTag.init)?.text
        var names: [String: String] = [:]
        var seen: Set<String> = []
        for person in feed.entries.lazy.flatMap(\.authors) + head.authors {
            guard let raw = person.name, seen.insert(raw).inserted else { continue }
            names[raw] = AuthorName.clean(raw.contains("<") ? HTMLText.plain(raw) : raw)
        }
        authorNames = names
        headAuthors = head.authorsWroteEntries ? Self.list(head.authors, names) : []
    }

    func authors(of entry: FeedEntry) -> [String] {
        let names = Self.list(entry.authors, authorNames)
        return names.isEmpty ? headAuthors : names
    }

    /// The page that is the entry; the feed's own page is none where the entry's id leads further.
    func address(of entry: FeedEntry) -> String? {
        let link = entry.link.flatMap { addresses.resolve($0.utf8) }.flatMap { $0.hasPrefix("http") ? $0 : nil }
        guard let id = entry.id, WebAddress.isAddress(id) else { return link }
        if let link { return isStatusPage && link == front && id.hasPrefix(link) ? addresses.resolve(id.utf8) : link }
        return entry.isLocator ? addresses.resolve(id.utf8) : nil
    }

    private static func list(_ people: [FeedPerson], _ names: [String: String]) -> [String] {
        var list: [String] = []
        for person in people {
            guard let name = person.name.flatMap({ names[$0] }), !list.contains(name) else { continue }
            list.append(name)
        }
        return list
    }
}
