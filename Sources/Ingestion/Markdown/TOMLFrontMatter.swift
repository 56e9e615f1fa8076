import Markup

/// Front matter between `+++` lines, as Hugo and Zola have it: the `key = value` lines at its top.
enum TOMLFrontMatter {
    /// The file taken apart; `nil` when it begins with no `+++` line or the block is never closed. Tables below the top
    /// are for the site's generator, and left out.
    static func split(_ text: String) -> FrontMatter.File? {
        let source = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard source.hasPrefix("+++") else { return nil }
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines[0].trimmed == "+++", let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "+++" }) else {
            return nil
        }
        var values: [String: YAMLValue] = [:]
        for line in lines[1..<end] {
            if line.trimmed.hasPrefix("[") { break }
            guard let mark = line.firstIndex(of: "=") else { continue }
            values[line[..<mark].trimmed] = value(line[line.index(after: mark)...].trimmed)
        }
        let body = end + 1 < lines.count ? String(source[lines[end + 1].startIndex...]) : ""
        return FrontMatter.File(frontMatter: FrontMatter(values: values), body: body, bodyLine: end + 2)
    }

    private static func value(_ text: String) -> YAMLValue {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return .scalar(unquoted(text)) }
        let members = text.dropFirst().dropLast().split(separator: ",").map { unquoted($0.trimmed) }
        return .list(members.filter { !$0.isEmpty }.map { .scalar($0) })
    }

    private static func unquoted(_ text: String) -> String {
        for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }
}
