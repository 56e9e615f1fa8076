import Foundation
import TestSupport
import Testing

private let openssl = URL(filePath: "/usr/bin/openssl")
private let python = URL(filePath: "/usr/bin/python3")
private let hasTools = [openssl, python].allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path()) }

/// Certificates that nobody vouches for, made for the test.
@Suite("TLS", .serialized, .enabled(if: hasTools))
struct TLSTests {
    private static let server = """
        import http.server, ssl, sys, threading
        class Page(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200); self.end_headers(); self.wfile.write(b"<p>secret</p>")
            def log_message(self, *words): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Timer(120, lambda: server.shutdown()).start()
        open(sys.argv[3] + ".new", "w").write(str(server.server_port))
        import os; os.rename(sys.argv[3] + ".new", sys.argv[3])
        server.serve_forever()
        """

    @Test(
        "A certificate nobody vouches for is refused in words",
        arguments: [
            (false, "its certificate is signed by itself or by an authority this machine does not know"),
            (true, "its certificate comes from an authority this machine does not know"),
        ])
    func untrusted(hasAuthority: Bool, words: String) throws {
        try withTemporaryFolder { folder in
            try Self.makeCertificate(in: folder, hasAuthority: hasAuthority)
            let port = folder.appending(path: "port")
            let process = Process()
            process.executableURL = python
            process.arguments =
                ["-c", Self.server] + ["site.pem", "site.key", "port"].map { folder.appending(path: $0).path() }
            process.standardError = FileHandle.nullDevice
            try process.run()
            defer { process.terminate() }
            for _ in 0..<600 where !FileManager.default.fileExists(atPath: port.path()) { usleep(50_000) }
            let address = "https://localhost:\(try String(contentsOf: port, encoding: .utf8))/"
            let run = try CommandRun.postmortem(["extract", "--allow-private", address])
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(run.errors.contains("\(address): no secure connection to 'localhost': \(words)"), "\(run.errors)")
        }
    }

    /// `site.pem` and `site.key` for localhost, signed by itself or by an authority made on the spot.
    private static func makeCertificate(in folder: URL, hasAuthority: Bool) throws {
        func run(_ arguments: String) throws {
            let run = try CommandRun.run(openssl, arguments.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        let new = "req -newkey rsa:2048 -nodes -subj /CN=localhost"
        guard hasAuthority else {
            return try run("\(new) -x509 -days 2 -keyout site.key -out site.pem")
        }
        try run("req -x509 -newkey rsa:2048 -nodes -subj /CN=Authority -days 2 -keyout ca.key -out ca.pem")
        try run("\(new) -keyout site.key -out site.csr")
        try run("x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out site.pem")
    }
}
