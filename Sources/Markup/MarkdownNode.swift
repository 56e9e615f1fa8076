/// A node of a Markdown tree, copied out of cmark-gfm: blocks, inlines, tables and task lists.
public struct MarkdownNode: Equatable, Sendable {
    public var kind: Kind
    public var children: [MarkdownNode]
    /// The text of `text`, `code`, `codeBlock`, `htmlBlock` and `htmlInline`; empty for the others.
    public var literal: String
    /// Where it stands, as cmark-gfm says: 1-based lines and UTF-8 columns, counted in the document given to
    /// ``MarkdownDocument``. Columns of inlines in indented or quoted blocks can be off by the indentation.
    public var position: SourcePosition

    public enum Kind: Equatable, Sendable {
        case document, blockQuote, paragraph, thematicBreak
        case heading(level: Int)
        case list(ordered: Bool, start: Int)
        /// `checked` is `nil` for an item that is no task.
        case item(checked: Bool?)
        case codeBlock(language: String)
        case htmlBlock, htmlInline
        case table
        case tableRow(isHeader: Bool)
        case tableCell
        case text, softBreak, lineBreak, code, emphasis, strong, strikethrough
        case link(url: String, title: String)
        case image(url: String, title: String)
        case footnoteDefinition, footnoteReference
        case other(String)
    }

    public init(
        kind: Kind, children: [MarkdownNode] = [], literal: String = "", position: SourcePosition = .init()
    ) {
        self.kind = kind
        self.children = children
        self.literal = literal
        self.position = position
    }

    /// The words of a node as a reader sees them: marks dropped, breaks as one space, code kept.
    public var plainText: String {
        var result = ""
        appendPlainText(to: &result)
        return result
    }

    private func appendPlainText(to result: inout String) {
        switch kind {
        case .text, .code, .codeBlock: result += literal
        case .softBreak, .lineBreak: result += " "
        case .htmlBlock, .htmlInline: break
        default: for child in children { child.appendPlainText(to: &result) }
        }
    }
}

/// A stretch of source, ends included.
public struct SourcePosition: Hashable, Sendable {
    public var startLine: Int
    public var startColumn: Int
    public var endLine: Int
    public var endColumn: Int

    public init(startLine: Int = 0, startColumn: Int = 0, endLine: Int = 0, endColumn: Int = 0) {
        self.startLine = startLine
        self.startColumn = startColumn
        self.endLine = endLine
        self.endColumn = endColumn
    }
}
