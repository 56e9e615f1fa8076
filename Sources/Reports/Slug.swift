import Foundation

/// Names as parts of file names and addresses.
public enum Slug {
    /// Lower-case ASCII words joined by hyphens: `Café (us-east-1)` gives `cafe-us-east-1`.
    ///
    /// Accents are dropped, and letters without a form in ASCII as well; empty when nothing is left. A text is read no
    /// further than its first 400 characters.
    public static func ascii(_ text: String) -> String {
        var slug = ""
        for scalar in String(text.prefix(400)).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: slug.unicodeScalars.append(scalar)
            // Accents and apostrophes leave no gap.
            case 0x300...0x36F, 0x27, 0x2019: continue
            default:
                if let letters = latin[scalar] {
                    slug += letters
                } else if !slug.isEmpty, !slug.hasSuffix("-") {
                    slug += "-"
                }
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }

    /// Small Latin letters that are more than a letter with an accent.
    public static let latin: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    ]
}
