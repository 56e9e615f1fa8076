import Foundation
import Synchronization

/// Folders under construction, so that an interrupted process can take them away.
public final class HalfBuilt: Sendable {
    public static let shared = HalfBuilt()

    private let folders = Mutex<Set<URL>>([])

    func insert(_ folder: URL) {
        folders.withLock { _ = $0.insert(folder) }
    }

    func remove(_ folder: URL) {
        folders.withLock { _ = $0.remove(folder) }
    }

    /// Deletes every folder under construction.
    public func removeAll() {
        let all = folders.withLock { $0 }
        for folder in all { try? FileManager.default.removeItem(at: folder) }
    }
}
