import Ingestion
import SearchIndex

/// Fetches addresses; with an index, only what is newer than what it holds.
struct WebSource: Sendable {
    var fetcher: any Fetching
    var index: SearchIndex?

    /// Blocks until the answer is there.
    func fetch(_ address: String) throws -> FetchResult {
        let known = try index?.validators(of: address)
        return try fetcher.fetchAndWait(
            address, conditions: FetchConditions(etag: known?.etag, lastModified: known?.lastModified))
    }
}

extension ReadingOptions {
    /// Foundation's URLSession within these limits.
    ///
    /// - Parameter contact: Whom a site's owner can write to.
    func urlSessionFetcher(contact: String?) -> URLSessionFetcher {
        URLSessionFetcher(
            settings: URLSessionFetcher.Settings(
                timeLimit: Double(timeLimit.components.seconds), maxBytes: maxBytes,
                allowsPrivate: allowsPrivateAddresses, obeysRobots: obeysRobots,
                userAgent: URLSessionFetcher.userAgent(version: Release.version, contact: contact)))
    }
}
