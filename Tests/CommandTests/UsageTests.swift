import Foundation
import TestSupport
import Testing

@Suite("Usage")
struct UsageTests {
    static let commands = [
        "init", "new", "templates", "lint", "ingest", "extract", "timeline", "classify", "review", "evaluate", "search",
        "show", "link", "unlink", "publish", "verify",
    ]

    @Test("Every command has help that names what it takes", arguments: commands)
    func help(command: String) throws {
        let run = try CommandRun.postmortem([command, "--help"])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("OVERVIEW: "))
        #expect(run.output.contains("USAGE: postmortem \(command)"))
    }

    @Test("Help lists the commands that work, and no others")
    func overview() throws {
        let run = try CommandRun.postmortem(["--help"])
        let listed = run.output.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .filter { $0.hasPrefix("  ") && $0.dropFirst(2).first != " " }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed.filter { $0 != "See" } == Self.commands)
    }

    @Test("The README names every command", arguments: commands)
    func readme(command: String) throws {
        let readme = try String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("`\(command)") || readme.contains("postmortem \(command)"))
    }

    @Test(
        "What the contract promises for later says so, with status 2",
        arguments: [
            "export", "import", "serve", "similar", "stats",
        ])
    func notYet(command: String) throws {
        let run = try CommandRun.postmortem([command, "--any", "thing"])
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors == "postmortem: error: '\(command)' is not yet available in this version\n")
    }

    @Test(
        "A usage error is status 64 and says what was wrong",
        arguments: [
            (["ingset"], "Unexpected argument 'ingset'"),
            (["search", "x", "--limit", "0"], "--limit must be at least 1."),
            (["search", "x", "--offset=-1"], "--offset can't be negative."),
            (["search", "x", "--format", "yaml"], "The value 'yaml' is invalid for '--format <format>'"),
            (["new"], "Missing expected argument '--title <title>'"),
            (["new", "--title", " "], "The title is empty; say in a few words what happened."),
            (["new", "--title", "T", "--date", "soon"], "Can't read the date 'soon'; write 2024-03-05."),
            (["extract"], "Missing expected argument '<source> ...'"),
            (["extract", "x", "--max-size", "0"], "--max-size must be from 1 to 1000 megabytes."),
            (["extract", "x", "--jobs", "0"], "--jobs must be from 1 to 256."),
            (["timeline"], "Missing expected argument '<source> ...'"),
            (
                ["timeline", "x", "--zone", "IST"],
                "'IST' stands for UTC+05:30, UTC+02:00 and UTC+01:00; write one of them"
            ),
            (["timeline", "x", "--zone", "Mars"], "there is no time zone 'Mars'; write Europe/Paris, UTC+2 or PST."),
            (["show"], "Missing expected argument '<id>'"),
            (["evaluate", "--errors"], "--errors goes with --gold FILE."),
            (["review", "--accept", "network"], "Name the report: 'postmortem review ID --accept KIND'."),
            (["review", "x", "--accept", "weather"], "The value 'weather' is invalid for '--accept <kind>'"),
            (["review", "x", "--quote", "q"], "--quote goes with --add KIND."),
            (
                ["review", "x", "--add", "network"],
                "--add network needs --quote with the words of the report that carry it."
            ),
            (
                ["review", "x", "--accept", "network", "--accept", "capacity", "--role", "trigger"],
                "--stance and --role go with one kind that is accepted or added."
            ),
            (["review", "x", "--by", "lead"], "--by and --note go with --accept, --reject or --add."),
            (
                ["review", "x", "--accept", "network", "--reject", "network"],
                "network is given twice; one decision a kind."
            ),
        ])
    func usage(arguments: [String], message: String) throws {
        let run = try CommandRun.postmortem(arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("Without a knowledge base the message says how to make one")
    func noBase() throws {
        try withTemporaryFolder { folder in
            let run = try CommandRun.postmortem(["search", "dns"], in: folder)
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(
                run.errors.hasSuffix(
                    "no knowledge base here or above; make one with 'postmortem init' or name one with --base\n"))
        }
    }
}
