import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An HTTP server on loopback that answers each request with prepared bytes, as rude as a test wants.
public final class LocalServer: @unchecked Sendable {
    /// What to do with a request.
    public enum Reply: Sendable {
        case bytes(String)
        /// Bytes that are no text.
        case data([UInt8])
        /// Text, and then another text over and over, until the client goes away.
        case endless(String, then: String = String(repeating: "x", count: 16_384))
        /// Bytes that follow after so many milliseconds.
        case late(String, milliseconds: UInt32)
        /// A few bytes at a time, without end.
        case drip(String)
        /// A connection that breaks off with a reset.
        case reset
        /// Nothing, ever.
        case silence
    }

    public let port: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var seen: [String] = []
    private var (busy, most) = (0, 0)

    /// The most requests that were open at once.
    public var busiest: Int { lock.withLock { most } }

    /// Requests so far, each with its headers.
    public var requests: [String] { lock.withLock { seen } }

    public let address: String

    /// - Parameters:
    ///   - isSix: Whether it listens on `::1` instead of 127.0.0.1.
    ///   - reply: The answer to a request's path.
    public init(isSix: Bool = false, _ reply: @escaping @Sendable (String) -> Reply) throws {
        let family = isSix ? AF_INET6 : AF_INET
        #if canImport(Darwin)
            let listener = socket(family, SOCK_STREAM, 0)
        #else
            let listener = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        let bound: UInt16?
        if isSix {
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_addr = in6addr_loopback
            bound = Self.listen(listener, &name) ? name.sin6_port : nil
        } else {
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            bound = Self.listen(listener, &name) ? name.sin_port : nil
        }
        guard let bound else { throw CocoaError(.fileReadUnknown) }
        port = UInt16(bigEndian: bound)
        address = (isSix ? "http://[::1]:" : "http://127.0.0.1:") + String(port)
        self.listener = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 {
                    // Closed here and not by whoever lets go of the server: its number may be another socket's by then.
                    close(listener)
                    return
                }
                let head = Self.head(client)
                self?.count(head)
                let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
                let isTLS = head.utf8.first == 0x16
                let answer = isTLS ? .bytes("HTTP/1.1 400 Bad Request\r\n\r\n") : reply(path)
                Thread.detachNewThread { [weak self] in
                    Self.serve(answer, client) { self?.lock.withLock { self?.busy -= 1 } }
                }
            }
        }
    }

    private func count(_ head: String) {
        lock.withLock {
            seen.append(head)
            busy += 1
            most = max(most, busy)
        }
    }

    deinit {
        shutdown(listener, Int32(2))
    }

    /// Binds to an address and fills in its port.
    private static func listen<Address>(_ listener: Int32, _ name: inout Address) -> Bool {
        var length = socklen_t(MemoryLayout<Address>.size)
        return withUnsafeMutableBytes(of: &name) { bytes in
            guard let generic = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return bind(listener, generic, length) == 0 && startListening(listener) == 0
                && getsockname(listener, generic, &length) == 0
        }
    }

    private static func head(_ client: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &chunk, chunk.count, 0)
            if count <= 0 { break }
            bytes += chunk[..<count]
            // A TLS greeting has no end that we know of; it is answered in HTTP like all else.
            if bytes.first == 0x16 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter done: Called before the last byte is out: what comes after it is another request.
    private static func serve(_ reply: Reply, _ client: Int32, done: () -> Void) {
        defer { close(client) }
        if case .late(let text, let milliseconds) = reply {
            usleep(milliseconds * 1000)
            done()
            _ = write(Array(text.utf8), client)
            return
        }
        done()
        switch reply {
        case .late: break
        case .drip(let text):
            guard write(Array(text.utf8), client) else { return }
            while write([0x78], client) { usleep(50_000) }
        case .reset:
            // Closing at once, with nothing left to say, sends a reset instead of an end.
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(client, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        case .bytes(let text): _ = write(Array(text.utf8), client)
        case .data(let bytes): _ = write(bytes, client)
        case .endless(let text, let more):
            guard write(Array(text.utf8), client) else { return }
            while write(Array(more.utf8), client) {}
        case .silence: sleep(20)
        }
    }

    private static func write(_ bytes: [UInt8], _ client: Int32) -> Bool {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        return send(client, bytes, bytes.count, flags) == bytes.count
    }
}

/// The system's function, out of the reach of the method of the same name.
private func startListening(_ listener: Int32) -> Int32 {
    listen(listener, 16)
}
