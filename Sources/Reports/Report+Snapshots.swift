/// States of one incident as a feed tells it at different times.
///
/// Feeds are published over and over and keep only what is recent: a snapshot may be read after a newer one, and a newer
/// one may have lost the first updates. Whatever the order they are read in, the state kept is the newest, with all
/// updates that any of them had.
extension Report {
    /// Whether this is an older state than `other`: changed earlier, or at the same time and with fewer updates. `false`
    /// when either has no date.
    package func isOlder(than other: Report) -> Bool {
        guard let mine = updated ?? published, let theirs = other.updated ?? other.published else { return false }
        if mine.secondsSince1970 != theirs.secondsSince1970 { return mine < theirs }
        return timeline.count < other.timeline.count
    }

    /// This state with the updates before its first that an older one has; itself when there are none.
    package func completed(by older: Report) -> Report {
        guard let first = timeline.lazy.compactMap(\.at).min() else { return self }
        let texts = Set(timeline.map(\.text))
        let lost = older.timeline.filter { event in
            guard let at = event.at else { return false }
            return at.secondsSince1970 < first.secondsSince1970 && !texts.contains(event.text)
        }
        guard !lost.isEmpty else { return self }
        var report = self
        report.timeline = lost + timeline
        let words = lost.map { event in
            let phase = event.phase.map { "\($0.prefix(1).uppercased())\($0.dropFirst()) - " } ?? ""
            return phase + event.text
        }.joined(separator: "\n\n")
        report.text = text.isEmpty ? words : words + "\n\n" + text
        report.html = Self.paragraphs(words) + html
        report.published = [published, older.published].compactMap { $0 }.min()
        for name in [StampName.impactStart, .detected, .declared] {
            guard let stamp = older.stamps[name] else { continue }
            if report.stamps[name].map({ name == .declared && stamp.at < $0.at }) ?? true {
                report.stamps[name] = stamp
            }
        }
        return report
    }

    private static func paragraphs(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return escaped.split(separator: "\n\n").map { "<p>\($0)</p>\n" }.joined()
    }
}
