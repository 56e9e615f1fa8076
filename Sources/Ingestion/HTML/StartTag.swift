/// A start tag as libxml2 takes it apart, its quoted values one by one.
struct StartTag {
    /// One past its `>`, once all values are read; the page's end where it has none.
    private(set) var end = 0
    /// Attributes so far, and what is taken for some.
    private(set) var attributes = 0
    /// Whether quotes stand nowhere but around values, right after the equals sign.
    private(set) var isUsual = true
    /// Whether a slash closes it, once all values are read.
    private var isWhole = false
    private let page: UnsafeBufferPointer<UInt8>
    private var index: Int

    /// - Parameter name: Where the element's name begins.
    init(_ page: UnsafeBufferPointer<UInt8>, name: Int) {
        self.page = page
        index = name
        skipName()
    }

    /// Whether a start tag is a whole element, as `<svg/>` is; the slash of `<svg a=b/>` belongs to the value.
    ///
    /// - Parameter range: From its `<` to one past its `>`.
    static func isWhole(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard page[range.upperBound - 2] == UInt8(ascii: "/") else { return false }
        // A quote that is not closed inside the tag must not have the page read for every such tag.
        let front = UnsafeBufferPointer(rebasing: page[..<range.upperBound])
        var tag = StartTag(front, name: range.lowerBound + 1)
        while tag.nextValue() != nil {}
        return tag.isWhole && tag.end == range.upperBound
    }

    /// The inside of the next value in quotes; `nil` at the end of the tag.
    mutating func nextValue() -> Range<Int>? {
        while true {
            skipBlanks()
            guard index < page.count else { return finish(at: page.count) }
            if page[index] == UInt8(ascii: ">") { return finish(at: index + 1) }
            if isClosingSlash {
                isWhole = true
                return finish(at: index + 2)
            }
            attributes += 1
            guard isNameStart else {
                skipWord(stopsAtClosingSlash: true)
                continue
            }
            skipName()
            skipBlanks()
            guard index < page.count, page[index] == UInt8(ascii: "=") else { continue }
            let equals = index
            index += 1
            skipBlanks()
            guard index < page.count, isQuote else {
                skipWord(stopsAtClosingSlash: false)
                continue
            }
            let start = index + 1
            if index != equals + 1 { isUsual = false }
            guard let close = page.place(of: page[index], from: start) else {
                isUsual = false
                return finish(at: page.count)
            }
            index = close + 1
            return start..<close
        }
    }

    private mutating func finish(at end: Int) -> Range<Int>? {
        self.end = end
        index = end
        return nil
    }

    private var isQuote: Bool { page[index] == UInt8(ascii: "\"") || page[index] == UInt8(ascii: "'") }

    private var isClosingSlash: Bool {
        page[index] == UInt8(ascii: "/") && index + 1 < page.count && page[index + 1] == UInt8(ascii: ">")
    }

    private var isNameStart: Bool {
        switch page[index] {
        case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): true
        case let byte: byte.isLetter
        }
    }

    /// The parser cuts names at a hundred letters.
    private mutating func skipName() {
        let limit = min(index + 100, page.count)
        while index < limit {
            switch page[index] {
            case let byte where byte.isLetter || byte.isDigit: index += 1
            case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): index += 1
            default: return
            }
        }
    }

    private mutating func skipBlanks() {
        while index < page.count, Self.isBlank(page[index]) { index += 1 }
    }

    /// Skips a value without quotes, or what is no attribute.
    private mutating func skipWord(stopsAtClosingSlash: Bool) {
        while index < page.count, !Self.isBlank(page[index]), page[index] != UInt8(ascii: ">") {
            if stopsAtClosingSlash, isClosingSlash { return }
            if isQuote { isUsual = false }
            index += 1
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
