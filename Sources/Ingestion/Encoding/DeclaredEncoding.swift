/// The encoding a document declares about itself.
enum DeclaredEncoding {
    /// The label in `<?xml … encoding="…"?>` or `<meta … charset=…>` within the first 4 KB; `nil` when there is none.
    static func label(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096)
        if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")),
            let label = value(after: "encoding", in: head[..<end])
        {
            return label
        }
        var rest = head
        while let start = find("<meta", in: rest) {
            let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
            if let label = value(after: "charset", in: head[start..<end]) { return label }
            rest = head[end...]
        }
        return nil
    }

    /// The word after `name =`, quoted or not.
    private static func value(after name: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
        guard let start = find(name, in: bytes) else { return nil }
        var rest = bytes[(start + name.utf8CodeUnitCount)...].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let word = rest.prefix { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
                && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?")
        }
        return word.isEmpty ? nil : String(decoding: word.prefix(40), as: UTF8.self)
    }

    /// Where a lower-case word starts, whatever the case there.
    private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let count = word.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: count)
        for start in bytes.startIndex...(bytes.endIndex - count) {
            var offset = 0
            while offset < count, bytes[start + offset] | 0x20 == letters[offset] | 0x20 { offset += 1 }
            if offset == count { return start }
        }
        return nil
    }
}
