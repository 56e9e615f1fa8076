import Markup

/// A text taken apart for linting: its prose with exact places, its sections, prompts and suppressions.
struct LintDocument {
    private(set) var blocks: [LintBlock] = []
    private(set) var headings: [LintHeading] = []
    private(set) var prompts: [LintPrompt] = []
    private(set) var suppressions: [LintSuppression] = []
    /// One entry for each action item found under a heading such as "Action items".
    private(set) var actions: [LintAction] = []

    private let source: LintSource
    private let lexicon: LintLexicon
    private var section = LintSection.other
    private var sectionLevel = 0
    /// Suppressions that wait for the next block.
    private var pending: [LintSuppression] = []

    /// - Throws: ``AuthoringError/unreadable(path:line:reason:)`` when the Markdown nests too deeply.
    init(_ source: LintSource, lexicon: LintLexicon) throws {
        self.source = source
        self.lexicon = lexicon
        let tree: MarkdownDocument
        do {
            tree = try MarkdownDocument(source.body)
        } catch let error as MarkdownError {
            throw AuthoringError.unreadable(path: source.path, line: nil, reason: error.description)
        }
        walk(tree.root.children)
        suppressions += pending
        suppressions.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Walking

    private mutating func walk(_ nodes: [MarkdownNode]) {
        for node in nodes {
            let range = source.lines(node.position.startLine, node.position.endLine)
            if case .htmlBlock = node.kind {
                for comment in HTMLComment.all(in: source.bytes, range: range) { take(comment, block: nil) }
                continue
            }
            settlePending(on: range)
            visit(node, range)
        }
    }

    private mutating func visit(_ node: MarkdownNode, _ range: Range<Int>) {
        switch node.kind {
        case .heading(let level):
            enter(node, level: level, range: range)
        case .paragraph:
            append(node, range)
            // The sentence above an empty timeline answers nothing.
            if !node.plainText.hasPrefix("All times are") { markContent() }
        case .table:
            visitTable(node)
        case .list:
            if section == .actions { node.children.forEach { takeAction($0) } }
            walk(node.children)
        case .codeBlock, .blockQuote:
            markContent()
        default:
            walk(node.children)
        }
    }

    private mutating func enter(_ node: MarkdownNode, level: Int, range: Range<Int>) {
        let title = node.plainText
        if let named = LintSection.named(title), level > 1 {
            section = named
            sectionLevel = level
        } else if level <= sectionLevel {
            section = .other
            sectionLevel = level
        }
        let trimmed = trimmed(range)
        headings.append(LintHeading(title: title, level: level, section: section, range: trimmed))
        if !Self.templateHeadings.contains(title.lowercased()) { append(node, range) }
    }

    /// Headings that templates bring along; their wording is not the writer's.
    private static let templateHeadings: Set<String> = [
        "root cause", "root causes", "root cause analysis", "what could have gone better",
        "what should have gone better",
        "what went wrong", "what went badly", "human factors", "lessons learned", "lessons learnt",
    ]

    private mutating func append(_ node: MarkdownNode, _ range: Range<Int>) {
        var aligner = InlineAligner(source: source.bytes, range: range)
        node.children.forEach { aligner.take($0) }
        finish(aligner, range)
    }

    private mutating func finish(_ aligner: InlineAligner, _ range: Range<Int>) {
        for comment in aligner.comments {
            take(HTMLComment(text: comment.text, range: comment.range), block: range)
        }
        let tokens = LintTokenizer.tokens(of: aligner.bytes, at: aligner.offsets, lexicon: lexicon)
        if !tokens.isEmpty { blocks.append(LintBlock(tokens: tokens, section: section)) }
    }

    // MARK: Tables

    private mutating func visitTable(_ table: MarkdownNode) {
        let header = table.children.first?.children.map { $0.plainText.lowercased() } ?? []
        let masked = header.map { title in Self.personColumns.contains { title.contains($0) } }
        for (number, row) in table.children.enumerated() {
            let range = source.lines(row.position.startLine, row.position.endLine)
            var start = range.lowerBound
            for (column, cell) in row.children.enumerated() {
                var aligner = InlineAligner(source: source.bytes, range: start..<range.upperBound)
                cell.children.forEach { aligner.take($0) }
                start = aligner.position
                if column < masked.count, masked[column] { continue }
                finish(aligner, range)
            }
            guard number > 0 else { continue }
            let filled = row.children.filter { !$0.plainText.allSatisfy(\.isWhitespace) }
            if filled.count > 1 { markContent() }
            if section == .actions, !filled.isEmpty {
                takeAction(row: row, header: header, range: trimmed(range))
            }
        }
    }

    /// Columns that say who; names belong there.
    private static let personColumns = [
        "owner", "assignee", "assigned", "who", "responsible", "lead", "author", "actor", "responder", "role",
        "reporter", "by",
    ]

    private mutating func takeAction(row: MarkdownNode, header: [String], range: Range<Int>) {
        func isFilled(_ names: [String]) -> Bool {
            for (index, title) in header.enumerated() where names.contains(where: { title.contains($0) }) {
                if index < row.children.count,
                    row.children[index].plainText.contains(where: { $0.isLetter || $0.isNumber })
                {
                    return true
                }
            }
            return false
        }
        actions.append(
            LintAction(
                range: range, hasOwner: isFilled(["owner", "assignee", "assigned", "who", "responsible", "lead"]),
                hasDue: isFilled(["due", "deadline", "by when", "target", "date", "eta"])))
    }

    private mutating func takeAction(_ item: MarkdownNode) {
        let text = item.children.first?.plainText.lowercased() ?? ""
        guard text.contains(where: \.isLetter), let line = item.children.first?.position else { return }
        let hasDate =
            text.utf8.count >= 8
            && text.split(whereSeparator: { !$0.isNumber && $0 != "-" }).contains {
                $0.count == 10 && $0.filter { $0 == "-" }.count == 2
            }
        actions.append(
            LintAction(
                range: trimmed(source.lines(line.startLine, line.endLine)),
                hasOwner: ["owner", "assignee", "assigned to", "@", "responsible"].contains { text.contains($0) },
                hasDue: hasDate || ["due", "deadline", "by end of"].contains { text.contains($0) }))
    }

    // MARK: Comments

    private mutating func take(_ comment: HTMLComment, block: Range<Int>?) {
        let text = comment.text
        if let request = LintSuppression(comment) {
            if let block {
                suppressions.append(request.applied(to: block))
            } else {
                pending.append(request)
            }
        } else if text.lowercased().hasPrefix("prompt:") {
            prompts.append(LintPrompt(text: String(text.dropFirst(7)), range: comment.range, isFilled: false))
        }
    }

    private mutating func settlePending(on range: Range<Int>) {
        guard !pending.isEmpty else { return }
        suppressions += pending.map { $0.applied(to: range) }
        pending = []
    }

    /// Words follow: the last prompt is answered, and with it those right before it.
    private mutating func markContent() {
        if let last = headings.indices.last { headings[last].hasContent = true }
        for index in prompts.indices.reversed() {
            guard !prompts[index].isFilled, prompts[index].range.lowerBound > (headings.last?.range.lowerBound ?? 0)
            else { return }
            prompts[index].isFilled = true
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, source.bytes[low] <= 0x20 { low += 1 }
        while high > low, source.bytes[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }
}

/// A run of prose: a paragraph, a heading or a table cell.
struct LintBlock {
    var tokens: [LintToken]
    var section: LintSection
}

struct LintHeading {
    var title: String
    var level: Int
    var section: LintSection
    var range: Range<Int>
    var hasContent = false
}

/// A question that a template leaves for its writer.
struct LintPrompt {
    var text: String
    var range: Range<Int>
    var isFilled: Bool
}

struct LintAction {
    var range: Range<Int>
    var hasOwner: Bool
    var hasDue: Bool
}
