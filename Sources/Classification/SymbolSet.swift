/// Symbols as bits, so that a class of hundreds of words costs no more to ask than one word.
struct SymbolSet: Equatable, Sendable {
    private var bits: [UInt64] = []

    init(_ symbols: some Sequence<Symbol>) {
        for symbol in symbols {
            let word = Int(symbol >> 6)
            if word >= bits.count { bits += Array(repeating: 0, count: word + 1 - bits.count) }
            bits[word] |= 1 << (symbol & 63)
        }
    }

    func contains(_ symbol: Symbol) -> Bool {
        let word = Int(symbol >> 6)
        return word < bits.count && bits[word] & 1 << (symbol & 63) != 0
    }
}
