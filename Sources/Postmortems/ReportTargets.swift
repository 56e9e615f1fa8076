import Foundation
import Reports

/// What the arguments of `classify` stand for: ids of reports, or files, which need no knowledge base.
struct ReportTargets {
    enum Target {
        case stored(CataloguedReport, in: KnowledgeBase)
        case file(Report)
        /// Place, reason and remedy.
        case failed(String)
    }

    var base: String?
    var currentFolder: String
    var mode: SearchIndex.Mode

    /// Calls `each` for every report, in order.
    ///
    /// - Parameter all: The ids that are meant when there are no arguments.
    /// - Throws: ``KnowledgeBaseError`` when there is no knowledge base and one is needed.
    func run(
        _ targets: [String], all: (KnowledgeBase) throws -> [String], each: (Target) -> Void
    ) throws {
        func read(_ id: String, in base: KnowledgeBase) {
            do {
                each(.stored(try base.report(id), in: base))
            } catch {
                each(.failed("\(id): \(error)"))
            }
        }
        if targets.isEmpty {
            let base = try KnowledgeBase.locate(base, from: currentFolder, mode: mode)
            for id in try all(base) { read(id, in: base) }
            return
        }
        var opened: KnowledgeBase?
        for target in targets {
            if target == "-" || target.contains("/") || FileManager.default.fileExists(atPath: target) {
                _ = Extraction().extract([target]) { event in
                    switch event {
                    case .extracted(let report): each(.file(report))
                    case .failed(let failure): each(.failed(failure))
                    case .note: break
                    }
                }
                continue
            }
            let base = try opened ?? KnowledgeBase.locate(base, from: currentFolder, mode: mode)
            opened = base
            read(target, in: base)
        }
    }
}
