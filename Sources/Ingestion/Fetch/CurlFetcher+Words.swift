import CCurl
import Foundation

/// What went wrong, in words: each says what to do, and says "again" only where that may help.
extension CurlFetcher {
    var tooSlow: String {
        "no complete answer within \(Self.seconds(settings.timeLimit)); try again later or raise the time limit"
    }

    /// `2 s` or `0.5 s`, whatever the locale.
    static func seconds(_ limit: Double) -> String {
        let tenths = (limit * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) s" : "\(tenths) s"
    }

    private static let notHTTP = "what answers there is no HTTP server; check the address and the port"
    private static let notTLS = "what answers there is no TLS server; give the address with http://"
    private static let broken = "the connection broke off; try again"
    private static let longHeaders = "its headers are longer than any page's; check the address"

    private static let packed =
        "the answer is packed in a way that nobody else uses; save the page from a browser and give the file"

    private static func damaged(_ words: String) -> String {
        "the answer is damaged: \(words); save the page from a browser and give the file"
    }

    /// Why a request got no answer, and whether it is worth another try.
    func failure(for failure: TransferFailure, of request: TransferRequest) -> FetchFailure {
        let host = request.url.host() ?? "the host"
        return switch failure {
        case .tooSlow: FetchFailure(tooSlow, mayPass: true)
        case .noConnection:
            FetchFailure(
                "'\(host)' takes no connection within \(Self.seconds(request.connectLimit)); "
                    + "try again later or raise the time limit", mayPass: true)
        case .stalled:
            FetchFailure(
                "nothing came for \(Self.seconds(request.stallLimit)); try again later or raise the time limit",
                mayPass: true)
        case .tooLarge(let bytes): FetchFailure(.tooLarge(bytes: bytes, limit: settings.maxBytes))
        case .headersTooLong: FetchFailure(Self.longHeaders)
        case .unknownEncoding: FetchFailure(Self.packed)
        case .damaged(let words): FetchFailure(Self.damaged(words))
        case .notHTTP: FetchFailure(Self.notHTTP)
        case .brokenOff: FetchFailure(Self.broken, mayPass: true)
        case .uncheckedAddress(let address):
            FetchFailure(
                "'\(host)' was about to be reached at \(address.text), which had not been checked; "
                    + "save the page from a browser and give the file")
        case .cancelled: FetchFailure("cancelled; run the command again for the rest")
        case .library(let code, let words): self.failure(code: CURLcode(code), words, host, request)
        }
    }

    /// Why an answer is none.
    func failure(for answer: HTTPAnswer) -> FetchFailure {
        FetchFailure(
            words(for: answer), mayPass: [429, 502, 503, 504].contains(answer.status),
            retryAfter: RetrySchedule.seconds(retryAfter: answer.header("Retry-After"), now: clock.now()),
            status: answer.status)
    }

    // MARK: What libcurl says

    private func failure(
        code: CURLcode, _ said: String, _ host: String, _ request: TransferRequest
    ) -> FetchFailure {
        if let proxy = request.proxy, let failure = Self.failure(of: proxy, code, said, host) { return failure }
        switch code {
        case CURLE_URL_MALFORMAT: return FetchFailure("not a web address; check its spelling")
        case CURLE_COULDNT_RESOLVE_HOST:
            return FetchFailure("no such host: '\(host)'; check the address and the network")
        case CURLE_COULDNT_CONNECT:
            return FetchFailure("'\(host)' takes no connection; check the port, or try again later")
        case CURLE_GOT_NOTHING:
            return FetchFailure(
                "the server closed the connection without an answer; check the address and the port", mayPass: true)
        case CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return FetchFailure(Self.broken, mayPass: true)
        case CURLE_BAD_CONTENT_ENCODING: return FetchFailure(Self.packed)
        case CURLE_UNSUPPORTED_PROTOCOL: return FetchFailure(Self.notHTTP)
        // What libcurl says of a header line that is longer than it reads.
        case CURLE_OUT_OF_MEMORY: return FetchFailure(Self.longHeaders)
        // What libcurl calls a bad argument is a header line that it can't split.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_FUNCTION_ARGUMENT: return FetchFailure(Self.odd(said))
        case CURLE_RECV_ERROR where said.contains("chunk"): return FetchFailure(Self.odd(said))
        case CURLE_RECV_ERROR where said.contains("headers"): return FetchFailure(Self.longHeaders)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_RECV_ERROR:
            return insecure(code, said, host, request)
        default:
            return FetchFailure(
                "fetching failed: \(said); check the address, or save the page from a browser and give the file")
        }
    }

    private static func odd(_ said: String) -> String {
        if said.contains("Content-Length") { return damaged("it states no length that makes sense") }
        if said.contains("chunk") { return damaged("its parts don't fit together") }
        if said.contains("ul byte") { return damaged("its headers hold a zero byte") }
        if said.contains("HTTP version") || said.contains("status line") { return notHTTP }
        return damaged("its headers make no sense")
    }

    /// A certificate that is not accepted, or a TLS connection that could not be made or broke off.
    private func insecure(
        _ code: CURLcode, _ said: String, _ host: String, _ request: TransferRequest
    ) -> FetchFailure {
        let start = "no secure connection to '\(host)': "
        if code == CURLE_SSL_CACERT_BADFILE { return FetchFailure(start + Self.noAuthorities(request.authorities)) }
        if let words = CertificateFault.words(for: said) { return FetchFailure(start + words) }
        if code == CURLE_PEER_FAILED_VERIFICATION {
            return FetchFailure("\(start)its certificate is not trusted; save the page from a browser")
        }
        if ["wrong version number", "packet length too long", "unexpected TLS packet"].contains(where: said.contains) {
            return FetchFailure(Self.notTLS)
        }
        return FetchFailure(Self.broken, mayPass: true)
    }

    private static func noAuthorities(_ authorities: TrustedAuthorities) -> String {
        guard let place = authorities.file ?? authorities.folder else {
            return "this machine has no list of authorities; install the package ca-certificates"
        }
        return "the authorities in '\(place)' can't be read; check CURL_CA_BUNDLE and SSL_CERT_FILE"
    }

    /// What is the proxy's fault; `nil` when it is the server's.
    private static func failure(of proxy: String, _ code: CURLcode, _ said: String, _ host: String) -> FetchFailure? {
        let shown = ProxySettings.shown(proxy)
        let check = "check http_proxy, https_proxy and no_proxy"
        switch code {
        case CURLE_COULDNT_RESOLVE_PROXY: return FetchFailure("no such proxy: '\(shown)'; \(check)")
        case CURLE_COULDNT_CONNECT, CURLE_UNSUPPORTED_PROTOCOL:
            if said.contains("proxy scheme") {
                return FetchFailure("'\(shown)' is no kind of proxy that is known; \(check)")
            }
            return code == CURLE_COULDNT_CONNECT
                ? FetchFailure("the proxy '\(shown)' takes no connection; \(check)") : nil
        case CURLE_PROXY: return FetchFailure("the proxy '\(shown)' does not connect to '\(host)'; \(check)")
        case CURLE_RECV_ERROR where said.contains("CONNECT"):
            let status = said.split { !$0.isNumber }.last ?? "?"
            return status == "407"
                ? FetchFailure("the proxy '\(shown)' wants a login; \(check)")
                : FetchFailure("the proxy '\(shown)' does not connect to '\(host)' (HTTP \(status)); \(check)")
        default: return nil
        }
    }

    // MARK: What servers say

    private func words(for answer: HTTPAnswer) -> String {
        switch answer.status {
        case 407: return "a proxy on the way wants a login (HTTP 407); check http_proxy and https_proxy"
        case 401, 403:
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
