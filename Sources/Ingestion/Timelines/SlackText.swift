/// Slack's message markup as plain words.
struct SlackText {
    /// What to call a user by identifier.
    var name: (String) -> String

    /// `<@U1>` as `@name`, `<url|label>` as `label (url)`, `<#C1|ops>` as `#ops`, `<!here>` as `@here`, entities decoded.
    func plain(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(where: { $0 == ">" || $0 == "<" }), rest[close] == ">" else {
                result += "<"
                continue
            }
            result += reference(rest[..<close])
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        // `&amp;` last, so that `&amp;lt;` stays `&lt;`.
        return result.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    private func reference(_ inside: Substring) -> String {
        let parts = inside.split(separator: "|", maxSplits: 1)
        let target = parts.first ?? ""
        let label = parts.count > 1 ? parts[1].trimmed : nil
        switch target.first {
        case "@": return "@" + name(String(target.dropFirst()))
        case "#": return "#" + (label ?? String(target.dropFirst()))
        case "!": return label ?? "@" + target.dropFirst()
        default:
            let address = target.hasPrefix("mailto:") ? target.dropFirst(7) : target
            guard let label, label != address else { return String(address) }
            return "\(label) (\(address))"
        }
    }
}
