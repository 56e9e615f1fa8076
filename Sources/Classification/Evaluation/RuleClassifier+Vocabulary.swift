import Reports

extension RuleClassifier {
    /// How many words the title and text of a report have, and how many of them no cue asks for.
    ///
    /// Most words of any text are such. What tells is a change of their share: another language, domain or way of
    /// writing than the cues were written for.
    public func vocabulary(of report: Report) -> (words: Int, unknown: Int) {
        let words = ReportReading(report, lexicon: lexicon).words
        return (words.count, words.count { $0.symbols.isEmpty })
    }
}
