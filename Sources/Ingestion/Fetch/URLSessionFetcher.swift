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
        let given = WebAddress.host(address)
        let deadline = Date().addingTimeInterval(settings.timeLimit)
        var hops: [String] = []
        while true {
            let left = deadline.timeIntervalSinceNow
            guard left > 0 else { throw IngestionError(address, .fetch(tooSlow)) }
            let isForeign = WebAddress.host(url.absoluteString) != given
            let rule = AddressRule(allowsPrivate: settings.allowsPrivate, timeLimit: left, isForeign: isForeign)
            if let refusal = await rule.refusal(of: url) {
                let from = hops.isEmpty ? "" : "redirected to \(WebAddress.withoutUser(url.absoluteString)): "
                throw IngestionError(address, .fetch(from + refusal))
            }
            let answer = try await answer(from: url, conditions: conditions, deadline: deadline, address: address)
            guard let next = try redirect(answer, from: url, hops: &hops, address: address) else {
                return try result(answer, url: url, address: address)
            }
            url = next
        }
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
        do {
            return try await relaying(request, address: address, deadline: deadline) { request in
                let seconds = max(0.01, deadline.timeIntervalSinceNow)
                return try await Download(limit: settings.maxBytes).run(request, seconds: seconds)
            }
        } catch let failure as Download.Failure {
            switch failure {
            case .tooSlow: throw IngestionError(address, .fetch(tooSlow))
            case .tooLarge(let bytes): throw IngestionError(address, .tooLarge(bytes: bytes, limit: settings.maxBytes))
            case .notHTTP: throw IngestionError(address, .fetch(Self.notHTTP))
            }
        } catch let error as URLError {
            throw IngestionError(address, .fetch(words(for: error, host: url.host() ?? "the host")))
        }
    }

    /// Runs a request as it is, or through a ``LoopbackRelay`` when its host is a bare IPv6 address.
    private func relaying(
        _ request: URLRequest, address: String, deadline: Date,
        run: (URLRequest) async throws -> Download.Answer
    ) async throws -> Download.Answer {
        #if canImport(FoundationNetworking)
            guard let url = request.url, let host = url.host(percentEncoded: false), host.contains(":") else {
                return try await run(request)
            }
            guard url.scheme?.lowercased() == "http", var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
            else {
                throw IngestionError(
                    address,
                    .fetch("https needs the host's name to check its certificate; give it instead of its number"))
            }
            let left = max(0.01, deadline.timeIntervalSinceNow)
            let relay = try await Self.relay(to: host, port: UInt16(clamping: url.port ?? 80), seconds: left)
            guard let relay else {
                let words =
                    deadline.timeIntervalSinceNow > 0
                    ? self.words(for: URLError(.cannotConnectToHost), host: host) : tooSlow
                throw IngestionError(address, .fetch(words))
            }
            defer { relay.end() }
            parts.host = "127.0.0.1"
            parts.port = Int(relay.port)
            var relayed = request
            relayed.url = parts.url
            let bare = host.prefix { $0 != "%" }
            relayed.setValue("[\(bare)]" + (url.port.map { ":\($0)" } ?? ""), forHTTPHeaderField: "Host")
            return try await run(relayed)
        #else
            return try await run(request)
        #endif
    }

    #if canImport(FoundationNetworking)
        /// A relay that is connected; `nil` when nothing answers in time. Connecting blocks a thread of its own.
        private static func relay(to host: String, port: UInt16, seconds: Double) async throws -> LoopbackRelay? {
            await withCheckedContinuation { continuation in
                DispatchQueue(label: "postmortem.relay").async {
                    continuation.resume(returning: try? LoopbackRelay(to: host, port: port, seconds: seconds))
                }
            }
        }
    #endif

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
                address,
                .fetch(
                    "its redirects go in a circle at \(WebAddress.withoutUser(next.absoluteString)); give the page's own address"
                ))
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
}
