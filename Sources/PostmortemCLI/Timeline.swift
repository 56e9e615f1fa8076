import ArgumentParser
import Foundation
import Postmortems

struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Normalise timeline exports; several become one, in the order of time.",
        discussion: """
            Reads what ingest reads: Slack, PagerDuty, Statuspage, incident.io and issue exports, CSV, JSON Lines, \
            logs, and postmortems with a timeline; '-' for standard input. Times keep the offset of their source unless \
            --zone is given. With --format json, one object per event: at, text, actor, phase, source. Markdown is the \
            table that 'new --timeline' writes; all forms can be read again. Exits 2 when a source holds no timeline.
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, markdown
    }

    @Argument(help: ArgumentHelp("Files, folders, '-' or URLs.", valueName: "source"))
    var sources: [String]

    @Option(help: "How the events are printed.")
    var format = Form.text

    @Option(help: ArgumentHelp("The day of times that name none.", valueName: "yyyy-mm-dd"))
    var date: String?

    @OptionGroup var options: SourceOptions
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if let date, Timestamp(date) == nil {
            throw ValidationError("Can't read the date '\(date)'; write 2024-03-05.")
        }
    }

    func run() throws {
        let progress = ProgressLine(isQuiet: display.quiet)
        var reading = options.reading
        reading.day = date.flatMap { Timestamp($0) }
        let (timeline, failed) = TimelineCollection(reading: reading).collect(
            sources, progress: { done, source in progress.update("\(done) read  \(TerminalStyle.printable(source))") }
        ) { event in
            progress.finish()
            switch event {
            case .warning(let warning): display.report.warning(warning)
            case .note(let note): display.report.note(note)
            case .failed(let failure): display.report.error(failure)
            }
        }
        progress.finish()
        if !timeline.events.isEmpty {
            switch format {
            case .text: print(TimelineListing(timeline, style: display.style).text)
            case .json: for event in timeline.json { print(event.text) }
            case .csv: print(timeline.csv, terminator: "")
            case .markdown: print(timeline.markdown)
            }
        }
        if failed > 0 { throw ExitCode.couldNotRun }
    }
}
