import ArgumentParser
import Foundation
import Postmortems

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find blaming language and missing parts in postmortems.",
        discussion: """
            Reads Markdown files, or all in a folder; '-' reads standard input; without an argument, the knowledge \
            base's postmortems/. A finding is help for a writer: the exit status is 1 only when --fail-on asks for it and \
            there are such findings. Silence one for the next block with \
            <!-- postmortem-lint: allow RULE because … -->.
            """)

    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case error, warning, info, never
    }

    @Argument(help: ArgumentHelp("Files or folders.", valueName: "file|dir"))
    var paths: [String] = []

    @Option(help: "How findings are printed.")
    var format = LintOutput.text

    @Option(help: "The severity from which findings make the exit status 1.")
    var failOn = FailOn.never

    @OptionGroup var base: BaseOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let run = try Linting(base: base.base, currentFolder: FileManager.default.currentDirectoryPath).run(paths)
        for failure in run.failures { display.report.error(failure) }
        let output = run.output(format)
        if !output.isEmpty { print(output, terminator: output.hasSuffix("\n") ? "" : "\n") }
        if format == .text { display.report.note(run.sentence) }
        if !run.failures.isEmpty { throw ExitCode.couldNotRun }
        if let severity = LintSeverity(rawValue: failOn.rawValue), run.hasFindings(atOrAbove: severity) {
            throw ExitCode.no
        }
    }
}

extension LintOutput: ExpressibleByArgument {}
