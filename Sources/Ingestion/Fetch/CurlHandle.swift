import CCurl
import Foundation

/// One of libcurl's easy handles, with what it points to and frees with itself.
final class CurlHandle {
    let pointer: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// `nil` when there is no memory.
    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(pointer)
        for list in lists { curl_slist_free_all(list) }
        words.deallocate()
    }

    /// What libcurl says of a failure.
    func words(for code: CURLcode) -> String {
        words[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: words)
    }

    /// Sets every option of a request. All of them count: one that this libcurl does not know is a failure.
    ///
    /// - Parameter intake: Must live as long as the transfer runs.
    func apply(_ request: TransferRequest, _ intake: TransferIntake) -> CURLcode {
        var code = CURLE_OK
        func set(_ option: @autoclosure () -> CURLcode) {
            if code == CURLE_OK { code = option() }
        }
        set(postmortem_curl_setPointer(pointer, CURLOPT_ERRORBUFFER, words))
        set(postmortem_curl_setWebOnly(pointer))
        set(postmortem_curl_setText(pointer, CURLOPT_URL, request.url.absoluteString))
        set(postmortem_curl_setText(pointer, CURLOPT_USERAGENT, request.userAgent))
        let offer = TransferRequest.Header(name: "Accept-Encoding", value: ContentCoding.offered)
        set(setList(CURLOPT_HTTPHEADER, (request.headers + [offer]).compactMap(Self.line)))
        set(setList(CURLOPT_RESOLVE, request.pins))
        // Empty, not null: what we know of the environment stands, and libcurl does not look there itself.
        set(postmortem_curl_setText(pointer, CURLOPT_PROXY, request.proxy ?? ""))
        set(postmortem_curl_setText(pointer, CURLOPT_NOPROXY, ""))
        for (option, value) in Self.switches { set(postmortem_curl_setNumber(pointer, option, value)) }
        for (option, value) in Self.times(request) { set(postmortem_curl_setNumber(pointer, option, value)) }
        for (option, path) in Self.authorities(request) { set(postmortem_curl_setText(pointer, option, path)) }
        set(setCallbacks(intake))
        return code
    }

    /// Those of servers, and those of a proxy that is itself reached by TLS.
    private static func authorities(_ request: TransferRequest) -> [(CURLoption, String)] {
        let (file, folder) = (request.authorities.file, request.authorities.folder)
        var options = [(CURLOPT_CAINFO, file), (CURLOPT_CAPATH, folder)]
        if request.proxy != nil { options += [(CURLOPT_PROXY_CAINFO, file), (CURLOPT_PROXY_CAPATH, folder)] }
        return options.compactMap { option, path in path.map { (option, $0) } }
    }

    /// What differs from libcurl's defaults, and what must not differ from them.
    private static let switches: [(CURLoption, Int)] = [
        (CURLOPT_HTTPGET, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_HTTP09_ALLOWED, 0),
        // The rules of a site are held against the path as it is sent.
        (CURLOPT_PATH_AS_IS, 1),
        // No name and password, from wherever.
        (CURLOPT_NETRC, 0), (CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
        (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
        // What a proxy says before the tunnel stands is no answer.
        (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
        // Signals belong to the process, not to one of its threads.
        (CURLOPT_NOSIGNAL, 1),
    ]

    private static func times(_ request: TransferRequest) -> [(CURLoption, Int)] {
        func milliseconds(_ seconds: Double) -> Int { max(1, Int(min(seconds, 1e6) * 1000)) }
        return [
            (CURLOPT_TIMEOUT_MS, milliseconds(request.timeLimit)),
            (CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectLimit)),
            (CURLOPT_LOW_SPEED_LIMIT, 1), (CURLOPT_LOW_SPEED_TIME, max(1, milliseconds(request.stallLimit) / 1000)),
        ]
    }

    /// `nil` for a value that would end the line and begin another.
    private static func line(_ header: TransferRequest.Header) -> String? {
        let isClean = header.value.utf8.allSatisfy { ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }
        return isClean ? "\(header.name): \(header.value)" : nil
    }

    private func setList(_ option: CURLoption, _ values: [String]) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(list, value) else {
                curl_slist_free_all(list)
                return CURLE_OUT_OF_MEMORY
            }
            list = longer
        }
        guard let list else { return CURLE_OK }
        lists.append(list)
        return postmortem_curl_setList(pointer, option, list)
    }

    private func setCallbacks(_ intake: TransferIntake) -> CURLcode {
        postmortem_curl_setCallbacks(
            pointer,
            { bytes, size, count, context in
                let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
                return CurlHandle.intake(context).take(header: part) ? part.count : 0
            },
            { bytes, size, count, context in
                let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
                return CurlHandle.intake(context).take(body: part) ? part.count : 0
            },
            { context, _, target in
                guard let target, CurlHandle.intake(context).mayConnect(to: CurlHandle.address(target)) else {
                    return -1
                }
                return socket(target.pointee.family, target.pointee.socktype | closesOnExec, target.pointee.protocol)
            },
            Unmanaged.passUnretained(intake).toOpaque())
    }

    private static func intake(_ context: UnsafeMutableRawPointer?) -> TransferIntake {
        guard let context else { preconditionFailure("a callback without the context it was set with") }
        return Unmanaged<TransferIntake>.fromOpaque(context).takeUnretainedValue()
    }

    private static func address(_ target: UnsafePointer<curl_sockaddr>) -> NetworkAddress? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = postmortem_curl_address(target, &bytes)
        return count > 0 ? NetworkAddress(bytes: Array(bytes[..<Int(count)])) : nil
    }
}

#if canImport(Glibc) || canImport(Musl)
    /// No other program that is started gets hold of the connection.
    private let closesOnExec = Int32(SOCK_CLOEXEC.rawValue)
#else
    private let closesOnExec: Int32 = 0
#endif
