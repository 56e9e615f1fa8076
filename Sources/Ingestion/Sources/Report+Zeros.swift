import Foundation
import Reports

extension Report {
    /// The report without U+0000, which ends a string early for SQLite's shell and for most of what reads JSON.
    ///
    /// Sources hold it as a stray byte or, in JSON and entities, spelled out.
    var withoutZeros: Report {
        var report = self
        report.title?.dropZeros()
        report.organisation?.dropZeros()
        report.severity?.dropZeros()
        report.url?.dropZeros()
        report.summary.dropZeros()
        report.text.dropZeros()
        report.html.dropZeros()
        for index in report.authors.indices { report.authors[index].dropZeros() }
        for index in report.services.indices { report.services[index].dropZeros() }
        for index in report.timeline.indices {
            report.timeline[index].text.dropZeros()
            report.timeline[index].actor?.dropZeros()
            report.timeline[index].phase?.dropZeros()
        }
        for index in report.actionItems.indices { report.actionItems[index].dropZeros() }
        return report
    }
}

extension ActionItem {
    fileprivate mutating func dropZeros() {
        text.dropZeros()
        owner?.dropZeros()
        due?.dropZeros()
        status?.dropZeros()
        kind?.dropZeros()
    }
}

extension String {
    fileprivate mutating func dropZeros() {
        // Every text of every report is searched, so it is left to the C library.
        let hasZero = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        guard hasZero ?? utf8.contains(0) else { return }
        self = String(decoding: utf8.filter { $0 != 0 }, as: UTF8.self)
    }
}
