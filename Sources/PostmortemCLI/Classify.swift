import ArgumentParser
import Foundation
import Postmortems

struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Suggest contributing factors, each with the quote that carries it.",
        discussion: """
            Takes report ids, or files, which need no knowledge base. Without arguments, every report that the \
            current model has not classified yet. Suggestions stay suggestions until a person decides.
            """)

    @Argument(help: ArgumentHelp("Report ids or files; '-' reads standard input.", valueName: "id|file"))
    var targets: [String] = []

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let progress = ProgressLine(isQuiet: display.quiet)
        let style = display.style
        var isFirst = true
        let summary = try Classifying(base: base.base, currentFolder: FileManager.default.currentDirectoryPath).run(
            targets, progress: { progress.update(TerminalStyle.printable($0)) }
        ) { event in
            progress.finish()
            switch event {
            case .failed(let failure): display.report.error(failure)
            case .classified(let source, let title, let result):
                switch format.format {
                case .json: print(result.json(source: source).text)
                case .text:
                    if !isFirst { print() }
                    isFirst = false
                    print(ReportText(style: style).heading(title ?? source, detail: source))
                    print(ReportText(style: style).factors(result.factors, showsSuggestions: true))
                }
            }
        }
        progress.finish()
        if targets.isEmpty, format.format == .text {
            display.report.note(
                summary.classified == 0
                    ? "every report is classified by the current model" : "\(summary.classified) classified")
        }
        if summary.failed > 0 { throw ExitCode.couldNotRun }
    }
}
