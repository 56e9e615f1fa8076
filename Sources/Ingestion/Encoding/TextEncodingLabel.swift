/// The character encoding a label stands for on the web.
///
/// ```swift
/// TextEncodingLabel.encoding(for: "ISO-8859-1")  // .windows1252
/// TextEncodingLabel.encoding(for: "gb2312")      // .named("GB18030")
/// ```
///
/// Follows the WHATWG Encoding Standard: browsers read `iso-8859-1` as windows-1252, and pages are written to match.
enum TextEncodingLabel {
    /// The encoding, or `nil` when the label is unknown. Case and surrounding blanks don't count.
    static func encoding(for label: some StringProtocol) -> TextEncoding? {
        let key = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        if let direct = table[key] { return direct }
        // "windows-1251" and "iso-8859-5" name themselves in iconv too.
        for prefix in ["windows-125", "iso-8859-", "koi8-"]
        where key.hasPrefix(prefix) && key.utf8.count <= 12 && key.utf8.count > prefix.utf8.count {
            return .named(key.uppercased())
        }
        // "cp-1251", "win1251", "x-cp1251", "windows1251".
        let bare = key.filter { $0 != "-" && $0 != "_" }
        for prefix in ["xcp125", "cp125", "windows125", "win125", "mswin125"]
        where bare.hasPrefix(prefix) && bare.utf8.count == prefix.utf8.count + 1 {
            guard let digit = bare.last, ("0"..."8").contains(digit) else { return nil }
            return digit == "2" ? .windows1252 : .named("WINDOWS-125\(digit)")
        }
        if bare.hasPrefix("iso8859"), let part = Int(bare.dropFirst(7)), (1...16).contains(part), part != 12 {
            return encoding(for: "iso-8859-\(part)")
        }
        return nil
    }

    private static let table: [String: TextEncoding] = {
        let groups: [(TextEncoding, [String])] = [
            (.utf8, ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"]),
            (
                .windows1252,
                [
                    "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1",
                    "l1", "ascii", "us-ascii", "ansi_x3.4-1968",
                ]
            ),
            (.named("UTF-16LE"), ["utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2"]),
            (.named("UTF-16BE"), ["utf-16be", "unicodefffe"]),
            (.named("UTF-32LE"), ["utf-32", "utf-32le", "ucs-4"]),
            (.named("UTF-32BE"), ["utf-32be"]),
            (.named("CP932"), ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932"]),
            (.named("EUC-JP"), ["euc-jp", "eucjp", "x-euc-jp"]),
            (.named("ISO-2022-JP"), ["iso-2022-jp", "csiso2022jp"]),
            (.named("GB18030"), ["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "cp936", "chinese", "hz-gb-2312"]),
            (.named("BIG5-HKSCS"), ["big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950"]),
            (
                .named("CP949"),
                ["euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "korean", "windows-949", "cp949", "uhc"]
            ),
            (.named("KOI8-R"), ["koi8-r", "koi8", "koi"]),
            (.named("KOI8-U"), ["koi8-u", "koi8-ru"]),
            (.named("IBM866"), ["ibm866", "866", "cp866"]),
            (.named("MACINTOSH"), ["macintosh", "mac", "x-mac-roman"]),
            (.named("MAC-CYRILLIC"), ["x-mac-cyrillic", "x-mac-ukrainian"]),
            (.named("CP874"), ["windows-874", "tis-620", "iso-8859-11", "dos-874"]),
            (.named("WINDOWS-1254"), ["iso-8859-9", "latin5", "windows-1254"]),
            (.named("ISO-8859-2"), ["latin2", "iso8859-2", "l2"]),
            (.named("ISO-8859-8"), ["iso-8859-8-i", "hebrew", "logical"]),
            (.named("ISO-8859-5"), ["cyrillic"]), (.named("ISO-8859-7"), ["greek"]),
            (.named("ISO-8859-6"), ["arabic"]),
        ]
        var table: [String: TextEncoding] = [:]
        for (encoding, labels) in groups {
            for label in labels { table[label] = encoding }
        }
        return table
    }()
}

/// An encoding that text can be read from.
enum TextEncoding: Hashable, Sendable {
    case utf8
    /// Read with our own table: it is the fallback, and every byte must have a meaning.
    case windows1252
    /// Read with iconv, under this name.
    case named(String)

    /// Whether every byte is one character.
    var isOneByte: Bool {
        switch self {
        case .utf8: false
        case .windows1252: true
        case .named(let name):
            ["WINDOWS-", "ISO-8859-", "KOI8", "IBM", "MAC", "CP874", "CP125"].contains { name.hasPrefix($0) }
        }
    }

    /// Whether it is one of those for Japanese, which read each other's bytes as rare characters.
    var isJapanese: Bool { ["CP932", "EUC-JP"].contains(name) }

    /// Whether two encodings give their letters the same bytes, so that letters can't tell which is meant.
    func isTwin(of other: TextEncoding) -> Bool {
        let pairs: [Set<String>] = [
            ["WINDOWS-1253", "ISO-8859-7"], ["WINDOWS-1255", "ISO-8859-8"], ["KOI8-R", "KOI8-U"],
            ["WINDOWS-1251", "MAC-CYRILLIC"], ["WINDOWS-1251", "CP1251"], ["WINDOWS-1253", "CP1253"],
            ["WINDOWS-1255", "CP1255"], ["WINDOWS-1256", "CP1256"], ["EUC-JP", "CP51932"], ["CP874", "ISO-8859-11"],
        ]
        return pairs.contains { $0.contains(name) && $0.contains(other.name) }
    }

    /// The name that people know it by, for messages: `Shift_JIS` where ``name`` is `CP932`.
    var commonName: String {
        switch name {
        case "CP932": "Shift_JIS"
        case "CP949": "EUC-KR"
        case "BIG5-HKSCS": "Big5"
        default: name
        }
    }

    /// What it is called by iconv, such as `windows-1252`.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .windows1252: "windows-1252"
        case .named(let name): name
        }
    }
}
