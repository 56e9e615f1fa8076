import ArgumentParser
import Foundation
import Postmortems

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one report, whole.")

    @Argument(help: "The report's id, as search and ingest print it.")
    var id: String

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let base = try base.knowledgeBase(.readOnly)
        let report = try base.report(id)
        let accounts = try base.accounts(besides: id)
        switch format.format {
        case .json: print(report.json(accounts: accounts.map(\.id)).text)
        case .text: print(ReportText(style: display.style).text(of: report, accounts: accounts))
        }
    }
}
