import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// Where connections may go, how long they may take, and what ends them.
@Suite("Transfers", .serialized)
struct TransferTests {
    private static let page = LocalServer.Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nA")

    private func request(
        _ address: String, _ addresses: [NetworkAddress], change: (inout TransferRequest) -> Void = { _ in }
    ) throws -> TransferRequest {
        var request = TransferRequest(
            url: try #require(URL(string: address)), userAgent: "test", addresses: addresses, timeLimit: 10,
            connectLimit: 5, stallLimit: 5, maxBytes: 1_000)
        change(&request)
        return request
    }

    private let loopback = NetworkAddress(bytes: [127, 0, 0, 1])

    // MARK: Pinned addresses

    /// A resolver that gives each name's answers in turn, the last one for ever.
    private static func resolver(_ script: [String: [[String]]]) -> HostResolver {
        let counts = Mutex<[String: Int]>([:])
        return HostResolver { name in
            guard let answers = script[name] else { return NetworkAddress.all(of: name) }
            let turn = counts.withLock { counts in
                defer { counts[name, default: 0] += 1 }
                return counts[name, default: 0]
            }
            return answers[min(turn, answers.count - 1)].compactMap { NetworkAddress(literal: $0) }
        }
    }

    private func fetcher(_ resolver: HostResolver, allowsPrivate: Bool = true) -> CurlFetcher {
        var fetcher = CurlFetcher(
            settings: .init(timeLimit: 10, allowsPrivate: allowsPrivate, obeysRobots: false, retries: .never))
        fetcher.resolver = resolver
        return fetcher
    }

    @Test("The name is looked up once, and what was checked is what is connected to")
    func pinned() async throws {
        let server = try LocalServer { _ in Self.page }
        // Nobody but the resolver knows the name, and a second look-up would lead elsewhere.
        let fetcher = fetcher(Self.resolver(["once.test": [["127.0.0.1"], ["192.0.2.1"]]]))
        let result = try await fetcher.fetch("http://once.test:\(server.port)/")
        #expect(result == .fetched(FetchedPage(bytes: Data("A".utf8), finalURL: "http://once.test:\(server.port)/")))
        #expect(server.requests.first?.contains("Host: once.test:\(server.port)\r\n") == true)
    }

    @Test("A name that becomes private between two requests is refused at the second")
    func rebinding() async throws {
        let server = try LocalServer { path in
            path == "/a" ? .bytes("HTTP/1.1 302 Found\r\nLocation: http://turn.test/b\r\n\r\n") : Self.page
        }
        let script = ["turn.test": [["127.0.0.1"], ["169.254.169.254"]]]
        let fetcher = fetcher(Self.resolver(script))
        let error = await #expect(throws: IngestionError.self) {
            // The name is looked up for the first address; by the time of the redirect it stands for another.
            _ = try await fetcher.fetch("http://turn.test:\(server.port)/b")
            _ = try await fetcher.fetch("\(server.address)/a")
        }
        #expect(
            error?.description
                == "\(server.address)/a: redirected to http://turn.test/b: 'turn.test' is 169.254.169.254, "
                + "a link-local address; give it directly if it is meant")
    }

    @Test(
        "One private address among several is enough to refuse",
        arguments: [["8.8.8.8", "127.0.0.1"], ["2606:4700::1", "::1"], ["8.8.8.8", "::ffff:10.0.0.1"]])
    func mixed(addresses: [String]) async throws {
        let fetcher = fetcher(Self.resolver(["mixed.test": [addresses]]), allowsPrivate: false)
        let error = await #expect(throws: IngestionError.self) { try await fetcher.fetch("http://mixed.test/") }
        #expect(error?.description.contains("which is not on the public internet") == true)
    }

    @Test("A connection to an address that was not checked is not made, whatever leads there")
    func unchecked() async throws {
        let server = try LocalServer { _ in Self.page }
        // Nothing is pinned, so libcurl looks the name up by itself: as if a second answer differed from the first.
        let request = try request("http://127.0.0.1:\(server.port)/", [])
        await #expect(throws: TransferFailure.uncheckedAddress(loopback)) { try await Transfer(request).run() }
        #expect(server.requests.isEmpty)
        let failure = fetcher(.system).failure(for: .uncheckedAddress(loopback), of: request)
        #expect(
            failure.error(of: "http://a.test/", tries: 1).description
                == "http://a.test/: '127.0.0.1' was about to be reached at 127.0.0.1, which had not been checked; "
                + "save the page from a browser and give the file")
    }

    @Test("Only the very addresses that were checked may be connected to")
    func mayConnect() throws {
        let checked = NetworkAddress(bytes: [93, 184, 216, 34])
        let intake = TransferIntake(try request("http://a.test/", [checked]))
        #expect(intake.mayConnect(to: checked))
        for other in ["127.0.0.1", "93.184.216.35", "::ffff:93.184.216.34"] {
            #expect(!intake.mayConnect(to: NetworkAddress(literal: other)))
            #expect(intake.refused == NetworkAddress(literal: other))
        }
        // A family that nobody knows.
        #expect(!intake.mayConnect(to: nil))
    }

    @Test("Of several addresses the next is tried when one takes no connection")
    func severalAddresses() async throws {
        let server = try LocalServer { _ in Self.page }
        let fetcher = fetcher(Self.resolver(["two.test": [["127.0.0.2", "127.0.0.1"]]]))
        let result = try await fetcher.fetch("http://two.test:\(server.port)/")
        #expect(result != FetchResult.notModified)
    }

    @Test("Names in any spelling reach their pin")
    func spellings() async throws {
        let server = try LocalServer { _ in Self.page }
        for name in ["UPPER.test", "dot.test.", "b%61r.test", "bücher.test", "xn--bcher-kva.test", "under_score.test"] {
            let fetcher = fetcher(HostResolver { _ in [self.loopback] })
            let result = try await fetcher.fetch("http://\(name):\(server.port)/")
            #expect(result != FetchResult.notModified, "\(name)")
        }
        #expect(server.requests.count == 6)
    }

    // MARK: Time

    @Test("A server that begins and goes silent is given up before the time is over")
    func stall() async throws {
        let server = try LocalServer { _ in .late("HTTP/1.1 200 OK\r\n\r\nA", milliseconds: 15_000) }
        let start = ContinuousClock.now
        let request = try request(server.address, [loopback]) { $0.stallLimit = 1 }
        await #expect(throws: TransferFailure.stalled) { try await Transfer(request).run() }
        #expect(ContinuousClock.now - start < .seconds(8))
        let failure = fetcher(.system).failure(for: .stalled, of: request)
        #expect(failure.mayPass)
        #expect(
            failure.error(of: "/a", tries: 1).description
                == "/a: nothing came for 1 s; try again later or raise the time limit")
    }

    @Test("A connection that is never taken up is given up before the time is over")
    func connecting() async throws {
        let full = try FullListener()
        let request = try request("http://127.0.0.1:\(full.port)/", [loopback]) { $0.connectLimit = 0.3 }
        await #expect(throws: TransferFailure.noConnection) { try await Transfer(request).run() }
        let failure = fetcher(.system).failure(for: .noConnection, of: request)
        #expect(
            failure.error(of: "/a", tries: 2).description
                == "/a: '127.0.0.1' takes no connection within 0.3 s; try again later or raise the time limit (tried 2 times)"
        )
    }

    @Test("The limits for connecting and for silence grow with that for the whole")
    func derivedLimits() {
        for (whole, connect, stall) in [(1.0, 5.0, 5.0), (30, 10, 20), (90, 30, 60)] {
            let settings = CurlFetcher.Settings(timeLimit: whole)
            #expect(settings.connectLimit == connect && settings.stallLimit == stall)
        }
    }

    @Test("A task that is cancelled ends its transfer at once")
    func cancelling() async throws {
        let server = try LocalServer { _ in .silence }
        let request = try request(server.address, [loopback])
        let start = ContinuousClock.now
        let task = Task { try await Transfer(request).run() }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        await #expect(throws: TransferFailure.cancelled) { try await task.value }
        #expect(ContinuousClock.now - start < .seconds(4))
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Transfer(request).run()
        }
        await #expect(throws: TransferFailure.cancelled) { try await late.value }
    }

    // MARK: What is sent

    @Test("A request holds what it should and nothing else")
    func sent() async throws {
        let server = try LocalServer { _ in Self.page }
        let request = try request("\(server.address)/a/../b?c=d#part", [loopback]) {
            $0.headers = [
                .init(name: "If-None-Match", value: "\"v1\""), .init(name: "X", value: "a\r\nInjected: b"),
                .init(name: "Y", value: "a\rInjected: b"),
            ]
        }
        _ = try await Transfer(request).run()
        #expect(
            server.requests == [
                "GET /a/../b?c=d HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nUser-Agent: test\r\nAccept: */*\r\n"
                    + "If-None-Match: \"v1\"\r\nAccept-Encoding: gzip, deflate\r\n\r\n"
            ])
    }

    // MARK: Words of TLS libraries

    @Test(
        "What a TLS library says is put in words",
        arguments: [
            ("SSL certificate problem: certificate has expired", "its certificate has expired"),
            (
                "server certificate verification failed: certificate has expired. (CAfile: x)",
                "its certificate has expired"
            ),
            ("SSL certificate problem: certificate is not yet valid", "check this machine's clock"),
            ("SSL certificate problem: self-signed certificate in certificate chain", "an authority this machine"),
            ("SSL certificate problem: self signed certificate in certificate chain", "an authority this machine"),
            ("SSL certificate problem: self-signed certificate", "signed by itself"),
            (
                "SSL certificate problem: unable to get local issuer certificate",
                "an authority this machine does not know"
            ),
            ("SSL: no alternative certificate subject name matches target host name 'a'", "for another host"),
            ("SSL certificate problem: certificate revoked", "has been revoked"),
            ("SSL certificate problem: EE certificate key too weak", "too weak"),
            ("error:0A000102:SSL routines::unsupported protocol", "no TLS version or cipher"),
            ("something new", "its certificate is not trusted"),
        ])
    func certificates(said: String, words: String) throws {
        let failure = fetcher(.system).failure(
            for: .library(code: 60, words: said), of: try request("https://a.test/", []))
        guard case .fetch(let shown) = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(shown.hasPrefix("no secure connection to 'a.test': ") && shown.contains(words), "\(shown)")
        #expect(!failure.mayPass)
    }
}

/// A port that answers to no connection: it listens, and its queue is full.
private final class FullListener {
    let port: UInt16
    private var sockets: [Int32] = []

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        sockets = [listener]
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 0) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileReadUnknown) }
        port = UInt16(bigEndian: name.sin_port)
        for _ in 0..<8 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            sockets.append(client)
            _ = fcntl(client, F_SETFL, O_NONBLOCK)
            _ = withUnsafePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(client, $0, length) }
            }
        }
    }

    deinit {
        for socket in sockets { close(socket) }
    }
}
