import Foundation
import Reports

extension TimelineReader {
    /// The timelines in a JSON text of any shape this target knows: a Slack export or bundle, PagerDuty log entries,
    /// Statuspage incidents (one report each), incident.io updates, a GitHub issue, or objects with usual names.
    ///
    /// - Throws: ``IngestionError`` with `unsupported` for JSON of another shape, `damaged` for what is no JSON.
    public func readJSON(_ data: Data, source: String) throws -> [Report] {
        guard let json = JSONObject(data) else {
            throw IngestionError(source, .damaged("it begins like JSON but is none"))
        }
        guard let reports = JSONTimeline(source: source).reports(json) else {
            throw IngestionError(
                source,
                .unsupported(
                    "this JSON: no timeline of a known shape in it; give objects with a time and a text each"))
        }
        return reports
    }

    /// The timeline of JSON Lines, one object a line; `nil` when the text is not that.
    public func readJSONLines(_ text: String, source: String) -> Report? {
        JSONTimeline(source: source).lines(text)
    }
}
