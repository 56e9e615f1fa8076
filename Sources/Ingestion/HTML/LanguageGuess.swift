/// The language of a text by its script and its commonest words.
enum LanguageGuess {
    /// The primary subtag, such as `fr`; `nil` when the text is too short or the signs are mixed.
    static func language(of text: String) -> String? {
        let sample = String(text.unicodeScalars.prefix(3000)).lowercased()
        var scripts = ScriptCount()
        for scalar in sample.unicodeScalars { scripts.count(scalar.value) }
        guard let script = scripts.leading else { return nil }
        switch script {
        case .latin: return byWords(sample, latin)
        case .cyrillic: return cyrillic(sample)
        case .arabic: return arabic(sample)
        case .han: return scripts.kana * 20 > scripts.han ? "ja" : "zh"
        case .only(let language): return language
        }
    }

    private static func cyrillic(_ text: String) -> String? {
        let letters = Set(text.unicodeScalars)
        if letters.contains("ў") { return "be" }
        if letters.contains("ї") || letters.contains("є") { return "uk" }
        if letters.contains("ѓ") || letters.contains("ќ") { return "mk" }
        if letters.contains("ђ") || letters.contains("ћ") { return "sr" }
        if letters.contains("ң") || letters.contains("қ") { return "kk" }
        return letters.contains("ы")
            ? "ru"
            : byWords(text, cyrillicWords)
    }

    private static func arabic(_ text: String) -> String? {
        let letters = Set(text.unicodeScalars)
        if letters.contains("ٹ") || letters.contains("ڈ") || letters.contains("ے") { return "ur" }
        return letters.contains("پ") || letters.contains("گ") || letters.contains("چ") ? "fa" : "ar"
    }

    /// The language with clearly the most of its small words in a text; `nil` when fewer than one word in twelve is one.
    private static func byWords(_ text: String, _ words: SmallWords) -> String? {
        var count = 0
        var counts = [Int](repeating: 0, count: words.languages.count)
        for word in text.unicodeScalars.split(whereSeparator: { !Self.isLetter($0) }) {
            count += 1
            for language in words.table[Substring(word)] ?? [] { counts[language] += 1 }
        }
        guard count >= 12, let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }) else {
            return nil
        }
        let second = counts.enumerated().lazy.filter { $0.offset != best }.map(\.element).max() ?? 0
        return counts[best] * 12 >= count && counts[best] * 4 >= second * 5 ? words.languages[best] : nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? UInt8(scalar.value).isLetter : scalar.properties.isAlphabetic
    }

    /// Which languages have a word among their commonest.
    private struct SmallWords {
        var languages: [String] = []
        var table: [Substring: [Int]] = [:]

        init(_ lists: [(language: String, words: String)]) {
            for (index, list) in lists.enumerated() {
                languages.append(list.language)
                for word in Set(list.words.split(separator: " ")) { table[word, default: []].append(index) }
            }
        }
    }

    private static let cyrillicWords = SmallWords([("ru", "и не что это по"), ("bg", "и на се са за от")])

    private static let latin = SmallWords([
        ("en", "the and of to in is that for with was on are by this it from at has were an"),
        ("de", "der die und das den von mit ist des im für nicht eine ein auf dem sich auch werden wird"),
        ("fr", "le la les des et est une dans pour que qui du au sur par plus avec ne pas ce"),
        ("es", "el la los las que del una por con para se su es al lo como más fue y está"),
        ("it", "il di che la per un una del della con non sono dei alla nel si gli anche più è"),
        ("pt", "o os que do da não uma para com em dos das ao mais foi são pela pelo seu está"),
        ("nl", "de het een van en is dat op te voor met zijn niet aan er ook bij wordt naar door"),
        ("sv", "och att det som en är på för av med till den inte har om ett var från kan vi"),
        ("da", "og at det en er til af på for med der ikke den som har et fra var kan vi de"),
        ("nb", "og å det en er til av på for med som ikke den har et fra var kan vi ble"),
        ("fi", "ja on ei että se oli mutta ovat myös kun hän joka ole mukaan jos kuin niin voi vuoden sekä"),
        ("pl", "i w na się nie do z jest że to o jak po przez dla od ale są był oraz"),
        ("cs", "a v na se je že to s z do o i ve pro za by jako jsou ale při"),
        ("sk", "a v na sa je že to s z do o aj vo pre za by ako sú ale pri"),
        ("hu", "a az és hogy nem is egy ez meg volt csak már de ha mint vagy még el lesz azt"),
        ("ro", "și de în la a cu pe nu din care că o pentru este mai se un prin au fost"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne olduğu var ise mi"),
        (
            "id",
            "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke adalah juga oleh telah bisa sebagai karena"
        ),
        ("vi", "và của là có cho không được với trong các một những này đã người để khi về từ tại"),
        ("hr", "i u je na se da su za od što s koji kao bi nije to iz će ali ne"),
        ("sq", "të e në dhe për një që me i nga është më se si ka do janë u ky kjo"),
        ("ca", "el la els les i que del amb una per és no al dels han més aquest com seva ha"),
        ("lt", "ir į kad yra su iš tai bet kaip jau apie ne dėl prie buvo per už šį tik savo"),
    ])

    private struct ScriptCount {
        enum Leading { case latin, cyrillic, arabic, han, only(String) }

        private var latin = 0, cyrillic = 0, arabic = 0
        private(set) var han = 0, kana = 0
        private var others: [String: Int] = [:]

        mutating func count(_ scalar: UInt32) {
            switch scalar {
            case 0x61...0x7A, 0xDF...0x24F, 0x1E00...0x1EFF: latin += 1
            case 0x400...0x52F: cyrillic += 1
            case 0x620...0x6FF: arabic += 1
            case 0x3040...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            default:
                if let language = Self.only.first(where: { $0.range.contains(scalar) })?.language {
                    others[language, default: 0] += 1
                }
            }
        }

        /// The script of at least half of the letters; `nil` when there are too few.
        var leading: Leading? {
            let other = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
            // One character of Chinese or Japanese says as much as several letters.
            let counts: [(Leading, Int)] = [
                (.latin, latin), (.cyrillic, cyrillic), (.arabic, arabic), (.han, 3 * (han + kana)),
                (.only(other?.key ?? ""), other?.value ?? 0),
            ]
            let all = counts.reduce(0) { $0 + $1.1 }
            guard all >= 40, let best = counts.max(by: { $0.1 < $1.1 }), best.1 * 2 >= all else { return nil }
            return best.0
        }

        private static let only: [(range: ClosedRange<UInt32>, language: String)] = [
            (0x370...0x3FF, "el"), (0x530...0x58F, "hy"), (0x590...0x5FF, "he"), (0x900...0x97F, "hi"),
            (0x980...0x9FF, "bn"),
            (0xA80...0xAFF, "gu"), (0xB80...0xBFF, "ta"), (0xC00...0xC7F, "te"), (0xC80...0xCFF, "kn"),
            (0xD00...0xD7F, "ml"),
            (0xD80...0xDFF, "si"), (0xE00...0xE7F, "th"), (0xE80...0xEFF, "lo"), (0x1000...0x109F, "my"),
            (0x10A0...0x10FF, "ka"),
            (0x1200...0x137F, "am"), (0x1780...0x17FF, "km"), (0xAC00...0xD7AF, "ko"),
        ]
    }
}
