import Reports

/// What is known of an incident before anybody writes about it.
public struct PostmortemDraft: Equatable, Sendable {
    public var title: String
    /// The day it began.
    public var date: Timestamp
    public var services: [String]
    /// Empty when there is none yet; the template then shows an empty table.
    public var timeline: [TimelineEvent]

    public init(title: String, date: Timestamp, services: [String] = [], timeline: [TimelineEvent] = []) {
        self.title = title
        self.date = date
        self.services = services
        self.timeline = timeline
    }
}
