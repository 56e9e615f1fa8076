/// Titles without what sites put around them.
enum TitleText {
    /// The title without the site's name; `nil` when nothing else is left.
    static func clean(_ raw: String?, organisation: String?) -> String? {
        guard let raw else { return nil }
        let text = unescaped(collapsed(raw))
        guard !text.isEmpty else { return nil }
        let site = organisation.map(key) ?? ""
        if !site.isEmpty, key(text) == site || key(text) == site + "status" { return nil }
        let parts = pieces(text)
        guard parts.count > 1 else { return text }
        var kept = parts[...]
        if !site.isEmpty {
            while kept.count > 1, let last = kept.last, isSite(last, site) { kept.removeLast() }
            while kept.count > 1, let first = kept.first, isSite(first, site) { kept.removeFirst() }
        }
        guard let first = kept.first, let last = kept.last else { return text }
        return String(text[first.startIndex..<last.endIndex])
    }

    /// A site's or organisation's name; its status page's name without the word; `nil` when there is none.
    static func organisation(_ raw: String?) -> String? {
        guard var name = raw.map({ unescaped(collapsed($0)) }), !name.isEmpty, name.utf8.count <= 100 else {
            return nil
        }
        if name.hasPrefix("@") || name.hasPrefix("http") { return nil }
        for suffix in [" - Incident History", " Status Page", " System Status", " Service Status", " Status"]
        where name.hasSuffix(suffix) && name.count > suffix.count {
            name.removeLast(suffix.count)
        }
        return name
    }

    /// Letters and digits only, in lower case: equal for titles that differ in dress.
    static func key(_ text: String) -> String {
        // Plain titles need no tables of characters.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            var bytes: [UInt8] = []
            for byte in text.utf8 {
                switch byte {
                case 0x41...0x5A: bytes.append(byte | 0x20)
                case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
                default: break
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        var key: [UInt8] = []
        for scalar in text.unicodeScalars { KeyLetters.add(scalar, to: &key) }
        return String(decoding: key, as: UTF8.self)
    }

    /// Blanks collapsed to single spaces, none at the ends.
    static func collapsed(_ text: String) -> String {
        collapsedPlain(text) ?? text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
    }

    /// The same for text of letters and marks that never join with a blank before them; `nil` for other text.
    private static func collapsedPlain(_ text: String) -> String? {
        var output: [UInt8] = []
        var lead: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x09...0x0D, 0x20:
                if let last = output.last, last != 0x20 { output.append(0x20) }
                continue
            // Latin, Cyrillic, and Chinese characters; of what follows 0xE2, dashes and quotes.
            case 0..<0x80, 0xC3, 0xD0, 0xD1, 0xE2, 0xE4...0xE9: lead = byte
            case 0x80...0xBF where lead == 0xE2:
                guard byte == 0x80 else { return nil }
                lead = 0xE3
            case 0x80...0xBF where lead == 0xE3:
                guard (0x90...0xA6).contains(byte) else { return nil }
            case 0x80...0xBF: break
            default: return nil
            }
            output.append(byte)
        }
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isSite(_ piece: Substring, _ site: String) -> Bool {
        let words = key(String(piece))
        return words == site || words == site + "status" || words == site + "blog" || words == "the" + site + "blog"
            || words == site + "com" || "the" + words == site || words == "the" + site
    }

    /// What stands between ` - `, ` | ` and their relatives.
    private static func pieces(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = text.startIndex
        let separators: Set<Character> = ["|", "-", "–", "—", "·", "•", "»", "«", ":"]
        while index < text.endIndex {
            let next = text.index(after: index)
            // The bar of full width has its blanks in itself.
            let isWide = text[index] == "｜" && index > text.startIndex
            if isWide
                || separators.contains(text[index]) && index > text.startIndex && next < text.endIndex
                    && text[next] == " "
                    && (text[text.index(before: index)] == " " || text[index] == ":")
            {
                pieces.append(trimmed(text[start..<index]))
                start = next
            }
            index = next
        }
        pieces.append(trimmed(text[start...]))
        return pieces.filter { !$0.isEmpty }
    }

    private static func trimmed(_ piece: Substring) -> Substring {
        var piece = piece
        while piece.first == " " { piece.removeFirst() }
        while piece.last == " " { piece.removeLast() }
        return piece
    }

    /// Titles escaped twice, as many `meta` elements are.
    private static func unescaped(_ text: String) -> String {
        text.holds("&") && text.holds(";") ? HTMLText.plain(text.replacing("<", with: "&lt;")) : text
    }
}

/// The letters of keys.
private enum KeyLetters {
    /// Adds a letter or digit in lower case; nothing for other characters.
    static func add(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: key.append(UInt8(scalar.value) | 0x20)
        case 0x61...0x7A, 0x30...0x39: key.append(UInt8(scalar.value))
        case 0..<0x80, 0x2000...0x206F: break
        // Small Latin and Cyrillic letters, and Chinese characters: what most titles are written in.
        case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x44F, 0x4E00...0x9FA5: append(scalar, to: &key)
        default:
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where lower.properties.isAlphabetic || lower.properties.numericType != nil {
                append(lower, to: &key)
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { key.append(byte) }
    }
}
