import Foundation
import Reports

/// Which of an entry's links is the page that is the entry.
struct LinkChoice {
    /// RSS has one link, and a later one stands in its place; in Atom the first of several pages is the main one.
    let prefersLast: Bool
    private(set) var all: [FeedLink] = []
    private(set) var best: String?
    private var bestIsForeign = false

    init(prefersLast: Bool) {
        self.prefersLast = prefersLast
    }

    /// - Parameters:
    ///   - relation: What is written; `""` for nothing, which means `alternate`.
    ///   - isForeign: Whether it is Atom's element in a feed of another kind, whose own link counts for more.
    mutating func add(_ address: String?, relation: String, isForeign: Bool, base: String?) {
        let relation = relation.isEmpty ? "alternate" : relation.lowercased()
        let resolved = address.map { Self.absolute($0, base: base) }
        if all.count < 50 { all.append(FeedLink(address: resolved, relation: relation)) }
        guard let resolved, relation == "alternate" || relation.hasSuffix("/relation/alternate") else { return }
        if best == nil || (isForeign ? bestIsForeign : prefersLast || bestIsForeign) {
            (best, bestIsForeign) = (resolved, isForeign)
        }
    }

    private static func absolute(_ address: String, base: String?) -> String {
        guard let base = base.flatMap({ URL(string: $0) }) else { return address }
        if address.isEmpty { return base.absoluteString }
        return URL(string: address, relativeTo: base)?.absoluteString ?? address
    }
}

/// Which of an entry's dates says when it was published, and which when it was changed.
struct DateChoice {
    private(set) var published: Timestamp?
    private(set) var updated: Timestamp?
    private var publishedRank = Int.max
    private var updatedRank = Int.max

    private static func rank(_ name: FeedName) -> (isUpdate: Bool, rank: Int) {
        switch name {
        case .published, .pubDate: (false, 0)
        case .issued: (false, 1)
        case .dctermsIssued: (false, 2)
        case .dcDate: (false, 3)
        case .created, .dctermsCreated: (false, 4)
        case .updated: (true, 0)
        case .modified: (true, 1)
        case .dctermsModified: (true, 2)
        default: (true, 3)
        }
    }

    /// Whether a date under this name would count for more than those there are.
    func wants(_ name: FeedName) -> Bool {
        let (isUpdate, rank) = Self.rank(name)
        return rank < (isUpdate ? updatedRank : publishedRank)
    }

    mutating func add(_ date: Timestamp?, as name: FeedName) {
        guard let date else { return }
        let (isUpdate, rank) = Self.rank(name)
        if isUpdate { (updated, updatedRank) = (date, rank) } else { (published, publishedRank) = (date, rank) }
    }
}

/// Which of an entry's texts is its content, and which the summary.
struct TextChoice {
    private(set) var content = FeedText()
    private(set) var summary = FeedText()
    private var contentRank = Int.max
    private var summaryRank = Int.max

    private static func rank(_ name: FeedName) -> (isSummary: Bool, rank: Int) {
        switch name {
        case .contentEncoded: (false, 0)
        case .content: (false, 1)
        case .xhtmlBody: (false, 2)
        case .body: (false, 3)
        case .fullItem: (false, 4)
        case .description: (true, 0)
        case .summary: (true, 1)
        case .dcDescription, .dctermsAbstract: (true, 2)
        default: (true, 3)
        }
    }

    /// Whether a text under this name would count for more than those there are.
    func wants(_ name: FeedName) -> Bool {
        let (isSummary, rank) = Self.rank(name)
        return rank < (isSummary ? summaryRank : contentRank)
    }

    mutating func add(_ text: FeedText, as name: FeedName) {
        guard !text.isEmpty else { return }
        let (isSummary, rank) = Self.rank(name)
        if isSummary { (summary, summaryRank) = (text, rank) } else { (content, contentRank) = (text, rank) }
    }
}

/// What the stated type of a text in Atom means for reading it.
enum TextType {
    /// Whether a type says that the text is neither words nor XML, and so written in base 64.
    static func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
    }

    /// What base 64 stands for if that is words; `nil` for pictures, and for words that are not in base 64 after all.
    static func decoded(_ text: String) -> String? {
        let bytes = text.utf8.filter { $0 > 0x20 }
        guard !bytes.isEmpty, bytes.count % 4 == 0, let data = Data(base64Encoded: Data(bytes)),
            let words = String(validating: data, as: UTF8.self),
            !words.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 })
        else { return nil }
        return words
    }

    /// Whether words hold a tag or a reference.
    static func mayBeHTML(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&"))
    }
}
