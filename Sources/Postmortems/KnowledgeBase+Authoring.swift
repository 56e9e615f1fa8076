import Authoring
import Foundation
import Ingestion
import Reports

extension KnowledgeBase {
    /// A postmortem as `new` wrote it.
    public struct WrittenDraft: Equatable, Sendable {
        public var path: String
        /// What of the timeline was dropped or guessed.
        public var warnings: [String]
    }

    /// Writes `postmortems/YYYY-MM-DD-slug.md` from a template, never over a file.
    ///
    /// - Parameters:
    ///   - timeline: A timeline export that fills the timeline, from early to late; a file of any form `ingest` reads.
    ///   - zone: The zone of times in it that name none, and the one they are written in; UTC and their own when `nil`.
    ///   - timelineDay: The day of times in it that name none; they stay unknown when `nil`.
    /// - Throws: ``KnowledgeBaseError/fileExists(path:)``, ``KnowledgeBaseError/cannotWrite(path:reason:)``, an
    ///   `AuthoringError` for an unknown template, an `IngestionError` for a timeline that can't be read.
    public func draft(
        template: String, title: String, date: Timestamp, services: [String] = [], timeline: String? = nil,
        zone: TimeZoneRule? = nil, timelineDay: Timestamp? = nil
    ) throws -> WrittenDraft {
        let templates = PostmortemTemplates(library: Self.library(in: path))
        var draft = PostmortemDraft(title: title, date: date, services: services.filter { !$0.isEmpty })
        var warnings: [String] = []
        if let timeline {
            let (report, others) = try Self.timeline(in: timeline, zone: zone, day: timelineDay)
            let list = (source: report.source, events: report.timeline)
            draft.timeline = NormalisedTimeline(merging: [list], in: zone).events.map(\.event)
            // The title is given; what the export is called is of no matter.
            warnings = report.warnings.filter { !$0.hasPrefix("no title") }
            if others > 0 {
                warnings.append(
                    "\(timeline): it holds \(others + 1) timelines; the first, '\(report.title ?? "")', is taken")
            }
        }
        let text = try templates.render(template, values: draft)
        let folder = folder.appending(path: Self.postmortemsName)
        let name = PostmortemTemplates.fileName(date: date, title: title)
        let file = "\(path)/\(Self.postmortemsName)/\(name)"
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appending(path: name), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw KnowledgeBaseError.fileExists(path: file)
        } catch {
            throw KnowledgeBaseError.cannotWrite(path: file, reason: error.reasonInWords)
        }
        return WrittenDraft(path: file, warnings: warnings)
    }

    /// The first report with a timeline, and how many more there are.
    private static func timeline(
        in source: String, zone: TimeZoneRule?, day: Timestamp?
    ) throws -> (Report, others: Int) {
        let walker = SourceWalker()
        let walk = walker.walk([source])
        if let failure = walk.failures.first { throw failure }
        guard let location = walk.locations.first else {
            throw IngestionError(source, .unsupported("the folder as a timeline; name the export itself"))
        }
        let outcome = SourceReader(zone: zone, day: day).reports(in: try walker.load(location))
        if let failure = outcome.failures.first { throw failure }
        let found = outcome.reports.map(\.report).filter { !$0.timeline.isEmpty }
        guard let report = found.first else {
            throw IngestionError(source, .unsupported("it as a timeline: no line begins with a time"))
        }
        return (report, found.count - 1)
    }
}
