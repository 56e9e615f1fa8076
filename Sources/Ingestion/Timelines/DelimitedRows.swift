/// Rows of CSV and its relatives: RFC 4180 quoting, line ends inside quotes, any delimiter of `,` `;` tab `|`.
struct DelimitedRows {
    /// Cells as written, quotes taken off; rows that are blank throughout left out.
    var rows: [[String]] = []

    /// Finds the delimiter: the one that gives the first rows the same number of cells, two at least; `nil` when none
    /// does.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        var best: (delimiter: UInt8, width: Int)?
        for delimiter in [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")] {
            let sample = Self.parse(bytes, delimiter, maxRows: 20)
            guard let width = sample.first?.count, width >= 2, sample.count >= 2 else { continue }
            // Ragged rows are common at the end of exports; the text column may hold stray delimiters.
            let even = sample.filter { $0.count == width }.count
            guard even * 4 >= sample.count * 3 else { continue }
            if width > best?.width ?? 0 { best = (delimiter, width) }
        }
        guard let best else { return nil }
        rows = Self.parse(bytes, best.delimiter, maxRows: .max)
    }

    private static func parse(_ bytes: [UInt8], _ delimiter: UInt8, maxRows: Int) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        // Only blanks since the cell began.
        var isBlank = true
        var index = 0
        func closeRow() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
            row = []
            isBlank = true
        }
        while index < bytes.count, rows.count < maxRows {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte == 0x22 {
                    if index < bytes.count, bytes[index] == 0x22 {
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
                if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
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
