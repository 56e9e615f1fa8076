import Foundation

/// Tells the one-byte encodings apart where nobody states one, or the wrong one is stated.
///
/// Two cases: scripts of their own (Cyrillic, Greek, Hebrew, Arabic, Thai) fill whole words with high bytes, and the
/// frequency of letters tells language and encoding at once; Latin script has a few accented letters among plain ones,
/// and they must all be letters of one language.
struct LegacyText {
    /// How often each high byte occurs.
    private var counts = [Int](repeating: 0, count: 128)
    private var total = 0
    /// High bytes beside another one.
    private var adjacent = 0

    /// Counts the first 256 KB.
    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            let end = min(buffer.count, 262_144)
            for index in 0..<end where buffer[index] >= 0x80 {
                counts[Int(buffer[index]) - 0x80] += 1
                total += 1
                if (index > 0 && buffer[index - 1] >= 0x80) || (index + 1 < end && buffer[index + 1] >= 0x80) {
                    adjacent += 1
                }
            }
        }
    }

    /// The encoding's name for iconv; `nil` when none is certain.
    ///
    /// - Parameter surely: Whether to name only what can hardly be anything else, to speak against a statement.
    func encoding(surely: Bool = false) -> String? {
        guard total >= (surely ? 40 : 6) else { return nil }
        if adjacent * 10 >= total * 7 { return scriptEncoding(surely: surely) }
        // Accented letters hardly ever stand together; between the two shares it is no text we know.
        return !surely && adjacent * 10 <= total * 5 ? latinEncoding() : nil
    }

    // MARK: Scripts of their own

    private func scriptEncoding(surely: Bool) -> String? {
        // The same few letters over and over are no text of any language.
        guard counts.count(where: { $0 > 0 }) >= 8 else { return nil }
        var best: (name: String, score: Double)?
        for model in Self.scripts {
            let score = average(model.weights)
            // Encodings that share a language's letters score alike; the first is the usual one.
            if score > (best?.score ?? -.infinity) + 0.05 { best = (model.encoding, score) }
        }
        // Texts score from -3 to -3.9 in their own encoding and below -4.3 in any other; East Asian ones below -5.
        guard let best, best.score >= (surely ? -3.9 : -4.1) else { return nil }
        return best.name
    }

    private func average(_ weights: [Double]) -> Double {
        var sum = 0.0
        var letters = 0
        for (count, weight) in zip(counts, weights) where count > 0 && weight != 0 {
            sum += Double(count) * weight
            letters += count
        }
        return letters == 0 ? -.infinity : sum / Double(letters)
    }

    private struct Script {
        var encoding: String
        /// What each high byte speaks for: the logarithm of its letter's frequency; 0 for marks that any text has.
        var weights: [Double]
    }

    private static let scripts: [Script] = {
        /// Letters by falling frequency, and the encodings they are written in.
        let languages: [(letters: String, encodings: [String])] = [
            ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", ["WINDOWS-1251", "KOI8-R", "IBM866", "ISO-8859-5"]),
            ("оаинвітеркслудмпязьбгчйхцжїшюєщфґ", ["WINDOWS-1251", "KOI8-U"]),
            ("аоиетнрсвлкдпмзугъбчяцщжйхфшюьјњљћђџ", ["WINDOWS-1251"]),
            ("αοιετσνρηυκςπλμόίάέδήγώύθχβφξζψωϊ", ["WINDOWS-1253", "ISO-8859-7"]),
            ("יוהלאמרבתשנעכדחקפםגסטצןזךףץ", ["WINDOWS-1255"]),
            ("الينموترعسبدهكفةقحجشأىضصثطذخءغإئزظؤآ،", ["WINDOWS-1256", "ISO-8859-6"]),
            ("ادیرنهومتسبکشلگعخفزقجآپحغطصچضذءيكژظثئ،", ["WINDOWS-1256"]),
            ("านรกอเงมยวดตลหทสคะบปแพชขจใไโซถผฟภัีิ่้ืู็ำุึ์๊", ["CP874"]),
        ]
        return languages.flatMap { language in
            language.encodings.map { name in
                Script(encoding: name, weights: weights(of: Array(language.letters.unicodeScalars), in: name))
            }
        }
    }()

    private static func weights(of letters: [Unicode.Scalar], in encoding: String) -> [Double] {
        // Frequencies fall about as one over the rank.
        let sum = letters.indices.reduce(0.0) { $0 + 1 / Double($1 + 3) }
        let table = table(of: encoding)
        return table.map { scalar in
            guard let scalar else { return -8 }
            if isMark(scalar) { return 0 }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            guard let rank = letters.firstIndex(of: lower) else { return -8 }
            let frequency = log(1 / Double(rank + 3) / sum)
            return lower == scalar ? frequency : frequency - 3
        }
    }

    // MARK: Latin script

    private func latinEncoding() -> String? {
        var best: (name: String, share: Double)?
        var usual = 0.0
        for model in Self.latin {
            let (share, isTypical) = share(of: model)
            guard isTypical else { continue }
            if model.encoding == "WINDOWS-1252" { usual = max(usual, share) }
            if share > best?.share ?? 0 { best = (model.encoding, share) }
        }
        guard let best, best.share >= 0.9, best.share > usual + 0.05 else { return nil }
        return best.name
    }

    /// The share of high bytes that are letters of a language, and whether its most frequent ones are among them.
    private func share(of model: Latin) -> (Double, Bool) {
        var letters = 0
        var fitting = 0
        var typical = 0
        for (count, kind) in zip(counts, model.kinds) where count > 0 && kind != .mark {
            letters += count
            if kind != .foreign { fitting += count }
            if kind == .typical { typical += count }
        }
        guard letters >= 5 else { return (0, false) }
        return (Double(fitting) / Double(letters), typical * 10 >= letters * 3)
    }

    private struct Latin {
        enum Kind { case typical, fitting, foreign, mark }
        var encoding: String
        var kinds: [Kind]
    }

    private static let latin: [Latin] = {
        /// The most frequent letters of each language, and its others.
        let groups: [(encodings: [String], languages: [(String, String)])] = [
            (
                ["WINDOWS-1252"],
                [
                    ("éèà", "êçùâôîûëïœæ"), ("äöü", "ßé"), ("óíáé", "ñúü¿¡ºª"), ("ãçáé", "õíóúâêôàº"), ("åäö", "éü"),
                    ("åæø", "éäö"), ("èàùò", "éìíó"), ("áíéæ", "ðóúýþö"), ("éëï", "óöèüáê"), ("àèéó", "çíòúïü·"),
                ]
            ),
            (
                ["WINDOWS-1250", "ISO-8859-2"],
                [
                    ("łąęó", "ćńśźż"), ("íáéě", "čďňóřšťúůýž"), ("áíéý", "äčďĺľňóôŕšťúž"), ("áéőö", "íóúüű"),
                    ("ăîşţ", "â"), ("čšžć", "đ"),
                ]
            ),
            (["WINDOWS-1254"], [("ışğü", "çöâîûİ")]),
            (["WINDOWS-1257"], [("ėšįų", "ąčęūž"), ("āīēš", "čģķļņūž"), ("äõöü", "šž")]),
        ]
        return groups.flatMap { group in
            group.encodings.flatMap { name in
                let table = table(of: name)
                return group.languages.map { typical, others in
                    Latin(encoding: name, kinds: table.map { kind(of: $0, typical: typical, others: others) })
                }
            }
        }
    }()

    private static func kind(of scalar: Unicode.Scalar?, typical: String, others: String) -> Latin.Kind {
        guard let scalar else { return .foreign }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        if typical.unicodeScalars.contains(lower) || typical.unicodeScalars.contains(scalar) { return .typical }
        if others.unicodeScalars.contains(lower) || others.unicodeScalars.contains(scalar) { return .fitting }
        return isMark(scalar) ? .mark : .foreign
    }

    // MARK: Tables

    /// Quotation marks, dashes, blanks and signs that stand in texts of any language.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x2010...0x203A).contains(scalar.value)
            || "\u{A0}«»€™©®§°№\u{200C}\u{200D}\u{200E}\u{200F}".unicodeScalars.contains(scalar)
    }

    /// What the bytes from 0x80 to 0xFF stand for.
    private static func table(of encoding: String) -> [Unicode.Scalar?] {
        (0x80...0xFF).map { byte in
            guard let (utf8, replaced) = Iconv.utf8([UInt8(byte)], from: encoding), replaced == 0 else { return nil }
            return String(decoding: utf8, as: UTF8.self).unicodeScalars.first
        }
    }
}
