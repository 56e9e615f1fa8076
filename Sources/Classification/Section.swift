/// What a part of a report is about, as its heading says.
enum Section: Sendable {
    case title, summary, timeline, causes, impact, detection, resolution, other
    /// What will be or was changed afterwards, and what was learnt.
    case remedies
    /// What went well or was luck.
    case helped
    /// How things work, whatever happened.
    case background
    /// Links, attendees, appendices.
    case references

    static let count = 12

    /// Its place among the features of the learned weighing.
    var ordinal: Int {
        switch self {
        case .title: 0
        case .summary: 1
        case .timeline: 2
        case .causes: 3
        case .impact: 4
        case .detection: 5
        case .resolution: 6
        case .other: 7
        case .remedies: 8
        case .helped: 9
        case .background: 10
        case .references: 11
        }
    }

    /// Whether it says what happened and why.
    var opensAccount: Bool {
        self == .title || self == .summary || self == .causes
    }

    /// Whether headings below this one belong to it even when they name nothing known.
    var isSticky: Bool {
        self == .remedies || self == .helped || self == .references
    }

    /// How much more or less than elsewhere a statement here says about the cause.
    var emphasis: Double {
        switch self {
        case .title, .summary, .causes: 1.25
        case .timeline, .detection, .resolution, .other: 1
        case .impact: 0.8
        case .background, .remedies, .helped: 0.6
        case .references: 0
        }
    }

    /// The section a heading or label opens; `nil` when its words name none.
    init?(heading: some Sequence<UInt8>) {
        var words: [String] = []
        var inWord = false
        for byte in heading {
            if (0x61...0x7A).contains(byte | 0x20) {
                if !inWord { words.append("") }
                words[words.count - 1].unicodeScalars.append(Unicode.Scalar(byte | 0x20))
                inWord = true
            } else if byte != UInt8(ascii: "'"), byte < 0x80 {
                inWord = false
            }
        }
        var best: Int?
        for first in words.indices.prefix(12) {
            var phrase = ""
            for word in words[first...].prefix(4) {
                phrase += phrase.isEmpty ? word : " " + word
                if let rank = Self.rank[phrase] { best = min(best ?? rank, rank) }
            }
        }
        guard let best else { return nil }
        self = Self.phrases[best].0
    }

    private static let rank: [String: Int] = {
        var rank: [String: Int] = [:]
        for (index, entry) in phrases.enumerated() {
            for phrase in entry.1 { rank[phrase] = min(rank[phrase] ?? index, index) }
        }
        return rank
    }()

    /// In order: the first that fits wins, so "what went wrong" is a cause and "lessons learned" a remedy.
    private static let phrases: [(Section, [String])] = [
        (
            .references,
            [
                "references", "reference", "appendix", "links", "sources", "further reading", "see also", "attendees",
                "participants", "stats", "glossary", "related incidents", "related",
            ]
        ),
        (
            .helped,
            [
                "went well", "worked well", "what helped", "got lucky", "were lucky", "luck", "what worked",
                "went right", "helped",
            ]
        ),
        (
            .causes,
            [
                "went wrong", "could have gone better", "went poorly", "didnt go well", "did not go well",
                "contributing", "root cause", "root causes", "cause", "causes", "why it happened", "why did",
                "why this happened", "factors", "conditions", "made it possible", "trigger", "technical details",
                "technical analysis", "analysis",
            ]
        ),
        (
            .remedies,
            [
                "actions", "review actions", "action items", "remediation", "remediations", "next steps", "whats next",
                "follow up", "followup", "follow ups", "prevent", "prevention", "preventing", "preventive",
                "preventative", "improvements", "improvement", "lessons", "lesson", "learned", "learnt", "learnings",
                "what changed", "what we changed", "changes made", "going forward", "future", "recommendations",
                "recommendation", "corrective", "moving forward", "todo", "takeaways", "takeaway",
                "mitigation strategies", "mitigations", "safeguards", "best practices", "what we are doing",
                "what were doing", "what will we", "what are we", "what you can do", "what you should do",
                "commitments", "implications", "reforms",
            ]
        ),
        (.timeline, ["timeline", "chronology", "sequence of events", "log", "history"]),
        (
            .summary,
            [
                "summary", "overview", "tl dr", "tldr", "executive", "abstract", "what happened", "incident",
                "description", "identified",
            ]
        ),
        (.impact, ["impact", "affected", "consequences", "scope", "effects", "symptoms", "status"]),
        (.detection, ["detection", "detected", "detecting"]),
        (
            .resolution,
            ["resolution", "resolving", "recovery", "response", "mitigation", "repair", "fix", "workaround"]
        ),
        (.background, ["background", "about", "how it works", "architecture", "primer", "introduction", "glossary"]),
    ]
}
