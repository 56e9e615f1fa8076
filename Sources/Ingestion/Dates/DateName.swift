/// What the name of a `meta`, an item property or a script's key says of the date it holds.
enum DateName: Equatable {
    /// 0 when it says publication, 1 creation or issue, 2 no more than that it is a date.
    case published(rank: Int)
    case updated

    /// The meaning of a name, in any case and with any joints: `article:published_time`, `DC.date.issued`, `pubDate`;
    /// `nil` for names of other things.
    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard (4...80).contains(name.count) else { return nil }
        let letters = name.filter { $0.isLetter }.map { $0 | 0x20 }
        func has(_ words: [StaticString]) -> Bool { words.contains { Self.contains(letters, $0) } }
        func ends(_ words: [StaticString]) -> Bool { words.contains { letters.hasSuffix($0) } }
        // Everything that can be told is about a date, is published, or happened at a time.
        guard has(["dat", "time", "publi", "issued", "creat", "modif", "post", "revis", "fecha"]) else { return nil }
        if has(Self.otherThings) { return nil }
        if has(["modif", "updat", "lastmod", "revis", "lastedit", "lastchang", "changed"]) {
            self = .updated
        } else if has(["publi"]) && (has(["date", "time"]) || ends(["published", "at", "on"]))
            || has(["pubdat", "pubtime"])
            || has(["posteddate", "dateposted", "postedat", "postedon", "postdate"])
        {
            self = .published(rank: 0)
        } else if has([
            "issued", "displaydate", "releasedate", "originaldate", "articledate", "newsdate", "storydate",
            "sailthrudate",
        ])
            || has(["creat"]) && (has(["date", "time"]) || ends(["created", "createdat", "createdon"]))
            || has(["citation"]) && has(["date"]) || ends(["datesubmitted", "dateavailable"])
        {
            self = .published(rank: 1)
        } else if Self.plain.contains(where: {
            letters.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
        }) {
            self = .published(rank: 2)
        } else {
            return nil
        }
    }

    init?(_ name: String) {
        var copy = name
        guard let meaning = copy.withUTF8({ DateName($0) }) else { return nil }
        self = meaning
    }

    /// Whether the name of an attribute can be that of a date at all.
    static func mayHoldDate(_ name: String) -> Bool {
        ["date", "time", "publi", "stamp", "created", "posted"].contains { name.holds($0) }
            && !name.holds("expir")
            && !name.holds("unpubli")
    }

    private static let plain: [StaticString] = [
        "date", "dcdate", "dctermsdate", "dctermstemporal", "ogdate", "datum", "fecha", "pdate", "ptime", "dateiso",
        "articletime", "entrydate", "contentdate", "pagedate",
    ]
    private static let otherThings: [StaticString] = [
        "expir", "until", "valid", "event", "startdate", "starttime", "enddate", "endtime", "birth", "death", "retriev",
        "fetch",
        "cache", "build", "server", "session", "user", "member", "account", "consent", "copyright", "version",
        "subscri",
        "login", "visit", "comment", "unavailable", "publisher", "timezone", "template", "candidate", "mandat",
        "validat", "deploy", "runtime", "readtime", "readingtime", "coverage",
    ]

    private static func contains(_ letters: [UInt8], _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard letters.count >= count else { return false }
        return (0...letters.count - count).contains { start in
            (0..<count).allSatisfy { letters[start + $0] == word.utf8Start[$0] }
        }
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ word: StaticString) -> Bool {
        let size = word.utf8CodeUnitCount
        return count >= size && (0..<size).allSatisfy { self[count - size + $0] == word.utf8Start[$0] }
    }
}
