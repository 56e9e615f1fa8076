#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` stands first from `start` on; `nil` when it does not stand before `end`.
    func place(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
        let end = Swift.min(end ?? count, count)
        guard start >= 0, start < end, let base = baseAddress, let found = memchr(base + start, CInt(byte), end - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: found)
    }
}

extension StringProtocol {
    /// Whether the bytes of `part` stand in the text, one after another: Foundation's `contains` compares characters, at
    /// a hundred times the price.
    func holds(_ part: some StringProtocol) -> Bool {
        var (text, part) = (String(self), String(part))
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let first = part.first else { return true }
                var index = 0
                while let start = text.place(of: first, from: index), start + part.count <= text.count {
                    if part.indices.allSatisfy({ text[start + $0] == part[$0] }) { return true }
                    index = start + 1
                }
                return false
            }
        }
    }
}

extension Substring {
    /// What stands before the first line end.
    var firstLine: Substring {
        let length = utf8.withContiguousStorageIfAvailable { $0.place(of: 0x0A) ?? $0.count }
        guard let length else { return utf8.firstIndex(of: 0x0A).map { self[..<$0] } ?? self }
        return self[..<utf8.index(startIndex, offsetBy: length)]
    }
}
