import Foundation
import Testing

@testable import Ingestion

@Suite("Fetching", .serialized)
struct FetchTests {
    private static func reply(_ path: String) -> LocalServer.Reply {
        func answer(_ status: String, _ headers: [String], _ body: String = "") -> LocalServer.Reply {
            let lines = ["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers
            return .bytes(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        }
        switch path {
        case "/page":
            return answer(
                "200 OK",
                [
                    "Content-Type: text/html; charset=iso-8859-1", "ETag: \"v1\"",
                    "Last-Modified: Tue, 05 Mar 2024 14:02:10 GMT",
                ],
                "<p>hello</p>")
        case "/same": return answer("304 Not Modified", ["ETag: \"v1\""])
        case "/gone": return answer("404 Not Found", [], "no")
        case "/login": return answer("403 Forbidden", [])
        case "/busy": return answer("503 Service Unavailable", ["Retry-After: 120"])
        case "/to-page": return answer("302 Found", ["Location: /page"])
        case "/loop-a": return answer("302 Found", ["Location: /loop-b"])
        case "/loop-b": return answer("302 Found", ["Location: /loop-a"])
        case "/to-file": return answer("302 Found", ["Location: file:///etc/passwd"])
        case "/nowhere": return answer("302 Found", [])
        case "/large": return .endless("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n")
        case "/announced":
            return .endless("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 90000000\r\n\r\n")
        case "/not-http": return .bytes("SSH-2.0-OpenSSH_9.2\r\n")
        case "/short": return .bytes("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbroken off")
        case _ where path.hasPrefix("/hop/"):
            return answer("301 Moved", ["Location: /hop/\((Int(path.dropFirst(5)) ?? 0) + 1)"])
        default: return .silence
        }
    }

    private let server: LocalServer

    init() throws {
        server = try LocalServer { Self.reply($0) }
    }

    private func fetcher(_ change: (inout URLSessionFetcher.Settings) -> Void = { _ in }) -> URLSessionFetcher {
        var settings = URLSessionFetcher.Settings(timeLimit: 60, maxBytes: 1_000_000, allowsPrivate: true)
        change(&settings)
        return URLSessionFetcher(settings: settings)
    }

    private func failure(_ path: String, _ fetcher: URLSessionFetcher) async -> String {
        do {
            return "fetched \(try await fetcher.fetch(server.address + path))"
        } catch {
            return "\(error)".replacing(server.address, with: "http://here").replacing(":\(server.port)", with: "")
        }
    }

    @Test("A page comes with its headers and its validators")
    func page() async throws {
        guard case .fetched(let page) = try await fetcher().fetch(server.address + "/to-page") else {
            Issue.record("not fetched")
            return
        }
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>hello</p>")
        #expect(page.contentType == "text/html; charset=iso-8859-1")
        #expect(page.finalURL == server.address + "/page")
        #expect(page.conditions == FetchConditions(etag: "\"v1\"", lastModified: "Tue, 05 Mar 2024 14:02:10 GMT"))
        let document = SourceDocument(address: server.address + "/to-page", page: page)
        #expect(document.charset == "iso-8859-1")
    }

    @Test("Validators are sent, and nothing newer is no failure")
    func notModified() async throws {
        let conditions = FetchConditions(etag: "\"v1\"", lastModified: "Tue, 05 Mar 2024 14:02:10 GMT")
        #expect(try await fetcher().fetch(server.address + "/same", conditions: conditions) == .notModified)
        let head = server.requests.last ?? ""
        #expect(head.contains("If-None-Match: \"v1\"\r\n"))
        #expect(head.contains("If-Modified-Since: Tue, 05 Mar 2024 14:02:10 GMT\r\n"))
        #expect(head.contains("User-Agent: postmortem/"))
        #expect(!head.contains("Cookie"))
    }

    @Test(
        "Every failure says what happened and what to try",
        arguments: [
            ("/gone", "http://here/gone: nothing is there (HTTP 404); check the address, or give an archived copy"),
            (
                "/login",
                "http://here/login: the server wants a login or refuses (HTTP 403); save the page from a browser and give the file"
            ),
            ("/busy", "http://here/busy: the server is busy (HTTP 503) (it says: wait 120); try again later"),
            (
                "/loop-a",
                "http://here/loop-a: its redirects go in a circle at http://here/loop-a; give the page's own address"
            ),
            ("/hop/1", "http://here/hop/1: more than 5 redirects; give the page's own address"),
            (
                "/to-file",
                "http://here/to-file: redirected to file:///etc/passwd: only http and https addresses are fetched"
            ),
            ("/nowhere", "http://here/nowhere: a redirect that leads nowhere (HTTP 302); give the page's own address"),
            (
                "/large",
                "http://here/large: it holds more than the limit of 1 MB; split it, cut it down to the report, or raise the limit with --max-size"
            ),
            (
                "/announced",
                "http://here/announced: 90 MB is over the limit of 1 MB; split it, cut it down to the report, or raise the limit with --max-size"
            ),
        ])
    func failures(path: String, message: String) async {
        #expect(await failure(path, fetcher()) == message)
    }

    @Test("A server that breaks off or talks another protocol is a failure", arguments: ["/short", "/not-http"])
    func broken(path: String) async {
        #expect(await failure(path, fetcher()).hasPrefix("http://here\(path): "))
    }

    @Test("A server that never answers is given up in time")
    func silence() async {
        let message = await failure("/silence", fetcher { $0.timeLimit = 1 })
        #expect(
            message == "http://here/silence: no complete answer within 1 s; try again later or raise the time limit")
    }

    @Test("A port where nothing listens is explained")
    func refused() async {
        let fetcher = fetcher()
        await #expect {
            try await fetcher.fetch("http://127.0.0.1:1/")
        } throws: {
            "\($0)" == "http://127.0.0.1:1/: '127.0.0.1' takes no connection; check the port, or try again later"
        }
    }

    @Test(
        "Private addresses are refused in every spelling",
        arguments: [
            "http://127.0.0.1/", "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://2130706433/",
            "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://10.1.2.3/",
            "http://172.31.0.1/", "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/",
            "http://100.64.0.1/",
            "http://0.0.0.0/", "http://224.0.0.1/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[ff02::1]/",
            "http://[::]/", "http://255.255.255.255/", "http://192.0.2.1/",
        ])
    func privateAddresses(address: String) async {
        let fetcher = fetcher { $0.allowsPrivate = false }
        await #expect {
            try await fetcher.fetch(address)
        } throws: {
            "\($0)".hasSuffix("which is not on the public internet; give --allow-private if it is meant")
        }
    }

    @Test("A redirect is held against the rules again, without any request")
    func redirectToPrivate() async {
        // The first hop is allowed here because the rule is asked by hop: the file scheme stands for what is refused.
        #expect(await failure("/to-file", fetcher()).contains("redirected to file:///etc/passwd"))
        #expect(server.requests.count == 1)
    }

    @Test(
        "What is no web address is refused",
        arguments: [
            ("ftp://example.com/a", "ftp://example.com/a: only http and https addresses are fetched"),
            ("http:///a", "http:///a: the address names no host; check it"),
            (
                "http://user:secret@example.com/",
                "http://user:secret@example.com/: the address holds a user name or password; download the page and give the file"
            ),
            ("nonsense", "nonsense: not a web address; check its spelling"),
        ])
    func noAddress(address: String, message: String) async {
        let fetcher = fetcher()
        await #expect {
            try await fetcher.fetch(address)
        } throws: {
            "\($0)" == message
        }
    }

    @Test(
        "Public addresses pass the rule",
        arguments: [
            "8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8",
        ])
    func publicAddresses(literal: String) {
        #expect(NetworkAddress.all(of: literal).map(\.isPublic) == [true])
    }

    @Test("Threads that wait get their answer")
    func waiting() throws {
        let fetcher = fetcher()
        let address = server.address + "/page"
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let result = try? fetcher.fetchAndWait(address)
            #expect(result != nil)
        }
    }
}
