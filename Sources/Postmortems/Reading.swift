import Foundation
import Ingestion
import Reports

/// Within which limits sources are read.
public struct ReadingOptions: Equatable, Sendable {
    public var maxBytes: Int
    /// For each try at a URL, from connecting to the last byte.
    public var timeLimit: Duration
    /// Whether loopback, private and link-local addresses are fetched from.
    public var allowsPrivateAddresses: Bool
    /// Whether what a site's `robots.txt` forbids is left alone.
    public var obeysRobots: Bool
    /// How many files are read at the same time; as many as there are processors when `nil`.
    public var jobs: Int?
    /// The zone of times that name none where a source states none; UTC, with a warning, when `nil`.
    public var zone: TimeZoneRule?
    /// The day of a timeline's times without one where a source names none.
    public var day: Timestamp?
    /// Variables that name proxies and authorities as for curl: `https_proxy`, `no_proxy`, `SSL_CERT_FILE`, …
    public var environment: [String: String] = [:]

    public init(
        maxBytes: Int = 20_000_000, timeLimit: Duration = .seconds(30), allowsPrivateAddresses: Bool = false,
        obeysRobots: Bool = true, jobs: Int? = nil, zone: TimeZoneRule? = nil, day: Timestamp? = nil
    ) {
        self.maxBytes = maxBytes
        self.timeLimit = timeLimit
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.obeysRobots = obeysRobots
        self.jobs = jobs
        self.zone = zone
        self.day = day
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
        reader = SourceReader(limits: limits, zone: options.zone, day: options.day)
        self.options = options
    }

    /// Addresses can take long, so a few are waited for together whatever the number of processors.
    private static let addressesAtOnce = 4

    /// Reads everything the arguments stand for.
    ///
    /// - Parameters:
    ///   - progress: How many sources are read, and the name of the next one.
    ///   - each: Called for each source in order; first for what of the arguments could not be found.
    func run(
        _ arguments: [String], web: WebSource, progress: (Int, String) -> Void,
        each: (ReadSource) throws -> Void
    ) rethrows {
        let walk = walker.walk(arguments)
        if !walk.failures.isEmpty || !walk.notes.isEmpty {
            try each(ReadSource(SourceOutcome(failures: walk.failures, notes: walk.notes)))
        }
        let jobs = max(options.jobs ?? ProcessInfo.processInfo.activeProcessorCount, 1)
        var done = 0
        while done < walk.locations.count {
            let areAddresses = walk.locations[done].isAddress
            let run = Array(walk.locations[done...].prefix { $0.isAddress == areAddresses })
            let threads = areAddresses ? Self.addressesAtOnce : jobs
            progress(done, run[0].source)
            let work = OrderedWork(run, window: 4 * threads) { outcome(of: $0, web: web) }
            try work.run(threads: threads) { position, outcome in
                try each(outcome)
                if position + 1 < run.count { progress(done + position + 1, run[position + 1].source) }
            }
            done += run.count
        }
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
