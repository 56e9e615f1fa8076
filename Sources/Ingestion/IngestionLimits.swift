/// How much of a source is read before it is refused.
///
/// Every reader takes these as a value; a source over a limit fails with an ``IngestionError`` that names it.
public struct IngestionLimits: Hashable, Sendable {
    /// Bytes of one source, after decompression.
    public var maxBytes: Int
    /// Elements inside one another.
    public var maxDepth: Int
    /// Elements, texts and comments of one document.
    public var maxNodes: Int
    /// Entries of one feed.
    public var maxEntries: Int

    public init(
        maxBytes: Int = 20_000_000, maxDepth: Int = 512, maxNodes: Int = 2_000_000, maxEntries: Int = 10_000
    ) {
        self.maxBytes = maxBytes
        self.maxDepth = maxDepth
        self.maxNodes = maxNodes
        self.maxEntries = maxEntries
    }

    /// 20 MB, 512 deep, 2,000,000 nodes, 10,000 entries.
    public static let standard = IngestionLimits()
}
