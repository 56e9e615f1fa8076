import ArgumentParser
import Foundation
import Postmortems

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the suggestions against labels or against what people decided.",
        discussion: """
            With --gold, against a labelled file: one JSON object a line with title, text, labels {kind: stance}, and \
            optionally id, unsure [kinds left out of scoring], trigger and evidence. Each text is read as a Markdown file \
            with its title as the heading. A kind counts as present when asserted or suspected. Intervals are of 95 %, by \
            drawing texts with replacement. A line that can't be read is named, the rest goes on, and the exit status is 2. \
            Without --gold, against the decisions in the knowledge base: agreement by month and by source, with a \
            warning when the share of rejected suggestions, or of words the classifier does not know, leaves its usual band.
            """)

    @Option(help: ArgumentHelp("A labelled file; '-' reads standard input.", valueName: "file"))
    var gold: String?

    @Flag(help: "List each miss and false alarm with its text and quote.")
    var errors = false

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if errors, gold == nil { throw ValidationError("--errors goes with --gold FILE.") }
    }

    func run() throws {
        if let gold { try evaluate(gold) } else { try evaluateDecisions() }
    }

    private func evaluate(_ gold: String) throws {
        let progress = ProgressLine(isQuiet: display.quiet)
        let run = try Evaluating().run(gold: gold, progress: { progress.update($0) })
        progress.finish()
        for fault in run.faults { display.report.error("\(fault)") }
        switch format.format {
        case .json: print(run.evaluation.json(source: gold, showsMistakes: errors, faults: run.faults).text)
        case .text:
            let text = EvaluationText(run.evaluation, style: display.style)
            print(text.figures)
            if errors { print("\n" + text.mistakes) }
        }
        if !run.faults.isEmpty { throw ExitCode.couldNotRun }
    }

    private func evaluateDecisions() throws {
        let evaluation = try base.knowledgeBase(.readOnly).evaluateDecisions()
        switch format.format {
        case .json: print(evaluation.json.text)
        case .text: if evaluation.decided > 0 { print(DecisionEvaluationText(evaluation, style: display.style).text) }
        }
        for warning in evaluation.warnings { display.report.warning(warning) }
        if evaluation.decided == 0 {
            display.report.note("nobody has decided on a suggestion yet; 'postmortem review' lists what waits")
            throw ExitCode.no
        }
    }
}
