import Reports

/// How much speaks for a date's being the page's.
extension VisibleDates {
    func isUpdate(_ candidate: Candidate) -> Bool {
        if let label = candidate.label { return label == .updated }
        let names = names(around: candidate.node)
        return names.contains(.update) && !names.contains(.date)
    }

    /// The names of the elements next around a date.
    func names(around node: Int) -> DatePlace {
        var names: DatePlace = []
        var current = tree.nodes[node].tag == .text ? Int(tree.nodes[node].parent) : node
        for _ in 0..<3 where current >= 0 {
            names.formUnion(own[current])
            if !names.isDisjoint(with: [.date, .update]) { break }
            current = Int(tree.nodes[current].parent)
        }
        return names
    }

    func score(_ candidate: Candidate, heading: Int?, content: [Int]) -> Int {
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
    mutating func discountLists() {
        var days: [Int: Set<Int>] = [:]
        let kinds = candidates.map { kind(of: $0) }
        for (candidate, kind) in zip(candidates, kinds) {
            days[kind, default: []].insert(candidate.date.year * 400 + candidate.date.month * 31 + candidate.date.day)
        }
        for (index, kind) in kinds.enumerated() where days[kind]?.count ?? 0 >= 3 { candidates[index].score -= 25 }
    }

    /// The same for dates whose elements, two levels up, have the same names.
    func kind(of candidate: Candidate) -> Int {
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
    func loneliness(_ candidate: Candidate) -> Int {
        if candidate.stamp != nil { return 20 }
        let length = candidate.date.range.count
        if candidate.linkLength > length + 24 { return -25 }
        if candidate.lineLength <= length + 30 { return 20 }
        if candidate.lineLength <= 160 { return 5 }
        return candidate.date.range.lowerBound <= 60 ? -15 : -60
    }

    func nearness(_ candidate: Candidate) -> Int {
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
