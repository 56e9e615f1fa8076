import Reports

/// What a verb of denying denies, where that is not what follows it.
extension StanceReading {
    /// Whether a cue's words hold a denial of what stands before them.
    func refersBack(_ words: Range<Int>, in sentence: MarkedSentence) -> Bool {
        words.contains { position in
            self.words[position].matches(refusal)
                && (objectEnd(of: position, in: sentence.sentence.words) != nil
                    || isRelativeDenial(
                        position, from: words.lowerBound, subject: position - 1, in: sentence.sentence.words))
        }
    }

    /// The word after a pronoun or a noun for what was told that is all a verb denies; `nil` when it denies more.
    func objectEnd(of verb: Int, in sentence: Range<Int>) -> Int? {
        var at = verb + 1
        guard at < sentence.upperBound, words[at].before == .none else { return nil }
        if words[at].matches(pointer) {
            // "denied that in May the agent …" denies what follows.
            if words[at].matches(complement) ? breaks(at + 1, in: sentence) : ends(at + 1, in: sentence) {
                return at + 1
            }
        }
        // "all of those claims", "that earlier account"
        let isPointed = words[at].matches(pointing)
        let limit = min(sentence.upperBound, at + 5)
        while at < limit, words[at].before == .none {
            if words[at].matches(telling) {
                return (isPointed || at == verb + 1) && ends(at + 1, in: sentence) ? at + 1 : nil
            }
            at += 1
        }
        return nil
    }

    /// "which the vendor denies", "a claim the vendor denies": nothing follows the verb that it could deny.
    func isRelativeDenial(_ verb: Int, from start: Int, subject: Int, in sentence: Range<Int>) -> Bool {
        guard ends(verb + 1, in: sentence), verb > sentence.lowerBound, !words[verb - 1].matches(passive) else {
            return false
        }
        var at = verb
        while at > sentence.lowerBound, verb - at < 12, at >= start || words[at].before == .none {
            at -= 1
            if words[at].matches(relative) { return true }
            if at < subject, words[at].matches(telling) {
                return (at + 1 == subject || words[at + 1].matches(pointing)) && breaks(verb + 1, in: sentence)
            }
        }
        return false
    }

    /// Whether a sentence or clause ends before a word.
    private func breaks(_ position: Int, in sentence: Range<Int>) -> Bool {
        position >= sentence.upperBound || words[position].before > .none
    }

    /// The same, or what follows only says when, where and why it was denied.
    private func ends(_ position: Int, in sentence: Range<Int>) -> Bool {
        if breaks(position, in: sentence) { return true }
        guard words[position].matches(onward) else { return false }
        var at = position
        while !breaks(at + 1, in: sentence), at - position < 10 {
            at += 1
            // "denied reports on Monday that the agent …"
            if words[at].matches(complement) { return false }
        }
        return true
    }
}
