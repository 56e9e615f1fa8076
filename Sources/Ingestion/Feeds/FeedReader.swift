import Foundation
import Reports

/// Reads Atom, RSS and JSON feeds: one report per entry.
///
/// ```swift
/// let reports = try FeedReader().read(data, source: "history.atom")
/// reports.first?.timeline.map(\.phase)  // ["investigating", "update", "resolved"]
/// ```
///
/// Entries of a status page become status entries with one timeline event per update; where a feed has an entry for each
/// update, those of one incident become one report.
public struct FeedReader: Sendable {
    public init() {}

    /// What a feed holds.
    public struct Reading: Sendable {
        /// In the feed's order.
        public var reports: [Report]
        /// What tells each report's incident from others, in the same order: its address, else the feed's address and
        /// the entry's id. The same in every snapshot of the feed.
        public var identities: [String]
        /// Entries that could not be read, each named in its error's source.
        public var failures: [IngestionError]
        /// What was repaired or left out in the feed as a whole.
        public var warnings: [String]
    }

    /// The reports of a feed; entries that cannot be read are passed over.
    ///
    /// - Throws: ``IngestionError`` when the data is no feed, or over a limit.
    public func read(
        _ data: Data, source: String, charset: String? = nil, limits: IngestionLimits = .standard
    ) throws -> [Report] {
        try reading(data, source: source, charset: charset, limits: limits).reports
    }

    /// The reports of a feed, with what went wrong.
    ///
    /// - Parameters:
    ///   - source: The path or URL as given; each report's source is this with `#` and the entry's id.
    ///   - charset: What the transport says of the encoding; `nil` when it is silent.
    /// - Throws: ``IngestionError`` when the data is no feed, or over a limit.
    public func reading(
        _ data: Data, source: String, charset: String? = nil, limits: IngestionLimits = .standard
    ) throws -> Reading {
        if data.count > limits.maxBytes {
            throw IngestionError(source, .tooLarge(bytes: data.count, limit: limits.maxBytes))
        }
        let decoded = try TextDecoder().decode(data, source: source, charset: charset)
        return try reading(decoded, source: source, limits: limits)
    }

    /// The same of text that has been decoded.
    func reading(_ decoded: TextDecoder.Decoded, source: String, limits: IngestionLimits) throws -> Reading {
        try reading(feed(decoded, source: source, limits: limits), source: source, limits: limits)
    }

    /// The reports of a feed that has been taken apart.
    func reading(_ feed: Feed, source: String, limits: IngestionLimits) throws -> Reading {
        let context = FeedContext(feed, source: source, limits: limits)
        let groups =
            context.isStatusPage
            ? IncidentGroups(feed.entries, front: context.front).groups()
            : feed.entries.map { IncidentGroup(entries: [$0]) }
        var result = Reading(reports: [], identities: [], failures: [], warnings: feed.warnings)
        var seen: [String: Int] = [:]
        for (number, group) in groups.enumerated() {
            let first = group.entries[0]
            let id = group.key ?? (first.id ?? first.about).flatMap { $0.isEmpty ? nil : $0 }
            var key = id ?? first.link ?? String(number + 1)
            seen[key, default: 0] += 1
            if let count = seen[key], count > 1 { key += "-\(count)" }
            do {
                var report = try EntryReport(context, source: "\(source)#\(key)").report(of: group)
                report.warnings = feed.warnings + report.warnings
                result.identities.append(Self.identity(of: report, key: id ?? key, context, source: source))
                result.reports.append(report)
            } catch let error as IngestionError {
                result.failures.append(error)
            }
        }
        return result
    }

    /// A page that is the feed's own tells no entry from another.
    private static func identity(of report: Report, key: String, _ feed: FeedContext, source: String) -> String {
        if let url = report.url, url != feed.front { return url }
        return "\(feed.front ?? source)#\(key)"
    }

    // MARK: Parsing

    /// A feed in its parts, whatever its format.
    func feed(_ decoded: TextDecoder.Decoded, source: String, limits: IngestionLimits) throws -> Feed {
        var warnings = decoded.warnings
        var feed: Feed
        if let json = Self.jsonFeed(decoded.utf8) {
            feed = try JSONFeed.feed(json, source: source, limit: limits.maxEntries)
        } else {
            if let found = Self.otherThanFeed(decoded.utf8) { throw IngestionError(source, .notAFeed(found: found)) }
            let tree = try Self.tree(decoded.utf8, source: source, limits: limits, warnings: &warnings)
            var document = try XMLFeed(tree, source: source)
            feed = try document.feed(limit: limits.maxEntries)
        }
        feed.warnings = warnings
        return feed
    }

    /// Parses; when the XML is ill-formed, mends the usual faults and parses again.
    private static func tree(
        _ utf8: [UInt8], source: String, limits: IngestionLimits, warnings: inout [String]
    ) throws -> XMLTree {
        let first = Result { try XMLTree(utf8, source: source, limits: limits) }
        var tree: XMLTree
        if case .success(let parsed) = first, parsed.isWellFormed {
            tree = parsed
        } else {
            if case .failure(let error as IngestionError) = first {
                guard case .notAFeed = error.reason else { throw error }
            }
            tree = try XMLTree(FeedRepair.mended(utf8), source: source, limits: limits)
            warnings.append("the feed is ill-formed XML; read as far as it could be mended")
        }
        for name in tree.externalEntities { warnings.append("the external entity '\(name)' was not fetched") }
        return tree
    }

    // MARK: Recognition

    private static func jsonFeed(_ utf8: [UInt8]) -> JSONObject? {
        guard utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), let json = JSONObject(Data(utf8)),
            JSONFeed.isFeed(json)
        else { return nil }
        return json
    }

    /// What the text is when it can't be a feed; `nil` when it may be one.
    private static func otherThanFeed(_ utf8: [UInt8]) -> String? {
        guard let first = utf8.first(where: { $0 > 0x20 }) else { return "blank text" }
        switch DocumentKind(utf8)?.local {
        case nil:
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return "JSON" }
            return utf8.prefix(65_536).contains(UInt8(ascii: "<")) ? nil : "plain text"
        case "html", "body", "head": return "an HTML page"
        default: return nil
        }
    }
}
