import ArgumentParser

/// Commands the contract names that a later version brings: they say so, with status 2, and help does not list them.
enum NotYetAvailable {
    static let commands: Set = [
        "export", "import", "serve", "similar", "stats",
    ]

    /// - Throws: Status 2 when the arguments name one of ``commands``.
    static func check(_ arguments: [String]) throws {
        guard let name = arguments.first, commands.contains(name) else { return }
        StandardErrorReport(isQuiet: false).error("'\(name)' is not yet available in this version")
        throw ExitCode.couldNotRun
    }
}
