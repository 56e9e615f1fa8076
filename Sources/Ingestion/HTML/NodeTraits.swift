import CLibXML2

/// What an element's class, id, role and other attributes say of its part in a page.
struct NodeTraits: OptionSet {
    var rawValue: UInt16

    /// Named as the body of an article.
    static let body = NodeTraits(rawValue: 1)
    /// Marked up as the body of an article (`itemprop`).
    static let articleBody = NodeTraits(rawValue: 2)
    /// Marked as the page's main part (`main`, `role=main`).
    static let main = NodeTraits(rawValue: 4)
    /// Named as something around the content: sharing, related links, notices.
    static let aside = NodeTraits(rawValue: 8)
    /// Not shown.
    static let hidden = NodeTraits(rawValue: 16)
    /// Named as author, date or rubric: not content before the first paragraph.
    static let byline = NodeTraits(rawValue: 32)
    /// Navigation by element or role.
    static let navigation = NodeTraits(rawValue: 64)
    /// Named as readers' comments.
    static let comments = NodeTraits(rawValue: 128)
    /// Named as a note within the text.
    static let callout = NodeTraits(rawValue: 256)
    /// Hidden until a tab or button shows it, and then content.
    static let panel = NodeTraits(rawValue: 1024)

    /// Named as something around the content by a word that may mean content as well.
    static let loose = NodeTraits(rawValue: 2048)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Reads the attributes of one element.
    init(_ tree: HTMLTree, _ index: Int) {
        self = []
        let node = tree.nodes[index]
        switch node.tag {
        case .nav: insert(.navigation)
        case .aside, .footer: insert(.aside)
        case .main: insert(.main)
        default: break
        }
        guard tree.hasAttributes(index) else { return }
        var traits = self
        var isShownAgain = false
        tree.forEachAttribute(index) { name, value in
            guard let start = value.baseAddress else { return }
            switch name[0] {
            case UInt8(ascii: "c") where Self.spells(name, "class"), UInt8(ascii: "i") where Self.spells(name, "id"):
                if traits.readWords(start) { isShownAgain = true }
            case UInt8(ascii: "i") where Self.spells(name, "itemprop"): traits.readItemProperty(start)
            case UInt8(ascii: "r") where Self.spells(name, "role"): traits.readRole(start)
            case UInt8(ascii: "h") where Self.spells(name, "hidden"): traits.insert(.hidden)
            case UInt8(ascii: "s") where Self.spells(name, "style"): traits.readStyle(start)
            case UInt8(ascii: "a") where Self.spells(name, "aria-hidden"):
                if Self.spells(start, "true"), node.tag != .body { traits.insert(.hidden) }
            default: break
            }
        }
        self = traits
        if isShownAgain || contains(.panel) { remove(.hidden) }
        if node.tag == .html || node.tag == .body { self = intersection([.articleBody]) }
    }

    private static func spells(_ name: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
        let letters = word.utf8Start
        var index = 0
        while index < word.utf8CodeUnitCount {
            if name[index] != letters[index] { return false }
            index += 1
        }
        return name[index] == 0
    }

    private static func text(_ value: UnsafePointer<UInt8>) -> String {
        String(decoding: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))), as: UTF8.self).lowercased()
    }

    private mutating func readItemProperty(_ value: UnsafePointer<UInt8>) {
        let words = Self.text(value).split(separator: " ")
        if words.contains("articlebody") || words.contains("reviewbody") { insert(.articleBody) }
        if words.contains("comment") { insert(.comments) }
        if words.contains(where: { ["datepublished", "datemodified", "author", "publisher"].contains($0) }) {
            insert(.byline)
        }
    }

    private mutating func readRole(_ value: UnsafePointer<UInt8>) {
        switch Self.text(value) {
        case "main": insert(.main)
        case "navigation", "search", "menu", "menubar", "tablist", "toolbar": insert(.navigation)
        case "complementary", "contentinfo", "banner", "dialog", "alertdialog": insert(.aside)
        case "note", "doc-tip", "doc-notice": insert(.callout)
        case "tabpanel": insert(.panel)
        default: break
        }
    }

    private mutating func readStyle(_ value: UnsafePointer<UInt8>) {
        // Most styles only colour and place.
        guard Self.holds(value, "none") || Self.holds(value, "hidden") else { return }
        let style = Self.text(value).filter { !$0.isWhitespace }
        if style.holds("display:none") || style.holds("visibility:hidden") { insert(.hidden) }
    }

    private static func holds(_ text: UnsafePointer<UInt8>, _ part: StaticString) -> Bool {
        xmlStrcasestr(text, part.utf8Start) != nil
    }

    /// Splits a class or id at its joints (`post-body`, `postBody`) and looks the words up.
    ///
    /// - Returns: Whether one of the names shows the element in wide windows.
    private mutating func readWords(_ value: UnsafePointer<UInt8>) -> Bool {
        var name = ClassName()
        var hash = WordHash()
        var length = 0
        var start: ContentWords = []
        var previousIsLower = false
        var shows = false
        var position = 0
        while true {
            // Longer values hold generated names, which say nothing.
            let byte = position < 400 ? value[position] : 0
            let isLower = byte >= 0x61 && byte <= 0x7A
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isWord = isLower || isUpper || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
            if length > 0, !isWord || (isUpper && previousIsLower) {
                name.add(ContentWords.table[hash].union(start))
                hash = WordHash()
                length = 0
                start = []
            }
            if isWord {
                hash.add(isUpper ? byte | 0x20 : byte)
                name.joined.add(isUpper ? byte | 0x20 : byte)
                length += 1
                if ContentWords.asideStartLengths.contains(length) { start.formUnion(ContentWords.asideStarts[hash]) }
            } else if byte <= 0x20 {
                if name.count > 0 {
                    formUnion(name.traits)
                    if name.showsAgain { shows = true }
                }
                name = ClassName()
                if byte == 0 { return shows }
            }
            previousIsLower = isLower
            position += 1
        }
    }
}

/// The words of one class name or id, taken one by one.
private struct ClassName {
    private(set) var count = 0
    /// Of all letters, without what joins the words.
    var joined = WordHash()
    private var first: ContentWords = []
    private var last: ContentWords = []
    private var all: ContentWords = []
    private var allButLast: ContentWords = []

    mutating func add(_ words: ContentWords) {
        if count == 0 { first = words } else { allButLast = all }
        all.formUnion(words)
        last = words
        count += 1
    }

    /// Whether it is of the shape `md:block`, `d-lg-flex`.
    var showsAgain: Bool { count > 1 && count <= 3 && all.contains(.width) && last.contains(.display) }

    var traits: NodeTraits {
        var traits: NodeTraits = []
        // Whole names, however they are joined: "sr-only", "visuallyHidden".
        let whole = ContentWords.table[joined]
        if whole.contains(.hidden) { traits.insert(.hidden) }
        if count > 1, first.contains(.negation) { return traits }
        if whole.contains(.body) || (count > 1 && count <= 4 && last.contains(.holder) && allButLast.contains(.subject))
        {
            traits.insert(.body)
        }
        if all.contains(.aside) { traits.insert(.aside) }
        if all.contains(.loose) { traits.insert(.loose) }
        if all.contains(.comments) { traits.insert(.comments) }
        if all.contains(.navigation) { traits.insert(.navigation) }
        if all.contains(.byline) { traits.insert(.byline) }
        if all.contains(.callout) { traits.insert(.callout) }
        return traits
    }
}
