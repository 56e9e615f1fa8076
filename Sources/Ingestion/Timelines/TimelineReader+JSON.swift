import Foundation
import Reports

extension TimelineReader {
    /// The timelines in a JSON text of any shape this target knows: a Slack export or bundle, PagerDuty log entries,
    /// incidents, alerts and notes, Statuspage incidents (one report each), incident.io incidents and updates, an issue
    /// with its comments (GitHub, GitLab, Jira), timelines of Opsgenie, FireHydrant and Rootly, or objects with usual
    /// names.
    ///
    /// - Returns: Empty for an export of a known shape with nothing in it.
    /// - Throws: ``IngestionError`` with `unsupported` for JSON of another shape, `damaged` for what is no JSON,
    ///   `tooDeep` for JSON nested beyond what any export is.
    public func readJSON(_ data: Data, source: String) throws -> [Report] {
        let json: JSONObject
        do throws(JSONParser.Failure) {
            json = try JSONObject([UInt8](data))
        } catch {
            if case .tooDeep(let limit) = error { throw IngestionError(source, .tooDeep(limit: limit)) }
            throw IngestionError(source, .damaged("it begins like JSON but is none"))
        }
        let timeline = JSONTimeline(source: source, reader: self)
        guard let reports = timeline.reports(json) ?? (timeline.isEmptyExport(json) ? [] : nil) else {
            throw IngestionError(
                source,
                .unsupported(
                    "this JSON: no timeline of a known shape in it; give objects with a time and a text each"))
        }
        return reports
    }

    /// The timeline of JSON Lines, one object a line; `nil` when the text is not that.
    public func readJSONLines(_ text: String, source: String) -> [Report]? {
        JSONTimeline(source: source, reader: self).lines(text)
    }
}
