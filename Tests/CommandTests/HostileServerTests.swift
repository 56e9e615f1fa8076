import Foundation
import TestSupport
import Testing

/// The command on servers that get everything wrong: a line for each, and the good ones are read all the same.
@Suite("Hostile servers", .serialized)
struct HostileServerTests {
    private static let replies: [String: LocalServer.Reply] = [
        "/bomb": .endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        "/chunks": .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nA"),
        "/cut-head": .bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"),
        "/empty": .bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        "/heads": .endless("HTTP/1.1 200 OK\r\n", then: "X: y\r\n"),
        "/link-local": .bytes("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\n\r\n"),
        "/loop": .bytes("HTTP/1.1 302 Found\r\nLocation: /loop\r\n\r\n"),
        "/mail": .bytes("220 mail ESMTP\r\n"),
        "/packed": .bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello"),
        "/page": .bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Good</title><h1>Good</h1><article>"
                + String(
                    repeating: "<p>The page of a server that works, with words, and with more words.</p>", count: 9)
                + "</article>"),
        "/to-file": .bytes("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n"),
        "/zero": .bytes("HTTP/1.1 200 OK\r\nX: \0\r\n\r\nA"),
    ]

    @Test("Every source has its line, and the others go on")
    func lines() throws {
        let server = try LocalServer { Self.replies[$0] ?? .bytes("HTTP/1.1 404 Not Found\r\n\r\n") }
        let addresses = Self.replies.keys.sorted().map { server.address + $0 }
        let run = try CommandRun.postmortem(
            ["extract", "--allow-private", "--ignore-robots", "--max-size", "1"] + addresses)
        #expect(run.status == 2)
        #expect(run.output.contains("The page of a server that works"))
        let page = "save the page from a browser and give the file"
        let lines = run.errors.replacing(server.address, with: "").split(separator: "\n").map(String.init)
        #expect(
            lines
                == [
                    "/bomb: it holds more than the limit of 1 MB; split it, cut it down to the report, or raise the limit with --max-size",
                    "/chunks: the answer is damaged: its parts don't fit together; \(page)",
                    "/cut-head: the connection broke off; try again (tried 3 times)",
                    "/empty: nothing in it; check that the download or export finished",
                    "/heads: its headers are longer than any page's; check the address",
                    "/link-local: redirected to http://169.254.169.254/: '169.254.169.254' is 169.254.169.254, a link-local address; give it directly if it is meant",
                    "/loop: its redirects go in a circle at /loop; give the page's own address",
                    "/mail: what answers there is no HTTP server; check the address and the port",
                    "/packed: the answer is damaged: it can't be decompressed; \(page)",
                    "/to-file: redirected to file:///etc/passwd: only http and https addresses are fetched",
                    "/zero: the answer is damaged: its headers hold a zero byte; \(page)",
                ].map { "postmortem: error: \($0)" })
    }

    @Test("Ctrl-C ends a fetch that waits, at once")
    func interruption() throws {
        let server = try LocalServer { _ in .silence }
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = ["extract", "--allow-private", "--ignore-robots", server.address + "/a"]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 where server.requests.isEmpty { usleep(50_000) }
        let start = Date()
        kill(process.processIdentifier, SIGINT)
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(Date().timeIntervalSince(start) < 5)
        #expect(process.terminationStatus == 128 + SIGINT)
        #expect(text.contains("postmortem: interrupted; what was done so far is kept"), "\(text)")
    }

    @Test("A proxy of the environment is asked")
    func proxy() throws {
        let server = try LocalServer { _ in Self.replies["/page"] ?? .silence }
        let run = try CommandRun.postmortem(
            ["extract", "--ignore-robots", "http://outside.invalid/"],
            environment: ["http_proxy": server.address, "no_proxy": ""])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("The page of a server that works"))
        #expect(server.requests.first?.hasPrefix("GET http://outside.invalid/ HTTP/1.1\r\n") == true)
    }
}
