/// The lines a reader sees on a page: runs of text that no block or line break parts.
struct PageLines {
    struct Line {
        /// The first text of the line.
        var node: Int
        /// Bytes of text on the page before it, blanks left out.
        var offset: Int
        /// All bytes of the line, blanks left out; ``text`` may be cut.
        var length: Int
        /// Those of them inside links.
        var linkLength: Int
        var text: [UInt8]
    }

    /// Only the beginning of a longer line is kept: dates of publication stand at the front of prose, if at all.
    static let limit = 400

    private let tree: HTMLTree
    private var line = Line(node: -1, offset: 0, length: 0, linkLength: 0, text: [])
    private var block: Int32 = -1
    private var offset = 0
    /// The texts of the line; hardly a line in ten has digits, and only then they are put together.
    private var texts: [Int] = []
    private var digits = 0
    /// Text of nodes before which this lies was read already.
    private var taken = 0

    init(_ tree: HTMLTree) {
        self.tree = tree
    }

    /// Takes a text in; gives the line that it ends, if that holds digits.
    mutating func add(_ index: Int, block: Int32, isLink: Bool) -> Line? {
        guard index >= taken else { return nil }
        var ended: Line?
        if block != self.block {
            ended = finish()
            self.block = block
        }
        append(index, isLink: isLink)
        return ended
    }

    /// Takes all text of an element as one line, as of a date that is put together from blocks.
    mutating func addWhole(_ index: Int) -> Line? {
        guard index >= taken else { return nil }
        let ended = finish()
        let end = Int(tree.nodes[index].end)
        for inner in index..<end where tree.nodes[inner].tag == .text { append(inner, isLink: false) }
        taken = end
        block = -2
        return ended
    }

    /// Bytes of text so far, blanks left out.
    var position: Int { offset + line.length }

    /// The line so far, when it holds digits; the next text starts another.
    mutating func finish() -> Line? {
        offset += line.length
        var ended: Line?
        if digits >= 3, line.node >= 0 {
            digits = 0
            for index in texts { write(tree.textBytes(index)) }
            if digits >= 3 { ended = line }
        }
        line = Line(node: -1, offset: offset, length: 0, linkLength: 0, text: [])
        texts.removeAll(keepingCapacity: true)
        digits = 0
        block = -1
        return ended
    }

    private mutating func append(_ index: Int, isLink: Bool) {
        var count = 0
        for byte in tree.textBytes(index) {
            if byte > 0x20 { count += 1 }
            if Self.mayBeDigit(byte) { digits += 1 }
        }
        guard count > 0 else { return }
        if line.node < 0 { line.node = index }
        line.length += count
        if isLink { line.linkLength += count }
        texts.append(index)
    }

    /// Adds a text to the line's, blanks collapsed, as far as there is room.
    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        var isBlank = !line.text.isEmpty
        for byte in bytes {
            guard line.text.count < Self.limit else { return }
            if byte <= 0x20 {
                isBlank = true
                continue
            }
            if isBlank, !line.text.isEmpty { line.text.append(0x20) }
            isBlank = false
            line.text.append(byte)
            if Self.mayBeDigit(byte) { digits += 1 }
        }
    }

    /// Digits of other scripts begin with one of the last four.
    private static func mayBeDigit(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF
    }
}
