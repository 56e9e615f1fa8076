import Reports
import Markup

/// Writes a Markdown tree as HTML. Raw HTML passes through: the whole must go through the sanitiser afterwards.
struct MarkdownHTML {
    private var result = ""

    /// HTML for blocks, one after another; footnotes as an ordered list at the end.
    static func html(_ blocks: [MarkdownNode]) -> String {
        var writer = MarkdownHTML()
        let footnotes = blocks.filter { $0.kind == .footnoteDefinition }
        for block in blocks where block.kind != .footnoteDefinition { writer.block(block) }
        if !footnotes.isEmpty {
            writer.result += "<hr>\n<ol>\n"
            for note in footnotes { writer.element("li", note.children, isBlock: true) }
            writer.result += "</ol>\n"
        }
        return writer.result
    }

    private mutating func block(_ node: MarkdownNode) {
        switch node.kind {
        case .heading(let level): element("h\(min(max(level, 1), 6))", node.children)
        case .paragraph: element("p", node.children)
        case .blockQuote: element("blockquote", node.children, isBlock: true)
        case .thematicBreak: result += "<hr>\n"
        case .codeBlock: result += "<pre><code>\(node.literal.escapedForMarkup)</code></pre>\n"
        case .htmlBlock: result += node.literal
        case .list(let ordered, let start): list(node, ordered: ordered, start: start)
        case .table: table(node)
        case .document, .footnoteDefinition, .other: for child in node.children { block(child) }
        default: inline(node)
        }
    }

    private mutating func element(_ name: String, _ children: [MarkdownNode], isBlock: Bool = false) {
        result += "<\(name)>"
        if isBlock { result += "\n" }
        for child in children {
            if isBlock { block(child) } else { inline(child) }
        }
        result += "</\(name)>\n"
    }

    private mutating func list(_ node: MarkdownNode, ordered: Bool, start: Int) {
        result += ordered ? (start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n") : "<ul>\n"
        for item in node.children {
            result += "<li>"
            // Inputs are not on the allow-list; the marks stay readable without them.
            if case .item(let checked?) = item.kind { result += checked ? "☑ " : "☐ " }
            let isTight =
                item.children.first?.kind == .paragraph && !item.children.dropFirst().contains { $0.kind == .paragraph }
            for (index, child) in item.children.enumerated() {
                if index == 0, isTight {
                    for part in child.children { inline(part) }
                } else {
                    block(child)
                }
            }
            result += "</li>\n"
        }
        result += ordered ? "</ol>\n" : "</ul>\n"
    }

    private mutating func table(_ node: MarkdownNode) {
        result += "<table>\n"
        var isInBody = false
        for row in node.children {
            let isHeader = row.kind == .tableRow(isHeader: true)
            if isHeader {
                result += "<thead>\n"
            } else if !isInBody {
                result += "<tbody>\n"
                isInBody = true
            }
            result += "<tr>"
            for cell in row.children {
                result += isHeader ? "<th>" : "<td>"
                for part in cell.children { inline(part) }
                result += isHeader ? "</th>" : "</td>"
            }
            result += "</tr>\n"
            if isHeader { result += "</thead>\n" }
        }
        if isInBody { result += "</tbody>\n" }
        result += "</table>\n"
    }

    private mutating func inline(_ node: MarkdownNode) {
        switch node.kind {
        case .text: result += node.literal.escapedForMarkup
        case .code: result += "<code>\(node.literal.escapedForMarkup)</code>"
        case .softBreak: result += "\n"
        case .lineBreak: result += "<br>\n"
        case .htmlInline: result += node.literal
        case .emphasis: wrap("em", node)
        case .strong: wrap("strong", node)
        case .strikethrough: wrap("del", node)
        case .link(let url, let title):
            let title = title.isEmpty ? "" : " title=\"\(title.escapedForMarkup)\""
            result += "<a href=\"\(url.escapedForMarkup)\"\(title)>"
            for child in node.children { inline(child) }
            result += "</a>"
        case .image(let url, _):
            result += "<img src=\"\(url.escapedForMarkup)\" alt=\"\(node.plainText.escapedForMarkup)\">"
        case .footnoteReference: result += "<sup>[\(node.literal.escapedForMarkup)]</sup>"
        default: for child in node.children { inline(child) }
        }
    }

    private mutating func wrap(_ name: String, _ node: MarkdownNode) {
        result += "<\(name)>"
        for child in node.children { inline(child) }
        result += "</\(name)>"
    }
}
