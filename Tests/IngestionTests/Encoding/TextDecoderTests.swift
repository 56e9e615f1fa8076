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
    #expect(decoded.warnings == ["1 places unreadable as UTF-8, replaced by U+FFFD"])

    let japanese = try TextDecoder().decode(Data([0x93, 0xFA, 0xFF, 0x61]), source: "a", charset: "sjis")
    #expect(japanese.text == "日\u{FFFD}a")
}

@Test("An unknown encoding is named in a warning")
func unknownEncoding() throws {
    let decoded = try TextDecoder().decode(Data(eAcute), source: "a", charset: "x-klingon")
    #expect(decoded.text == "café")
    #expect(
        decoded.warnings == [
            "unknown encoding 'x-klingon'; guessed instead", "no encoding stated; read as windows-1252",
        ])
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
