import CCMarkGFM
import Foundation
import Synchronization

/// Why a Markdown text could not be read.
public enum MarkdownError: Error, Equatable, CustomStringConvertible {
    /// Block quotes, lists or emphasis nest deeper than the limit.
    case tooDeep(limit: Int)

    public var description: String {
        switch self {
        case .tooDeep(let limit): "Markdown nests deeper than \(limit) levels; flatten the quotes or lists"
        }
    }
}

/// A Markdown text as a tree: CommonMark with GitHub's tables, task lists, strikethrough and autolinks.
public struct MarkdownDocument: Sendable {
    /// Deeper nesting than this says attack, not document.
    public static let depthLimit = 200

    public var root: MarkdownNode

    /// Reads a text without front matter; any text is valid Markdown.
    ///
    /// - Throws: ``MarkdownError/tooDeep(limit:)``.
    public init(_ text: String) throws {
        let document = Self.parsing.withLock { _ in Self.parse(text) }
        defer { cmark_node_free(document) }
        guard Self.depth(of: document) <= Self.depthLimit else {
            throw MarkdownError.tooDeep(limit: Self.depthLimit)
        }
        root = Self.copy(document)
    }

    /// One parser at a time: cmark-gfm keeps the special characters of the extensions in use in global tables, and two
    /// parsers at once lose each other's links and strikethrough.
    private static let parsing = Mutex(())

    /// The document's tree, which the caller frees.
    private static func parse(_ text: String) -> OpaquePointer {
        extensionsRegistered
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
            preconditionFailure("cmark-gfm could not allocate a parser")
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var source = text
        source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else {
            preconditionFailure("cmark-gfm could not allocate a document")
        }
        return document
    }

    /// Registration is global in cmark-gfm and must happen once.
    private static let extensionsRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

    /// The tree's depth, measured without recursion.
    private static func depth(of document: OpaquePointer) -> Int {
        guard let walk = cmark_iter_new(document) else { return 0 }
        defer { cmark_iter_free(walk) }
        var depth = 0
        var deepest = 0
        while true {
            switch cmark_iter_next(walk) {
            case CMARK_EVENT_ENTER:
                // Leaves get no exit event.
                let node = cmark_iter_get_node(walk)
                if cmark_node_first_child(node) != nil || !isLeaf(node) { depth += 1 }
                deepest = max(deepest, depth)
            case CMARK_EVENT_EXIT: depth -= 1
            default: return deepest
            }
        }
    }

    private static func isLeaf(_ node: OpaquePointer?) -> Bool {
        switch String(cString: cmark_node_get_type_string(node)) {
        case "thematic_break", "code_block", "html_block", "text", "softbreak", "linebreak", "code", "html_inline",
            "footnote_reference":
            true
        default: false
        }
    }

    private static func copy(_ node: OpaquePointer) -> MarkdownNode {
        var children: [MarkdownNode] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(copy(child))
            next = cmark_node_next(child)
        }
        return MarkdownNode(
            kind: kind(of: node), children: children,
            literal: cmark_node_get_literal(node).map { String(cString: $0) } ?? "",
            position: SourcePosition(
                startLine: Int(cmark_node_get_start_line(node)), startColumn: Int(cmark_node_get_start_column(node)),
                endLine: Int(cmark_node_get_end_line(node)), endColumn: Int(cmark_node_get_end_column(node))))
    }

    private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
        // These two have no type string in cmark-gfm 0.29.
        switch cmark_node_get_type(node) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        default: break
        }
        let type = String(cString: cmark_node_get_type_string(node))
        switch type {
        case "document": return .document
        case "block_quote": return .blockQuote
        case "paragraph": return .paragraph
        case "heading": return .heading(level: Int(cmark_node_get_heading_level(node)))
        case "thematic_break": return .thematicBreak
        case "list":
            return .list(
                ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                start: Int(cmark_node_get_list_start(node)))
        case "item": return .item(checked: nil)
        case "tasklist": return .item(checked: cmark_gfm_extensions_get_tasklist_item_checked(node))
        case "code_block": return .codeBlock(language: string(cmark_node_get_fence_info(node)))
        case "html_block": return .htmlBlock
        case "html_inline": return .htmlInline
        case "table": return .table
        case "table_header": return .tableRow(isHeader: true)
        case "table_row": return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
        case "table_cell": return .tableCell
        case "text": return .text
        case "softbreak": return .softBreak
        case "linebreak": return .lineBreak
        case "code": return .code
        case "emph": return .emphasis
        case "strong": return .strong
        case "strikethrough": return .strikethrough
        case "link": return .link(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case "image": return .image(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        default: return .other(type)
        }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
