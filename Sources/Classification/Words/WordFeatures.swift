import Reports

/// The words of a sentence as the learned words know them: stems, pairs of neighbours, and the classes of the rules that
/// they belong to.
///
/// A feature is named by what it is: `u delet` a stem, `b accident delet` two neighbours, `c act` a class and
/// `d slip act` the classes of two neighbours. `#` stands for whatever holds a digit, `^` and `$` for the sentence's ends.
struct WordFeatures {
    private let lexicon: CueLexicon
    private let reading: ReportReading

    init(of reading: ReportReading, lexicon: CueLexicon) {
        self.reading = reading
        self.lexicon = lexicon
    }

    /// Calls `found` with each feature's name in UTF-8 and the words it is made of; a feature that comes twice is given
    /// twice.
    func each(in sentence: ReportReading.Sentence, found: (_ name: [UInt8], _ words: Range<Int>) -> Void) {
        let bytes = reading.bytes(of: sentence.field)
        var name: [UInt8] = []
        var before: [UInt8] = [UInt8(ascii: "^")]
        var classesBefore: [Int] = []
        for at in sentence.words {
            let word = reading.words[at]
            let stem = Stem.of(bytes[word.start..<word.end])
            name = Self.stem
            name += stem
            found(name, at..<at + 1)
            pair(before, stem, into: &name)
            found(name, (at > sentence.words.lowerBound ? at - 1 : at)..<at + 1)
            let classes = lexicon.classes(of: word)
            for index in classes {
                name = Self.class
                name += lexicon.classNames[index]
                found(name, at..<at + 1)
                for earlier in classesBefore {
                    name = Self.classes
                    name += lexicon.classNames[earlier]
                    name.append(Self.space)
                    name += lexicon.classNames[index]
                    found(name, at - 1..<at + 1)
                }
            }
            before = stem
            classesBefore = classes
        }
        guard let last = sentence.words.last else { return }
        pair(before, [UInt8(ascii: "$")], into: &name)
        found(name, last..<last + 1)
    }

    private static let space = UInt8(ascii: " ")
    private static let stem = Array("u ".utf8)
    private static let pair = Array("b ".utf8)
    private static let `class` = Array("c ".utf8)
    private static let classes = Array("d ".utf8)

    private func pair(_ first: [UInt8], _ second: [UInt8], into name: inout [UInt8]) {
        name = Self.pair
        name += first
        name.append(Self.space)
        name += second
    }
}

/// What is left of an English word without its endings, roughly: enough for "deleted" and "deletes" to meet.
enum Stem {
    /// Words that carry grammar and are kept whole.
    private static let grammar: Set<[UInt8]> = Set(
        """
        a an the of to in on at for and or is are be been being was were it its this that these those with as by from our
        their his her we
        """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

    /// Whether a word says nothing by itself.
    static func isGrammar(_ word: ArraySlice<UInt8>) -> Bool { grammar.contains(of(word)) }

    private static let endings: [[UInt8]] = ["ing", "edly", "ed", "es", "s", "ly"].map { Array($0.utf8) }

    /// - Parameter word: In any case, with or without a possessive.
    static func of(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var stem: [UInt8] = []
        stem.reserveCapacity(word.count)
        var at = word.startIndex
        while at < word.endIndex {
            let byte = word[at]
            if (0x30...0x39).contains(byte) { return [UInt8(ascii: "#")] }
            if byte == 0xE2, at + 2 < word.endIndex, word[at + 1] == 0x80, word[at + 2] == 0x99 {
                stem.append(UInt8(ascii: "'"))
                at += 3
                continue
            }
            stem.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            at += 1
        }
        if grammar.contains(stem) { return stem }
        if stem.count > 2, stem.hasSuffix("'s") { stem.removeLast(2) }
        if let ending = endings.first(where: { stem.count - $0.count >= 3 && stem.suffix($0.count).elementsEqual($0) })
        {
            stem.removeLast(ending.count)
        }
        let e = UInt8(ascii: "e")
        if stem.count > 4, let last = stem.last, last == stem[stem.count - 2], !"sl".utf8.contains(last) {
            stem.removeLast()
        }
        if stem.count > 4, stem.last == e { stem.removeLast() }
        return stem
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && suffix(text.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
