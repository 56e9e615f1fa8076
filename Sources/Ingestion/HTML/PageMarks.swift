/// The marks on a page that speak about it, collected in one pass.
struct PageMarks {
    /// The window's title.
    private(set) var title: String?
    private(set) var language: String?
    private(set) var canonical: String?
    private(set) var base: String?
    /// The first value of each item property, by lower-case name.
    private(set) var itemProperties: [String: String] = [:]
    /// The level-1 headings, the first of many.
    private(set) var headings: [Int] = []
    /// Headings of the next two levels, the first of many.
    private(set) var subheadings: [Int] = []
    /// Names marked as authors in the visible page.
    private(set) var authors: [String] = []
    /// What a wiki says of the revision shown, when it shows one by itself or compares two; of two, the newer.
    private(set) var revision: String?
    /// The source of each JSON-LD script.
    private(set) var linkedData: [UnsafeBufferPointer<UInt8>] = []
    /// The sources of the other scripts, data blocks first.
    private(set) var scripts: [UnsafeBufferPointer<UInt8>] = []
    private var metas: [String: [String]] = [:]
    private var dates: [(meaning: DateName, value: String)] = []
    private let tree: HTMLTree

    init(_ tree: HTMLTree) {
        self.tree = tree
        for index in tree.nodes.indices where tree.nodes[index].tag != .text { read(index) }
        scripts += tree.scripts
        if meta("generator")?.hasPrefix("MediaWiki") == true { readRevision() }
    }

    /// The first value of a `meta` by its name, property or itemprop, in lower case.
    func meta(_ name: String) -> String? { metas[name]?.first }

    func metas(_ name: String) -> [String] { metas[name] ?? [] }

    /// The values of all `meta` elements whose names mean such a date, in order.
    func dates(_ meaning: DateName) -> [String?] { dates.filter { $0.meaning == meaning }.map(\.value) }

    private mutating func read(_ index: Int) {
        switch tree.nodes[index].tag {
        case .html: language = language ?? tree.attribute(index, "lang") ?? tree.attribute(index, "xml:lang")
        case .title:
            // An SVG drawing has titles too.
            if title == nil, !isInside(index, .svg) { title = tree.collapsedText(index, limit: 1000) }
        case .base: base = base ?? tree.attribute(index, "href")
        case .meta: readMeta(index)
        case .link:
            if canonical == nil, tree.attribute(index, "rel")?.lowercased() == "canonical" {
                canonical = tree.attribute(index, "href")
            }
        case .script: readScript(index)
        case .h1: if headings.count < 40 { headings.append(index) }
        case .h2, .h3: if subheadings.count < 40 { subheadings.append(index) }
        case .a:
            if authors.count < 40, tree.attribute(index, "rel")?.lowercased().holds("author") == true {
                authors.append(tree.collapsedText(index, limit: 200))
            }
        default: break
        }
        readItemProperty(index)
    }

    private mutating func readMeta(_ index: Int) {
        guard let content = tree.attribute(index, "content"), !content.isEmpty else { return }
        for key in ["property", "name", "itemprop", "http-equiv"] as [StaticString] {
            guard let name = tree.attribute(index, key)?.lowercased(), !name.isEmpty else { continue }
            metas[name, default: []].append(content)
            // The server's clock says when the page was sent.
            if name != "date" || key.description != "http-equiv", let meaning = DateName(name) {
                dates.append((meaning, content))
            }
            if key.description == "http-equiv", name == "content-language" { language = language ?? content }
            if name == "og:locale" { language = language ?? content }
        }
    }

    private mutating func readRevision() {
        let names: [StaticString] = ["mw-diff-ntitle1", "mw-revision-date"]
        let place = tree.nodes.indices.first { index in
            guard let id = tree.attributeBytes(index, "id") else { return false }
            return names.contains {
                id.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
            }
        }
        revision = place.map { tree.collapsedText($0, limit: 200) }
    }

    private mutating func readScript(_ index: Int) {
        guard index + 1 < tree.nodes.count, tree.nodes[index + 1].tag == .text else { return }
        if tree.attribute(index, "type")?.lowercased().holds("ld+json") == true {
            linkedData.append(tree.textBytes(index + 1))
        } else {
            scripts.append(tree.textBytes(index + 1))
        }
    }

    private mutating func readItemProperty(_ index: Int) {
        guard let name = tree.attributeBytes(index, "itemprop") ?? tree.attributeBytes(index, "property"),
            tree.nodes[index].tag != .meta || tree.attributeBytes(index, "itemprop") != nil
        else { return }
        // RDFa puts a vocabulary's name before it: `schema:datePublished`.
        let words = String(decoding: name, as: UTF8.self).lowercased().split { $0 == " " || $0 == ":" }
        guard let key = words.lazy.compactMap({ Self.itemNames[String($0)] }).first else { return }
        if key == "author" ? authors.count >= 40 : itemProperties[key] != nil { return }
        let value =
            tree.attribute(index, "content") ?? tree.attribute(index, "datetime")
            ?? tree.collapsedText(index, limit: 200)
        if value.isEmpty || isInComment(index) { return }
        if key == "author" { authors.append(value) }
        if itemProperties[key] == nil { itemProperties[key] = value }
    }

    private static let itemNames = [
        "datepublished": "datepublished", "issued": "datepublished", "datemodified": "datemodified",
        "datecreated": "datecreated", "uploaddate": "datepublished", "author": "author", "creator": "author",
        "headline": "headline",
    ]

    /// Whether an element describes a reader's comment or review.
    private func isInComment(_ index: Int) -> Bool {
        var current = index
        while current >= 0 {
            if let kind = tree.attribute(current, "itemtype"), kind.hasSuffix("Comment") || kind.hasSuffix("Review") {
                return true
            }
            if let role = tree.attribute(current, "itemprop"), role == "comment" || role == "review" { return true }
            current = Int(tree.nodes[current].parent)
        }
        return false
    }

    private func isInside(_ index: Int, _ tag: HTMLTag) -> Bool {
        var parent = Int(tree.nodes[index].parent)
        while parent >= 0 {
            if tree.nodes[parent].tag == tag { return true }
            parent = Int(tree.nodes[parent].parent)
        }
        return false
    }
}
