import Authoring
import Classification
import Foundation
import Reports
import SearchIndex
import TemplateLibrary

/// One folder with a team's incidents: settings, the postmortems people write, and the database of all that was read.
///
/// ```swift
/// let base = try KnowledgeBase.locate(nil, from: "/srv/incidents")
/// try base.ingest(["Corpus"], now: .now) { _ in }
/// try base.search("dns").hits.first?.title
/// ```
public struct KnowledgeBase: Sendable {
    /// The folder as the caller named it or as it was found.
    public let path: String
    public let settings: Settings
    let index: SearchIndex

    var folder: URL { URL(filePath: path, directoryHint: .isDirectory) }

    static let settingsName = "postmortem.yml"
    static let databaseName = "knowledge.db"
    static let postmortemsName = "postmortems"
    static let templatesName = "templates"

    /// Makes a knowledge base in a folder, which is made when missing.
    ///
    /// - Throws: ``KnowledgeBaseError/alreadyThere(path:)`` when there is one, whole or in part; nothing is changed then.
    public static func create(at path: String) throws -> KnowledgeBase {
        let path = normalized(path)
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let files = FileManager.default
        for name in [settingsName, databaseName]
        where files.fileExists(atPath: folder.appending(path: name).path(percentEncoded: false)) {
            throw KnowledgeBaseError.alreadyThere(path: path)
        }
        do {
            try files.createDirectory(
                at: folder.appending(path: postmortemsName), withIntermediateDirectories: true)
            try SearchIndex(path: folder.appending(path: databaseName), mode: .create).close()
            // Last, because this file makes the folder a knowledge base.
            try Data(Settings.initialText.utf8).write(to: folder.appending(path: settingsName), options: .atomic)
        } catch {
            // What is there is ours and empty: a second try must not be refused for the sake of the first.
            for name in [settingsName, databaseName, databaseName + "-wal", databaseName + "-shm"] {
                try? files.removeItem(at: folder.appending(path: name))
            }
            if error is SearchIndexError { throw error }
            throw KnowledgeBaseError.cannotWrite(path: path, reason: error.reasonInWords)
        }
        return try open(path, mode: .open)
    }

    /// The knowledge base named, or the nearest one upward from a folder.
    ///
    /// - Parameter mode: What is to be done with its database. A clone of the folder from git has none yet: `.create`
    ///   makes it, the others say that it is missing.
    /// - Throws: ``KnowledgeBaseError/notFound(from:)`` when there is none.
    public static func locate(
        _ base: String?, from currentFolder: String, mode: SearchIndex.Mode = .create
    ) throws -> KnowledgeBase {
        guard let path = find(base, from: currentFolder) else {
            throw KnowledgeBaseError.notFound(from: base ?? currentFolder)
        }
        return try open(path, mode: mode)
    }

    /// The folder of the knowledge base named, or of the nearest one upward; `nil` when there is none.
    static func find(_ base: String?, from currentFolder: String) -> String? {
        let files = FileManager.default
        func isBase(_ folder: URL) -> Bool {
            files.fileExists(atPath: folder.appending(path: settingsName).path(percentEncoded: false))
        }
        if let base {
            let path = normalized(base)
            return isBase(URL(filePath: path, directoryHint: .isDirectory)) ? path : nil
        }
        var folder = URL(filePath: currentFolder, directoryHint: .isDirectory).standardizedFileURL
        while true {
            if isBase(folder) { return normalized(folder.path(percentEncoded: false)) }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent == folder || folder.path() == "/" { return nil }
            folder = parent
        }
    }

    /// The settings of a knowledge base's folder.
    static func settings(in path: String) throws -> Settings {
        let file = URL(filePath: path, directoryHint: .isDirectory).appending(path: settingsName)
        let name = file.path(percentEncoded: false)
        do {
            return try Settings(yaml: String(contentsOf: file, encoding: .utf8), path: name)
        } catch let error as KnowledgeBaseError {
            throw error
        } catch {
            throw KnowledgeBaseError.badSettings(path: name, line: nil, reason: error.reasonInWords)
        }
    }

    private static func open(_ path: String, mode: SearchIndex.Mode) throws -> KnowledgeBase {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let settings = try settings(in: path)
        let database = folder.appending(path: databaseName)
        return KnowledgeBase(path: path, settings: settings, index: try SearchIndex(path: database, mode: mode))
    }

    /// Without a trailing slash, so that paths print as people write them.
    static func normalized(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The templates of a knowledge base, or the built-in ones where there is none.
    ///
    /// A knowledge base's own `templates/` folder overrides the built-in ones file by file.
    public static func templates(in base: String?, from currentFolder: String) throws -> PostmortemTemplates {
        guard let path = find(base, from: currentFolder) else {
            if let base { throw KnowledgeBaseError.notFound(from: base) }
            return PostmortemTemplates(library: TemplateLibrary())
        }
        return PostmortemTemplates(library: library(in: path))
    }

    static func library(in path: String) -> TemplateLibrary {
        TemplateLibrary(overrides: [URL(filePath: path, directoryHint: .isDirectory).appending(path: templatesName)])
    }

    /// One report with its factors.
    ///
    /// - Throws: ``KnowledgeBaseError/unknownReport(id:)``.
    public func report(_ id: String) throws -> CataloguedReport {
        guard let report = try index.report(id: id) else {
            throw KnowledgeBaseError.unknownReport(id: id)
        }
        return report
    }
}

extension CataloguedReport {
    /// The object that `show` prints: the report, and how the knowledge base holds it.
    ///
    /// - Parameter accounts: Ids of the other reports of its incident.
    public func json(accounts: [String] = []) -> JSONValue {
        guard case .object(let members) = report.json else { preconditionFailure("a report is a JSON object") }
        return .object(
            [("id", .string(id)), ("version", .int(version)), ("retrieved", .string(retrieved.description))]
                + members + [
                    ("content_hash", .string(contentHash)),
                    ("factors", .array(factors.map(\.json))),
                    ("model", .string(model)),
                    ("decisions", .array(decisions.map(\.json))),
                    ("accounts", .strings(accounts)),
                ])
    }
}
