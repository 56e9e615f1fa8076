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

    private(set) var candidates: [Candidate] = []
    private let tree: HTMLTree
    private let finder: DateFinder
    private var own: [DatePlace]
    private var places: [DatePlace]
    /// Where the title stands, in bytes of text.
    private var title: Range<Int>?

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
        var attribute = tree.nodes[index].pointer.pointee.properties
        while let current = attribute {
            attribute = current.pointee.next
            guard let name = current.pointee.name, let value = current.pointee.children?.pointee.content,
                Self.holdsDate(name), let text = Self.shortText(value),
                let stamp = StatedDate(language: finder.language).read(text)
            else { continue }
            let day = stamp.civil
            let date = FoundDate(year: day.year, month: day.month, day: day.day, range: 0..<0)
            let shown = tree.collapsedText(index, limit: 60)
            if isContradicted(stamp, by: shown) { continue }
            candidates.append(
                Candidate(
                    date: date, stamp: stamp, node: index, offset: offset,
                    label: DateLabel(shown.lowercased()),
                    isTime: tree.nodes[index].tag == .time, lineLength: 0, place: places[index]))
            return
        }
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

    // MARK: Judging

    private func isUpdate(_ candidate: Candidate) -> Bool {
        if let label = candidate.label { return label == .updated }
        let names = names(around: candidate.node)
        return names.contains(.update) && !names.contains(.date)
    }

    /// The names of the elements next around a date.
    private func names(around node: Int) -> DatePlace {
        var names: DatePlace = []
        var current = tree.nodes[node].tag == .text ? Int(tree.nodes[node].parent) : node
        for _ in 0..<3 where current >= 0 {
            names.formUnion(own[current])
            if !names.isDisjoint(with: [.date, .update]) { break }
            current = Int(tree.nodes[current].parent)
        }
        return names
    }

    private func score(_ candidate: Candidate, heading: Int?, content: [Int]) -> Int {
        var score = 0
        let names = names(around: candidate.node)
        if names.contains(.date) { score += 35 }
        if names.contains(.meta) { score += 15 }
        if candidate.stamp != nil { score += 15 }
        if candidate.isTime { score += 30 }
        switch candidate.label {
        case .published: score += 35
        case .updated: score += 10
        case .unrelated: score -= 100
        case nil: break
        }
        score += loneliness(candidate) + nearness(candidate)
        if content.contains(where: { tree.range(of: $0).contains(candidate.node) }) { score += 10 }
        // What the title stands in too says nothing against a date.
        let place = heading.map { candidate.place.subtracting(places[$0]) } ?? candidate.place
        if place.contains(.comments) { score -= 80 }
        if place.contains(.others) { score -= 45 }
        if place.contains(.aside) { score -= 35 }
        if place.contains(.footer) { score -= 30 }
        if place.contains(.navigation) { score -= 45 }
        if place.contains(.events) { score -= 40 }
        if candidate.date.isShort { score -= 15 }
        return score
    }

    /// Takes back some of what speaks for dates that stand in a list: three days and more in elements of the same names.
    private mutating func discountLists() {
        var days: [Int: Set<Int>] = [:]
        let kinds = candidates.map { kind(of: $0) }
        for (candidate, kind) in zip(candidates, kinds) {
            days[kind, default: []].insert(candidate.date.year * 400 + candidate.date.month * 31 + candidate.date.day)
        }
        for (index, kind) in kinds.enumerated() where days[kind]?.count ?? 0 >= 3 { candidates[index].score -= 25 }
    }

    /// The same for dates whose elements, two levels up, have the same names.
    private func kind(of candidate: Candidate) -> Int {
        var hash = candidate.stamp == nil ? 1 : 2
        var current = candidate.node
        for _ in 0..<3 where current >= 0 {
            hash = hash &* 31 &+ Int(tree.nodes[current].tag.rawValue)
            for byte in tree.attributeBytes(current, "class") ?? UnsafeBufferPointer(start: nil, count: 0) {
                hash = hash &* 31 &+ Int(byte)
            }
            current = Int(tree.nodes[current].parent)
        }
        return hash
    }

    /// Whether a date stands for itself or within prose.
    private func loneliness(_ candidate: Candidate) -> Int {
        if candidate.stamp != nil { return 20 }
        let length = candidate.date.range.count
        if candidate.linkLength > length + 24 { return -25 }
        if candidate.lineLength <= length + 30 { return 20 }
        if candidate.lineLength <= 160 { return 5 }
        return candidate.date.range.lowerBound <= 60 ? -15 : -60
    }

    private func nearness(_ candidate: Candidate) -> Int {
        guard let title else { return candidate.offset < 3000 ? 10 : 0 }
        if candidate.offset >= title.upperBound {
            switch candidate.offset - title.upperBound {
            case 0...150: return 45
            case 0...400: return 35
            case 0...1000: return 20
            case 0...3000: return 8
            default: return 0
            }
        }
        switch title.lowerBound - candidate.offset {
        case ...0: return 25
        case 0...120: return 30
        case 0...400: return 10
        default: return -20
        }
    }
}
