import Markup

/// The words of a Markdown tree as a reader sees them.
struct MarkdownText {
    /// Plain text of raw HTML, which Markdown may hold.
    var textOfHTML: (String) -> String

    /// Blocks separated by a blank line: headings on lines of their own, list items as `- `, table rows as `a | b`, code
    /// as it is.
    func text(of blocks: [MarkdownNode]) -> String {
        var footnotes = 0
        return blocks.map { block in
            guard block.kind == .footnoteDefinition else { return text(of: block) }
            footnotes += 1
            return "[\(footnotes)] " + text(of: block.children)
        }
        .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func text(of block: MarkdownNode) -> String {
        switch block.kind {
        case .heading, .paragraph, .tableCell: return inline(block).trimmed
        case .codeBlock: return block.literal.trimmedLineEnds
        case .thematicBreak: return ""
        case .htmlBlock: return textOfHTML(block.literal)
        case .list(let ordered, let start): return list(block, ordered: ordered, start: start)
        case .table:
            return block.children.map { row in
                row.children.map { inline($0).trimmed.replacing("\n", with: " ") }.joined(separator: " | ")
            }
            .joined(separator: "\n")
        case .document, .blockQuote, .item, .footnoteDefinition, .tableRow, .other: return text(of: block.children)
        default: return inline(block).trimmed
        }
    }

    private func list(_ list: MarkdownNode, ordered: Bool, start: Int) -> String {
        var number = start
        var lines: [String] = []
        for item in list.children {
            var mark = "- "
            if ordered {
                mark = "\(number). "
                number &+= 1
            } else if case .item(let checked?) = item.kind {
                mark = checked ? "- [x] " : "- [ ] "
            }
            let parts = item.children.map { text(of: $0) }.filter { !$0.isEmpty }
            let indent = String(repeating: " ", count: 2)
            let body = parts.joined(separator: "\n").replacing("\n", with: "\n" + indent)
            lines.append(mark + body)
        }
        return lines.joined(separator: "\n")
    }

    /// The words of inline content; hard breaks as line ends.
    func inline(_ node: MarkdownNode) -> String {
        var result = ""
        append(node, to: &result)
        return result
    }

    private func append(_ node: MarkdownNode, to result: inout String) {
        switch node.kind {
        case .text, .code: result += node.literal
        case .softBreak: result += " "
        case .lineBreak: result += "\n"
        case .htmlInline: if Self.isBreak(node.literal) { result += "\n" }
        case .footnoteReference: result += "[\(node.literal)]"
        case .htmlBlock, .codeBlock: result += text(of: node)
        default: for child in node.children { append(child, to: &result) }
        }
    }

    /// Whether raw HTML is `<br>` in any spelling.
    static func isBreak(_ html: String) -> Bool {
        let name = html.lowercased().filter { !$0.isWhitespace && $0 != "/" }
        return name == "<br>"
    }
}

extension String {
    /// Without line ends at the end.
    fileprivate var trimmedLineEnds: String {
        var view = self[...]
        while let last = view.last, last.isNewline { view.removeLast() }
        return String(view)
    }
}
