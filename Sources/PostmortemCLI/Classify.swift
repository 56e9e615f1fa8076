import ArgumentParser
import Foundation
import Postmortems

struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Suggest contributing factors, each with the quote that carries it.",
        discussion: """
            Takes report ids, or files, which need no knowledge base. Without arguments, every report that the \
            current model has not classified yet. Suggestions stay suggestions until a person decides. \
            --explain says what made each of them and stores nothing: the cue that spoke, the words that negate, hedge or \
            attribute it and how far off they are, and the features with what they add to the probability. --candidate \
            tries a model file beside the current model on the reports or files, by default all reports, prints what \
            would change and stores nothing; scripts/train --model FILE writes such a file, and scripts/train adopts it.
            """)

    @Argument(help: ArgumentHelp("Report ids or files; '-' reads standard input.", valueName: "id|file"))
    var targets: [String] = []

    @Flag(help: "Say what made each suggestion; nothing is stored.")
    var explain = false

    @Flag(help: "With --explain, also the kinds that are not suggested, the most probable first.")
    var all = false

    @Option(help: ArgumentHelp("A model file to try; nothing is stored.", valueName: "model"))
    var candidate: String?

    @Option(
        help: ArgumentHelp(
            "The least probability at which the model suggests a factor, if not its own.", valueName: "probability"))
    var threshold: Double?

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if let threshold, !(threshold > 0 && threshold < 1) {
            throw ValidationError("--threshold must be above 0 and below 1.")
        }
        if all, !explain { throw ValidationError("--all goes with --explain.") }
        if explain, targets.isEmpty { throw ValidationError("--explain needs report ids or files.") }
        if explain, candidate != nil { throw ValidationError("--explain and --candidate are two questions; ask one.") }
        if candidate == "-", targets.contains("-") { throw ValidationError("Standard input can be read once.") }
    }

    private var currentFolder: String { FileManager.default.currentDirectoryPath }

    func run() throws {
        if let candidate { return try tryOut(candidate) }
        if explain { return try runExplaining() }
        let progress = ProgressLine(isQuiet: display.quiet)
        let text = ReportText(style: display.style)
        var isFirst = true
        let summary = try Classifying(base: base.base, currentFolder: currentFolder, threshold: threshold).run(
            targets, progress: { progress.update(TerminalStyle.printable($0)) }
        ) { event in
            progress.finish()
            switch event {
            case .failed(let failure): display.report.error(failure)
            case .classified(let source, let title, let result):
                switch format.format {
                case .json: print(result.json(source: source).text)
                case .text:
                    printApart(&isFirst, text.heading(title ?? source, detail: source))
                    print(text.factors(result.factors, showsSuggestions: true))
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

    private func printApart(_ isFirst: inout Bool, _ heading: String) {
        if !isFirst { print() }
        isFirst = false
        print(heading)
    }

    private func runExplaining() throws {
        var isFirst = true
        let failed = try Explaining(base: base.base, currentFolder: currentFolder, threshold: threshold).run(targets) {
            event in
            switch event {
            case .failed(let failure): display.report.error(failure)
            case .explained(let source, let title, let result, let explanations):
                let shown = explanations.filter { all || $0.factor != nil }
                switch format.format {
                case .json:
                    guard case .object(let members) = result.json(source: source) else { return }
                    print(
                        JSONValue.object(members + [("explanations", .array(shown.map(\.json)))]).text)
                case .text:
                    printApart(
                        &isFirst, ReportText(style: display.style).heading(title ?? source, detail: source))
                    print(ExplanationText(style: display.style).text(shown))
                }
            }
        }
        if failed > 0 { throw ExitCode.couldNotRun }
    }

    private func tryOut(_ candidate: String) throws {
        let progress = ProgressLine(isQuiet: display.quiet)
        let text = CandidateText(style: display.style)
        let trial = try CandidateTrial(
            candidate: candidate, threshold: threshold, base: base.base, currentFolder: currentFolder)
        let summary = try trial.run(targets, progress: { progress.update(TerminalStyle.printable($0)) }) { event in
            progress.finish()
            switch event {
            case .failed(let failure): display.report.error(failure)
            case .compared(let source, let title, let changes):
                switch format.format {
                case .json:
                    print(
                        JSONValue.object([
                            ("source", .string(source)), ("changes", .array(changes.map(\.json))),
                        ]).text)
                case .text:
                    if changes.isEmpty { return }
                    print(ReportText(style: display.style).heading(title ?? source, detail: source))
                    print(text.text(changes) + "\n")
                }
            }
        }
        progress.finish()
        print(format.format == .json ? summary.json.text : text.text(summary))
        if summary.failed > 0 { throw ExitCode.couldNotRun }
    }
}
