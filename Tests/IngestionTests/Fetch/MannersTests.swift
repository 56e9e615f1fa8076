import Compression
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// How a fetcher behaves towards sites, on a server that follows a script.
@Suite("Manners", .serialized)
struct MannersTests {
    /// The seconds that were slept through, without sleeping.
    private final class Sleeps: Sendable {
        private let log = Mutex<[Double]>([])
        var all: [Double] { log.withLock { $0 } }

        var clock: CurlFetcher.Clock {
            CurlFetcher.Clock(
                now: { Date(timeIntervalSince1970: 1_709_647_330) },
                sleep: { seconds in self.log.withLock { $0.append(seconds) } })
        }
    }

    private let sleeps = Sleeps()

    private func fetcher(obeysRobots: Bool = true, timeLimit: Double = 600) -> CurlFetcher {
        CurlFetcher(
            settings: CurlFetcher.Settings(
                timeLimit: timeLimit, maxBytes: 1_000_000, allowsPrivate: true, obeysRobots: obeysRobots),
            clock: sleeps.clock)
    }

    private static func answer(_ status: String, _ headers: [String] = [], _ body: String = "") -> LocalServer.Reply {
        let lines = ["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers
        return .bytes(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// A server that gives the answers of each path in order, the last one for ever; 404 for other paths.
    private func server(_ script: [String: [LocalServer.Reply]]) throws -> LocalServer {
        let counts = Mutex<[String: Int]>([:])
        return try LocalServer { path in
            guard let replies = script[path] else { return Self.answer("404 Not Found") }
            let turn = counts.withLock { counts in
                defer { counts[path, default: 0] += 1 }
                return counts[path, default: 0]
            }
            return replies[min(turn, replies.count - 1)]
        }
    }

    private func outcome(_ path: String, _ server: LocalServer, _ fetcher: CurlFetcher) async -> String {
        do {
            guard case .fetched(let page) = try await fetcher.fetch(server.address + path) else {
                return "not modified"
            }
            return String(decoding: page.bytes, as: UTF8.self)
        } catch {
            return "\(error)".replacing(server.address, with: "")
        }
    }

    private func paths(_ server: LocalServer) -> [String] {
        server.requests.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    }

    // MARK: robots.txt

    @Test("robots.txt is asked for once, and what it forbids is not fetched")
    func robots() async throws {
        let rules = "User-agent: *\nDisallow: /private\n"
        let server = try server([
            "/robots.txt": [Self.answer("200 OK", [], rules)], "/a": [Self.answer("200 OK", [], "A")],
        ])
        let fetcher = fetcher()
        #expect(await outcome("/a", server, fetcher) == "A")
        #expect(
            await outcome("/private/b?c", server, fetcher)
                == "/private/b?c: /robots.txt asks robots to leave it alone (line 2, 'Disallow: /private'); "
                + "save the page from a browser and give the file, or give --ignore-robots if you may")
        #expect(await outcome("/a", server, fetcher) == "A")
        #expect(paths(server) == ["/robots.txt", "/a", "/a"])
    }

    @Test("Asked to, the fetcher looks at no robots.txt")
    func ignoringRobots() async throws {
        let server = try server(["/a": [Self.answer("200 OK", [], "A")]])
        #expect(await outcome("/a", server, fetcher(obeysRobots: false)) == "A")
        #expect(paths(server) == ["/a"])
    }

    @Test(
        "Whatever robots.txt answers, its meaning is that of RFC 9309",
        arguments: [
            (answer("404 Not Found"), nil), (answer("403 Forbidden"), nil), (answer("200 OK"), nil),
            (answer("302 Found", ["Location: /robots.txt"]), nil), (answer("302 Found"), nil),
            (answer("301 Moved", ["Location: /elsewhere.txt"]), "/elsewhere.txt"),
            (answer("503 Service Unavailable"), "HTTP 503"), (answer("500 Oops"), "HTTP 500"),
            (answer("429 Too Many Requests", ["Retry-After: 9999"]), "HTTP 429"),
            (answer("200 OK", ["Content-Type: text/html"], "<!DOCTYPE html><p>Disallow: /"), nil),
            (answer("200 OK", ["Content-Encoding: gzip"], "not gzip"), "can't be decompressed"),
            (.bytes("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nUser-agent: *"), "broke off"),
            (.reset, "broke off"), (.bytes("nonsense\r\n\r\n"), "no HTTP server"),
            (.endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /a\n"), "'Disallow: /a'"),
            (.endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /b\n"), nil),
        ] as [(LocalServer.Reply, String?)])
    func oddRobots(reply: LocalServer.Reply, refusal: String?) async throws {
        let elsewhere = Self.answer("200 OK", [], "User-agent: *\nDisallow: /a # /elsewhere.txt")
        let server = try server([
            "/robots.txt": [reply], "/elsewhere.txt": [elsewhere], "/a": [Self.answer("200 OK", [], "A")],
        ])
        let outcome = await outcome("/a", server, fetcher())
        switch refusal {
        case nil: #expect(outcome == "A")
        case "/elsewhere.txt": #expect(outcome.contains("line 2, 'Disallow: /a'"), "\(outcome)")
        case let words?: #expect(outcome.hasPrefix("/a: ") && outcome.contains(words), "\(outcome)")
        }
        #expect(paths(server).contains("/a") == (refusal == nil))
    }

    @Test("A packed robots.txt is unpacked, and its beginning counts")
    func packedRobots() async throws {
        func answer(_ text: String, cut: Int = 0) -> LocalServer.Reply {
            let bytes = Compression.deflate(Data(text.utf8)).dropLast(cut)
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: deflate\r\n\r\n"
            return .data(Array(head.utf8) + Array(bytes))
        }
        let rules = "User-agent: *\nDisallow: /a\n" + String(repeating: "#\n", count: 2_000_000)
        for (robots, words) in [
            (answer("User-agent: *\nDisallow: /a\n"), "'Disallow: /a'"), (answer(rules), "'Disallow: /a'"),
            (answer("User-agent: *\nDisallow: /a\n", cut: 5), "its compressed data ends too early"),
        ] {
            let server = try server(["/robots.txt": [robots], "/a": [Self.answer("200 OK", [], "A")]])
            let outcome = await outcome("/a", server, fetcher())
            #expect(outcome.contains(words), "\(outcome)")
        }
    }

    @Test("Where a redirect leads is held against robots.txt again")
    func redirectToForbidden() async throws {
        let server = try server([
            "/robots.txt": [Self.answer("200 OK", [], "User-agent: postmortem\nDisallow: /b")],
            "/a": [Self.answer("302 Found", ["Location: /b"])],
        ])
        let outcome = await outcome("/a", server, fetcher())
        #expect(
            outcome.hasPrefix("/a: redirected to /b: /robots.txt asks robots to leave it alone (line 2"), "\(outcome)")
        #expect(paths(server) == ["/robots.txt", "/a"])
    }

    // MARK: Trying again

    @Test("What may pass is tried again, in growing steps")
    func retries() async throws {
        let busy = Self.answer("503 Service Unavailable")
        let page = Self.answer("200 OK", [], "A")
        let server = try server(["/a": [busy, .reset, page], "/b": [Self.answer("429 No", ["Retry-After: 7"]), page]])
        let fetcher = fetcher(obeysRobots: false)
        #expect(await outcome("/a", server, fetcher) == "A")
        #expect(sleeps.all == [1, 4])
        #expect(await outcome("/b", server, fetcher) == "A")
        #expect(sleeps.all == [1, 4, 7])
    }

    @Test(
        "What does not pass fails, and says how often it was tried",
        arguments: [
            (
                [answer("503 Service Unavailable")],
                "/a: the server is busy (HTTP 503); try again later (tried 3 times)", [1, 4]
            ),
            (
                [answer("504 Gateway Timeout")], "/a: the server failed (HTTP 504); try again later (tried 3 times)",
                [1, 4]
            ),
            ([.reset], "/a: the connection broke off; try again (tried 3 times)", [1, 4]),
            (
                [answer("404 Not Found")],
                "/a: nothing is there (HTTP 404); check the address, or give an archived copy", []
            ),
            ([answer("500 Oops")], "/a: the server failed (HTTP 500); try again later", []),
            (
                [answer("429 No", ["Retry-After: 3600"])],
                "/a: the server is busy (HTTP 429) (it says: wait 3600 s); try again later", []
            ),
            (
                [answer("503 No", ["Retry-After: Tue, 05 Mar 2024 14:02:40 GMT"]), answer("404 Not Found")],
                "/a: nothing is there (HTTP 404); check the address, or give an archived copy (tried 2 times)", [30]
            ),
        ] as [([LocalServer.Reply], String, [Double])])
    func givingUp(replies: [LocalServer.Reply], message: String, slept: [Double]) async throws {
        let server = try server(["/a": replies])
        #expect(await outcome("/a", server, fetcher(obeysRobots: false)) == message)
        #expect(sleeps.all == slept)
    }

    @Test("A slow drip is given up like silence, and tried again like it")
    func drip() async throws {
        let page = Self.answer("200 OK", [], "A")
        let drip = LocalServer.Reply.drip("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        let server = try server(["/a": [drip, page]])
        #expect(await outcome("/a", server, fetcher(obeysRobots: false, timeLimit: 0.5)) == "A")
        #expect(sleeps.all == [1])
    }

    // MARK: One at a time

    @Test("A host gets one request at a time, several hosts get theirs together")
    func oneAtATime() async throws {
        let page = LocalServer.Reply.late(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nA", milliseconds: 40)
        let server = try server(["/a": [page]])
        let fetcher = fetcher(obeysRobots: false)
        await withTaskGroup { group in
            for _ in 0..<6 { group.addTask { #expect(await self.outcome("/a", server, fetcher) == "A") } }
        }
        #expect(server.requests.count == 6)
        #expect(server.busiest == 1)
    }
}
