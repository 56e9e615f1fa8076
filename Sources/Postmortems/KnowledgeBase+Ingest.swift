import Foundation
import Ingestion
import Reports
import SearchIndex

/// What became of one report or source.
public enum IngestEvent: Sendable {
    case stored(StoredReport)
    /// Place, reason and remedy.
    case failed(String)
}

/// A report as `ingest` stored it.
public struct StoredReport: Sendable {
    public enum Outcome: String, Sendable {
        case added, updated, unchanged
    }

    public var id: String
    public var outcome: Outcome
    public var report: Report

    /// The report's object with `id` and `outcome` before it.
    public var json: JSONValue {
        guard case .object(let members) = report.json else { preconditionFailure("a report is a JSON object") }
        return .object([("id", .string(id)), ("outcome", .string(outcome.rawValue))] + members)
    }
}

/// How many reports came to what.
public struct IngestSummary: Equatable, Sendable {
    public var added = 0
    public var updated = 0
    public var unchanged = 0
    /// Sources or reports that failed.
    public var failed = 0

    /// `40 added, 2 updated, 0 unchanged, 1 failed`.
    public var sentence: String {
        "\(added) added, \(updated) updated, \(unchanged) unchanged, \(failed) failed"
    }
}

extension KnowledgeBase {
    /// Reads sources into the knowledge base; what is read twice changes nothing.
    ///
    /// - Parameters:
    ///   - sources: Files, folders, `-` or URLs; the knowledge base's `postmortems/` when empty and not `watched`.
    ///   - watched: Whether the sources that `postmortem.yml` lists are read too.
    ///   - now: The retrieval time that is stored.
    ///   - each: Called for every report and failure, in the order of the sources.
    /// - Throws: ``KnowledgeBaseError/noWatchedSources(path:)``. A source that fails is an event, and the rest goes on.
    @discardableResult
    public func ingest(
        _ sources: [String], watched: Bool = false, reading: ReadingOptions = ReadingOptions(), now: Timestamp,
        progress: (_ done: Int, _ source: String) -> Void = { _, _ in }, each: (IngestEvent) -> Void
    ) throws -> IngestSummary {
        var arguments = sources
        if watched {
            guard !settings.sources.isEmpty else {
                throw KnowledgeBaseError.noWatchedSources(
                    path: folder.appending(path: Self.settingsName).path(percentEncoded: false))
            }
            arguments += settings.sources
        } else if sources.isEmpty {
            arguments = ["\(path)/\(Self.postmortemsName)"]
        }
        var summary = IngestSummary()
        let fetcher = WebSource(options: reading, index: index)
        Reading(base: path, options: reading).run(arguments, fetcher: fetcher, progress: progress) { outcomes in
            store(outcomes, now: now, summary: &summary, each: each)
        }
        return summary
    }

    private func store(
        _ outcomes: [SourceOutcome], now: Timestamp, summary: inout IngestSummary, each: (IngestEvent) -> Void
    ) {
        var hashes: [Data: String] = [:]
        for outcome in outcomes {
            let incoming = outcome.reports.map { item in
                // Entries of one feed share its bytes; hashing them once is enough.
                let hash = hashes[item.raw] ?? ContentHash.sha256(item.raw)
                hashes = [item.raw: hash]
                return IncomingReport(
                    report: item.report, raw: item.raw, contentHash: hash, retrieved: now, identity: item.identity)
            }
            for (item, result) in zip(incoming, index.storeAll(incoming)) {
                switch result {
                case .success(let stored):
                    let outcome: StoredReport.Outcome
                    switch stored {
                    case .added: (outcome, summary.added) = (.added, summary.added + 1)
                    case .updated: (outcome, summary.updated) = (.updated, summary.updated + 1)
                    case .unchanged: (outcome, summary.unchanged) = (.unchanged, summary.unchanged + 1)
                    }
                    each(.stored(StoredReport(id: stored.id, outcome: outcome, report: item.report)))
                case .failure(let error):
                    summary.failed += 1
                    each(.failed("\(item.report.source): \(error)"))
                }
            }
            for failure in outcome.failures {
                summary.failed += 1
                each(.failed(failure.description))
            }
        }
    }
}
