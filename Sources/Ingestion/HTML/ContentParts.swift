/// Chooses the part of a page that is its content.
struct ContentParts {
    let tree: HTMLTree
    let traits: [NodeTraits]
    let measure: ContentMeasure
    /// What is no content wherever it stands.
    let outside: [Bool]
    let kind: PageKind

    /// In document order; empty when nothing reads like content.
    func chosen() -> [Int] {
        let dense = densest()
        let most = dense.map { measure.good(tree.range(of: $0)) } ?? 0
        let kinds: [(Int) -> Bool] = [
            { traits[$0].contains(.articleBody) }, isNamedBody,
            { tree.nodes[$0].tag == .article }, { traits[$0].contains(.main) },
        ]
        for isKind in kinds {
            let parts = outermost(where: isKind)
            let amounts = parts.map { measure.good(tree.range(of: $0)) }
            let all = amounts.reduce(0, +)
            guard all > 0, all * 10 >= most * 6 else { continue }
            if kind == .thread, parts.count > 1 { return [commonAncestor(of: parts)] }
            // One article among teasers, or an article in several pieces.
            if let largest = amounts.indices.max(by: { amounts[$0] < amounts[$1] }), amounts[largest] * 10 > all * 6 {
                return [parts[largest]]
            }
            return joined(parts, amounts)
        }
        return dense.map { [widened($0)] } ?? []
    }

    /// Whether an element that can hold paragraphs has an article body's name. A paragraph named so is one of many.
    private func isNamedBody(_ index: Int) -> Bool {
        guard traits[index].contains(.body), !traits[index].contains(.aside) else { return false }
        switch tree.nodes[index].tag {
        case .div, .section, .article, .main, .td, .center, .form, .blockquote, .other: return true
        default: return false
        }
    }

    /// The parts themselves, or the element around them when it holds little else: what stands between entries belongs.
    private func joined(_ parts: [Int], _ amounts: [Int]) -> [Int] {
        let around = commonAncestor(of: parts)
        let inside = parts.reduce(0) { $0 + measure.text(tree.range(of: $1)) }
        if inside * 10 >= measure.text(tree.range(of: around)) * 8 { return [around] }
        return zip(parts, amounts).filter { $0.1 > 0 }.map(\.0)
    }

    private func commonAncestor(of parts: [Int]) -> Int {
        guard let first = parts.first, let last = parts.last else { return 0 }
        var around = Int(tree.nodes[first].parent)
        while around > 0, Int(tree.nodes[around].end) <= last { around = Int(tree.nodes[around].parent) }
        return max(around, 0)
    }

    private func outermost(where isKind: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            if outside[index] {
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
    private func densest() -> Int? {
        var best: Int?
        var bestScore: Float = 0
        for index in tree.nodes.indices where measure.cluster[index] > bestScore && tree.nodes[index].tag.isBlockLevel {
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
        return kind != .article && measure.good(tree.range(of: current)) < 1000 ? series(around: current) : current
    }

    /// The element that holds a series which a fragment is one of: updates, posts, entries of a list.
    private func series(around fragment: Int) -> Int {
        var current = fragment
        var index = fragment
        // Further up, boxes of the page's frame share a class too.
        for _ in 0..<6 {
            let parent = Int(tree.nodes[index].parent)
            guard parent > 0 else { break }
            if measure.linkDensity(tree.range(of: parent)) < 0.3, hasSibling(index, parent) { current = parent }
            index = parent
        }
        return current
    }

    /// Whether an element beside this one is of the same class and about as long.
    private func hasSibling(_ index: Int, _ parent: Int) -> Bool {
        guard let name = tree.attributeBytes(index, "class"), !name.isEmpty else { return false }
        let size = measure.text(tree.range(of: index))
        var other = parent + 1
        while other < Int(tree.nodes[parent].end) {
            defer { other = Int(tree.nodes[other].end) }
            guard other != index, !outside[other], tree.nodes[other].tag == tree.nodes[index].tag,
                let same = tree.attributeBytes(other, "class"), same.count == name.count, same.elementsEqual(name)
            else { continue }
            let range = tree.range(of: other)
            if measure.text(range) * 3 > size, measure.linkDensity(range) < 0.5 { return true }
        }
        return false
    }

    /// The densest element, unless most of the page's paragraphs are elsewhere: then no part is *the* content, and the
    /// element that holds nearly all of them is.
    private func widened(_ dense: Int) -> Int {
        let all = measure.good(0..<tree.nodes.count)
        guard kind == .thread || (kind == .unstated && measure.good(tree.range(of: dense)) * 2 < all) else {
            return dense
        }
        var current = dense
        while current > 0, measure.good(tree.range(of: current)) * 10 < all * 8 {
            current = Int(tree.nodes[current].parent)
        }
        return max(current, 0)
    }
}
