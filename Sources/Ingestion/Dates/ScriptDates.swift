import Reports

/// Dates in a page's own scripts: the state that a page is drawn from names them by key.
struct ScriptDates {
    private(set) var published: Timestamp?
    /// When something was created: the page, perhaps, or its image or author.
    private(set) var created: Timestamp?
    private(set) var updated: Timestamp?
    /// The day of the first publication that is stated without a zone, as readers see it.
    private(set) var localDay: Timestamp?
    private var reads = 0
    private let reader: StatedDate

    /// The page's own dates stand before those of the hundreds of things it lists.
    private static let limit = 200

    /// - Parameter scripts: The sources of scripts that are no JSON-LD; of larger ones the first two million bytes are read.
    init(_ scripts: [UnsafeBufferPointer<UInt8>], reader: StatedDate) {
        self.reader = reader
        for script in scripts { read(UnsafeBufferPointer(rebasing: script.prefix(2_000_000))) }
    }

    private mutating func read(_ script: UnsafeBufferPointer<UInt8>) {
        var index = 0
        // The shortest date is longer than what is left out at the end.
        while index + 8 < script.count, reads < Self.limit {
            let byte = script[index]
            let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            let isStart = isQuote || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
            if isStart, script[index + 1] == UInt8(ascii: "1") || script[index + 1] == UInt8(ascii: "2"),
                script[index + 2].isDigit, script[index + 3].isDigit, script[index + 4].isDigit
            {
                readValue(script, from: index + 1, isQuoted: isQuote)
            }
            index += 1
        }
    }

    private mutating func readValue(_ script: UnsafeBufferPointer<UInt8>, from start: Int, isQuoted: Bool) {
        var end = start
        while end < min(script.count, start + 40), script[end] != UInt8(ascii: "\""), script[end] != UInt8(ascii: "'"),
            script[end] != UInt8(ascii: "\\"), isQuoted || script[end].isDigit
        {
            end += 1
        }
        guard end - start >= 8, let meaning = key(script, before: start) else { return }
        switch meaning {
        case .updated where updated != nil: return
        case .published(let rank) where rank > 1 || (localDay != nil && (rank == 0 ? published : created) != nil):
            return
        default: break
        }
        reads += 1
        let text = script[start..<end]
        guard let stamp = reader.read(String(decoding: text, as: UTF8.self)) else { return }
        switch meaning {
        case .updated: updated = stamp
        case .published(let rank):
            // "2020-08-24T10:00:00" and what is shorter.
            if localDay == nil, isQuoted, text.count <= 19, text.last?.isDigit == true {
                let day = stamp.civil
                localDay = Timestamp(year: day.year, month: day.month, day: day.day)
            }
            if rank == 0 { published = published ?? stamp } else { created = created ?? stamp }
        }
    }

    /// What the key or variable before a value means: `"publishedAt":"…`, `publication_date = "…`, `\"datePublished\":\"…`.
    private func key(_ script: UnsafeBufferPointer<UInt8>, before start: Int) -> DateName? {
        var end = start - 1
        var marks = 0
        while end >= 0, marks < 12, !Self.isName(script[end]) {
            // Another value or statement stands between.
            if script[end] == UInt8(ascii: ",") || script[end] == UInt8(ascii: ";") || script[end] == UInt8(ascii: "}")
            {
                return nil
            }
            end -= 1
            marks += 1
        }
        var first = end
        while first >= 0, end - first < 40, Self.isName(script[first]) { first -= 1 }
        guard end > first else { return nil }
        return DateName(UnsafeBufferPointer(rebasing: script[(first + 1)...end]))
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
