import ArgumentParser
import Foundation
import Postmortems

struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the postmortem templates, or show one.",
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the templates with one line each.")

        @OptionGroup var base: BaseOption
        @OptionGroup var format: FormatOption
        @OptionGroup var display: DisplayOptions

        func run() throws {
            let templates = try KnowledgeBase.templates(in: base.base, from: FileManager.default.currentDirectoryPath)
                .list()
            let width = templates.map(\.name.count).max() ?? 0
            for template in templates {
                switch format.format {
                case .text:
                    let padding = String(repeating: " ", count: width - template.name.count + 2)
                    print(display.style.bold(template.name) + padding + template.abstract)
                case .json:
                    print(
                        JSONValue.object([
                            ("name", .string(template.name)), ("abstract", .string(template.abstract)),
                        ]).text)
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one template.")

        @Argument(help: "The template's name.")
        var name: String

        @OptionGroup var base: BaseOption
        @OptionGroup var format: FormatOption
        @OptionGroup var display: DisplayOptions

        func run() throws {
            let text = try KnowledgeBase.templates(in: base.base, from: FileManager.default.currentDirectoryPath)
                .source(of: name)
            switch format.format {
            case .text: print(text, terminator: "")
            case .json: print(JSONValue.object([("name", .string(name)), ("text", .string(text))]).text)
            }
        }
    }
}
