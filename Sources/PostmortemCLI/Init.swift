import ArgumentParser
import Foundation
import Postmortems

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a knowledge base.",
        discussion: "Writes postmortem.yml, postmortems/ and knowledge.db; refuses a folder that has one already.")

    @Argument(help: ArgumentHelp("The folder; made when missing.", valueName: "dir"))
    var folder = "."

    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let base = try KnowledgeBase.create(at: folder)
        switch format.format {
        case .json: print(JSONValue.object([("path", .string(base.path))]).text)
        case .text: print("Made a knowledge base in \(display.style.bold(base.path)).")
        }
        display.report.note(
            "next: 'postmortem ingest SOURCE…' with files, folders, feeds or URLs, or 'postmortem new --title …'")
    }
}
