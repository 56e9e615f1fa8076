/// What class, id and tag of an element say about dates inside it.
struct DatePlace: OptionSet {
    var rawValue: UInt16

    /// Named as a date, a time or publication: `entry-date`, `pubdate`, `fecha`.
    static let date = DatePlace(rawValue: 1)
    /// Named as what says more about an article: `post-meta`, `byline`, `info`.
    static let meta = DatePlace(rawValue: 2)
    /// Named as the time of the last change: `updated`, `last-modified`.
    static let update = DatePlace(rawValue: 4)
    /// Readers' comments.
    static let comments = DatePlace(rawValue: 8)
    /// Other articles: related, latest, most read.
    static let others = DatePlace(rawValue: 16)
    /// What stands beside the content.
    static let aside = DatePlace(rawValue: 32)
    /// The page's foot.
    static let footer = DatePlace(rawValue: 64)
    /// Menus and the page's head.
    static let navigation = DatePlace(rawValue: 128)
    /// Happenings with a date of their own.
    static let events = DatePlace(rawValue: 256)

    /// What holds for everything inside an element so named.
    static let inherited: DatePlace = [.comments, .others, .aside, .footer, .navigation, .events]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ tree: HTMLTree, _ index: Int) {
        self = []
        let node = tree.nodes[index]
        switch node.tag {
        case .footer: insert(.footer)
        case .nav: insert(.navigation)
        case .aside: insert(.aside)
        // What is quoted has a date of its own.
        case .blockquote: insert(.others)
        default: break
        }
        tree.forEachAttribute(index) { name, value in
            // Values end in a zero byte, which stops the reading.
            if Self.isNaming(name), let start = value.baseAddress { read(start) }
        }
        // Themes name the whole page for what it may hold.
        if node.tag == .body || node.tag == .html || node.tag == .main || node.tag == .article {
            formIntersection([.date, .meta])
        }
    }

    /// Whether an attribute is `class` or `id`.
    private static func isNaming(_ name: UnsafePointer<UInt8>) -> Bool {
        if name[0] == UInt8(ascii: "i") { return name[1] == UInt8(ascii: "d") && name[2] == 0 }
        return name[0] == UInt8(ascii: "c") && name[1] == UInt8(ascii: "l") && name[2] == UInt8(ascii: "a")
    }

    /// Splits a class or id at its joints (`post-date`, `postDate`) and looks the words up by their first eight letters.
    private mutating func read(_ value: UnsafePointer<UInt8>) {
        var key: UInt64 = 0
        var length = 0
        var tail: UInt32 = 0
        var wasLower = false
        for position in 0..<400 {
            let byte = value[position]
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isLower = byte >= 0x61 && byte <= 0x7A
            if length > 0, (!isUpper && !isLower) || (isUpper && wasLower) {
                judge(key, length: length, tail: tail)
                (key, length, tail) = (0, 0, 0)
            }
            if byte == 0 { return }
            if isUpper || isLower {
                if length < 8 { key = key << 8 | UInt64(byte | 0x20) }
                tail = tail << 8 | UInt32(byte | 0x20)
                length += 1
            }
            wasLower = isLower
        }
    }

    private mutating func judge(_ key: UInt64, length: Int, tail: UInt32) {
        if let found = DatePlaceWords.table[key] {
            formUnion(found)
        } else if length > 4, tail == Self.date4 || key >> UInt64(8 * (min(length, 8) - 4)) == UInt64(Self.date4) {
            // `postdate`, `datepublished`; the table has the words that only end alike.
            insert(.date)
        }
    }

    /// The letters "date".
    private static let date4: UInt32 = 0x6461_7465
}

/// The words of class names and ids that tell where a date stands.
private enum DatePlaceWords {
    static let table: DateWordTable = {
        var table = DateWordTable()
        table.add(
            .date,
            "date dates time timestamp datetime published publish publication pubdate posted postedon created dateline datum fecha data dato tarih giorno fech publicado publie submitted datestamp when stamp day dt pubtime posttime erstellt veroeffentlicht"
        )
        table.add(
            .meta,
            "meta byline postmeta info author credits details detail source infos infobar information entrymeta subline kicker articleinfo infoline bottomline postinfo writer reporter autor auteur"
        )
        table.add(
            .update,
            "update updated updates modified lastmod lastmodified revised edited aktualisiert changed modify lastupdate lastupdated"
        )
        table.add(
            .comments,
            "comment comments comm disqus respond reply replies kommentar kommentare commentlist trackback trackbacks pingback reactions comentarios comentario commentaires commento commenti reviews feedback"
        )
        table.add(
            .others,
            "related recommended recommend popular latest recent teaser teasers trending archive archives ticker headlines mostread carousel slider promo upcoming similar suggested suggestions newsletter readmore readnext moreon morenews breaking rel prev previous next pagination othernews lastnews sponsored outbrain taboola"
        )
        table.add(
            .aside,
            "sidebar aside rightcol rightcolumn widget widgets calendar blogroll advert ads adsense banner popup modal cookie cookies weather"
        )
        table.add(.footer, "footer foot copyright colophon")
        table.add(
            .navigation,
            "nav navbar navigation menu topbar masthead breadcrumb breadcrumbs topnav headerdate currentdate today toolbar topmenu"
        )
        table.add(.events, "event events veranstaltung termin termine agenda showtimes birthday obituary")
        // Words that only end or begin like a date.
        table.add([], "candidate candidates mandate validate validation navigate dateline rate updater template")
        return table
    }()
}

/// A small hash table of words by their first eight letters; looked into for every word of every class on a page.
private struct DateWordTable {
    private var keys = [UInt64](repeating: 0, count: 1024)
    private var values = [DatePlace](repeating: [], count: 1024)

    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    mutating func add(_ place: DatePlace, _ words: String) {
        for word in words.split(separator: " ") {
            let key = word.utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var slot = Self.slot(key)
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 1023 }
            keys[slot] = key
            values[slot].formUnion(place)
        }
    }

    subscript(_ key: UInt64) -> DatePlace? {
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & 1023
        }
        return nil
    }
}
