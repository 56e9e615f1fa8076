import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What went wrong, in words: each says what to do, and says "again" only where that may help.
extension URLSessionFetcher {
    var tooSlow: String {
        "no complete answer within \(Self.seconds(settings.timeLimit)); try again later or raise the time limit"
    }

    /// `2 s` or `0.5 s`, whatever the locale.
    static func seconds(_ limit: Double) -> String {
        let tenths = (limit * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) s" : "\(tenths) s"
    }

    static let notHTTP = "what answers there is no HTTP server; check the address and the port"

    /// libcurl's own words, where URLSession has no code for a fault or one that says something else.
    private static let faults: [(sign: String, words: String)] = [
        ("HTTP/0.9", notHTTP),
        ("Empty reply", "the server closed the connection without an answer; check the address and the port"),
        ("wrong version number", "what answers there is no TLS server; give the address with http://"),
        ("packet length too long", "what answers there is no TLS server; give the address with http://"),
        (
            "unencoding",
            "the answer is damaged: it can't be decompressed; save the page from a browser and give the file"
        ),
        ("SSL_ERROR_SYSCALL", "the connection broke off; try again"),
        ("transfer closed", "the connection broke off; try again"),
    ]

    func words(for error: URLError, host: String) -> String {
        if let fault = Self.faults.first(where: { error.localizedDescription.contains($0.sign) }) { return fault.words }
        return switch error.code {
        case .cannotFindHost, .dnsLookupFailed: "no such host: '\(host)'; check the address and the network"
        case .cannotConnectToHost: "'\(host)' takes no connection; check the port, or try again later"
        case .timedOut: tooSlow
        case .notConnectedToInternet: "there is no network; connect and try again"
        case .networkConnectionLost: "the connection broke off; try again"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            "no secure connection to '\(host)': its certificate is not trusted or has expired; save the page from a browser"
        case .cancelled: "cancelled"
        default:
            "fetching failed: \(error.localizedDescription); check the address, or save the page from a browser and give the file"
        }
    }

    func words(for answer: Download.Answer) -> String {
        switch answer.status {
        case 401, 403, 407:
            return
                "the server wants a login or refuses (HTTP \(answer.status)); save the page from a browser and give the file"
        case 404, 410: return "nothing is there (HTTP \(answer.status)); check the address, or give an archived copy"
        case 429, 503:
            return
                "the server is busy (HTTP \(answer.status))\(Self.wait(answer.header("Retry-After"))); try again later"
        case 500...599: return "the server failed (HTTP \(answer.status)); try again later"
        default: return "the server answered HTTP \(answer.status); check the address"
        }
    }

    /// Seconds or a date (RFC 9110, section 10.2.3).
    private static func wait(_ header: String?) -> String {
        guard let header = header?.trimmed, !header.isEmpty else { return "" }
        if let seconds = Int(header) { return " (it says: wait \(seconds) s)" }
        return " (it says: wait until \(header.prefix(40)))"
    }
}
