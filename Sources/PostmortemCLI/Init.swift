import ArgumentParser
import Foundation
import Postmortems

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a knowledge base.",
        discussion: "Writes postmortem.yml, postmortems/ and knowledge.db; refuses a folder that has one already.")

    @Argument(help: ArgumentHelp("The folder; made when missing.", valueName: "dir"))
    var folder = "."

    @OptionGroup var display: DisplayOptions

    func run() throws {
        let base = try KnowledgeBase.create(at: folder)
        let style = display.style
        print("Made a knowledge base in \(style.bold(base.path)).")
        display.report.note(
            "next: 'postmortem ingest SOURCE…' with files, folders, feeds or URLs, or 'postmortem new --title …'")
    }
}
