import ArgumentParser
import Foundation
import Postmortems

/// What `ingest` and `extract` read, and within which limits.
struct SourceOptions: ParsableArguments {
    @Flag(help: "Fetch from private, loopback and link-local addresses too.")
    var allowPrivate = false

    @Flag(help: "Fetch what a site's robots.txt asks robots to leave alone.")
    var ignoreRobots = false

    @Option(help: ArgumentHelp("Give up a try at a URL after this long.", valueName: "seconds"))
    var timeout = 30

    @Option(help: ArgumentHelp("The most that is read of one source.", valueName: "megabytes"))
    var maxSize = 20

    @Option(
        help: ArgumentHelp(
            "How many files to read at the same time; by default one per processor.", valueName: "number"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The zone of times that name none, such as Europe/Paris, UTC+2 or PST; UTC when left out.",
            valueName: "name"),
        transform: ZoneOption.rule)
    var zone: TimeZoneRule?

    func validate() throws {
        guard timeout > 0 else { throw ValidationError("--timeout must be at least 1 second.") }
        guard (1...1_000).contains(maxSize) else {
            throw ValidationError("--max-size must be from 1 to 1000 megabytes.")
        }
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs must be from 1 to 256.") }
    }

    var reading: ReadingOptions {
        var reading = ReadingOptions(
            maxBytes: maxSize * 1_000_000, timeLimit: .seconds(timeout), allowsPrivateAddresses: allowPrivate,
            obeysRobots: !ignoreRobots, jobs: jobs, zone: zone)
        reading.environment = ProcessInfo.processInfo.environment
        return reading
    }
}

/// Reads the zone that a person names.
enum ZoneOption {
    @Sendable static func rule(_ name: String) throws -> TimeZoneRule {
        do {
            return try TimeZoneReader.requested(name)
        } catch {
            throw ValidationError("\(error).")
        }
    }
}

struct Ingest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read reports into the knowledge base.",
        discussion: """
            Reads HTML pages, Atom and RSS feeds, Markdown, plain text and timeline exports (Slack, CSV, logs), also \
            gzipped; folders of these; '-' for standard input; and http(s) URLs. Without a source it reads the \
            knowledge base's own postmortems/. Ingesting the same thing twice changes nothing; a changed source \
            becomes a new version of the same report. URLs are fetched one at a time for each host, as far as its \
            robots.txt allows, and tried again when the server is busy; only what changed since the last time is sent. \
            Proxies and certificate authorities are taken from the environment as curl takes them: http_proxy, \
            https_proxy, all_proxy, no_proxy; CURL_CA_BUNDLE, SSL_CERT_FILE, SSL_CERT_DIR.
            """)

    @Argument(help: ArgumentHelp("Files, folders, '-' or URLs.", valueName: "source"))
    var sources: [String] = []

    @Flag(
        help: "Also pull the sources that postmortem.yml lists; with --quiet, nothing is printed unless there is news.")
    var watchConfig = false

    @OptionGroup var options: SourceOptions
    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let knowledgeBase = try base.knowledgeBase()
        let style = display.style
        let progress = ProgressLine(isQuiet: display.quiet)
        let summary = try knowledgeBase.ingest(
            sources, watched: watchConfig, reading: options.reading, now: .now,
            progress: { done, source in progress.update("\(done) read  \(TerminalStyle.printable(source))") }
        ) { event in
            progress.finish()
            switch event {
            case .stored(let stored):
                switch format.format {
                case .json: StandardOutput.print(stored.json)
                case .text:
                    guard stored.outcome != .unchanged else { return }
                    let word = stored.outcome == .added ? style.good("added  ") : style.caution("updated")
                    print("\(word)  \(style.bold(stored.id))  \(TerminalStyle.printable(stored.report.title ?? ""))")
                }
                for warning in stored.report.warnings {
                    display.report.warning("\(stored.report.source): \(warning)")
                }
            case .failed(let failure): display.report.error(failure)
            case .note(let note): display.report.note(note)
            case .notModified(let source): display.report.note("\(source): not modified")
            }
        }
        progress.finish()
        if format.format == .text { say(summary) }
        if summary.failed > 0 { throw ExitCode.couldNotRun }
    }
}

extension Ingest {
    /// A run from cron mails whatever is printed, so a quiet one prints news only.
    private func say(_ summary: IngestSummary) {
        guard watchConfig, !summary.hasNews else { return print(summary.sentence) }
        if !display.quiet { print("nothing new: \(summary.unchanged) unchanged, \(summary.failed) failed") }
    }
}

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print what ingest would store; needs no knowledge base.",
        discussion: "With --format json, one object per report found; a feed yields one per entry.")

    @Argument(help: ArgumentHelp("Files, folders, '-' or URLs.", valueName: "source"))
    var sources: [String]

    @OptionGroup var options: SourceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let progress = ProgressLine(isQuiet: display.quiet)
        var isFirst = true
        let failed = Extraction(reading: options.reading).extract(
            sources, progress: { done, source in progress.update("\(done) read  \(TerminalStyle.printable(source))") }
        ) { event in
            progress.finish()
            switch event {
            case .extracted(let report):
                switch format.format {
                case .json: StandardOutput.print(report.json)
                case .text:
                    if !isFirst { print() }
                    print(ReportText(style: display.style).text(of: report))
                    isFirst = false
                }
                for warning in report.warnings { display.report.warning("\(report.source): \(warning)") }
            case .note(let note): display.report.note(note)
            case .failed(let failure): display.report.error(failure)
            }
        }
        progress.finish()
        if failed > 0 { throw ExitCode.couldNotRun }
    }
}
