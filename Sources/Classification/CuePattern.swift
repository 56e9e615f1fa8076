/// One way of saying something, as a sequence of word alternatives and bounded gaps.
struct CuePattern: Sendable {
    enum Element: Equatable, Sendable {
        /// One word out of these symbols.
        case word(SymbolSet)
        /// The same, or nothing.
        case optional(SymbolSet)
        /// Up to this many words of any sort, none of them across a semicolon, dash or bracket.
        case gap(Int)
    }

    var elements: [Element]
    /// Whether it begins only where a sentence or clause does: "Ran the script" in a timeline names nobody and means us.
    var opensClause = false

    /// The end of the shortest match that starts at word `start`; `nil` when the words do not match.
    func match(at start: Int, in words: ArraySlice<Word>) -> Int? {
        if opensClause, words[start].before != .strong { return nil }
        return matchTail(0, at: start, in: words, afterGap: false)
    }

    private func matchTail(_ element: Int, at position: Int, in words: ArraySlice<Word>, afterGap: Bool) -> Int? {
        guard element < elements.count else { return position }
        switch elements[element] {
        case .word(let symbols):
            guard continues(position, in: words, first: element == 0), words[position].matches(symbols) else {
                return nil
            }
            return matchTail(element + 1, at: position + 1, in: words, afterGap: false)
        case .optional(let symbols):
            if continues(position, in: words, first: element == 0), words[position].matches(symbols),
                let end = matchTail(element + 1, at: position + 1, in: words, afterGap: false)
            {
                return end
            }
            return matchTail(element + 1, at: position, in: words, afterGap: afterGap)
        case .gap(let limit):
            var at = position
            for _ in 0...limit {
                if let end = matchTail(element + 1, at: at, in: words, afterGap: true) { return end }
                guard continues(at, in: words, first: false) else { return nil }
                at += 1
            }
            return nil
        }
    }

    /// A pattern does not reach across a strong mark of punctuation.
    private func continues(_ position: Int, in words: ArraySlice<Word>, first: Bool) -> Bool {
        position < words.endIndex && (first || words[position].before != .strong)
    }
}

/// A word, prefix or class that some cue asks for.
typealias Symbol = UInt16

/// A word of a sentence, as the cues see it.
struct Word {
    enum Mark: UInt8 {
        case none, comma, strong
    }

    /// UTF-8 bytes in the field.
    var start: Int
    var end: Int
    /// The strongest punctuation between this word and the one before.
    var before: Mark
    /// What this word is an instance of, ascending; empty for words no cue asks for.
    var symbols: [Symbol]

    func matches(_ wanted: SymbolSet) -> Bool {
        for symbol in symbols where wanted.contains(symbol) { return true }
        return false
    }
}
