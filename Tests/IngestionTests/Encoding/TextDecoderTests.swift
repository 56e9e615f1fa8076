import Foundation
import Ingestion
import Testing

private let eAcute: [UInt8] = [0x63, 0x61, 0x66, 0xE9]

struct DecodingCase: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var charset: String? = nil
    var text: String
    var encoding: String
    var testDescription: String { name }
}

private func meta(_ charset: String, _ body: [UInt8]) -> [UInt8] {
    Array("<meta charset=\"\(charset)\">".utf8) + body
}

@Test(
    "Text is read in the encoding it is written in",
    arguments: [
        DecodingCase(name: "UTF-8", bytes: Array("naïve 日本".utf8), text: "naïve 日本", encoding: "UTF-8"),
        DecodingCase(name: "UTF-8 mark", bytes: [0xEF, 0xBB, 0xBF, 0x61], text: "a", encoding: "UTF-8"),
        DecodingCase(name: "UTF-16 marks", bytes: [0xFF, 0xFE, 0x3C, 0, 0x70, 0], text: "<p", encoding: "UTF-16LE"),
        DecodingCase(name: "UTF-16 by pattern", bytes: [0, 0x3C, 0, 0x70], text: "<p", encoding: "UTF-16BE"),
        DecodingCase(name: "nothing stated", bytes: eAcute, text: "café", encoding: "windows-1252"),
        DecodingCase(
            name: "latin1 is windows-1252", bytes: [0x93, 0x61, 0x94], charset: "ISO-8859-1", text: "“a”",
            encoding: "windows-1252"),
        DecodingCase(
            name: "transport before declaration", bytes: meta("koi8-r", [0xCF]), charset: "windows-1251",
            text: "<meta charset=\"koi8-r\">П", encoding: "WINDOWS-1251"),
        DecodingCase(
            name: "meta", bytes: meta("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B]), text: "<meta charset=\"Shift_JIS\">日本",
            encoding: "CP932"),
        DecodingCase(
            name: "gb2312 is GB18030", bytes: meta("gb2312", [0xC4, 0xE3]), text: "<meta charset=\"gb2312\">你",
            encoding: "GB18030"),
        DecodingCase(
            name: "XML declaration", bytes: Array("<?xml version='1.0' encoding='iso-8859-2'?>".utf8) + [0xB1],
            text: "<?xml version='1.0' encoding='iso-8859-2'?>ą", encoding: "ISO-8859-2"),
        DecodingCase(
            name: "valid UTF-8 wrongly declared", bytes: meta("iso-8859-1", Array("é".utf8)),
            text: "<meta charset=\"iso-8859-1\">é", encoding: "UTF-8"),
        DecodingCase(
            name: "latin text declared UTF-8", bytes: meta("utf-8", eAcute), text: "<meta charset=\"utf-8\">café",
            encoding: "windows-1252"),
        DecodingCase(name: "EUC-KR", bytes: [0xC7, 0xD1], charset: "euc-kr", text: "한", encoding: "CP949"),
    ])
func decoding(_ given: DecodingCase) throws {
    let decoded = try TextDecoder().decode(Data(given.bytes), source: "a", charset: given.charset)
    #expect(decoded.text == given.text)
    #expect(decoded.encoding == given.encoding)
}

@Test("Bytes that mean nothing become U+FFFD, and a warning counts them")
func damagedText() throws {
    let good = Array(String(repeating: "日本語", count: 20).utf8)
    let decoded = try TextDecoder().decode(Data(good + [0xFF] + good), source: "a")
    #expect(decoded.text.contains("語\u{FFFD}日"))
    #expect(decoded.warnings == ["1 place can't be read as UTF-8, U+FFFD stands there; save it as UTF-8"])

    let japanese = try TextDecoder().decode(Data([0x93, 0xFA, 0xFF, 0x61]), source: "a", charset: "sjis")
    #expect(japanese.text == "日\u{FFFD}a")
}

@Test("An unknown encoding is named in a warning")
func unknownEncoding() throws {
    let decoded = try TextDecoder().decode(Data(eAcute), source: "a", charset: "x-klingon")
    #expect(decoded.text == "café")
    #expect(
        decoded.warnings == [
            "unknown encoding 'x-klingon' stated; guessed instead: save it as UTF-8 if characters look wrong",
            "no encoding stated; read as windows-1252 by guess: save it as UTF-8 if characters look wrong",
        ])
}

private let japanese = "障害は午後二時に始まりました。ディスクがいっぱいになり、注文の処理が止まりました。"
private let korean = "장애는 오후 두 시에 시작되었습니다. 디스크가 가득 차서 주문 처리가 중단되었습니다."
private let chinese = "故障在下午两点开始。磁盘已满，所有的订单都不能处理，我们在一个小时后恢复了这个服务。"
private let taiwanese = "故障在下午兩點開始。磁碟已滿，所有的訂單都不能處理，我們在一個小時後恢復了這個服務。"
private let russian = "Сбой начался в два часа дня. Диск переполнился, и обработка заказов остановилась на час."
private let french = "L'incident a débuté à 14 heures : le disque était plein, et les commandes ont été arrêtées."

@Test(
    "Text stated to be UTF-8 that is not is read by its characters, where they leave no doubt",
    arguments: [
        ("SHIFT_JIS", japanese, "Shift_JIS"), ("EUC-JP", japanese, "EUC-JP"), ("CP949", korean, "EUC-KR"),
        ("GB18030", chinese, "GB18030"), ("BIG5", taiwanese, "Big5"),
        ("WINDOWS-1251", russian, "WINDOWS-1251"), ("KOI8-R", russian, "KOI8-R"),
        ("WINDOWS-1252", french, "windows-1252"), ("WINDOWS-1252", String(repeating: "éèà", count: 30), "windows-1252"),
    ])
func wronglyStated(written: String, text: String, encoding: String) throws {
    let page = "<meta charset=\"utf-8\"><p>" + String(repeating: text + "\n", count: 3)
    let bytes = try encoded(page, as: written)
    let decoded = try TextDecoder().decode(bytes, source: "a")
    #expect((decoded.text == page) == (encoding != "windows-1252" || written == "WINDOWS-1252"))
    let start = "stated to be UTF-8 but "
    let end = " bytes can't be read as such; read as \(encoding) by guess: save it as UTF-8 if characters look wrong"
    #expect(decoded.warnings.count == 1)
    #expect(decoded.warnings.allSatisfy { $0.hasPrefix(start) && $0.hasSuffix(end) }, "\(decoded.warnings)")
}

private let sentences: [(language: String, text: String, encodings: [String])] = [
    ("ru", russian, ["WINDOWS-1251", "KOI8-R", "IBM866", "ISO-8859-5"]),
    (
        "uk", "Збій почався о другій годині дня. Диск переповнився, і обробка замовлень зупинилася на годину.",
        ["WINDOWS-1251", "KOI8-U"]
    ),
    ("bg", "Сривът започна в два часа следобед. Дискът се напълни и поръчките спряха за един час.", ["WINDOWS-1251"]),
    (
        "el", "Η βλάβη ξεκίνησε στις δύο το μεσημέρι. Ο δίσκος γέμισε και οι παραγγελίες σταμάτησαν για μία ώρα.",
        ["WINDOWS-1253"]
    ),
    ("he", "התקלה החלה בשעה שתיים אחר הצהריים. הדיסק התמלא וההזמנות נעצרו למשך שעה.", ["WINDOWS-1255"]),
    (
        "ar", "بدأ العطل في الساعة الثانية بعد الظهر. امتلأ القرص وتوقفت معالجة الطلبات لمدة ساعة.",
        ["WINDOWS-1256", "ISO-8859-6"]
    ),
    ("th", "ระบบเริ่มขัดข้องเมื่อเวลาบ่ายสองโมง ดิสก์เต็มและการสั่งซื้อหยุดไปหนึ่งชั่วโมง", ["CP874"]),
    (
        "pl", "Awaria zaczęła się o drugiej po południu. Dysk się zapełnił, a zamówienia stanęły na godzinę.",
        ["WINDOWS-1250", "ISO-8859-2"]
    ),
    (
        "cs", "Porucha začala ve dvě hodiny odpoledne. Disk se zaplnil a objednávky se na hodinu zastavily.",
        ["WINDOWS-1250", "ISO-8859-2"]
    ),
    (
        "hu", "A hiba délután két órakor kezdődött. Megtelt a lemez, és a rendelések leálltak egy órára.",
        ["WINDOWS-1250"]
    ),
    (
        "tr", "Arıza öğleden sonra saat ikide başladı. Disk doldu ve siparişler bir saat boyunca işlenmedi.",
        ["WINDOWS-1254"]
    ),
    (
        "lt", "Gedimas prasidėjo antrą valandą po pietų. Diskas prisipildė, ir užsakymų apdorojimas sustojo.",
        ["WINDOWS-1257"]
    ),
    ("fr", french, ["WINDOWS-1252"]),
    (
        "de", "Die Störung begann um zwei. Die Festplatte war voll, Aufträge blieben für längere Zeit unerledigt.",
        ["WINDOWS-1252"]
    ),
    (
        "es",
        "El fallo comenzó a las dos. El disco se llenó y la gestión se detuvo; mañana habrá más información aquí.",
        ["WINDOWS-1252"]
    ),
    (
        "pt", "A falha começou às duas da tarde. Não houve processamento; as informações não estão disponíveis.",
        ["WINDOWS-1252"]
    ),
    (
        "sv", "Felet började på eftermiddagen. Disken blev full och beställningarna stod stilla, så vi åtgärdade det.",
        ["WINDOWS-1252"]
    ),
    ("ja", japanese, ["SHIFT_JIS", "EUC-JP", "ISO-2022-JP"]), ("ko", korean, ["CP949"]), ("zh", chinese, ["GB18030"]),
    ("tw", taiwanese, ["BIG5"]),
]

@Test("Undeclared text is read right in the encodings of its language", arguments: sentences.indices)
func undeclared(index: Int) throws {
    let (language, text, encodings) = sentences[index]
    // Text among plain markup, and a quotation mark and a dash as every office program makes them.
    let page = "<html><head><title>\(text)</title></head><body><div class=\"x\"><p>" + text + "</p><p>\(text)</p></div>"
    for encoding in encodings {
        let decoded = try TextDecoder().decode(try encoded(page, as: encoding), source: "a")
        #expect(decoded.text == page, "\(language) in \(encoding) read as \(decoded.encoding)")
    }
}

@Test(
    "A stated encoding gives way only where the letters speak clearly against it",
    arguments: [
        ("windows-1252", "WINDOWS-1251", russian, true), ("iso-8859-1", "KOI8-R", russian, true),
        ("windows-1251", "KOI8-R", russian, true), ("koi8-r", "WINDOWS-1251", russian, true),
        ("iso-8859-1", "SHIFT_JIS", japanese, true), ("shift_jis", "EUC-JP", japanese, true),
        ("windows-1251", "WINDOWS-1251", russian, true), ("euc-jp", "EUC-JP", japanese, true),
        ("windows-1252", "WINDOWS-1252", french, true), ("gb2312", "GB18030", chinese, true),
        ("big5", "BIG5", taiwanese, true), ("euc-kr", "CP949", korean, true),
        ("windows-1250", "WINDOWS-1252", french, false),
    ])
func contradicted(stated: String, written: String, text: String, isRight: Bool) throws {
    let page = "<meta charset=\"\(stated)\"><p>" + String(repeating: text + "\n", count: 3)
    let decoded = try TextDecoder().decode(try encoded(page, as: written), source: "a")
    #expect((decoded.text == page) == isRight, "read as \(decoded.encoding)")
}

@Test(
    "Encodings are known by the names pages give them",
    arguments: [
        ("win-1251", [0xCF], "П"), ("cp-1251", [0xCF], "П"), ("x-cp1251", [0xCF], "П"), ("windows1250", [0xB9], "ą"),
        ("iso8859-2", [0xB1], "ą"), ("ISO_8859-7", [0xE1], "α"), ("iso88595", [0xBF], "П"),
        ("windows-1252", [0x80], "€"),
    ] as [(String, [UInt8], String)])
func labels(label: String, bytes: [UInt8], text: String) throws {
    #expect(try TextDecoder().decode(Data(bytes), source: "a", charset: label).text == text)
}

@Test("A long text is judged by a part that is cut between characters")
func longText() throws {
    let text = String(repeating: japanese + "\n", count: 2_000)
    let decoded = try TextDecoder().decode(try encoded(text, as: "SHIFT_JIS"), source: "a")
    #expect(decoded.encoding == "CP932")
    #expect(decoded.text == text)
}

@Test("UTF-16 without a mark is read, with a warning", arguments: ["UTF-16LE", "UTF-16BE"])
func unmarked(encoding: String) throws {
    for text in ["# Disk full\n\nIt was \u{201C}full\u{201D}.\n", "<p>Disk full"] {
        let decoded = try TextDecoder().decode(try encoded(text, as: encoding), source: "a")
        #expect(decoded.text == text)
        #expect(
            decoded.warnings == [
                "no byte-order mark; read as \(encoding) by guess: save it as UTF-8 if characters look wrong"
            ])
    }
}

/// Text in another encoding, by the system's converter.
private func encoded(_ text: String, as encoding: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", encoding]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    DispatchQueue(label: "iconv").async {
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
    }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
}

@Test(
    "What is no text is refused",
    arguments: [
        ([UInt8](), "a.bin: nothing in it; check that the download or export finished"),
        (Array("%PDF-1.7 x".utf8), "a.bin: binary data, not text; give a page, feed, Markdown or timeline"),
        (
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
            "a.bin: binary data, not text; give a page, feed, Markdown or timeline"
        ),
        (
            Array(repeating: UInt8(0), count: 99),
            "a.bin: binary data, not text; give a page, feed, Markdown or timeline"
        ),
    ] as [([UInt8], String)])
func refused(bytes: [UInt8], message: String) {
    let error = #expect(throws: IngestionError.self) { try TextDecoder().decode(Data(bytes), source: "a.bin") }
    #expect(error?.description == message)
}
