import Foundation

/// Turns the bytes of a page, feed or file into UTF-8 text.
///
/// ```swift
/// try TextDecoder().decode(Data([0x63, 0x61, 0x66, 0xE9]), source: "a.txt").text  // "café"
/// ```
///
/// The encoding comes, in this order, from a byte-order mark, zeros beside plain letters (UTF-16), valid UTF-8 that is
/// more than ASCII, the transport's charset, and the XML or HTML declaration in the first 4 KB. Valid UTF-8 stands before
/// the declarations because text of another encoding is hardly ever valid UTF-8, while wrong declarations are common.
/// Without a declaration, or where a wrong one is beyond doubt, the encoding is told by the frequency of letters
/// (Cyrillic, Greek, Hebrew, Arabic, Thai), the accented letters of one language (Central European, Turkish, Baltic) or
/// usual characters (East Asian), and all else is read as windows-1252; what is guessed is a warning.
public struct TextDecoder: Sendable {
    public init() {}

    /// The text, always valid UTF-8, without byte-order mark.
    public struct Decoded: Sendable {
        /// The bytes of ``text``.
        public var utf8: [UInt8]
        /// The encoding it was read as, such as `UTF-8` or `CP932`.
        public var encoding: String
        /// What was guessed or could not be read, in words.
        public var warnings: [String]

        public var text: String { String(decoding: utf8, as: UTF8.self) }
    }

    /// Reads `data` as text.
    ///
    /// Bytes that mean nothing in the encoding become U+FFFD, with a warning.
    ///
    /// - Parameter charset: What the transport says, such as the `charset` of a `Content-Type`; `nil` when it is silent.
    /// - Throws: ``IngestionError`` when the data is empty or binary.
    public func decode(_ data: Data, source: String, charset: String? = nil) throws -> Decoded {
        if data.isEmpty { throw IngestionError(source, .emptyInput) }
        let bytes = [UInt8](data)
        if Self.looksBinary(bytes) { throw IngestionError(source, .binary) }
        return decode(bytes, charset: charset)
    }

    private func decode(_ bytes: [UInt8], charset: String?) -> Decoded {
        if let mark = Self.byteOrderMark(of: bytes) {
            return decode(bytes[mark.length...], as: mark.encoding)
        }
        if let wide = Self.wideEncoding(of: bytes) {
            var result = decode(bytes[...], as: wide)
            result.warnings.insert("no byte-order mark; read as \(wide.name) by guess: \(Self.remedy)", at: 0)
            return result
        }
        let declared = DeclaredEncoding.label(in: bytes)
        var warnings: [String] = []
        var choice: TextEncoding?
        for label in [charset, declared] {
            guard choice == nil, let label, !label.isEmpty else { continue }
            choice = TextEncodingLabel.encoding(for: label)
            if choice == nil { warnings.append("unknown encoding '\(label)' stated; guessed instead: \(Self.remedy)") }
        }
        // Declared as two bytes a character, yet read far enough to find the declaration: it is not.
        if case .named(let name)? = choice, name.hasPrefix("UTF-") { choice = .utf8 }

        let count = UTF8Count(bytes)
        if count.isValid, count.multibyte == 0, Self.switchesToJapanese(bytes) {
            var result = decode(bytes[...], as: .named("ISO-2022-JP"))
            result.warnings = warnings + result.warnings
            return result
        }
        if count.isValid, count.multibyte > 0 || choice == nil || choice == .utf8 || choice == .windows1252 {
            return Decoded(utf8: bytes, encoding: TextEncoding.utf8.name, warnings: warnings)
        }
        // Mostly UTF-8 with a few damaged places, rather than another encoding.
        let mostlyUTF8 = count.multibyte > 10 * count.invalid
        if mostlyUTF8 || (choice != nil && choice != .utf8) {
            let encoding = mostlyUTF8 ? .utf8 : choice ?? .utf8
            var result = decode(bytes[...], as: encoding)
            if !mostlyUTF8, let better = Self.contradiction(to: encoding, of: bytes) {
                result = decode(bytes[...], as: better)
                warnings.append(
                    "stated to be \(encoding.commonName) but the letters are those of \(better.commonName); read as such by guess: \(Self.remedy)"
                )
            }
            result.warnings = warnings + result.warnings
            return result
        }
        let guess = Self.guess(bytes)
        var result = decode(bytes[...], as: guess)
        let stated =
            choice == nil
            ? "no encoding stated" : "stated to be UTF-8 but \(counted(count.invalid, "byte")) can't be read as such"
        warnings.append("\(stated); read as \(guess.commonName) by guess: \(Self.remedy)")
        result.warnings = warnings + result.warnings
        return result
    }

    /// The encoding of text that states none, by its letters; windows-1252 where they leave doubt.
    private static func guess(_ bytes: [UInt8]) -> TextEncoding {
        let name = LegacyText(bytes).encoding() ?? EastAsianText.encoding(of: bytes)
        return name.map { $0 == "WINDOWS-1252" ? .windows1252 : .named($0) } ?? .windows1252
    }

    /// The encoding that the letters speak for against a statement; `nil` when they agree with it or leave doubt.
    ///
    /// Templates state windows-1252 or a server's default for pages in any language.
    private static func contradiction(to stated: TextEncoding, of bytes: [UInt8]) -> TextEncoding? {
        let name: String
        if let letters = LegacyText(bytes).encoding(surely: true) {
            name = letters
        } else if stated.isOneByte || stated.isJapanese || hasUnreadable(bytes, as: stated),
            let characters = EastAsianText.encoding(of: bytes)
        {
            name = characters
        } else {
            return nil
        }
        let found = TextEncoding.named(name)
        return found == stated || found.isTwin(of: stated) ? nil : found
    }

    /// Whether more than one in a hundred characters of the first 64 KB can't be read.
    private static func hasUnreadable(_ bytes: [UInt8], as encoding: TextEncoding) -> Bool {
        guard case .named(let name) = encoding, let (text, replaced) = Iconv.utf8(bytes.prefix(65_536), from: name)
        else {
            return false
        }
        return replaced * 300 > text.count { $0 >= 0x80 }
    }

    /// Whether plain bytes hold the escape sequences of ISO-2022-JP.
    private static func switchesToJapanese(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let escape = bytes.place(of: 0x1B, from: index), escape + 2 < bytes.count {
                if bytes[escape + 1] == UInt8(ascii: "$"),
                    bytes[escape + 2] == UInt8(ascii: "B") || bytes[escape + 2] == UInt8(ascii: "@")
                {
                    return true
                }
                index = escape + 1
            }
            return false
        }
    }

    private static let remedy = "save it as UTF-8 if characters look wrong"

    private func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> Decoded {
        var output: [UInt8]
        var replaced = 0
        switch encoding {
        case .utf8: (output, replaced) = UTF8Count.repaired(bytes)
        case .windows1252: output = Windows1252.utf8(bytes)
        case .named(let name):
            guard let converted = Iconv.utf8(bytes, from: name) else {
                var result = decode(bytes, as: .windows1252)
                result.warnings.append("\(name) is not known to this system; read as windows-1252: \(Self.remedy)")
                return result
            }
            (output, replaced) = converted
        }
        if output.starts(with: [0xEF, 0xBB, 0xBF]) { output.removeFirst(3) }
        var warnings: [String] = []
        if replaced > 0 {
            warnings.append(
                "\(counted(replaced, "place")) can't be read as \(encoding.commonName), U+FFFD stands there; save it as UTF-8"
            )
        }
        return Decoded(utf8: output, encoding: encoding.name, warnings: warnings)
    }

    /// Whether the bytes are no text in any encoding: a known binary signature, or many control characters.
    public static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], Array("PK\u{3}\u{4}".utf8), Array("GIF8".utf8),
            [0xFF, 0xD8, 0xFF],
            [0x7F, 0x45, 0x4C, 0x46], [0x1F, 0x8B], Array("SQLite format 3\0".utf8),
        ]
        if signatures.contains(where: { bytes.starts(with: $0) }) { return true }
        if byteOrderMark(of: bytes) != nil || wideEncoding(of: bytes) != nil { return false }
        let sample = bytes.prefix(8192)
        // Escape (0x1B) is left out: ISO-2022 and terminal logs use it.
        let controls = sample.reduce(0) { count, byte in
            let isControl = byte < 9 || (byte > 13 && byte < 32 && byte != 0x1B)
            return count + (isControl ? 1 : 0)
        }
        // A stray control character in a short text is a slip, not a program.
        return controls * 100 > sample.count && (controls > 3 || sample.contains(0))
    }

    private static func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.named("UTF-32LE"), 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.named("UTF-32BE"), 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.named("UTF-16LE"), 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.named("UTF-16BE"), 2) }
        return nil
    }

    /// UTF-16 or UTF-32 without a mark, told by the `<` that every page and feed starts with, or by the zeros beside
    /// plain letters.
    private static func wideEncoding(of bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0x3C, 0, 0, 0]) { return .named("UTF-32LE") }
        if bytes.starts(with: [0, 0, 0, 0x3C]) { return .named("UTF-32BE") }
        if bytes.starts(with: [0x3C, 0]) || hasZerosBesideText(bytes, at: 1) { return .named("UTF-16LE") }
        if bytes.starts(with: [0, 0x3C]) || hasZerosBesideText(bytes, at: 0) { return .named("UTF-16BE") }
        return nil
    }

    /// Whether one byte of nearly every pair is zero, and the other always a character of text.
    private static func hasZerosBesideText(_ bytes: [UInt8], at place: Int) -> Bool {
        let pairs = min(bytes.count, 4096) / 2
        guard pairs >= 4 else { return false }
        var zeros = 0
        for pair in 0..<pairs where bytes[2 * pair + place] == 0 {
            let other = bytes[2 * pair + 1 - place]
            guard other >= 0x20 || (9...13).contains(other) else { return false }
            zeros += 1
        }
        return zeros * 10 >= pairs * 7
    }
}
