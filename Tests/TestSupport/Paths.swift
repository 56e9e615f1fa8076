import Foundation

/// Places in and beside the checkout, found from this file.
public enum Checkout {
    /// The folder that holds `Package.swift`.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public static let corpus = root.appending(path: "Corpus")

    /// Test data that is kept beside the checkout; `nil` when it is not there.
    public static func shared(_ path: String) -> URL? {
        let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        return FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) ? url : nil
    }

    /// Whether test data is there; a condition for tests that need it, so that they show as skipped without it.
    public static func has(_ path: String) -> Bool {
        shared(path) != nil
    }
}

/// Runs `body` with a new folder and removes the folder afterwards.
public func withTemporaryFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "postmortem-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
