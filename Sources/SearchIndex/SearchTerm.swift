import Reports

/// One or more ways to spell what a query looks for, in terms of the index. Any of them will do.
struct SearchTerm: Equatable {
    /// Terms that stand next to each other.
    struct Phrase: Hashable {
        /// The words as written, for FTS5 to stem again: letters, digits and their marks only.
        var words: [String]
        /// The same, folded and stemmed.
        var terms: [String]
        /// Whether the last term may go on.
        var isPrefix: Bool

        static func == (left: Phrase, right: Phrase) -> Bool {
            left.terms == right.terms && left.isPrefix == right.isPrefix
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(terms)
            hasher.combine(isPrefix)
        }

        /// For `MATCH`; no word holds a quote.
        var expression: String {
            "\"\(words.joined(separator: " "))\"" + (isPrefix ? " *" : "")
        }
    }

    /// Never empty.
    var phrases: [Phrase]

    /// For `MATCH`.
    var expression: String {
        phrases.map(\.expression).joined(separator: " OR ")
    }
}

/// Turns the words of a query into search terms.
struct TermBuilder {
    /// Words of a phrase beyond this are not looked at, nor terms, conditions or alternatives of a query.
    static let limit = 64

    let tokenizer: Tokenizer

    /// `nil` when the text has no letter and no digit.
    func term(_ words: SearchQuery.Words) throws -> SearchTerm? {
        guard let phrase = try phrase(words.text, isPrefix: words.isPrefix) else { return nil }
        return SearchTerm(phrases: [phrase] + (try completions(of: phrase)))
    }

    func phrase(_ text: String, isPrefix: Bool) throws -> SearchTerm.Phrase? {
        let tokens = try tokenizer.tokens(text).prefix(Self.limit)
        guard !tokens.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        let words = tokens.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
        return .init(words: words, terms: tokens.map(\.term), isPrefix: isPrefix)
    }

    /// The parts of a phrase as terms of their own.
    func parts(of phrase: SearchTerm.Phrase) -> [SearchTerm] {
        zip(phrase.words, phrase.terms).map { word, term in
            SearchTerm(phrases: [.init(words: [word], terms: [term], isPrefix: false)])
        }
    }

    /// Stems that a prefix would miss because stemming cuts words shorter than it: `configurat*` is to find
    /// "configuration", which the index keeps as `configur`.
    private func completions(of phrase: SearchTerm.Phrase) throws -> [SearchTerm.Phrase] {
        guard phrase.isPrefix, phrase.terms.count == 1, let stem = phrase.terms.first, let word = phrase.words.first
        else { return [] }
        let completed = Self.endings.map { word + $0 }.joined(separator: " ")
        var found: [SearchTerm.Phrase] = []
        for (ending, token) in zip(Self.endings, try tokenizer.tokens(completed)) where !token.term.hasPrefix(stem) {
            let candidate = SearchTerm.Phrase(words: [word + ending], terms: [token.term], isPrefix: false)
            if !found.contains(candidate) { found.append(candidate) }
        }
        return found
    }

    /// How words that begin like a prefix may end.
    static let endings = [
        "e", "es", "ed", "ing", "ion", "ions", "on", "tion", "ation", "ations", "ization", "ity", "ility", "y", "ly",
        "able", "ment", "ness", "al", "er", "or", "ive", "ize", "ng", "ty", "lity",
    ]
}

extension SearchIndex {
    /// What the browser's search takes over: the endings tried on a prefix, in order, and the most terms, conditions,
    /// alternatives and words of a phrase that count.
    public static var searchConstants: (prefixEndings: [String], limit: Int) {
        (TermBuilder.endings, TermBuilder.limit)
    }
}
