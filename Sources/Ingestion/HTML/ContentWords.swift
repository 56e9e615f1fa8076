/// The words of class names and ids that say what an element is for.
struct ContentWords: OptionSet {
    var rawValue: UInt32

    /// Means the body of an article by itself.
    static let body = ContentWords(rawValue: 1)
    /// What is held, as the first half of `post-content`.
    static let subject = ContentWords(rawValue: 2)
    /// What holds it, as the second half of `post-content`.
    static let holder = ContentWords(rawValue: 4)
    /// Something around the content.
    static let aside = ContentWords(rawValue: 8)
    /// The same, but also a name for parts of the content on pages put together from boxes.
    static let loose = ContentWords(rawValue: 4096)
    static let comments = ContentWords(rawValue: 16)
    static let navigation = ContentWords(rawValue: 32)
    /// Author, date, rubric or subtitle.
    static let byline = ContentWords(rawValue: 64)
    /// Not shown, where it is the whole name: `overflow-hidden` and `hide-on-mobile` mean other things.
    static let hidden = ContentWords(rawValue: 128)
    /// "has-sidebar" and "no-comments" speak of the page, not of this element.
    static let negation = ContentWords(rawValue: 256)
    /// A note that belongs to the text it interrupts.
    static let callout = ContentWords(rawValue: 512)
    /// Widths of windows: `md:block` shows again what `hidden` hides.
    static let width = ContentWords(rawValue: 1024)
    static let display = ContentWords(rawValue: 2048)

    static let table = WordTable<ContentWords>([
        (
            .body,
            [
                "articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody", "storybody",
                "storytext", "storycontent", "maincontent", "blogpost", "newsbody", "bodytext", "bodycopy",
                "articlecopy", "markdown", "prose", "fieldnamebody", "fieldbody", "nodebody",
            ]
        ),
        (
            .subject,
            [
                "article", "articles", "entry", "post", "story", "blog", "news", "page", "main", "single",
                "content", "incident", "markdown", "rich", "prose", "body", "text",
            ]
        ),
        (.holder, ["body", "content", "text", "copy", "contents", "description", "entry"]),
        (
            .aside,
            [
                "sidebar", "aside", "share", "sharing", "social", "related", "recommended", "recommendations",
                "newsletter", "newsletters", "subscribe", "subscription", "signup", "advert", "advertisement",
                "advertising", "ad", "ads", "adsense", "sponsored", "sponsor", "outbrain", "taboola", "popup",
                "cookie", "cookies", "consent", "gdpr", "pagination", "pager", "recirc", "readmore", "login",
                "donate", "donation", "toc", "zergnet", "addthis", "sharedaddy", "addtoany", "tooltip", "hovercard",
                "rollover", "popover", "signature", "userinfo", "postprofile", "linenos", "linenodiv", "lineno", "lnt",
                "paywall",
            ]
        ),
        (
            .loose,
            [
                "footer", "promo", "promotion", "modal", "overlay", "banner", "widget", "toolbar", "tags", "trending",
                "popular", "disclaimer", "copyright", "masthead", "teaser", "teasers", "rating", "ratings", "register",
                "topics", "bio", "feedback", "poll", "partner", "survey",
                // Pictures come without their pictures here; what is left are credits and the same caption twice.
                "gallery", "slideshow", "carousel", "lightbox", "caption", "credit", "credits",
            ]
        ),
        (.comments, ["comments", "comment", "disqus", "respond", "replies", "commentlist", "livefyre"]),
        (
            .navigation,
            [
                "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "topbar", "skip", "submenu",
            ]
        ),
        (
            .byline,
            [
                "byline", "bylines", "dateline", "author", "authors", "meta", "metadata", "timestamp", "date",
                "datetime", "pubdate", "published", "posted", "kicker", "eyebrow", "category", "categories",
                "contributor", "contributors", "reading", "readtime", "subtitle", "subhead", "subheadline",
                "subheading", "standfirst", "dek", "deck",
            ]
        ),
        (
            .hidden,
            [
                "hidden", "hide", "invisible", "offscreen", "noprint", "nodisplay", "visuallyhidden", "sronly",
                "screenreadertext", "screenreaderonly", "screenreader", "ishidden", "dnone", "displaynone",
                "elementinvisible", "a11yhidden",
            ]
        ),
        (.negation, ["has", "no", "with", "without", "is", "not", "enable", "show", "hide", "js"]),
        (
            .callout,
            [
                "note", "notes", "notecard", "warning", "tip", "callout", "admonition", "important", "alert", "hint",
                "caution", "info", "danger", "pullquote",
            ]
        ),
        (.width, ["sm", "md", "lg", "xl", "2xl", "desktop", "tablet"]),
        (.display, ["block", "flex", "grid", "inline", "table", "contents", "visible"]),
    ])

    /// How longer words for what stands around content start.
    static let asideStarts = WordTable<ContentWords>([
        (
            .aside,
            ["related", "socialshare", "sharebar", "sharebutton", "newsletter", "recommend", "breadcrumb"]
        )
    ])
    static let asideStartLengths = 7...11
}
