import Reports

/// One entry as its feed states it, whatever the feed's format.
struct FeedEntry {
    var id: String?
    var title: String?
    /// Absolute; `nil` when the entry has none.
    var link: String?
    var published: Timestamp?
    var updated: Timestamp?
    var authors: [String] = []
    var language: String?
    /// HTML; escaped when the feed gives plain text.
    var content = ""
    var summary = ""
    /// What relative links in the content are read against.
    var base: String?
}

/// What a feed says of itself.
struct FeedHead {
    var title: String?
    var link: String?
    var authors: [String] = []
    var language: String?
    /// Whether its title or id says that it is the history of a status page.
    var isStatusHistory = false
}
