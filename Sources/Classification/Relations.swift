import Reports

/// How the words around a cue bear on it; what the learned weighing knows of a sentence's grammar.
struct Relations: OptionSet, Sendable {
    let rawValue: UInt16

    static let wish = Relations(rawValue: 1)
    static let wishNearby = Relations(rawValue: 2)
    static let elsewhere = Relations(rawValue: 4)
    static let rumour = Relations(rawValue: 8)
    static let insider = Relations(rawValue: 16)
    static let claimed = Relations(rawValue: 32)
    static let denied = Relations(rawValue: 64)
    static let negated = Relations(rawValue: 128)
    static let possible = Relations(rawValue: 256)
    static let helped = Relations(rawValue: 512)
    /// It stands where the sentence gives the cause.
    static let cause = Relations(rawValue: 1024)
    /// It stands where the sentence gives the effect.
    static let effect = Relations(rawValue: 2048)

    static let count = 12
}

extension StanceReading {
    /// Every relation in which the sentence's scopes stand to a cue.
    func relations(of mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Relations {
        var result: Relations = []
        if mark.cue.flags.contains(.denies) { result.insert(.denied) }
        if mark.cue.flags.contains(.suspects) { result.insert(.possible) }
        for (scope, other) in sentence.scopes {
            result.formUnion(relation(of: mark, to: other, as: scope, in: sentence))
        }
        return result
    }

    private func relation(
        of mark: MarkedSentence.Mark, to other: MarkedSentence.Mark, as scope: ScopeCue, in sentence: MarkedSentence
    ) -> Relations {
        let isGap = mark.cue.flags.contains(.gap)
        let overlaps = other.words.overlaps(mark.words)
        let opensBefore = other.words.lowerBound <= mark.words.lowerBound
        switch scope {
        case .remedy, .hypothetical:
            if overlaps || opensBefore && reaches(from: other.words, to: mark.words, within: 18) { return .wish }
            // "It took hours to see, and we will …": what follows in a clause of its own takes nothing back.
            return opensBefore || reaches(from: mark.words, to: other.words, within: 5) ? .wishNearby : []
        case .elsewhere: return .elsewhere
        case .rumour:
            let bears =
                overlaps || reaches(from: other.words, to: mark.words, within: 24)
                || reaches(from: mark.words, to: other.words, within: 12)
            return bears ? .rumour : []
        case .claim where refersBack(other.words, in: sentence): return []
        case .denialBefore where refersBack(other.words, in: sentence): return []
        case .claim: return other.cue.flags.contains(.suspects) ? .insider : .claimed
        case .denialBefore:
            return overlaps && opensBefore || denies(from: other.words, to: mark.words, within: 16) ? .denied : []
        case .denialAfter:
            return overlaps && !isGap || denies(from: mark.words, to: other.words, within: 10) ? .denied : []
        case .negation where !isGap:
            let within = !mark.cue.isNegative && overlaps && !opensBefore
            return within || denies(from: other.words, to: mark.words, within: 4) ? .negated : []
        case .possibility:
            return overlaps || reaches(from: other.words, to: mark.words, within: 10) ? .possible : []
        case .possibilityAfter: return reaches(from: mark.words, to: other.words, within: 8) ? .possible : []
        case .helped: return .helped
        case .causeFollows: return side(of: mark, beside: other, following: .cause, preceding: .effect)
        case .causePrecedes: return side(of: mark, beside: other, following: .effect, preceding: .cause)
        default: return []
        }
    }

    /// Which of two relations a cue stands in, as it follows or precedes the words that tie cause and effect.
    private func side(
        of mark: MarkedSentence.Mark, beside other: MarkedSentence.Mark, following: Relations, preceding: Relations
    ) -> Relations {
        if reaches(from: other.words, to: mark.words, within: 14) { return following }
        return reaches(from: mark.words, to: other.words, within: 10) ? preceding : []
    }
}
