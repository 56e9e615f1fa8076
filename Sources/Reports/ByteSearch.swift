/// Finds bytes among bytes in time proportional to both, whatever they are (Knuth, Morris and Pratt, 1977).
struct ByteSearch {
    private let wanted: [UInt8]
    /// How far the search falls back when the byte after this many has failed.
    private var fallback: [Int]

    init(_ wanted: [UInt8]) {
        self.wanted = wanted
        fallback = [Int](repeating: 0, count: wanted.count)
        var length = 0
        for index in wanted.indices.dropFirst() {
            while length > 0, wanted[index] != wanted[length] { length = fallback[length - 1] }
            if wanted[index] == wanted[length] { length += 1 }
            fallback[index] = length
        }
    }

    /// Where the bytes first stand; `nil` when they do not, or when there are none.
    func first(in bytes: some Sequence<UInt8>) -> Range<Int>? {
        guard !wanted.isEmpty else { return nil }
        var length = 0
        for (place, byte) in bytes.enumerated() {
            while length > 0, byte != wanted[length] { length = fallback[length - 1] }
            if byte == wanted[length] { length += 1 }
            if length == wanted.count { return place + 1 - length..<place + 1 }
        }
        return nil
    }
}
