/// Tells the East Asian encodings apart where nobody states one, or the wrong one is stated.
///
/// An answer only where the bytes leave no doubt: every one of them must mean something, and the characters must be
/// such as text of that language is full of. All other text is left to windows-1252 and its warning.
enum EastAsianText {
    /// The encoding's name for iconv; `nil` when none of them is certain.
    static func encoding(of bytes: [UInt8]) -> String? {
        let sample = sample(of: bytes)
        // Fewer prove nothing.
        guard sample.count(where: { $0 >= 0x80 }) >= 16 else { return nil }
        return candidates.first { candidate in
            guard let (text, replaced) = Iconv.utf8(sample, from: candidate.name), replaced == 0 else { return false }
            var (wide, telling) = (0, 0)
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
                wide += 1
                if candidate.isTelling(scalar) { telling += 1 }
            }
            return Double(telling) >= candidate.share * Double(wide)
        }?.name
    }

    /// In order: kana read as Chinese are kana still, and half of Chinese text reads as Hangul.
    private static let candidates: [(name: String, share: Double, isTelling: @Sendable (Unicode.Scalar) -> Bool)] = [
        ("CP932", 0.25, { (0x3041...0x30FC).contains($0.value) }),
        ("EUC-JP", 0.25, { (0x3041...0x30FC).contains($0.value) }),
        ("CP949", 0.9, { (0xAC00...0xD7A3).contains($0.value) }),
        ("GB18030", 0.06, { commonSimplified.contains($0) }),
        ("BIG5-HKSCS", 0.06, { commonTraditional.contains($0) }),
    ]

    /// The most frequent characters make up a fifth of Chinese text; by chance they would be two in a thousand.
    private static let commonSimplified = Set("的一是不了在人有我他这中大来上国个到说们为和你地出会时要就".unicodeScalars)
    private static let commonTraditional = Set("的一是不了在人有我他這中大來上國個到說們為和你地出會時要就".unicodeScalars)

    /// The first 64 KB, cut where no character can be cut: no encoding here has a byte below 0x30 inside a character.
    private static func sample(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard bytes.count > 65_536 else { return bytes[...] }
        let end = bytes[..<65_536].lastIndex { $0 < 0x30 } ?? 65_536
        return bytes[..<end]
    }
}
