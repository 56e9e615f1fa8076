import Foundation

/// One request, its limits, and where it may connect to.
struct TransferRequest: Sendable {
    struct Header: Equatable, Sendable {
        var name: String
        var value: String
    }

    var url: URL
    var userAgent: String
    /// Those with control characters in them are not sent.
    var headers: [Header] = []
    /// The only addresses the host may have; with a proxy that looks names up itself, empty when they are unknown here.
    var addresses: [NetworkAddress]
    /// As curl writes it, such as `http://proxy.example:3128`; its own address is not checked.
    var proxy: String?
    var authorities = TrustedAuthorities.system
    /// Seconds until the answer must be whole.
    var timeLimit: Double
    /// Seconds until there must be a connection.
    var connectLimit: Double
    /// Seconds in which something must come.
    var stallLimit: Double
    /// Bytes of the body, as it comes and with its content encodings undone.
    var maxBytes: Int
    /// Whether what is over the limit is cut off rather than refused.
    var cutsOff = false

    /// What libcurl is to take for the answers of its own look-ups, so that it makes none that could end differently: any
    /// name of this port has the approved addresses, however it is spelled. Behind a proxy, whose own name is looked up,
    /// only this one has.
    var pins: [String] {
        guard !addresses.isEmpty, let port else { return [] }
        let list = addresses.map { $0.bytes.count == 4 ? $0.text : "[\($0.text)]" }.joined(separator: ",")
        return pinnedNames.map { "\($0):\(port):\(list)" }
    }

    private var pinnedNames: [String] {
        guard proxy != nil else { return ["*"] }
        let bare = WebAddress.bareHost(of: url)
        // Numbers are not looked up.
        guard NetworkAddress(literal: bare) == nil else { return [] }
        let spellings = [bare, url.host(percentEncoded: true)?.lowercased() ?? bare]
        return Set(spellings.flatMap { [$0, String($0.reversed().drop { $0 == "." }.reversed())] }).sorted()
    }

    private var port: Int? {
        url.port ?? ["http": 80, "https": 443][url.scheme?.lowercased() ?? ""]
    }
}
