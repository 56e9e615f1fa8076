import Foundation

/// Fetches with libcurl, as a good citizen of the web.
///
/// Only `http` and `https`; no cookies, no cache, no credentials. Every hop of a redirect is held against the address
/// rules and the `robots.txt` of its site again, and connections go to the addresses that were checked and no others.
/// Time and size are limited while the answer comes in. A host gets one request at a time; what may pass, such as a busy
/// server, is tried again.
public struct CurlFetcher: Fetching {
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
    var resolver = HostResolver.system
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
    ) async throws -> (HTTPAnswer, URL) {
        let given = WebAddress.host(url.absoluteString)
        var url = url
        var hops: [String] = []
        while true {
            let left = deadline.timeIntervalSinceNow
            guard left > 0 else { throw FetchFailure(tooSlow, mayPass: true) }
            let isForeign = WebAddress.host(url.absoluteString) != given
            let from = hops.isEmpty ? "" : "redirected to \(WebAddress.withoutUser(url.absoluteString)): "
            let addresses: [NetworkAddress]
            switch await rule(for: url, isForeign: isForeign, timeLimit: left).verdict(on: url) {
            case .approved(let approved): addresses = approved
            case .refused(let words): throw FetchFailure(from + words)
            }
            if purpose == .page, settings.obeysRobots {
                let asked = Date()
                if let refusal = try await robotsRefusal(of: url) { throw FetchFailure(from + refusal) }
                deadline += Date().timeIntervalSince(asked)
            }
            let answer = try await inTurn(url, deadline: &deadline) { deadline in
                var request = self.request(for: url, at: addresses, conditions, deadline: deadline)
                request.cutsOff = purpose == .rules
                if purpose == .rules { request.maxBytes = RobotsRules.maxBytes }
                return try await self.answer(to: request)
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

    private func rule(for url: URL, isForeign: Bool, timeLimit: Double) -> AddressRule {
        AddressRule(
            allowsPrivate: settings.allowsPrivate, timeLimit: timeLimit, isForeign: isForeign,
            isLookedUpElsewhere: settings.proxies.proxy(for: url).map(ProxySettings.looksUpNames) ?? false,
            resolver: resolver)
    }

    private func request(
        for url: URL, at addresses: [NetworkAddress], _ conditions: FetchConditions, deadline: Date
    ) -> TransferRequest {
        var request = TransferRequest(
            url: url, userAgent: settings.userAgent, addresses: addresses, proxy: settings.proxies.proxy(for: url),
            authorities: settings.authorities, timeLimit: max(0.01, deadline.timeIntervalSinceNow),
            connectLimit: settings.connectLimit, stallLimit: settings.stallLimit, maxBytes: settings.maxBytes)
        request.headers = [.init(name: "Accept", value: Self.accepted)]
        if let etag = conditions.etag { request.headers.append(.init(name: "If-None-Match", value: etag)) }
        if let date = conditions.lastModified { request.headers.append(.init(name: "If-Modified-Since", value: date)) }
        return request
    }

    private static let accepted =
        "text/html, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5"

    private func answer(to request: TransferRequest) async throws -> HTTPAnswer {
        do {
            return try await Transfer(request).run()
        } catch let failure as TransferFailure {
            throw self.failure(for: failure, of: request)
        }
    }

    // MARK: Answers

    /// Where to go next; `nil` when the answer is no redirect.
    private func redirect(_ answer: HTTPAnswer, from url: URL, hops: inout [String]) throws -> URL? {
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
        hops.append(Self.withoutFragment(url))
        if hops.contains(Self.withoutFragment(next)) {
            throw FetchFailure("its redirects go in a circle at \(shown); give the page's own address")
        }
        if hops.count > settings.maxRedirects {
            throw FetchFailure("more than \(settings.maxRedirects) redirects; give the page's own address")
        }
        return next
    }

    /// The part of an address that servers see.
    private static func withoutFragment(_ url: URL) -> String {
        String(url.absoluteString.prefix { $0 != "#" })
    }

    private func result(_ answer: HTTPAnswer, url: URL, conditions: FetchConditions) throws -> FetchResult {
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
