import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A site being put in the place of an older one, whole or not at all.
///
/// Files are written to a folder beside the target; only when all are there does it take the target's name.
/// A build that stops midway leaves the old site as it was.
struct SitePublication {
    /// Says in a folder that `publish` made it and may replace it.
    static let marker = ".postmortem-site"

    let target: URL
    private let building: URL

    /// Prepares a new folder beside `target`, and clears away what an interrupted build left.
    ///
    /// - Throws: ``KnowledgeBaseError/notASite(path:)`` when `target` holds something else;
    ///   ``KnowledgeBaseError/cannotPublish(path:reason:)``.
    init(replacing target: URL) throws {
        self.target = target.standardizedFileURL
        let files = FileManager.default
        let path = KnowledgeBase.normalized(self.target.path(percentEncoded: false))
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            guard let contents = isFolder.boolValue ? try? files.contentsOfDirectory(atPath: path) : ["a file"] else {
                throw KnowledgeBaseError.cannotPublish(path: path, reason: "the folder can't be read")
            }
            guard contents.isEmpty || contents.contains(Self.marker) else {
                throw KnowledgeBaseError.notASite(path: path)
            }
        }
        let parent = self.target.deletingLastPathComponent()
        let prefix = ".\(self.target.lastPathComponent).building-"
        building = parent.appending(path: prefix + String(ProcessInfo.processInfo.processIdentifier))
        do {
            try files.createDirectory(at: parent, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: parent.path(percentEncoded: false))
            where name.hasPrefix(prefix) && Self.isAbandoned(name, prefix: prefix) {
                try files.removeItem(at: parent.appending(path: name))
            }
            try HalfBuilt.shared.whileUninterrupted { [building] folders in
                folders.insert(building)
                try files.createDirectory(at: building, withIntermediateDirectories: false)
            }
        } catch {
            throw KnowledgeBaseError.cannotPublish(path: path, reason: error.reasonInWords)
        }
    }

    /// A build is abandoned when the process it is named after is gone, or was this one.
    private static func isAbandoned(_ name: String, prefix: String) -> Bool {
        guard let process = Int32(name.dropFirst(prefix.count)) else { return false }
        // Of a process that may not be signalled, another user's, the build goes on.
        return process == ProcessInfo.processInfo.processIdentifier || (kill(process, 0) != 0 && errno == ESRCH)
    }

    /// Writes one file of the new site.
    ///
    /// - Parameter path: Relative to the site, such as `incidents/a.html`.
    func write(_ bytes: Data, to path: String) throws {
        let file = building.appending(path: path)
        do {
            try HalfBuilt.shared.whileUninterrupted { _ in
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
        } catch {
            throw KnowledgeBaseError.cannotPublish(
                path: KnowledgeBase.normalized(target.path(percentEncoded: false)), reason: error.reasonInWords)
        }
    }

    /// Puts the new site in the old one's place.
    func finish() throws {
        try write(Data("Made by 'postmortem publish', which replaces this folder as a whole.\n".utf8), to: Self.marker)
        let new = building.path(percentEncoded: false)
        let path = KnowledgeBase.normalized(target.path(percentEncoded: false))
        try HalfBuilt.shared.whileUninterrupted { folders in
            if FileManager.default.fileExists(atPath: path) {
                try exchange(new, with: path)
            } else if rename(new, path) != 0 {
                throw KnowledgeBaseError.cannotPublish(path: path, reason: String(cString: strerror(errno)))
            }
            // What now lies at the building place, if anything, is the old site.
            try? FileManager.default.removeItem(at: building)
            folders.remove(building)
        }
    }

    /// Swaps two folders: in one step where the kernel can, else in three renames with a moment in between.
    private func exchange(_ new: String, with path: String) throws {
        #if os(Linux)
            // glibc declares renameat2 only for GNU sources, which Swift's module map is not.
            typealias RenameAt =
                @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            let exchanging: UInt32 = 2
            if let symbol = dlsym(nil, "renameat2"),
                unsafeBitCast(symbol, to: RenameAt.self)(AT_FDCWD, new, AT_FDCWD, path, exchanging) == 0
            {
                return
            }
        #endif
        let aside = new + ".old"
        guard rename(path, aside) == 0 else {
            throw KnowledgeBaseError.cannotPublish(path: path, reason: String(cString: strerror(errno)))
        }
        guard rename(new, path) == 0 else {
            let reason = String(cString: strerror(errno))
            rename(aside, path)
            throw KnowledgeBaseError.cannotPublish(path: path, reason: reason)
        }
        rename(aside, new)
    }

    /// Removes what was written; the old site stands.
    func abandon() {
        HalfBuilt.shared.whileUninterrupted { folders in
            try? FileManager.default.removeItem(at: building)
            folders.remove(building)
        }
    }
}
