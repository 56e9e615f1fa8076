import ArgumentParser
import Foundation
import Postmortems

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the knowledge base as a static site.",
        discussion: """
            The site is written beside the old one and swapped in whole: a build that fails leaves the old site \
            standing. It works from any static file server, under any path, and straight from the disk.
            """)

    @Option(help: ArgumentHelp("Where the site goes; 'site' in the knowledge base when left out.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("A folder whose site/NAME.mustache override the built-in templates.", valueName: "dir"))
    var templates: String?

    @Option(help: .hidden)
    var audience: String?

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        if audience != nil {
            display.report.error("'--audience' is not yet available in this version; the site shows everything")
            throw ExitCode.couldNotRun
        }
        let site = try base.knowledgeBase().publish(to: output, templates: templates, now: .now)
        for failure in site.failures { display.report.error(failure) }
        if site.unclassified > 0 {
            display.report.note(
                "\(site.unclassified) report\(site.unclassified == 1 ? " is" : "s are") not classified; run 'postmortem classify' and publish again"
            )
        }
        switch format.format {
        case .json: print(site.json.text)
        case .text:
            print(
                "Published \(site.reports) report\(site.reports == 1 ? "" : "s") as \(site.files) files, \(site.bytes / 1000) kB."
            )
            print(display.style.bold(site.indexPage))
        }
        if !site.failures.isEmpty { throw ExitCode.couldNotRun }
    }
}
