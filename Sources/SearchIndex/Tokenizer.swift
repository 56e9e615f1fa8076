import GRDB

/// Splits texts into the terms of the index, by the very tokenizer that FTS5 uses: `porter unicode61 remove_diacritics 2`.
struct Tokenizer {
    /// A term and the bytes of the text it was made from.
    struct Token {
        /// Folded and stemmed.
        var term: String
        var utf8Range: Range<Int>
    }

    private let tokenizer: any FTS5Tokenizer
    /// The same without the stemmer.
    private let folder: any FTS5Tokenizer

    init(_ db: Database) throws {
        let folding = ["unicode61", "remove_diacritics", "2"]
        tokenizer = try db.makeTokenizer(FTS5TokenizerDescriptor(components: ["porter"] + folding))
        folder = try db.makeTokenizer(FTS5TokenizerDescriptor(components: folding))
    }

    /// Runs `body` with a tokenizer of an empty database in memory.
    static func withTokenizer<T>(_ body: (Tokenizer) throws -> T) throws -> T {
        try DatabaseQueue().read { try body(Tokenizer($0)) }
    }

    /// The terms of a text in order. Reads no further than a NUL, as SQLite does.
    func tokens(_ text: String) throws -> [Token] {
        try tokens(text, by: tokenizer)
    }

    /// The words of a text in order, folded but not stemmed.
    func words(_ text: String) throws -> [Token] {
        try tokens(text, by: folder)
    }

    private final class Collector {
        var tokens: [Token] = []
    }

    private func tokens(_ text: String, by tokenizer: any FTS5Tokenizer) throws -> [Token] {
        let collector = Collector()
        var text = text
        let code = text.withUTF8 { bytes -> CInt in
            guard let base = bytes.baseAddress, !bytes.isEmpty else { return 0 }
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                let length = bytes.firstIndex(of: 0) ?? bytes.count
                return tokenizer.tokenize(
                    context: Unmanaged.passUnretained(collector).toOpaque(), tokenization: .document,
                    pText: characters, nText: CInt(clamping: length),
                    tokenCallback: { context, _, token, length, start, end in
                        guard let context, let token else { return 0 }
                        let bytes = UnsafeRawBufferPointer(start: token, count: Int(length))
                        Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().tokens.append(
                            Token(term: String(decoding: bytes, as: UTF8.self), utf8Range: Int(start)..<Int(end)))
                        return 0
                    })
            }
        }
        guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        return collector.tokens
    }
}

extension SearchIndex {
    /// The terms the index keeps of a text, folded and stemmed, in order.
    public static func foldedTerms(of text: String) throws -> [String] {
        try Tokenizer.withTokenizer { try $0.tokens(text).map(\.term) }
    }
}
