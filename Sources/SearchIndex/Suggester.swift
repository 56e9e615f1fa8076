import GRDB
import Reports

/// Finds words of the index that a misspelt query may have meant.
struct Suggester {
    let db: Database

    /// Words of a query that are looked at.
    private static let limit = 8

    /// The query with each word that no report holds replaced by a similar one; `nil` when no word has any.
    func suggestion(for query: SearchQuery) throws -> String? {
        let tokenizer = try Tokenizer(db)
        var text = query.text
        var isChanged = false
        var tried = 0
        for clause in query.clauses where clause.isTextToFind {
            for case .words(let words) in clause.alternatives where !words.isPrefix && tried < Self.limit {
                let bytes = Array(words.text.utf8)
                for (word, token) in zip(try tokenizer.words(words.text), try tokenizer.tokens(words.text)) {
                    tried += 1
                    let typed = String(decoding: bytes[word.utf8Range], as: UTF8.self)
                    guard tried <= Self.limit, let place = text.firstRange(of: typed),
                        let found = try similar(to: word.term, stem: token.term, tokenizer)
                    else { continue }
                    text.replaceSubrange(place, with: found)
                    isChanged = true
                }
            }
        }
        return isChanged ? text : nil
    }

    /// A word of the reports that is like a word no report holds.
    ///
    /// First come words one edit away, whatever their stem; then those whose stem is two edits away from the word's.
    private func similar(to word: String, stem: String, _ tokenizer: Tokenizer) throws -> String? {
        let letters = Array(word.unicodeScalars)
        guard (3...40).contains(letters.count), letters.allSatisfy({ $0.properties.numericType == nil }),
            try count(of: stem) == 0,
            let term = try oneEditAway(letters, tokenizer) ?? twoEditsAway(Array(stem.unicodeScalars))
        else { return nil }
        return try spelling(of: term, like: letters, tokenizer)
    }

    /// In how many reports a term of the index stands.
    private func count(of term: String) throws -> Int {
        let statement = try db.cachedStatement("SELECT doc FROM report_search_terms WHERE term = ?")
        return try Int.fetchOne(statement, arguments: [term]) ?? 0
    }

    /// The term, found in most reports, of a word that one edit with a letter from a to z leads to.
    private func oneEditAway(_ word: [Unicode.Scalar], _ tokenizer: Tokenizer) throws -> String? {
        let alphabet = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Unicode.Scalar($0) }
        var edits: [[Unicode.Scalar]] = []
        for place in 0...word.count {
            edits += alphabet.map { word[..<place] + [$0] + word[place...] }
            guard place < word.count else { break }
            edits.append(Array(word[..<place] + word[(place + 1)...]))
            edits += alphabet.map { word[..<place] + [$0] + word[(place + 1)...] }
            if place + 1 < word.count {
                edits.append(word[..<place] + [word[place + 1], word[place]] + word[(place + 2)...])
            }
        }
        var text = ""
        for edit in edits {
            text.unicodeScalars.append(contentsOf: edit)
            text += " "
        }
        var best: (term: String, count: Int)?
        for term in Set(try tokenizer.tokens(text).map(\.term)).sorted() {
            let count = try count(of: term)
            if count > best?.count ?? 0 { best = (term, count) }
        }
        return best?.term
    }

    /// The nearest term within two edits, among equally near ones the one in most reports; within one of a short term.
    private func twoEditsAway(_ stem: [Unicode.Scalar]) throws -> String? {
        let reach = stem.count <= 4 ? 1 : 2
        var best: (distance: Int, count: Int, term: String)?
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT term, doc FROM report_search_terms WHERE length(term) BETWEEN ? AND ? ORDER BY term",
            arguments: [stem.count - reach, stem.count + reach])
        while let row = try cursor.next() {
            let candidate: String = row[0]
            let count: Int = row[1]
            guard let distance = EditDistance.between(stem, Array(candidate.unicodeScalars), atMost: reach) else {
                continue
            }
            if best == nil || (distance, -count) < (best!.distance, -best!.count) {
                best = (distance, count, candidate)
            }
        }
        return best?.term
    }

    /// The word behind a term that is most like the one typed, and stands most often, in the first reports that hold it.
    private func spelling(of term: String, like typed: [Unicode.Scalar], _ tokenizer: Tokenizer) throws -> String? {
        let places = try Row.fetchAll(
            db, sql: "SELECT doc, col, offset FROM report_search_places WHERE term = ? LIMIT 12", arguments: [term])
        var counts: [String: Int] = [:]
        for place in places {
            // The column's name comes from the index itself and is checked against the fields we know.
            guard let field = IndexedField(rawValue: place[1]),
                let text = try String.fetchOne(
                    db, sql: "SELECT \(field.rawValue) FROM reports WHERE rowid = ?", arguments: [place[0] as Int64])
            else { continue }
            let words = try tokenizer.words(text)
            let offset: Int = place[2]
            if words.indices.contains(offset) { counts[words[offset].term, default: 0] += 1 }
        }
        let ranked = counts.map { word, count in
            (
                distance: EditDistance.between(typed, Array(word.unicodeScalars), atMost: 8) ?? 9, count: count,
                word: word
            )
        }
        return ranked.min { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }?.word
    }
}
