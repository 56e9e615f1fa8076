import Foundation

/// Which proxy an address is asked through, by the variables that curl reads.
///
/// A proxy looks names up itself, so only it can tell where a name leads in the end: of the address rules, what is left
/// here is that addresses written as numbers, and names that this machine too can look up, must be public.
public struct ProxySettings: Hashable, Sendable {
    private var http: String?
    private var https: String?
    private var exceptions: [String]

    /// Every server is asked directly.
    public static let none = ProxySettings(environment: [:])

    /// From `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, all but the first in capitals too: a web server's
    /// scripts find a header of the visitor's in `HTTP_PROXY`.
    public init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first.flatMap { $0.isEmpty ? nil : $0 }
        }
        let any = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? any
        https = value("https_proxy", "HTTPS_PROXY") ?? any
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// The proxy for an address, as it is written; `nil` when its server is asked directly.
    func proxy(for url: URL) -> String? {
        guard let proxy = url.scheme?.lowercased() == "https" ? https : http else { return nil }
        let host = WebAddress.bareHost(of: url)
        return exceptions.contains { Self.fits($0, host) } ? nil : proxy
    }

    /// Whether a proxy wants names rather than addresses from us: all do but SOCKS in the forms without an `a` or `h`.
    static func looksUpNames(_ proxy: String) -> Bool {
        !["socks4:", "socks5:", "socks:"].contains { proxy.lowercased().hasPrefix($0) }
    }

    /// `proxy.example:3128`, for messages.
    static func shown(_ proxy: String) -> String {
        let bare = WebAddress.withoutUser(proxy.contains("://") ? proxy : "http://\(proxy)")
        return String(bare.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" })
    }

    /// `*`, `example.com`, `.example.com`, `10.0.0.0/8`, `::1`: names stand for those below them too.
    private static func fits(_ exception: String, _ host: String) -> Bool {
        if exception == "*" { return true }
        let parts = exception.filter { $0 != "[" && $0 != "]" }.split(separator: "/", maxSplits: 1)
        guard let name = parts.first else { return false }
        if let address = NetworkAddress(literal: host) {
            guard let block = NetworkAddress(literal: String(name)) else { return false }
            let bits = parts.count > 1 ? Int(parts[1]) : block.bytes.count * 8
            return bits.map { address.begins(like: block, bits: $0) } ?? false
        }
        func bare(_ name: some StringProtocol) -> String {
            String(name.lowercased().drop { $0 == "." }.reversed().drop { $0 == "." }.reversed())
        }
        let (own, other) = (bare(host), bare(name))
        return !other.isEmpty && (own == other || own.hasSuffix(".\(other)"))
    }
}
