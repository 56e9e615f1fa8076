import Markup

/// Finds the source bytes of a block's inline text, so that every word has an exact place.
///
/// cmark-gfm gives inlines columns that ignore indentation, escapes and entities. The words of a block stand in its
/// source in reading order, so one walk over both, never backwards, finds each of them.
struct InlineAligner {
    private let source: [UInt8]
    private var cursor: Int
    private let end: Int

    /// The text a reader sees, code and addresses replaced by U+FFFC.
    private(set) var bytes: [UInt8] = []
    /// For each byte of `bytes`, where it starts in the source.
    private(set) var offsets: [Int] = []
    /// HTML comments met on the way, with their source range.
    private(set) var comments: [(text: String, range: Range<Int>)] = []

    static let opaque: [UInt8] = [0xEF, 0xBF, 0xBC]

    init(source: [UInt8], range: Range<Int>) {
        self.source = source
        cursor = range.lowerBound
        end = range.upperBound
    }

    /// Where the walk stands; the next cell of a table row begins here.
    var position: Int { cursor }

    mutating func take(_ node: MarkdownNode) {
        switch node.kind {
        case .text: takeText(node.literal)
        case .code: takeCode()
        case .softBreak, .lineBreak: takeBreak()
        case .htmlInline: takeHTML(node.literal)
        case .link(let url, _): takeLink(node, url: url)
        case .image(let url, _): takeLink(node, url: url, isImage: true)
        case .footnoteReference:
            skip(to: UInt8(ascii: "["))
            skip(past: UInt8(ascii: "]"))
        default: for child in node.children { take(child) }
        }
    }

    private mutating func takeText(_ literal: String) {
        let wanted = Array(literal.utf8)
        guard !wanted.isEmpty else { return }
        // Markup stands between one text and the next; eight bytes that agree end it.
        while cursor < end, !agrees(wanted, at: cursor) { cursor += 1 }
        var index = 0
        while index < wanted.count, cursor < end {
            let step = self.step(wanted, index, at: cursor)
            for taken in index..<min(index + step.literal, wanted.count) {
                bytes.append(wanted[taken])
                offsets.append(step.literal == 1 ? cursor + step.source - 1 : cursor)
            }
            index += step.literal
            cursor += step.source
        }
    }

    private func agrees(_ wanted: [UInt8], at start: Int) -> Bool {
        var place = start
        var index = 0
        while index < min(8, wanted.count) {
            guard place < end else { return false }
            let step = self.step(wanted, index, at: place)
            guard step.agrees else { return false }
            place += step.source
            index += step.literal
        }
        return true
    }

    /// How far one unit of source and literal go: a byte, an escaped byte, or an entity and the scalar it stands for.
    private func step(_ wanted: [UInt8], _ index: Int, at place: Int) -> (source: Int, literal: Int, agrees: Bool) {
        let byte = source[place]
        if byte == UInt8(ascii: "\\"), place + 1 < end, source[place + 1] == wanted[index],
            isPunctuation(wanted[index]),
            !(wanted[index] == byte && index + 1 < wanted.count && wanted[index + 1] == byte)
        {
            return (2, 1, true)
        }
        if byte == UInt8(ascii: "&"), let length = entityLength(at: place), !spells(wanted, index, at: place, length) {
            return (length, scalarLength(wanted[index]), true)
        }
        return (1, 1, byte == wanted[index])
    }

    private func entityLength(at place: Int) -> Int? {
        for offset in 1...33 where place + offset < end {
            let byte = source[place + offset]
            if byte == UInt8(ascii: ";") { return offset > 1 ? offset + 1 : nil }
            guard isWord(byte) || byte == UInt8(ascii: "#") else { return nil }
        }
        return nil
    }

    /// Whether the literal holds the entity as it is written, because it names nothing.
    private func spells(_ wanted: [UInt8], _ index: Int, at place: Int, _ length: Int) -> Bool {
        index + length <= wanted.count && wanted[index..<index + length].elementsEqual(source[place..<place + length])
    }

    private mutating func takeCode() {
        skip(to: UInt8(ascii: "`"))
        let start = cursor
        let length = run(of: UInt8(ascii: "`"))
        while cursor < end {
            skip(to: UInt8(ascii: "`"))
            if run(of: UInt8(ascii: "`")) == length { break }
        }
        appendOpaque(at: start)
    }

    private mutating func takeBreak() {
        while cursor < end, source[cursor] != 0x0A, source[cursor] != 0x0D { cursor += 1 }
        bytes.append(0x20)
        offsets.append(min(cursor, end))
        while cursor < end, source[cursor] <= 0x20 { cursor += 1 }
    }

    private mutating func takeHTML(_ literal: String) {
        skip(to: UInt8(ascii: "<"))
        let start = cursor
        if literal.hasPrefix("<!--") {
            var dashes = 0
            while cursor < end, !(source[cursor] == UInt8(ascii: ">") && dashes >= 2) {
                dashes = source[cursor] == UInt8(ascii: "-") ? dashes + 1 : 0
                cursor += 1
            }
            cursor = min(cursor + 1, end)
            comments.append((literal, start..<cursor))
        } else {
            cursor = min(end, start + literal.utf8.count)
            if literal.lowercased().hasPrefix("<br") { appendOpaque(at: start) }
        }
    }

    private mutating func takeLink(_ node: MarkdownNode, url: String, isImage: Bool = false) {
        let text = node.plainText
        let isAddress = text == url || url == "mailto:\(text)" || url.hasSuffix("://\(text)")
        if isAddress, !node.children.isEmpty {
            let length = bytes.count
            let start = cursor
            for child in node.children { take(child) }
            let first = length < offsets.count ? offsets[length] : start
            // An address in brackets, `[https://a](https://a)`, has its destination still to come.
            bytes.removeLast(bytes.count - length)
            offsets.removeLast(offsets.count - length)
            if url == "mailto:\(text)" {
                for (index, byte) in text.utf8.enumerated() {
                    bytes.append(byte)
                    offsets.append(min(first + index, end))
                }
            } else {
                appendOpaque(at: first)
            }
        } else {
            for child in node.children { take(child) }
        }
        skipDestination()
    }

    /// Steps over `](destination "title")` or `][label]`, whichever follows the text of a link.
    private mutating func skipDestination() {
        var place = cursor
        while place < end, "*_~!`".utf8.contains(source[place]) { place += 1 }
        guard place < end, source[place] == UInt8(ascii: "]") else { return }
        cursor = place + 1
        guard cursor < end else { return }
        if source[cursor] == UInt8(ascii: "[") {
            skip(past: UInt8(ascii: "]"))
        } else if source[cursor] == UInt8(ascii: "(") {
            skipParentheses()
        }
    }

    private mutating func skipParentheses() {
        var depth = 0
        var quote: UInt8?
        var previous: UInt8 = 0
        while cursor < end {
            let byte = source[cursor]
            if previous == UInt8(ascii: "\\") {
                previous = 0
                cursor += 1
                continue
            }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous <= 0x20 {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
            }
            previous = byte
            cursor += 1
            if depth == 0 { return }
        }
    }

    private mutating func appendOpaque(at offset: Int) {
        bytes.append(contentsOf: Self.opaque)
        offsets.append(contentsOf: [offset, offset, offset])
    }

    private mutating func skip(to byte: UInt8) {
        while cursor < end, source[cursor] != byte { cursor += 1 }
    }

    private mutating func skip(past byte: UInt8) {
        skip(to: byte)
        cursor = min(cursor + 1, end)
    }

    private mutating func run(of byte: UInt8) -> Int {
        let start = cursor
        while cursor < end, source[cursor] == byte { cursor += 1 }
        return cursor - start
    }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private func scalarLength(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
