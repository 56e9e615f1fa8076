import Reports

/// Looks for English words in text, by bytes: a feed of a thousand entries asks a hundred thousand times.
enum ASCIISearch {
    /// Whether `text` holds `word`, whatever the case of its letters.
    ///
    /// - Parameter word: In lower case.
    static func contains(_ text: some StringProtocol, _ word: StaticString) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { place(of: word, in: $0) != nil }
            ?? Array(text.utf8).withUnsafeBufferPointer { place(of: word, in: $0) != nil }
    }

    /// The offset of the first `word`; `nil` when there is none.
    static func place(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let first = word.utf8Start[0]
        let capital = first.isLetter ? first & ~0x20 : first
        func next(from start: Int) -> Int {
            EightBytes.place(in: bytes, from: start) { $0.marks(of: first) | $0.marks(of: capital) }
        }
        var index = next(from: 0)
        while index + word.utf8CodeUnitCount <= bytes.count {
            if starts(bytes, at: index, with: word) { return index }
            index = next(from: index + 1)
        }
        return nil
    }

    /// Whether `word` stands at an offset.
    static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, with word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count {
            let (byte, letter) = (bytes[index + offset], word.utf8Start[offset])
            guard byte == letter || ((0x61...0x7A).contains(letter) && byte | 0x20 == letter) else { return false }
        }
        return true
    }
}
