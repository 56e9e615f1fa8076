import Foundation
import Ingestion
import Reports
import SearchIndex

/// What became of one report or source.
public enum IngestEvent: Sendable {
    case stored(StoredReport)
    /// Place, reason and remedy.
    case failed(String)
    /// What a reader may wonder about: a feed without entries, a folder with nothing to read.
    case note(String)
    /// The server has nothing newer than what was read from it last time.
    case notModified(source: String)
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

    /// Whether anything is there that was not there before.
    public var hasNews: Bool { added + updated > 0 }

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
    ///   - fetcher: What brings addresses; libcurl within the limits of `reading` when `nil`.
    ///   - now: The retrieval time that is stored.
    ///   - each: Called for every report and failure: first what could not be found, then the rest in the order of the sources.
    /// - Throws: ``KnowledgeBaseError/noWatchedSources(path:)``; a ``SearchIndexError`` when the disk is full or the
    ///   database can't be written, what was stored before being kept. A source that fails is an event, and the rest goes
    ///   on.
    @discardableResult
    public func ingest(
        _ sources: [String], watched: Bool = false, reading: ReadingOptions = ReadingOptions(),
        fetcher: (any Fetching)? = nil, now: Timestamp,
        progress: (_ done: Int, _ source: String) -> Void = { _, _ in }, each: (IngestEvent) -> Void
    ) throws -> IngestSummary {
        var arguments = sources
        if watched {
            guard !settings.sources.isEmpty else {
                throw KnowledgeBaseError.noWatchedSources(
                    path: folder.appending(path: Self.settingsName).path(percentEncoded: false))
            }
            // Paths in the settings are meant from the folder the settings are in, wherever the command is run.
            arguments += settings.sources.map { $0.argument(in: path) }
        } else if sources.isEmpty {
            arguments = ["\(path)/\(Self.postmortemsName)"]
        }
        var summary = IngestSummary()
        let web = WebSource(fetcher: fetcher ?? reading.webFetcher(contact: settings.contact), index: index)
        try Reading(base: path, options: reading).run(arguments, web: web, progress: progress) { source in
            try store(watched ? named(source) : source, now: now, summary: &summary, each: each)
        }
        return summary
    }

    /// A source with the organisation the settings give it, where its reports don't name one.
    private func named(_ source: ReadSource) -> ReadSource {
        guard let address = source.address,
            let organisation = settings.sources.first(where: { $0.location == address })?.organisation
        else { return source }
        var source = source
        for index in source.outcome.reports.indices where source.outcome.reports[index].report.organisation == nil {
            source.outcome.reports[index].report.organisation = organisation
        }
        return source
    }

    private func store(
        _ source: ReadSource, now: Timestamp, summary: inout IngestSummary, each: (IngestEvent) -> Void
    ) throws {
        if source.isNotModified, let address = source.address {
            summary.unchanged += 1
            each(.notModified(source: address))
        }
        let failedBefore = summary.failed
        // All reports of a source come from the same bytes.
        let hash = source.outcome.reports.first.map { ContentHash.sha256($0.raw) } ?? ""
        let incoming = source.outcome.reports.map { item in
            IncomingReport(
                report: item.report, raw: item.raw, contentHash: hash, retrieved: now, identity: item.identity,
                isSnapshot: item.isEntry)
        }
        for (item, result) in zip(incoming, index.storeAll(incoming)) {
            switch result {
            case .success(let stored):
                let outcome = StoredReport.Outcome(stored)
                summary.count(outcome)
                each(.stored(StoredReport(id: stored.id, outcome: outcome, report: item.report)))
            // Nothing that comes after could be stored either.
            case .failure(let error) where error.reason == .diskFull || error.reason == .readOnly: throw error
            case .failure(let error):
                summary.failed += 1
                each(.failed("\(item.report.source): \(error)"))
            }
        }
        for note in source.outcome.notes { each(.note(note)) }
        for failure in source.outcome.failures {
            summary.failed += 1
            each(.failed(failure.description))
        }
        if let address = source.address, !source.isNotModified {
            remember(source.conditions, of: address, isWhole: summary.failed == failedBefore)
        }
    }

    /// Keeps what the server said, so that the next run asks for news only. What failed in part is fetched whole again.
    private func remember(_ conditions: FetchConditions, of address: String, isWhole: Bool) {
        let validators = AddressValidators(etag: conditions.etag, lastModified: conditions.lastModified)
        // Without them the next run fetches everything again, which costs time and nothing else.
        try? index.setValidators(isWhole ? validators : nil, of: address)
    }
}

extension StoredReport.Outcome {
    fileprivate init(_ outcome: StoreOutcome) {
        self =
            switch outcome {
            case .added: .added
            case .updated: .updated
            case .unchanged: .unchanged
            }
    }
}

extension IngestSummary {
    fileprivate mutating func count(_ outcome: StoredReport.Outcome) {
        switch outcome {
        case .added: added += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        }
    }
}
