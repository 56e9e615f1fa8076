import Ingestion
import Reports

/// Reads sources without a knowledge base: what `extract` prints is what `ingest` would store.
public struct Extraction: Sendable {
    public enum Event: Sendable {
        case extracted(Report)
        /// Place, reason and remedy.
        case failed(String)
        /// What a reader may wonder about: a feed without entries, a folder with nothing to read.
        case note(String)
    }

    var options: ReadingOptions
    var fetcher: any Fetching

    /// - Parameter fetcher: What brings addresses; libcurl within the limits of `options` when `nil`.
    public init(reading options: ReadingOptions = ReadingOptions(), fetcher: (any Fetching)? = nil) {
        self.options = options
        self.fetcher = fetcher ?? options.webFetcher(contact: nil)
    }

    /// Reads every source, in order.
    ///
    /// - Returns: How many sources failed; each was reported as an event.
    public func extract(
        _ sources: [String], progress: (_ done: Int, _ source: String) -> Void = { _, _ in },
        each: (Event) -> Void
    ) -> Int {
        var failed = 0
        Reading(base: nil, options: options).run(
            sources, web: WebSource(fetcher: fetcher), progress: progress
        ) { source in
            let outcome = source.outcome
            for item in outcome.reports { each(.extracted(item.report)) }
            for note in outcome.notes { each(.note(note)) }
            for failure in outcome.failures { each(.failed(failure.description)) }
            failed += outcome.failures.count
        }
        return failed
    }
}
