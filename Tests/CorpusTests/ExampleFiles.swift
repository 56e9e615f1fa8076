import Foundation
import Markup
import Postmortems
import TestSupport
import Testing

/// The fictional company of `Corpus/examples`: its exports and the postmortems written from them.
enum ExampleFiles {
    static let folder = Checkout.corpus.appending(path: "examples")

    /// An export: one file, or the folder of a Slack channel.
    struct Export: Sendable, CustomTestStringConvertible {
        /// From `timelines/` on.
        var path: String
        var format: String
        var events: Int
        /// Events whose time nobody noted.
        var untimed = 0
        var warnings: [String] = []

        var testDescription: String { path }
        var location: String { folder.appending(path: "timelines/\(path)").path(percentEncoded: false) }

        /// The one report in it.
        func report() throws -> Report {
            var found: [Report] = []
            let failed = Extraction().extract([location]) { event in
                if case .extracted(let report) = event { found.append(report) }
            }
            #expect(failed == 0)
            #expect(found.count == 1)
            return try #require(found.first)
        }
    }

    static let exports = [
        Export(path: "backup-key-deletion.md", format: "Markdown table", events: 16, untimed: 1),
        Export(
            path: "billing-export-clock-change.tsv", format: "TSV", events: 21, untimed: 1,
            warnings: ["no title; the file name stands in for it"]),
        Export(path: "customs-filer-statuspage.json", format: "Statuspage", events: 13),
        Export(path: "depot-link-route.txt", format: "plain text, zone on each line", events: 20),
        Export(path: "depot-scanner-broker-disk.json", format: "PagerDuty", events: 21),
        Export(
            path: "image-cleaner.jsonl", format: "JSON Lines", events: 22,
            warnings: ["no title; the file name stands in for it"]),
        Export(path: "label-printer-cert-expiry.log", format: "plain text, date headings and nicks", events: 22),
        Export(
            path: "rates-cache-stampede.csv", format: "CSV", events: 20,
            warnings: ["no title; the file name stands in for it"]),
        Export(path: "registry-key-issue.json", format: "GitHub issue", events: 16),
        Export(path: "route-planner-empty-vans.md", format: "Markdown list", events: 22, untimed: 1),
        Export(
            path: "slack/inc-booking-api", format: "Slack", events: 23,
            warnings: [
                "3 channel notices left out", "1 repeated message folded", "2 edited messages kept in the last version",
            ]),
        Export(
            path: "tracking-dates-new-year.log", format: "plain text, nicks over midnight", events: 22,
            warnings: ["3 channel notices left out"]),
        Export(path: "tracking-db-failover.json", format: "incident.io", events: 20),
        Export(path: "webhook-workers.txt", format: "plain text, date headings", events: 19),
    ]

    /// A finished postmortem.
    struct Finished: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var report: Report
        var matter: FrontMatter

        var testDescription: String { name }

        /// The cells of the table of action items, without its header.
        var actions: [[String]] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard let header = lines.firstIndex(where: { $0.hasPrefix("| Action |") }) else { return [] }
            return lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { line in
                line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            }
        }
    }

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "postmortems").path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    static func finished(_ name: String) throws -> Finished {
        let text = try String(contentsOf: folder.appending(path: "postmortems/\(name)"), encoding: .utf8)
        return Finished(
            name: name, text: text, report: try MarkdownReader().read(text, source: name),
            matter: try #require(try FrontMatter.split(text).frontMatter))
    }
}
