/// A word or mark of a block's text, with its place in the file.
struct LintToken {
    /// Lower case, contractions undone: `didn't` is `did` and `not`, `team's` is `team` and `'s`.
    var word: String
    /// Bytes of the file.
    var range: Range<Int>
    var kind: Kind
    var isCapitalised = false
    /// Index of the first token of its sentence.
    var sentence = 0
    /// Which quotation it stands in; 0 outside all of them.
    var quotation = 0
    var person: PersonTraits = []

    enum Kind {
        case word, mark
        /// Code, an address, or anything else that is no prose.
        case opaque
        case handle, email
    }
}

/// What sort of person, if any, a word names.
struct PersonTraits: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let role = PersonTraits(rawValue: 1)
    static let team = PersonTraits(rawValue: 2)
    static let pronoun = PersonTraits(rawValue: 4)
    static let name = PersonTraits(rawValue: 8)
    /// An AI agent or assistant: an actor, but nobody to blame or spare.
    static let ai = PersonTraits(rawValue: 16)
    /// A supplier or partner organisation.
    static let outsider = PersonTraits(rawValue: 32)
    static let firstPerson = PersonTraits(rawValue: 64)

    static let anyPerson: PersonTraits = [.role, .team, .pronoun, .name]
}
