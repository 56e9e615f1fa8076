import Reports

/// The words in which tools and people name the seven stamps.
enum StampLabels {
    /// The stamp a label names, `Impact started at`, `Time detected` or `Resolved`; `nil` for other words.
    static func stamp(_ label: String) -> StampName? {
        guard label.utf8.count <= 60 else { return nil }
        var words = MarkdownSection.folded(label).split(separator: " ").map(String.init)
        // "Impact started at (UTC)" and "Time of detection" say no more than "impact started" and "detection".
        words.removeAll { ["at", "time", "date", "the", "of", "on", "utc", "was", "and", "timestamp"].contains($0) }
        return names[words.joined(separator: " ")]
    }

    private static let names: [String: StampName] = {
        let table: [(StampName, [String])] = [
            (
                .impactStart,
                [
                    "impact start", "impact started", "impact begin", "impact began", "impact begins", "start impact",
                    "beginning impact", "start", "started", "begin", "began", "incident start", "incident started",
                    "incident began", "outage start", "outage started", "outage began", "start outage",
                    "start incident", "problem start", "customer impact start", "customer impact started", "occurred",
                    "impact from",
                ]
            ),
            (
                .detected,
                ["detected", "detection", "first detected", "incident detected", "issue detected", "noticed"]
            ),
            (.alerted, ["alerted", "alert", "first alert", "alert fired", "paged", "first page", "triggered"]),
            (
                .engaged,
                ["engaged", "acknowledged", "acked", "responder engaged", "responders engaged", "response started"]
            ),
            (.declared, ["declared", "incident declared", "reported", "declaration"]),
            (
                .mitigated,
                [
                    "mitigated", "repaired", "repaired declared", "impact mitigated", "incident mitigated", "fixed",
                    "impact end", "impact ended",
                    "end impact", "impact over", "customer impact end", "customer impact ended", "impact until",
                ]
            ),
            (
                .resolved,
                [
                    "resolved", "incident resolved", "issue resolved", "resolution", "end", "ended", "incident end",
                    "incident ended", "outage end", "outage ended", "end incident", "end outage", "recovered",
                    "fully resolved", "service restored", "restored",
                ]
            ),
        ]
        var names: [String: StampName] = [:]
        for (stamp, labels) in table {
            for label in labels { names[label] = stamp }
        }
        return names
    }()
}
