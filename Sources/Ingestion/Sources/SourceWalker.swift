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
    /// Every file in the folders that is not read: of another form, about the folder itself, hidden, a pipe or device,
    /// and links to folders. A hidden folder is named, not what is in it. For a caller that tells how much was left
    /// aside; naming a file directly reads it.
    public var skipped: [String] = []
    /// What a person should hear though nothing failed: folders in which there is nothing to read. Place and remedy.
    public var notes: [String] = []
}

/// Expands arguments to sources, and loads what is on disk.
///
/// ```swift
/// let walker = SourceWalker(base: "my-incidents")
/// let walk = walker.walk(["Corpus", "-", "https://example.com/outage"])
/// for location in walk.locations { let document = try walker.load(location) }   // addresses are fetched elsewhere
/// ```
///
/// Folders are read to any depth, in order of names; hidden files, `README`, `LICENSE`, `CONTRIBUTING` and `CHANGELOG`
/// and the tables of a Slack export are passed over, as are files of other forms and links to folders. What is named
/// directly is always tried, through links too; pipes, sockets and devices are refused, as reading one may never end.
public struct SourceWalker: Sendable {
    /// What identities of files are relative to; `nil` for absolute paths.
    public var base: String?
    public var limits: IngestionLimits

    public init(base: String? = nil, limits: IngestionLimits = .standard) {
        self.base = base
        self.limits = limits
    }

    /// The endings of files that are read from folders.
    public static let extensions = markdownExtensions.union([
        "html", "htm", "xhtml", "xml", "atom", "rss", "txt", "log", "csv", "tsv", "json", "jsonl", "ndjson", "gz",
    ])

    /// The endings of Markdown files.
    public static let markdownExtensions: Set<String> = ["md", "markdown", "mdown", "mkd"]

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
            let bytes = try contents(of: path)
            // The shell gives the same number to other content next time.
            let identity =
                FileStatus.isOpenDescriptor(path) ? nil : SourceReader.identity(forPath: path, relativeTo: base)
            return SourceDocument(source: path, bytes: bytes, identity: identity)
        case .slackChannel(let folder, let days, let users):
            return try channel(folder, days, users)
        case .standardInput:
            return SourceDocument(source: "-", bytes: try read(FileHandle.standardInput, expected: 65_536, source: "-"))
        case .address(let address):
            throw IngestionError(address, .fetch("an address is fetched, not loaded from disk"))
        }
    }

    private func contents(of path: String) throws -> Data {
        // Before it is opened: opening a pipe waits for someone to write.
        let status = FileStatus.of(path)
        if let refusal = status.refusal, !FileStatus.isOpenDescriptor(path) {
            throw IngestionError(path, .unreadableFile(refusal))
        }
        guard status != .folder, let handle = FileHandle(forReadingAtPath: path) else {
            throw IngestionError(path, .unreadableFile("the file can't be opened; check its permissions"))
        }
        defer { try? handle.close() }
        var expected = 65_536
        if status == .file, let size = try? handle.seekToEnd() {
            guard size <= limits.maxBytes else {
                throw IngestionError(path, .tooLarge(bytes: Int(clamping: size), limit: limits.maxBytes))
            }
            try? handle.seek(toOffset: 0)
            expected = Int(clamping: size)
        }
        return try read(handle, expected: expected, source: path)
    }

    private func read(_ handle: FileHandle, expected: Int, source: String) throws -> Data {
        do {
            return try FileBytes.rest(of: handle.fileDescriptor, expected: expected, limit: limits.maxBytes)
        } catch .tooLarge {
            throw IngestionError(source, .tooLarge(bytes: nil, limit: limits.maxBytes))
        } catch .unreadable {
            throw IngestionError(source, .unreadableFile("reading it failed; check the disk and try again"))
        }
    }

    private func channel(_ folder: String, _ days: [String], _ users: String?) throws -> SourceDocument {
        var bytes: [Data] = []
        for day in days {
            let content = try contents(of: day)
            guard JSONObject(content)?.array != nil else {
                throw IngestionError(day, .damaged("it is no JSON list of messages"))
            }
            bytes.append(content)
        }
        var table: Data?
        if let users, let content = try? contents(of: users), JSONObject(content)?.array != nil { table = content }
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
