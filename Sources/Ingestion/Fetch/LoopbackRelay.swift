#if canImport(FoundationNetworking)
    import Foundation

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// Carries one connection from a port of 127.0.0.1 to an address that is written as numbers.
    ///
    /// FoundationNetworking refuses every URL whose host is an IPv6 address: it compares `::1` with libcurl's `[::1]`
    /// (https://github.com/swiftlang/swift-corelibs-foundation/issues/5496). To be dropped once the toolchains we build
    /// with have the fix.
    final class LoopbackRelay: @unchecked Sendable {
        enum Failure: Error {
            case noConnection
        }

        /// Where the relay listens, on 127.0.0.1.
        let port: UInt16
        private let target: Int32
        private let lock = NSLock()
        /// Guarded by `lock`, as is closing: a closed number may be another file's at once.
        private var listener: Int32
        private var client: Int32 = -1
        private var isClosed = false

        /// Connects, then listens for one client. Blocks until the connection stands.
        ///
        /// - Throws: ``Failure`` when nothing answers at the address within `seconds`.
        init(to host: String, port: UInt16, seconds: Double) throws {
            guard let target = Self.connected(host, port, seconds: seconds) else { throw Failure.noConnection }
            guard let (listener, own) = Self.listening() else {
                close(target)
                throw Failure.noConnection
            }
            self.target = target
            self.listener = listener
            self.port = own
            // The threads hold on to the relay until both directions have ended.
            Thread.detachNewThread { self.serve() }
        }

        /// Ends the connection, whoever still reads or writes.
        func end() {
            lock.withLock {
                guard !isClosed else { return }
                isClosed = true
                for socket in [listener, target, client] where socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
            }
        }

        private func serve() {
            // One client only: any process of this machine can reach the port.
            let accepted = accept(lock.withLock { listener }, nil, nil)
            lock.withLock {
                close(listener)
                listener = -1
                client = accepted
            }
            defer {
                lock.withLock {
                    isClosed = true
                    close(target)
                    if accepted >= 0 { close(accepted) }
                }
            }
            guard accepted >= 0, lock.withLock({ !isClosed }) else { return }
            let back = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                Self.copy(from: accepted, to: self.target)
                back.signal()
            }
            Self.copy(from: target, to: accepted)
            // The server has said all: the client must not wait for more.
            shutdown(accepted, Int32(SHUT_RDWR))
            back.wait()
        }

        private static func copy(from source: Int32, to sink: Int32) {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(source, &chunk, chunk.count, 0)
                if count <= 0 { break }
                var sent = 0
                while sent < count {
                    let written = chunk.withUnsafeBytes {
                        send(sink, $0.baseAddress.map { $0 + sent }, count - sent, Int32(MSG_NOSIGNAL))
                    }
                    if written <= 0 { return _ = shutdown(source, Int32(SHUT_RDWR)) }
                    sent += written
                }
            }
            shutdown(sink, Int32(SHUT_WR))
        }

        // MARK: Sockets

        private static func connected(_ host: String, _ port: UInt16, seconds: Double) -> Int32? {
            var hints = addrinfo()
            hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
            var found: UnsafeMutablePointer<addrinfo>?
            guard getaddrinfo(host, String(port), &hints, &found) == 0, let entry = found?.pointee else { return nil }
            defer { freeaddrinfo(found) }
            let target = socket(entry.ai_family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard target >= 0 else { return nil }
            // Connecting waits for the deadline and no longer; what comes after may block.
            let flags = fcntl(target, F_GETFL)
            _ = fcntl(target, F_SETFL, flags | O_NONBLOCK)
            if connect(target, entry.ai_addr, entry.ai_addrlen) == 0
                || (errno == EINPROGRESS && isReady(target, seconds))
            {
                _ = fcntl(target, F_SETFL, flags)
                return target
            }
            close(target)
            return nil
        }

        private static func isReady(_ target: Int32, _ seconds: Double) -> Bool {
            var wait = pollfd(fd: target, events: Int16(POLLOUT), revents: 0)
            guard poll(&wait, 1, Int32(clamping: Int(seconds * 1000))) == 1 else { return false }
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            return getsockopt(target, SOL_SOCKET, SO_ERROR, &code, &size) == 0 && code == 0
        }

        private static func listening() -> (socket: Int32, port: UInt16)? {
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard listener >= 0 else { return nil }
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isBound = withUnsafeMutablePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    bind(listener, generic, length) == 0 && listen(listener, 1) == 0
                        && getsockname(listener, generic, &length) == 0
                }
            }
            guard isBound else {
                close(listener)
                return nil
            }
            return (listener, UInt16(bigEndian: name.sin_port))
        }
    }
#endif
