import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Fetches with Foundation's URLSession.
///
/// Only `http` and `https`; no cookies, no cache, no credentials. Every hop of a redirect is held against the address
/// rules again. Time and size are limited while the answer comes in.
public struct URLSessionFetcher: Fetching {
    /// Limits and manners.
    public struct Settings: Hashable, Sendable {
        /// Seconds for everything, redirects included.
        public var timeLimit: Double
        /// Bytes of the body, content encodings undone.
        public var maxBytes: Int
        public var maxRedirects: Int
        /// Whether hosts of private networks and this machine may be asked.
        public var allowsPrivate: Bool
        /// Who asks.
        public var userAgent: String

        public init(
            timeLimit: Double = 30, maxBytes: Int = IngestionLimits.standard.maxBytes, maxRedirects: Int = 5,
            allowsPrivate: Bool = false,
            userAgent: String = "postmortem/0.1 (blameless incident knowledge base; run by a reader)"
        ) {
            self.timeLimit = timeLimit
            self.maxBytes = maxBytes
            self.maxRedirects = maxRedirects
            self.allowsPrivate = allowsPrivate
            self.userAgent = userAgent
        }
    }

    public var settings: Settings

    public init(settings: Settings = Settings()) {
        self.settings = settings
    }

    public func fetch(_ address: String, conditions: FetchConditions) async throws -> FetchResult {
        guard var url = URL(string: address), url.scheme != nil else {
            throw IngestionError(address, .fetch("not a web address; check its spelling"))
        }
        let deadline = Date().addingTimeInterval(settings.timeLimit)
        var hops: [String] = []
        while true {
            let left = deadline.timeIntervalSinceNow
            guard left > 0 else { throw IngestionError(address, .fetch(tooSlow)) }
            if let refusal = await AddressRule(allowsPrivate: settings.allowsPrivate, timeLimit: left).refusal(of: url)
            {
                let from = hops.isEmpty ? "" : "redirected to \(url.absoluteString): "
                throw IngestionError(address, .fetch(from + refusal))
            }
            let answer = try await answer(from: url, conditions: conditions, deadline: deadline, address: address)
            guard let next = try redirect(answer, from: url, hops: &hops, address: address) else {
                return try result(answer, url: url, address: address)
            }
            url = next
        }
    }

    private var tooSlow: String {
        "no complete answer within \(Int(settings.timeLimit)) s; try again later or raise the time limit"
    }

    // MARK: One request

    private func answer(
        from url: URL, conditions: FetchConditions, deadline: Date, address: String
    ) async throws -> Download.Answer {
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.setValue(settings.userAgent, forHTTPHeaderField: "User-Agent")
        request.setValue(
            "text/html, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5",
            forHTTPHeaderField: "Accept")
        if let etag = conditions.etag { request.setValue(etag, forHTTPHeaderField: "If-None-Match") }
        if let date = conditions.lastModified { request.setValue(date, forHTTPHeaderField: "If-Modified-Since") }
        let seconds = max(0.01, deadline.timeIntervalSinceNow)
        do {
            return try await Download(limit: settings.maxBytes).run(request, seconds: seconds)
        } catch let failure as Download.Failure {
            switch failure {
            case .tooSlow: throw IngestionError(address, .fetch(tooSlow))
            case .tooLarge(let bytes): throw IngestionError(address, .tooLarge(bytes: bytes, limit: settings.maxBytes))
            case .notHTTP: throw IngestionError(address, .fetch("the server's answer is not HTTP; check the address"))
            }
        } catch let error as URLError {
            throw IngestionError(address, .fetch(words(for: error, host: url.host() ?? "the host")))
        }
    }

    private func words(for error: URLError, host: String) -> String {
        switch error.code {
        case .cannotFindHost, .dnsLookupFailed: "no such host: '\(host)'; check the address and the network"
        case .cannotConnectToHost: "'\(host)' takes no connection; check the port, or try again later"
        case .timedOut: tooSlow
        case .notConnectedToInternet: "there is no network; connect and try again"
        case .networkConnectionLost: "the connection broke off; try again"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            "no secure connection to '\(host)': its certificate is not trusted or has expired; save the page from a browser"
        case .cancelled: "cancelled"
        default: "fetching failed: \(error.localizedDescription); try again"
        }
    }

    // MARK: Answers

    /// Where to go next; `nil` when the answer is no redirect.
    private func redirect(
        _ answer: Download.Answer, from url: URL, hops: inout [String], address: String
    ) throws -> URL? {
        guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
        guard let location = answer.header("Location"), let next = URL(string: location, relativeTo: url)?.absoluteURL
        else {
            throw IngestionError(
                address, .fetch("a redirect that leads nowhere (HTTP \(answer.status)); give the page's own address"))
        }
        hops.append(url.absoluteString)
        if hops.contains(next.absoluteString) {
            throw IngestionError(
                address, .fetch("its redirects go in a circle at \(next.absoluteString); give the page's own address"))
        }
        if hops.count > settings.maxRedirects {
            throw IngestionError(
                address, .fetch("more than \(settings.maxRedirects) redirects; give the page's own address"))
        }
        return next
    }

    private func result(_ answer: Download.Answer, url: URL, address: String) throws -> FetchResult {
        switch answer.status {
        case 200...299:
            return .fetched(
                FetchedPage(
                    bytes: answer.body, contentType: answer.header("Content-Type"), finalURL: url.absoluteString,
                    conditions: FetchConditions(
                        etag: answer.header("ETag"), lastModified: answer.header("Last-Modified"))))
        case 304: return .notModified
        default: throw IngestionError(address, .fetch(words(for: answer)))
        }
    }

    private func words(for answer: Download.Answer) -> String {
        switch answer.status {
        case 401, 403, 407:
            return
                "the server wants a login or refuses (HTTP \(answer.status)); save the page from a browser and give the file"
        case 404, 410: return "nothing is there (HTTP \(answer.status)); check the address, or give an archived copy"
        case 429, 503:
            let wait = answer.header("Retry-After").map { " (it says: wait \($0.prefix(40)))" } ?? ""
            return "the server is busy (HTTP \(answer.status))\(wait); try again later"
        case 500...599: return "the server failed (HTTP \(answer.status)); try again later"
        default: return "the server answered HTTP \(answer.status); check the address"
        }
    }
}
