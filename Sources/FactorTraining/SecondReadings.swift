import Foundation

/// Who read the labels of each incident, or file of reports, again: only what two have read is learned from, so that
/// neither a slip nor an unreviewed suggestion of the classifier comes back to it as a label.
struct SecondReadings {
    /// Names of entries that somebody other than their writer has read.
    private let read: Set<String>

    /// - Parameter table: The text of `incidents.readings` or `reports.readings`: a header, then the entry or file, who wrote
    ///   it, who read it and more, with tabs between them.
    init(table: String) {
        read = Set(
            table.split(separator: "\n").dropFirst().compactMap { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count > 2, !fields[2].isEmpty, fields[2] != fields[1] else { return nil }
                return String(fields[0])
            })
    }

    /// - Throws: ``UnreadLabels`` for the first entry, in order, that nobody else has read.
    func check(_ entries: [String]) throws {
        if let entry = entries.sorted().first(where: { !read.contains($0) }) { throw UnreadLabels(entry: entry) }
    }
}

/// Labels that nobody but their writer has read.
struct UnreadLabels: Error, CustomStringConvertible {
    var entry: String

    var description: String {
        "\(entry): nobody but its writer has read its labels; have it read and say so in Corpus/labels/*.readings"
    }
}
