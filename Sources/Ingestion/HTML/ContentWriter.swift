import Reports

/// Writes a part of a page twice at once: as HTML reduced to the allow-list, and as plain text of the same words.
///
/// The HTML holds only the elements of ``HTMLTag`` whose role is block, inline, line break or rule, with attributes
/// chosen and written here; every text is escaped. Elements that hold nothing are not written, stray ones (a table row
/// outside a table) become paragraphs, so the result is well formed whatever the page was.
struct ContentWriter {
    private let tree: HTMLTree
    private let skipped: [Bool]
    private let addresses: AddressResolver
    private(set) var html: [UInt8] = []
    private(set) var text = TextWriter()

    /// Elements of the source that are open, and what their end does.
    private var sources: [Source] = []
    /// Blocks that are open in the HTML, the first ``written`` of them written.
    private var blocks: [Block] = []
    private var written = 0
    /// Inline elements in force, the first ``opened`` of them written.
    private var inlines: [Inline] = []
    private var opened = 0
    /// Links in force.
    private var linkDepth = 0
    /// Bytes of tags that may yet be written a second time.
    private var repeats = 1_000_000
    private var needsSpace = false
    /// Whether the current block has text already, so that blanks count.
    private var hasText = false
    /// Blanks at the start of the first line of a `pre`, until a word follows.
    private var indent: [UInt8] = []
    /// Alternative texts written so far, and the title: the same again says nothing.
    private var shown: Set<String> = []
    /// Figures looked at already, and whether they have a caption.
    private var captioned: [Int: Bool] = [:]

    private struct Source {
        enum Effect {
            case closeBlocks(Int)
            case closeInline
            case separate
        }
        var end: Int
        var effect: Effect
    }

    private struct Block {
        var tag: HTMLTag
        var attributes: [UInt8] = []
        /// Opened by us, because text stood where none may.
        var isImplied = false
        /// A break inside it: what follows is a paragraph of its own.
        var needsParagraph = false
    }

    private struct Inline {
        var tag: HTMLTag
        var attributes: [UInt8]
        /// Opened in the HTML without a tag, because a link inside this one is written instead.
        var isSilent = false
        var wasWritten = false
    }

    /// - Parameter skipped: One flag per node of the tree; a skipped node goes with all inside it.
    init(_ tree: HTMLTree, skipped: [Bool], title: String? = nil, addresses: AddressResolver) {
        self.tree = tree
        if let title { shown.insert(title) }
        self.skipped = skipped
        self.addresses = addresses
    }

    /// Writes a node and what is inside it.
    mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            closeSources(before: index)
            let node = tree.nodes[index]
            let role = node.tag.role
            if skipped[index] || role == .dropped {
                // Words on both sides of a dropped block don't run together.
                if node.tag.isBlockLevel { separate() }
                index = Int(node.end)
                continue
            }
            switch role {
            case .text: write(tree.textBytes(index))
            case .block: open(index, node)
            case .inline:
                openInline(index, node)
            case .wrapper:
                separate()
                sources.append(Source(end: Int(node.end), effect: .separate))
            case .lineBreak: lineBreak()
            case .rule: rule()
            case .image: image(index)
            case .transparent, .dropped: break
            }
            index += 1
        }
        closeSources(before: Int.max)
        closeBlocks(to: 0)
    }

    /// Blocks deeper than this are written as text apart, inline elements beyond these many as their text: elements
    /// inside one another are written again for each block, so that a short page could become a long one.
    private static let (deepest, mostInlines) = (128, 32)

    private mutating func openInline(_ index: Int, _ node: HTMLTree.Node) {
        let attributes = inlineAttributes(index, node.tag)
        let isLink = node.tag == .a
        // Bold within bold says nothing more.
        let adds = isLink || !attributes.isEmpty || !inlines.contains { $0.tag == node.tag }
        guard adds, inlines.count < Self.mostInlines else { return }
        // A link within a link would end the outer one; the inner one is what a click would follow.
        if isLink, inlines[..<opened].contains(where: { $0.tag == .a }) { closeInlines() }
        inlines.append(Inline(tag: node.tag, attributes: attributes))
        if isLink { linkDepth += 1 }
        sources.append(Source(end: Int(node.end), effect: .closeInline))
    }

    // MARK: Blocks

    private mutating func closeSources(before index: Int) {
        while let source = sources.last, source.end <= index {
            sources.removeLast()
            switch source.effect {
            case .closeBlocks(let depth): closeBlocks(to: depth)
            case .separate: separate()
            case .closeInline:
                if opened == inlines.count { closeLastInline() }
                if inlines.removeLast().tag == .a {
                    linkDepth -= 1
                    // What follows belongs to the outer link again.
                    if linkDepth > 0 { closeInlines() }
                }
            }
        }
    }

    private mutating func open(_ index: Int, _ node: HTMLTree.Node) {
        var tag = node.tag
        // A page's own h1 is its title; ours is the report's.
        if tag == .h1 { tag = .h2 }
        if tag == .tfoot { tag = .tbody }
        if holdsOnlyLines {
            separate()
            sources.append(Source(end: Int(node.end), effect: .separate))
            return
        }
        endLine()
        closeImplied(for: tag)
        if tag == .table, TableShape.isLayout(tree, index) || innermostIsCell {
            separate()
            sources.append(Source(end: Int(node.end), effect: .separate))
            return
        }
        guard let parents = fittingParents(for: tag), hasRoom(for: tag, in: parents) else {
            separate()
            sources.append(Source(end: Int(node.end), effect: .separate))
            return
        }
        for parent in parents { push(Block(tag: parent, isImplied: true)) }
        // An implied list stays open for the items that follow.
        sources.append(Source(end: Int(node.end), effect: .closeBlocks(blocks.count)))
        push(Block(tag: tag, attributes: blockAttributes(index, tag)))
    }

    /// Inside a heading, `pre` and the like, blocks only separate words.
    private var holdsOnlyLines: Bool {
        switch blocks.last?.tag {
        case .h2, .h3, .h4, .h5, .h6, .pre, .dt, .summary, .figcaption, .caption: true
        default: false
        }
    }

    private var innermostIsCell: Bool { text.isInCell }

    /// Closes what was opened only because text stood there, and a paragraph that can't hold `tag`.
    private mutating func closeImplied(for tag: HTMLTag) {
        while let last = blocks.last {
            let accepts: Bool
            switch last.tag {
            case .ul, .ol: accepts = tag == .li
            case .dl: accepts = tag == .dt || tag == .dd
            default: accepts = false
            }
            guard last.tag == .p || (last.isImplied && !accepts) else { return }
            closeBlocks(to: blocks.count - 1)
        }
    }

    /// The tags to put around `tag` so that it may stand here, outermost first; `nil` when it may not stand here at all.
    private func fittingParents(for tag: HTMLTag) -> [HTMLTag]? {
        let parent = blocks.last?.tag
        switch tag {
        case .li: return parent == .ul || parent == .ol ? [] : around.map { $0 + [.ul] }
        case .dt, .dd: return parent == .dl ? [] : around.map { $0 + [.dl] }
        case .tr: return parent == .table || parent == .thead || parent == .tbody ? [] : nil
        case .td, .th: return parent == .tr ? [] : nil
        case .thead, .tbody, .caption: return parent == .table ? [] : nil
        case .figcaption: return parent == .figure ? [] : nil
        case .summary: return parent == .details ? [] : nil
        default: return around
        }
    }

    /// Whether a block is not too deep. What stands in a list or table that is open always has room, so that the result read
    /// again, its implied elements spelled out, is cut at the same depth.
    private func hasRoom(for tag: HTMLTag, in parents: [HTMLTag]) -> Bool {
        switch tag {
        case .ul, .ol, .dl, .table, .blockquote, .figure, .details: blocks.count + parents.count < Self.deepest
        default: parents.isEmpty || blocks.count + parents.count <= Self.deepest
        }
    }

    /// What any block needs around it here: only items, rows and cells may stand in lists and tables.
    private var around: [HTMLTag]? {
        switch blocks.last?.tag {
        case .ul, .ol: [.li]
        case .dl: [.dd]
        case .table, .thead, .tbody, .tr: nil
        default: []
        }
    }

    private mutating func push(_ block: Block) {
        blocks.append(block)
        hasText = false
        indent = []
        needsSpace = false
        text.open(block.tag)
        // Cells are written even when empty, so that columns stay aligned.
        if block.tag == .td || block.tag == .th { writeOpenBlocks() }
    }

    private mutating func closeBlocks(to depth: Int) {
        guard blocks.count > depth else { return }
        closeInlines()
        while blocks.count > depth {
            let block = blocks.removeLast()
            if written > blocks.count {
                written = blocks.count
                html.append("</")
                html += block.tag.name
                html.append(">\n")
            }
            text.close(block.tag)
        }
        endLine()
        if let last = blocks.indices.last { blocks[last].needsParagraph = true }
    }

    private mutating func writeOpenBlocks() {
        while written < blocks.count {
            html.append(UInt8(ascii: "<"))
            html += blocks[written].tag.name
            html += blocks[written].attributes
            html.append(UInt8(ascii: ">"))
            written += 1
        }
    }

    /// What follows stands apart from what came before.
    private mutating func separate() {
        if holdsOnlyLines {
            if blocks.last?.tag == .pre { writeVerbatimBreak() } else { needsSpace = hasText }
            return
        }
        endLine()
        while let last = blocks.last, last.tag == .p || (last.isImplied && [.td, .tr, .li, .dd].contains(last.tag)) {
            closeBlocks(to: blocks.count - 1)
        }
        if let last = blocks.indices.last, written == blocks.count { blocks[last].needsParagraph = true }
        text.separate()
    }

    private mutating func endLine() {
        closeInlines()
        needsSpace = false
        hasText = false
    }

    // MARK: Lines

    /// Makes the place fit for text: inside a paragraph, item or cell, with the inline elements in force written.
    private mutating func startText() {
        switch blocks.last?.tag {
        case nil, .blockquote, .details, .figure: push(Block(tag: .p, isImplied: true))
        case .ul, .ol:
            if blocks[blocks.count - 1].isImplied {
                closeBlocks(to: blocks.count - 1)
                return startText()
            }
            push(Block(tag: .li, isImplied: true))
        case .dl:
            if blocks[blocks.count - 1].isImplied {
                closeBlocks(to: blocks.count - 1)
                return startText()
            }
            push(Block(tag: .dd, isImplied: true))
        case .table, .thead, .tbody:
            push(Block(tag: .tr, isImplied: true))
            push(Block(tag: .td, isImplied: true))
        case .tr: push(Block(tag: .td, isImplied: true))
        case .li, .dd, .td, .th:
            let last = blocks.count - 1
            if blocks[last].needsParagraph {
                blocks[last].needsParagraph = false
                push(Block(tag: .p, isImplied: true))
            }
        default: break
        }
        writeOpenBlocks()
        if needsSpace, hasText { html.append(0x20) }
        while opened < inlines.count {
            inlines[opened].isSilent = isSilent(inlines[opened], at: opened)
            if !inlines[opened].isSilent {
                inlines[opened].wasWritten = true
                html.append(UInt8(ascii: "<"))
                html += inlines[opened].tag.name
                html += inlines[opened].attributes
                html.append(UInt8(ascii: ">"))
            }
            opened += 1
        }
    }

    /// Whether an inline element in force is left out here: a link that another one stands in, and whatever would be
    /// written again when too much has been: a long address around many short blocks would fill the memory.
    private mutating func isSilent(_ inline: Inline, at place: Int) -> Bool {
        if inline.wasWritten {
            repeats -= inline.attributes.count + 10
            if repeats < 0 { return true }
        }
        return inline.tag == .a && linkDepth > 1 && inlines[(place + 1)...].contains { $0.tag == .a }
    }

    private mutating func closeLastInline() {
        opened -= 1
        if inlines[opened].isSilent { return }
        html.append("</")
        html += inlines[opened].tag.name
        html.append(UInt8(ascii: ">"))
    }

    private mutating func closeInlines() {
        while opened > 0 { closeLastInline() }
    }

    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        if blocks.last?.tag == .pre { return writeVerbatim(bytes) }
        var start = 0
        while start < bytes.count {
            let blank = Blank.length(bytes, at: start)
            if blank > 0 {
                needsSpace = hasText
                start += blank
                continue
            }
            var end = PlainRun.end(in: bytes, from: start)
            if end > start {
                writePlain(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            } else {
                while end < bytes.count, Blank.length(bytes, at: end) == 0 { end += 1 }
                writeWord(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            }
            start = end
        }
    }

    private mutating func writeWord(_ word: UnsafeBufferPointer<UInt8>) {
        if mustStartText { startText() }
        text.write(word, afterSpace: needsSpace && hasText)
        // `startText` wrote the space before opening inline elements.
        Escape.text(word, into: &html)
        hasText = true
        needsSpace = false
    }

    /// Writes words that stand as they are in HTML and in text, blanks between them included.
    private mutating func writePlain(_ words: UnsafeBufferPointer<UInt8>) {
        if mustStartText { startText() }
        text.writePlain(words, afterSpace: needsSpace && hasText)
        html.append(contentsOf: words)
        hasText = true
        needsSpace = false
    }

    private var mustStartText: Bool {
        !hasText || needsSpace || opened < inlines.count || written < blocks.count || blocks.isEmpty
    }

    private mutating func writeVerbatim(_ bytes: UnsafeBufferPointer<UInt8>) {
        var line = bytes
        if !hasText {
            // Blank lines right after <pre> are not content; the parser of the result would drop one of them, each time.
            let blank = bytes.prefix { $0 <= 0x20 }
            if let lineStart = blank.lastIndex(of: 0x0A) {
                indent = Array(blank[(lineStart + 1)...])
            } else {
                indent += blank
            }
            line = UnsafeBufferPointer(rebasing: bytes[blank.count...])
        }
        guard !line.isEmpty else { return }
        startText()
        if !indent.isEmpty {
            indent.withUnsafeBufferPointer { text.writeVerbatim($0) }
            html += indent
            indent = []
        }
        text.writeVerbatim(line)
        Escape.text(line, into: &html)
        hasText = true
    }

    private mutating func writeVerbatimBreak() {
        guard hasText, html.last != 0x0A else { return }
        html.append(0x0A)
        text.verbatimBreak()
    }

    private mutating func lineBreak() {
        guard hasText else { return indent = [] }
        if blocks.last?.tag == .pre {
            html.append(0x0A)
            text.verbatimBreak()
            return
        }
        switch blocks.last?.tag {
        case .h2, .h3, .h4, .h5, .h6: needsSpace = true
        default:
            closeInlines()
            html.append("<br>")
            needsSpace = false
            text.lineBreak()
        }
    }

    private mutating func rule() {
        guard !holdsOnlyLines else { return needsSpace = hasText }
        separate()
        // A rule before anything else, or inside a list, separates nothing.
        guard blocks.isEmpty, !html.isEmpty, !html.suffix(5).elementsEqual("<hr>\n".utf8) else { return }
        html.append("<hr>\n")
    }

    /// An image is fetched from elsewhere, so only its words are kept.
    private mutating func image(_ index: Int) {
        guard let alt = tree.attributeBytes(index, "alt"), FigureShape.isTelling(tree, index, alt), !hasCaption(index),
            shown.insert(String(decoding: alt, as: UTF8.self)).inserted
        else { return }
        if hasText { needsSpace = true }
        ("[" as StaticString).withUTF8Buffer { writeWord($0) }
        write(alt)
        ("]" as StaticString).withUTF8Buffer { bracket in
            needsSpace = false
            writeWord(bracket)
        }
        needsSpace = true
    }

    /// Whether a figure's caption speaks for an image.
    private mutating func hasCaption(_ index: Int) -> Bool {
        var parent = Int(tree.nodes[index].parent)
        while parent >= 0, tree.nodes[parent].tag != .figure { parent = Int(tree.nodes[parent].parent) }
        guard parent >= 0 else { return false }
        if let known = captioned[parent] { return known }
        let found = tree.range(of: parent).contains { tree.nodes[$0].tag == .figcaption }
        captioned[parent] = found
        return found
    }

    // MARK: Attributes

    private func inlineAttributes(_ index: Int, _ tag: HTMLTag) -> [UInt8] {
        var output: [UInt8] = []
        switch tag {
        case .a:
            if let href = tree.attributeBytes(index, "href").flatMap({ addresses.resolve($0) }) {
                add("href", href, to: &output)
            }
        case .time, .ins, .del: copy("datetime", index, to: &output, limit: 40)
        case .abbr: copy("title", index, to: &output, limit: 200)
        default: break
        }
        addLanguage(index, to: &output)
        return output
    }

    private func blockAttributes(_ index: Int, _ tag: HTMLTag) -> [UInt8] {
        var output: [UInt8] = []
        if tag == .td || tag == .th {
            for name in ["colspan", "rowspan"] as [StaticString] {
                if let value = tree.attribute(index, name).flatMap({ Int($0) }), (2...1000).contains(value) {
                    add(name, String(value), to: &output)
                }
            }
        }
        if tag == .ol, let start = tree.attribute(index, "start").flatMap({ Int($0) }), (0...100_000).contains(start) {
            add("start", String(start), to: &output)
        }
        addLanguage(index, to: &output)
        return output
    }

    private func addLanguage(_ index: Int, to output: inout [UInt8]) {
        guard tree.hasAttributes(index) else { return }
        if let lang = tree.attribute(index, "lang").flatMap(LanguageTag.init) { add("lang", lang.text, to: &output) }
        if let direction = tree.attribute(index, "dir")?.lowercased(), ["ltr", "rtl", "auto"].contains(direction) {
            add("dir", direction, to: &output)
        }
    }

    private func copy(_ name: StaticString, _ index: Int, to output: inout [UInt8], limit: Int) {
        guard let value = tree.attribute(index, name), !value.isEmpty, value.utf8.count <= limit else { return }
        add(name, value, to: &output)
    }

    private func add(_ name: StaticString, _ value: String, to output: inout [UInt8]) {
        output.append(0x20)
        name.withUTF8Buffer { output.append(contentsOf: $0) }
        output.append("=\"")
        var value = value
        value.withUTF8 { Escape.attribute($0, into: &output) }
        output.append(UInt8(ascii: "\""))
    }
}

extension HTMLTag {
    /// The element's name as it is written.
    fileprivate var name: [UInt8] { Self.names[Int(rawValue)] }

    private static let names: [[UInt8]] = {
        var names: [[UInt8]] = []
        while let tag = HTMLTag(rawValue: UInt8(names.count)) { names.append(Array("\(tag)".utf8)) }
        return names
    }()
}
