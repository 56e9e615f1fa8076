import Reports

/// What a report calls the organisation it is about: nobody depends on a third party that is themselves.
struct OwnName {
    private let spellings: Set<[UInt8]>

    /// Words that name no one.
    private static let common: Set<String> = [
        "the", "and", "for", "inc", "ltd", "gmbh", "web", "services", "service", "systems", "group", "company", "cloud",
        "platform", "technologies", "communications", "network", "networks", "data", "online", "department", "agency",
    ]

    /// - Parameter organisation: As the report gives it; `nil` has no name.
    init(_ organisation: String?) {
        let words = (organisation ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
        var names = words.filter { $0.count >= 3 && !Self.common.contains($0) }
        if words.count >= 3 { names.append(String(words.compactMap(\.first))) }
        spellings = Set(names.map { Array($0.utf8) })
    }

    /// Whether one of these words of a report is the name.
    func isAmong(_ words: Range<Int>, of reading: ReportReading, in field: Evidence.Field) -> Bool {
        guard !spellings.isEmpty else { return false }
        let bytes = reading.bytes(of: field)
        return words.contains { index in
            let word = reading.words[index]
            return spellings.contains(bytes[word.start..<word.end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        }
    }
}
