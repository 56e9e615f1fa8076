/// Numbers, words and marks of a line, with digits and punctuation of all scripts told apart.
struct DateTokens {
    struct Token {
        enum Kind { case number, word, mark }

        var kind: Kind
        /// The number's value, or the mark's ASCII byte or one of the codes below; 0 for a word.
        var value: Int
        /// Digits of a number.
        var digits = 0
        var start: Int
        var end: Int
    }

    /// `年` or `년`, `月` or `월`, `日` or `일`.
    static let yearMark = 256, monthMark = 257, dayMark = 258

    private(set) var tokens: [Token] = []
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// A line has more words than this only when it is prose.
    private static let limit = 300

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        tokens.reserveCapacity(32)
        while position < bytes.count, tokens.count < Self.limit { next() }
    }

    private mutating func next() {
        let start = position
        if let (digit, length) = digit(at: position) {
            readNumber(digit, length: length, from: start)
            return
        }
        if let (mark, length) = mark(at: position) {
            position += length
            if mark > 0x20 { tokens.append(Token(kind: .mark, value: mark, start: start, end: position)) }
            return
        }
        while position < bytes.count, digit(at: position) == nil {
            if bytes[position] == UInt8(ascii: "."), isInThaiAbbreviation(position) {
                position += 1
                continue
            }
            if mark(at: position) != nil { break }
            position += Self.length(of: bytes[position])
        }
        position = min(position, bytes.count)
        tokens.append(Token(kind: .word, value: 0, start: start, end: position))
    }

    private mutating func readNumber(_ first: Int, length: Int, from start: Int) {
        var value = first
        var digits = 1
        position += length
        while let (digit, length) = digit(at: position) {
            // Longer numbers are no part of a date.
            if digits < 14 { value = value * 10 + digit }
            digits += 1
            position += length
        }
        tokens.append(Token(kind: .number, value: value, digits: digits, start: start, end: position))
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func digit(at index: Int) -> (value: Int, length: Int)? {
        let first = byte(index)
        if first < 0x80 { return first.isDigit ? (Int(first - 0x30), 1) : nil }
        return Self.digit(first, byte(index + 1), byte(index + 2))
    }

    /// A digit of Arabic, Persian, Devanagari, Bengali, Thai, or of full width.
    static func digit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (value: Int, length: Int)? {
        switch first {
        case 0xD9 where (0xA0...0xA9).contains(second): (Int(second - 0xA0), 2)
        case 0xDB where (0xB0...0xB9).contains(second): (Int(second - 0xB0), 2)
        case 0xE0:
            switch second {
            case 0xA5, 0xA7: (0xA6...0xAF).contains(third) ? (Int(third - 0xA6), 3) : nil
            case 0xB9: (0x90...0x99).contains(third) ? (Int(third - 0x90), 3) : nil
            default: nil
            }
        case 0xEF where second == 0xBC && (0x90...0x99).contains(third): (Int(third - 0x90), 3)
        default: nil
        }
    }

    /// A blank (0x20) or mark, and its length; `nil` for letters.
    private func mark(at index: Int) -> (value: Int, length: Int)? {
        let first = byte(index)
        if first < 0x80 {
            if first.isLetter || first.isDigit { return nil }
            return (first <= 0x20 ? 0x20 : Int(first), 1)
        }
        let second = byte(index + 1)
        let third = byte(index + 2)
        switch first {
        case 0xC2: return (second == 0xA0 ? 0x20 : 0xB0, 2)
        case 0xD8 where second == 0x8C: return (0x2C, 2)
        case 0xE2 where second == 0x80:
            // Dashes, quotes and blanks of every width.
            if (0x90...0x95).contains(third) { return (0x2D, 3) }
            return (third == 0x98 || third == 0x99 ? 0x27 : 0x20, 3)
        case 0xE3 where second == 0x80: return (0x20, 3)
        case 0xE5 where second == 0xB9 && third == 0xB4: return (Self.yearMark, 3)
        case 0xEB where second == 0x85 && third == 0x84: return (Self.yearMark, 3)
        case 0xE6 where second == 0x9C && third == 0x88: return (Self.monthMark, 3)
        case 0xEC where second == 0x9B && third == 0x94: return (Self.monthMark, 3)
        case 0xE6 where second == 0x97 && third == 0xA5: return (Self.dayMark, 3)
        case 0xE5 where second == 0x8F && third == 0xB7: return (Self.dayMark, 3)
        case 0xEC where second == 0x9D && third == 0xBC: return (Self.dayMark, 3)
        case 0xEF where second == 0xBC && third < 0xA0: return (Int(third) - 0x60, 3)
        default: return nil
        }
    }

    private func isInThaiAbbreviation(_ dot: Int) -> Bool {
        func isThai(_ index: Int) -> Bool { byte(index) == 0xE0 && (byte(index + 1) | 1) == 0xB9 }
        return dot >= 3 && isThai(dot - 3) && isThai(dot + 1)
    }

    private static func length(of lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// A word in lower case; empty for other tokens and for words too long for a month's name.
    func word(_ index: Int) -> String {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return "" }
        let token = tokens[index]
        guard token.end - token.start <= 48 else { return "" }
        let text = String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased()
        // A capital I with a dot keeps the dot in lower case.
        return text.utf8.contains(0xCC)
            ? String(text.unicodeScalars.filter { $0 != "\u{307}" }.map(Character.init)) : text
    }
}
