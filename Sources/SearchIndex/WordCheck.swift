import Foundation
import GRDB
import Reports

/// Holds the full-text index against the words of the reports.
///
/// SQLite's own check is phrased as a write. This one reads every place of the index and every text once, keeps one
/// number per report, and looks up every term.
struct WordCheck {
    let db: Database
    /// Whether making the index anew from the reports would mend it: it would also make forged text look right.
    let reportsAreSound: Bool

    private var remedy: String {
        reportsAreSound
            ? "rebuild it with: sqlite3 knowledge.db \"INSERT INTO report_search(report_search) VALUES('rebuild')\""
            : "first mend the reports named above; ingesting their sources again mends this too"
    }

    func damage() throws -> [Damage] {
        do {
            return try rowDamage() + wordDamage() + lookUpDamage()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [search("report_search", "cannot be read (\(error.message ?? "no message"))")]
        }
    }

    private func search(_ place: String, _ problem: String) -> Damage {
        Damage(part: .search, place: place, problem: problem, remedy: remedy)
    }

    private func rowDamage() throws -> [Damage] {
        let reports = try Row.fetchAll(
            db,
            sql: """
                SELECT id FROM report WHERE number NOT IN (SELECT id FROM report_search_docsize) ORDER BY id
                """)
        let rows = try Int64.fetchAll(
            db, sql: "SELECT id FROM report_search_docsize WHERE id NOT IN (SELECT number FROM report) ORDER BY id")
        return reports.map { search($0[0], "cannot be found by words") }
            + rows.map { search("row \($0)", "belongs to no report") }
    }

    /// What the index holds of a report, whatever the order it is read in.
    private struct Content: Equatable {
        /// The sum over all places.
        var digest = 0
        /// The number of terms in each column.
        var sizes: [Int]
    }

    /// Longer terms are cut off by FTS5.
    private static let longestTerm = 32_768

    private func wordDamage() throws -> [Damage] {
        let expected = try contentOfReports()
        let found = try contentOfIndex()
        var damage: [Damage] = []
        for report in try Row.fetchAll(db, sql: "SELECT number, id FROM report ORDER BY id") {
            guard let words = expected[report[0]] else { continue }
            guard found[report[0]] == words, try size(of: report[0]).map({ $0 == words.sizes }) ?? true else {
                damage.append(search(report[1], "its words in the index are not those of the report"))
                continue
            }
        }
        let others = try Set(
            Int64.fetchAll(db, sql: "SELECT number FROM report UNION SELECT id FROM report_search_docsize"))
        for row in found.keys.sorted() where !others.contains(row) {
            damage.append(search("row \(row)", "holds words of no report"))
        }
        let totals = expected.values.reduce(into: Array(repeating: 0, count: IndexedField.allCases.count + 1)) {
            $0[0] += 1
            for (column, size) in $1.sizes.enumerated() { $0[column + 1] += size }
        }
        if damage.isEmpty, try totals != storedTotals() {
            damage.append(search("report_search", "its totals are not those of the reports"))
        }
        return damage
    }

    private func contentOfReports() throws -> [Int64: Content] {
        let fields = IndexedField.allCases.map(\.rawValue)
        let tokenizer = try Tokenizer(db)
        var contents: [Int64: Content] = [:]
        let cursor = try Row.fetchCursor(db, sql: "SELECT rowid, \(fields.joined(separator: ", ")) FROM reports")
        while let row = try cursor.next() {
            var content = Content(sizes: [])
            for (column, field) in fields.enumerated() {
                let tokens = try tokenizer.tokens(row[column + 1] ?? "")
                content.sizes.append(tokens.count)
                for (position, token) in tokens.enumerated() {
                    let isCut = token.term.utf8.count > Self.longestTerm
                    let term =
                        isCut ? String(decoding: token.term.utf8.prefix(Self.longestTerm), as: UTF8.self) : token.term
                    content.digest &+= Self.digest(term, field, position)
                }
            }
            contents[row[0]] = content
        }
        return contents
    }

    private func contentOfIndex() throws -> [Int64: Content] {
        let fields = IndexedField.allCases.map(\.rawValue)
        let columns = Dictionary(uniqueKeysWithValues: zip(fields, fields.indices))
        var contents: [Int64: Content] = [:]
        let cursor = try Row.fetchCursor(db, sql: "SELECT doc, term, col, offset FROM report_search_places")
        while let row = try cursor.next() {
            let (field, position): (String, Int) = (row[2], row[3])
            var content = contents[row[0]] ?? Content(sizes: Array(repeating: 0, count: fields.count))
            content.digest &+= Self.digest(row[1], field, position)
            if let column = columns[field] { content.sizes[column] += 1 }
            contents[row[0]] = content
        }
        // A report without any word stands nowhere in the index.
        for number in try Int64.fetchAll(db, sql: "SELECT number FROM report") where contents[number] == nil {
            contents[number] = Content(sizes: Array(repeating: 0, count: fields.count))
        }
        return contents
    }

    /// Of this run alone, so that nobody can make two texts with the same sum.
    private static func digest(_ term: String, _ field: String, _ position: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(term)
        hasher.combine(field)
        hasher.combine(position)
        return hasher.finalize()
    }

    /// The lengths that ranking goes by.
    private func size(of number: Int64) throws -> [Int]? {
        let statement = try db.cachedStatement("SELECT sz FROM report_search_docsize WHERE id = ?")
        // Where it is missing, that has been said.
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        return Self.numbers(Data.fromDatabaseValue(row[0]) ?? Data())
    }

    /// The number of reports and of the terms in each column; FTS5 leaves it out while there are none.
    private func storedTotals() throws -> [Int] {
        // The row that FTS5 reserves for it.
        let row = try Row.fetchOne(db, sql: "SELECT block FROM report_search_data WHERE id = 1")
        let numbers = Self.numbers(row.flatMap { Data.fromDatabaseValue($0[0]) } ?? Data())
        return numbers.isEmpty ? Array(repeating: 0, count: IndexedField.allCases.count + 1) : numbers
    }

    /// SQLite's variable-length integers, <https://www.sqlite.org/fileformat2.html#varint>.
    private static func numbers(_ data: Data) -> [Int] {
        var numbers: [Int] = []
        var value = 0
        var length = 0
        for byte in data {
            length += 1
            if length == 9 {
                value = value << 8 | Int(byte)
            } else {
                value = value << 7 | Int(byte & 0x7F)
                if byte & 0x80 != 0 { continue }
            }
            numbers.append(value)
            (value, length) = (0, 0)
        }
        return numbers
    }

    /// Reading the index from end to end does not use the pages by which a single term is found.
    private func lookUpDamage() throws -> [Damage] {
        let all = try Row.fetchAll(db, sql: "SELECT term, doc, cnt FROM report_search_terms")
        let lookUp = try db.cachedStatement("SELECT term, doc, cnt FROM report_search_terms WHERE term = ?")
        for row in all where try Row.fetchOne(lookUp, arguments: [row[0] as DatabaseValue]) != row {
            return [search("report_search", "some of its words cannot be looked up")]
        }
        return []
    }
}
