/// The forms of English verbs, for patterns that name only the base form.
enum Inflection {
    /// Every form of a verb: base, third person, past, participle, `-ing`.
    static func forms(of base: String) -> Set<String> {
        pasts(of: base).union([base, thirdPerson(of: base), gerund(of: base)])
    }

    /// Past and past participle.
    static func pasts(of base: String) -> Set<String> {
        if let irregular = irregulars[base] { return Set(irregular) }
        return [regularPast(of: base)]
    }

    /// Whether a word can be a past participle.
    static func isParticiple(_ word: String) -> Bool {
        word.utf8.count > 3 && word.hasSuffix("ed") && !notParticiples.contains(word)
            || irregularParticiples.contains(word)
    }

    /// Whether a word can be a verb in the past tense.
    static func isPast(_ word: String) -> Bool {
        word.utf8.count > 3 && word.hasSuffix("ed") && !notParticiples.contains(word) || irregularPasts.contains(word)
    }

    private static let notParticiples: Set<String> = [
        "need", "speed", "feed", "seed", "embed", "exceed", "proceed", "succeed", "indeed", "shared-bed", "hundred",
    ]

    private static func thirdPerson(of base: String) -> String {
        let stem = base.utf8
        if let last = stem.last, last == UInt8(ascii: "y"), let before = stem.dropLast().last, !isVowel(before) {
            return String(base.dropLast()) + "ies"
        }
        let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
        return base + (hisses ? "es" : "s")
    }

    private static func regularPast(of base: String) -> String {
        if base.hasSuffix("e") { return base + "d" }
        if base.hasSuffix("y"), let before = base.utf8.dropLast().last, !isVowel(before) {
            return String(base.dropLast()) + "ied"
        }
        return base + doubled(base) + "ed"
    }

    private static func gerund(of base: String) -> String {
        if base.hasSuffix("ie") { return String(base.dropLast(2)) + "ying" }
        if base.hasSuffix("e"), !base.hasSuffix("ee") { return String(base.dropLast()) + "ing" }
        return base + doubled(base) + "ing"
    }

    private static func doubled(_ base: String) -> String {
        guard let last = base.last, doublers.contains(where: { base.hasSuffix($0) }) else { return "" }
        return String(last)
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        "aeiou".utf8.contains(byte)
    }

    private static let doublers = [
        "skip", "ship", "stop", "drop", "omit", "forget", "plan", "spot", "commit", "admit", "cut", "stamp-skip",
        "step",
        "run", "let", "put", "shut", "hit", "begin", "flip", "trip", "wrap",
    ]

    private static let irregulars: [String: [String]] = [
        "be": ["was", "were", "been"], "break": ["broke", "broken"], "bring": ["brought"], "build": ["built"],
        "catch": ["caught"], "choose": ["chose", "chosen"], "come": ["came"], "cut": ["cut"], "do": ["did", "done"],
        "draw": ["drew", "drawn"], "feel": ["felt"], "find": ["found"], "forget": ["forgot", "forgotten"],
        "get": ["got", "gotten"], "give": ["gave", "given"], "go": ["went", "gone"], "have": ["had"],
        "hear": ["heard"], "hit": ["hit"], "hold": ["held"], "keep": ["kept"], "know": ["knew", "known"],
        "lay": ["laid"], "lead": ["led"], "leave": ["left"], "let": ["let"], "lie": ["lied"], "lose": ["lost"],
        "make": ["made"], "mean": ["meant"], "mistake": ["mistook", "mistaken"], "misread": ["misread"],
        "misunderstand": ["misunderstood"], "overlook": ["overlooked"], "overwrite": ["overwrote", "overwritten"],
        "oversee": ["oversaw", "overseen"], "pay": ["paid"], "put": ["put"], "read": ["read"],
        "run": ["ran", "run"], "say": ["said"], "see": ["saw", "seen"], "send": ["sent"], "set": ["set"],
        "shut": ["shut"], "speak": ["spoke", "spoken"], "spend": ["spent"], "take": ["took", "taken"],
        "tell": ["told"], "think": ["thought"], "throw": ["threw", "thrown"], "understand": ["understood"],
        "write": ["wrote", "written"], "begin": ["began", "begun"], "withdraw": ["withdrew", "withdrawn"],
    ]

    private static let irregularPasts: Set<String> = Set(irregulars.values.flatMap { $0 })
    private static let irregularParticiples: Set<String> = {
        var words = irregularPasts
        words.subtract([
            "was", "were", "broke", "chose", "came", "did", "drew", "forgot", "gave", "went", "knew", "mistook",
            "overwrote", "oversaw", "ran", "saw", "spoke", "took", "threw", "wrote", "began", "withdrew",
        ])
        return words.union(["come", "become"])
    }()
}
