/// The title of a status page's entry, taken apart: `Service is operating normally: [RESOLVED] Elevated errors`.
struct StatusTitle: Equatable {
    /// What it is about, without the words on how it stands.
    var subject: String
    /// How it stands, in lower case; `nil` when the title does not say.
    var phase: String?
    /// How bad the page says it is, in lower case, such as `service disruption`.
    var severity: String?

    init(_ title: String) {
        var rest = Substring(title)
        // Each word at most once a round, and titles have few: three rounds take all there are.
        for _ in 0..<4 {
            let before = rest
            if let (word, after) = Self.label(of: rest) {
                if word.phase == nil { severity = severity ?? word.severity }
                phase = phase ?? word.phase
                rest = after
            } else if let (word, after) = StatusWord.front(of: rest), !after.isEmpty {
                phase = phase ?? word
                rest = after
            } else if let after = Self.number(of: rest) {
                rest = after
            }
            if rest == before { break }
        }
        for end in ["[RESOLVED]", "(RESOLVED)", "[Resolved]", "(Resolved)", "- Resolved", "– Resolved"]
        where rest.hasSuffix(end) && rest.count > end.count {
            rest = rest.dropLast(end.count)
            phase = phase ?? "resolved"
        }
        let bare = rest.trimmed
        subject = bare.isEmpty ? title : bare
    }

    /// `Informational message: `, `Service disruption: `.
    private static func label(of text: Substring) -> ((phase: String?, severity: String?), Substring)? {
        guard let colon = text.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let words = text[..<colon].trimmed.lowercased()
        let rest = text[text.utf8.index(after: colon)...].drop { $0 == " " }
        guard !rest.isEmpty else { return nil }
        switch words {
        case "service is operating normally": return (("resolved", nil), rest)
        case "informational message", "information": return ((nil, nil), rest)
        case "service disruption", "service degradation", "performance issues", "service impact", "service outage",
            "degraded performance", "partial outage", "major outage", "service issue":
            return ((nil, words), rest)
        default: return nil
        }
    }

    /// `Incident 22001 - `.
    private static func number(of text: Substring) -> Substring? {
        guard text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "i"), text.prefix(9).lowercased() == "incident " else {
            return nil
        }
        let digits = text.dropFirst(9).drop { $0 == "#" }.prefix { $0.isNumber }
        let rest = text[digits.endIndex...].drop { $0 == " " }
        guard digits.count >= 3, let mark = rest.first, "-–—:".contains(mark) else { return nil }
        let after = rest.dropFirst().drop { $0 == " " }
        return after.isEmpty ? nil : after
    }

    /// Whether a feed is a status page's: by its title, its id, or the host it links to.
    static func isStatusPage(title: String, id: String, addresses: [String]) -> Bool {
        let title = title.lowercased()
        if [
            "incident history", " status", "status updates", "service health", "service status", "status history",
            "status page", "status feed", "incidents",
        ].contains(where: { title.hasSuffix($0) || title.contains($0 + " ") }) {
            return true
        }
        if id.hasPrefix("tag:"), id.hasSuffix("/history") { return true }
        return addresses.contains { address in
            guard let host = WebAddress.host(address) else { return false }
            return host.split(separator: ".").dropLast().contains { label in
                label == "status" || label.hasSuffix("status") || label.hasPrefix("status-") || label == "uptime"
            }
        }
    }

    /// The name of whose status page a title speaks.
    static func organisation(_ title: String?) -> String? {
        guard var name = title else { return nil }
        for end in [
            " Service Health Updates", " Service Health", " Status Updates", " Status History", " Status Feed",
            " - Incidents",
        ] where name.hasSuffix(end) && name.count > end.count {
            name.removeLast(end.count)
            break
        }
        return TitleText.organisation(name)
    }
}
