import Compression
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Servers that get HTTP wrong, by mistake or on purpose: a reason for each, and never a page that is not whole.
@Suite("Misbehaving servers", .serialized)
struct MisbehaviourTests {
    private static let broken = "the connection broke off; try again"
    private static let notHTTP = "what answers there is no HTTP server; check the address and the port"
    private static let longHeaders = "its headers are longer than any page's; check the address"
    private static let tooLarge =
        "it holds more than the limit of 1 MB; split it, cut it down to the report, or raise the limit with --max-size"

    private static func damaged(_ words: String) -> String {
        "the answer is damaged: \(words); save the page from a browser and give the file"
    }

    /// What fetching `/a` of a server that gives one answer comes to: the page, or the reason there is none.
    private func outcome(
        _ reply: LocalServer.Reply, _ change: (inout CurlFetcher.Settings) -> Void = { _ in }
    ) async throws -> String {
        let server = try LocalServer { _ in reply }
        var settings = CurlFetcher.Settings(
            timeLimit: 20, maxBytes: 1_000_000, allowsPrivate: true, obeysRobots: false, retries: .never)
        change(&settings)
        do {
            guard case .fetched(let page) = try await CurlFetcher(settings: settings).fetch(server.address + "/a")
            else { return "not modified" }
            return "page: \(String(decoding: page.bytes, as: UTF8.self))"
        } catch {
            return "\(error)".replacing("\(server.address)/a: ", with: "")
                .replacing(server.address, with: "http://here")
        }
    }

    @Test(
        "An answer that ends inside its headers is no answer",
        arguments: [
            "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", "HTTP/1.1 200 OK\r\nContent-",
            "HTTP/1.1 404 Not Found\r\nA: b\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n",
        ])
    func cutHeaders(bytes: String) async throws {
        #expect(try await outcome(.bytes(bytes)) == Self.broken)
    }

    @Test(
        "Headers that make no sense are told apart",
        arguments: [
            ("<html><p>HTTP/0.9</p></html>", notHTTP), ("\0\0\0\0", notHTTP), ("SSH-2.0-x\r\n", notHTTP),
            ("220 mail ESMTP\r\n", notHTTP), ("HTTP/9.9 200 OK\r\n\r\nA", notHTTP), ("HTTP/1.1 abc\r\n\r\nA", notHTTP),
            ("HTTP/1.1 20\r\n\r\nA", notHTTP), ("HTTP/1.1 2000 OK\r\n\r\nA", notHTTP), ("HTTP/1.1\r\n\r\nA", notHTTP),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 3\r\n\r\nABC",
                damaged("it states two lengths")
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nA", damaged("it states no length that makes sense")
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: one\r\n\r\nA", damaged("it states no length that makes sense")
            ),
            ("HTTP/1.1 200 OK\r\nno colon\r\n\r\nA", damaged("its headers make no sense")),
            (
                "HTTP/1.1 100 Continue\r\n\r\n",
                "the server closed the connection without an answer; check the address and the port"
            ),
            ("HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\nA", damaged("its headers hold a zero byte")),
            (
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "the server says that nothing is new (HTTP 304), though nothing was known; save the page from a browser"
            ),
            ("HTTP/1.1 204 No Content\r\n\r\n", "the answer is empty (HTTP 204); check the address"),
            (
                "HTTP/1.1 206 Partial\r\nContent-Length: 1\r\n\r\nA",
                "only a part came (HTTP 206), though all was asked for; try again later"
            ),
            ("HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n", "the server answered HTTP 999; check the address"),
            (
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
                "the server answered HTTP 101; check the address"
            ),
        ])
    func oddHeaders(bytes: String, message: String) async throws {
        #expect(try await outcome(.bytes(bytes)) == message)
    }

    @Test(
        "Headers have a limit, in one line or in many",
        arguments: [
            .bytes("HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 1_000_000) + "\r\n\r\nA"),
            .endless("HTTP/1.1 200 OK\r\nX: "), .endless("HTTP/1.1 200 OK\r\n", then: "X: y\r\n"),
            .endless("HTTP/1.1 200 OK\r\nX: y\r\n", then: " folded\r\n"),
            .endless("", then: "HTTP/1.1 100 Continue\r\n\r\n"),
            .endless("HTTP/1.1 404 Not Found\r\n", then: "X: " + String(repeating: "y", count: 5_000) + "\r\n"),
        ] as [LocalServer.Reply])
    func longHeaders(reply: LocalServer.Reply) async throws {
        #expect(try await outcome(reply) == Self.longHeaders)
    }

    @Test(
        "A body that is not whole is no page",
        arguments: [
            ("Content-Length: 5000\r\n\r\nbroken off", broken),
            ("Transfer-Encoding: chunked\r\n\r\nzzz\r\nA", damaged("its parts don't fit together")),
            ("Transfer-Encoding: chunked\r\n\r\n5\r\nABCDEFGHIJ\r\n0\r\n\r\n", damaged("its parts don't fit together")),
            ("Transfer-Encoding: chunked\r\n\r\n5\r\nAB", broken),
            ("Transfer-Encoding: chunked\r\n\r\n2\r\nAB\r\n", broken),
            ("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nAB", damaged("its parts don't fit together")),
            ("Content-Encoding: gzip\r\n\r\nhello", damaged("it can't be decompressed")),
            ("Content-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello", damaged("it can't be decompressed")),
            (
                "Content-Encoding: nonsense\r\nContent-Length: 1\r\n\r\nA",
                "the answer is packed in a way that nobody else uses; save the page from a browser and give the file"
            ),
        ])
    func cutBodies(rest: String, message: String) async throws {
        #expect(try await outcome(.bytes("HTTP/1.1 200 OK\r\n" + rest)) == message)
    }

    @Test(
        "What is odd but whole is a page",
        arguments: [
            ("HTTP/1.0 200 OK\r\n\r\nA", "A"), ("HTTP/1.1 200\r\n\r\nA", "A"), ("HTTP/1.1 200 OK\n\nA", "A"),
            ("HTTP/1.1 200 OK\r\n: no name\r\n\r\nA", "A"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nA", "A"),
            // Longer than it says: what comes after belongs to no answer.
            ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nABC", "A"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""),
            ("HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\nHTTP/1.1 200 OK\r\n\r\nA", "A"),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nA\r\n0\r\nTrailer: x\r\n\r\n", "A"),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\n\r\nA", "A"),
            ("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\nA", "A"),
        ])
    func oddPages(bytes: String, body: String) async throws {
        #expect(try await outcome(.bytes(bytes)) == "page: \(body)")
    }

    @Test("Folded and repeated headers, and those in Latin-1, are read")
    func headerLines() async throws {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n\tcharset=x\r\nETag: \"1\"\r\nETag: \"2\"\r\nLast-Modified: "
        let server = try LocalServer { _ in .data(Array(head.utf8) + [0xFC, 0x0D, 0x0A, 0x0D, 0x0A, 0x41]) }
        var settings = CurlFetcher.Settings(allowsPrivate: true, obeysRobots: false, retries: .never)
        settings.maxBytes = 10
        guard case .fetched(let page) = try await CurlFetcher(settings: settings).fetch(server.address) else {
            Issue.record("not fetched")
            return
        }
        #expect(page.contentType == "text/html; charset=x")
        #expect(page.conditions == FetchConditions(etag: "\"1\"", lastModified: "ü"))
    }

    @Test("Compressed pages are unpacked, up to the limit of what they hold")
    func compressed() async throws {
        func answer(_ bytes: Data) -> LocalServer.Reply {
            let head = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: \(bytes.count)\r\n\r\n"
            return .data(Array(head.utf8) + Array(bytes))
        }
        #expect(try await outcome(answer(Compression.deflate(Data("hello".utf8)))) == "page: hello")
        let bomb = Compression.deflate(Data(count: 60_000_000))
        #expect(bomb.count < 100_000)
        #expect(try await outcome(answer(bomb)) == Self.tooLarge)
        #expect(try await outcome(answer(Compression.deflate(Data(count: 1_000_001)))) == Self.tooLarge)
        #expect(try await outcome(answer(Compression.deflate(Data(count: 1_000_000)))).count == 1_000_006)
        #expect(
            try await outcome(answer(bomb.prefix(200))) == Self.damaged("its compressed data ends too early"))
    }

    @Test("A gzip stream counts when it is whole, in one part or several")
    func gzip() async throws {
        let hello: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 7, 0, 134, 166, 16, 54, 5, 0, 0, 0,
        ]
        func answer(_ bytes: [UInt8], _ encoding: String = "gzip") -> LocalServer.Reply {
            .data(Array("HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\n\r\n".utf8) + bytes)
        }
        for encoding in ["gzip", "X-GZIP", "identity, gzip", "gzip,", "deflate"] {
            #expect(try await outcome(answer(hello, encoding)) == "page: hello", "\(encoding)")
        }
        #expect(try await outcome(answer(hello + hello)) == "page: hellohello")
        #expect(try await outcome(answer(hello + [0, 0, 0])) == "page: hello")
        #expect(try await outcome(answer([])) == "page: ")
        // Without the marks around it.
        let bare = Array(hello[10..<(hello.count - 8)])
        #expect(try await outcome(answer(bare, "deflate")) == "page: hello")
        var wrong = hello
        wrong[hello.count - 8] ^= 1
        #expect(try await outcome(answer(wrong)) == Self.damaged("it can't be decompressed"))
        for count in 1..<hello.count {
            let outcome = try await outcome(answer(Array(hello[..<count])))
            #expect(outcome == Self.damaged("its compressed data ends too early"), "\(count)")
        }
    }

    @Test("A page that is packed twice is unpacked twice, and no more often")
    func packedTwice() async throws {
        func answer(_ times: Int, _ headers: [String]) -> LocalServer.Reply {
            let bytes = (0..<times).reduce(Data("hello".utf8)) { bytes, _ in Compression.deflate(bytes) }
            let head = ["HTTP/1.1 200 OK"] + headers.map { "Content-Encoding: \($0)" }
            return .data(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + Array(bytes))
        }
        #expect(try await outcome(answer(2, ["deflate, deflate"])) == "page: hello")
        #expect(try await outcome(answer(2, ["deflate", "deflate"])) == "page: hello")
        let refusal =
            "the answer is packed in a way that nobody else uses; save the page from a browser and give the file"
        #expect(try await outcome(answer(3, ["deflate, deflate, deflate"])) == refusal)
        #expect(try await outcome(answer(1, ["deflate, br"])) == refusal)
    }

    @Test("A body of exactly the limit passes, one byte more does not")
    func exactLimit() async throws {
        func answer(_ count: Int) -> LocalServer.Reply {
            .bytes("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: count))
        }
        #expect(
            try await outcome(answer(1_000)) { $0.maxBytes = 1_000 } == "page: " + String(repeating: "x", count: 1_000))
        #expect(
            try await outcome(answer(1_001)) { $0.maxBytes = 1_000 }.hasPrefix(
                "it holds more than the limit of 1000 bytes"))
    }

    @Test("A server that sends faster than is read is stopped at the limit, in little memory")
    func endless() async throws {
        #expect(try await outcome(.endless("HTTP/1.1 200 OK\r\n\r\n")) == Self.tooLarge)
    }

    @Test(
        "Of what is no page, the status is enough, however the body goes on",
        arguments: [
            ("404 Not Found", "nothing is there (HTTP 404); check the address, or give an archived copy"),
            ("500 Oops", "the server failed (HTTP 500); try again later"),
            ("302 Found", "a redirect that leads nowhere (HTTP 302); give the page's own address"),
        ])
    func bodiesOfErrors(status: String, message: String) async throws {
        #expect(try await outcome(.endless("HTTP/1.1 \(status)\r\n\r\n")) == message)
        #expect(try await outcome(.bytes("HTTP/1.1 \(status)\r\nContent-Length: 90\r\n\r\nA")) == message)
        #expect(try await outcome(.bytes("HTTP/1.1 \(status)\r\nContent-Encoding: gzip\r\n\r\nA")) == message)
    }

    @Test(
        "Redirects to what is no page of the web are refused with their target",
        arguments: [
            ("javascript:alert(1)", "redirected to javascript:alert(1): only http and https addresses are fetched"),
            (
                "gopher://127.0.0.1:70/",
                "redirected to gopher://127.0.0.1:70/: only http and https addresses are fetched"
            ),
            ("file:///etc/passwd", "redirected to file:///etc/passwd: only http and https addresses are fetched"),
            ("http://", "redirected to http://: the address names no host; check it"),
            ("", "a redirect that leads nowhere (HTTP 302); give the page's own address"),
            ("#part", "its redirects go in a circle at http://here/a#part; give the page's own address"),
            (
                "//169.254.169.254/x",
                "redirected to http://169.254.169.254/x: '169.254.169.254' is 169.254.169.254, a link-local address; give it directly if it is meant"
            ),
        ])
    func redirects(location: String, message: String) async throws {
        let reply = LocalServer.Reply.bytes("HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
        #expect(try await outcome(reply) == message)
    }

    @Test("Relative redirects and such with a fragment lead on")
    func relative() async throws {
        let server = try LocalServer { path in
            switch path {
            case "/a/b?c": .bytes("HTTP/1.1 302 Found\r\nLocation: ../d/./e?f#part\r\n\r\n")
            case "/d/e?f": .bytes("HTTP/1.1 307 Again\r\nLocation: g h\r\n\r\n")
            case "/d/g%20h": .bytes("HTTP/1.1 200 OK\r\n\r\nA")
            default: .bytes("HTTP/1.1 404 Not Found\r\n\r\n")
            }
        }
        let fetcher = CurlFetcher(settings: .init(allowsPrivate: true, obeysRobots: false, retries: .never))
        guard case .fetched(let page) = try await fetcher.fetch(server.address + "/a/b?c#top") else {
            Issue.record("not fetched")
            return
        }
        #expect(page.finalURL == server.address + "/d/g%20h")
    }
}
