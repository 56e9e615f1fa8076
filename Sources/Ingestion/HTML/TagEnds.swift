/// Finds where tags, comments and the elements of which nothing is read end.
///
/// It remembers what ends nowhere: looking again for an end that is not there would take quadratic time.
struct TagEnds {
    private var mayEndComments = true
    private var mayEndDrawings = true

    /// Where a tag ends and how many words it has; stops counting early when there are too many.
    static func tag(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, words: Int) {
        var index = start
        var words = 0
        var isBlank = false
        while index < buffer.count, words <= TagScan.maxAttributes {
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

    /// Where the end tag of an element stands.
    static func endTag(of name: StaticString, in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let open = page.place(of: UInt8(ascii: "<"), from: index) {
            if open + 1 < page.count, page[open + 1] == UInt8(ascii: "/"),
                ASCIISearch.starts(page, at: open + 2, with: name)
            {
                return open
            }
            index = open + 1
        }
        return nil
    }

    /// Where `</name` stands, the end of the page when a script or style never ends; `nil` for a drawing that never does.
    /// Drawings may hold drawings.
    mutating func close(
        of name: StaticString, in page: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let isDrawing = name.utf8CodeUnitCount == 3
        if isDrawing, !mayEndDrawings { return nil }
        var depth = 1
        var index = start
        while let open = page.place(of: UInt8(ascii: "<"), from: index), open + 1 < page.count {
            if page[open + 1] == UInt8(ascii: "/"), ASCIISearch.starts(page, at: open + 2, with: name) {
                depth -= 1
                if depth == 0 { return open }
            } else if isDrawing, ASCIISearch.starts(page, at: open + 1, with: name) {
                depth += 1
            }
            index = open + 1
        }
        if isDrawing { mayEndDrawings = false }
        return isDrawing ? nil : page.count
    }

    /// One past `-->`; `nil` when the comment never ends. `<!-->` is a whole comment.
    mutating func comment(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
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
}
