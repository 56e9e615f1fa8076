/// Passes over a page before it is parsed: finds tags that libxml2 would spend quadratic time on, and drops what nothing
/// reads.
///
/// Half of a page are scripts, styles, drawings and comments, and the parser takes them byte by byte; here they are
/// stepped over in strides. Short scripts and data blocks (`type` with `json` in it) stay, as do the tags around what is
/// dropped.
struct TagScan {
    /// More attributes than any page needs.
    static let maxAttributes = 2000

    /// Whether a tag has more than ``maxAttributes`` words outside quotes. libxml2 compares each attribute of an element
    /// with all before it, so ten megabytes of `<a b c d …` would take hours.
    private(set) var hasOverlongTag = false
    /// The page without scripts, styles, drawings and comments.
    private(set) var bytes: [UInt8] = []
    /// Where in the page the sources of the dropped scripts stand.
    private(set) var scripts: [Range<Int>] = []
    private static let shortScript = 200
    // Looking again for an end that is not there would take quadratic time.
    private var mayEndComments = true
    private var mayEndDrawings = true

    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        page.withUnsafeBufferPointer { scan($0) }
    }

    /// Whether a tag of any document is over the limit.
    static func hasOverlongTag(_ document: [UInt8]) -> Bool { TagScan(document).hasOverlongTag }

    private mutating func scan(_ page: UnsafeBufferPointer<UInt8>) {
        // The start of what is not copied yet.
        var kept = 0
        var index = 0
        while let open = page.place(of: UInt8(ascii: "<"), from: index), open + 1 < page.count {
            if Self.isLetter(page[open + 1]) {
                let (end, words) = Self.tag(in: page, from: open + 1)
                if words > Self.maxAttributes {
                    hasOverlongTag = true
                    return
                }
                index = end
                // `<svg/>` is whole, and the parser takes `<script/>` so too.
                guard page[end - 1] == UInt8(ascii: ">"), page[end - 2] != UInt8(ascii: "/"),
                    let name = Self.unread.first(where: { Self.starts(page, at: open + 1, with: $0) }),
                    !Self.isData(page, open..<end), let close = close(of: name, in: page, from: end)
                else { continue }
                index = close
                if Self.starts(page, at: open + 1, with: "script") {
                    // A short one among the text may be what writes the date there.
                    if close - end <= Self.shortScript { continue }
                    scripts.append(end..<close)
                }
                bytes.append(contentsOf: page[kept..<end])
                kept = close
            } else if Self.starts(page, at: open + 1, with: "!--"), let end = endOfComment(in: page, from: open + 4) {
                bytes.append(contentsOf: page[kept..<open])
                kept = end
                index = end
            } else {
                index = open + 1
            }
        }
        bytes.append(contentsOf: page[kept..<page.count])
    }

    /// Elements of which nothing is read.
    private static let unread: [StaticString] = ["script", "style", "svg"]

    /// Where a tag ends and how many words it has; stops counting early when there are too many.
    private static func tag(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, words: Int) {
        var index = start
        var words = 0
        var isBlank = false
        while index < buffer.count, words <= maxAttributes {
            let byte = buffer[index]
            switch byte {
            case UInt8(ascii: ">"): return (index + 1, words)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if index > 0, buffer[index - 1] == UInt8(ascii: "=") {
                    // An unclosed quote swallows the rest of the page; read on inside it instead.
                    if let close = buffer.place(of: byte, from: index + 1) { index = close }
                    // `a="1"b="2"` has two attributes without a blank between.
                    isBlank = true
                }
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"): isBlank = true
            default:
                if isBlank { words += 1 }
                isBlank = false
            }
            index += 1
        }
        return (index, words)
    }

    /// Whether the start tag of a script says that it holds data.
    private static func isData(_ page: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        guard starts(page, at: tag.lowerBound + 1, with: "script") else { return false }
        var index = tag.lowerBound
        while let letter = page.place(of: UInt8(ascii: "j"), from: index, to: tag.upperBound) {
            if starts(page, at: letter, with: "json") { return true }
            index = letter + 1
        }
        return false
    }

    /// Where `</name` stands, the end of the page when a script or style never ends; `nil` for a drawing that never does.
    /// Drawings may hold drawings.
    private mutating func close(
        of name: StaticString, in page: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let isDrawing = name.utf8CodeUnitCount == 3
        if isDrawing, !mayEndDrawings { return nil }
        var depth = 1
        var index = start
        while let open = page.place(of: UInt8(ascii: "<"), from: index), open + 1 < page.count {
            if page[open + 1] == UInt8(ascii: "/"), Self.starts(page, at: open + 2, with: name) {
                depth -= 1
                if depth == 0 { return open }
            } else if isDrawing, Self.starts(page, at: open + 1, with: name) {
                depth += 1
            }
            index = open + 1
        }
        if isDrawing { mayEndDrawings = false }
        return isDrawing ? nil : page.count
    }

    /// One past `-->`; `nil` when the comment never ends. `<!-->` is a whole comment.
    private mutating func endOfComment(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard mayEndComments else { return nil }
        if start < page.count, page[start] == UInt8(ascii: ">") { return start + 1 }
        var index = start
        while let mark = page.place(of: UInt8(ascii: ">"), from: index) {
            if mark >= start + 2, page[mark - 1] == UInt8(ascii: "-"), page[mark - 2] == UInt8(ascii: "-") {
                return mark + 1
            }
            index = mark + 1
        }
        mayEndComments = false
        return nil
    }

    /// Whether the bytes at `start` spell a lower-case word, whatever their case.
    private static func starts(_ page: UnsafeBufferPointer<UInt8>, at start: Int, with word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start + count <= page.count else { return false }
        let letters = word.utf8Start
        var index = 0
        while index < count {
            let byte = page[start + index]
            guard byte == letters[index] || byte | 0x20 == letters[index] else { return false }
            index += 1
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
