/// The names that tell what a column or member holds, the clearest first.
struct ColumnNames {
    /// Each as words, joined by blanks.
    private let exact: [String: Int]
    /// Words that say the same inside a longer name.
    private let words: [String: Int]
    /// Words that make a longer name say something else: `event id`, `resolved at`.
    private let excluded: Set<String>

    private init(_ names: [String], excluding excluded: Set<String> = []) {
        exact = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        words = exact.filter { !$0.key.contains(" ") }
        self.excluded = excluded
    }

    /// How clearly a name says it, 0 being the clearest; `nil` when it says something else.
    func rank(of name: [String]) -> Int? {
        guard !name.isEmpty, name.count <= 8 else { return nil }
        if let rank = exact[name.joined(separator: " ")] { return rank }
        guard !name.contains(where: excluded.contains) else { return nil }
        return name.compactMap { words[$0] }.min().map { $0 + exact.count }
    }

    static let zone = ColumnNames(["time zone", "timezone", "tz", "zone", "utc offset", "zeitzone"])
    static let date = ColumnNames(["date", "day", "datum", "fecha", "event date"])
    static let time = ColumnNames(
        [
            "time", "timestamp", "at", "when", "datetime", "date time", "event time", "occurred at", "occurred",
            "happened at", "start time", "started at", "utc", "time stamp", "ts", "posted at", "sent at", "logged at",
            "zeit", "uhrzeit", "zeitpunkt", "zeitstempel", "heure", "horodatage", "hora", "ora", "tijd", "tid", "clock",
            "times", "started", "start", "created at", "created on", "created", "created date", "date created",
            "published", "published at", "updated at",
        ],
        excluding: [
            "id", "end", "ended", "duration", "elapsed", "zone", "timezone", "resolved", "closed", "updated", "type",
            "url", "spent", "response", "acknowledge", "resolve", "seconds", "minutes", "hours", "by", "format",
        ])
    static let text = ColumnNames(
        [
            "what happened", "text", "message", "description", "event", "what", "details", "detail", "notes", "note",
            "summary", "body", "content", "comment", "comments", "action", "activity", "entry", "update", "title",
            "log", "log message", "subject", "happened", "events", "msg", "ereignis", "beschreibung", "meldung",
            "nachricht", "was", "was ist passiert", "événement", "evenement", "que", "descripción", "descripcion",
            "descrizione", "evento", "gebeurtenis", "omschrijving", "data", "item", "observation",
        ],
        excluding: [
            "id", "type", "time", "at", "url", "link", "count", "level", "color", "status", "category", "by", "kind",
            "source", "visibility", "html", "raw",
        ])
    static let actor = ColumnNames(
        [
            "actor", "who", "role or tool", "user", "author", "nick", "username", "user name", "person", "by", "role",
            "responder", "agent", "owner", "name", "sender", "updater", "user display name", "user full name",
            "display name", "created by", "creator", "reporter", "posted by", "participant", "team", "system", "host",
            "wer", "qui", "quién", "quien", "chi", "wie", "source", "service", "tool", "from",
        ],
        excluding: ["id", "url", "email", "count", "type", "avatar", "link", "at"])
    static let phase = ColumnNames(
        [
            "phase", "status", "stage", "state", "milestone", "category", "event type", "type", "kind", "group",
        ],
        excluding: ["id", "code", "url", "page", "at", "user", "mime", "content", "author"])
}
