import CLibXML2

/// What an element's class, id, role and other attributes say of its part in a page.
struct NodeTraits: OptionSet {
    var rawValue: UInt8

    /// Named as the body of an article.
    static let body = NodeTraits(rawValue: 1)
    /// Marked up as the body of an article (`itemprop`).
    static let articleBody = NodeTraits(rawValue: 2)
    /// Marked as the page's main part (`main`, `role=main`).
    static let main = NodeTraits(rawValue: 4)
    /// Named as something around the content: sharing, related links, comments, notices.
    static let aside = NodeTraits(rawValue: 8)
    /// Not shown.
    static let hidden = NodeTraits(rawValue: 16)
    /// Named as author, date or rubric: not content before the first paragraph.
    static let byline = NodeTraits(rawValue: 32)
    /// Navigation by element or role.
    static let navigation = NodeTraits(rawValue: 64)
    /// Named as readers' comments.
    static let comments = NodeTraits(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

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
        guard let first = node.pointer.pointee.properties else { return }
        var attribute: UnsafeMutablePointer<_xmlAttr>? = first
        while let current = attribute {
            attribute = current.pointee.next
            guard let name = current.pointee.name, let value = current.pointee.children?.pointee.content else {
                if let name = current.pointee.name, name[0] == UInt8(ascii: "h"), String(cString: name) == "hidden" {
                    insert(.hidden)
                }
                continue
            }
            let bytes = UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
            switch name[0] {
            case UInt8(ascii: "c") where String(cString: name) == "class": readWords(bytes)
            case UInt8(ascii: "i") where String(cString: name) == "id": readWords(bytes)
            case UInt8(ascii: "i") where String(cString: name) == "itemprop": readItemProperty(bytes)
            case UInt8(ascii: "r") where String(cString: name) == "role": readRole(bytes)
            case UInt8(ascii: "h") where String(cString: name) == "hidden": insert(.hidden)
            case UInt8(ascii: "s") where String(cString: name) == "style": readStyle(bytes)
            case UInt8(ascii: "a") where String(cString: name) == "aria-hidden":
                if bytes.elementsEqual("true".utf8), node.tag != .body { insert(.hidden) }
            default: break
            }
        }
        if node.tag == .html || node.tag == .body { self = intersection([.articleBody]) }
    }

    private mutating func readItemProperty(_ value: UnsafeBufferPointer<UInt8>) {
        let words = String(decoding: value, as: UTF8.self).lowercased().split(separator: " ")
        if words.contains("articlebody") || words.contains("reviewbody") { insert(.articleBody) }
        if words.contains("comment") { insert(.comments) }
    }

    private mutating func readRole(_ value: UnsafeBufferPointer<UInt8>) {
        switch String(decoding: value, as: UTF8.self).lowercased() {
        case "main": insert(.main)
        case "navigation", "search", "menu", "menubar", "tablist", "toolbar": insert(.navigation)
        case "complementary", "contentinfo", "banner", "dialog", "alertdialog": insert(.aside)
        default: break
        }
    }

    private mutating func readStyle(_ value: UnsafeBufferPointer<UInt8>) {
        let style = String(decoding: value.lazy.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        if style.contains("display:none") || style.contains("visibility:hidden") { insert(.hidden) }
    }

    /// Splits a class or id at its joints (`post-body`, `postBody`) and looks the words up.
    private mutating func readWords(_ value: UnsafeBufferPointer<UInt8>) {
        var name: [String] = []
        var word: [UInt8] = []
        var previousIsLower = false
        func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
        func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
        for position in 0...min(value.count, 400) {
            let byte = position < min(value.count, 400) ? value[position] : 0x20
            let isWord = isLower(byte) || isUpper(byte) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
            if !isWord || (isUpper(byte) && previousIsLower) {
                if !word.isEmpty {
                    name.append(String(decoding: word, as: UTF8.self))
                    word.removeAll(keepingCapacity: true)
                }
                if byte <= 0x20 {
                    judge(name)
                    name.removeAll(keepingCapacity: true)
                }
            }
            if isWord { word.append(isUpper(byte) ? byte | 0x20 : byte) }
            previousIsLower = isLower(byte)
        }
    }

    private mutating func judge(_ name: [String]) {
        guard !name.isEmpty else { return }
        // "has-sidebar" and "no-comments" speak of the page, not of this element.
        if name.count > 1, ContentWords.negations.contains(name[0]) { return }
        if name.count <= 4, ContentWords.isBody(name) { insert(.body) }
        for word in name {
            if ContentWords.aside.contains(word) || ContentWords.asideStarts.contains(where: { word.hasPrefix($0) }) {
                insert(.aside)
            }
            if ContentWords.comments.contains(word) { insert(.comments) }
            if ContentWords.navigation.contains(word) { insert(.navigation) }
            if ContentWords.byline.contains(word) { insert(.byline) }
            if ContentWords.hidden.contains(word) { insert(.hidden) }
        }
        if name.starts(with: ["sr", "only"]) || name.starts(with: ["visually", "hidden"])
            || name == ["screen", "reader", "text"]
        {
            insert(.hidden)
        }
    }
}
