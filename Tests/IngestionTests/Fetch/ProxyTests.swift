import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

@Suite("Proxies and authorities", .serialized)
struct ProxyTests {
    @Test(
        "The proxy is the one that curl would take",
        arguments: [
            ([:], "http://a.test/", nil), (["http_proxy": "p:1"], "http://a.test/", "p:1"),
            (["http_proxy": "p:1"], "https://a.test/", nil), (["https_proxy": "p:1"], "https://a.test/", "p:1"),
            (["HTTPS_PROXY": "p:1"], "https://a.test/", "p:1"), (["HTTP_PROXY": "p:1"], "http://a.test/", nil),
            (["https_proxy": "p:1", "HTTPS_PROXY": "p:2"], "HTTPS://a.test/", "p:1"),
            (["all_proxy": "p:1"], "http://a.test/", "p:1"), (["ALL_PROXY": "p:1"], "https://a.test/", "p:1"),
            (["all_proxy": "p:1", "http_proxy": "p:2"], "http://a.test/", "p:2"),
            (["http_proxy": "", "HTTPS_PROXY": ""], "http://a.test/", nil),
            (["http_proxy": "p:1", "no_proxy": "a.test"], "http://a.test/", nil),
            (["http_proxy": "p:1", "no_proxy": "a.test"], "http://b.a.test:80/", nil),
            (["http_proxy": "p:1", "no_proxy": "a.test"], "http://ba.test/", "p:1"),
            (["http_proxy": "p:1", "no_proxy": "b.test , .A.test"], "http://A.test./", nil),
            (["http_proxy": "p:1", "NO_PROXY": "*"], "http://a.test/", nil),
            (["http_proxy": "p:1", "no_proxy": "b.test c.test"], "http://c.test/", nil),
            (["http_proxy": "p:1", "no_proxy": ""], "http://a.test/", "p:1"),
            (["http_proxy": "p:1", "no_proxy": "10.0.0.0/8"], "http://10.1.2.3/", nil),
            (["http_proxy": "p:1", "no_proxy": "10.0.0.0/12"], "http://10.16.2.3/", "p:1"),
            (["http_proxy": "p:1", "no_proxy": "10.0.0.0/x,1.2.3.4/99"], "http://1.2.3.4/", "p:1"),
            (["http_proxy": "p:1", "no_proxy": "127.0.0.1"], "http://127.1/", nil),
            (["http_proxy": "p:1", "no_proxy": "[::1],fe80::/10"], "http://[::1]/", nil),
            (["http_proxy": "p:1", "no_proxy": "fd00::/8"], "http://[fe80::1]/", "p:1"),
            (["http_proxy": "p:1", "no_proxy": "1"], "http://10.0.0.1/", "p:1"),
        ] as [([String: String], String, String?)])
    func choice(environment: [String: String], address: String, proxy: String?) throws {
        let url = try #require(URL(string: address))
        #expect(ProxySettings(environment: environment).proxy(for: url) == proxy)
    }

    private func fetcher(_ environment: [String: String], allowsPrivate: Bool = false) -> CurlFetcher {
        var settings = CurlFetcher.Settings(
            timeLimit: 10, allowsPrivate: allowsPrivate, obeysRobots: false, retries: .never)
        settings.proxies = ProxySettings(environment: environment)
        var fetcher = CurlFetcher(settings: settings)
        fetcher.resolver = HostResolver { name in
            NetworkAddress(literal: name).map { [$0] }
                ?? (name == "inside.test" ? [NetworkAddress(bytes: [10, 0, 0, 1])] : [])
        }
        return fetcher
    }

    private func failure(_ address: String, _ fetcher: CurlFetcher) async -> String {
        let error = await #expect(throws: IngestionError.self) { try await fetcher.fetch(address) }
        return error?.description ?? "fetched"
    }

    @Test("A proxy is asked for names that only it may know")
    func asked() async throws {
        let server = try LocalServer { _ in .bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nA") }
        let fetcher = fetcher(["http_proxy": "http://me:pw@127.0.0.1:\(server.port)"])
        let result = try await fetcher.fetch("http://outside.test/a")
        #expect(result == .fetched(FetchedPage(bytes: Data("A".utf8), finalURL: "http://outside.test/a")))
        #expect(
            server.requests.first?.hasPrefix("GET http://outside.test/a HTTP/1.1\r\nHost: outside.test\r\n") == true)
    }

    @Test("Whatever the spelling of the host, the proxy hears of it")
    func spellings() async throws {
        let server = try LocalServer { _ in .bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nA") }
        var fetcher = fetcher(["http_proxy": "http://127.0.0.1:\(server.port)"])
        for address in ["http://[2606:4700::1]/", "http://93.184.216.34:81/", "http://0x5db8d822/"] {
            #expect(try await fetcher.fetch(address) != FetchResult.notModified)
        }
        fetcher.resolver = HostResolver { _ in [NetworkAddress(bytes: [93, 184, 216, 34])] }
        for name in ["a.test.", "UPPER.test", "bücher.test", "b%61r.test"] {
            #expect(try await fetcher.fetch("http://\(name)/") != FetchResult.notModified)
        }
        #expect(server.requests.count == 7)
    }

    @Test("What this machine can tell to be private, a proxy is not asked for")
    func privateThroughProxy() async throws {
        let server = try LocalServer { _ in .bytes("HTTP/1.1 200 OK\r\n\r\nA") }
        let fetcher = fetcher(["all_proxy": "127.0.0.1:\(server.port)"])
        for address in ["http://10.0.0.1/", "http://inside.test/", "http://localhost/", "http://[::1]/"] {
            #expect(
                await failure(address, fetcher).hasSuffix(
                    "which is not on the public internet; give --allow-private if it is meant"))
        }
        #expect(server.requests.isEmpty)
    }

    @Test("A public site that redirects to a private one is not followed there")
    func redirectToPrivate() async throws {
        let server = try LocalServer { _ in .bytes("HTTP/1.1 302 Found\r\nLocation: http://inside.test/\r\n\r\n") }
        let fetcher = fetcher(["http_proxy": "127.0.0.1:\(server.port)"])
        #expect(
            await failure("http://outside.test/", fetcher)
                == "http://outside.test/: redirected to http://inside.test/: 'inside.test' is 10.0.0.1, "
                + "which is not on the public internet; give --allow-private if it is meant")
        #expect(server.requests.count == 1)
    }

    @Test("A name that was public and has become private is refused")
    func rebinding() async throws {
        let server = try LocalServer { _ in .bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nA") }
        var fetcher = fetcher(["http_proxy": "127.0.0.1:\(server.port)"])
        let isTurned = Mutex(false)
        fetcher.resolver = HostResolver { _ in
            isTurned.withLock { isTurned in
                defer { isTurned = true }
                return [NetworkAddress(bytes: isTurned ? [10, 0, 0, 1] : [93, 184, 216, 34])]
            }
        }
        _ = try await fetcher.fetch("http://turn.test/")
        #expect(
            await failure("http://turn.test/", fetcher)
                == "http://turn.test/: 'turn.test' is 10.0.0.1, which is not on the public internet; "
                + "give --allow-private if it is meant")
        #expect(server.requests.count == 1)
    }

    @Test("A proxy's failures are told from the server's, without its password")
    func failures() async throws {
        let check = "check http_proxy, https_proxy and no_proxy"
        for (status, words) in [
            ("403 Forbidden", "does not connect to 'a.test' (HTTP 403)"), ("407 Login", "wants a login"),
            ("502 Bad Gateway", "does not connect to 'a.test' (HTTP 502)"),
        ] {
            let server = try LocalServer { _ in .bytes("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n") }
            let fetcher = fetcher(["https_proxy": "http://me:pw@127.0.0.1:\(server.port)/"])
            #expect(
                await failure("https://a.test/", fetcher)
                    == "https://a.test/: the proxy '127.0.0.1:\(server.port)' \(words); \(check)")
            #expect(server.requests.first?.hasPrefix("CONNECT a.test:443 HTTP/1.1\r\n") == true)
        }
        #expect(
            await failure("http://a.test/", fetcher(["http_proxy": "me:pw@127.0.0.1:1"]))
                == "http://a.test/: the proxy '127.0.0.1:1' takes no connection; \(check)")
        #expect(
            await failure("http://a.test/", fetcher(["http_proxy": "nonsense://127.0.0.1:1"]))
                == "http://a.test/: '127.0.0.1:1' is no kind of proxy that is known; \(check)")
        #expect(
            await failure("http://a.test/", fetcher(["http_proxy": "proxy.invalid:1"]))
                == "http://a.test/: no such proxy: 'proxy.invalid:1'; \(check)")
    }

    @Test("A SOCKS proxy that wants addresses gets those that were checked")
    func socks() async throws {
        let fetcher = fetcher(["all_proxy": "socks5://127.0.0.1:1"])
        #expect(
            await failure("http://outside.test/", fetcher)
                == "http://outside.test/: no such host: 'outside.test'; check the address and the network")
        #expect(
            await failure("http://93.184.216.34/", fetcher)
                == "http://93.184.216.34/: the proxy '127.0.0.1:1' takes no connection; check http_proxy, https_proxy and no_proxy"
        )
    }

    @Test(
        "Authorities are named as for curl",
        arguments: [
            ([:], nil, nil), (["CURL_CA_BUNDLE": "/a"], "/a", nil), (["SSL_CERT_FILE": "/b"], "/b", nil),
            (["SSL_CERT_DIR": "/c"], nil, "/c"), (["SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], "/b", "/c"),
            (["CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], "/a", nil),
            (["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": ""], nil, nil),
        ] as [([String: String], String?, String?)])
    func authorities(environment: [String: String], file: String?, folder: String?) {
        #expect(TrustedAuthorities(environment: environment) == TrustedAuthorities(file: file, folder: folder))
    }
}
