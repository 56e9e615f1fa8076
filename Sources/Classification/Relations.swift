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

    static let count = 10
}

extension StanceReading {
    /// Every relation in which the sentence's scopes stand to a cue.
    func relations(of mark: MarkedSentence.Mark, in sentence: MarkedSentence) -> Relations {
        var result: Relations = []
        if mark.cue.flags.contains(.denies) { result.insert(.denied) }
        if mark.cue.flags.contains(.suspects) { result.insert(.possible) }
        for (scope, other) in sentence.scopes {
            result.formUnion(relation(of: mark, to: other, as: scope))
        }
        return result
    }

    private func relation(
        of mark: MarkedSentence.Mark, to other: MarkedSentence.Mark, as scope: ScopeCue
    ) -> Relations {
        let isGap = mark.cue.flags.contains(.gap)
        let overlaps = other.words.overlaps(mark.words)
        let opensBefore = other.words.lowerBound <= mark.words.lowerBound
        switch scope {
        case .remedy, .hypothetical:
            let reaches = opensBefore && reaches(from: other.words, to: mark.words, within: 18)
            return reaches || overlaps ? .wish : .wishNearby
        case .elsewhere: return .elsewhere
        case .rumour:
            let bears =
                overlaps || reaches(from: other.words, to: mark.words, within: 24)
                || reaches(from: mark.words, to: other.words, within: 12)
            return bears ? .rumour : []
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
        default: return []
        }
    }
}
