import Foundation

/// Which addresses may be fetched.
struct AddressRule: Sendable {
    /// Whether hosts of private networks and this machine may be asked.
    var allowsPrivate: Bool
    /// Seconds to wait for the name to be resolved.
    var timeLimit: Double
    /// Whether a server, and not the reader, names the host: it may then not be a link-local one, even where private
    /// hosts are allowed. There machines of the cloud keep their keys (169.254.169.254).
    var isForeign = false

    /// Why an address must not be fetched, in words; `nil` when it may.
    ///
    /// Every address the host stands for must be public: one private among them is enough to refuse. The name is resolved
    /// again when the connection is made, so a server that answers differently the second time can get past this; run
    /// where that matters behind a firewall.
    func refusal(of url: URL) async -> String? {
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            return "only http and https addresses are fetched"
        }
        guard let host = url.host(percentEncoded: false)?.lowercased(), !host.isEmpty else {
            return "the address names no host; check it"
        }
        if url.user(percentEncoded: true) != nil || url.password(percentEncoded: true) != nil {
            return "the address holds a user name or password; download the page and give the file"
        }
        if allowsPrivate { return await isForeign ? linkLocalRefusal(of: host) : nil }
        let hint = "which is not on the public internet; give --allow-private if it is meant"
        let name = String(host.reversed().drop { $0 == "." }.reversed())
        if name == "localhost" || name.hasSuffix(".localhost") { return "'\(host)' is this machine, \(hint)" }
        guard let found = await Self.addresses(of: Self.bare(host), timeLimit: timeLimit) else {
            return
                "looking up '\(host)' took over \(URLSessionFetcher.seconds(timeLimit)); check the network and try again"
        }
        if found.isEmpty { return "no such host: '\(host)'; check the address and the network" }
        if let bad = found.first(where: { !$0.isPublic }) {
            return "'\(host)' is \(bad.text), \(hint)"
        }
        return nil
    }

    private func linkLocalRefusal(of host: String) async -> String? {
        let found = await Self.addresses(of: Self.bare(host), timeLimit: timeLimit) ?? []
        guard let bad = found.first(where: \.isLinkLocal) else { return nil }
        return "'\(host)' is \(bad.text), a link-local address; give it directly if it is meant"
    }

    /// Without brackets and zone, as in `[fe80::1%25eth0]`.
    private static func bare(_ host: String) -> String {
        let inner = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host
        return String(inner.prefix { $0 != "%" })
    }

    /// The host's addresses; `nil` when the system takes too long. The call can't be interrupted, so it is left behind.
    private static func addresses(of host: String, timeLimit: Double) async -> [NetworkAddress]? {
        await withCheckedContinuation { continuation in
            let answer = FirstAnswer(continuation)
            // Queues of our own get a thread even when the shared ones are all blocked.
            DispatchQueue(label: "postmortem.lookup").async { answer.give(NetworkAddress.all(of: host)) }
            DispatchQueue(label: "postmortem.lookup.limit").asyncAfter(deadline: .now() + timeLimit) {
                answer.give(nil)
            }
        }
    }
}

/// Lets the first of several answers through.
private final class FirstAnswer: @unchecked Sendable {
    private let lock = NSLock()
    private var continuation: CheckedContinuation<[NetworkAddress]?, Never>?

    init(_ continuation: CheckedContinuation<[NetworkAddress]?, Never>) {
        self.continuation = continuation
    }

    func give(_ addresses: [NetworkAddress]?) {
        let waiting = lock.withLock {
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(returning: addresses)
    }
}
