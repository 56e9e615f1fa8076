import Reports

/// A stand-in for a title that a text lacks.
enum FirstWords {
    /// The first line of a text, cut at a word after at most 80 characters; `nil` when the text has no words.
    static func of(_ text: String) -> String? {
        guard let line = text.split(whereSeparator: \.isNewline).lazy.map(\.trimmed).first(where: { !$0.isEmpty })
        else {
            return nil
        }
        guard line.count > 80 else { return line }
        var cut = line.prefix(80)
        if let blank = cut.lastIndex(of: " ") { cut = cut[..<blank] }
        return cut.trimmed + "…"
    }

    /// The file name of a path without its ending, `-` and `_` as blanks.
    static func fileName(_ source: String) -> String {
        let name = source.split(separator: "/").last.map(String.init) ?? source
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        return String(stem.map { $0 == "-" || $0 == "_" ? " " : $0 })
    }

    /// Gives a report without title the first words of its text, else its file's name, with a warning.
    ///
    /// - Parameter text: Where the words are looked for first; `nil` for the report's text.
    static func fillTitle(of report: inout Report, from text: String? = nil, remedy: String) {
        if let words = text.flatMap(of) ?? of(report.text) {
            report.title = words
            report.warnings.append("no title; the first words stand in for it: \(remedy)")
        } else {
            report.title = fileName(report.source)
            report.warnings.append("no title; the file name stands in for it: \(remedy)")
        }
    }
}
