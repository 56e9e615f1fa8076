import Markup
import Reports

/// Front matter as the fields of a report.
struct FrontMatterFields {
    private(set) var values: [String: YAMLValue]
    /// The 1-based line of each top-level key.
    private var lines: [String: Int]
    private(set) var warnings: [String] = []

    /// - Parameter text: The whole file, to find the lines of keys.
    init(_ frontMatter: FrontMatter?, text: String) {
        values = frontMatter?.values ?? [:]
        lines = [:]
        guard frontMatter != nil else { return }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0, line.hasPrefix("---") { break }
            guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else { continue }
            let key = String(line[..<colon])
            if lines[key] == nil { lines[key] = index + 1 }
        }
    }

    /// Puts what the front matter says into a report.
    mutating func apply(to report: inout Report) {
        if let kind = text("kind") {
            if let known = Report.Kind(rawValue: kind) {
                report.kind = known
            } else {
                warn("kind", "is '\(kind)'; write \(Report.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
        }
        report.title = text("title")
        report.organisation = text("organisation") ?? text("organization") ?? text("company")
        report.authors = texts("authors") + texts("author")
        report.language = text("language") ?? text("lang")
        report.severity = text("severity")
        report.services = texts("services") + texts("service")
        report.url = address("source") ?? address("url")
        report.archivedURL = address("archived")
        report.otherURLs = texts("other_sources")
        report.published = time("published")
        report.updated = time("updated")
        report.occurred = time("date") ?? time("occurred")
        report.statedDuration = duration()
        report.summary = text("summary") ?? ""
        report.stamps = stamps()
        report.actionItems = actionItems()
        report.incident = text("incident")
    }

    /// One text; a list or mapping in its place is a warning.
    private mutating func text(_ key: String) -> String? {
        guard let value = values[key], value != .null else { return nil }
        if case .scalar(let text) = value { return text.trimmed.isEmpty ? nil : text.trimmed }
        warn(key, "must be one text")
        return nil
    }

    /// A list of texts; a text with commas is no list, and stays one.
    private mutating func texts(_ key: String) -> [String] {
        guard let value = values[key], value != .null else { return [] }
        if case .mapping = value {
            warn(key, "must be a list of texts")
            return []
        }
        let found = value.strings
        if let members = value.list, members.count != found.count {
            warn(key, "must be a list of texts; \(counted(members.count - found.count, "member")) left out")
        }
        return found.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// A web address. `source: vendor report` is words about the source, not an address.
    private mutating func address(_ key: String) -> String? {
        guard let found = text(key) else { return nil }
        let lower = found.lowercased()
        if lower.hasPrefix("https://") || lower.hasPrefix("http://") { return found }
        warn(key, "is not a web address: '\(found.prefix(80))'")
        return nil
    }

    private mutating func time(_ key: String) -> Timestamp? {
        guard let found = text(key) else { return nil }
        if let time = TimeReader.timestamp(found) ?? Self.exact(found) { return time }
        warn(key, "is not a time: '\(found.prefix(80))'; write 2024-03-05 or 2024-03-05T14:02Z")
        return nil
    }

    /// RFC 3339 of any year. In prose a number outside 1900 to 2199 is hardly ever a year; here nothing else is meant.
    private static func exact(_ text: String) -> Timestamp? {
        guard let time = Timestamp(text), (1...9999).contains(time.utc.civil.year) else { return nil }
        return time
    }

    private mutating func duration() -> Int? {
        guard let found = text("duration") else { return nil }
        if let seconds = DurationReader.seconds(found) { return seconds }
        warn("duration", "is not a length of time: '\(found.prefix(80))'; write 47m, 4h17m or 2d3h")
        return nil
    }

    private mutating func stamps() -> [StampName: Stamp] {
        guard let value = values["stamps"], value != .null else { return [:] }
        guard case .mapping(let members) = value else {
            warn("stamps", "must be a mapping of stamp names to times")
            return [:]
        }
        var result: [StampName: Stamp] = [:]
        for key in members.keys.sorted() {
            guard let member = members[key], member != .null else { continue }
            guard let name = StampName(rawValue: key) else {
                let known = StampName.allCases.map(\.rawValue).joined(separator: ", ")
                warn("stamps", "holds '\(key)', which is no stamp; the stamps are \(known)")
                continue
            }
            result[name] = stamp(member, name: key)
        }
        return result
    }

    /// `2024-03-05T14:02Z` alone, or `{at, estimated, from}`.
    private mutating func stamp(_ value: YAMLValue, name: String) -> Stamp? {
        guard let written = value.string ?? value["at"]?.string else {
            // A template's empty `at:` is no mistake.
            if value["at"] == nil || value["at"]?.list != nil { warn("stamps", "'\(name)' needs a time under 'at'") }
            return nil
        }
        let reading = TimeReader.reading(written)
        guard let at = reading?.timestamp ?? Self.exact(written) else {
            warn("stamps", "'\(name)' is not a time: '\(written.prefix(80))'; write 2024-03-05T14:02Z")
            return nil
        }
        return Stamp(
            at: at, estimated: value["estimated"]?.bool ?? reading?.isEstimate ?? false, from: value["from"]?.string)
    }

    private mutating func actionItems() -> [ActionItem] {
        guard let value = values["action_items"], value != .null else { return [] }
        guard let members = value.list else {
            warn("action_items", "must be a list")
            return []
        }
        var left = 0
        let items = members.compactMap { member -> ActionItem? in
            if let text = member.string { return ActionItem(text: text) }
            guard let text = member["text"]?.string ?? member["title"]?.string ?? member["action"]?.string else {
                left += 1
                return nil
            }
            return ActionItem(
                text: text, owner: member["owner"]?.string, due: member["due"]?.string,
                status: member["status"]?.string, kind: member["kind"]?.string ?? member["type"]?.string)
        }
        if left > 0 { warn("action_items", "\(counted(left, "member")) without a 'text' left out") }
        return items
    }

    mutating func warn(_ key: String, _ what: String) {
        let place = lines[key].map { " (line \($0))" } ?? ""
        warnings.append("front matter: '\(key)'\(place) \(what)")
    }
}
