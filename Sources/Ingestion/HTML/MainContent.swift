/// Finds the part of a page that is its content.
///
/// Parts that name themselves are tried in order: marked article bodies, elements with an article body's name,
/// `article`, the main part. One is taken when it holds most of the page's paragraphs; otherwise the element around
/// which paragraphs cluster is. What stands around content is judged inside the part chosen, by name and by links.
struct MainContent {
    private let tree: HTMLTree
    private let traits: [NodeTraits]

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
        guard !tree.nodes.isEmpty else { return }
        choose(lenient: false)
        if size < 250 {
            let strict = (roots, skipped, size)
            choose(lenient: true)
            // A page of few words stays as it was unless the second look finds clearly more.
            if size < 2 * strict.2 || size == 0 { (roots, skipped, size) = strict }
        }
    }

    /// All of the page but its navigation and footer: what is left to show of a page without any paragraph.
    mutating func takeWhole() {
        skipped = tree.nodes.map { $0.tag == .nav || $0.tag == .footer }
        roots = tree.nodes.isEmpty ? [] : [traits.firstIndex { $0.contains(.main) } ?? 0]
        size = 0
    }

    private mutating func choose(lenient: Bool) {
        var outside = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices {
            outside[index] = isOutside(index, lenient: lenient)
        }
        let whole = ContentMeasure(tree, skipped: outside)
        skipped = outside
        roots = part(whole)
        prune(whole, lenient: lenient)
        size = roots.reduce(0) { $0 + whole.good(tree.range(of: $1)) }
    }

    /// Whether an element is no content wherever it stands.
    private func isOutside(_ index: Int, lenient: Bool) -> Bool {
        let node = tree.nodes[index]
        guard node.tag != .text, node.tag != .html, node.tag != .body else { return false }
        let trait = traits[index]
        if trait.contains(.hidden) { return !lenient }
        if node.tag == .nav || node.tag == .footer { return true }
        if lenient { return false }
        if node.tag == .aside { return true }
        if !trait.isDisjoint(with: [.comments, .navigation]) { return trait.isDisjoint(with: [.articleBody, .main]) }
        return false
    }

    // MARK: Choosing

    private func part(_ measure: ContentMeasure) -> [Int] {
        let dense = densest(measure)
        let most = dense.map { measure.good(tree.range(of: $0)) } ?? 0
        let kinds: [(Int) -> Bool] = [
            { traits[$0].contains(.articleBody) }, { traits[$0].contains(.body) && !traits[$0].contains(.aside) },
            { tree.nodes[$0].tag == .article }, { traits[$0].contains(.main) },
        ]
        for isKind in kinds {
            let parts = outermost(where: isKind)
            let amounts = parts.map { measure.good(tree.range(of: $0)) }
            let all = amounts.reduce(0, +)
            guard all > 0, all * 10 >= most * 6 else { continue }
            // One article among teasers, or an article in several pieces.
            if let largest = amounts.indices.max(by: { amounts[$0] < amounts[$1] }), amounts[largest] * 10 > all * 6 {
                return [parts[largest]]
            }
            return zip(parts, amounts).filter { $0.1 > 0 }.map(\.0)
        }
        return dense.map { [$0] } ?? []
    }

    private func outermost(where isKind: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            if skipped[index] {
                index = Int(tree.nodes[index].end)
            } else if isKind(index) {
                found.append(index)
                index = Int(tree.nodes[index].end)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The element around which paragraphs cluster, widened while that brings in more content than clutter.
    private func densest(_ measure: ContentMeasure) -> Int? {
        var best: Int?
        var bestScore: Float = 0
        for index in tree.nodes.indices where tree.nodes[index].tag.isBlockLevel && measure.cluster[index] > 0 {
            let score = measure.cluster[index] * Float(1 - measure.linkDensity(tree.range(of: index)))
            if score > bestScore {
                best = index
                bestScore = score
            }
        }
        guard var current = best else { return nil }
        var parent = Int(tree.nodes[current].parent)
        while parent >= 0 {
            let inner = tree.range(of: current)
            let outer = tree.range(of: parent)
            let gained = measure.good(outer) - measure.good(inner)
            let clutter = measure.text(outer) - measure.text(inner) - gained
            // Under a thousand bytes may be one update or section of several, each wrapped a few times; more is an
            // article, and what stands beside its wrapper is another one.
            let isFragment = measure.good(inner) < 1000
            if gained > measure.good(inner) / 5, gained > (isFragment ? clutter : 2 * clutter) {
                current = parent
            } else if !isFragment {
                break
            }
            parent = Int(tree.nodes[parent].parent)
        }
        return current
    }

    // MARK: Leaving out

    private mutating func prune(_ measure: ContentMeasure, lenient: Bool) {
        let all = roots.reduce(0) { $0 + measure.text(tree.range(of: $1)) }
        var isBeforeContent = true
        for root in roots {
            var index = root + 1
            while index < Int(tree.nodes[root].end) {
                if measure.isGood(index) { isBeforeContent = false }
                if skipped[index] || isClutter(index, measure, all: all)
                    || (isBeforeContent && isByline(index, measure, all: all))
                {
                    skipped[index] = true
                    index = Int(tree.nodes[index].end)
                } else {
                    index += 1
                }
            }
        }
    }

    private func isClutter(_ index: Int, _ measure: ContentMeasure, all: Int) -> Bool {
        let tag = tree.nodes[index].tag
        // Captions by element belong to a figure or table that stays.
        guard tag != .text, tag != .caption, tag != .figcaption else { return false }
        let range = tree.range(of: index)
        let text = measure.text(range)
        let trait = traits[index]
        if trait.contains(.aside) {
            // A wrapper round most of the content only carries the name, and an embedded quotation is content.
            return text * 2 < all && !isQuotation(range, measure)
        }
        switch tag {
        case .ul, .ol, .div, .section, .table, .dl, .form:
            return text > 0 && measure.linkDensity(range) > 0.8 && text * 3 < all
        default: return false
        }
    }

    /// Whether a part is mostly a quotation, such as a post shown inside an article.
    private func isQuotation(_ range: Range<Int>, _ measure: ContentMeasure) -> Bool {
        range.contains { index in
            tree.nodes[index].tag == .blockquote && measure.text(tree.range(of: index)) * 2 > measure.text(range)
        }
    }

    /// Whether a block above the text is named as author, date or rubric, or says no more than a date.
    ///
    /// Further down such blocks are content: the times of updates on a status page, for one.
    private func isByline(_ index: Int, _ measure: ContentMeasure, all: Int) -> Bool {
        guard tree.nodes[index].tag != .text else { return false }
        let size = measure.text(tree.range(of: index))
        if traits[index].contains(.byline), size < 200, size * 3 < all { return true }
        switch tree.nodes[index].tag {
        case .p, .div, .span, .time, .other: break
        default: return false
        }
        let text = measure.text(tree.range(of: index))
        return (6...48).contains(text) && FeedDates.read(tree.collapsedText(index, limit: 80)) != nil
    }
}
