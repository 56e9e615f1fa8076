import Reports

/// Entries of a status feed that tell of one incident.
struct IncidentGroup {
    /// What tells the incident from others in every snapshot of the feed; an address when it has one of its own.
    var key: String?
    /// In the feed's order.
    var entries: [FeedEntry]
}

/// Finds the entries that tell of one incident, where a feed has one for each update.
///
/// They share the incident's own page, or their ids differ only in the moment of the update
/// (`…#ec2-us-east-1_1611600000`) and come close upon each other.
struct IncidentGroups {
    private let entries: [FeedEntry]
    private let front: String?

    /// - Parameter front: The page the feed belongs to, which is no incident's own.
    init(_ entries: [FeedEntry], front: String?) {
        self.entries = entries
        self.front = front.map { WebAddress.normalised($0) }
    }

    /// In the order of each incident's first entry in the feed.
    func groups() -> [IncidentGroup] {
        var parts: [String: [Int]] = [:]
        var order: [String] = []
        for (index, entry) in entries.enumerated() {
            let name = name(of: entry) ?? "\(index)"
            if parts[name] == nil { order.append(name) }
            parts[name, default: []].append(index)
        }
        var found: [(first: Int, group: IncidentGroup)] = []
        for name in order {
            let members = parts[name] ?? []
            if name.hasPrefix("series:"), members.count > 1 {
                found += series(members)
            } else {
                let key = members.count > 1 ? entries[members[0]].link : nil
                found.append((members[0], IncidentGroup(key: key, entries: members.map { entries[$0] })))
            }
        }
        return found.sorted { $0.first < $1.first }.map(\.group)
    }

    /// What entries of one incident have in common; `nil` when an entry stands for itself.
    private func name(of entry: FeedEntry) -> String? {
        if let (series, _) = Self.series(of: entry.id ?? "") { return "series:" + series }
        guard let link = entry.link, isOwnPage(link, of: entry) else { return nil }
        return "page:" + link
    }

    /// Whether a link leads to one incident's page rather than to a page on all.
    private func isOwnPage(_ link: String, of entry: FeedEntry) -> Bool {
        guard WebAddress.isAddress(link), link != front, let scheme = link.firstRange(of: "://") else { return false }
        let path = link[scheme.upperBound...].split(separator: "/").dropFirst()
        guard let last = path.last, last.utf8.count >= 4 else { return false }
        if entry.id?.holds(last) == true { return true }
        return path.dropLast().contains {
            ["incident", "incidents", "event", "events", "issue", "issues"].contains($0)
        }
    }

    /// `http://status.example.com/#name` and the seconds of `http://status.example.com/#name_1611600000`.
    static func series(of id: String) -> (name: String, seconds: Int64)? {
        guard let mark = id.lastIndex(of: "_"), id.holds("#") else { return nil }
        let digits = id[id.index(after: mark)...]
        guard (9...10).contains(digits.utf8.count), let seconds = Int64(digits) else { return nil }
        return (String(id[..<mark]), seconds)
    }

    // MARK: Series

    private struct Update {
        var index: Int
        var at: Int64
        var title: StatusTitle
    }

    /// Cuts the updates of one service where one incident ends and the next begins.
    private func series(_ members: [Int]) -> [(first: Int, group: IncidentGroup)] {
        let updates = members.map { index in
            let entry = entries[index]
            let at = (entry.published ?? entry.updated)?.secondsSince1970 ?? Self.series(of: entry.id ?? "")?.seconds
            return Update(index: index, at: at ?? 0, title: StatusTitle(entry.title.words ?? ""))
        }.sorted { ($0.at, $1.index) < ($1.at, $0.index) }
        var runs: [[Update]] = []
        for update in updates {
            if let last = runs.last?.last,
                Self.belong(last, update, sameID: entries[last.index].id == entries[update.index].id)
            {
                runs[runs.count - 1].append(update)
            } else {
                runs.append([update])
            }
        }
        return runs.map { run in
            let inFeed = run.map(\.index).sorted()
            return (inFeed[0], IncidentGroup(key: entries[run[0].index].id, entries: inFeed.map { entries[$0] }))
        }
    }

    private static func belong(_ last: Update, _ next: Update, sameID: Bool) -> Bool {
        if sameID { return true }
        let gap = next.at - last.at
        let isSame = TitleText.key(last.title.subject) == TitleText.key(next.title.subject)
        // The last word on an incident may follow hours after it was resolved, under the same title.
        if last.title.phase == "resolved" { return isSame && gap <= 86_400 }
        return gap <= (isSame ? 7 : 1) * 86_400
    }
}
