/// What TLS libraries (OpenSSL, GnuTLS) say of a certificate they don't accept, in words that say what to do.
struct CertificateFault: Sendable {
    /// Any of these in the library's words tells it.
    var signs: [String]
    var words: String

    /// The first that fits decides: of a chain with a root of its own, OpenSSL says "self-signed certificate" as well.
    static let all = [
        CertificateFault(
            signs: ["has expired", "expired certificate", "certificate is expired"],
            words: "its certificate has expired; tell its owner, or save the page from a browser"),
        CertificateFault(
            signs: ["not yet valid", "not activated"],
            words: "its certificate is not valid yet; check this machine's clock"),
        CertificateFault(
            signs: [
                "in certificate chain", "unable to get local issuer", "unable to get issuer", "unknown CA",
                "issuer certificate", "signer not found",
            ],
            words: "its certificate comes from an authority this machine does not know; "
                + "install the package ca-certificates, or name that authority's file in CURL_CA_BUNDLE if it is yours"),
        CertificateFault(
            signs: ["self-signed", "self signed", "unable to verify the first certificate"],
            words: "its certificate is signed by itself; name its file in CURL_CA_BUNDLE if it is yours"),
        CertificateFault(
            signs: ["no alternative certificate", "does not match", "name mismatch", "unable to obtain common name"],
            words: "its certificate is for another host; check the address"),
        CertificateFault(
            signs: ["revoked"], words: "its certificate has been revoked; don't trust what it serves"),
        CertificateFault(
            signs: ["key too small", "key too weak", "md too weak", "digest algorithm too weak", "insecure algorithm"],
            words: "its certificate is too weak to be safe; tell its owner, or save the page from a browser"),
        CertificateFault(
            signs: ["certificate required", "handshake failure, certificate"],
            words: "it wants a certificate from us; save the page from a browser"),
        CertificateFault(
            signs: [
                "unsupported protocol", "protocol version", "no protocols available", "handshake failure",
                "no cipher", "insufficient security",
            ],
            words: "it offers no TLS version or cipher that is still safe; save the page from a browser"),
    ]

    /// What is wrong, when the words tell.
    static func words(for said: String) -> String? {
        all.first { fault in fault.signs.contains { said.contains($0) } }?.words
    }
}
