import ArgumentParser
import Foundation
import Postmortems

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "List the reports that match a query, best match first.",
        discussion: """
            Words rank by relevance; reports with all of them come first. "exact phrase", prefix*, -without, a OR b, \
            title: org: service: factor: severity: kind: id:, date:2024, date:2024-01..2024-06, duration:>2h, \
            factor:!automation (denied), is:reviewed. Any text is a valid query. Exits 1 when nothing matches.
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Words to look for.", valueName: "query"))
    var words: [String]

    @Option(help: "How many reports are listed at most.")
    var limit = 20

    @Option(help: "How many of the first are skipped.")
    var offset = 0

    @Option(help: "The order of the list.")
    var sort = SearchIndex.Sort.relevance

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
        guard offset >= 0 else { throw ValidationError("--offset can't be negative.") }
    }

    func run() throws {
        // The parser hands on a "--" that ends the options.
        let query = words.drop { $0 == "--" }.joined(separator: " ")
        let results = try base.knowledgeBase(.readOnly).search(
            query, limit: limit, offset: offset, sort: sort, style: format.format == .json ? .html : ReportText.marks)
        switch format.format {
        case .json: print(results.json(query: query).text)
        case .text:
            let text = ReportText(style: display.style)
            for (index, hit) in results.hits.enumerated() {
                if index > 0 { print() }
                print(text.hit(hit))
            }
            if results.hits.isEmpty, results.total > 0 {
                display.report.note("\(results.total) found; --offset \(offset) is beyond the last")
            } else if results.total > offset + results.hits.count {
                display.report.note(
                    "\(results.hits.count) of \(results.total) shown; --offset \(offset + results.hits.count) shows more"
                )
            }
        }
        if results.total == 0 {
            if format.format == .text {
                let hint = results.suggestion.map { "; did you mean '\($0)'?" } ?? ""
                display.report.note("no report matches '\(query)'\(hint)")
            }
            throw ExitCode.no
        }
    }
}

extension SearchIndex.Sort: ExpressibleByArgument {}
