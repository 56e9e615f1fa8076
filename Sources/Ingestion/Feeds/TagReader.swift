/// Reads the attributes of a start tag however they are written, and gives them back in quotes.
struct TagReader {
    let input: UnsafeBufferPointer<UInt8>
    /// After the tag's name at first, after the tag once it is read.
    var index: Int
    /// Whether the tag ends, before the text does.
    private(set) var isClosed = false
    /// Whether it ends in `/>`.
    private(set) var isEmpty = false

    init(input: UnsafeBufferPointer<UInt8>, index: Int) {
        self.input = input
        self.index = index
    }

    /// ` name="value"` for each attribute, the first of a name only, and none that has no value.
    mutating func read() -> [UInt8] {
        var output: [UInt8] = []
        var names: Set<[UInt8]> = []
        while index < input.count {
            skipBlanks()
            guard index < input.count else { break }
            let byte = input[index]
            if byte == UInt8(ascii: ">") {
                isClosed = true
                index += 1
                return output
            }
            if byte == UInt8(ascii: "/"), index + 1 < input.count, input[index + 1] == UInt8(ascii: ">") {
                (isClosed, isEmpty) = (true, true)
                index += 2
                return output
            }
            let name = word { Self.mayName($0) }
            guard !name.isEmpty else {
                index += 1
                continue
            }
            skipBlanks()
            guard index < input.count, input[index] == UInt8(ascii: "=") else { continue }
            index += 1
            skipBlanks()
            let value = self.value()
            if Self.mayBegin(name[0]), names.count < 200, names.insert(name).inserted {
                output.append(0x20)
                output += name
                output += "=\"".utf8
                value.withUnsafeBufferPointer { Self.write($0, into: &output) }
                output.append(UInt8(ascii: "\""))
            }
        }
        return output
    }

    private mutating func value() -> [UInt8] {
        guard index < input.count else { return [] }
        let quote = input[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            index += 1
            let start = index
            // A quote that never ends swallows at most an address.
            while index < input.count, input[index] != quote, index - start < 8192 { index += 1 }
            let value = Array(input[start..<index])
            if index < input.count { index += 1 }
            return value
        }
        return word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }

    private mutating func skipBlanks() {
        while index < input.count, input[index] <= 0x20 { index += 1 }
    }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> [UInt8] {
        let start = index
        while index < input.count, isPart(input[index]) { index += 1 }
        return Array(input[start..<index])
    }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func mayName(_ byte: UInt8) -> Bool {
        mayBegin(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func write(_ value: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for index in value.indices {
            switch value[index] {
            case UInt8(ascii: "&") where !FeedRepair.isReference(value, at: index): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case let byte where FeedRepair.isAllowed(byte): output.append(byte)
            default: break
            }
        }
    }
}
