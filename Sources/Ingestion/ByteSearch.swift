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

extension Substring {
    /// What stands before the first line end.
    var firstLine: Substring {
        let length = utf8.withContiguousStorageIfAvailable { $0.place(of: 0x0A) ?? $0.count }
        guard let length else { return utf8.firstIndex(of: 0x0A).map { self[..<$0] } ?? self }
        return self[..<utf8.index(startIndex, offsetBy: length)]
    }
}
