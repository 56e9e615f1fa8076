/// Writes scanned HTML back: allowed elements, balanced, with marks around quotes.
struct HTMLWriter {
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var",
    ]
    private static let block: Set<String> = [
        "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    private static let void: Set<String> = ["br", "hr"]
    /// Deeper elements lose their tags and keep their text.
    private static let deepest = 60

    private let input: [UInt8]
    private let quotes: [ReportHTML.Quote]
    /// Where marks begin or end, in order.
    private let edges: [Int]
    /// The quotes marked from each edge to the next.
    private let active: [[Int]]
    private let endsAt: [Int: [Int]]
    private var out: [UInt8] = []
    private var open: [String] = []
    private var headings: [Int] = []
    private var started: Set<Int> = []

    init(input: [UInt8], quotes: [ReportHTML.Quote], ranges: [(range: Range<Int>, quote: Int)]) {
        self.input = input
        self.quotes = quotes
        let edges = Set(ranges.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
        self.edges = edges
        active = edges.map { edge in ranges.filter { $0.range.contains(edge) }.map(\.quote) }
        endsAt = Dictionary(grouping: ranges) { $0.range.upperBound }.mapValues { $0.map(\.quote) }
    }

    mutating func write(_ token: HTMLScanner.Token) {
        switch token {
        case .text(let range): writeText(range)
        case .open(let name, let attributes): writeOpen(name, attributes)
        case .close(let name): writeClose(name)
        }
    }

    /// The markup, every element closed.
    mutating func finished() -> String {
        while !open.isEmpty { closeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func put(_ text: String) {
        out += text.utf8
    }

    // MARK: Elements

    private mutating func writeOpen(_ name: String, _ attributes: [String: String]) {
        if name == "img" {
            // A picture would be fetched from elsewhere; what it shows, in words, stays.
            let words = (attributes["alt"] ?? "").oneLine
            if !words.isEmpty { put("<span class=\"picture\">[picture: \(words.escapedForMarkup)]</span>") }
            return
        }
        let isBlock = Self.block.contains(name)
        guard isBlock || Self.inline.contains(name), open.count < Self.deepest else { return }
        if isBlock, let last = open.lastIndex(where: { !Self.inline.contains($0) }), open[last] == "p" {
            while open.count > last { closeLast() }
        }
        // A link within a link would end the outer one.
        if name == "a", open.contains("a") { return }
        if name == "table" { put("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">") }
        let element = heading(name) ?? name
        put("<\(element)\(attributeText(name, attributes))>")
        if !Self.void.contains(name) { open.append(element) }
    }

    private mutating func writeClose(_ name: String) {
        let isHeading = name.count == 2 && name.first == "h" && name != "hr"
        let match = open.lastIndex { $0 == name || (isHeading && $0.count == 2 && $0.first == "h") }
        guard let match else { return }
        while open.count > match { closeLast() }
    }

    private mutating func closeLast() {
        let name = open.removeLast()
        put(name == "table" ? "</table></div>" : "</\(name)>")
    }

    /// The level a heading gets below the page's own `h2`: never skipping one.
    private mutating func heading(_ name: String) -> String? {
        guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue else { return nil }
        while let last = headings.last, last >= level { headings.removeLast() }
        headings.append(level)
        return "h\(min(6, 2 + headings.count))"
    }

    private func attributeText(_ name: String, _ attributes: [String: String]) -> String {
        var result = ""
        if name == "a", let address = linkable(attributes["href"]) {
            result += " href=\"\(address.escapedForMarkup)\" rel=\"noopener noreferrer nofollow ugc\""
        }
        if name == "ol", let start = attributes["start"].flatMap({ Int($0) }) { result += " start=\"\(start)\"" }
        if name == "td" || name == "th" {
            for span in ["colspan", "rowspan"] {
                if let count = attributes[span].flatMap({ Int($0) }), (2...100).contains(count) {
                    result += " \(span)=\"\(count)\""
                }
            }
        }
        if let direction = attributes["dir"], ["ltr", "rtl", "auto"].contains(direction) {
            result += " dir=\"\(direction)\""
        }
        return result
    }

    // MARK: Text and marks

    private mutating func writeText(_ range: Range<Int>) {
        var at = range.lowerBound
        var next = firstEdge(after: at)
        while at < range.upperBound {
            let end = next < edges.count ? min(edges[next], range.upperBound) : range.upperBound
            writePiece(at..<end, marked: next > 0 ? active[next - 1] : [])
            if end == (next < edges.count ? edges[next] : -1) { next += 1 }
            at = end
        }
    }

    /// The index of the first edge beyond a place (halving).
    private func firstEdge(after place: Int) -> Int {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func writePiece(_ range: Range<Int>, marked: [Int]) {
        let hasWords = input[range].contains { $0 > 0x20 }
        guard let first = marked.first, hasWords else {
            writeRaw(range)
            return
        }
        let new = marked.filter { !started.contains($0) }
        started.formUnion(new)
        for quote in new.dropFirst() { put("<span id=\"\(quotes[quote].id)\"></span>") }
        let id = new.first.map { " id=\"\(quotes[$0].id)\"" } ?? ""
        put("<mark class=\"\(quotes[first].style)\"\(id)>")
        writeRaw(range)
        put("</mark>")
        guard !open.contains("a") else { return }
        for quote in endsAt[range.upperBound] ?? [] {
            let (href, sign, label) = quotes[quote].reference
            put(
                "<a class=\"ref \(quotes[quote].style)\" href=\"\(href)\" title=\"\(label)\">"
                    + "<span aria-hidden=\"true\">\(sign)</span><span class=\"vh\"> \(label)</span></a>")
        }
    }

    private mutating func writeRaw(_ range: Range<Int>) {
        for byte in input[range] {
            if byte == UInt8(ascii: "<") { put("&lt;") } else { out.append(byte) }
        }
    }
}
