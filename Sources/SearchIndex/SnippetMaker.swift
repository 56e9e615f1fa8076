import Reports

/// How a snippet shows its matches.
public struct SnippetStyle: Equatable, Sendable {
    /// Put before and after each match.
    public var open: String
    public var close: String
    /// Put where the report's text goes on.
    public var ellipsis: String
    /// Whether the report's own `& < > "` are written as character references.
    public var escapesHTML: Bool

    public init(open: String, close: String, ellipsis: String = "…", escapesHTML: Bool = false) {
        self.open = open
        self.close = close
        self.ellipsis = ellipsis
        self.escapesHTML = escapesHTML
    }

    /// `… the [DNS] zone was …`
    public static let brackets = SnippetStyle(open: "[", close: "]")
    /// `… the <mark>DNS</mark> zone was …`, safe to put into a page.
    public static let html = SnippetStyle(open: "<mark>", close: "</mark>", escapesHTML: true)
}

/// Cuts the passage out of a report that tells best why it was found.
///
/// Without its marks and ellipses a snippet is a piece of the stored text, byte by byte.
struct SnippetMaker {
    static let lengthInWords = 30
    /// Words shown before the first match when no sentence begins nearer.
    private static let leadInWords = 8
    /// Bytes of a field that are looked at; a match further on is not worth the time.
    private static let reach = 200_000

    let tokenizer: Tokenizer
    let terms: [SearchTerm]
    let style: SnippetStyle

    private struct Match {
        /// Of tokens.
        var range: Range<Int>
        /// Which of the query's terms.
        var term: Int
    }

    /// The window with most different terms of the query, then most matches, from the summary, the body or the timeline,
    /// in this order; the report's beginning when the words stand in none of them.
    func snippet(of report: Report) throws -> String {
        var best: (text: [UInt8], tokens: [Tokenizer.Token], matches: [Match], window: Window)?
        for text in [report.summary, report.text, IndexedText.timeline(report)] where !text.isEmpty {
            let bytes = Self.head(of: text)
            let tokens = try tokenizer.tokens(String(decoding: bytes, as: UTF8.self))
            let matches = matches(in: tokens)
            let window = bestWindow(tokens, matches, bytes)
            if best == nil || best!.window.value < window.value { best = (bytes, tokens, matches, window) }
            if terms.isEmpty { break }
        }
        guard let best, !best.tokens.isEmpty else { return "" }
        return render(best.text, best.tokens, best.matches, best.window.tokens)
    }

    /// The beginning of a text up to ``reach``, not cut inside a character.
    private static func head(of text: String) -> [UInt8] {
        var bytes = Array(text.utf8.prefix(reach + 1))
        guard bytes.count > reach else { return bytes }
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        return bytes
    }

    private func matches(in tokens: [Tokenizer.Token]) -> [Match] {
        var starts: [String: [(term: Int, phrase: SearchTerm.Phrase)]] = [:]
        var prefixes: [(term: Int, phrase: SearchTerm.Phrase)] = []
        for (index, term) in terms.enumerated() {
            for phrase in term.phrases {
                if phrase.isPrefix, phrase.terms.count == 1 {
                    prefixes.append((index, phrase))
                } else {
                    starts[phrase.terms[0], default: []].append((index, phrase))
                }
            }
        }
        var matches: [Match] = []
        for position in tokens.indices {
            let here = (starts[tokens[position].term] ?? []) + prefixes
            for (term, phrase) in here where stands(phrase, at: position, in: tokens) {
                matches.append(Match(range: position..<position + phrase.terms.count, term: term))
            }
        }
        return matches
    }

    private func stands(_ phrase: SearchTerm.Phrase, at position: Int, in tokens: [Tokenizer.Token]) -> Bool {
        guard position + phrase.terms.count <= tokens.count else { return false }
        for (offset, term) in phrase.terms.enumerated() {
            let token = tokens[position + offset].term
            let isOpen = phrase.isPrefix && offset == phrase.terms.count - 1
            guard isOpen ? token.hasPrefix(term) : token == term else { return false }
        }
        return true
    }

    private struct Window {
        var tokens: Range<Int>
        /// Different terms, then matches.
        var value: (terms: Int, matches: Int)
    }

    private func bestWindow(_ tokens: [Tokenizer.Token], _ matches: [Match], _ bytes: [UInt8]) -> Window {
        var best = Window(tokens: 0..<min(tokens.count, Self.lengthInWords), value: (0, 0))
        for (index, match) in matches.enumerated() {
            let end = match.range.lowerBound + Self.lengthInWords - Self.leadInWords
            let inside = matches[index...].prefix { $0.range.lowerBound < end }
            let value = (Set(inside.map(\.term)).count, inside.count)
            if value > best.value {
                best = Window(tokens: match.range.lowerBound..<match.range.lowerBound + 1, value: value)
            }
        }
        guard best.value.terms > 0 else { return best }
        let first = best.tokens.lowerBound
        var start = max(0, first - Self.leadInWords)
        for position in stride(from: first, through: start, by: -1)
        where beginsSentence(tokens, position, bytes) {
            start = position
            break
        }
        let end = min(tokens.count, start + Self.lengthInWords)
        best.tokens = max(0, min(start, end - Self.lengthInWords))..<end
        return best
    }

    private func beginsSentence(_ tokens: [Tokenizer.Token], _ position: Int, _ bytes: [UInt8]) -> Bool {
        guard position > 0 else { return true }
        let gap = bytes[tokens[position - 1].utf8Range.upperBound..<tokens[position].utf8Range.lowerBound]
        if gap.contains(UInt8(ascii: "\n")) { return true }
        let ends = gap.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
        return ends && gap.contains(UInt8(ascii: " "))
    }

    private func render(
        _ bytes: [UInt8], _ tokens: [Tokenizer.Token], _ matches: [Match], _ window: Range<Int>
    ) -> String {
        guard !window.isEmpty else { return "" }
        let from = window.lowerBound == 0 ? 0 : tokens[window.lowerBound].utf8Range.lowerBound
        let to =
            window.upperBound == tokens.count
            ? bytes.count : withPunctuation(tokens[window.upperBound - 1].utf8Range.upperBound, bytes)
        var text = from > 0 ? style.ellipsis : ""
        var position = from
        for match in merged(matches, in: window) {
            let start = tokens[match.lowerBound].utf8Range.lowerBound
            let end = tokens[match.upperBound - 1].utf8Range.upperBound
            text += plain(bytes[position..<start]) + style.open + plain(bytes[start..<end]) + style.close
            position = end
        }
        return text + plain(bytes[position..<to]) + (to < bytes.count ? style.ellipsis : "")
    }

    /// The end moved past the punctuation that belongs to the last word.
    private func withPunctuation(_ end: Int, _ bytes: [UInt8]) -> Int {
        var end = end
        while end < bytes.count, ".,;:!?)\"'".utf8.contains(bytes[end]) { end += 1 }
        return end
    }

    /// The token ranges to mark, cut to the window, those that touch or overlap joined.
    private func merged(_ matches: [Match], in window: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for match in matches where match.range.overlaps(window) {
            let range = match.range.clamped(to: window)
            if let last = ranges.last, range.lowerBound < last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    private func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return style.escapesHTML ? text.escapedForMarkup : text
    }
}
