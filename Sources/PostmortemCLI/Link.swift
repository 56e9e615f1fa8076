import ArgumentParser
import Postmortems

struct Link: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that several reports tell of one incident.",
        discussion: """
            Their pages then show them together, with what each of them says side by side; a factor that one asserts and \
            another denies is contested. Whatever the reports were linked to before comes along. In a Markdown report, \
            'incident: NAME' in the front matter links it to every other report of that name.
            """)

    @Argument(help: ArgumentHelp("Ids of two reports or more.", valueName: "id"))
    var ids: [String]

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        guard Set(ids).count > 1 else { throw ValidationError("Name two reports or more: 'postmortem link ID ID'.") }
    }

    func run() throws {
        let linked = try base.knowledgeBase(.open).link(ids)
        switch format.format {
        case .json: print(JSONValue.object([("linked", .strings(linked))]).text)
        case .text:
            for id in linked { print(id) }
            display.report.note("\(linked.count) reports tell of one incident")
        }
    }
}

struct Unlink: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that reports tell of incidents of their own.",
        discussion:
            "Takes each out of what it was linked to, by 'link' or by its front matter; the others stay together.")

    @Argument(help: ArgumentHelp("Ids of reports.", valueName: "id"))
    var ids: [String]

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        try base.knowledgeBase(.open).unlink(ids)
        switch format.format {
        case .json: print(JSONValue.object([("unlinked", .strings(ids))]).text)
        case .text: display.report.note("\(ids.count) told apart from other reports")
        }
    }
}
