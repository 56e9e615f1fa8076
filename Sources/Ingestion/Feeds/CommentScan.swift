/// Finds comments that libxml2 would spend quadratic time on.
///
/// At each `--` inside a comment it reports a fault and copies all of the comment up to there: 800 KB of `<!--` took 98
/// seconds. Comments say nothing that is read, so such a one is made blank.
enum CommentScan {
    /// More double hyphens than a comment has by accident.
    private static let limit = 32

    /// `utf8` with those comments blank; `nil` when it has none.
    static func blanked(_ utf8: [UInt8]) -> [UInt8]? {
        let found = utf8.withUnsafeBufferPointer { hostileComments(in: $0) }
        guard !found.isEmpty else { return nil }
        var output = utf8
        for range in found {
            for index in range where output[index] != 0x0A { output[index] = 0x20 }
        }
        return output
    }

    private static func hostileComments(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let open = bytes.place(of: UInt8(ascii: "<"), from: index), open + 3 < bytes.count {
            index = open
            guard bytes[index + 1] == UInt8(ascii: "!") else {
                index += 1
                continue
            }
            if bytes[index + 2] == UInt8(ascii: "-"), bytes[index + 3] == UInt8(ascii: "-") {
                let (end, hyphens) = comment(in: bytes, from: index + 4)
                if hyphens > limit { found.append(index..<end) }
                index = end
            } else if bytes[index + 2] == UInt8(ascii: "[") {
                index = endOfCharacterData(in: bytes, from: index + 3)
            } else {
                index += 2
            }
        }
        return found
    }

    /// Where a comment ends, and how many double hyphens it has before that.
    private static func comment(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, hyphens: Int) {
        var hyphens = 0
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                if index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: ">") { return (index + 3, hyphens) }
                hyphens += 1
            }
            index += 1
        }
        return (bytes.count, hyphens)
    }

    private static func endOfCharacterData(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while let mark = bytes.place(of: UInt8(ascii: ">"), from: index) {
            if mark >= start + 2, bytes[mark - 1] == UInt8(ascii: "]"), bytes[mark - 2] == UInt8(ascii: "]") {
                return mark + 1
            }
            index = mark + 1
        }
        return bytes.count
    }
}
