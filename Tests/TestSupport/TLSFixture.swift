import Foundation

/// Certificates made on the spot with `openssl`, and servers in Python that show them.
public struct TLSFixture: Sendable {
    static let openssl = URL(filePath: "/usr/bin/openssl")
    static let python = URL(filePath: "/usr/bin/python3")

    /// Whether this machine has what it takes.
    public static let isAvailable = [openssl, python].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0.path())
    }

    /// Why a command failed.
    public struct Failure: Error {
        public var words: String
    }

    /// A server on loopback that answers every request with one page; ends with the process that made it, or after two
    /// minutes.
    public final class Server {
        public let port: Int
        private let process: Process

        init(_ process: Process, port: Int) {
            (self.process, self.port) = (process, port)
        }

        deinit {
            process.terminate()
        }
    }

    let folder: URL

    /// The authority's own certificate.
    public var authority: String { folder.appending(path: "ca.pem").path() }

    /// Makes an authority in a folder.
    public init(in folder: URL) throws {
        self.folder = folder
        try openssl("req -x509 \(Self.key) -subj /CN=Authority -days 2 -keyout ca.key -out ca.pem")
        try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data(Self.settings.utf8).write(to: folder.appending(path: "ca.cnf"))
    }

    private static let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    private static let settings = """
        [ca]
        default_ca = own
        [own]
        database = index.txt
        serial = serial
        new_certs_dir = .
        default_md = sha256
        copy_extensions = copy
        unique_subject = no
        policy = any
        [any]
        commonName = supplied
        """

    /// The path of a certificate that signs itself.
    public func selfSigned(names: String = "DNS:localhost") throws -> String {
        try openssl(
            "req -x509 \(Self.key) -subj /CN=localhost -addext subjectAltName=\(names) -days 2 "
                + "-keyout own.key -out own.pem")
        return folder.appending(path: "own.pem").path()
    }

    /// The path of a certificate that the authority signs, its key beside it.
    ///
    /// - Parameters:
    ///   - names: As openssl writes them, such as `DNS:localhost,IP:127.0.0.1`.
    ///   - from: `20200101000000Z`, as is `until`.
    ///   - withAuthority: Whether the authority's own certificate follows in the same file.
    public func signed(
        names: String = "DNS:localhost", from: String = "20200101000000Z", until: String = "20991231000000Z",
        withAuthority: Bool = false
    ) throws -> String {
        let name = "site-\(UUID().uuidString)"
        try openssl(
            "req \(Self.key) -subj /CN=localhost -addext subjectAltName=\(names) -keyout \(name).key -out \(name).csr")
        try openssl(
            "ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -startdate \(from) -enddate \(until) "
                + "-in \(name).csr -out \(name).pem")
        let path = folder.appending(path: "\(name).pem")
        if withAuthority {
            let chain = try Data(contentsOf: path) + Data(contentsOf: URL(filePath: authority))
            try chain.write(to: path)
        }
        return path.path()
    }

    private func openssl(_ arguments: String) throws {
        let run = try CommandRun.run(Self.openssl, arguments.split(separator: " ").map(String.init), in: folder)
        guard run.status == 0 else { throw Failure(words: "openssl \(arguments): \(run.errors)") }
    }

    /// How a server behaves.
    public enum Manner: String, Sendable {
        case proper
        /// Speaks no TLS newer than 1.1.
        case outdated
        /// Closes the connection in the middle of the body, without saying so.
        case cuttingOff
        /// Closes the connection when it is greeted.
        case slamming
    }

    /// A server that shows a certificate, its key beside it.
    public func server(showing certificate: String, _ manner: Manner = .proper) throws -> Server {
        let port = folder.appending(path: "port-\(UUID().uuidString)")
        let process = Process()
        process.executableURL = Self.python
        process.arguments = [
            "-c", Self.script, certificate, certificate.replacing(".pem", with: ".key"), port.path(), manner.rawValue,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 {
            if let text = try? String(contentsOf: port, encoding: .utf8), let number = Int(text) {
                return Server(process, port: number)
            }
            usleep(50_000)
        }
        process.terminate()
        throw Failure(words: "the server did not start")
    }

    private static let script = """
        import os, socket, ssl, sys, threading
        certificate, key, place, manner = sys.argv[1:5]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if manner == "outdated":
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
            context.set_ciphers("ALL:@SECLEVEL=0")
        context.load_cert_chain(certificate, key)
        listener = socket.create_server(("127.0.0.1", 0))
        threading.Timer(120, lambda: os._exit(0)).start()
        with open(place + ".new", "w") as file:
            file.write(str(listener.getsockname()[1]))
        os.rename(place + ".new", place)
        body = b"<html><title>Secret</title><p>The secret page of a server that can be trusted.</p></html>"
        while True:
            client = listener.accept()[0]
            try:
                if manner == "slamming":
                    client.recv(100)
                    client.close()
                    continue
                client = context.wrap_socket(client, server_side=True)
                client.recv(65536)
                length = len(body) * (2 if manner == "cuttingOff" else 1)
                head = "HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Length: %d\\r\\n\\r\\n" % length
                client.sendall(head.encode() + body)
                client.close()
            except OSError:
                client.close()
        """
}
