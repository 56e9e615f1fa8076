/// JSON as pages carry it: read as far as it goes, with the slips that browsers' scripts and search engines forgive.
///
/// Raw line breaks and unescaped quotes in strings, commas too many or too few, comments and a missing end are passed over.
indirect enum LenientJSON {
    case object([(key: String, value: LenientJSON)])
    case array([LenientJSON])
    case string(String)
    /// A number, `true`, `false` or `null`, as written.
    case bare(String)

    /// All values in `bytes`, one after another; empty when there is none.
    static func values(in bytes: UnsafeBufferPointer<UInt8>) -> [LenientJSON] {
        var parser = LenientJSONParser(bytes)
        return parser.all()
    }

    /// The value of a key, in an object; the first one where the key is repeated.
    subscript(_ key: String) -> LenientJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// A text that is not empty, or a number as text.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .bare(let word): word.utf8.first.map { $0.isDigit } == true ? word : nil
        case .array(let list): list.count == 1 ? list[0].text : nil
        case .object(let members): members.first { $0.key == "@value" }?.value.text
        }
    }

    /// The members of a list; a value that is no list stands for itself.
    var list: [LenientJSON] {
        if case .array(let list) = self { return list }
        return [self]
    }
}

private struct LenientJSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    /// Linked data is a few levels deep; the rest of what goes deeper is left unread.
    private static let maxDepth = 32

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func all() -> [LenientJSON] {
        var found: [LenientJSON] = []
        while position < bytes.count, found.count < 100 {
            skipBlanks()
            if let byte, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["), let value = value() {
                found.append(value)
            } else {
                // `<!--`, `//<![CDATA[`, `;` and the like.
                position += 1
            }
        }
        return found
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte {
            if byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF {
                position += 1
            } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "*") {
                position += 2
                while position + 1 < bytes.count,
                    bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
                {
                    position += 1
                }
                position = min(position + 2, bytes.count)
            } else {
                return
            }
        }
    }

    private mutating func value() -> LenientJSON? {
        skipBlanks()
        guard let byte, depth < Self.maxDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch byte {
        case UInt8(ascii: "{"): return .object(members())
        case UInt8(ascii: "["): return .array(elements())
        case UInt8(ascii: "\""): return .string(string())
        default: return bare().map { .bare($0) }
        }
    }

    private mutating func members() -> [(key: String, value: LenientJSON)] {
        var found: [(key: String, value: LenientJSON)] = []
        position += 1
        while true {
            skipBlanks()
            guard let byte else { return found }
            switch byte {
            case UInt8(ascii: "}"):
                position += 1
                return found
            // The object was not closed before what holds it.
            case UInt8(ascii: "]"): return found
            case UInt8(ascii: "\""):
                let key = string()
                skipBlanks()
                guard self.byte == UInt8(ascii: ":") else { continue }
                position += 1
                guard let value = value() else { continue }
                found.append((key, value))
            default: position += 1
            }
        }
    }

    private mutating func elements() -> [LenientJSON] {
        var found: [LenientJSON] = []
        position += 1
        while true {
            skipBlanks()
            guard let byte else { return found }
            switch byte {
            case UInt8(ascii: "]"):
                position += 1
                return found
            case UInt8(ascii: "}"): return found
            case UInt8(ascii: ","): position += 1
            default:
                let start = position
                if let value = value() { found.append(value) }
                if position == start { position += 1 }
            }
        }
    }

    private mutating func bare() -> String? {
        let start = position
        while let byte, byte > 0x20,
            ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":")].contains(byte)
        {
            position += 1
        }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    /// A string from its quote on. A quote that neither `,` `:` `}` nor `]` follows belongs to the text.
    private mutating func string() -> String {
        position += 1
        var output: [UInt8] = []
        while let byte {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                if endsString() { return String(decoding: output, as: UTF8.self) }
                output.append(byte)
            case UInt8(ascii: "\\"): escape(into: &output)
            case 0..<0x20: output.append(0x20)
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func endsString() -> Bool {
        var index = position
        var sawLineEnd = false
        while index < bytes.count, bytes[index] <= 0x20 {
            if bytes[index] == 0x0A { sawLineEnd = true }
            index += 1
        }
        guard index < bytes.count else { return true }
        // A comma may be missing between members.
        if index > position, bytes[index] == UInt8(ascii: "\""), sawLineEnd || isKey(at: index) { return true }
        return [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index])
    }

    /// Whether a quoted word with a colon behind it stands here.
    private func isKey(at quote: Int) -> Bool {
        var index = quote + 1
        while index < min(bytes.count, quote + 40), bytes[index].isLetter || bytes[index] == UInt8(ascii: "@") {
            index += 1
        }
        return index > quote + 1 && index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\"")
            && bytes[index + 1] == UInt8(ascii: ":")
    }

    private mutating func escape(into output: inout [UInt8]) {
        guard let byte else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            output.append(byte == UInt8(ascii: "t") ? 0x20 : 0x0A)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"):
            guard let first = hex() else { return }
            var scalar = UInt32(first)
            if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                if let second = hex(), (0xDC00..<0xE000).contains(second) {
                    scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
                }
            }
            output.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        default: output.append(byte)
        }
    }

    private mutating func hex() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        guard let value = UInt16(digits, radix: 16) else { return nil }
        position += 4
        return value
    }
}
