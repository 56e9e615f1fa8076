import Dispatch
import Foundation
import Ingestion
import Reports
import Synchronization

/// Within which limits sources are read.
public struct ReadingOptions: Equatable, Sendable {
    public var maxBytes: Int
    /// For each try at a URL, from connecting to the last byte.
    public var timeLimit: Duration
    /// Whether loopback, private and link-local addresses are fetched from.
    public var allowsPrivateAddresses: Bool
    /// Whether what a site's `robots.txt` forbids is left alone.
    public var obeysRobots: Bool

    public init(
        maxBytes: Int = 20_000_000, timeLimit: Duration = .seconds(30), allowsPrivateAddresses: Bool = false,
        obeysRobots: Bool = true
    ) {
        self.maxBytes = maxBytes
        self.timeLimit = timeLimit
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.obeysRobots = obeysRobots
    }
}

/// Loads and reads many sources, several at once, and hands them on in the order given.
struct Reading {
    var walker: SourceWalker
    var reader: SourceReader
    var options: ReadingOptions

    /// - Parameter base: The folder that identities of files are relative to.
    init(base: String?, options: ReadingOptions) {
        let limits = IngestionLimits(maxBytes: options.maxBytes)
        walker = SourceWalker(base: base, limits: limits)
        reader = SourceReader(limits: limits)
        self.options = options
    }

    /// Small enough to bound memory and to show progress, large enough to keep all cores busy.
    private static let batchSize = 16
    /// Addresses can take long, so fewer are waited for together.
    private static let addressBatchSize = 4

    /// Reads everything the arguments stand for.
    ///
    /// - Parameters:
    ///   - progress: How many sources are read, and the name of the next one.
    ///   - each: Called for each batch in order; first for what of the arguments could not be found.
    func run(
        _ arguments: [String], web: WebSource, progress: (Int, String) -> Void,
        each: ([ReadSource]) throws -> Void
    ) rethrows {
        let walk = walker.walk(arguments)
        if !walk.failures.isEmpty || !walk.notes.isEmpty {
            try each([ReadSource(SourceOutcome(failures: walk.failures, notes: walk.notes))])
        }
        var done = 0
        while done < walk.locations.count {
            let batch = Self.batch(of: walk.locations[done...])
            progress(done, batch[0].source)
            let outcomes = Mutex([ReadSource?](repeating: nil, count: batch.count))
            DispatchQueue.concurrentPerform(iterations: batch.count) { position in
                let outcome = outcome(of: batch[position], web: web)
                outcomes.withLock { $0[position] = outcome }
            }
            done += batch.count
            try each(outcomes.withLock { $0.compactMap { $0 } })
        }
    }

    /// The first of many locations, of one sort.
    private static func batch(of rest: ArraySlice<SourceLocation>) -> [SourceLocation] {
        let first = rest.first?.isAddress ?? false
        return Array(rest.prefix(first ? addressBatchSize : batchSize).prefix { $0.isAddress == first })
    }

    private func outcome(of location: SourceLocation, web: WebSource) -> ReadSource {
        do {
            guard case .address(let address) = location else {
                return ReadSource(reader.reports(in: try walker.load(location)))
            }
            switch try web.fetch(address) {
            case .notModified: return ReadSource(notModified: address)
            case .fetched(let page):
                let document = SourceDocument(address: address, page: page)
                return ReadSource(reader.reports(in: document), address: address, conditions: page.conditions)
            }
        } catch let error as IngestionError {
            return ReadSource(SourceOutcome(failures: [error]))
        } catch {
            return ReadSource(SourceOutcome(failures: [IngestionError(location.source, .fetch("\(error)"))]))
        }
    }
}

/// What reading one source gave.
struct ReadSource: Sendable {
    var outcome: SourceOutcome
    /// The address, when it was fetched.
    var address: String?
    var conditions = FetchConditions()
    var isNotModified = false

    init(_ outcome: SourceOutcome, address: String? = nil, conditions: FetchConditions = FetchConditions()) {
        self.outcome = outcome
        self.address = address
        self.conditions = conditions
    }

    init(notModified address: String) {
        self.init(SourceOutcome(), address: address)
        isNotModified = true
    }
}
