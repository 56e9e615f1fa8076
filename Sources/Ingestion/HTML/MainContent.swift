/// Finds the part of a page that is its content, and what inside it is not.
///
/// Parts that name themselves are tried in order: marked article bodies, elements with an article body's name,
/// `article`, the main part. One is taken when it holds most of the page's paragraphs; otherwise the element around
/// which paragraphs cluster is. What stands around content is judged inside the part chosen, by name, by links, and line
/// by line.
struct MainContent {
    private let tree: HTMLTree
    private let traits: [NodeTraits]
    private let shares: BlockShares
    private let kind: PageKind
    /// Sums over the whole page, nothing left out.
    private let whole: ContentMeasure

    /// The parts to write, in document order; empty when nothing reads like content.
    private(set) var roots: [Int] = []
    /// What to leave out of them.
    private(set) var skipped: [Bool]
    /// Bytes of paragraphs in the parts.
    private(set) var size = 0

    init(_ tree: HTMLTree) {
        self.tree = tree
        traits = tree.nodes.indices.map { tree.nodes[$0].tag == .text ? [] : NodeTraits(tree, $0) }
        skipped = Array(repeating: false, count: tree.nodes.count)
        shares = BlockShares(tree)
        kind = PageKind(tree)
        whole = ContentMeasure(tree, shares, skipped: skipped)
        guard !tree.nodes.isEmpty else { return }
        choose(lenient: false)
        if size < 250 {
            let strict = (roots, skipped, size)
            choose(lenient: true)
            // A page of few words stays as it was unless the second look finds clearly more.
            if size < 2 * strict.2 || size == 0 { (roots, skipped, size) = strict }
        }
    }

    /// What is left to show of a page without any paragraph: the part that names itself content and holds a good share of
    /// the words, else all of the page but its navigation and footer.
    mutating func takeWhole() {
        guard !tree.nodes.isEmpty else { return }
        skipped = tree.nodes.map { $0.tag == .nav || $0.tag == .footer }
        size = 0
        let all = whole.text(0..<tree.nodes.count)
        let kinds: [NodeTraits] = [.articleBody, .body, .main]
        for kind in kinds {
            let parts = tree.nodes.indices.filter { traits[$0].contains(kind) && !traits[$0].contains(.hidden) }
            guard let part = parts.max(by: { whole.text(tree.range(of: $0)) < whole.text(tree.range(of: $1)) }),
                whole.text(tree.range(of: part)) * 4 > all
            else { continue }
            roots = [part]
            return
        }
        roots = [0]
    }

    private mutating func choose(lenient: Bool) {
        var outside = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices where tree.nodes[index].tag != .text {
            outside[index] = isOutside(index, lenient: lenient)
        }
        let measure = ContentMeasure(tree, shares, skipped: outside)
        let parts = ContentParts(tree: tree, traits: traits, measure: measure, outside: outside, kind: kind)
        roots = parts.chosen()
        skipped = outside
        prune(measure)
        size = roots.reduce(0) { $0 + measure.good(tree.range(of: $1)) }
        let kept = ContentMeasure(tree, shares, skipped: skipped)
        var lines = LineClutter(tree, traits, shares, kept, isThread: kind == .thread)
        lines.mark(in: roots, skipped: &skipped)
    }

    /// Whether an element is no content wherever it stands.
    private func isOutside(_ index: Int, lenient: Bool) -> Bool {
        let tag = tree.nodes[index].tag
        if tag == .html || tag == .body { return false }
        let trait = traits[index]
        if trait.contains(.hidden) { return !lenient }
        if tag == .nav || tag == .footer { return true }
        if lenient { return false }
        let isNamed =
            tag == .aside || trait.contains(.navigation) || (trait.contains(.comments) && kind != .thread)
        guard isNamed, trait.isDisjoint(with: [.articleBody, .main]) else { return false }
        if tag == .aside, trait.contains(.callout) { return false }
        // A name that covers most of the page's paragraphs says something else.
        return whole.good(tree.range(of: index)) * 10 < whole.good(0..<tree.nodes.count) * 6
    }

    // MARK: Leaving out

    /// Leaves out what stands in the parts but is none of the content.
    ///
    /// Names are believed unless they would take most of the paragraphs: some page builders call everything a widget.
    /// Lists of links likewise: where they are most of the text, they are what the page is about.
    private mutating func prune(_ measure: ContentMeasure) {
        let all = roots.reduce(0) { $0 + measure.text(tree.range(of: $1)) }
        let good = roots.reduce(0) { $0 + measure.good(tree.range(of: $1)) }
        for name in [NodeTraits.aside, .loose] {
            let named = outermost { isAside($0, name, measure, all: all) }
            let namedGood = named.reduce(0) { $0 + measure.good(tree.range(of: $1)) }
            for index in named {
                let range = tree.range(of: index)
                if namedGood * 10 <= good * 6 || measure.good(range) == 0 || measure.linkDensity(range) > 0.5 {
                    skipped[index] = true
                }
            }
        }
        if all > 0 { pruneBylines(measure, all: all) }
        let lists = outermost { isLinkList($0, measure, all: all) }
        let listed = lists.reduce(0) { $0 + measure.text(tree.range(of: $1)) }
        if listed * 2 <= all { for index in lists { skipped[index] = true } }
        for index in outermost(where: isAnchorMark) { skipped[index] = true }
        var figures = FigureShape(tree)
        for index in outermost(where: { tree.nodes[$0].tag == .figcaption }) where !figures.isExplained(index) {
            skipped[index] = true
        }
    }

    /// Leaves out what is named as author, date or rubric above the first paragraph. Further down such blocks are content:
    /// the times of updates on a status page, for one.
    private mutating func pruneBylines(_ measure: ContentMeasure, all: Int) {
        lazy var series = ClassSeries(tree, in: roots)
        for root in roots {
            var index = root
            while index < Int(tree.nodes[root].end) {
                if skipped[index] {
                    index = Int(tree.nodes[index].end)
                    continue
                }
                let size = traits[index].contains(.byline) ? measure.text(tree.range(of: index)) : 0
                if size > 0, size < 200, size * 3 < all, !series.continues(index) {
                    skipped[index] = true
                    index = Int(tree.nodes[index].end)
                    continue
                }
                if measure.isGood(index) { return }
                index += 1
            }
        }
    }

    /// Nodes in the parts, none inside another and none in what is left out already.
    private func outermost(where isMeant: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        for root in roots {
            var index = root + 1
            while index < Int(tree.nodes[root].end) {
                if skipped[index] {
                    index = Int(tree.nodes[index].end)
                } else if isMeant(index) {
                    found.append(index)
                    index = Int(tree.nodes[index].end)
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    private func isAside(_ index: Int, _ name: NodeTraits, _ measure: ContentMeasure, all: Int) -> Bool {
        let tag = tree.nodes[index].tag
        guard tag != .text, traits[index].contains(name), !traits[index].contains(.callout) else { return false }
        // Captions by element belong to a figure or table that stays.
        if tag == .caption || tag == .figcaption { return false }
        let range = tree.range(of: index)
        // A wrapper round most of the content only carries the name, and an embedded quotation is content.
        return measure.text(range) * 2 < all && !isQuotation(range, measure)
    }

    private func isLinkList(_ index: Int, _ measure: ContentMeasure, all: Int) -> Bool {
        let tag = tree.nodes[index].tag
        switch tag {
        case .ul, .ol, .div, .section, .table, .dl, .form:
            let range = tree.range(of: index)
            let text = measure.text(range)
            guard text > 0, text * 3 < all, measure.linkDensity(range) > 0.8 else { return false }
            // One or two links in a list are a reference, and more are a menu.
            return tag == .div || tag == .section || tag == .form
                || range.lazy.filter { tree.nodes[$0].tag == .a }.prefix(3).count == 3
        default: return false
        }
    }

    /// Whether it is the sign beside a heading that links to the heading itself.
    private func isAnchorMark(_ index: Int) -> Bool {
        let parent = Int(tree.nodes[index].parent)
        guard tree.nodes[index].tag == .a, parent >= 0, tree.nodes[parent].tag.isHeading,
            tree.attributeBytes(index, "href")?.first == UInt8(ascii: "#")
        else { return false }
        let text = tree.collapsedText(index, limit: 16)
        return text.utf8.count <= 8 && !text.contains { $0.isLetter || $0.isNumber }
    }

    /// Whether a part is mostly a quotation, such as a post shown inside an article.
    private func isQuotation(_ range: Range<Int>, _ measure: ContentMeasure) -> Bool {
        range.contains { index in
            tree.nodes[index].tag == .blockquote && measure.text(tree.range(of: index)) * 2 > measure.text(range)
        }
    }
}
