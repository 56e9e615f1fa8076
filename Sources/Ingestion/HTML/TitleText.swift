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
        var key = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { key.append(scalar) }
        }
        return String(key)
    }

    /// Blanks collapsed to single spaces, none at the ends.
    static func collapsed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
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
        text.contains("&") && text.contains(";") ? HTMLText.plain(text.replacing("<", with: "&lt;")) : text
    }
}
