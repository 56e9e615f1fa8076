/// How text, links and paragraphs are spread over a page.
///
/// Sums run in document order, so that any element's share is one subtraction.
struct ContentMeasure {
    /// Bytes of text before each node, blanks not counted.
    private var textBefore: [Int32]
    private var linkBefore: [Int32]
    private var goodBefore: [Int32]
    /// What each node adds for its nearest ancestors: the text of good blocks, halved per level.
    private(set) var cluster: [Float]
    /// Nodes that were left out of all sums.
    let skipped: [Bool]

    /// - Parameter skipped: Nodes to leave out, with all inside them.
    init(_ tree: HTMLTree, skipped: [Bool]) {
        let count = tree.nodes.count
        self.skipped = skipped
        textBefore = Array(repeating: 0, count: count + 1)
        linkBefore = Array(repeating: 0, count: count + 1)
        goodBefore = Array(repeating: 0, count: count + 1)
        cluster = Array(repeating: 0, count: count)
        // Text and link text of each block's own lines.
        var blockText = [Int32](repeating: 0, count: count)
        var blockLinks = [Int32](repeating: 0, count: count)
        var ownText = [Int32](repeating: 0, count: count)
        var ownLinks = [Int32](repeating: 0, count: count)
        var block = [Int32](repeating: -1, count: count)
        var inLink = [Bool](repeating: false, count: count)
        var index = 0
        while index < count {
            let node = tree.nodes[index]
            if skipped[index] || node.tag.role == .dropped {
                index = Int(node.end)
                continue
            }
            let parent = Int(node.parent)
            block[index] = node.tag.isBlockLevel || parent < 0 ? Int32(index) : block[parent]
            inLink[index] = node.tag == .a || (parent >= 0 && inLink[parent])
            if node.tag == .text {
                let length = Int32(tree.textBytes(index).reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) })
                ownText[index] = length
                blockText[Int(block[index])] += length
                if inLink[index] {
                    ownLinks[index] = length
                    blockLinks[Int(block[index])] += length
                }
            }
            index += 1
        }
        for index in 0..<count {
            textBefore[index + 1] = textBefore[index] + ownText[index]
            linkBefore[index + 1] = linkBefore[index] + ownLinks[index]
            let good = Self.good(tree.nodes[index].tag, text: blockText[index], links: blockLinks[index])
            goodBefore[index + 1] = goodBefore[index] + good
            cluster[index] = Float(good)
        }
        for index in (1..<max(count, 1)).reversed() {
            cluster[Int(tree.nodes[index].parent)] += cluster[index] * 0.6
        }
    }

    /// How much of a block's own text reads like content: long enough, and not mostly links.
    private static func good(_ tag: HTMLTag, text: Int32, links: Int32) -> Int32 {
        guard text >= 40, links * 2 < text, !tag.isHeading else { return 0 }
        return text - links
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
