/// Rows of CSV and its relatives: RFC 4180 quoting, line ends inside quotes, any delimiter of `,` `;` tab `|`.
struct DelimitedRows {
    /// Cells as written, quotes taken off; rows that are blank throughout left out.
    var rows: [[String]] = []
    /// Lines above the first row that has the width of the table: a title, a note on the zone.
    var preamble: [String] = []
    /// How many cells most rows have.
    var width = 0
    var delimiter: Character = ","

    private static let ruleMarks = Array(" -+=:|".utf8)
    private static let delimiters: [UInt8] = [0x09, 0x2C, 0x3B, 0x7C]

    /// Finds the delimiter: the one that gives most of the first rows the same number of cells, two at least, those
    /// under whose reading a header names a time first; `nil` when none does.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        var declared: UInt8?
        // What spreadsheets write to say which delimiter follows.
        if bytes.starts(with: "sep=".utf8), let mark = bytes.dropFirst(4).first, Self.delimiters.contains(mark) {
            declared = mark
            bytes = bytes.drop { $0 != 0x0A && $0 != 0x0D }
        }
        var best: (delimiter: UInt8, width: Int, isNamed: Bool)?
        for delimiter in declared.map({ [$0] }) ?? Self.delimiters {
            let sample = Self.parse(bytes, delimiter, maxRows: 20)
            guard let width = Self.width(of: sample) else { continue }
            let header = sample.first { $0.count == width } ?? []
            let isNamed = TimelineColumns(header: header) != nil
            if best.map({ (isNamed ? 1 : 0, width) > ($0.isNamed ? 1 : 0, $0.width) }) ?? true {
                best = (delimiter, width, isNamed)
            }
        }
        guard let best else { return nil }
        width = best.width
        delimiter = Character(Unicode.Scalar(best.delimiter))
        rows = Self.parse(bytes, best.delimiter, maxRows: .max)
        let lead = rows.prefix { row in row.count != width && row.filter { !$0.trimmed.isEmpty }.count == 1 }
        guard lead.count < 10, lead.count < rows.count else { return }
        preamble = lead.map { $0.map(\.trimmed).joined() }
        rows.removeFirst(lead.count)
    }

    /// The number of cells that most rows have; `nil` when the rows are too few or too ragged for a table.
    ///
    /// Ragged rows are common at the end of exports; the text column may hold stray delimiters.
    private static func width(of sample: [[String]]) -> Int? {
        guard sample.count >= 2 else { return nil }
        var counts: [Int: Int] = [:]
        for row in sample { counts[row.count, default: 0] += 1 }
        guard let width = counts.filter({ $0.key >= 2 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
            width.value >= 2, width.value * 5 >= sample.count * 3
        else { return nil }
        return width.key
    }

    private static func parse(_ bytes: ArraySlice<UInt8>, _ delimiter: UInt8, maxRows: Int) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        // Only blanks since the cell began.
        var isBlank = true
        var index = bytes.startIndex
        func closeRow() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            // Rules that database shells draw under a header are no rows.
            if row.contains(where: { $0.utf8.contains { !Self.ruleMarks.contains($0) } }) { rows.append(row) }
            row = []
            isBlank = true
        }
        while index < bytes.endIndex, rows.count < maxRows {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte == 0x22 {
                    if index < bytes.endIndex, bytes[index] == 0x22 {
                        cell.append(0x22)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    cell.append(byte)
                }
            } else if byte == 0x22, isBlank {
                isQuoted = true
                isBlank = false
                cell.removeAll(keepingCapacity: true)
            } else if byte == delimiter {
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                isBlank = true
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
                closeRow()
            } else {
                isBlank = isBlank && byte == 0x20
                cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty { closeRow() }
        return rows
    }
}
