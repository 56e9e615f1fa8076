import Foundation

/// What a server answered to one request, redirects not followed.
struct HTTPAnswer: Equatable, Sendable {
    var status: Int
    /// Names in lower case; of several headers with one name, the first.
    var headers: [String: String]
    /// Content encodings undone. Empty unless the status is a success: nothing else is read to its end.
    var body: Data

    func header(_ name: String) -> String? { headers[name.lowercased()] }
}
