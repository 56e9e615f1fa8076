import Foundation
import Synchronization

/// Folders under construction, so that an interrupted process can take them away.
///
/// Whatever is done to such a folder is done inside ``whileUninterrupted(_:)``: an interruption waits for it, takes the
/// folder away, and lets nothing be done after it. Otherwise a folder could be put in its place half deleted.
public final class HalfBuilt: Sendable {
    public static let shared = HalfBuilt()

    private let folders = Mutex<Set<URL>>([])

    /// Does one step of the work on a folder.
    ///
    /// - Parameter body: Takes the folders under construction, to add one or to strike one off.
    func whileUninterrupted<T>(_ body: (inout Set<URL>) throws -> sending T) rethrows -> sending T {
        try folders.withLock { try body(&$0) }
    }

    /// Deletes every folder under construction and ends the process; a step that wants to begin waits until it is over.
    ///
    /// - Parameter status: Says what the exit status is, given whether there was such a folder.
    public func interrupt(_ status: (_ wasBuilding: Bool) -> Int32) -> Never {
        folders.withLock { folders in
            for folder in folders { try? FileManager.default.removeItem(at: folder) }
            exit(status(!folders.isEmpty))
        }
    }
}
