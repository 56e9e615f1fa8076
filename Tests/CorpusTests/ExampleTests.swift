import Foundation
import Markup
import Postmortems
import TestSupport
import Testing

/// What `Corpus/examples` promises: raw exports that read whole, and postmortems as a team would finish them.
@Suite("Corpus examples")
struct ExampleTests {
    // MARK: Exports

    @Test("Each export reads whole and in order, and warns of what was left out only", arguments: ExampleFiles.exports)
    func reads(export: ExampleFiles.Export) throws {
        let report = try export.report()
        #expect(report.timeline.count == export.events)
        #expect(report.timeline.count { $0.at == nil } == export.untimed)
        #expect(report.timeline.compactMap(\.at).allSatisfy { $0.hasTime })
        let moments = report.timeline.compactMap { $0.at?.secondsSince1970 }
        #expect(moments == moments.sorted())
        #expect(report.warnings == export.warnings)
    }

    @Test("Every format that authoring knows is among them, and every file of the folder is listed here")
    func formats() throws {
        let kinds = [
            "Slack", "PagerDuty", "Statuspage", "incident.io", "GitHub issue", "CSV", "TSV", "JSON Lines", "plain text",
            "Markdown",
        ]
        for kind in kinds {
            #expect(ExampleFiles.exports.contains { $0.format.hasPrefix(kind) }, "\(kind)")
        }
        let timelines = ExampleFiles.folder.appending(path: "timelines")
        let files = try FileManager.default.contentsOfDirectory(atPath: timelines.path).sorted()
        let listed = Set(ExampleFiles.exports.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        #expect(files == listed.sorted())
    }

    @Test("A clock that goes back an hour keeps the order of what happened")
    func clockChange() throws {
        let export = try #require(ExampleFiles.exports.first { $0.format == "TSV" })
        let moments = try export.report().timeline.prefix(4).compactMap { $0.at?.utc.description }
        #expect(
            moments == ["2025-10-26T00:15:00Z", "2025-10-26T00:41:00Z", "2025-10-26T01:00:00Z", "2025-10-26T01:15:00Z"])
    }

    @Test("new fills a template from each export, and the draft reads back", arguments: ExampleFiles.exports)
    func drafts(export: ExampleFiles.Export) throws {
        try withTemporaryFolder { folder in
            let base = try KnowledgeBase.create(at: folder.appending(path: "base").path)
            let day = try #require(Timestamp("2026-03-11"))
            let draft = try base.draft(template: "standard", title: "Draft", date: day, timeline: export.location)
            let written = try String(contentsOfFile: draft.path, encoding: .utf8)
            let back = try MarkdownReader().read(written, source: draft.path).timeline
            #expect(back.map { $0.at?.utc } == (try export.report().timeline.map { $0.at?.utc }))
        }
    }

    // MARK: Postmortems

    @Test("Each export has one postmortem, and its times are the export's", arguments: ExampleFiles.names)
    func agrees(name: String) throws {
        let finished = try ExampleFiles.finished(name)
        let path = try #require(finished.matter.values["timeline"]?.string)
        let export = try #require(ExampleFiles.exports.first { "../timelines/\($0.path)" == path }, "\(path)")
        let known = Set(try export.report().timeline.compactMap { $0.at?.secondsSince1970 })
        #expect(finished.report.timeline.count >= 8)
        for event in finished.report.timeline {
            let at = try #require(event.at, "\(event.text)")
            #expect(known.contains(at.secondsSince1970), "\(event.text)")
        }
    }

    @Test("No export is without its postmortem, every template is used, and AI and near misses occur")
    func variety() throws {
        let all = try ExampleFiles.names.map { try ExampleFiles.finished($0) }
        #expect(
            Set(all.compactMap { $0.matter.values["timeline"]?.string })
                == Set(ExampleFiles.exports.map { "../timelines/\($0.path)" }))
        #expect(
            Set(all.compactMap { $0.matter.values["template"]?.string })
                == ["ai-involved", "narrative", "near-miss", "quick", "security", "standard"])
        let labels = all.flatMap { finished in
            (finished.matter.values["labels"]?.list ?? []).map {
                "\($0["kind"]?.string ?? "") \($0["stance"]?.string ?? "")"
            }
        }
        for kind in FactorKind.allCases where kind != .autonomousAIAction {
            #expect(labels.contains("\(kind.rawValue) asserted"), "\(kind)")
        }
        #expect(labels.contains("autonomous-ai-action denied"))
    }

    @Test(
        "Each reads without a warning, is long enough to be read and says when what happened",
        arguments: ExampleFiles.names)
    func complete(name: String) throws {
        let finished = try ExampleFiles.finished(name)
        let report = finished.report
        #expect(report.warnings == [])
        #expect(report.kind == .postmortem)
        #expect(report.organisation == "Tidewater Freight")
        #expect(report.severity != nil)
        #expect(finished.matter.values["status"]?.string == "final")
        #expect(report.authors.count >= 2)
        let words = report.text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
        #expect((350...800).contains(words), "\(words) words")
        #expect(report.stamps[.detected] != nil && report.stamps[.mitigated] != nil && report.stamps[.resolved] != nil)
        for (stamp, value) in report.stamps { #expect(value.from != nil, "\(stamp)") }
        let yaml = try String(contentsOf: ExampleFiles.folder.appending(path: "postmortem.yml"), encoding: .utf8)
        let settings = try Settings(yaml: yaml, path: "postmortem.yml")
        let known = Set(settings.services.filter { $0.objective != nil }.map(\.name))
        #expect(!report.services.isEmpty && known.isSuperset(of: report.services))
    }

    @Test("Each label has a kind, a stance, a role and a quote that stands in the text", arguments: ExampleFiles.names)
    func labels(name: String) throws {
        let finished = try ExampleFiles.finished(name)
        let labels = finished.matter.values["labels"]?.list ?? []
        #expect(labels.count >= 4)
        for label in labels {
            let quote = label["quote"]?.string ?? ""
            let kind = FactorKind(rawValue: label["kind"]?.string ?? "")
            let stance = Stance(rawValue: label["stance"]?.string ?? "")
            let role = FactorRole(rawValue: label["role"]?.string ?? "")
            #expect(kind != nil && stance != nil && role != nil, "“\(quote)”")
            #expect(!quote.isEmpty && finished.report.text.contains(quote), "“\(quote)”")
        }
    }

    @Test(
        "Each action has an owner, a date, a state and a kind, and addresses a labelled factor",
        arguments: ExampleFiles.names)
    func actions(name: String) throws {
        let finished = try ExampleFiles.finished(name)
        let labelled = (finished.matter.values["labels"]?.list ?? []).filter { $0["stance"]?.string == "asserted" }
            .compactMap { $0["kind"]?.string.flatMap { FactorKind(rawValue: $0) }?.name }
        #expect(finished.actions.count >= 4)
        #expect(finished.actions.count == finished.report.actionItems.count)
        for (cells, action) in zip(finished.actions, finished.report.actionItems) {
            let factor = String(cells[1].prefix { $0 != ":" })
            #expect(labelled.contains(factor), "\(factor)")
            #expect(action.owner != nil, "\(action.text)")
            #expect(Timestamp(action.due ?? "") != nil, "\(action.text)")
            #expect(["done", "open"].contains(action.status ?? ""), "\(action.text)")
            #expect(["prevent", "detect", "mitigate", "process"].contains(action.kind ?? ""), "\(action.text)")
        }
    }

    @Test("The linter finds nothing in them")
    func blameless() throws {
        let run = try Linting(base: ExampleFiles.folder.path, currentFolder: "/").run([])
        #expect(run.failures == [])
        #expect(run.findings.map { "\($0.path): \($0.rule) \($0.excerpt)" } == [])
        #expect(run.files == ExampleFiles.names.count)
    }

    @Test("The status feed holds what it was written to hold")
    func feed() throws {
        var updates = 0
        let feeds = ExampleFiles.folder.appending(path: "feeds").path
        let failed = Extraction().extract([feeds]) { event in
            guard case .extracted(let report) = event else { return }
            #expect(report.kind == .statusEntry)
            #expect(report.timeline.allSatisfy { $0.at != nil }, "\(report.source)")
            updates += report.timeline.count
        }
        #expect(failed == 0)
        #expect(updates >= 8)
    }
}
