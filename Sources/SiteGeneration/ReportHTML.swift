import Foundation

/// A report's body as a page carries it: allowed elements only, balanced, headings below the page's own, evidence marked.
///
/// Ingestion has reduced the HTML to its allow-list already; going through it again costs little, keeps a page whole
/// whatever was stored, and is where quotes get their marks: a mark is cut wherever an element begins or ends.
struct ReportHTML {
    /// Words to mark.
    struct Quote {
        /// The element id the first piece of the mark gets.
        var id: String
        var text: String
        /// How many times the same words stand before it in the report's text.
        var occurrencesBefore: Int
        /// The class of the mark.
        var style: String
        /// Put after the mark: where it leads, its sign, and what it says.
        var reference: (href: String, sign: String, label: String)
    }

    /// The markup, and which quotes (by index) are marked in it.
    static func rendered(_ html: String, title: String, quotes: [Quote]) -> (html: String, marked: Set<Int>) {
        let input = Array(html.shown.utf8)
        let tokens = withoutTitle(title, HTMLScanner.tokens(of: input), input)
        let words = BareText(html: input, texts: tokens.compactMap(\.textRange))
        var ranges: [(range: Range<Int>, quote: Int)] = []
        for (index, quote) in quotes.enumerated() {
            let places = words.places(of: quote.text.shown, atMost: quote.occurrencesBefore + 1)
            if let place = places.last { ranges.append((place, index)) }
        }
        var writer = HTMLWriter(input: input, quotes: quotes, ranges: ranges)
        for token in tokens { writer.write(token) }
        return (writer.finished(), Set(ranges.map(\.quote)))
    }

    /// Plain text as paragraphs, for reports kept without HTML.
    static func paragraphs(of text: String) -> String {
        var result = ""
        var lines: [Substring] = []
        func flush() {
            guard !lines.isEmpty else { return }
            result += "<p>" + lines.map { String($0).escapedForMarkup }.joined(separator: "<br>") + "</p>\n"
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) { flush() } else { lines.append(line) }
        }
        flush()
        return result
    }

    /// Leaves out a leading heading that repeats the page's title.
    private static func withoutTitle(_ title: String, _ tokens: [HTMLScanner.Token], _ input: [UInt8])
        -> [HTMLScanner.Token]
    {
        var words: [UInt8] = []
        var start: Int?
        for (index, token) in tokens.enumerated() {
            switch token {
            case .open("h1", _) where start == nil: start = index
            case .text(let range):
                words += input[range]
            case .close("h1") where start != nil:
                let heading = BareText(html: words, texts: [0..<words.count]).bytes
                guard heading == BareText.bare(title) else { return tokens }
                return Array(tokens[..<start!]) + tokens[(index + 1)...]
            default: break
            }
            if start == nil, words.contains(where: { $0 > 0x20 }) { return tokens }
        }
        return tokens
    }
}

/// Text without its white space, each byte with its place in the HTML it came from: quotes are found in it whatever
/// line breaks, references and elements stand between their words.
struct BareText {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int32] = []
    private var ends: [Int32] = []

    init(html: [UInt8], texts: [Range<Int>]) {
        for range in texts {
            var at = range.lowerBound
            while at < range.upperBound {
                if html[at] == UInt8(ascii: "&"),
                    let (scalar, length) = HTMLScanner.reference(in: html, at: at, before: range.upperBound)
                {
                    for byte in String(scalar).utf8 { append(byte, from: at, to: at + length) }
                    at += length
                } else {
                    append(html[at], from: at, to: at + 1)
                    at += 1
                }
            }
        }
    }

    /// The bytes of a text without white space.
    static func bare(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 where byte > 0x20 {
            if byte == 0xA0, bytes.last == 0xC2 { bytes.removeLast() } else { bytes.append(byte) }
        }
        return bytes
    }

    /// Where the words stand in the HTML, from the first; at most so many places.
    func places(of words: String, atMost limit: Int) -> [Range<Int>] {
        let needle = Self.bare(words)
        return Self.occurrences(of: needle, in: bytes, atMost: limit).map {
            Int(starts[$0])..<Int(ends[$0 + needle.count - 1])
        }
    }

    /// Starts of a needle in a hay, overlapping ones included (Knuth, Morris and Pratt: linear on any input).
    static func occurrences(of needle: [UInt8], in hay: [UInt8], atMost limit: Int) -> [Int] {
        guard !needle.isEmpty, needle.count <= hay.count, limit > 0 else { return [] }
        var borders = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in 1..<max(1, needle.count) {
            while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            borders[index] = length
        }
        var result: [Int] = []
        var matched = 0
        for (index, byte) in hay.enumerated() {
            while matched > 0, byte != needle[matched] { matched = borders[matched - 1] }
            if byte == needle[matched] { matched += 1 }
            guard matched == needle.count else { continue }
            result.append(index + 1 - matched)
            if result.count == limit { return result }
            matched = borders[matched - 1]
        }
        return result
    }

    /// Leaves out white space; U+00A0 is white space too, in two bytes.
    private mutating func append(_ byte: UInt8, from: Int, to: Int) {
        guard byte > 0x20 else { return }
        if byte == 0xA0, bytes.last == 0xC2 {
            bytes.removeLast()
            starts.removeLast()
            ends.removeLast()
            return
        }
        bytes.append(byte)
        starts.append(Int32(clamping: from))
        ends.append(Int32(clamping: to))
    }
}
