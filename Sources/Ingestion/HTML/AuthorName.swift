/// Names of authors as people write them.
enum AuthorName {
    /// The names in a byline: `By Ada Smith and Bo Lee` names two. Empty for addresses, accounts and what is no name.
    static func names(in raw: String) -> [String] {
        var line = TitleText.collapsed(raw.holds("&") && raw.holds(";") ? HTMLText.plain(raw) : raw)
        if line.holds("://") { return [] }
        // "Ada Smith | 18 November" and "Ada Smith, Staff writer | Agency".
        for end in [" | ", " • ", " · ", " – ", " — ", " - ", " (", " @", "//", "／"] {
            if let place = line.firstRange(of: end) { line = String(line[..<place.lowerBound]) }
        }
        line = withoutLead(line)
        return split(line).compactMap(clean)
    }

    private static func withoutLead(_ line: String) -> String {
        var line = line
        var isLead = true
        while isLead {
            isLead = false
            let lower = line.lowercased()
            for lead in leads where lower.hasPrefix(lead) && lower.utf8.count > lead.utf8.count {
                line = String(line.dropFirst(lead.count))
                isLead = true
                break
            }
        }
        return line
    }

    private static let leads = [
        "by ", "by: ", "by:", "written by ", "posted by ", "published by ", "author: ", "authors: ", "author:", "von ",
        "par ", "por ",
        "da ", "di ", "door ", "af ", "av ", "autor: ", "autor:", "auteur : ", "auteur: ", "автор: ", "автор:",
        "text: ", "guest post by ",
    ]

    /// Splits at "and" and its like; at commas only when whole names stand between them.
    private static func split(_ line: String) -> [String] {
        var parts = [line]
        for joint in [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", "; ", " / ", "、"] {
            parts = parts.flatMap { part -> [String] in
                let pieces = part.replacing(joint, with: "\n").split(separator: "\n").map(String.init)
                // "Procter & Gamble" and "Jane and John Smith" stay as they are.
                return joint == "; " || joint == "、" || pieces.allSatisfy(isWholeName) ? pieces : [part]
            }
        }
        return parts.flatMap { part -> [String] in
            let pieces = part.split(separator: ",").map { TitleText.collapsed(String($0)) }.filter { !$0.isEmpty }
            if pieces.count > 1, pieces.allSatisfy(isWholeName), !pieces.dropFirst().contains(where: isRole) {
                return pieces
            }
            // "Smith, Ada" is one person, and "Ada Smith, Acme" has the employer behind.
            return pieces.count > 1 && isWholeName(pieces[0]) ? [pieces[0]] : [part]
        }
    }

    private static func isWholeName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...4).contains(words.count)
            && words.contains { $0.first?.isUppercase == true || $0.first?.isCased == false }
    }

    private static func isRole(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { roles.contains(String($0)) }
    }

    private static let roles: Set = [
        "writer", "editor", "reporter", "correspondent", "staff", "director", "manager", "engineer", "officer", "ceo",
        "cto",
        "president", "head", "senior", "contributor", "producer", "analyst", "vp", "news", "times", "press", "agency",
        "inc",
        "post", "journal", "redakteur", "redaktion", "architect", "lead", "founder", "specialist", "columnist",
        "business", "insider", "daily", "magazine", "media", "today", "network", "tv", "radio", "herald",
        "tribune", "gazette", "reuters", "associated", "international",
    ]

    /// A name of a person or a desk; `nil` for addresses, for accounts that software makes and for what is no name.
    static func clean(_ raw: String) -> String? {
        var name = withoutLead(TitleText.collapsed(raw))
        while let last = name.last, ",;:.–-|".contains(last), !name.hasSuffix("r.") { name.removeLast() }
        while let first = name.first, "©,;:.–-|".contains(first) { name.removeFirst() }
        name = TitleText.collapsed(name)
        guard (2...80).contains(name.count), !name.holds("://"), !name.holds("@"), !name.holds("<"),
            !name.lowercased().hasPrefix("www."), name.contains(where: \.isLetter),
            !accounts.contains(name.lowercased()), name.filter(\.isNumber).count < 4
        else { return nil }
        return name
    }

    private static let accounts: Set = [
        "admin", "administrator", "administrador", "webmaster", "root", "user", "guest", "author", "editor",
        "super user", "null",
        "undefined", "none", "unknown", "anonymous", "about the author", "view all posts", "read more",
    ]
}
