/// Why a source could not be read: the place, and the facts.
///
/// ```swift
/// IngestionError("feed.xml", .entityExpansion).description
/// // "feed.xml: its entities expand without bound; remove the DOCTYPE and try again"
/// ```
public struct IngestionError: Error, Equatable {
    /// What is wrong with the source.
    public enum Reason: Equatable, Sendable {
        case emptyInput
        case binary
        /// `bytes` is `nil` when reading stopped before the end was known.
        case tooLarge(bytes: Int?, limit: Int)
        /// Compressed data that holds more than `limit` bytes.
        case unpacksTooLarge(limit: Int)
        /// More elements inside one another than `limit`.
        case tooDeep(limit: Int)
        /// More elements and texts than `limit`.
        case tooManyNodes(limit: Int)
        /// More entries in one feed than `limit`.
        case tooManyEntries(limit: Int)
        case truncatedGzip
        /// Damaged in the way the words say.
        case damaged(String)
        /// A feed was expected; `found` says what is there instead, such as `an HTML page`.
        case notAFeed(found: String)
        case entityExpansion
        case unreadableFrontMatter(String)
        case noContent
        /// A feed's entry with neither title nor text.
        case emptyEntry
        /// Fetching failed as the words say.
        case fetch(String)
        /// A file or folder that can't be opened, as the words say.
        case unreadableFile(String)
        /// A form we don't read, named in words.
        case unsupported(String)
    }

    /// The path or URL, as the caller gave it; without the user name and password that an address may hold.
    public var source: String
    /// 1-based; `nil` when the whole source is at fault.
    public var line: Int?
    public var reason: Reason

    public init(_ source: String, line: Int? = nil, _ reason: Reason) {
        self.source = WebAddress.withoutUser(source)
        self.line = line
        self.reason = reason
    }
}

extension IngestionError: CustomStringConvertible {
    /// Place, what is wrong, and what to try.
    public var description: String {
        let place = line.map { "\(source):\($0)" } ?? source
        return "\(place): \(reason.words)"
    }
}

extension IngestionError.Reason {
    fileprivate var words: String {
        switch self {
        case .emptyInput: "nothing in it; check that the download or export finished"
        case .binary: "binary data, not text; give a page, feed, Markdown or timeline"
        case .tooLarge(let bytes, let limit):
            if let bytes {
                "\(size(bytes)) is over the limit of \(megabytes(limit)); \(Self.wayOut)"
            } else {
                "it holds more than the limit of \(megabytes(limit)); \(Self.wayOut)"
            }
        case .unpacksTooLarge(let limit):
            "unpacked, it holds more than the limit of \(megabytes(limit)); \(Self.wayOut)"
        case .tooDeep(let limit):
            "elements nested more than \(limit) deep; save the report alone and try again"
        case .tooManyNodes(let limit):
            "more than \(limit) elements and texts; save the report alone and try again"
        case .tooManyEntries(let limit): "more than \(limit) entries; split the feed"
        case .truncatedGzip: "the gzip data ends too early; download it again"
        case .damaged(let what): "damaged: \(what); get a fresh copy"
        case .notAFeed(let found): "not an Atom or RSS feed but \(found); give the feed's own address"
        case .entityExpansion: "its entities expand without bound; remove the DOCTYPE and try again"
        case .unreadableFrontMatter(let what): "can't read the front matter: \(what); write YAML between two --- lines"
        case .noContent: "no readable text; a page drawn by scripts must be saved from the browser first"
        case .emptyEntry: "the entry has neither title nor text; nothing to keep"
        case .fetch(let what): what
        case .unreadableFile(let what): what
        case .unsupported(let what): "can't read \(what)"
        }
    }

    private static let wayOut = "split it, cut it down to the report, or raise the limit with --max-size"

    /// Rounded up, so that what is over a limit never reads the same as the limit.
    private func size(_ bytes: Int) -> String {
        megabytes(bytes < 1_000_000 ? bytes : (bytes + 99_999) / 100_000 * 100_000)
    }

    private func megabytes(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(bytes) bytes" }
        let tenths = bytes / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
