import Compression
import Foundation
import Reports

/// A report with what the knowledge base needs to keep it.
public struct IngestedReport: Sendable {
    public var report: Report
    /// Tells whether a report read later is a new version of this one; see ``SourceReader``.
    public var identity: String
    /// The whole source the report came from, decompressed.
    public var raw: Data

    public init(report: Report, identity: String, raw: Data) {
        self.report = report
        self.identity = identity
        self.raw = raw
    }

    /// Whether it is one of several entries of its source, which each snapshot of that source repeats.
    public var isEntry: Bool { identity.hasPrefix("entry:") }
}

/// What one source gave.
public struct SourceOutcome: Sendable {
    /// In the source's order.
    public var reports: [IngestedReport]
    public var failures: [IngestionError]
    /// What a person should hear though nothing failed, such as a feed without entries. Place and remedy.
    public var notes: [String]

    public init(reports: [IngestedReport] = [], failures: [IngestionError] = [], notes: [String] = []) {
        self.reports = reports
        self.failures = failures
        self.notes = notes
    }
}

/// Reads any source this target knows: the one entry for whoever has bytes.
///
/// ```swift
/// let document = SourceDocument(source: "a.md", bytes: Data("# Disk full\n".utf8), identity: "a.md")
/// SourceReader().reports(in: document).reports.first?.report.title  // "Disk full"
/// ```
///
/// The form is told by content first and name second. Identities are: for a file, the path the walker gives; for a page
/// of the web, its canonical address if that is on the same host, else its final one; for an entry of a feed or one of
/// several incidents in a file, `entry:` and the entry's address or identifier, so that the same entry in several
/// snapshots is one report; for standard input, `sha256:` and the hash of the content.
public struct SourceReader: Sendable {
    public var limits: IngestionLimits
    /// The zone of times that name none where the source states none; UTC, with a warning, when `nil`.
    public var zone: TimeZoneRule?
    /// The day of a timeline's times without one where the source names none; they stay unknown when `nil`.
    public var day: Timestamp?

    public init(limits: IngestionLimits = .standard, zone: TimeZoneRule? = nil, day: Timestamp? = nil) {
        self.limits = limits
        self.zone = zone
        self.day = day
    }

    /// Every report in a document; a failure names the document and what to try. Never throws, never traps on any bytes.
    public func reports(in document: SourceDocument) -> SourceOutcome {
        do {
            var document = document
            document.bytes = try unpacked(document)
            return outcome(try read(document), document)
        } catch let error as IngestionError {
            return SourceOutcome(failures: [error])
        } catch {
            return SourceOutcome(failures: [IngestionError(document.source, .damaged("\(error)"))])
        }
    }

    /// The text of a document as ``reports(in:)`` would decode it, for whoever works on the words as they stand.
    ///
    /// ```swift
    /// let document = SourceDocument(source: "a.md", bytes: Data([0x63, 0x61, 0x66, 0xE9]))
    /// try SourceReader().text(of: document).text  // "café"
    /// ```
    ///
    /// - Returns: Valid Unicode without byte-order mark, `""` for an empty document; and what of the encoding was guessed
    ///   or could not be read, in words.
    /// - Throws: ``IngestionError`` for binary data, damaged gzip, and a document over the limit.
    public func text(of document: SourceDocument) throws -> (text: String, warnings: [String]) {
        var document = document
        do {
            document.bytes = try unpacked(document)
            let decoded = try decoded(document)
            return (decoded.text, decoded.warnings)
        } catch let error as IngestionError where error.reason == .emptyInput {
            // Nothing to report is a fault of a source; nothing to correct is none of a text.
            return ("", [])
        }
    }

    /// The identity of a file: its path relative to `base` when it lies inside, else its absolute path.
    public static func identity(forPath path: String, relativeTo base: String?) -> String {
        let full = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
        guard let base else { return full }
        var root = URL(filePath: base).standardizedFileURL.path(percentEncoded: false)
        if !root.hasSuffix("/") { root += "/" }
        return full.hasPrefix(root) ? String(full.dropFirst(root.count)) : full
    }

    // MARK: Unpacking

    private func unpacked(_ document: SourceDocument) throws -> Data {
        if document.bytes.isEmpty { throw IngestionError(document.source, .emptyInput) }
        try checkSize(document.bytes.count, document.source)
        var bytes = document.bytes
        // A gzip inside a gzip is a bomb or a mistake.
        if Compression.isGzip(bytes) {
            do {
                bytes = try Compression.inflate(bytes, limit: limits.maxBytes)
            } catch CompressionError.truncated {
                throw IngestionError(document.source, .truncatedGzip)
            } catch CompressionError.tooLarge {
                throw IngestionError(document.source, .unpacksTooLarge(limit: limits.maxBytes))
            } catch {
                throw IngestionError(document.source, .damaged("the gzip data can't be unpacked"))
            }
            if bytes.isEmpty { throw IngestionError(document.source, .emptyInput) }
        }
        if let form = SourceFormat.binaryForm(bytes) { throw IngestionError(document.source, .unsupported(form)) }
        return bytes
    }

    private func checkSize(_ count: Int, _ source: String) throws {
        if count > limits.maxBytes { throw IngestionError(source, .tooLarge(bytes: count, limit: limits.maxBytes)) }
    }

    private func decoded(_ document: SourceDocument) throws -> TextDecoder.Decoded {
        try TextDecoder().decode(document.bytes, source: document.source, charset: document.charset)
    }

    // MARK: Reading

    private enum Found {
        /// The document is one report.
        case whole(Report)
        /// The document holds several, each with an identity of its own; some may have failed.
        case entries([(report: Report, identity: String)], [IngestionError])
    }

    private func read(_ document: SourceDocument) throws -> Found {
        let decoded = try decoded(document)
        guard decoded.utf8.contains(where: { $0 > 0x20 }) else { throw IngestionError(document.source, .emptyInput) }
        let format = SourceFormat.of(
            decoded.utf8, nameExtension: document.nameExtension, mediaType: document.mediaType)
        switch format {
        case .html: return .whole(try html(document, decoded))
        case .feed: return try feed(document, decoded)
        case .unsupported(let form): throw IngestionError(document.source, .unsupported(form))
        case .json: return try json(document, decoded)
        case .markdown, .delimited, .plainText: return .whole(try text(document, decoded, format))
        }
    }

    private func html(_ document: SourceDocument, _ decoded: TextDecoder.Decoded) throws -> Report {
        var report = try HTMLReader(zone: zone).read(
            decoded, source: document.finalURL ?? document.source, limits: limits)
        report.source = document.source
        if report.url == nil, let address = document.finalURL ?? (document.isAddress ? document.source : nil) {
            report.url = address
        }
        return report
    }

    private func feed(_ document: SourceDocument, _ decoded: TextDecoder.Decoded) throws -> Found {
        let reading = try FeedReader().reading(decoded, source: document.source, limits: limits)
        // A feed without entries is quiet; one that had to be mended and came out empty is broken.
        if reading.reports.isEmpty, reading.failures.isEmpty, !reading.warnings.isEmpty {
            throw IngestionError(document.source, .damaged("no entry of the feed can be read"))
        }
        return .entries(zip(reading.reports, reading.identities).map { ($0, $1) }, reading.failures)
    }

    private func json(_ document: SourceDocument, _ decoded: TextDecoder.Decoded) throws -> Found {
        let source = document.source
        let data = Data(decoded.utf8)
        if let object = JSONObject(data) {
            if JSONFeed.isFeed(object) {
                var feed = try JSONFeed.feed(object, source: source, limit: limits.maxEntries)
                feed.warnings = decoded.warnings
                let reading = try FeedReader().reading(feed, source: source, limits: limits)
                return .entries(zip(reading.reports, reading.identities).map { ($0, $1) }, reading.failures)
            }
            if let list = CloudIncidents(object, source: source) {
                let reports = try list.reports(limit: limits.maxEntries)
                return .entries(reports.map { (with(decoded, $0), $0.url ?? $0.source) }, [])
            }
        }
        let reader = TimelineReader(zone: zone, day: day)
        let reports: [Report]
        do {
            reports = try reader.readJSON(data, source: source)
        } catch let error as IngestionError {
            guard case .damaged = error.reason else { throw error }
            if let lines = reader.readJSONLines(decoded.text, source: source) {
                reports = lines
            } else if ["json", "jsonl", "ndjson"].contains(document.nameExtension) {
                // `{` may open a template or a note; a name that promises JSON makes it damage.
                throw IngestionError(source, .damaged("it is named as JSON but is none"))
            } else {
                return .whole(try self.text(document, decoded, .plainText))
            }
        }
        if reports.count == 1, reports[0].source == source { return .whole(with(decoded, reports[0])) }
        return .entries(reports.map { (with(decoded, $0), $0.url ?? $0.source) }, [])
    }

    private func text(
        _ document: SourceDocument, _ decoded: TextDecoder.Decoded, _ format: SourceFormat
    ) throws -> Report {
        let text = decoded.text
        let source = document.source
        switch format {
        case .markdown:
            let report = try MarkdownReader(zone: zone, day: day).read(text, source: source)
            if report.text.isEmpty, report.timeline.isEmpty { throw IngestionError(source, .noContent) }
            return with(decoded, report)
        default:
            // A log may hold commas, and rows may begin with times: rows first, as they are the stricter form.
            let timelines = TimelineReader(zone: zone, day: day)
            if let rows = timelines.readDelimited(text, source: source) { return with(decoded, rows) }
            if format == .delimited, timelines.readLog(text, source: source) == nil {
                throw IngestionError(
                    source,
                    .unsupported("these rows as a timeline: no column of times; name one 'time' and one 'event'"))
            }
            return with(decoded, try PlainTextReader(zone: zone, day: day).read(text, source: source))
        }
    }

    private func with(_ decoded: TextDecoder.Decoded, _ report: Report) -> Report {
        var report = report
        report.warnings = decoded.warnings + report.warnings
        return report
    }

    // MARK: Identities

    private func outcome(_ found: Found, _ document: SourceDocument) -> SourceOutcome {
        switch found {
        case .whole(let report):
            let report = report.withoutZeros
            let identity = identity(of: document, report)
            return SourceOutcome(reports: [IngestedReport(report: report, identity: identity, raw: document.bytes)])
        case .entries(let entries, let failures):
            var seen: [String: [Report]] = [:]
            let host = document.isAddress ? WebAddress.host(document.finalURL ?? document.source) : nil
            let reports = entries.compactMap { report, identity -> IngestedReport? in
                let report = report.withoutZeros
                let name =
                    WebAddress.isAddress(identity) ? WebAddress.normalised(identity, keepsFragment: true) : identity
                let same = seen[name, default: []]
                // The same entry twice is one; its source differs by the number that tells the two apart.
                var bare = report
                bare.source = document.source
                if same.contains(bare) { return nil }
                seen[name] = same + [bare]
                // A feed may link to another site's page but not take its place.
                let isForeign = host != nil && WebAddress.isAddress(name) && WebAddress.host(name) != host
                let numbered =
                    "entry:" + (isForeign ? "\(host ?? "") " : "") + name + (same.isEmpty ? "" : "#\(same.count + 1)")
                return IngestedReport(report: report, identity: numbered, raw: document.bytes)
            }
            let isEmpty = entries.isEmpty && failures.isEmpty
            let note =
                "\(WebAddress.withoutUser(document.source)): it holds no entries; check that it is the right one"
            return SourceOutcome(reports: reports, failures: failures, notes: isEmpty ? [note] : [])
        }
    }

    private func identity(of document: SourceDocument, _ report: Report) -> String {
        if let address = document.finalURL ?? (document.isAddress ? document.source : nil) {
            let final = WebAddress.normalised(address)
            // A page may not take another site's place.
            guard let canonical = report.url.map({ WebAddress.normalised($0) }),
                WebAddress.host(canonical) == WebAddress.host(final),
                // Some sites name their front page as the canonical address of every page.
                !["", "/"].contains(URLComponents(string: canonical)?.path ?? "")
            else { return final }
            return canonical
        }
        return document.identity ?? "sha256:" + ContentHash.sha256(document.bytes)
    }
}
