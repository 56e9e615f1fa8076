import Foundation
import Reports

/// Reads Atom and RSS feeds: one report per entry.
///
/// ```swift
/// let reports = try FeedReader().read(data, source: "history.atom")
/// reports.first?.timeline.map(\.phase)  // ["investigating", "update", "resolved"]
/// ```
///
/// Entries of a status page's history become status entries with one timeline event per update.
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
        if let found = Self.otherThanFeed(decoded.utf8) { throw IngestionError(source, .notAFeed(found: found)) }
        var warnings = decoded.warnings
        let tree = try Self.tree(decoded.utf8, source: source, limits: limits, warnings: &warnings)
        var document = try FeedDocument(tree, source: source)
        if document.entries.count > limits.maxEntries {
            throw IngestionError(source, .tooManyEntries(limit: limits.maxEntries))
        }
        let head = try document.head()
        var result = Reading(reports: [], identities: [], failures: [], warnings: warnings)
        var seen: [String: Int] = [:]
        for (number, node) in document.entries.enumerated() {
            do {
                let entry = try document.entry(node, head: head)
                var key = entry.id.flatMap { $0.isEmpty ? nil : $0 } ?? entry.link ?? String(number + 1)
                seen[key, default: 0] += 1
                if let count = seen[key], count > 1 { key += "-\(count)" }
                let assembly = EntryReport(entry, head: head, source: "\(source)#\(key)", limits: limits)
                var report = try assembly.report()
                report.warnings = warnings + report.warnings
                result.reports.append(report)
                result.identities.append(report.url ?? "\(head.link ?? source)#\(key)")
            } catch let error as IngestionError {
                // Entities that expand are an attack on the whole, not a fault of one entry.
                if error.reason == .entityExpansion { throw error }
                result.failures.append(error)
            }
        }
        return result
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
