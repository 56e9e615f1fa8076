import Foundation

extension Report {
    /// Changes every text of the report in the same way, what its labels quote among them.
    ///
    /// Where a change makes a text longer or shorter, ``placeLabels()`` finds the quotes again.
    package mutating func changeTexts(_ change: (inout String) -> Void) {
        func changeAny(_ text: inout String?) {
            if text != nil { change(&text!) }
        }
        func changeAll(_ texts: inout [String]) {
            for index in texts.indices { change(&texts[index]) }
        }
        change(&source)
        changeAny(&title)
        changeAny(&organisation)
        changeAll(&authors)
        changeAny(&language)
        changeAny(&url)
        changeAny(&archivedURL)
        changeAll(&otherURLs)
        change(&summary)
        change(&text)
        change(&html)
        for index in timeline.indices {
            change(&timeline[index].text)
            changeAny(&timeline[index].actor)
            changeAny(&timeline[index].phase)
        }
        for name in StampName.allCases where stamps[name]?.from != nil { changeAny(&stamps[name]!.from) }
        changeAll(&services)
        changeAny(&severity)
        for index in actionItems.indices {
            change(&actionItems[index].text)
            changeAny(&actionItems[index].owner)
            changeAny(&actionItems[index].due)
            changeAny(&actionItems[index].status)
            changeAny(&actionItems[index].kind)
        }
        for index in labels?.indices ?? 0..<0 { labels![index].changeTexts(change) }
        changeAny(&incident)
        changeAll(&warnings)
    }

    /// Gives the quotes of labels their places in a text that has changed, and leaves out those that no longer stand.
    package mutating func placeLabels() {
        guard var labels else { return }
        for index in labels.indices {
            labels[index].evidence = labels[index].evidence.compactMap { $0.placed(in: self) }
        }
        self.labels = labels
    }
}

extension ContributingFactor {
    /// Changes every quote and the name of whoever says it.
    package mutating func changeTexts(_ change: (inout String) -> Void) {
        for index in evidence.indices {
            change(&evidence[index].quote)
            if evidence[index].by != nil { change(&evidence[index].by!) }
        }
    }
}

extension String {
    /// Puts something else in the place of every U+0000, which ends a string early for SQLite and its shell and for most
    /// of what reads JSON.
    ///
    /// - Parameter byte: Nothing takes its place when `nil`.
    package mutating func replaceZeros(with byte: UInt8?) {
        // Every text of every report is searched, so it is left to the C library.
        let hasZero = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        guard hasZero ?? utf8.contains(0) else { return }
        self = String(decoding: utf8.compactMap { $0 == 0 ? byte : $0 }, as: UTF8.self)
    }
}
