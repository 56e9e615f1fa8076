import Reports

/// Text made safe to stand in HTML.
enum Escape {
    /// `bytes` as text between tags.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        // What needs no escape is copied in runs.
        var start = 0
        var index = EightBytes.place(in: bytes, from: 0, marking: possibleEscapes)
        while index < bytes.count {
            if let escaped = replacement(bytes[index]) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(escaped)
                start = index + 1
            }
            index = EightBytes.place(in: bytes, from: index + 1, marking: possibleEscapes)
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
    }

    /// Marks the bytes that may have a replacement in text.
    private static func possibleEscapes(_ bytes: EightBytes) -> UInt64 {
        bytes.marks(ofLessThan: 0x20) | bytes.marks(of: UInt8(ascii: "&")) | bytes.marks(of: UInt8(ascii: "<"))
            | bytes.marks(of: UInt8(ascii: ">"))
    }

    /// What stands for a byte in text; `nil` for itself.
    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        // The next parser would drop control characters, and read a carriage return or a NUL as something else.
        case 0x00...0x08, 0x0B...0x1F: ""
        default: nil
        }
    }

    /// `bytes` as an attribute's value between double quotes.
    static func attribute(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: ">"): output.append("&gt;")
            case UInt8(ascii: "\""): output.append("&quot;")
            case UInt8(ascii: "'"): output.append("&#39;")
            case UInt8(ascii: "`"): output.append("&#96;")
            case 0..<0x20: break
            default: output.append(byte)
            }
        }
    }
}

/// Blanks that collapse in running text.
enum Blank {
    /// The length of the blank at `index`: ASCII blanks and control characters, and U+00A0; 0 for other characters.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        if bytes[index] <= 0x20 { return 1 }
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
        return 0
    }
}

/// A language tag of the common shapes of BCP 47: `en`, `pt-BR`, `zh-Hant-TW`.
struct LanguageTag {
    /// In its usual case.
    let text: String

    /// Reads `en_us` and ` EN-US ` too; `nil` for anything that is no tag.
    init?(_ raw: String) {
        let parts = raw.split { $0 == "-" || $0 == "_" || $0.isWhitespace }
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4, raw.utf8.count <= 40,
            parts.allSatisfy({
                $0.utf8.allSatisfy { byte in byte < 0x80 && (byte | 0x20 >= 0x61 || byte >= 0x30 && byte <= 0x39) }
            }),
            parts.allSatisfy({ $0.utf8.count <= 8 && $0.allSatisfy { $0.isLetter || $0.isNumber } })
        else { return nil }
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 2: part.uppercased()
            case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }
        text = ([first.lowercased()] + rest).joined(separator: "-")
    }
}

/// Whether an image's alternative text says something.
enum ImageText {
    /// At least three words, and not a file name.
    static func isTelling(_ alt: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (8...500).contains(alt.count) else { return false }
        let blanks = alt.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
        let looksLikeFile = alt.dropLast(2).suffix(3).contains(UInt8(ascii: ".")) && blanks < 3
        return blanks >= 2 && !looksLikeFile
    }
}

/// Whether a table holds data or only lays out a page.
enum TableShape {
    /// Layout: said so by its role, another table inside, a single cell a row, or cells that hold whole articles.
    static func isLayout(_ tree: HTMLTree, _ table: Int) -> Bool {
        if let role = tree.attribute(table, "role")?.lowercased(), role == "presentation" || role == "none" {
            return true
        }
        var rows = 0
        var cells = 0
        var headings = 0
        for index in tree.range(of: table).dropFirst() {
            switch tree.nodes[index].tag {
            case .table: return true
            case .tr: rows += 1
            case .td: cells += 1
            case .th, .caption: headings += 1
            case .h1, .h2, .article, .section: return true
            default: break
            }
        }
        if headings > 0 { return false }
        return cells <= rows || cells <= 1
    }
}
