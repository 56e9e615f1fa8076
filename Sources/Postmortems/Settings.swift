import Foundation
import Markup

/// What `postmortem.yml` says.
public struct Settings: Equatable, Sendable {
    /// The site's title.
    public var title: String
    /// Where the site will be served from; `nil` leaves out what needs absolute addresses.
    public var baseURL: String?
    /// A mail or web address that sites we fetch from are told; `nil` for none.
    public var contact: String?
    public var services: [Service]
    /// Feeds and pages that `ingest --watch-config` pulls.
    public var sources: [WatchedSource]
    /// Everything the file says; the linter reads its own keys there.
    public var all: YAMLValue

    /// A service and what it promises.
    public struct Service: Equatable, Sendable {
        public var name: String
        /// The objective in percent, such as 99.9; `nil` when none is set.
        public var objective: Double?
    }

    public init(
        title: String = "Incidents", baseURL: String? = nil, services: [Service] = [], sources: [WatchedSource] = [],
        all: YAMLValue = .null
    ) {
        self.title = title
        self.baseURL = baseURL
        self.services = services
        self.sources = sources
        self.all = all
    }

    /// Reads the text of a `postmortem.yml`; keys it does not know are left alone.
    ///
    /// - Parameter path: For messages.
    /// - Throws: ``KnowledgeBaseError/badSettings(path:line:reason:)``.
    public init(yaml: String, path: String) throws {
        self.init()
        let values: FrontMatter
        do {
            values = try FrontMatter.parse(yaml, firstLine: 1)
        } catch let error as FrontMatterError {
            throw KnowledgeBaseError.badSettings(path: path, line: error.line, reason: error.reason)
        }
        func bad(_ reason: String) -> KnowledgeBaseError {
            .badSettings(path: path, line: nil, reason: reason)
        }
        func text(_ key: String, example: String) throws -> String? {
            switch values[key] {
            case nil, .null: return nil
            case .scalar(let text): return text.isEmpty ? nil : text
            default: throw bad("\(key) is no text; write '\(key): \(example)'")
            }
        }
        func list(_ key: String, example: String) throws -> [YAMLValue] {
            switch values[key] {
            case nil, .null: return []
            case .list(let entries): return entries
            default: throw bad("\(key) is no list; write '\(key):' and below it '  - \(example)'")
            }
        }
        if let title = try text("title", example: "Our incidents") { self.title = title }
        if let address = try text("base_url", example: "https://incidents.example.org/") {
            guard let url = URL(string: address), url.scheme == "https" || url.scheme == "http", url.host() != nil
            else { throw bad("base_url '\(address)' is no address; write https://incidents.example.org/") }
            baseURL = address.hasSuffix("/") ? address : address + "/"
        }
        contact = try text("contact", example: "incidents@example.org")
        services = try list("services", example: "name: booking-api").map { value in
            guard let name = value.string ?? value["name"]?.string else {
                throw bad("an entry under services has no name; write '- name: booking-api'")
            }
            guard let text = value["slo"]?.string else { return Service(name: name, objective: nil) }
            let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
            guard let objective = Double(digits.trimmingCharacters(in: .whitespaces)), objective > 0, objective < 100
            else { throw bad("the slo '\(text)' of \(name) is no percentage below 100; write 99.9") }
            return Service(name: name, objective: objective)
        }
        do {
            sources = try list("sources", example: "https://status.example.com/history.atom").map(WatchedSource.init)
        } catch let fault as WatchedSource.Fault {
            throw KnowledgeBaseError.badSettings(
                path: path, line: fault.word.flatMap { Self.line(of: $0, under: "sources", in: yaml) },
                reason: fault.reason)
        }
        // Read by the linter; a roster in the wrong form would leave names unnoticed.
        for value in try list("roster", example: "Priya Nair") where (value.string ?? value["name"]?.string) == nil {
            throw bad("an entry under roster is no name; write '- Priya Nair'")
        }
        if let lint = values["lint"], lint != .null, lint.mapping == nil {
            throw bad("lint is no list of keys; write 'lint:' and below it '  rules: {CM01n: off}'")
        }
        all = .mapping(values.values)
    }

    /// The line, 1-based, where a word first stands after a key of the file; `nil` when it can't be told.
    private static func line(of word: String, under key: String, in yaml: String) -> Int? {
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return nil }
        return lines[start...].firstIndex { $0.contains(word) }.map { $0 + 1 }
    }

    /// The file that `init` writes.
    static let initialText = """
        # What this knowledge base is, and how it is published.
        title: Our incidents

        # Where the site will live; without it everything works but absolute links in feeds.
        # base_url: https://incidents.example.org/

        # Services by the name that postmortems use, with their objective over 30 days.
        services: []
        #  - name: booking-api
        #    slo: 99.9

        # Whom the owner of a site we fetch from can write to; sent with every request.
        # contact: incidents@example.org

        # Feeds and pages that `postmortem ingest --watch-config` pulls.
        sources: []
        #  - https://status.example.com/history.atom
        #  - url: https://example.com/outages
        #    organisation: Example

        # People whose names the linter asks to be written as roles.
        # roster: [Priya Nair]

        # The linter: a rule's severity (error, warning, info) or off.
        # lint:
        #   rules: {CM01n: off}

        """
}
