import Ingestion
import SearchIndex

/// Brings what an address holds.
protocol SourceFetching: Sendable {
    func fetch(_ address: String) throws -> FetchResult
}

/// Fetches addresses as the options allow; with an index, only what is newer than what it holds.
struct WebSource: SourceFetching {
    private let fetcher: URLSessionFetcher
    private let index: SearchIndex?

    init(options: ReadingOptions, index: SearchIndex? = nil) {
        fetcher = URLSessionFetcher(
            settings: URLSessionFetcher.Settings(
                timeLimit: Double(options.timeLimit.components.seconds), maxBytes: options.maxBytes,
                allowsPrivate: options.allowsPrivateAddresses))
        self.index = index
    }

    func fetch(_ address: String) throws -> FetchResult {
        let known = try index?.validators(of: address)
        return try fetcher.fetchAndWait(
            address, conditions: FetchConditions(etag: known?.etag, lastModified: known?.lastModified))
    }
}
