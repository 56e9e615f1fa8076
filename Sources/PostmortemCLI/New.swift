import ArgumentParser
import Foundation
import Postmortems

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a postmortem from a template.",
        discussion: "Writes postmortems/YYYY-MM-DD-slug.md, never over a file, and prints its path.")

    @Option(help: "The template; 'postmortem templates' lists them.")
    var template = "standard"

    @Option(help: "What happened, in a few words.")
    var title: String

    @Option(help: ArgumentHelp("The day it began; today when left out.", valueName: "yyyy-mm-dd"))
    var date: String?

    @Option(name: .customLong("service"), help: "A service that was affected; give it once for each.")
    var services: [String] = []

    @Option(help: ArgumentHelp("A timeline export to fill the timeline with.", valueName: "file"))
    var timeline: String?

    @Option(
        help: ArgumentHelp(
            "The zone of the timeline's times that name none, and the one they are written in.", valueName: "name"),
        transform: ZoneOption.rule)
    var zone: TimeZoneRule?

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if title.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
            throw ValidationError("The title is empty; say in a few words what happened.")
        }
        if let date, Timestamp(date) == nil {
            throw ValidationError("Can't read the date '\(date)'; write 2024-03-05.")
        }
    }

    func run() throws {
        let draft = try base.knowledgeBase().draft(
            template: template, title: title, date: date.flatMap { Timestamp($0) } ?? .now, services: services,
            timeline: timeline, zone: zone, timelineDay: date.flatMap { Timestamp($0) })
        for warning in draft.warnings { display.report.warning(warning) }
        switch format.format {
        case .text: print(draft.path)
        case .json: print(JSONValue.object([("path", .string(draft.path))]).text)
        }
    }
}
