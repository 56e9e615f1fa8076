import Foundation
import Reports

/// One source to read, found but not yet loaded.
public enum SourceLocation: Equatable, Sendable {
    /// A file to read, with its path as given or found.
    case file(path: String)
    /// One channel of a Slack export: its folder, its day files in order, and the users file beside it.
    case slackChannel(folder: String, days: [String], users: String?)
    case standardInput
    case address(String)

    /// Whether it is fetched from the web.
    public var isAddress: Bool {
        if case .address = self { true } else { false }
    }

    /// The path or URL, for messages and for ``Report/source``.
    public var source: String {
        switch self {
        case .file(let path): path
        case .slackChannel(let folder, _, _): folder
        case .standardInput: "-"
        case .address(let address): address
        }
    }
}

/// What a list of arguments stands for.
public struct SourceWalk: Equatable, Sendable {
    /// In the order of the arguments; inside a folder by name. No file twice.
    public var locations: [SourceLocation] = []
    /// Missing and unreadable files and folders.
    public var failures: [IngestionError] = []
    /// Files in folders that are passed over because of their form or name.
    public var skipped: [String] = []
}

/// Expands arguments to sources, and loads what is on disk.
///
/// ```swift
/// let walker = SourceWalker(base: "my-incidents")
/// let walk = walker.walk(["Corpus", "-", "https://example.com/outage"])
/// for location in walk.locations { let document = try walker.load(location) }   // addresses are fetched elsewhere
/// ```
///
/// Folders are read to any depth, in order of names; hidden files, `README`, `LICENSE`, `CONTRIBUTING` and `CHANGELOG` and
/// the tables of a Slack export are passed over, as are files of other forms. A file named directly is always tried.
public struct SourceWalker: Sendable {
    /// What identities of files are relative to; `nil` for absolute paths.
    public var base: String?
    public var limits: IngestionLimits

    public init(base: String? = nil, limits: IngestionLimits = .standard) {
        self.base = base
        self.limits = limits
    }

    /// The endings of files that are read from folders.
    public static let extensions: Set<String> = [
        "html", "htm", "xhtml", "xml", "atom", "rss", "md", "markdown", "txt", "log", "csv", "tsv", "json", "jsonl",
        "ndjson", "gz",
    ]

    // MARK: Finding

    /// The sources that arguments stand for. A path that is missing or can't be opened is a failure; the rest goes on.
    public func walk(_ arguments: [String]) -> SourceWalk {
        var walker = Walk()
        for argument in arguments {
            if argument == "-" {
                walker.add(.standardInput, key: "-")
            } else if WebAddress.isAddress(argument) {
                walker.add(.address(argument), key: argument)
            } else {
                walker.visit(argument)
            }
        }
        return walker.result
    }

    private struct Walk {
        var result = SourceWalk()
        /// Real paths of folders on the way down, against loops of symbolic links.
        private var visited: Set<String> = []
        private var known: Set<String> = []

        mutating func add(_ location: SourceLocation, key: String) {
            if known.insert(key).inserted { result.locations.append(location) }
        }

        mutating func visit(_ path: String) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                let isScheme = path.contains("://")
                fail(
                    path,
                    isScheme ? "not an address we fetch; give http or https" : "no such file or folder; check the path")
                return
            }
            if isFolder.boolValue {
                folder(path)
            } else {
                add(Self.location(ofFile: path), key: Self.realPath(path))
            }
        }

        /// A day of a Slack export is read with the users beside it, whether it came alone or in its folder.
        private static func location(ofFile path: String) -> SourceLocation {
            guard isDayName(URL(filePath: path).lastPathComponent), isSlackDay(path) else { return .file(path: path) }
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            guard let users = users(beside: folder) else { return .file(path: path) }
            return .slackChannel(folder: path, days: [path], users: users)
        }

        private mutating func folder(_ path: String) {
            let real = Self.realPath(path)
            guard visited.insert(real).inserted else { return }
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: path).sorted {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }
            } catch {
                fail(path, "the folder can't be opened; check its permissions")
                return
            }
            let root = path.hasSuffix("/") ? path : path + "/"
            let days = names.filter { Self.isDayName($0) }
            let isChannel = days.first.map { Self.isSlackDay(root + $0) } ?? false
            if isChannel {
                add(
                    .slackChannel(
                        folder: path.hasSuffix("/") ? String(path.dropLast()) : path, days: days.map { root + $0 },
                        users: Self.users(beside: path)), key: real)
            }
            for name in names where !(isChannel && days.contains(name)) { member(root + name, name: name) }
        }

        private mutating func member(_ path: String, name: String) {
            if name.hasPrefix(".") { return }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                fail(path, "a link that leads nowhere; mend or remove it")
                return
            }
            if isFolder.boolValue {
                folder(path)
            } else if SourceWalker.isWanted(name), Self.isRegular(path) {
                add(.file(path: path), key: Self.realPath(path))
            } else {
                result.skipped.append(path)
            }
        }

        private mutating func fail(_ path: String, _ words: String) {
            result.failures.append(IngestionError(path, .unreadableFile(words)))
        }

        private static func realPath(_ path: String) -> String {
            URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
        }

        private static func isRegular(_ path: String) -> Bool {
            let real = realPath(path)
            // Reading a pipe or device found in a folder could block for ever.
            let kind = (try? FileManager.default.attributesOfItem(atPath: real))?[.type] as? FileAttributeType
            return kind == .typeRegular || kind == nil
        }

        /// `2026-03-11.json`.
        private static func isDayName(_ name: String) -> Bool {
            name.utf8.count == 15 && name.hasSuffix(".json") && Timestamp(String(name.prefix(10))) != nil
        }

        private static func isSlackDay(_ path: String) -> Bool {
            let size = (try? FileManager.default.attributesOfItem(atPath: realPath(path)))?[.size] as? Int ?? 0
            guard isRegular(path), size <= IngestionLimits.standard.maxBytes,
                let data = FileManager.default.contents(atPath: path), let json = JSONObject(data)
            else {
                return false
            }
            return SlackExport.isDay(json) || json.array?.isEmpty == true
        }

        /// The users of an export stand beside its channels, or inside a channel copied out alone.
        private static func users(beside folder: String) -> String? {
            let url = URL(filePath: folder)
            return [url.deletingLastPathComponent(), url].map {
                $0.appending(path: "users.json").path(percentEncoded: false)
            }
            .first { FileManager.default.fileExists(atPath: $0) }
        }
    }

    /// Whether a file found in a folder is of a form we read, and not about the folder itself.
    static func isWanted(_ name: String) -> Bool {
        let lower = name.lowercased()
        if slackTables.contains(lower) { return false }
        let stem = lower.split(separator: ".").first.map(String.init) ?? lower
        if ["readme", "license", "licence", "contributing", "changelog", "code_of_conduct"].contains(stem) {
            return false
        }
        guard let dot = lower.lastIndex(of: ".") else { return false }
        var ending = String(lower[lower.index(after: dot)...])
        // `page.html.gz` counts, `backup.tar.gz` does not.
        if ending == "gz" {
            let inner = lower[..<dot]
            ending = inner.lastIndex(of: ".").map { String(inner[inner.index(after: $0)...]) } ?? "gz"
        }
        return extensions.contains(ending)
    }

    private static let slackTables: Set<String> = [
        "users.json", "channels.json", "groups.json", "dms.json", "mpims.json", "integration_logs.json",
        "canvases.json",
    ]

    // MARK: Loading

    /// The bytes at a location. Standard input is read to its end, up to the limit.
    ///
    /// - Throws: ``IngestionError`` naming the file when it can't be opened or is over the limit.
    public func load(_ location: SourceLocation) throws -> SourceDocument {
        switch location {
        case .file(let path):
            let (bytes, modified) = try contents(of: path)
            let identity = SourceReader.identity(forPath: path, relativeTo: base)
            return SourceDocument(source: path, bytes: bytes, identity: identity, modified: modified)
        case .slackChannel(let folder, let days, let users):
            return try channel(folder, days, users)
        case .standardInput:
            return SourceDocument(source: "-", bytes: try read(FileHandle.standardInput, source: "-"))
        case .address(let address):
            throw IngestionError(address, .fetch("an address is fetched, not loaded from disk"))
        }
    }

    private func contents(of path: String) throws -> (Data, Timestamp?) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw IngestionError(path, .unreadableFile("the file can't be opened; check its permissions"))
        }
        defer { try? handle.close() }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? NSNumber, size.intValue > limits.maxBytes {
            throw IngestionError(path, .tooLarge(bytes: size.intValue, limit: limits.maxBytes))
        }
        let modified = (attributes?[.modificationDate] as? Date).map {
            Timestamp(secondsSince1970: Int64($0.timeIntervalSince1970))
        }
        return (try read(handle, source: path), modified)
    }

    private func read(_ handle: FileHandle, source: String) throws -> Data {
        var result = Data()
        do {
            while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
                result.append(chunk)
                if result.count > limits.maxBytes {
                    throw IngestionError(source, .tooLarge(bytes: result.count, limit: limits.maxBytes))
                }
            }
        } catch let error as IngestionError {
            throw error
        } catch {
            throw IngestionError(source, .unreadableFile("reading it failed; check the disk and try again"))
        }
        return result
    }

    private func channel(_ folder: String, _ days: [String], _ users: String?) throws -> SourceDocument {
        var bytes: [Data] = []
        for day in days {
            let (content, _) = try contents(of: day)
            guard JSONObject(content)?.array != nil else {
                throw IngestionError(day, .damaged("it is no JSON list of messages"))
            }
            bytes.append(content)
        }
        var table: Data?
        if let users, let content = try? contents(of: users).0, JSONObject(content)?.array != nil { table = content }
        let name = URL(filePath: folder).lastPathComponent
        let channel =
            name.hasSuffix(".json") ? URL(filePath: folder).deletingLastPathComponent().lastPathComponent : name
        let bundle = SlackExport.bundle(channel: channel, users: table, days: bytes)
        guard bundle.count <= limits.maxBytes else {
            throw IngestionError(folder, .tooLarge(bytes: bundle.count, limit: limits.maxBytes))
        }
        return SourceDocument(
            source: folder, bytes: bundle, identity: SourceReader.identity(forPath: folder, relativeTo: base),
            contentType: "application/json")
    }
}
