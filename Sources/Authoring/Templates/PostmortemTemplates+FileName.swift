import Foundation
import Reports

extension PostmortemTemplates {
    /// The name of a postmortem's file: `2026-01-31-checkout-down.md`.
    ///
    /// Letters and digits of any script stay, Latin ones without their accents; all else becomes hyphens. The part after
    /// the date has at most 80 bytes, cut between words where that is possible; a title without letters gives `untitled`.
    public static func fileName(date: Timestamp, title: String) -> String {
        "\(date.day)-\(slug(title)).md"
    }

    private static let slugLimit = 80

    private static func slug(_ title: String) -> String {
        var slug = ""
        for word in words(title) {
            let candidate = slug.isEmpty ? word : "\(slug)-\(word)"
            guard candidate.utf8.count <= slugLimit else {
                // A first word that is too long must be cut inside.
                if slug.isEmpty { slug = cut(word) }
                break
            }
            slug = candidate
        }
        return slug.isEmpty ? "untitled" : slug
    }

    private static func cut(_ word: String) -> String {
        var result = ""
        for character in word {
            guard result.utf8.count + String(character).utf8.count <= slugLimit else { break }
            result.append(character)
        }
        return result
    }

    private static func words(_ title: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func isPlain(_ scalar: Unicode.Scalar) -> Bool {
            let category = scalar.properties.generalCategory
            return scalar.properties.isAlphabetic || category == .decimalNumber || category == .nonspacingMark
                || category == .spacingMark
        }
        for scalar in folded(title).unicodeScalars.prefix(400) {
            if isPlain(scalar) {
                word.append(scalar)
            } else if scalar != "'", scalar != "\u{2019}" {
                if !word.isEmpty { words.append(String(word)) }
                word = .init()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// Lower case, and Latin letters without their accents; other scripts keep their marks, which spell other letters.
    private static func folded(_ title: String) -> String {
        var result = String.UnicodeScalarView()
        var isLatin = false
        for scalar in title.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if (0x300...0x36F).contains(scalar.value) {
                if !isLatin { result.append(scalar) }
                continue
            }
            isLatin = scalar.value < 0x250
            if let plain = Slug.latin[scalar] {
                result.append(contentsOf: plain.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result).precomposedStringWithCanonicalMapping
    }
}
