import Reports

/// Text as a feed states it.
struct FeedText: Equatable {
    /// What the feed says, entities and character data read: HTML when ``isHTML``, else plain text.
    var value = ""
    var isHTML = true
    /// What relative links inside are read against; `nil` when the document does not say.
    var base: String?

    /// The text as HTML; plain text escaped, its line breaks kept.
    var html: String { isHTML ? value : HTMLText.escaped(value) }

    /// The words on one line, markup read and dropped; `nil` when there are none.
    var words: String? {
        if isPlainLine { return value }
        let words = isHTML ? HTMLText.plain(value) : TitleText.collapsed(value)
        return words.isEmpty ? nil : words
    }

    var isEmpty: Bool { value.isEmpty }

    /// Whether the text is what a reader sees already: words of plain letters with single blanks between them.
    private var isPlainLine: Bool {
        var last: UInt8 = 0x20
        for byte in value.utf8 {
            if byte >= 0x7F || byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return false }
            if byte == 0x20, last == 0x20 { return false }
            last = byte
        }
        return last != 0x20
    }
}

/// Who wrote something, as a feed states it.
struct FeedPerson: Equatable {
    var name: String?
    var email: String?
    var uri: String?

    init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        self.name = name
        self.email = email
        self.uri = uri
    }

    /// Reads `Ada Smith`, `ada@example.com`, `ada@example.com (Ada Smith)` and `Ada Smith <ada@example.com>`.
    init(_ text: String) {
        self.init()
        for (open, close) in [("(", ")"), ("<", ">")] as [(Character, Character)] where text.last == close {
            guard let mark = text.lastIndex(of: open), mark > text.startIndex else { continue }
            let front = text[..<mark].trimmed
            let back = text[text.index(after: mark)...].dropLast().trimmed
            if front.contains("@") { (email, name) = (front, back) }
            if back.contains("@") { (email, name) = (back, front) }
            if email != nil { return }
        }
        let isAddress = text.contains("@") && !text.contains { $0.isWhitespace } && !text.contains("<")
        if isAddress { email = text } else { name = text }
    }
}

/// What an entry or feed is filed under.
struct FeedCategory: Equatable {
    var term: String?
    var label: String?
    /// The address of the vocabulary the term is from.
    var scheme: String?

    /// As a person reads it.
    var words: String? { label ?? term }
}

/// A link to something that has to do with an entry or feed.
struct FeedLink: Equatable {
    /// As written, read against `xml:base`; `nil` when the link leads nowhere.
    var address: String?
    /// `alternate` when nothing is written.
    var relation = "alternate"
}

/// One entry as its feed states it, whatever the feed's format.
struct FeedEntry {
    var id: String?
    /// What RSS 1.0 names the entry by, in place of an id.
    var about: String?
    /// Whether the id may be an address that leads to the entry: RSS's `guid` unless it denies that.
    var isLocator = false
    var title = FeedText(isHTML: false)
    /// The page that is the entry; `nil` when the feed gives none.
    var link: String?
    var links: [FeedLink] = []
    var published: Timestamp?
    var updated: Timestamp?
    var authors: [FeedPerson] = []
    var categories: [FeedCategory] = []
    /// BCP 47, as written.
    var language: String?
    var content = FeedText()
    var summary = FeedText()
}

/// What a feed says of itself.
struct FeedHead {
    var id: String?
    var title = FeedText(isHTML: false)
    var link: String?
    var links: [FeedLink] = []
    var authors: [FeedPerson] = []
    /// Whether the authors wrote the entries that name none; who keeps the site running did not.
    var authorsWroteEntries = true
    var categories: [FeedCategory] = []
    var language: String?
    var description = FeedText()
    var published: Timestamp?
    var updated: Timestamp?
}

/// A feed, whatever its format.
struct Feed {
    var head = FeedHead()
    /// In the feed's order.
    var entries: [FeedEntry] = []
    /// What was repaired or left out in the feed as a whole.
    var warnings: [String] = []
}
