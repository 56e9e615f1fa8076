import Reports

/// The dates a reader sees on a page, each with how much speaks for its being the date of publication.
///
/// What counts: the name of the elements around it, the words before it, whether it stands alone or in prose, how far it
/// is from the title, and whether it stands in a part of the page that tells of something else.
struct VisibleDates {
    struct Candidate {
        var date: FoundDate
        /// The moment an attribute states beside the text.
        var stamp: Timestamp?
        var node: Int
        /// Bytes of text before it.
        var offset: Int
        var score = 0
        var label: DateLabel?
        var isTime = false
        var lineLength: Int
        var linkLength = 0
        var place: DatePlace = []
    }

    var candidates: [Candidate] = []
    let tree: HTMLTree
    private let finder: DateFinder
    var own: [DatePlace]
    var places: [DatePlace]
    /// Where the title stands, in bytes of text.
    var title: Range<Int>?

    /// More dates than this are a calendar's or an archive's.
    private static let limit = 300

    /// - Parameters:
    ///   - heading: The heading that has the page's title; `nil` when there is none.
    ///   - content: The parts of the page that are its content.
    init(_ tree: HTMLTree, heading: Int?, content: [Int], language: String?) {
        self.tree = tree
        finder = DateFinder(language: language)
        own = Array(repeating: [], count: tree.nodes.count)
        places = own
        collect(heading: heading)
        for index in candidates.indices {
            candidates[index].score = score(candidates[index], heading: heading, content: content)
        }
        discountLists()
    }

    /// The best date for publication, or for the last change; `nil` when no date has a score of `atLeast`.
    ///
    /// - Parameter inText: Whether only what readers see counts, and no attribute.
    func best(updated: Bool, atLeast: Int, inText: Bool = false) -> Candidate? {
        var best: Candidate?
        for candidate in candidates where candidate.score >= atLeast && isUpdate(candidate) == updated {
            if inText, candidate.stamp != nil { continue }
            if candidate.score > best?.score ?? Int.min { best = candidate }
        }
        return best
    }

    /// Days with day and month in digits: how many have the day first, less how many have the month first.
    var dayFirstVotes: Int {
        candidates.reduce(0) { sum, candidate in
            candidate.date.isDayFirst.map { sum + ($0 ? 1 : -1) } ?? sum
        }
    }

    // MARK: Collecting

    private mutating func collect(heading: Int?) {
        var lines = PageLines(tree)
        var blocks = [Int32](repeating: -1, count: tree.nodes.count)
        var isLink = [Bool](repeating: false, count: tree.nodes.count)
        var index = 0
        while index < tree.nodes.count, candidates.count < Self.limit {
            let node = tree.nodes[index]
            let parent = Int(node.parent)
            if node.tag == .script, isSpeaking(index) {
                add(lines.finish())
                add(lines.addWhole(index))
                add(lines.finish())
            }
            if Self.isUnseen(node.tag) {
                index = Int(node.end)
                continue
            }
            if parent >= 0 {
                (blocks[index], isLink[index], places[index]) = (blocks[parent], isLink[parent], places[parent])
            }
            if index == heading { title = lines.position..<lines.position }
            if node.tag == .text {
                add(lines.add(index, block: blocks[index], isLink: isLink[index]))
                index += 1
                continue
            }
            if node.tag.isBlockLevel || node.tag == .br { blocks[index] = Int32(index) }
            // What follows a line break is another line of the same block.
            if node.tag == .br { if parent >= 0 { blocks[parent] = Int32(index) } }
            if node.tag == .a { isLink[index] = true }
            own[index] = DatePlace(tree, index)
            places[index].formUnion(own[index].intersection(.inherited))
            let isDate = node.tag == .time || !own[index].isDisjoint(with: [.date, .update])
            if isDate {
                readAttributes(index, offset: lines.position)
                if isWidget(index) {
                    add(lines.addWhole(index))
                    add(lines.finish())
                }
            }
            index += 1
        }
        add(lines.finish())
        if let heading, let start = title?.lowerBound {
            title = start..<start + tree.collapsedText(heading, limit: 600).utf8.count
        }
    }

    /// Elements whose text is not read as lines.
    private static func isUnseen(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .script, .style, .template, .svg, .math, .select, .textarea, .title, .object, .iframe, .canvas: true
        default: false
        }
    }

    /// Whether a script is a short one in the page's body, such as `showDate("2020/04/17")`.
    private func isSpeaking(_ index: Int) -> Bool {
        guard index + 1 < tree.nodes.count, tree.nodes[index + 1].tag == .text,
            Int(tree.nodes[index + 1].parent) == index
        else { return false }
        let source = tree.textBytes(index + 1)
        return source.count < 120 && source.contains(UInt8(ascii: "("))
    }

    /// Whether an element holds a short text in several parts: a date put together from blocks.
    private func isWidget(_ index: Int) -> Bool {
        let range = tree.range(of: index)
        guard range.count > 2, range.count <= 24 else { return false }
        var length = 0
        for inner in range where tree.nodes[inner].tag == .text {
            length += tree.textBytes(inner).reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
            if length > 48 { return false }
        }
        return length >= 6
    }

    private mutating func add(_ line: PageLines.Line?) {
        guard let line else { return }
        line.text.withUnsafeBufferPointer { text in
            guard DateFinder.mayHoldDate(text) else { return }
            for date in finder.dates(in: text).prefix(6) {
                let lead = text[max(0, date.range.lowerBound - 60)..<date.range.lowerBound]
                let label = DateLabel(String(decoding: lead, as: UTF8.self).lowercased())
                candidates.append(
                    Candidate(
                        date: date, node: line.node, offset: line.offset + date.range.lowerBound, label: label,
                        lineLength: line.length, linkLength: line.linkLength, place: places[line.node]))
            }
        }
    }

    /// Takes the moment that an element marked as a date states in an attribute.
    private mutating func readAttributes(_ index: Int, offset: Int) {
        var stamps: [Timestamp] = []
        tree.forEachAttribute(index) { name, value in
            guard Self.holdsDate(name), let start = value.baseAddress, let text = Self.shortText(start),
                let stamp = StatedDate(language: finder.language).read(text)
            else { return }
            stamps.append(stamp)
        }
        if stamps.isEmpty { return }
        let shown = tree.collapsedText(index, limit: 60)
        guard let stamp = stamps.first(where: { !isContradicted($0, by: shown) }) else { return }
        let day = stamp.civil
        candidates.append(
            Candidate(
                date: FoundDate(year: day.year, month: day.month, day: day.day, range: 0..<0), stamp: stamp,
                node: index, offset: offset, label: DateLabel(shown.lowercased()),
                isTime: tree.nodes[index].tag == .time, lineLength: 0, place: places[index]))
    }

    /// Whether the text of an element names another day than its attribute, and not for a zone's sake.
    private func isContradicted(_ stamp: Timestamp, by text: String) -> Bool {
        guard let shown = finder.dates(in: text).first, let day = shown.timestamp(), !shown.isSwappable else {
            return false
        }
        return abs(day.secondsSince1970 - stamp.secondsSince1970) > 2 * 86_400
    }

    private static func holdsDate(_ name: UnsafePointer<UInt8>) -> Bool {
        starts(name, with: "datetime\0") || starts(name, with: "title\0") || starts(name, with: "content\0")
            || (starts(name, with: "data-") && DateName.mayHoldDate(String(cString: name)))
    }

    /// Stops at the first difference, and so never reads behind a name's end.
    private static func starts(_ name: UnsafePointer<UInt8>, with expected: StaticString) -> Bool {
        for index in 0..<expected.utf8CodeUnitCount where name[index] != expected.utf8Start[index] { return false }
        return true
    }

    /// A text that is short and has a digit; `nil` for others.
    private static func shortText(_ value: UnsafePointer<UInt8>) -> String? {
        var hasDigit = false
        for index in 0..<80 {
            if value[index] == 0 { return hasDigit && index >= 6 ? String(cString: value) : nil }
            if value[index].isDigit || value[index] >= 0xD9 { hasDigit = true }
        }
        return nil
    }
}
