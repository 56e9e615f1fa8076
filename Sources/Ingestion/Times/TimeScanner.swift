/// Reads numbers, words and separators off the front of UTF-8 bytes.
struct TimeScanner {
    let bytes: [UInt8]
    var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var atEnd: Bool { position >= bytes.count }
    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    func byte(at offset: Int) -> UInt8? {
        let index = position + offset
        return index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    /// Runs `step`; a `nil` result leaves the scanner where it was.
    mutating func attempt<T>(_ step: (inout TimeScanner) -> T?) -> T? {
        let start = position
        if let result = step(&self) { return result }
        position = start
        return nil
    }

    @discardableResult
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Skips blanks, no-break and narrow ones included; never a line end.
    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while let byte {
            if byte == 0x20 || byte == 0x09 {
                position += 1
            } else if byte == 0xC2, self.byte(at: 1) == 0xA0 {
                position += 2
            } else if byte == 0xE2, self.byte(at: 1) == 0x80, let third = self.byte(at: 2),
                third == 0xAF || (0x80...0x8A).contains(third)
            {
                position += 3
            } else {
                break
            }
        }
        return position > start
    }

    /// Skips one hyphen, dash or minus sign.
    mutating func skipDash() -> Bool {
        if skip("-") { return true }
        // U+2010 … U+2015, U+2212.
        if byte == 0xE2, self.byte(at: 1) == 0x80, let third = self.byte(at: 2), (0x90...0x95).contains(third) {
            position += 3
            return true
        }
        if byte == 0xE2, self.byte(at: 1) == 0x88, self.byte(at: 2) == 0x92 {
            position += 3
            return true
        }
        return false
    }

    var isAtDigit: Bool { byte?.isDigit ?? false }

    /// A run of digits, at most 15; its value and length.
    mutating func number() -> (value: Int, digits: Int)? {
        var value = 0
        var count = 0
        while let byte, byte.isDigit, count < 16 {
            value = value * 10 + Int(byte - 0x30)
            count += 1
            position += 1
        }
        return count > 0 && count < 16 ? (value, count) : nil
    }

    /// Exactly so many digits with no digit after them.
    mutating func digits(_ count: Int) -> Int? {
        attempt { scanner in
            guard let (value, found) = scanner.number(), found == count else { return nil }
            return value
        }
    }

    /// One or two digits with no digit after them.
    mutating func shortNumber() -> Int? {
        attempt { scanner in
            guard let (value, found) = scanner.number(), found <= 2 else { return nil }
            return value
        }
    }

    /// A run of ASCII letters; empty when there is none.
    mutating func word() -> String {
        let start = position
        while let byte, byte.isLetter { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The word that stands here, without taking it.
    var peekedWord: String {
        var copy = self
        return copy.word()
    }

    /// Takes a word if it is one of these, letter case aside.
    mutating func skipWord(_ words: Set<String>) -> Bool {
        attempt { scanner in words.contains(scanner.word().lowercased()) ? true : nil } ?? false
    }

    /// What is left.
    var rest: String { String(decoding: bytes[min(position, bytes.count)...], as: UTF8.self) }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
