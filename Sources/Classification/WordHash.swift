/// FNV-1a over lower-cased bytes: one number per word, and one per prefix on the way.
struct WordHash: Hashable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ word: some Sequence<UInt8>) {
        for byte in word { mix(byte) }
    }

    mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
