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
            main.first { inTitle.contains(TitleText.key($0.text)) }
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
            if words == key || (words.utf8.count >= 12 && (key.contains(words) || windowTitle.contains(words))) {
                return heading
            }
            if key.utf8.count >= 12, words.contains(key) { return heading }
        }
        return nil
    }

    /// The first text outside headings that the window's title begins with.
    private static func line(for windowTitle: String, _ tree: HTMLTree) -> Int? {
        tree.nodes.indices.first { index in
            guard tree.nodes[index].tag == .text, (20...400).contains(tree.textBytes(index).count),
                let parent = tree.nodes.indices.contains(Int(tree.nodes[index].parent))
                    ? tree.nodes[Int(tree.nodes[index].parent)].tag : nil,
                parent != .title, parent.role != .dropped
            else { return false }
            let words = TitleText.key(tree.collapsedText(index, limit: 400))
            return words.utf8.count >= 16 && windowTitle.hasPrefix(words)
        }
    }
}
