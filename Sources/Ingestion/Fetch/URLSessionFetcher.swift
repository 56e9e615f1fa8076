import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Fetches with Foundation's URLSession, as a good citizen of the web.
///
/// Only `http` and `https`; no cookies, no cache, no credentials. Every hop of a redirect is held against the address
/// rules and the `robots.txt` of its site again. Time and size are limited while the answer comes in. A host gets one
/// request at a time; what may pass, such as a busy server, is tried again.
public struct URLSessionFetcher: Fetching {
    /// Limits and manners.
    public struct Settings: Hashable, Sendable {
        /// Seconds for one try, redirects included.
        public var timeLimit: Double
        /// Bytes of the body, content encodings undone.
        public var maxBytes: Int
        public var maxRedirects: Int
        /// Whether hosts of private networks and this machine may be asked.
        public var allowsPrivate: Bool
        /// Whether what `robots.txt` forbids is left alone.
        public var obeysRobots: Bool
        public var retries: RetrySchedule
        /// Who asks.
        public var userAgent: String

        public init(
            timeLimit: Double = 30, maxBytes: Int = IngestionLimits.standard.maxBytes, maxRedirects: Int = 5,
            allowsPrivate: Bool = false, obeysRobots: Bool = true, retries: RetrySchedule = RetrySchedule(),
            userAgent: String = URLSessionFetcher.userAgent(version: nil, contact: nil)
        ) {
            self.timeLimit = timeLimit
            self.maxBytes = maxBytes
            self.maxRedirects = maxRedirects
            self.allowsPrivate = allowsPrivate
            self.obeysRobots = obeysRobots
            self.retries = retries
            self.userAgent = userAgent
        }
    }

    /// What time it is, and how to let it pass.
    public struct Clock: Sendable {
        public var now: @Sendable () -> Date
        /// Returns after so many seconds.
        public var sleep: @Sendable (Double) async throws -> Void

        public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Double) async throws -> Void) {
            self.now = now
            self.sleep = sleep
        }

        /// The system's.
        public static let system = Clock(now: { Date() }, sleep: { try await Task.sleep(for: .seconds($0)) })
    }

    public var settings: Settings
    var clock: Clock
    /// Shared by all copies, so that a host gets one request at a time.
    let manners = HostManners()

    public init(settings: Settings = Settings(), clock: Clock = .system) {
        self.settings = settings
        self.clock = clock
    }

    /// The name that `robots.txt` files know us by.
    static let product = "postmortem"

    /// How we introduce ourselves: the name, the version, and whom to write to.
    ///
    /// - Parameter contact: A mail or web address; what can't stand in a header is left out.
    public static func userAgent(version: String?, contact: String?) -> String {
        let shown = (contact ?? "").unicodeScalars.filter { scalar in
            (0x20..<0x7F).contains(scalar.value) && !["\"", "(", ")", ";", "\\"].contains(scalar)
        }
        let name = version.map { "\(product)/\($0)" } ?? product
        let words = String(String.UnicodeScalarView(shown)).trimmed.prefix(200)
        return "\(name) (incident knowledge base; \(words.isEmpty ? "run by a reader" : "contact: \(words)"))"
    }

    public func fetch(_ address: String, conditions: FetchConditions) async throws -> FetchResult {
        var tries = 0
        while true {
            do {
                tries += 1
                return try await visit(address, conditions)
            } catch let failure as FetchFailure {
                guard failure.mayPass,
                    let wait = settings.retries.wait(afterTries: tries, asked: failure.retryAfter)
                else { throw failure.error(of: address, tries: tries) }
                try await clock.sleep(wait)
            }
        }
    }

    /// One try.
    private func visit(_ address: String, _ conditions: FetchConditions) async throws -> FetchResult {
        guard let url = URL(string: address), url.scheme != nil else {
            throw FetchFailure("not a web address; check its spelling")
        }
        var deadline = Date().addingTimeInterval(settings.timeLimit)
        let (answer, last) = try await follow(url, conditions: conditions, deadline: &deadline, for: .page)
        return try result(answer, url: last, conditions: conditions)
    }

    /// What a request is for: rules are read whatever they say of themselves, and only their beginning.
    enum Purpose {
        case page, rules
    }

    /// The answer at the end of the redirects, and the address it came from.
    func follow(
        _ url: URL, conditions: FetchConditions, deadline: inout Date, for purpose: Purpose
    ) async throws -> (Download.Answer, URL) {
        let given = WebAddress.host(url.absoluteString)
        var url = url
        var hops: [String] = []
        while true {
            let left = deadline.timeIntervalSinceNow
            guard left > 0 else { throw FetchFailure(tooSlow, mayPass: true) }
            let isForeign = WebAddress.host(url.absoluteString) != given
            let rule = AddressRule(allowsPrivate: settings.allowsPrivate, timeLimit: left, isForeign: isForeign)
            let from = hops.isEmpty ? "" : "redirected to \(WebAddress.withoutUser(url.absoluteString)): "
            if let refusal = await rule.refusal(of: url) { throw FetchFailure(from + refusal) }
            if purpose == .page, settings.obeysRobots {
                let asked = Date()
                if let refusal = try await robotsRefusal(of: url) { throw FetchFailure(from + refusal) }
                deadline += Date().timeIntervalSince(asked)
            }
            let answer = try await inTurn(url, deadline: &deadline) { deadline in
                try await self.answer(from: url, conditions: conditions, deadline: deadline, purpose: purpose)
            }
            guard let next = try redirect(answer, from: url, hops: &hops) else { return (answer, url) }
            url = next
        }
    }

    /// Runs one request when no other asks the same host; the wait doesn't count against the time limit.
    private func inTurn<T>(
        _ url: URL, deadline: inout Date, run: (Date) async throws -> T
    ) async throws -> T {
        let host = url.host()?.lowercased() ?? ""
        let asked = Date()
        await manners.enter(host)
        deadline += Date().timeIntervalSince(asked)
        do {
            let result = try await run(deadline)
            await manners.leave(host)
            return result
        } catch {
            await manners.leave(host)
            throw error
        }
    }

    // MARK: One request

    private func answer(
        from url: URL, conditions: FetchConditions, deadline: Date, purpose: Purpose
    ) async throws -> Download.Answer {
        let limit = purpose == .page ? settings.maxBytes : RobotsRules.maxBytes
        do {
            return try await relaying(request(url, conditions), deadline: deadline) { request in
                let seconds = max(0.01, deadline.timeIntervalSinceNow)
                return try await Download(limit: limit, cutsOff: purpose == .rules).run(request, seconds: seconds)
            }
        } catch let failure as Download.Failure {
            switch failure {
            case .tooSlow: throw FetchFailure(tooSlow, mayPass: true)
            case .tooLarge(let bytes): throw FetchFailure(.tooLarge(bytes: bytes, limit: settings.maxBytes))
            case .notHTTP: throw FetchFailure(Self.notHTTP)
            }
        } catch let error as URLError {
            throw self.failure(for: error, host: url.host() ?? "the host")
        }
    }

    private func request(_ url: URL, _ conditions: FetchConditions) -> URLRequest {
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.setValue(settings.userAgent, forHTTPHeaderField: "User-Agent")
        request.setValue(
            "text/html, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5",
            forHTTPHeaderField: "Accept")
        if let etag = conditions.etag { request.setValue(etag, forHTTPHeaderField: "If-None-Match") }
        if let date = conditions.lastModified { request.setValue(date, forHTTPHeaderField: "If-Modified-Since") }
        return request
    }

    /// Runs a request as it is, or through a ``LoopbackRelay`` when its host is a bare IPv6 address.
    private func relaying(
        _ request: URLRequest, deadline: Date,
        run: (URLRequest) async throws -> Download.Answer
    ) async throws -> Download.Answer {
        #if canImport(FoundationNetworking)
            guard let url = request.url, let host = url.host(percentEncoded: false), host.contains(":") else {
                return try await run(request)
            }
            guard url.scheme?.lowercased() == "http", var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
            else {
                throw FetchFailure(
                    "https needs the host's name to check its certificate; give it instead of its number")
            }
            let left = max(0.01, deadline.timeIntervalSinceNow)
            let relay = try await Self.relay(to: host, port: UInt16(clamping: url.port ?? 80), seconds: left)
            guard let relay else {
                guard deadline.timeIntervalSinceNow > 0 else { throw FetchFailure(tooSlow, mayPass: true) }
                throw failure(for: URLError(.cannotConnectToHost), host: host)
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
    private func redirect(_ answer: Download.Answer, from url: URL, hops: inout [String]) throws -> URL? {
        guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
        guard let location = answer.header("Location"), let next = URL(string: location, relativeTo: url)?.absoluteURL
        else {
            throw FetchFailure("a redirect that leads nowhere (HTTP \(answer.status)); give the page's own address")
        }
        let shown = WebAddress.withoutUser(next.absoluteString)
        if url.scheme?.lowercased() == "https", next.scheme?.lowercased() == "http" {
            throw FetchFailure(
                "redirected from https to \(shown), which anyone on the way can read and change; "
                    + "give that address if it is meant")
        }
        hops.append(url.absoluteString)
        if hops.contains(next.absoluteString) {
            throw FetchFailure("its redirects go in a circle at \(shown); give the page's own address")
        }
        if hops.count > settings.maxRedirects {
            throw FetchFailure("more than \(settings.maxRedirects) redirects; give the page's own address")
        }
        return next
    }

    private func result(_ answer: Download.Answer, url: URL, conditions: FetchConditions) throws -> FetchResult {
        switch answer.status {
        case 200, 203:
            return .fetched(
                FetchedPage(
                    bytes: answer.body, contentType: answer.header("Content-Type"), finalURL: url.absoluteString,
                    conditions: FetchConditions(
                        etag: answer.header("ETag"), lastModified: answer.header("Last-Modified"))))
        case 304 where conditions == FetchConditions():
            throw FetchFailure(
                "the server says that nothing is new (HTTP 304), though nothing was known; save the page from a browser"
            )
        case 304: return .notModified
        default: throw failure(for: answer)
        }
    }
}
