import Reports

extension Report {
    /// The report without U+0000. Sources hold it as a stray byte or, in JSON, YAML and entities, spelled out.
    var withoutZeros: Report {
        var report = self
        report.changeTexts { $0.replaceZeros(with: nil) }
        report.placeLabels()
        return report
    }
}
