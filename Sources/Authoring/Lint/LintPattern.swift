/// A run of words that a rule looks for, written in a small notation.
///
/// ```swift
/// "did not {adv}? check/read/verify"   // alternatives, an adverb that may be there
/// "neglect~ to"                        // every form of the verb; `~d` its past forms only
/// "remind~ ..2 {person}"               // up to two words between
/// "^ obviously"                        // at the start of a sentence; `$` is its end
/// ```
///
/// Words are lower case, with contractions undone: `did not`, never `didn't`. Classes in braces are those of the
/// lexicon (`{warning}`) and `{person}`, `{role}`, `{name}`, `{handle}`, `{email}`, `{participle}`, `{past}`, `{adv}`.
public struct LintPattern: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The pattern as written.
    public let text: String
    let elements: [Element]

    struct Element: Hashable, Sendable {
        var test: Test
        var isOptional = false
    }

    enum Test: Hashable, Sendable {
        case words(Set<String>)
        case person(PersonTraits)
        case participle, past, adverb, handle, email
        case gap(Int)
        case start, end
    }

    /// Reads a pattern; `nil` when it is empty or names a class that does not exist.
    public init?(_ text: String) {
        var elements: [Element] = []
        for part in text.split(separator: " ") {
            guard let element = Self.element(String(part)) else { return nil }
            elements.append(element)
        }
        // A pattern must say a word of its own somewhere, or every word of a text would be a place to try.
        let anchor = elements.first { $0.test != .start && !$0.isOptional }
        switch anchor?.test {
        case .words, .person, .handle, .email: break
        default: return nil
        }
        self.text = text
        self.elements = elements
    }

    public init(stringLiteral text: String) {
        guard let pattern = LintPattern(text) else { preconditionFailure("no lint pattern: '\(text)'") }
        self = pattern
    }

    private static func element(_ part: String) -> Element? {
        var part = part
        var isOptional = false
        if part.count > 1, part.hasSuffix("?") {
            part.removeLast()
            isOptional = true
        }
        if part == "^" { return Element(test: .start) }
        if part == "$" { return Element(test: .end) }
        if part.hasPrefix(".."), let count = Int(part.dropFirst(2)) {
            return (0...30).contains(count) ? Element(test: .gap(count)) : nil
        }
        if part.hasPrefix("{"), part.hasSuffix("}") {
            return test(ofClass: String(part.dropFirst().dropLast())).map { Element(test: $0, isOptional: isOptional) }
        }
        var words: Set<String> = []
        for word in part.split(separator: "/", omittingEmptySubsequences: part.count > 1) {
            if word.hasSuffix("~d") {
                words.formUnion(Inflection.pasts(of: String(word.dropLast(2))))
            } else if word.hasSuffix("~") {
                words.formUnion(Inflection.forms(of: String(word.dropLast())))
            } else {
                words.insert(String(word))
            }
        }
        return words.isEmpty ? nil : Element(test: .words(words), isOptional: isOptional)
    }

    private static func test(ofClass name: String) -> Test? {
        switch name {
        case "person": .person(.anyPerson)
        case "role": .person([.role])
        case "team": .person([.team])
        case "name": .person(.name)
        case "ai": .person(.ai)
        case "participle": .participle
        case "past": .past
        case "adv": .adverb
        case "handle": .handle
        case "email": .email
        default: LintLexicon.words(ofClass: name).map { .words($0) }
        }
    }
}

/// Tries patterns at places in a block's tokens.
struct PatternMatcher {
    let tokens: [LintToken]

    /// One past the last token of a pattern that begins at a token; `nil` when it doesn't match there.
    func match(_ pattern: LintPattern, at index: Int) -> Int? {
        guard index < tokens.count else { return nil }
        let sentence = tokens[index].sentence
        var limit = index
        while limit < tokens.count, tokens[limit].sentence == sentence, limit < index + 60 { limit += 1 }
        return match(pattern.elements[...], at: index, sentence: sentence, limit: limit)
    }

    private func match(_ elements: ArraySlice<LintPattern.Element>, at index: Int, sentence: Int, limit: Int) -> Int? {
        guard let element = elements.first else { return index }
        let rest = elements.dropFirst()
        switch element.test {
        case .start:
            guard startsSentence(index, sentence: sentence) else { return nil }
            return match(rest, at: index, sentence: sentence, limit: limit)
        case .end:
            guard tokens[index..<limit].allSatisfy({ $0.kind == .mark }) else { return nil }
            return match(rest, at: index, sentence: sentence, limit: limit)
        case .gap(let most):
            for skipped in 0...most where index + skipped <= limit {
                if skipped > 0, tokens[index + skipped - 1].word == ";" { return nil }
                if let end = match(rest, at: index + skipped, sentence: sentence, limit: limit) { return end }
            }
            return nil
        case .person(let traits):
            return person(traits, then: rest, at: index, sentence: sentence, limit: limit)
        default:
            if index < limit, isOne(tokens[index], element.test),
                let end = match(rest, at: index + 1, sentence: sentence, limit: limit)
            {
                return end
            }
            return element.isOptional ? match(rest, at: index, sentence: sentence, limit: limit) : nil
        }
    }

    /// A person with the words that go before, such as "the on-call engineer"; never the first half of a compound.
    private func person(
        _ traits: PersonTraits, then rest: ArraySlice<LintPattern.Element>, at index: Int, sentence: Int, limit: Int
    ) -> Int? {
        for place in index..<min(limit, index + 6) {
            let token = tokens[place]
            if place > index, token.person.contains(.pronoun), !LintLexicon.quantifiers.contains(token.word) {
                return nil
            }
            if !token.person.isDisjoint(with: traits), !continues(at: place + 1, limit: limit, rest: rest),
                let end = match(rest, at: place + 1, sentence: sentence, limit: limit)
            {
                return end
            }
            let isInside =
                token.kind == .word && !token.person.contains(.pronoun)
                && !LintLexicon.prepositions.contains(token.word)
                && !LintLexicon.conjunctions.contains(token.word) && !LintLexicon.auxiliaries.contains(token.word)
            if !isInside { return nil }
        }
        return nil
    }

    /// Whether a noun at a place goes on beyond a person: "the engineer dashboard", "the team's data".
    private func continues(at place: Int, limit: Int, rest: ArraySlice<LintPattern.Element>) -> Bool {
        guard place < limit else { return false }
        let token = tokens[place]
        if token.word == "'s" { return rest.first?.test != .words(["'s"]) }
        guard rest.isEmpty else { return false }
        if token.kind == .opaque { return true }
        if !token.person.isEmpty || token.isCapitalised && tokens[place - 1].person == .name { return false }
        return token.kind == .word && !LintLexicon.endsPhrase(token.word)
    }

    private func startsSentence(_ index: Int, sentence: Int) -> Bool {
        var place = index
        while place > sentence, tokens[place - 1].kind == .mark { place -= 1 }
        return place == sentence
    }

    private func isOne(_ token: LintToken, _ test: LintPattern.Test) -> Bool {
        switch test {
        case .words(let words): token.kind != .opaque && words.contains(token.word)
        case .participle: token.kind == .word && Inflection.isParticiple(token.word)
        case .past: token.kind == .word && Inflection.isPast(token.word)
        case .adverb: token.kind == .word && LintLexicon.isAdverb(token.word)
        case .handle: token.kind == .handle
        case .email: token.kind == .email
        case .person, .gap, .start, .end: false
        }
    }
}
