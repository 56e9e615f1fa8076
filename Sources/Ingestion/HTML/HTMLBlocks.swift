import Markup

/// A part of a page as Markdown's blocks, so that timelines and action items are read in one way from both.
struct HTMLBlocks {
    let tree: HTMLTree
    let skipped: [Bool]

    /// Lists inside lists are followed this far; deeper ones are text of their item.
    private static let maxDepth = 12
    /// Bytes of one block; a cell or paragraph of more is cut, as it is no event and no task.
    private static let maxText = 20_000

    /// Headings, paragraphs, tables, lists and code, in the page's order.
    func blocks(in range: Range<Int>, depth: Int = 0) -> [MarkdownNode] {
        var result: [MarkdownNode] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            let end = min(Int(node.end), range.upperBound)
            var isWhole = true
            switch node.tag {
            case _ where skipped[index]: break
            case .h1, .h2, .h3, .h4, .h5, .h6: result.append(heading(index))
            case .table where !TableShape.isLayout(tree, index): result.append(table(index))
            case .ul,
                .ol where depth < Self.maxDepth:
                result.append(list(index, depth: depth))
            case .dl where depth < Self.maxDepth: result.append(definitions(index, depth: depth))
            case .pre: result.append(MarkdownNode(kind: .codeBlock(language: ""), literal: lines(of: index)))
            case .p, .figcaption, .summary, .dt, .dd, .li: append(paragraph(index), to: &result)
            case .div, .section, .td, .blockquote, .article:
                // A box around words alone is a paragraph.
                if hasBlocks(inside: index) { isWhole = false } else { append(paragraph(index), to: &result) }
            default: isWhole = false
            }
            index = isWhole ? end : index + 1
        }
        return result
    }

    private func append(_ paragraph: MarkdownNode?, to result: inout [MarkdownNode]) {
        if let paragraph { result.append(paragraph) }
    }

    private func hasBlocks(inside index: Int) -> Bool {
        tree.range(of: index).dropFirst().contains { tree.nodes[$0].tag.isBlockLevel }
    }

    // MARK: Blocks

    private func heading(_ index: Int) -> MarkdownNode {
        let level = Int(tree.nodes[index].tag.rawValue) - Int(HTMLTag.h1.rawValue) + 1
        return MarkdownNode(kind: .heading(level: level), children: [text(tree.collapsedText(index, limit: 400))])
    }

    /// A paragraph; as a bold one, which can be a heading, when all its words are.
    private func paragraph(_ index: Int) -> MarkdownNode? {
        let words = lines(of: index)
        guard !words.isEmpty else { return nil }
        let content = text(words)
        let isBold = words.utf8.count <= 60 && boldBytes(in: index) == visibleBytes(in: tree.range(of: index))
        return MarkdownNode(
            kind: .paragraph, children: [isBold ? MarkdownNode(kind: .strong, children: [content]) : content])
    }

    private func boldBytes(in index: Int) -> Int {
        var count = 0
        var position = index + 1
        while position < Int(tree.nodes[index].end) {
            let node = tree.nodes[position]
            if node.tag == .strong || node.tag == .b {
                count += visibleBytes(in: tree.range(of: position))
                position = Int(node.end)
            } else {
                position += 1
            }
        }
        return count
    }

    private func visibleBytes(in range: Range<Int>) -> Int {
        range.reduce(0) { sum, index in
            tree.nodes[index].tag == .text ? sum + tree.textBytes(index).count { $0 > 0x20 } : sum
        }
    }

    private func text(_ words: String) -> MarkdownNode {
        MarkdownNode(kind: .text, literal: words)
    }

    private func table(_ table: Int) -> MarkdownNode {
        var rows: [MarkdownNode] = []
        for index in tree.range(of: table) where !skipped[index] {
            switch tree.nodes[index].tag {
            case .tr: rows.append(MarkdownNode(kind: .tableRow(isHeader: rows.isEmpty)))
            case .td, .th:
                guard !rows.isEmpty else { continue }
                rows[rows.count - 1].children.append(MarkdownNode(kind: .tableCell, children: [text(lines(of: index))]))
            default: break
            }
        }
        return MarkdownNode(kind: .table, children: rows)
    }

    private func list(_ list: Int, depth: Int) -> MarkdownNode {
        var items: [MarkdownNode] = []
        for index in children(of: list) where tree.nodes[index].tag == .li { items.append(item(index, depth: depth)) }
        return MarkdownNode(kind: .list(ordered: tree.nodes[list].tag == .ol, start: 1), children: items)
    }

    /// The item's own words as one paragraph, then the lists inside it.
    private func item(_ item: Int, depth: Int) -> MarkdownNode {
        var nested: [Int] = []
        var checked: Bool?
        var position = item + 1
        while position < Int(tree.nodes[item].end) {
            let node = tree.nodes[position]
            if node.tag == .ul || node.tag == .ol, depth + 1 < Self.maxDepth {
                nested.append(position)
                position = Int(node.end)
                continue
            }
            if node.tag == .input, checked == nil, tree.attribute(position, "type")?.lowercased() == "checkbox" {
                checked = tree.attributeBytes(position, "checked") != nil
            }
            position += 1
        }
        let words = lines(of: item, without: Set(nested))
        var result = MarkdownNode(kind: .item(checked: checked))
        if !words.isEmpty { result.children.append(MarkdownNode(kind: .paragraph, children: [text(words)])) }
        result.children += nested.map { list($0, depth: depth + 1) }
        return result
    }

    /// A definition list: an item for each term, its definitions after it.
    private func definitions(_ list: Int, depth: Int) -> MarkdownNode {
        var items: [MarkdownNode] = []
        for index in descendants(of: list, tags: [.dt, .dd]) {
            if tree.nodes[index].tag == .dt {
                let term = MarkdownNode(kind: .paragraph, children: [text(tree.collapsedText(index, limit: 400))])
                items.append(MarkdownNode(kind: .item(checked: nil), children: [term]))
            } else if !items.isEmpty {
                add(definition: index, to: &items[items.count - 1], depth: depth)
            }
        }
        return MarkdownNode(kind: .list(ordered: false, start: 1), children: items)
    }

    private func add(definition: Int, to item: inout MarkdownNode, depth: Int) {
        let lists = descendants(of: definition, tags: [.ul, .ol])
        let words = lines(of: definition, without: Set(lists))
        if !words.isEmpty, let term = item.children.first?.children.first?.literal {
            let mark = term.hasSuffix(":") || term.isEmpty || item.children.count > 1 ? " " : " – "
            item.children[0].children[0].literal = term + mark + words
        }
        guard depth + 1 < Self.maxDepth else { return }
        item.children += lists.map { list($0, depth: depth + 1) }
    }

    // MARK: The tree

    private func children(of parent: Int) -> [Int] {
        var result: [Int] = []
        var index = parent + 1
        while index < Int(tree.nodes[parent].end) {
            if !skipped[index] { result.append(index) }
            index = Int(tree.nodes[index].end)
        }
        return result
    }

    /// The outermost nodes of these tags inside another.
    private func descendants(of parent: Int, tags: Set<HTMLTag>) -> [Int] {
        var result: [Int] = []
        var index = parent + 1
        while index < Int(tree.nodes[parent].end) {
            let node = tree.nodes[index]
            if skipped[index] {
                index = Int(node.end)
            } else if tags.contains(node.tag) {
                result.append(index)
                index = Int(node.end)
            } else {
                index += 1
            }
        }
        return result
    }

    /// The words inside a node, blanks collapsed, a line for each line break and inner block.
    private func lines(of index: Int, without excluded: Set<Int> = []) -> String {
        var output: [UInt8] = []
        let isCode = tree.nodes[index].tag == .pre
        var position = index
        while position < Int(tree.nodes[index].end), output.count < Self.maxText {
            let node = tree.nodes[position]
            if skipped[position] || excluded.contains(position) || (node.tag != .text && node.tag.role == .dropped) {
                position = Int(node.end)
                continue
            }
            if node.tag == .text {
                for byte in tree.textBytes(position) {
                    if byte > 0x20 || (isCode && (byte == 0x0A || byte == 0x20)) {
                        output.append(byte)
                    } else if let last = output.last, last != 0x20, last != 0x0A {
                        output.append(0x20)
                    }
                }
            } else if node.tag == .br || node.tag.isBlockLevel, let last = output.last, last != 0x0A {
                if last == 0x20 { output.removeLast() }
                output.append(0x0A)
            }
            position += 1
        }
        return String(decoding: output, as: UTF8.self).trimmed
    }
}
