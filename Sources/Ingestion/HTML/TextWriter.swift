/// The plain-text side of ``ContentWriter``: paragraphs, list items, table rows and verbatim lines.
struct TextWriter {
    private(set) var bytes: [UInt8] = []
    /// Line breaks owed before the next word: 1 ends a line, 2 a paragraph.
    private var pendingBreaks = 0
    /// Cells passed in this row since the last word.
    private var pendingCells = 0
    private var pendingBullet = false
    private var listDepth = 0
    private var cellDepth = 0
    private var cellsInRow = 0
    private var rowHasWords = false

    /// Whether words go into a table cell.
    var isInCell: Bool { cellDepth > 0 }

    mutating func open(_ tag: HTMLTag) {
        switch tag {
        case .ul, .ol:
            owe(listDepth > 0 ? 1 : 2)
            listDepth += 1
        case .li:
            owe(1)
            pendingBullet = true
        case .tr:
            owe(1)
            cellsInRow = 0
            pendingCells = 0
            rowHasWords = false
        case .td, .th:
            if cellsInRow > 0 { pendingCells += 1 }
            cellsInRow += 1
            cellDepth += 1
        case .dt, .dd, .thead, .tbody, .caption: owe(1)
        default: owe(2)
        }
    }

    mutating func close(_ tag: HTMLTag) {
        switch tag {
        case .ul, .ol:
            listDepth -= 1
            owe(listDepth > 0 ? 1 : 2)
        case .li, .dt, .dd, .thead, .tbody, .caption: owe(1)
        case .tr:
            pendingCells = 0
            owe(1)
        case .td, .th: cellDepth -= 1
        default: owe(2)
        }
        if tag == .li { pendingBullet = false }
    }

    /// What follows stands apart.
    mutating func separate() { owe(2) }

    /// The end of a line; two in a row end a paragraph, which is how old pages write them.
    mutating func lineBreak() { owe(pendingBreaks + 1) }

    mutating func write(_ word: UnsafeBufferPointer<UInt8>, afterSpace: Bool) {
        flush(afterSpace: afterSpace)
        // Soft hyphens and byte-order marks are invisible, and split words for a search.
        if !word.contains(where: { $0 == 0xC2 || $0 == 0xEF }) { return bytes.append(contentsOf: word) }
        var index = 0
        while index < word.count {
            if word[index] == 0xC2, index + 1 < word.count, word[index + 1] == 0xAD {
                index += 2
            } else if word[index] == 0xEF, index + 2 < word.count, word[index + 1] == 0xBB, word[index + 2] == 0xBF {
                index += 3
            } else {
                bytes.append(word[index])
                index += 1
            }
        }
    }

    /// Writes words without anything that is left out, with single blanks between them.
    mutating func writePlain(_ words: UnsafeBufferPointer<UInt8>, afterSpace: Bool) {
        flush(afterSpace: afterSpace)
        bytes.append(contentsOf: words)
    }

    mutating func writeVerbatim(_ run: UnsafeBufferPointer<UInt8>) {
        flush(afterSpace: false)
        for byte in run where byte != 0x0D { bytes.append(byte) }
    }

    mutating func verbatimBreak() {
        flush(afterSpace: false)
        bytes.append(0x0A)
    }

    /// The text so far, without blanks at either end.
    func finished() -> [UInt8] {
        var output = bytes[...]
        while let last = output.last, last <= 0x20 { output.removeLast() }
        while let first = output.first, first == 0x0A || first == 0x0D { output.removeFirst() }
        return Array(output)
    }

    private mutating func owe(_ breaks: Int) {
        // Paragraphs of one list item, and lines of one cell, stay together.
        pendingBreaks = max(pendingBreaks, listDepth > 0 || isInCell ? min(breaks, 1) : min(breaks, 2))
    }

    private mutating func flush(afterSpace: Bool) {
        if !isInCell {
            if pendingBreaks > 0 { breakLines() } else if afterSpace { bytes.append(0x20) }
        } else if !rowHasWords {
            breakLines()
            rowHasWords = true
            addCellGaps()
        } else if pendingCells > 0 {
            addCellGaps()
        } else if afterSpace || pendingBreaks > 0, let last = bytes.last, last > 0x20 {
            bytes.append(0x20)
        }
        pendingBreaks = 0
        if pendingBullet {
            bytes += [UInt8(ascii: "-"), 0x20]
            pendingBullet = false
        }
    }

    private mutating func addCellGaps() {
        for _ in 0..<pendingCells { bytes += [0x20, UInt8(ascii: "|"), 0x20] }
        pendingCells = 0
    }

    private mutating func breakLines() {
        guard !bytes.isEmpty else { return }
        let trailing = bytes.reversed().prefix(2).prefix { $0 == 0x0A }.count
        if trailing < pendingBreaks { bytes += [UInt8](repeating: 0x0A, count: pendingBreaks - trailing) }
        let depth = pendingBullet ? listDepth - 1 : listDepth
        if depth > 0 { bytes += [UInt8](repeating: 0x20, count: 2 * min(depth, 8)) }
    }
}
