import GRDB
import Reports

/// Finds words of the index that a misspelt query may have meant.
struct Suggester {
    let db: Database

    /// The query with each word that no report holds replaced by a similar one; `nil` when no word has any.
    func suggestion(for query: SearchQuery) throws -> String? {
        let tokenizer = try Tokenizer(db)
        var text = query.text
        var isChanged = false
        var tried = 0
        for clause in query.clauses where clause.isTextToFind {
            for case .words(let words) in clause.alternatives where !words.isPrefix && tried < TermBuilder.limit {
                let tokens = try tokenizer.tokens(words.text)
                let bytes = Array(words.text.utf8)
                for token in tokens.prefix(TermBuilder.limit) {
                    tried += 1
                    let typed = String(decoding: bytes[token.utf8Range], as: UTF8.self)
                    guard let place = text.firstRange(of: typed), let word = try similar(to: token.term, tokenizer)
                    else { continue }
                    text.replaceSubrange(place, with: word)
                    isChanged = true
                }
            }
        }
        return isChanged ? text : nil
    }

    /// The nearest term of the index, among equally near ones the one in most reports, as reports spell it.
    private func similar(to term: String, _ tokenizer: Tokenizer) throws -> String? {
        let wanted = Array(term.unicodeScalars)
        guard wanted.count >= 3, wanted.count <= 40, !wanted.contains(where: { $0.properties.numericType != nil })
        else {
            return nil
        }
        let reach = wanted.count <= 4 ? 1 : 2
        var best: (distance: Int, count: Int, term: String)?
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT term, doc FROM report_search_terms WHERE length(term) BETWEEN ? AND ? ORDER BY term",
            arguments: [wanted.count - reach, wanted.count + reach])
        while let row = try cursor.next() {
            let candidate: String = row[0]
            if candidate == term { return nil }
            let count: Int = row[1]
            guard let distance = Self.distance(wanted, Array(candidate.unicodeScalars), atMost: reach) else { continue }
            if best == nil || (distance, -count) < (best!.distance, -best!.count) {
                best = (distance, count, candidate)
            }
        }
        return try best.flatMap { try spelling(of: $0.term, tokenizer) }
    }

    /// The word that stands most often behind a term, in the first reports that hold it.
    private func spelling(of term: String, _ tokenizer: Tokenizer) throws -> String? {
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
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    /// How many letters have to be put in, left out, replaced or swapped with their neighbour; `nil` beyond `limit`.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, b) in right.enumerated() {
                var cost = min(previous[j] + (a == b ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            if row.min()! > limit { return nil }
            (before, previous) = (previous, row)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
