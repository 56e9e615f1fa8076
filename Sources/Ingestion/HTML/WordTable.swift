/// Finds out what a word means without making a string of it: words are looked up by the hash of their bytes.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable where Meaning.RawValue == UInt32 {
    private var keys: [UInt64]
    private var meanings: [UInt32]
    private let mask: Int

    /// - Parameter groups: Words in lower case; one in several groups means all of them.
    init(_ groups: [(Meaning, [String])]) {
        let count = groups.reduce(0) { $0 + $1.1.count }
        var size = 16
        while size < count * 3 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        meanings = Array(repeating: 0, count: size)
        mask = size - 1
        for (meaning, words) in groups {
            for word in words {
                let hash = word.utf8.reduce(WordHash()) { $0.adding($1) }.value
                let slot = self.slot(of: hash)
                keys[slot] = hash
                meanings[slot] |= meaning.rawValue
            }
        }
    }

    /// What the word with a hash means; empty for words that aren't listed.
    subscript(hash: WordHash) -> Meaning {
        let slot = slot(of: hash.value)
        return keys[slot] == hash.value ? Meaning(rawValue: meanings[slot]) : []
    }

    /// Where a hash is kept or would be. There is always room, so the search ends.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }
}

/// FNV-1a of the bytes of a word, taken one by one.
struct WordHash: Equatable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    func adding(_ byte: UInt8) -> WordHash {
        var next = self
        next.add(byte)
        return next
    }
}
