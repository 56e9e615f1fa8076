/// The words of class names and ids that say what an element is for.
enum ContentWords {
    /// Whether a name such as `post-content` means the body of an article.
    static func isBody(_ name: [String]) -> Bool {
        if name.count == 1 { return single.contains(name[0]) }
        guard let last = name.last, holders.contains(last) else { return false }
        return name.dropLast().contains { subjects.contains($0) }
    }

    /// Names that mean it by themselves.
    private static let single: Set<String> = [
        "articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody", "storybody",
        "storytext", "storycontent", "maincontent", "blogpost", "newsbody", "bodytext", "bodycopy", "articlecopy",
        "markdown",
    ]
    /// What is held.
    private static let subjects: Set<String> = [
        "article", "articles", "entry", "post", "story", "blog", "news", "page", "main", "single", "field", "content",
        "incident", "markdown", "rich", "prose", "body", "text",
    ]
    /// What holds it.
    private static let holders: Set<String> = ["body", "content", "text", "copy", "contents", "description", "entry"]

    /// Words for what stands around content.
    static let aside: Set<String> = [
        "sidebar", "footer", "aside", "share", "sharing", "social", "related", "recommended", "recommendations",
        "newsletter", "newsletters", "subscribe", "subscription", "signup", "promo", "promotion", "advert",
        "advertisement", "advertising", "ad", "ads", "adsense", "sponsored", "sponsor", "outbrain", "taboola", "popup",
        "modal", "overlay", "cookie", "cookies", "consent", "gdpr", "banner", "widget", "toolbar", "pagination",
        "pager",
        "tags", "trending", "popular", "recirc", "readmore", "disclaimer", "copyright", "masthead", "teaser", "teasers",
        "rating", "ratings", "login", "register", "donate", "donation", "topics", "bio", "toc", "zergnet", "addthis",
        "sharedaddy", "addtoany", "jp-relatedposts", "print", "feedback", "poll", "partner", "survey",
        // Pictures come without their pictures here; what is left are credits and the same caption several times.
        "gallery", "slideshow", "carousel", "lightbox", "caption", "credit", "credits",
    ]
    /// How longer words for the same start.
    static let asideStarts = [
        "related", "socialshare", "sharebar", "sharebutton", "newsletter", "recommend", "breadcrumb",
    ]
    static let comments: Set<String> = [
        "comments", "comment", "disqus", "respond", "replies", "commentlist", "livefyre",
    ]
    static let navigation: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "topbar", "skip", "submenu",
    ]
    static let byline: Set<String> = [
        "byline", "dateline", "author", "authors", "meta", "metadata", "timestamp", "date", "pubdate", "published",
        "posted", "kicker", "eyebrow", "category", "categories",
    ]
    static let hidden: Set<String> = ["hidden", "hide", "invisible", "offscreen", "noprint", "nodisplay"]
    static let negations: Set<String> = ["has", "no", "with", "without", "is", "not", "enable", "show", "hide", "js"]
}
