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
        for prefix in ["windows-125", "iso-8859-", "koi8-"] where key.hasPrefix(prefix) && key.utf8.count <= 12 {
            return .named(key.uppercased())
        }
        if key.hasPrefix("cp125") && key.utf8.count == 6 { return .named(key.uppercased()) }
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
