/// What each node of a page adds to its text, its links and its paragraphs.
///
/// A block's own lines are the text inside it but in no smaller block.
struct BlockShares {
    /// The length of each text node.
    fileprivate(set) var text: [Int32]
    /// The same where it stands inside a link.
    fileprivate(set) var links: [Int32]
    /// How much of a block's own lines reads like content.
    fileprivate(set) var good: [Int32]
    /// The text of each block's own lines.
    fileprivate(set) var lines: [Int32]
    /// The part of it that is inside links.
    fileprivate(set) var linkLines: [Int32]

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        text = Array(repeating: 0, count: count)
        links = Array(repeating: 0, count: count)
        good = Array(repeating: 0, count: count)
        lines = Array(repeating: 0, count: count)
        linkLines = Array(repeating: 0, count: count)
        sum(tree)
        judge(tree)
    }

    private mutating func sum(_ tree: HTMLTree) {
        let count = tree.nodes.count
        // The nearest block around each node, and one past the last node of the link around it.
        var block = [Int32](repeating: 0, count: count)
        var linkEnd: Int32 = 0
        var index = 0
        while index < count {
            let node = tree.nodes[index]
            if node.tag.role == .dropped {
                index = Int(node.end)
                continue
            }
            let parent = Int(node.parent)
            if node.tag == .text {
                let length = Self.visible(tree.textBytes(index))
                let holder = Int(block[max(parent, 0)])
                text[index] = length
                lines[holder] += length
                if index < linkEnd {
                    links[index] = length
                    linkLines[holder] += length
                }
            } else {
                block[index] = node.tag.isBlockLevel || parent < 0 ? Int32(index) : block[parent]
                if node.tag == .a, index >= linkEnd { linkEnd = node.end }
            }
            index += 1
        }
    }

    /// The length of a text in letters of an alphabet: blanks don't count, and a Chinese, Japanese or Korean character,
    /// which says as much as three letters, counts as three.
    private static func visible(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        var length: Int32 = 0
        for byte in bytes { length &+= Int32(weights[Int(byte)]) }
        return length
    }

    private static let weights: [UInt8] = (0...255).map { byte in
        switch byte {
        case 0...0x20, 0x80...0xBF: 0
        case 0xE3...0xED: 3
        default: 1
        }
    }

    private mutating func judge(_ tree: HTMLTree) {
        for index in text.indices where lines[index] > 0 {
            let node = tree.nodes[index]
            good[index] = Self.good(node.tag, text: lines[index], links: linkLines[index])
            guard good[index] == 0, node.parent >= 0 else { continue }
            // Cells and definitions are short; a row of them is a line.
            switch node.tag {
            case .td, .th, .dt, .dd:
                let row = Int(node.parent)
                guard tree.nodes[row].tag == .tr || tree.nodes[row].tag == .dl, row < index else { continue }
                lines[row] += lines[index]
                linkLines[row] += linkLines[index]
                good[row] = Self.good(.tr, text: lines[row], links: linkLines[row])
            default: break
            }
        }
    }

    /// Long enough, and not mostly links.
    private static func good(_ tag: HTMLTag, text: Int32, links: Int32) -> Int32 {
        guard text >= 40, links * 2 < text, !tag.isHeading else { return 0 }
        return text - links
    }
}

/// How text, links and paragraphs are spread over a page.
///
/// Sums run in document order, so that any element's share is one subtraction.
struct ContentMeasure {
    private var textBefore: [Int32]
    private var linkBefore: [Int32]
    private var goodBefore: [Int32]
    /// What each node adds for its nearest ancestors: the text of good blocks, less with every level.
    private(set) var cluster: [Float]

    /// - Parameter skipped: Nodes to leave out of all sums, with all inside them.
    init(_ tree: HTMLTree, _ shares: BlockShares, skipped: [Bool]) {
        let count = tree.nodes.count
        textBefore = Array(repeating: 0, count: count + 1)
        linkBefore = Array(repeating: 0, count: count + 1)
        goodBefore = Array(repeating: 0, count: count + 1)
        cluster = Array(repeating: 0, count: count)
        var skippedEnd: Int32 = 0
        for index in 0..<count {
            if skipped[index] { skippedEnd = max(skippedEnd, tree.nodes[index].end) }
            let counts: Int32 = index < skippedEnd ? 0 : 1
            textBefore[index + 1] = textBefore[index] + counts * shares.text[index]
            linkBefore[index + 1] = linkBefore[index] + counts * shares.links[index]
            goodBefore[index + 1] = goodBefore[index] + counts * shares.good[index]
            cluster[index] = Float(counts * shares.good[index])
        }
        for index in (1..<max(count, 1)).reversed() {
            cluster[Int(tree.nodes[index].parent)] += cluster[index] * 0.6
        }
    }

    func text(_ range: Range<Int>) -> Int { Int(textBefore[range.upperBound] - textBefore[range.lowerBound]) }
    func links(_ range: Range<Int>) -> Int { Int(linkBefore[range.upperBound] - linkBefore[range.lowerBound]) }
    func good(_ range: Range<Int>) -> Int { Int(goodBefore[range.upperBound] - goodBefore[range.lowerBound]) }

    /// Whether a block's own lines read like content.
    func isGood(_ index: Int) -> Bool { goodBefore[index + 1] > goodBefore[index] }

    /// Link text as a share of all text; 0 when there is none.
    func linkDensity(_ range: Range<Int>) -> Double {
        let all = text(range)
        return all == 0 ? 0 : Double(links(range)) / Double(all)
    }
}
