import CCurl

/// The state that libcurl shares between threads.
enum LibCurl {
    /// Whether it could be set up: on first use, once, whatever the number of threads.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
