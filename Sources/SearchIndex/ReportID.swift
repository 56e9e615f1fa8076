import Reports

/// Names for reports: a date and the title's words, fit for a file name and an address.
enum ReportID {
    /// `2024-03-05-route-53-outage`: ASCII letters, digits and hyphens, at most 72 bytes so that a number still fits in 80.
    static func base(for report: Report) -> String {
        let name = Slug.ascii(report.title ?? "untitled")
        return clipped((report.date?.day ?? "undated") + "-" + (name.isEmpty ? "report" : name), to: 72)
    }

    /// The base, or the base with the first free number from 2 on.
    ///
    /// Looks in steps that double, then halves the gap: thousands of reports may share one title.
    static func free(_ base: String, isTaken: (String) throws -> Bool) rethrows -> String {
        guard try isTaken(base) else { return base }
        var taken = 1
        var free = 2
        while try isTaken("\(base)-\(free)") {
            taken = free
            free *= 2
        }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken("\(base)-\(middle)") { taken = middle } else { free = middle }
        }
        return "\(base)-\(free)"
    }

    /// Cut at a hyphen when one is near.
    private static func clipped(_ text: String, to length: Int) -> String {
        guard text.utf8.count > length else { return text }
        let head = text.prefix(length + 1)
        guard let hyphen = head.lastIndex(of: "-"), head.distance(from: head.startIndex, to: hyphen) > length / 2 else {
            return String(text.prefix(length))
        }
        return String(head[..<hyphen])
    }
}
