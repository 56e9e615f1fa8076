import Ingestion
import Reports

/// Reads timelines without a knowledge base, from anything `ingest` reads.
public struct TimelineCollection: Sendable {
    public enum Event: Sendable {
        /// What of a source was dropped or guessed.
        case warning(String)
        /// What a reader may wonder about: files of a folder that hold no timeline.
        case note(String)
        /// Place, reason and remedy.
        case failed(String)
    }

    var options: ReadingOptions
    var fetcher: any Fetching

    /// - Parameters:
    ///   - options: Their zone is also the one that the events' times are written in.
    ///   - fetcher: What brings addresses; libcurl within the limits of `options` when `nil`.
    public init(reading options: ReadingOptions = ReadingOptions(), fetcher: (any Fetching)? = nil) {
        self.options = options
        self.fetcher = fetcher ?? options.webFetcher(contact: nil)
    }

    /// The events of every source, merged into one timeline.
    ///
    /// - Returns: The timeline, and how many sources failed or hold no timeline; each was reported as an event, and the
    ///   rest is there.
    public func collect(
        _ sources: [String], progress: (_ done: Int, _ source: String) -> Void = { _, _ in }, each: (Event) -> Void
    ) -> (timeline: NormalisedTimeline, failed: Int) {
        var lists: [(source: String, events: [TimelineEvent])] = []
        var failed = 0
        var given: Set<String> = []
        for source in sources where given.insert(source).inserted {
            var found = Found()
            Reading(base: nil, options: options).run(
                [source], web: WebSource(fetcher: fetcher), progress: progress
            ) { read in
                found.add(read.outcome, each: each)
            }
            failed += found.failures
            lists += found.lists
            if found.lists.isEmpty, found.failures == 0 {
                failed += 1
                each(.failed("\(WebAddress.withoutUser(source)): no timeline in it; \(Self.remedy)"))
            } else if found.without > 0, !found.lists.isEmpty {
                let reports = "\(found.without) report\(found.without == 1 ? "" : "s")"
                each(.note("\(WebAddress.withoutUser(source)): \(reports) without a timeline passed over"))
            }
        }
        let timeline = NormalisedTimeline(merging: lists, in: options.zone)
        if timeline.folded > 0 {
            let events = "\(timeline.folded) event\(timeline.folded == 1 ? "" : "s")"
            each(.note("\(events) that another source tells in the same words folded"))
        }
        return (timeline, failed)
    }

    private static let remedy =
        "give an export with times in it, or a postmortem with its timeline under a heading such as 'Timeline'"

    /// What one argument gave.
    private struct Found {
        var lists: [(source: String, events: [TimelineEvent])] = []
        var failures = 0
        var without = 0

        mutating func add(_ outcome: SourceOutcome, each: (Event) -> Void) {
            for note in outcome.notes { each(.note(note)) }
            for failure in outcome.failures {
                failures += 1
                each(.failed(failure.description))
            }
            for report in outcome.reports.map(\.report) {
                guard !report.timeline.isEmpty else {
                    without += 1
                    continue
                }
                lists.append((report.source, report.timeline))
                // The title is of no matter here, nor is what prose says of durations.
                for warning in report.warnings where Self.concernsTimes(warning) {
                    each(.warning("\(report.source): \(warning)"))
                }
            }
        }

        private static func concernsTimes(_ warning: String) -> Bool {
            !warning.hasPrefix("no title") && !warning.contains("read from the text")
        }
    }
}
