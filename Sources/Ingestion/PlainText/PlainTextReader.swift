import Reports

/// Reads plain text: prose, or a log whose lines begin with times.
public struct PlainTextReader: Sendable {
    /// The zone of a timeline's times that name none, where the text states none.
    public var zone: TimeZoneRule?
    /// The day of such times, where nothing else names one.
    public var day: Timestamp?

    public init(zone: TimeZoneRule? = nil, day: Timestamp? = nil) {
        self.zone = zone
        self.day = day
    }

    /// The report a text tells: its first line as title, paragraphs as they stand.
    ///
    /// A text most of whose lines begin with times is read as a timeline (kind `timeline`) by ``TimelineReader``.
    ///
    /// - Throws: ``IngestionError`` with `emptyInput` for a text of blanks.
    public func read(_ text: String, source: String) throws -> Report {
        if let timeline = TimelineReader(zone: zone, day: day).readLog(text, source: source) { return timeline }
        let paragraphs = Self.paragraphs(of: text)
        guard let first = paragraphs.first, let title = FirstWords.of(first) else {
            throw IngestionError(source, .emptyInput)
        }
        var report = Report(source: source, kind: .postmortem, title: title)
        report.text = Self.body(paragraphs, without: title).joined(separator: "\n\n")
        report.html = report.text.isEmpty ? "" : Self.html(Self.body(paragraphs, without: title))
        if report.text.isEmpty { report.warnings.append("one line only; it is the title and there is no text") }
        report.summary = Self.body(paragraphs, without: title).first ?? ""
        StatedFacts.add(to: &report, zone: zone)
        return report
    }

    /// Runs of lines between blank lines, line ends kept, blanks at line ends dropped.
    static func paragraphs(of text: String) -> [String] {
        var result: [String] = []
        var lines: [Substring] = []
        func close() {
            if !lines.isEmpty { result.append(lines.joined(separator: "\n")) }
            lines = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                close()
            } else {
                lines.append(line.last?.isWhitespace == true ? Substring(String(line).trimmedRight) : line)
            }
        }
        close()
        return result
    }

    /// The paragraphs without a first line that is the title.
    private static func body(_ paragraphs: [String], without title: String) -> [String] {
        guard let first = paragraphs.first else { return [] }
        let lines = first.split(separator: "\n", maxSplits: 1)
        guard lines.first.map({ $0.trimmed == title }) ?? false else { return paragraphs }
        let rest = Array(paragraphs.dropFirst())
        return lines.count > 1 ? [String(lines[1])] + rest : rest
    }

    private static func html(_ paragraphs: [String]) -> String {
        paragraphs.map { "<p>\($0.escapedForMarkup.replacing("\n", with: "<br>\n"))</p>\n" }.joined()
    }
}

extension String {
    fileprivate var trimmedRight: String {
        var view = self[...]
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
