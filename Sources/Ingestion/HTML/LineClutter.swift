/// Finds the lines between, before and after the paragraphs of an article that are none of its text: bylines, "read
/// more", links to other articles, invitations to subscribe.
///
/// A line is a block with no smaller block inside. Only pages that are mostly paragraphs are judged by their shape: on a
/// list of products or a discussion, short lines and links are the content.
struct LineClutter {
    private struct Line {
        var index: Int
        var tag: HTMLTag
        var text: Int
        var links: Int
        var isGood: Bool
        var isByline: Bool
        /// Whether smaller blocks stand among its words; it can't be left out then.
        var isMixed = false
        /// Bytes of paragraphs in the lines before it.
        var goodBefore = 0

        /// Whether nearly all of it is a link.
        var isLink: Bool { links * 10 >= text * 9 }
        /// Whether a line of one or two words may be none of the content: not a cell, a term, code, or an item without a
        /// link.
        var mayBeClutter: Bool {
            switch tag {
            case .td, .th, .dt, .dd, .pre, .caption, .summary: false
            case .li: links > 0
            default: true
            }
        }
        /// Whether it stands in running text, not in a table, list or heading.
        var isRunning: Bool {
            switch tag {
            case .li, .td, .th, .dt, .dd, .pre, .caption, .summary, .h1, .h2, .h3, .h4, .h5, .h6: false
            default: true
            }
        }
    }

    private let tree: HTMLTree
    private let traits: [NodeTraits]
    private let shares: BlockShares
    private let measure: ContentMeasure
    private let isThread: Bool
    private var lines: [Line] = []
    private var words: [UInt8] = []

    /// - Parameter measure: Sums without what is left out already.
    init(_ tree: HTMLTree, _ traits: [NodeTraits], _ shares: BlockShares, _ measure: ContentMeasure, isThread: Bool) {
        self.tree = tree
        self.traits = traits
        self.shares = shares
        self.measure = measure
        self.isThread = isThread
    }

    mutating func mark(in roots: [Int], skipped: inout [Bool]) {
        collect(roots, skipped)
        let text = lines.reduce(0) { $0 + $1.text }
        let good = lines.reduce(0) { $0 + ($1.isGood ? $1.text - $1.links : 0) }
        let linked = lines.reduce(0) { $0 + ($1.isLink ? $1.text : 0) }
        let isProse = good * 2 > text && !isThread
        for position in lines.indices where lines[position].text < 400 && !lines[position].isMixed {
            let line = lines[position]
            read(line.index)
            let phrase = ClutterPhrases.kind(of: words[...])
            var isClutter = phrase == .alone && line.mayBeClutter
            if isProse, !isClutter {
                let isLate = line.goodBefore * 10 >= good * 7
                isClutter =
                    (line.isRunning && isPhrase(phrase, line, isLate: isLate))
                    || (line.isLink && linked * 4 < text && isLinkToElsewhere(line))
            }
            if isClutter { skipped[line.index] = true }
        }
        if isProse {
            markHead(roots, &skipped)
            markDanglingHeadings(good: good, &skipped)
        }
    }

    // MARK: Lines

    private mutating func collect(_ roots: [Int], _ skipped: [Bool]) {
        var byline = 0
        var goodBefore = 0
        for root in roots {
            var index = root
            while index < Int(tree.nodes[root].end) {
                let node = tree.nodes[index]
                if skipped[index] || node.tag.role == .dropped {
                    index = Int(node.end)
                    continue
                }
                // "category-news" may be the class of the whole article.
                if traits[index].contains(.byline), measure.text(tree.range(of: index)) < 200 {
                    byline = max(byline, Int(node.end))
                }
                if node.tag.isBlockLevel, let line = line(at: index, bylineEnd: byline, goodBefore: goodBefore) {
                    lines.append(line)
                    if line.isGood { goodBefore += line.text }
                    index = line.isMixed ? index + 1 : Int(node.end)
                } else {
                    index += 1
                }
            }
        }
    }

    private func line(at index: Int, bylineEnd: Int, goodBefore: Int) -> Line? {
        let range = tree.range(of: index)
        let text = measure.text(range)
        guard text > 0 else { return nil }
        if isLeaf(index) {
            return Line(
                index: index, tag: tree.nodes[index].tag, text: text, links: measure.links(range),
                isGood: measure.isGood(index),
                isByline: index < bylineEnd || (!measure.isGood(index) && holdsBylineMark(index)),
                goodBefore: goodBefore)
        }
        guard shares.lines[index] > 0, tree.nodes[index].tag != .tr, tree.nodes[index].tag != .dl else { return nil }
        return Line(
            index: index, tag: tree.nodes[index].tag, text: Int(shares.lines[index]),
            links: Int(shares.linkLines[index]), isGood: measure.isGood(index), isByline: false, isMixed: true,
            goodBefore: goodBefore)
    }

    /// Whether all of a block's text is its own lines'.
    private func isLeaf(_ index: Int) -> Bool {
        measure.text(tree.range(of: index)) <= Int(shares.lines[index]) && tree.nodes[index].tag != .tr
            && tree.nodes[index].tag != .dl
    }

    /// Whether something in a line is named or marked as author or date.
    private func holdsBylineMark(_ index: Int) -> Bool {
        tree.range(of: index).contains { traits[$0].contains(.byline) || tree.nodes[$0].tag == .time }
    }

    /// Fills ``words`` with the text of a node in lower case, blanks collapsed.
    private mutating func read(_ index: Int) {
        words.removeAll(keepingCapacity: true)
        for position in tree.range(of: index) where tree.nodes[position].tag == .text {
            let bytes = tree.textBytes(position)
            var at = 0
            while at < bytes.count {
                let blank = Blank.length(bytes, at: at)
                if blank > 0 {
                    if let last = words.last, last != 0x20 { words.append(0x20) }
                    at += blank
                } else {
                    addLowercased(bytes[at])
                    at += 1
                }
            }
        }
        while words.last == 0x20 { words.removeLast() }
    }

    /// Latin letters with accents and Cyrillic ones have their small forms at fixed distances.
    private mutating func addLowercased(_ byte: UInt8) {
        switch (words.last, byte) {
        case (_, 0x41...0x5A): words.append(byte | 0x20)
        case (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): words.append(byte + 0x20)
        case (0xD0, 0xA0...0xAF):
            words[words.count - 1] = 0xD1
            words.append(byte - 0x20)
        default: words.append(byte)
        }
    }

    // MARK: Judging

    private func isPhrase(_ phrase: ClutterPhrases.Kind?, _ line: Line, isLate: Bool) -> Bool {
        switch phrase {
        // "Related: …", where the rest is a link.
        case .label: line.links * 2 >= line.text || line.text <= 20
        case .invitation: isLate || line.links * 3 >= line.text || isEmphasised(line)
        case .alone, nil: false
        }
    }

    /// A line that is nothing but a link, and more than a reference: long enough to be another article's title, or
    /// emphasised. An address written out is a reference.
    private func isLinkToElsewhere(_ line: Line) -> Bool {
        guard line.isRunning, !words.starts(with: "http".utf8), !words.starts(with: "www.".utf8) else { return false }
        return line.text >= 24 || (line.text >= 12 && isEmphasised(line))
    }

    private func isEmphasised(_ line: Line) -> Bool {
        var emphasised = 0
        var index = line.index
        while index < Int(tree.nodes[line.index].end) {
            switch tree.nodes[index].tag {
            case .strong, .b, .em, .i:
                emphasised += measure.text(tree.range(of: index))
                index = Int(tree.nodes[index].end)
            default: index += 1
            }
        }
        return emphasised * 10 >= line.text * 9
    }

    /// What stands above the first paragraph: authors, dates.
    ///
    /// Dates that come again further down are those of updates or posts, and stay.
    private mutating func markHead(_ roots: [Int], _ skipped: inout [Bool]) {
        let first = lines.firstIndex { $0.isGood && !$0.isByline && $0.text >= 60 && !skipped[$0.index] } ?? 0
        var dates = 0
        for line in lines where line.text < 90 && line.isRunning {
            read(line.index)
            if DateLine.isOne(words) { dates += 1 }
        }
        let hasSeries = dates > 4
        lazy var series = ClassSeries(tree, in: roots)
        for line in lines[..<first] where !skipped[line.index] && !line.isMixed {
            guard line.text < 160, line.isRunning || (line.isByline && line.tag.isHeading) else { continue }
            read(line.index)
            let isDate = DateLine.isOne(words)
            if isDate || line.isByline, hasSeries || series.continues(line.index) { continue }
            if line.isByline || isDate || ClutterPhrases.isByline(words) { skipped[line.index] = true }
        }
    }

    /// Headings at the very end, with nothing under them.
    private func markDanglingHeadings(good: Int, _ skipped: inout [Bool]) {
        for line in lines.reversed() where !skipped[line.index] {
            guard line.tag.isHeading, !line.isMixed, line.goodBefore * 10 >= good * 9 else { return }
            skipped[line.index] = true
        }
    }
}

/// Lines that say when something was published and little else.
enum DateLine {
    /// Whether a line in lower case has a year or a time of day and few words beside, and is no sentence and no fact with
    /// a name of its own, such as "Started: 14:02".
    static func isOne(_ line: [UInt8]) -> Bool {
        guard (6...100).contains(line.count), !endsSentence(line) else { return false }
        var digits = 0
        var runs: [ArraySlice<UInt8>] = []
        for run in line.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 }) {
            digits += run.count
            runs.append(run)
        }
        let hasYear = runs.contains { $0.count == 4 && ($0.starts(with: "19".utf8) || $0.starts(with: "20".utf8)) }
        let letters = line.count { $0 >= 0x61 }
        guard hasYear, digits >= 5, letters <= 48 || letters <= 6 * digits else { return false }
        if let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let digit = line.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }), colon < digit
        {
            return ClutterPhrases.isByline(line)
        }
        return true
    }

    private static func endsSentence(_ line: [UInt8]) -> Bool {
        guard let last = line.last else { return false }
        if last == UInt8(ascii: ".") { return !line.hasSuffix(".m.") }
        return last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || line.hasSuffix("。")
    }
}

extension Collection where Element == UInt8 {
    /// Whether the bytes end in those of a text.
    func hasSuffix(_ text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && suffix(text.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
