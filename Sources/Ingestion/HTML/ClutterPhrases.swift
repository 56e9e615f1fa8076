/// Words that open a line which is no part of a text, in the languages people publish in.
enum ClutterPhrases {
    enum Kind {
        /// Clutter when the line says nothing else: "Advertisement".
        case alone
        /// Announces a link to something else: "Read more: …".
        case label
        /// Asks the reader to do something: "Subscribe to …".
        case invitation
    }

    /// What the beginning of a line in lower case announces; `nil` when nothing.
    static func kind(of line: ArraySlice<UInt8>) -> Kind? {
        var line = line
        while let first = line.first, first < 0x30, first != UInt8(ascii: "#") { line.removeFirst() }
        var end = line
        while let last = end.last, last == 0x20 || ".:!|>-".utf8.contains(last) { end.removeLast() }
        guard !end.isEmpty else { return nil }
        if alone.contains(where: { $0.count == end.count && end.elementsEqual($0) }) { return .alone }
        if labels.contains(where: { opens(line, $0, needsMark: true) }) { return .label }
        return invitations.contains { opens(line, $0, needsMark: false) } ? .invitation : nil
    }

    /// Whether a line in lower case begins as a byline does.
    static func isByline(_ line: [UInt8]) -> Bool {
        bylines.contains { opens(line[...], $0, needsMark: false) }
    }

    /// - Parameter needsMark: Whether the phrase must be the whole line or end in a colon, a dot, a bar or a dash.
    private static func opens(_ line: ArraySlice<UInt8>, _ phrase: [UInt8], needsMark: Bool) -> Bool {
        guard line.starts(with: phrase) else { return false }
        var rest = line.dropFirst(phrase.count)
        guard let next = rest.first else { return true }
        // A word that only begins alike is another one; scripts without blanks have no such end.
        if let last = phrase.last, last < 0x80, next >= 0x61 || (next >= 0x30 && next <= 0x39) { return false }
        guard needsMark else { return true }
        while rest.first == 0x20 { rest.removeFirst() }
        guard let mark = rest.first else { return true }
        return ":.|-<>".utf8.contains(mark) || rest.starts(with: "：".utf8) || rest.starts(with: "…".utf8)
            || rest.starts(with: "–".utf8) || rest.starts(with: "—".utf8)
    }

    private static let alone = bytes([
        "advertisement", "advert", "ad", "advertising", "sponsored", "sponsored content", "anzeige", "werbung",
        "publicidad", "publicité", "pubblicità", "publicidade", "advertentie", "reklama", "iklan", "реклама", "広告",
        "广告", "廣告", "광고", "إعلان", "article continues below advertisement", "story continues below",
        "image caption", "media caption", "image copyright", "image source", "share", "share this", "share this story",
        "share this article", "share on facebook", "share on twitter", "tweet", "click to tweet", "pin it", "print",
        "email this", "read more", "read full story", "continue reading", "more", "show more", "view more", "load more",
        "view all", "see all", "back to top", "skip to content", "skip to main content", "loading", "comments",
        "leave a comment", "post a comment", "add a comment", "no comments", "0 comments", "related",
        "related articles",
        "related stories", "related posts", "related content", "you may also like", "you might also like",
        "recommended for you", "more from this author", "about the author", "don't miss", "don’t miss",
        "edit this page", "edit on github", "copy link", "copied", "weiterlesen", "mehr lesen", "leer más",
        "lire la suite",
        "leia mais", "leggi tutto", "читать далее", "続きを読む", "阅读全文", "더보기", "اقرأ المزيد",
    ])

    private static let labels = bytes([
        "related", "related article", "related articles", "related story", "related coverage", "see also", "see more",
        "also see", "also", "also read", "read also", "read more", "read next", "read", "more", "more on this", "watch",
        "watch more", "listen", "recommended", "don't miss", "don’t miss", "must read", "next", "previous",
        "next article", "previous article", "you may also like", "filed under", "posted in", "tagged", "tagged with",
        "tags", "tag", "categories", "topics", "source", "sources", "via", "photo", "photos", "photo credit",
        "image credit", "image", "credit", "siehe auch", "lesen sie auch", "mehr zum thema", "auch interessant",
        "quelle", "lire aussi", "à lire aussi", "voir aussi", "lee también", "lea también", "te puede interesar",
        "ver también", "etiquetas", "leia também", "leia mais", "veja também", "saiba mais", "leggi anche",
        "lees ook", "czytaj też", "czytaj także", "zobacz też", "читайте также", "читайте ещё", "смотрите также",
        "теги",
        "関連記事", "関連リンク", "相关阅读", "相关新闻", "延伸閱讀", "관련기사", "اقرأ أيضا", "اقرأ أيضاً",
    ])

    private static let invitations = bytes([
        "subscribe to", "subscribe now", "sign up for", "sign up to", "sign up now", "follow us", "follow me on",
        "like us on", "join us on", "join our", "download our app", "download the app", "get the latest",
        "get our newsletter", "get more", "get unlimited", "click here to", "click here for", "click to share",
        "have a tip", "got a tip", "send us a tip", "contact the author", "contact us at", "to contact the",
        "additional reporting", "this article was originally", "this article originally", "this story originally",
        "this post originally", "originally published", "first published", "last updated", "copyright", "©",
        "all rights reserved", "(c) 20", "if you enjoyed this", "if you liked this", "support our", "become a member",
        "already a subscriber", "tell us what you think", "what do you think", "let us know in the comments",
        "share this", "about the author", "filed under", "was this article helpful", "was this page helpful",
        "was this helpful", "did you find this", "jetzt abonnieren", "newsletter abonnieren", "folgen sie uns",
        "suscríbete", "síguenos", "abonnez-vous", "suivez-nous", "inscreva-se", "siga-nos", "assine", "iscriviti",
        "seguici", "подписывайтесь", "подпишитесь", "フォロー", "关注我们",
    ])

    private static let bylines = bytes([
        "by", "posted by", "posted on", "posted", "written by", "published", "published by", "published on", "updated",
        "last updated", "last modified", "first published", "reporting by", "von", "veröffentlicht", "aktualisiert",
        "por", "publicado", "actualizado", "atualizado", "par", "publié", "mis à jour", "pubblicato", "di", "door",
        "gepubliceerd", "опубликовано", "автор", "обновлено", "作者", "文／", "文/", "記者", "记者", "发布时间", "發布時間",
        "発表", "更新", "公開", "입력", "기자", "photo by", "photograph by", "image by", "photos by",
    ])

    private static func bytes(_ phrases: [String]) -> [[UInt8]] { phrases.map { Array($0.utf8) } }
}
