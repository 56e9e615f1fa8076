/// Why a request got no answer.
enum TransferFailure: Error, Equatable, Sendable {
    /// No whole answer in time.
    case tooSlow
    /// No connection in time.
    case noConnection
    /// The answer began and nothing more came.
    case stalled
    /// `bytes` is what the server announced; `nil` when it announced nothing.
    case tooLarge(bytes: Int?)
    case headersTooLong
    /// The body is packed in a way that we did not offer to unpack.
    case unknownEncoding
    /// Headers or body contradict themselves as the words say.
    case damaged(String)
    case notHTTP
    /// The connection ended inside the headers.
    case brokenOff
    /// A connection was about to be made to an address that nobody has checked.
    case uncheckedAddress(NetworkAddress)
    case cancelled
    /// What libcurl says: its code and its words.
    case library(code: UInt32, words: String)
}
