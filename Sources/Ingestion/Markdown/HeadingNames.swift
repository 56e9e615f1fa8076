/// Names that headings are known by, looked up by word: a page has many headings, and few of them matter.
struct HeadingNames: Sendable {
    /// Names by their first word, each as its further words.
    private let further: [Substring: [[Substring]]]

    /// - Parameter names: Folded, words separated by single blanks.
    init(_ names: [String]) {
        var further: [Substring: [[Substring]]] = [:]
        for name in names {
            let words = name.split(separator: " ")
            guard let first = words.first else { continue }
            further[first, default: []].append(Array(words.dropFirst()))
        }
        self.further = further
    }

    /// Whether a folded heading has one of the names in it.
    func matches(_ heading: [Substring]) -> Bool {
        heading.indices.contains { index in
            further[heading[index]]?.contains { heading[(index + 1)...].starts(with: $0) } ?? false
        }
    }
}
