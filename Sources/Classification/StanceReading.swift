import Reports

/// Decides what a sentence says about a factor cue in it: asserted, suspected, denied or nothing.
///
/// After NegEx and ConText (clinical text mining): each scope cue has a direction and reaches over a bounded number of
/// words, stopped by words that turn the sentence.
struct StanceReading {
    let words: [Word]
    let lexicon: CueLexicon
    let stops: SymbolSet
    let contrast: SymbolSet
    let says: SymbolSet
    let vendor: SymbolSet
    let refusal: SymbolSet
    let pointer: SymbolSet
    let pointing: SymbolSet
    let telling: SymbolSet
    let onward: SymbolSet
    let relative: SymbolSet
    let complement: SymbolSet
    let passive: SymbolSet

    init(words: [Word], lexicon: CueLexicon) {
        self.words = words
        self.lexicon = lexicon
        stops = lexicon.members(of: "stop")
        contrast = lexicon.members(of: "contrast")
        says = lexicon.members(of: "says")
        vendor = lexicon.members(of: "vendor")
        refusal = lexicon.members(of: "refusal")
        pointer = lexicon.members(of: "pointer")
        pointing = lexicon.members(of: "pointing")
        telling = lexicon.members(of: "telling")
        onward = lexicon.members(of: "onward")
        relative = lexicon.members(of: "relating")
        complement = lexicon.members(of: "complement")
        passive = lexicon.members(of: "passive")
    }

    struct Verdict {
        var stance: Stance
        var source: Finding.Source
        var by: MarkedSentence.Mark?
    }

    /// `nil` when the cue is not about what happened here.
    func verdict(on mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Verdict? {
        let cue = mark.cue
        let isGap = cue.flags.contains(.gap)
        if !isGap, isWish(mark, in: sentence) { return nil }
        var verdict = attribution(of: mark, in: sentence)
        if cue.flags.contains(.denies) {
            return denied(verdict, in: mark.words)
        }
        switch denial(of: mark, in: sentence) {
        case .denied(let words)?:
            return denied(verdict, in: words)
        case .negated?:
            if !isGap { return nil }
        case nil: break
        }
        if cue.flags.contains(.suspects), verdict.stance == .asserted, verdict.source != .authority {
            verdict.stance = .suspected
            verdict.source = min(verdict.source, .claimant)
        }
        if isPossible(mark, in: sentence), !settles(mark, in: sentence) { verdict.stance = .suspected }
        return verdict
    }

    // MARK: Denial

    private enum Denial { case denied(Range<Int>), negated }

    /// A denial in the report's own voice, unless its words say that somebody denied, rejected or disputed.
    private func denied(_ verdict: Verdict, in words: Range<Int>) -> Verdict {
        var verdict = verdict
        verdict.stance = .denied
        if verdict.source == .report, words.contains(where: { self.words[$0].matches(refusal) }) {
            verdict.source = .authority
        }
        return verdict
    }

    private func denial(of mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Denial? {
        for (scope, other) in sentence.scopes {
            switch scope {
            case .denialBefore where refersBack(other.words, in: sentence): break
            case .denialBefore where denies(from: other.words, to: mark.words, within: 16):
                return .denied(other.words)
            case .denialBefore
            where other.words.overlaps(mark.words) && other.words.lowerBound <= mark.words.lowerBound:
                return .denied(other.words)
            case .denialAfter where denies(from: mark.words, to: other.words, within: 10):
                return .denied(other.words)
            case .denialAfter where other.words.overlaps(mark.words) && !mark.cue.flags.contains(.gap):
                return .denied(other.words)
            default: break
            }
        }
        if mark.cue.flags.contains(.gap) { return nil }
        for (scope, other) in sentence.scopes where scope == .negation {
            if !mark.cue.isNegative, other.words.overlaps(mark.words), other.words.lowerBound > mark.words.lowerBound {
                return .negated
            }
            if denies(from: other.words, to: mark.words, within: 4) { return .negated }
        }
        return nil
    }

    // MARK: Possibility

    private func isPossible(_ mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Bool {
        for (scope, other) in sentence.scopes {
            switch scope {
            case .possibility where reaches(from: other.words, to: mark.words, within: 10): return true
            case .possibility where other.words.overlaps(mark.words): return true
            case .possibilityAfter where reaches(from: mark.words, to: other.words, within: 8): return true
            default: break
            }
        }
        return false
    }

    private func settles(_ mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Bool {
        guard let confirmation = sentence.first(.confirmation) else { return false }
        return reaches(from: confirmation.words, to: mark.words, within: 16)
    }

    // MARK: Wishes and generalities

    private func isWish(_ mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Bool {
        for (scope, other) in sentence.scopes {
            switch scope {
            case .remedy, .hypothetical:
                if other.words.lowerBound <= mark.words.lowerBound,
                    reaches(from: other.words, to: mark.words, within: 18)
                {
                    return true
                }
                if other.words.overlaps(mark.words) { return true }
            case .elsewhere: return true
            default: break
            }
        }
        return false
    }

    // MARK: Who says so

    private func attribution(of mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Verdict {
        var verdict = Verdict(stance: .asserted, source: .report, by: nil)
        for (scope, other) in sentence.scopes {
            switch scope {
            case .rumour where bears(other, on: mark):
                verdict.source = .rumour
                verdict.stance = .suspected
            // "…; the vendor denies it" makes nothing before it the vendor's claim.
            case .claim where refersBack(other.words, in: sentence): break
            case .claim where verdict.by == nil:
                verdict.by = other
                if verdict.source != .rumour {
                    let answers = !other.cue.flags.contains(.suspects)
                    verdict.source = answers ? .authority : .claimant
                    verdict.stance = answers ? .asserted : .suspected
                }
            default: break
            }
        }
        return verdict
    }

    /// Rumour colours what follows it, and what stands just before it ("…, according to social media").
    private func bears(_ scope: MarkedSentence.Mark, on mark: MarkedSentence.Mark) -> Bool {
        reaches(from: scope.words, to: mark.words, within: 24) || scope.words.overlaps(mark.words)
            || reaches(from: mark.words, to: scope.words, within: 12)
    }

    // MARK: Reach

    /// As ``reaches(from:to:within:)``, but a colon, dash or another verb of saying ends it: "denied X and called it Y".
    func denies(from first: Range<Int>, to second: Range<Int>, within limit: Int) -> Bool {
        guard reaches(from: first, to: second, within: limit) else { return false }
        for position in first.upperBound...second.lowerBound {
            if position < words.count, words[position].before == .strong { return false }
            if position < second.lowerBound, words[position].matches(says) { return false }
        }
        return true
    }

    /// Whether `first` ends before `second` begins, few words apart and with no turn between them.
    func reaches(from first: Range<Int>, to second: Range<Int>, within limit: Int) -> Bool {
        guard first.upperBound <= second.lowerBound, second.lowerBound - first.upperBound <= limit else { return false }
        for position in first.upperBound..<max(first.upperBound, second.lowerBound) {
            if words[position].matches(contrast) { return false }
            if words[position].before == .strong, position > first.upperBound, words[position].matches(stops) {
                return false
            }
        }
        if second.lowerBound < words.count, words[second.lowerBound].matches(contrast) { return false }
        return true
    }
}
