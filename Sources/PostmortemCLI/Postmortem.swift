import ArgumentParser
import Foundation
import Logging
import Postmortems

@main
struct Postmortem: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postmortem",
        abstract: "A blameless postmortem knowledge base: write, ingest, search and publish incident reports.",
        discussion: """
            Start with 'postmortem init', then 'postmortem ingest' files, folders, feeds or URLs, \
            'postmortem classify', 'postmortem search' and 'postmortem publish'.
            """,
        version: Release.version,
        subcommands: [
            Init.self, New.self, Templates.self, Lint.self, Ingest.self, Extract.self, Timeline.self, Classify.self,
            Review.self, Evaluate.self, Search.self, Show.self, Link.self, Unlink.self, Publish.self, Verify.self,
        ])

    /// Runs the command and ends the process: 0 done, 1 the answer is no, 2 could not run, 64 usage.
    static func main() {
        StandardOutput.gather()
        LoggingSystem.bootstrap { _ in StandardErrorLog() }
        Interruption.watch()
        do {
            try NotYetAvailable.check(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot()
            let result = Result { try command.run() }
            try checkOutput()
            try result.get()
        } catch {
            // ArgumentParser knows its own errors, help among them, and gives any other status 1.
            if error is ExitCode || exitCode(for: error) != .failure { exit(withError: error) }
            Logger(label: "postmortem").error("\(error)")
            exit(withError: ExitCode.couldNotRun)
        }
    }

    /// Results that never reached their place are lost without a word unless somebody asks.
    private static func checkOutput() throws {
        if let reason = StandardOutput.failure() {
            Logger(label: "postmortem").error("can't write the results: \(reason)")
            throw ExitCode.couldNotRun
        }
    }
}

extension ExitCode {
    /// The answer is no: no match, findings, damage.
    static let no = ExitCode(1)
    /// It could not run, or some sources failed.
    static let couldNotRun = ExitCode(2)
}
