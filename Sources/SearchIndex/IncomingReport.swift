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
    /// Whether it is one of several a source repeats each time it is read, such as a feed's entries: an older state of it
    /// then never follows a newer one.
    public var isSnapshot: Bool

    public init(
        report: Report, raw: Data, contentHash: String, retrieved: Timestamp, identity: String, isSnapshot: Bool = false
    ) {
        self.report = report
        self.raw = raw
        self.contentHash = contentHash
        self.retrieved = retrieved
        self.identity = identity
        self.isSnapshot = isSnapshot
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
