/// One try at an address that failed.
struct FetchFailure: Error, Sendable {
    var reason: IngestionError.Reason
    /// Whether the same request may succeed later without anyone's doing: a busy server, a broken connection.
    var mayPass: Bool
    /// Seconds the server asks to wait.
    var retryAfter: Double?
    /// The status of the answer, when there was one.
    var status: Int?

    init(_ words: String, mayPass: Bool = false, retryAfter: Double? = nil, status: Int? = nil) {
        self.init(.fetch(words), mayPass: mayPass, retryAfter: retryAfter, status: status)
    }

    init(_ reason: IngestionError.Reason, mayPass: Bool = false, retryAfter: Double? = nil, status: Int? = nil) {
        self.reason = reason
        self.mayPass = mayPass
        self.retryAfter = retryAfter
        self.status = status
    }

    /// The failure of an address after so many tries.
    func error(of address: String, tries: Int) -> IngestionError {
        guard tries > 1, case .fetch(let words) = reason else { return IngestionError(address, reason) }
        return IngestionError(address, .fetch("\(words) (tried \(tries) times)"))
    }
}
