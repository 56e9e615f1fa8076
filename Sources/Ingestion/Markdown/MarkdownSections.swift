import Markup

/// A heading and what stands under it, down to the next heading of its level or above.
struct MarkdownSection {
    var heading: String
    var level: Int
    var blocks: ArraySlice<MarkdownNode>
    /// The heading folded, a blank at both ends, ready to be searched for words.
    private var words: String

    /// Every section of a document, in order; deeper ones appear inside the ones above them too.
    static func all(in blocks: [MarkdownNode]) -> [MarkdownSection] {
        var result: [MarkdownSection] = []
        /// Sections still open, by their place in `result`; a stack of rising levels.
        var open: [Int] = []
        for (index, block) in blocks.enumerated() {
            guard let (heading, level) = heading(block) else { continue }
            while let last = open.last, result[last].level >= level {
                result[last].blocks = blocks[result[last].blocks.startIndex..<index]
                open.removeLast()
            }
            open.append(result.count)
            result.append(
                MarkdownSection(
                    heading: heading, level: level, blocks: blocks[(index + 1)...], words: " \(folded(heading)) "))
        }
        return result
    }

    /// The words and level of a heading; a paragraph that is bold and nothing else counts as one of level 7.
    private static func heading(_ block: MarkdownNode) -> (String, Int)? {
        if case .heading(let level) = block.kind { return (block.plainText.trimmed, level) }
        if block.kind == .paragraph, block.children.count == 1, block.children[0].kind == .strong {
            let words = block.plainText.trimmed
            return words.utf8.count <= 60 ? (words, 7) : nil
        }
        return nil
    }

    /// Whether the heading has one of these words or phrases in it, letter case and punctuation aside.
    func isNamed(_ names: [String]) -> Bool {
        names.contains { words.contains(" \($0) ") }
    }

    /// Lower case, with everything but letters and digits as one blank.
    static func folded(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if scalar != "'" && scalar != "’", result.last != " ", !result.isEmpty {
                result += " "
            }
        }
        return result.trimmed
    }
}
