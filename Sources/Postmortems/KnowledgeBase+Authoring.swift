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
    /// - Parameter timeline: A timeline export that fills the timeline; a file of any form `ingest` reads.
    /// - Throws: ``KnowledgeBaseError/fileExists(path:)``, ``KnowledgeBaseError/cannotWrite(path:reason:)``, an
    ///   `AuthoringError` for an unknown template, an `IngestionError` for a timeline that can't be read.
    public func draft(
        template: String, title: String, date: Timestamp, services: [String] = [], timeline: String? = nil
    ) throws -> WrittenDraft {
        let templates = PostmortemTemplates(library: Self.library(in: path))
        var draft = PostmortemDraft(title: title, date: date, services: services.filter { !$0.isEmpty })
        var warnings: [String] = []
        if let timeline {
            let report = try Self.timeline(in: timeline)
            draft.timeline = report.timeline
            // The title is given; what the export is called is of no matter.
            warnings = report.warnings.filter { !$0.hasPrefix("no title") }
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

    private static func timeline(in source: String) throws -> Report {
        let walker = SourceWalker()
        let walk = walker.walk([source])
        if let failure = walk.failures.first { throw failure }
        guard let location = walk.locations.first else {
            throw IngestionError(source, .unsupported("the folder as a timeline; name the export itself"))
        }
        let outcome = SourceReader().reports(in: try walker.load(location))
        if let failure = outcome.failures.first { throw failure }
        guard let report = outcome.reports.first?.report, !report.timeline.isEmpty else {
            throw IngestionError(source, .unsupported("it as a timeline: no line begins with a time"))
        }
        return report
    }
}
