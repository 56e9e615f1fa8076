import Reports

extension JSONObject {
    /// The first of these members that holds a moment; one that names no zone is read in `zone`, else in UTC.
    func time(_ names: String..., zone: TimeZoneRule? = nil) -> Timestamp? {
        for name in names {
            guard let text = self[name]?.scalar else { continue }
            if let at = TimeReader.timestamp(text, in: TimeContext(zone: zone)) ?? Timestamp(text),
                at.isWritable
            {
                return at
            }
        }
        return nil
    }

    /// The first of these members that names someone: a text, or an object with a name in it.
    func person(_ names: String...) -> String? {
        for name in names {
            guard let member = self[name] else { continue }
            if let found = member.string ?? member.text(Self.personNames) { return found.trimmed }
            if let found = ["user", "node", "attributes", "data"].lazy.compactMap({ member[$0]?.text(Self.personNames) }
            ).first {
                return found.trimmed
            }
        }
        return nil
    }

    private static let personNames = [
        "login", "summary", "displayName", "display_name", "name", "real_name", "full_name", "fullName", "username",
        "nickname", "email",
    ]

    /// The words of a value: a text, HTML as its words, the text of an object that wraps one.
    var words: String? {
        if let string { return PlainWords.of(string) }
        guard isObject else { return scalar }
        if let document = RichText.words(of: self) { return document }
        return text([
            "body", "text", "message", "content", "summary", "description", "note", "name", "title", "displayName",
            "display_name", "login", "plain_text", "value",
        ]).map { PlainWords.of($0) }
    }
}
