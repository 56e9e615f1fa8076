import Foundation
import Reports

extension SourceWalker {
    /// One look at a list of arguments, folder by folder.
    struct Walk {
        var result = SourceWalk()
        /// Real paths of folders, so that none given twice is read twice.
        private var visited: Set<String> = []
        private var known: Set<String> = []
        /// Sources met, those known already too.
        private var found = 0

        mutating func add(_ location: SourceLocation, key: String) {
            found += 1
            if known.insert(key).inserted { result.locations.append(location) }
        }

        mutating func visit(_ path: String) {
            let status = FileStatus.of(path)
            if status == .folder {
                let before = (found, result.failures.count, result.skipped.count)
                // Named again, it is no emptier than the first time.
                let isNew = folder(path)
                if isNew, (found, result.failures.count) == (before.0, before.1) {
                    note(emptyFolder: path, skipped: result.skipped[before.2...])
                }
            } else if let refusal = status.refusal, !FileStatus.isOpenDescriptor(path) {
                fail(path, refusal)
            } else {
                add(Self.location(ofFile: path), key: Self.realPath(path))
            }
        }

        private mutating func note(emptyFolder path: String, skipped: ArraySlice<String>) {
            let names = skipped.prefix(3).map { URL(filePath: $0).lastPathComponent }.joined(separator: ", ")
            let rest =
                skipped.isEmpty
                ? "check the path"
                : "passed over \(counted(skipped.count, "file")), such as \(names): name one to read it anyway"
            result.notes.append("\(path): nothing to read in this folder; \(rest)")
        }

        /// A day of a Slack export is read with the users beside it, whether it came alone or in its folder.
        private static func location(ofFile path: String) -> SourceLocation {
            guard isDayName(URL(filePath: path).lastPathComponent), isSlackDay(path) else { return .file(path: path) }
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            guard let users = users(beside: folder) else { return .file(path: path) }
            return .slackChannel(folder: path, days: [path], users: users)
        }

        /// - Returns: Whether it was read: `false` for one read before.
        @discardableResult
        private mutating func folder(_ path: String) -> Bool {
            let real = Self.realPath(path)
            guard visited.insert(real).inserted else { return false }
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: path).sorted {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }
            } catch {
                fail(path, "the folder can't be opened; check its permissions")
                return true
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
            return true
        }

        private mutating func member(_ path: String, name: String) {
            if name.hasPrefix(".") {
                result.skipped.append(path)
                return
            }
            switch FileStatus.of(path) {
            case .folder where FileStatus.isLink(path): result.skipped.append(path)
            case .folder: folder(path)
            case .file where SourceWalker.isWanted(name): add(.file(path: path), key: Self.realPath(path))
            case .file, .pipe, .socket, .device: result.skipped.append(path)
            // An unreadable name that ends in `.png` is none of ours; one without an ending may be a folder.
            case .unreadable where name.contains(".") && !SourceWalker.isWanted(name): result.skipped.append(path)
            case .unreadable(let reason): fail(path, reason)
            }
        }

        private mutating func fail(_ path: String, _ words: String) {
            // A path can be too long to be a help.
            let place = path.count > 400 ? "\(path.prefix(150))…\(path.suffix(150))" : path
            result.failures.append(IngestionError(place, .unreadableFile(words)))
        }

        private static func realPath(_ path: String) -> String {
            URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
        }

        /// `2026-03-11.json`.
        private static func isDayName(_ name: String) -> Bool {
            name.utf8.count == 15 && name.hasSuffix(".json") && Timestamp(String(name.prefix(10))) != nil
        }

        private static func isSlackDay(_ path: String) -> Bool {
            let size = (try? FileManager.default.attributesOfItem(atPath: realPath(path)))?[.size] as? Int ?? 0
            guard FileStatus.of(path) == .file, size <= IngestionLimits.standard.maxBytes,
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
}
