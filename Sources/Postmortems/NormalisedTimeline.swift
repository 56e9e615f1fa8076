import Authoring
import Ingestion
import Reports

/// Events of one or several exports in the order of time, each with the source that tells of it.
public struct NormalisedTimeline: Equatable, Sendable {
    public struct Event: Hashable, Sendable {
        public var event: TimelineEvent
        /// The path or URL as given, with `#id` appended when one source holds several incidents.
        public var source: String

        public init(_ event: TimelineEvent, source: String) {
            self.event = event
            self.source = source
        }
    }

    public private(set) var events: [Event]
    /// Events left out because another source tells the same of the same moment.
    public private(set) var folded = 0

    /// - Parameters:
    ///   - lists: The events of each source in its own order; see `Chronology`.
    ///   - zone: The zone that all times are then written in; each its own when `nil`.
    public init(merging lists: [(source: String, events: [TimelineEvent])], in zone: TimeZoneRule? = nil) {
        let merged = Chronology.merged(lists.map { list in list.events.map { Event($0, source: list.source) } }) {
            $0.event.at
        }
        events = []
        var known: [TimelineEvent: String] = [:]
        for var event in merged {
            if let at = event.event.at {
                // Exports overlap: the same channel day in two files, the same incident in two pages.
                var moment = event.event
                moment.at = at.hasTime ? at.utc : at
                if let first = known[moment], first != event.source {
                    folded += 1
                    continue
                }
                known[moment] = event.source
                if let zone, at.hasTime {
                    event.event.at = Timestamp(
                        secondsSince1970: at.secondsSince1970, offsetSeconds: zone.offset(at: at.secondsSince1970))
                }
            }
            events.append(event)
        }
    }

    /// The sources that tell of events, in the order in which they first do.
    public var sources: [String] {
        var known: Set<String> = []
        return events.map(\.source).filter { known.insert($0).inserted }
    }

    /// What to call each source beside its events: its file's or channel's name, or all of it where two share that name.
    public var shortNames: [String: String] {
        let sources = sources
        let names = sources.map { source in
            WebAddress.isAddress(source) ? source : source.split(separator: "/").last.map(String.init) ?? source
        }
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return Dictionary(
            uniqueKeysWithValues: zip(sources, names).map { ($0, counts[$1] == 1 ? $1 : $0) })
    }

    // MARK: Forms

    /// One object an event: `{at, text, actor, phase, source}`.
    public var json: [JSONValue] {
        events.map { event in
            guard case .object(let members) = event.event.json else { preconditionFailure("an event is a JSON object") }
            return .object(members + [("source", .string(event.source))])
        }
    }

    /// RFC 4180 with a header, `at,text,actor,phase,source`; lines end in a line feed, as for every other tool here.
    public var csv: String {
        let header = "at,text,actor,phase,source\n"
        return events.reduce(into: header) { result, event in
            let cells = [
                event.event.at?.description ?? "", event.event.text, event.event.actor ?? "", event.event.phase ?? "",
                event.source,
            ]
            result += cells.map(Self.cell).joined(separator: ",") + "\n"
        }
    }

    private static func cell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
        let isTrimmed = text.first.map { !$0.isWhitespace } ?? true
        return isPlain && isTrimmed ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }

    /// The table that `new` writes; with several sources the last column names each event's.
    public var markdown: String {
        let names = shortNames
        let evidence = names.count > 1 ? events.map { names[$0.source] ?? $0.source } : []
        return TimelineTable(events.map(\.event), evidence: evidence).text
    }
}
