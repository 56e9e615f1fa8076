/// Who is trusted to vouch for servers: the system's authorities, or those of a file or folder.
public struct TrustedAuthorities: Hashable, Sendable {
    /// Certificates in PEM form, one after another; the system's when `nil`.
    public var file: String?
    /// Certificates named by their hashes, as `openssl rehash` makes it; the system's when `nil`.
    public var folder: String?

    public init(file: String? = nil, folder: String? = nil) {
        self.file = file
        self.folder = folder
    }

    /// The system's.
    public static let system = TrustedAuthorities()

    /// Named as curl's users name them: `CURL_CA_BUNDLE`, else `SSL_CERT_FILE` and `SSL_CERT_DIR`; empty ones don't count.
    public init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let bundle = value("CURL_CA_BUNDLE") {
            self.init(file: bundle)
        } else {
            self.init(file: value("SSL_CERT_FILE"), folder: value("SSL_CERT_DIR"))
        }
    }
}
