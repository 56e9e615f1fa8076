import Reports

/// Reads a query off the front of its text, one item at a time.
///
/// It works on Unicode scalars and never goes back further than the start of the item it is in.
struct SearchQueryParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private enum Item: Equatable {
        case or
        case item(SearchQuery.Alternative, isExcluded: Bool)

        var isPositive: Bool {
            if case .item(_, isExcluded: false) = self { return true }
            return false
        }
    }

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func clauses() -> [SearchQuery.Clause] {
        let items = items()
        var clauses: [SearchQuery.Clause] = []
        var index = 0
        while index < items.count {
            switch items[index] {
            case .or:
                let joins =
                    index > 0 && index + 1 < items.count && clauses.last?.isExcluded == false
                    && items[index + 1].isPositive
                if joins, case .item(let next, _) = items[index + 1] {
                    clauses[clauses.count - 1].alternatives.append(next)
                    index += 1
                } else {
                    clauses.append(.init(alternatives: [.words(.init(text: "OR"))]))
                }
            case .item(let alternative, let isExcluded):
                clauses.append(.init(isExcluded: isExcluded, alternatives: [alternative]))
            }
            index += 1
        }
        return clauses
    }

    private mutating func items() -> [Item] {
        var items: [Item] = []
        while true {
            while position < scalars.count, Self.isSpace(scalars[position]) { position += 1 }
            guard position < scalars.count else { return items }
            if let item = item() { items.append(item) }
        }
    }

    /// The next item; `nil` for an empty phrase. The position is at something that is not white space.
    private mutating func item() -> Item? {
        let isExcluded = startsExclusion
        if isExcluded { position += 1 }
        if Self.isQuote(scalars[position]) {
            return phrase().map { .item(.words($0), isExcluded: isExcluded) }
        }
        let start = position
        if let name = fieldName() {
            position = start + name.unicodeScalars.count + 1
            if let filter = filter(named: name.lowercased()) { return .item(.filter(filter), isExcluded: isExcluded) }
            // What was read as the value is searched as typed, name and all.
            return .item(.words(word(start..<position)), isExcluded: isExcluded)
        }
        skipWord()
        let word = word(start..<position)
        if !isExcluded, word.text == "OR", !word.isPrefix { return .or }
        return .item(.words(word), isExcluded: isExcluded)
    }

    private var startsExclusion: Bool {
        guard scalars[position] == "-", position + 1 < scalars.count else { return false }
        let next = scalars[position + 1]
        return next != "-" && !Self.isSpace(next)
    }

    /// A quoted phrase from its opening quote on; `nil` when nothing but white space is in it.
    private mutating func phrase() -> SearchQuery.Words? {
        let text = quoted()
        let isPrefix = position < scalars.count && scalars[position] == "*"
        while position < scalars.count, scalars[position] == "*" { position += 1 }
        return text.isEmpty ? nil : .init(text: text, isPhrase: true, isPrefix: isPrefix)
    }

    private mutating func quoted() -> String {
        position += 1
        let start = position
        while position < scalars.count, !Self.isQuote(scalars[position]) { position += 1 }
        let text = Self.text(of: scalars[start..<position])
        if position < scalars.count { position += 1 }
        return text
    }

    private mutating func skipWord() {
        while position < scalars.count, !Self.isSpace(scalars[position]) { position += 1 }
    }

    private func word(_ range: Range<Int>) -> SearchQuery.Words {
        var end = range.upperBound
        while end > range.lowerBound, scalars[end - 1] == "*" { end -= 1 }
        guard end > range.lowerBound, end < range.upperBound else { return .init(text: Self.text(of: scalars[range])) }
        return .init(text: Self.text(of: scalars[range.lowerBound..<end]), isPrefix: true)
    }

    /// A known field's name when one stands here with its colon.
    private func fieldName() -> String? {
        var end = position
        // The longest name has 8 letters.
        while end < scalars.count, end - position <= 8, scalars[end].properties.isAlphabetic, scalars[end].isASCII {
            end += 1
        }
        guard end < scalars.count, scalars[end] == ":" else { return nil }
        let name = Self.text(of: scalars[position..<end])
        return Self.fieldNames.contains(name.lowercased()) ? name : nil
    }

    private static let fieldNames: Set<String> = Set(
        SearchQuery.Field.allCases.map(\.rawValue) + ["factor", "date", "duration", "is"])

    /// The condition of a field from its value on, which is read in any case; `nil` when the value cannot be understood.
    private mutating func filter(named name: String) -> SearchQuery.Filter? {
        let value: SearchQuery.Words
        if position < scalars.count, Self.isQuote(scalars[position]) {
            guard let words = phrase() else { return nil }
            value = words
        } else {
            let start = position
            skipWord()
            value = word(start..<position)
        }
        guard !value.text.isEmpty else { return nil }
        if let field = SearchQuery.Field(rawValue: name) {
            return .field(field, value.text, isPrefix: value.isPrefix)
        }
        guard !value.isPrefix else { return nil }
        return switch name {
        case "factor": FilterValue.factor(value.text)
        case "date": FilterValue.date(value.text)
        case "duration": FilterValue.duration(value.text)
        default: SearchQuery.key(value.text) == "reviewed" ? .reviewed : nil
        }
    }

    /// White space trimmed, and control characters made spaces: SQLite ends a text at NUL.
    private static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var slice = scalars
        while let first = slice.first, isSpace(first) { slice.removeFirst() }
        while let last = slice.last, isSpace(last) { slice.removeLast() }
        var text = ""
        for scalar in slice { text.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar) }
        return text
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}"
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
