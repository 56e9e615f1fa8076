import Foundation
import Reports
import SearchIndex
import TestSupport
import Testing

/// One row of `queries.json`, which the browser's parser is held against as well.
struct ParsingCase: Sendable, CustomTestStringConvertible {
    var query: String
    /// Canonical JSON.
    var ast: String

    var testDescription: String { query.count > 60 ? "\(query.prefix(60))…" : query }

    static let all: [ParsingCase] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "queries.json")
        guard let data = try? Data(contentsOf: file),
            let rows = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        else { return [] }
        return rows.compactMap { row in
            guard let query = row["query"] as? String, let ast = row["ast"] else { return nil }
            return canonical(ast).map { ParsingCase(query: query, ast: $0) }
        }
    }()

    static func canonical(_ value: Any) -> String? {
        (try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    static func canonical(json: String) throws -> String? {
        canonical(try JSONSerialization.jsonObject(with: Data(json.utf8)))
    }
}

@Suite struct QueryParsing {
    @Test("queries.json can be read")
    func table() {
        #expect(ParsingCase.all.count >= 60)
    }

    @Test("A query is taken apart as the table says", arguments: ParsingCase.all)
    func parses(row: ParsingCase) throws {
        #expect(try ParsingCase.canonical(json: SearchQuery(row.query).json.text) == row.ast)
    }

    @Test("A long query is taken apart in no time worth noting")
    func long() {
        for piece in ["\"", "a\"", "-", "a OR ", "title:", "date:2024..", "*", "factor:!", "“x”*", "\u{0}", "🔥"] {
            let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
            let elapsed = threadSeconds { _ = SearchQuery(text) }
            #expect(elapsed < 10, "\(piece)")
        }
    }

    @Test(
        "A key keeps letters and digits only",
        arguments: [("SEV-1", "sev1"), ("sev 1", "sev1"), ("Größe", "größe"), ("--", ""), ("Ⅷ²", "ⅷ²")])
    func key(text: String, key: String) {
        #expect(SearchQuery.key(text) == key)
    }
}
