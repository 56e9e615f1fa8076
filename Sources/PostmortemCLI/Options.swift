import ArgumentParser
import Foundation
import Postmortems

/// Which knowledge base a command works on.
struct BaseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The knowledge base; by default the nearest folder upward with a postmortem.yml.", valueName: "dir"))
    var base: String?

    /// - Parameter mode: `.readOnly` lets a command run where nothing can be written.
    func knowledgeBase(_ mode: SearchIndex.Mode = .create) throws -> KnowledgeBase {
        try KnowledgeBase.locate(base, from: FileManager.default.currentDirectoryPath, mode: mode)
    }
}

/// How results are printed.
struct FormatOption: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How results are printed.")
    var format = Format.text
}

/// How much is said, and in colour or not.
struct DisplayOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    @Option(help: "Whether results are coloured; auto colours on a terminal unless NO_COLOR is set.")
    var color = Color.auto

    /// The style of standard output.
    var style: TerminalStyle {
        switch color {
        case .always: TerminalStyle(isColored: true)
        case .never: TerminalStyle(isColored: false)
        case .auto:
            TerminalStyle(
                isColored: isatty(STDOUT_FILENO) != 0
                    && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
                    && ProcessInfo.processInfo.environment["TERM"] != "dumb")
        }
    }

    var report: StandardErrorReport {
        StandardErrorReport(isQuiet: quiet)
    }
}
