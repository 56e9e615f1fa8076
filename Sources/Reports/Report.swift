/// One incident as one source tells it.
///
/// A report holds what its source says and nothing more: a field the source is silent about is `nil` or empty.
public struct Report: Equatable, Sendable, Codable {
    /// Where it was read: a path or URL as given, with `#id` appended when one source holds several reports.
    public var source: String
    public var kind: Kind
    public var title: String?
    public var organisation: String?
    public var authors: [String]
    /// BCP 47, such as `en` or `pt-BR`.
    public var language: String?
    /// The canonical address of the report.
    public var url: String?
    /// The address of an archived copy.
    public var archivedURL: String?
    /// Addresses of other sources of the same incident.
    public var otherURLs: [String]
    public var published: Timestamp?
    public var updated: Timestamp?
    /// The day or moment the incident began, when the source says so.
    public var occurred: Timestamp?
    /// How long it lasted as the source states it, in seconds; not computed.
    public var statedDuration: Int?
    /// The source's own summary; empty when it has none.
    public var summary: String
    /// The main content as plain text, paragraphs separated by a blank line.
    public var text: String
    /// The same content as HTML, reduced to the allow-list.
    public var html: String
    public var timeline: [TimelineEvent]
    public var stamps: [StampName: Stamp]
    public var services: [String]
    public var severity: String?
    public var actionItems: [ActionItem]
    /// The contributing factors that its writers labelled it with; `nil` when they did not, empty when they say that it
    /// states none.
    public var labels: [ContributingFactor]?
    /// What other sources of the same incident are known by too; `nil` when the source names no such thing.
    public var incident: String?
    /// What was dropped or guessed, in words.
    public var warnings: [String]

    /// What sort of document a report was read from.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case publicReport = "public-report"
        case statusEntry = "status-entry"
        case postmortem
        case timeline
    }

    public init(
        source: String, kind: Kind, title: String? = nil, organisation: String? = nil, authors: [String] = [],
        language: String? = nil, url: String? = nil, archivedURL: String? = nil, otherURLs: [String] = [],
        published: Timestamp? = nil, updated: Timestamp? = nil, occurred: Timestamp? = nil,
        statedDuration: Int? = nil, summary: String = "", text: String = "", html: String = "",
        timeline: [TimelineEvent] = [], stamps: [StampName: Stamp] = [:], services: [String] = [],
        severity: String? = nil, actionItems: [ActionItem] = [], labels: [ContributingFactor]? = nil,
        incident: String? = nil, warnings: [String] = []
    ) {
        self.source = source
        self.kind = kind
        self.title = title
        self.organisation = organisation
        self.authors = authors
        self.language = language
        self.url = url
        self.archivedURL = archivedURL
        self.otherURLs = otherURLs
        self.published = published
        self.updated = updated
        self.occurred = occurred
        self.statedDuration = statedDuration
        self.summary = summary
        self.text = text
        self.html = html
        self.timeline = timeline
        self.stamps = stamps
        self.services = services
        self.severity = severity
        self.actionItems = actionItems
        self.labels = labels
        self.incident = incident
        self.warnings = warnings
    }

    /// When the source says that it happened; `nil` when it says no such thing.
    ///
    /// The first event of a timeline or of a status page's updates says so; one in a report's prose may be older news.
    public var statedDate: Timestamp? {
        occurred ?? stamps[.impactStart]?.at
            ?? (kind == .statusEntry || kind == .timeline ? timeline.lazy.compactMap(\.at).min() : nil)
    }

    /// The day to file it under: when the incident began, else its first timed event, else when it was published.
    public var date: Timestamp? {
        statedDate ?? timeline.lazy.compactMap(\.at).min() ?? published ?? updated
    }

    /// From impact to resolution in seconds, with the anchors it was taken from; `nil` when an end is not stated.
    public var measuredDuration: (seconds: Int, from: StampName, to: StampName)? {
        guard let start = stamps[.impactStart]?.at, start.hasTime else { return nil }
        for end in [StampName.resolved, .mitigated] {
            if let at = stamps[end]?.at, at.hasTime, at >= start {
                return (Int(at.secondsSince1970 - start.secondsSince1970), .impactStart, end)
            }
        }
        return nil
    }
}

/// One thing that happened, in the order the source gives it.
public struct TimelineEvent: Hashable, Sendable, Codable {
    /// `nil` when the source gives no usable time.
    public var at: Timestamp?
    public var text: String
    public var actor: String?
    /// The phase the source assigns, such as `investigating` or `resolved`.
    public var phase: String?

    public init(at: Timestamp? = nil, text: String, actor: String? = nil, phase: String? = nil) {
        self.at = at
        self.text = text
        self.actor = actor
        self.phase = phase
    }
}

/// The seven moments durations are measured between.
public enum StampName: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case impactStart = "impact_start"
    case detected, alerted, engaged, declared, mitigated, resolved
}

/// A moment of an incident, and how it is known.
public struct Stamp: Hashable, Sendable, Codable {
    public var at: Timestamp
    /// Whether the source marks it as an estimate.
    public var estimated: Bool
    /// Where it was taken from, in words; `nil` when not stated.
    public var from: String?

    public init(at: Timestamp, estimated: Bool = false, from: String? = nil) {
        self.at = at
        self.estimated = estimated
        self.from = from
    }
}

/// Something to be done after an incident.
public struct ActionItem: Hashable, Sendable, Codable {
    public var text: String
    public var owner: String?
    public var due: String?
    public var status: String?
    /// `prevent`, `detect`, `mitigate`, `process`, or the source's own word.
    public var kind: String?

    public init(
        text: String, owner: String? = nil, due: String? = nil, status: String? = nil, kind: String? = nil
    ) {
        self.text = text
        self.owner = owner
        self.due = due
        self.status = status
        self.kind = kind
    }
}
