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
    /// libcurl within these limits, with the proxies and authorities that the environment names.
    ///
    /// - Parameter contact: Whom a site's owner can write to.
    func webFetcher(contact: String?) -> CurlFetcher {
        var settings = CurlFetcher.Settings(
            timeLimit: Double(timeLimit.components.seconds), maxBytes: maxBytes,
            allowsPrivate: allowsPrivateAddresses, obeysRobots: obeysRobots,
            userAgent: CurlFetcher.userAgent(version: Release.version, contact: contact))
        settings.proxies = ProxySettings(environment: environment)
        settings.authorities = TrustedAuthorities(environment: environment)
        return CurlFetcher(settings: settings)
    }
}
