import Foundation
import Reports

/// A report on its way into the knowledge base, with the bytes it was read from.
public struct IncomingReport: Sendable {
    public var report: Report
    /// The source's bytes as received; several reports of one file share them.
    public var raw: Data
    /// SHA-256 of `raw` in hexadecimal.
    public var contentHash: String
    public var retrieved: Timestamp
    /// Two readings with the same identity are versions of one report.
    public var identity: String

    /// - Parameter identity: `nil` takes ``SearchIndex/identity(of:)``.
    public init(
        report: Report, raw: Data, contentHash: String, retrieved: Timestamp, identity: String? = nil
    ) {
        self.report = report
        self.raw = raw
        self.contentHash = contentHash
        self.retrieved = retrieved
        self.identity = identity ?? SearchIndex.identity(of: report)
    }
}

/// What storing a report came to.
public enum StoreOutcome: Equatable, Sendable {
    case added(id: String)
    /// A new version of a known report; the old ones are kept.
    case updated(id: String, version: Int)
    /// Nothing was written.
    case unchanged(id: String)

    public var id: String {
        switch self {
        case .added(let id), .updated(let id, _), .unchanged(let id): id
        }
    }
}

extension SearchIndex {
    /// What makes two readings the same report.
    ///
    /// - A status entry is its own address or, without one, its source: every snapshot of a feed repeats it.
    /// - A page or entry from the web is its canonical address without the fragment. Pages that all name the front page
    ///   as canonical are told apart by their source.
    /// - Anything else is its source as given.
    public static func identity(of report: Report) -> String {
        let isFromWeb = isWebAddress(report.source)
        guard let url = report.url, isWebAddress(url) else { return report.source }
        if report.kind == .statusEntry { return normalised(url, keepsFragment: true) }
        guard isFromWeb else { return report.source }
        let isFrontPage = ["", "/"].contains(URLComponents(string: url)?.path ?? "")
        return isFrontPage
            ? normalised(report.source, keepsFragment: true) : normalised(url, keepsFragment: false)
    }

    private static func isWebAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// Scheme and host in lower case; an address that cannot be taken apart is left alone.
    private static func normalised(_ address: String, keepsFragment: Bool) -> String {
        guard var parts = URLComponents(string: address) else { return address }
        parts.scheme = parts.scheme?.lowercased()
        parts.host = parts.host?.lowercased()
        if !keepsFragment { parts.fragment = nil }
        return parts.string ?? address
    }
}
