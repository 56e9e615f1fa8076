/// The headers of one answer, taken in line by line.
struct HeaderCollector: Sendable {
    /// Bytes of all lines together; servers and browsers stop at a fraction of it.
    static let maxBytes = 256 * 1024

    /// 0 before there is any.
    private(set) var status = 0
    /// Names in lower case; of several headers with one name, the first, and of encodings all.
    private(set) var headers: [String: String] = [:]
    /// Whether the empty line after the last header is here.
    private(set) var isComplete = false
    private var bytes = 0
    private var isInside = false
    /// The header that a folded line goes on with; `nil` after one that is dropped.
    private var last: String?

    /// The length of the body that the server announces; `nil` when it announces none.
    var announcedLength: Int? { headers["content-length"].flatMap { Int($0) } }

    /// Takes in one line with its end; what follows the headers of the final answer (trailers) is dropped.
    ///
    /// - Returns: What is wrong with it; `nil` when it is well.
    mutating func take(_ line: some Collection<UInt8>) -> TransferFailure? {
        bytes += line.count
        if bytes > Self.maxBytes { return .headersTooLong }
        if isComplete { return nil }
        if line.contains(0) { return .damaged("its headers hold a zero byte") }
        let text = Self.text(Array(line))
        guard isInside else { return begin(text) }
        if text.isEmpty { return end() }
        return text.first == " " || text.first == "\t" ? fold(text) : header(text)
    }

    private mutating func begin(_ text: String) -> TransferFailure? {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count > 1, words[0].hasPrefix("HTTP/"), words[1].utf8.count == 3, let code = Int(words[1]),
            code >= 100
        else { return .notHTTP }
        (status, headers, last, isInside) = (code, [:], nil, true)
        return nil
    }

    private mutating func end() -> TransferFailure? {
        isInside = false
        // Interim answers (100, 103) are followed by another; 101 would end HTTP.
        isComplete = status >= 200 || status == 101
        return nil
    }

    private mutating func header(_ text: String) -> TransferFailure? {
        last = nil
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased()
        let value = text[text.index(after: colon)...].trimmed
        if let known = headers[name] {
            if name == "content-encoding" { headers[name] = "\(known), \(value)" }
            return name == "content-length" && known != value ? .damaged("it states two lengths") : nil
        }
        headers[name] = value
        last = name
        return nil
    }

    /// Obsolete but still sent (RFC 9112, section 5.2).
    private mutating func fold(_ text: String) -> TransferFailure? {
        if let last { headers[last, default: ""] += " \(text.trimmed)" }
        return nil
    }

    /// Without its end; bytes that are no UTF-8 as Latin-1, which HTTP once was written in.
    private static func text(_ line: [UInt8]) -> String {
        let bare = line.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed()
        if let text = String(validating: bare, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bare.map { Unicode.Scalar($0) }))
    }
}
