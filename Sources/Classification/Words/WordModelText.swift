import Reports

/// A ``WordModel`` as lines of text.
///
/// `words-NAME` and whole numbers of thousandths for what is few; then a line a feature: `word`, its rarity and its
/// weights, of a sentence and of a report, one character each (``code``), a space and its name.
enum WordModelText {
    /// The least difference between two weights of each sort.
    private static let sentenceStep: Float = 0.06
    private static let reportStep: Float = 0.2
    private static let rarityStep: Float = 0.1

    // MARK: Characters

    /// The printable characters that need no escape in Swift or JSON, in order.
    private static let code: [UInt8] = (0x23...0x7E).filter { $0 != UInt8(ascii: "\\") }
    private static let middle = code.count / 2

    private static func character(_ value: Float, step: Float, from zero: Int) -> UInt8 {
        code[min(max(Int((value / step).rounded()) + zero, 0), code.count - 1)]
    }

    private static func value(_ character: UInt8, step: Float, from zero: Int) -> Float? {
        code.firstIndex(of: character).map { Float($0 - zero) * step }
    }

    /// As it can be written; learning and reading must see the same.
    static func rounded(rarity: Float) -> Float {
        value(character(rarity, step: rarityStep, from: 0), step: rarityStep, from: 0) ?? 0
    }

    /// Whether a name can stand on a line of its own in Swift and JSON alike.
    static func isWritable(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 == 0x20 || $0 > 0x22 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    // MARK: Writing

    static func lines(_ model: WordModel) -> [String] {
        let few =
            [
                ("section", model.section), ("bias", model.bias), ("cue", model.cue), ("has-cue", model.hasCue),
                ("report-bias", model.reportBias), ("document", model.document.map { Float($0) }),
            ].map { name, numbers in
                "words-\(name) " + numbers.map { String(Int(($0 * 1000).rounded())) }.joined(separator: " ")
            }
        return few + model.names.indices.map { line(of: $0, model) }
    }

    private static func line(of place: Int, _ model: WordModel) -> String {
        let range = place * WordModel.kinds..<(place + 1) * WordModel.kinds
        let codes =
            [character(model.rarity[place], step: rarityStep, from: 0)]
            + model.sentence[range].map { character($0, step: sentenceStep, from: middle) }
            + model.report[range].map { character($0, step: reportStep, from: middle) }
        return "word \(String(decoding: codes, as: UTF8.self)) \(model.names[place])"
    }

    // MARK: Reading

    /// Whether a line of a model is one of these.
    static func isLine(_ line: Substring.UTF8View) -> Bool { line.starts(with: "word".utf8) }

    /// `nil` when a line is missing or cannot be read.
    static func model(_ lines: some Sequence<Substring.UTF8View>) -> WordModel? {
        var few: [Substring: [Float]] = [:]
        var names: [String] = []
        var rarity: [Float] = []
        var sentence: [Float] = []
        var report: [Float] = []
        // By character, so that thousands of lines are read in no time.
        let signed = values(from: middle)
        let unsigned = values(from: 0)
        for line in lines {
            if line.starts(with: "words-".utf8) {
                let parts = Substring(line).dropFirst(6).split(separator: " ")
                guard let name = parts.first else { return nil }
                let numbers = parts.dropFirst().compactMap { Int($0) }
                guard numbers.count == parts.count - 1 else { return nil }
                few[name] = numbers.map { Float($0) / 1000 }
                continue
            }
            let bytes = line.dropFirst(5)
            let codes = bytes.prefix(1 + 2 * WordModel.kinds)
            guard line.starts(with: "word ".utf8), codes.count == 1 + 2 * WordModel.kinds,
                bytes.count > codes.count + 1,
                bytes[codes.endIndex] == 0x20
            else { return nil }
            for (index, code) in codes.enumerated() {
                let level = index == 0 ? unsigned[Int(code)] : signed[Int(code)]
                guard let level else { return nil }
                if index == 0 {
                    rarity.append(level * rarityStep)
                } else if index <= WordModel.kinds {
                    sentence.append(level * sentenceStep)
                } else {
                    report.append(level * reportStep)
                }
            }
            names.append(String(decoding: bytes.dropFirst(codes.count + 1), as: UTF8.self))
        }
        let kinds = WordModel.kinds
        guard let section = few["section"], let bias = few["bias"], let cue = few["cue"], let hasCue = few["has-cue"],
            let reportBias = few["report-bias"], let document = few["document"], section.count == Section.count * kinds,
            [bias, cue, hasCue, reportBias].allSatisfy({ $0.count == kinds }), document.count <= WordScoring.width,
            Set(names).count == names.count
        else { return nil }
        return WordModel(
            names: names, rarity: rarity, sentence: sentence, report: report, section: section, bias: bias, cue: cue,
            hasCue: hasCue, reportBias: reportBias, document: document.map { Double($0) })
    }

    /// Of each byte the number it stands for; `nil` for those that stand for none.
    private static func values(from zero: Int) -> [Float?] {
        var values = [Float?](repeating: nil, count: 256)
        for (index, byte) in code.enumerated() { values[Int(byte)] = Float(index - zero) }
        return values
    }
}
