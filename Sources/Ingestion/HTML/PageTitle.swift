/// The title of a page's report, and the heading that shows it.
struct PageTitle {
    /// Without the site's name; `nil` when the page has no title.
    let text: String?
    /// The heading that shows it; `nil` when none does.
    let heading: Int?

    /// - Parameters:
    ///   - site: The name of the organisation, or of the host when that is not known.
    ///   - roots: The parts of the page that are its content.
    init(_ marks: PageMarks, _ linked: LinkedData, _ tree: HTMLTree, site: String?, roots: [Int]) {
        let main = marks.headings.map { (node: $0, text: tree.collapsedText($0, limit: 400)) }.filter {
            !$0.text.isEmpty
        }
        let inTitle = marks.title.map(TitleText.key) ?? ""
        // A heading that the window's title repeats, else one inside the content, else the only one.
        let shown =
            main.first { inTitle.holds(TitleText.key($0.text)) }
            ?? main.first { heading in roots.contains { tree.range(of: $0).contains(heading.node) } }
            ?? (main.count == 1 ? main[0] : nil)
        let stated = [
            linked.headline, marks.meta("og:title"), marks.meta("twitter:title"), marks.itemProperties["headline"],
            marks.meta("dc.title"), marks.meta("citation_title"), shown?.text, marks.title,
        ]
        text = stated.lazy.compactMap { TitleText.clean($0, organisation: site) }.first
        heading =
            Self.heading(for: text.map(TitleText.key) ?? "", inTitle, marks, tree) ?? shown?.node
            ?? Self.line(for: inTitle, tree)
    }

    /// The highest heading with the words of the title; a long one may be cut or go on in either.
    private static func heading(for key: String, _ windowTitle: String, _ marks: PageMarks, _ tree: HTMLTree) -> Int? {
        for heading in marks.headings + marks.subheadings {
            let words = TitleText.key(tree.collapsedText(heading, limit: 400))
            if words.isEmpty { continue }
            if words == key || (words.utf8.count >= 12 && (key.holds(words) || windowTitle.holds(words))) {
                return heading
            }
            if key.utf8.count >= 12, words.holds(key) { return heading }
        }
        return nil
    }

    /// The first text outside headings that the window's title begins with.
    private static func line(for windowTitle: String, _ tree: HTMLTree) -> Int? {
        guard windowTitle.utf8.count >= 16 else { return nil }
        return tree.nodes.indices.first { index in
            guard tree.nodes[index].tag == .text, (20...400).contains(tree.textBytes(index).count),
                mayBegin(windowTitle, tree.textBytes(index)),
                let parent = tree.nodes.indices.contains(Int(tree.nodes[index].parent))
                    ? tree.nodes[Int(tree.nodes[index].parent)].tag : nil,
                parent != .title, parent.role != .dropped
            else { return false }
            let words = TitleText.key(tree.collapsedText(index, limit: 400))
            return words.utf8.count >= 16 && windowTitle.hasPrefix(words)
        }
    }

    /// Whether the first letter of a text can be the first of a key.
    private static func mayBegin(_ key: String, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let byte = text.first(where: { $0.isLetter || $0.isDigit || $0 >= 0x80 }) else { return false }
        return byte >= 0x80 || key.utf8.first == (byte.isLetter ? byte | 0x20 : byte)
    }
}
