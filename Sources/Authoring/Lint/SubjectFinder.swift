/// Finds who a verb is about: the person test that keeps "the health check failed to" silent.
struct SubjectFinder {
    let tokens: [LintToken]

    /// How far a subject may stand from its verb, so that one endless sentence costs no more than many short ones.
    private static let reach = 60

    /// What the subject of the words at `index` is; empty when it is no person or there is none.
    func subject(of index: Int) -> PersonTraits {
        let word = tokens[index].word
        if word == "without"
            || word.hasSuffix("ing") && index > 0 && LintLexicon.prepositions.contains(tokens[index - 1].word)
        {
            return clauseSubject(before: index)
        }
        let floor = max(tokens[index].sentence, index - Self.reach)
        var place = index - 1
        while place >= floor, isVerbPart(tokens[place]) { place -= 1 }
        guard place >= floor else { return [] }
        let token = tokens[place]
        if token.word == "who" { return token.person }
        if token.word == ")" { return aside(before: place, floor: floor, opening: "(") }
        if token.kind == .mark, token.word != "\"", token.word != "”" {
            return token.word == "," ? aside(before: place, floor: floor, opening: ",") : []
        }
        // "From misconfigured instances": after a preposition a past form is an adjective.
        if token.word != "to", LintLexicon.prepositions.contains(token.word), Inflection.isPast(word) { return [] }
        if LintLexicon.conjunctions.contains(token.word) || LintLexicon.prepositions.contains(token.word) {
            return clauseSubject(before: place)
        }
        if !token.person.isEmpty || !LintLexicon.subordinators.contains(token.word) {
            let direct = phrase(endingAt: place, floor: floor, depth: 0)
            return direct.isEmpty ? relativeSubject(before: place) : direct
        }
        return token.word == "which" || token.word == "that" ? [] : clauseSubject(before: place)
    }

    private func isVerbPart(_ token: LintToken) -> Bool {
        guard token.kind == .word, token.person.isEmpty else { return false }
        return LintLexicon.auxiliaries.contains(token.word) && token.word != "'s"
            || LintLexicon.negations.contains(token.word)
            || LintLexicon.isAdverb(token.word)
    }

    /// "The reviewer, under time pressure, missed": steps over what stands between two commas or in brackets.
    private func aside(before comma: Int, floor: Int, opening: String) -> PersonTraits {
        var place = comma - 1
        while place >= max(floor, comma - 14) {
            if tokens[place].word == opening {
                let outer = place > floor ? phrase(endingAt: place - 1, floor: floor, depth: 0) : []
                if !outer.isEmpty { return outer }
                break
            }
            place -= 1
        }
        return opening == "," ? clauseSubject(before: comma) : []
    }

    /// The noun phrase that ends at a token: its own head, or the head it hangs on ("the health check of the team").
    private func phrase(endingAt end: Int, floor: Int, depth: Int) -> PersonTraits {
        guard end >= floor, depth < 4 else { return [] }
        let head = headTraits(at: end)
        var place = end - 1
        if tokens[end].kind == .word, !LintLexicon.determiners.contains(tokens[end].word) {
            while place >= floor, isInsidePhrase(tokens[place]) { place -= 1 }
            if place >= floor, LintLexicon.determiners.contains(tokens[place].word) { place -= 1 }
        }
        while place >= floor, tokens[place].word == "'s" || LintLexicon.determiners.contains(tokens[place].word) {
            place -= 1
        }
        guard place > floor, LintLexicon.prepositions.contains(tokens[place].word) else { return head }
        // "One of the engineers" is a person, "the alert to the engineer" is not.
        var outer = place - 1
        while outer > floor, isPostmodifier(tokens[outer]) { outer -= 1 }
        if LintLexicon.quantifiers.contains(tokens[outer].word), !head.isEmpty { return head }
        guard tokens[outer].kind != .mark, !isVerbPart(tokens[outer]) else { return head }
        return phrase(endingAt: outer, floor: floor, depth: depth + 1)
    }

    private func headTraits(at index: Int) -> PersonTraits {
        let token = tokens[index]
        if !token.person.isEmpty { return token.person }
        // A surname after a given name.
        if token.isCapitalised, index > token.sentence, tokens[index - 1].person.contains(.name) { return .name }
        return []
    }

    private func isInsidePhrase(_ token: LintToken) -> Bool {
        token.kind == .word && !LintLexicon.determiners.contains(token.word)
            && !LintLexicon.prepositions.contains(token.word) && !LintLexicon.conjunctions.contains(token.word)
            && !LintLexicon.subordinators.contains(token.word) && !LintLexicon.auxiliaries.contains(token.word)
            && token.word != "who" && token.word != "'s"
    }

    private func isPostmodifier(_ token: LintToken) -> Bool {
        token.word == "responsible" || token.word == "assigned" || token.word == "involved"
            || token.word.hasSuffix("ing")
            || Inflection.isParticiple(token.word)
    }

    /// "The engineer who ran the script failed to": the clause opens with a person and "who".
    private func relativeSubject(before index: Int) -> PersonTraits {
        let floor = max(tokens[index].sentence, index - 20)
        guard index > floor else { return [] }
        for place in stride(from: index - 1, to: floor, by: -1) {
            if tokens[place].kind == .mark { return [] }
            if tokens[place].word == "who" { return tokens[place].person.isEmpty ? [] : headTraits(at: place - 1) }
        }
        return []
    }

    /// The first noun phrase of the clause that a place belongs to: "A lead operator noticed the alert but failed to".
    private func clauseSubject(before index: Int) -> PersonTraits {
        let floor = max(tokens[index].sentence, index - Self.reach)
        var start = index
        while start > floor {
            let token = tokens[start - 1]
            if token.word == ";" || token.word == ":" { break }
            if LintLexicon.subordinators.contains(token.word), token.word != "as" { break }
            start -= 1
        }
        let near = firstPhrase(from: start, to: index)
        return near.isEmpty && start > floor ? firstPhrase(from: floor, to: index).subtracting(.firstPerson) : near
    }

    private func firstPhrase(from start: Int, to limit: Int) -> PersonTraits {
        var place = start
        // "At 10:02, the operator …" opens with an adverbial.
        if place < limit,
            LintLexicon.prepositions.contains(tokens[place].word)
                || LintLexicon.subordinators.contains(tokens[place].word),
            let comma = tokens[place..<min(limit, place + 14)].firstIndex(where: { $0.word == "," })
        {
            place = comma + 1
        }
        while place < limit,
            tokens[place].kind == .mark || LintLexicon.isAdverb(tokens[place].word)
                || LintLexicon.conjunctions.contains(tokens[place].word)
        {
            place += 1
        }
        for candidate in place..<max(place, min(limit, place + 7)) {
            let token = tokens[candidate]
            if !token.person.isEmpty {
                let next = candidate + 1 < tokens.count ? tokens[candidate + 1] : token
                return next.word == "'s" ? [] : token.person
            }
            let goesOn =
                token.kind == .word && !LintLexicon.prepositions.contains(token.word)
                && !LintLexicon.auxiliaries.contains(token.word) && token.word != "which"
            guard goesOn,
                candidate == place || !Inflection.isPast(token.word)
                    || LintLexicon.determiners.contains(tokens[candidate - 1].word)
            else { return [] }
        }
        return []
    }
}
