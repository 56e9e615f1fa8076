import Foundation

extension WebAddress {
    /// The host as look-ups take it: in lower case, without the brackets and the zone of `[fe80::1%25eth0]`; empty when
    /// there is none.
    static func bareHost(of url: URL) -> String {
        let host = url.host(percentEncoded: false)?.lowercased() ?? ""
        let inner = host.hasPrefix("[") ? host.dropFirst().prefix { $0 != "]" } : host[...]
        return String(inner.prefix { $0 != "%" })
    }
}
