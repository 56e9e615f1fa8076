/// Passes over a page before it is parsed: finds tags that libxml2 would spend quadratic time on, and drops what nothing
/// reads.
///
/// Half of a page are scripts, styles, drawings and comments, and the parser takes them byte by byte; here they are
/// stepped over in strides. Short scripts and data blocks (`type` with `json` in it) stay, as do the tags around what is
/// dropped, and of a comment `<!---->`: what stands before it and what stands behind it must not become one reference.
struct TagScan {
    /// More attributes than any page needs.
    static let maxAttributes = 2000

    /// Whether a tag has more than ``maxAttributes`` words outside quotes. libxml2 compares each attribute of an element
    /// with all before it, so ten megabytes of `<a b c d …` would take hours.
    private(set) var hasOverlongTag = false
    /// The page without what is in its scripts, styles, drawings and comments.
    private(set) var bytes: [UInt8] = []
    /// Where in the page the sources of the dropped scripts stand.
    private(set) var scripts: [Range<Int>] = []
    /// What stands for its plain stretches.
    private(set) var stretches = PlainStretches()
    private static let shortScript = 200
    private var ends = TagEnds()
    /// Whether it is beyond doubt where the parser sees text and where values.
    private var isCertain: Bool
    private let isCopying: Bool
    /// Where text begins that goes on up to the next tag; `nil` where that is not certain.
    private var text: Int?
    /// Where the script ends that is read as it stands.
    private var rawEnd = 0
    /// The start of what is not copied yet.
    private var kept = 0
    private var values: [Range<Int>] = []

    /// - Parameter shortens: Whether ``bytes`` has characters that stand for stretches.
    init(_ page: [UInt8], shortens: Bool = true) {
        bytes.reserveCapacity(page.count)
        isCertain = shortens && page.withUnsafeBufferPointer(PlainStretches.areAllowed)
        isCopying = true
        page.withUnsafeBufferPointer { scan($0) }
    }

    /// Whether a tag of any document is over the limit.
    static func hasOverlongTag(_ document: [UInt8]) -> Bool { TagScan(checking: document).hasOverlongTag }

    private init(checking document: [UInt8]) {
        (isCertain, isCopying) = (false, false)
        document.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ page: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while let open = page.place(of: UInt8(ascii: "<"), from: index), open + 1 < page.count {
            shortenText(to: open, in: page)
            if page[open + 1].isLetter {
                guard let end = endOfTag(at: open, in: page) else { return }
                index = end
                text = isCertain ? end : nil
                // `<svg/>` is whole, and the parser takes `<script/>` so too.
                guard page[end - 1] == UInt8(ascii: ">"),
                    let name = Self.unread.first(where: { ASCIISearch.starts(page, at: open + 1, with: $0) }),
                    !StartTag.isWhole(page, open..<end)
                else { continue }
                if Self.isData(page, open..<end) {
                    enterRawText(named: open + 1, from: end, in: page)
                    continue
                }
                guard let close = ends.close(of: name, in: page, from: end) else { continue }
                (index, text) = (close, nil)
                if open < rawEnd, close > rawEnd { giveUpShortening() }
                if ASCIISearch.starts(page, at: open + 1, with: "script") {
                    // A short one among the text may be what writes the date there.
                    if close - end <= Self.shortScript { continue }
                    scripts.append(end..<close)
                }
                copy(to: end, of: page)
                kept = close
            } else if ASCIISearch.starts(page, at: open + 1, with: "!--"),
                let end = ends.comment(in: page, from: open + 4)
            {
                copy(to: open + 4, of: page)
                kept = end - 3
                index = end
                if text != nil { text = end }
                if open < rawEnd, end > rawEnd { giveUpShortening() }
            } else {
                index = open + 1
                passMark(at: open, in: page)
            }
        }
        if let text, page.place(of: UInt8(ascii: "<"), from: text) == nil { shortenText(to: page.count, in: page) }
        copy(to: page.count, of: page)
    }

    private mutating func copy(to end: Int, of page: UnsafeBufferPointer<UInt8>) {
        if isCopying { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[kept..<end])) }
    }

    // MARK: Shortening

    private mutating func shortenText(to end: Int, in page: UnsafeBufferPointer<UInt8>) {
        guard let text, text < end else { return }
        stretches.shorten(text..<end, of: page, copied: &kept, into: &bytes)
    }

    private mutating func giveUpShortening() {
        isCertain = false
        text = nil
    }

    /// Where the tag ends that begins at `open`, its values shortened; `nil` when it is over the limit.
    private mutating func endOfTag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int? {
        var tag = StartTag(page, name: open + 1)
        values.removeAll(keepingCapacity: true)
        if isCertain, open >= rawEnd {
            while let value = tag.nextValue(), tag.attributes <= Self.maxAttributes { values.append(value) }
        }
        var end = tag.end
        var words = tag.attributes
        if !isCertain || open < rawEnd || !tag.isUsual {
            (end, words) = TagEnds.tag(in: page, from: open + 1)
            if open < rawEnd ? end > rawEnd : end != tag.end { giveUpShortening() }
        }
        if words > Self.maxAttributes {
            hasOverlongTag = true
            return nil
        }
        if isCertain {
            for value in values { stretches.shorten(value, of: page, copied: &kept, into: &bytes) }
        }
        return end
    }

    /// The parser takes all up to `</script` for text.
    private mutating func enterRawText(named name: Int, from start: Int, in page: UnsafeBufferPointer<UInt8>) {
        guard isCertain, start > rawEnd else { return }
        // Other elements may begin so.
        let after = name + 6
        guard after < page.count, page[after] <= 0x20 || page[after] == UInt8(ascii: ">") else {
            return giveUpShortening()
        }
        rawEnd = TagEnds.endTag(of: "script", in: page, from: start) ?? page.count
        // At the very front the parser still takes tags for tags.
        if start < rawEnd, page[start] == UInt8(ascii: "<") { giveUpShortening() }
    }

    /// Past a mark that begins no start tag: text goes on behind its end.
    private mutating func passMark(at open: Int, in page: UnsafeBufferPointer<UInt8>) {
        guard isCertain else { return }
        if open < rawEnd {
            text = open + 1
            return
        }
        let next = page.place(of: UInt8(ascii: "<"), from: open + 1) ?? page.count
        // An end tag, a declaration or an instruction; a comment that comes here has no end.
        guard "/!?".utf8.contains(page[open + 1]), !ASCIISearch.starts(page, at: open + 1, with: "!--"),
            let end = page.place(of: UInt8(ascii: ">"), from: open + 1, to: next),
            page[open + 1] != UInt8(ascii: "!") || Self.hasWholeQuotes(page[open..<end])
        else { return giveUpShortening() }
        text = end + 1
    }

    /// Whether every quote of a declaration is closed: inside one, the mark that ends the declaration does not.
    private static func hasWholeQuotes(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var open: UInt8?
        for byte in declaration where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            if open == nil { open = byte } else if open == byte { open = nil }
        }
        return open == nil
    }

    // MARK: Reading

    /// Elements of which nothing is read.
    private static let unread: [StaticString] = ["script", "style", "svg"]

    /// Whether the start tag of a script says that it holds data.
    private static func isData(_ page: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        guard ASCIISearch.starts(page, at: tag.lowerBound + 1, with: "script") else { return false }
        var index = tag.lowerBound
        while let letter = page.place(of: UInt8(ascii: "j"), from: index, to: tag.upperBound) {
            if ASCIISearch.starts(page, at: letter, with: "json") { return true }
            index = letter + 1
        }
        return false
    }
}
