import Foundation

/// Which addresses may be fetched.
struct AddressRule: Sendable {
    /// What is said of an address.
    enum Verdict: Equatable, Sendable {
        /// It may be fetched, from these addresses and no others.
        case approved([NetworkAddress])
        /// It must not, as the words say.
        case refused(String)
    }

    /// Whether hosts of private networks and this machine may be asked.
    var allowsPrivate: Bool
    /// Seconds to wait for the name to be resolved.
    var timeLimit: Double
    /// Whether a server, and not the reader, names the host: it may then not be a link-local one, even where private
    /// hosts are allowed. There machines of the cloud keep their keys (169.254.169.254).
    var isForeign = false
    /// Whether a proxy looks the name up: a name unknown here may then be known there.
    var isLookedUpElsewhere = false
    var resolver = HostResolver.system

    /// Seconds for a name that a proxy looks up as well: it can't be told whether this machine has anyone to ask.
    private static let proxiedLookupLimit = 2.0

    /// Whether an address may be fetched, and where its host is then to be found.
    ///
    /// Every address the host stands for must be public: one private among them is enough to refuse. Whoever fetches must
    /// connect to the approved addresses only, because the name may stand for others the next time it is looked up.
    func verdict(on url: URL) async -> Verdict {
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            return .refused("only http and https addresses are fetched")
        }
        let host = url.host(percentEncoded: false)?.lowercased() ?? ""
        guard !host.isEmpty else { return .refused("the address names no host; check it") }
        if url.user(percentEncoded: true) != nil || url.password(percentEncoded: true) != nil {
            return .refused("the address holds a user name or password; download the page and give the file")
        }
        if !allowsPrivate, Self.isThisMachine(host) { return .refused("'\(host)' is this machine, \(Self.hint)") }
        let limit = isLookedUpElsewhere ? min(timeLimit, Self.proxiedLookupLimit) : timeLimit
        let found = await resolver.addresses(of: WebAddress.bareHost(of: url), within: limit)
        guard let found, !found.isEmpty else {
            return isLookedUpElsewhere ? .approved([]) : .refused(Self.unknown(host, isEmpty: found != nil, limit))
        }
        return found.lazy.compactMap { refusal(of: $0, host) }.first.map(Verdict.refused) ?? .approved(found)
    }

    private func refusal(of address: NetworkAddress, _ host: String) -> String? {
        if !allowsPrivate { return address.isPublic ? nil : "'\(host)' is \(address.text), \(Self.hint)" }
        guard isForeign, address.isLinkLocal else { return nil }
        return "'\(host)' is \(address.text), a link-local address; give it directly if it is meant"
    }

    private static let hint = "which is not on the public internet; give --allow-private if it is meant"

    private static func unknown(_ host: String, isEmpty: Bool, _ limit: Double) -> String {
        isEmpty
            ? "no such host: '\(host)'; check the address and the network"
            : "looking up '\(host)' took over \(CurlFetcher.seconds(limit)); check the network and try again"
    }

    private static func isThisMachine(_ host: String) -> Bool {
        let name = String(host.reversed().drop { $0 == "." }.reversed())
        return name == "localhost" || name.hasSuffix(".localhost")
    }
}
