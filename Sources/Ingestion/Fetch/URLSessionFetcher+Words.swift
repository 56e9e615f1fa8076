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
        ("chunked-encoding", "the answer is damaged: its parts don't fit together; try again later"),
        ("Invalid Content-Length", "the answer is damaged: it states no length that makes sense; try again later"),
        (
            "content encoding type",
            "the answer is packed in a way that nobody else uses; save the page from a browser and give the file"
        ),
        // What libcurl says when it has read 300 kB of them.
        ("Out of memory", "its headers are longer than any page's; check the address"),
        ("SSL_ERROR_SYSCALL", broken),
        ("transfer closed", broken), ("Connection reset", broken), ("Recv failure", broken),
        (
            "Header line", "its headers are longer than any page's; check the address"
        ),
    ]

    /// Certificates by what libcurl's TLS libraries (OpenSSL, GnuTLS) say of them.
    private static let certificates: [(signs: [String], words: String)] = [
        (
            ["has expired", "expired certificate", "certificate is expired"],
            "its certificate has expired; tell its owner, or save the page from a browser"
        ),
        (["not yet valid", "not activated"], "its certificate is not valid yet; check this machine's clock"),
        (
            ["self-signed", "self signed"],
            "its certificate is signed by itself or by an authority this machine does not know; "
                + "add that authority to the system's if it is yours"
        ),
        (
            ["no alternative certificate", "does not match", "name mismatch"],
            "its certificate is for another host; check the address"
        ),
        (["revoked"], "its certificate has been revoked; don't trust what it serves"),
        (
            ["unable to get local issuer", "unknown CA", "issuer certificate", "signer not found"],
            "its certificate comes from an authority this machine does not know; install the package ca-certificates, "
                + "or add that authority"
        ),
        (
            ["unsupported protocol", "protocol version", "no protocols available", "handshake failure"],
            "it offers no TLS version or cipher that is still safe; save the page from a browser"
        ),
    ]

    private static let broken = "the connection broke off; try again"

    /// Why a request got no answer, and whether it is worth another try.
    func failure(for error: URLError, host: String) -> FetchFailure {
        let said = error.localizedDescription
        if let fault = Self.certificates.first(where: { $0.signs.contains { said.contains($0) } }) {
            return FetchFailure("no secure connection to '\(host)': \(fault.words)")
        }
        let words = words(for: error, host: host)
        let mayPass =
            [.timedOut, .networkConnectionLost].contains(error.code) || words == Self.broken
            || said.contains("Empty reply") || said.contains("Connection reset") || said.contains("Recv failure")
        return FetchFailure(words, mayPass: mayPass)
    }

    /// Why an answer is none.
    func failure(for answer: Download.Answer) -> FetchFailure {
        FetchFailure(
            words(for: answer), mayPass: [429, 502, 503, 504].contains(answer.status),
            retryAfter: RetrySchedule.seconds(retryAfter: answer.header("Retry-After"), now: clock.now()),
            status: answer.status)
    }

    private func words(for error: URLError, host: String) -> String {
        if let fault = Self.faults.first(where: { error.localizedDescription.contains($0.sign) }) { return fault.words }
        return switch error.code {
        case .cannotFindHost, .dnsLookupFailed: "no such host: '\(host)'; check the address and the network"
        case .cannotConnectToHost: "'\(host)' takes no connection; check the port, or try again later"
        case .timedOut: tooSlow
        case .notConnectedToInternet: "there is no network; connect and try again"
        case .networkConnectionLost: Self.broken
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            "no secure connection to '\(host)': its certificate is not trusted; save the page from a browser"
        case .cancelled: "cancelled"
        default:
            "fetching failed: \(error.localizedDescription); check the address, or save the page from a browser and give the file"
        }
    }

    private func words(for answer: Download.Answer) -> String {
        switch answer.status {
        case 401, 403, 407:
            return
                "the server wants a login or refuses (HTTP \(answer.status)); save the page from a browser and give the file"
        case 404, 410: return "nothing is there (HTTP \(answer.status)); check the address, or give an archived copy"
        case 429, 503:
            return
                "the server is busy (HTTP \(answer.status))\(Self.wait(answer.header("Retry-After"))); try again later"
        case 500...599: return "the server failed (HTTP \(answer.status)); try again later"
        case 204, 205: return "the answer is empty (HTTP \(answer.status)); check the address"
        case 206, 226: return "only a part came (HTTP \(answer.status)), though all was asked for; try again later"
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
