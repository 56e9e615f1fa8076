import Foundation
import Reports
import TemplateLibrary

@testable import SiteGeneration

/// A small knowledge base written by hand, and what tests ask of the site made from it.
enum Sample {
    static let text = """
        A command removed more servers than planned.

        The tool did not check the number. Two subsystems had to be restarted.
        """

    static let outage = report(
        id: "2024-03-05-storage-outage", title: "Storage was away for four hours", organisation: "Northwind Cloud",
        services: ["Object Store", "Console"],
        factors: [
            factor(.humanAction, quote: "A command removed more servers than planned", role: .trigger),
            factor(.missingSafeguard, quote: "The tool did not check the number"),
        ])

    static let disputed: CataloguedReport = {
        var report = Sample.report(
            id: "2025-12-01-price-pages", title: "Price pages were blank", organisation: "northwind cloud",
            services: ["Price Pages"])
        report.report.occurred = Timestamp("2025-12-01")
        report.report.text = "Insiders say an agent deleted it. The vendor says a person did."
        report.report.html = "<p>Insiders say an <em>agent</em> deleted it. The vendor says a person did.</p>"
        var contested = factor(.autonomousAIAction, quote: "Insiders say an agent deleted it", in: report.report.text)
        contested.contested = true
        contested.stance = .suspected
        contested.evidence[0].by = "unnamed insiders"
        contested.evidence.append(
            evidence("The vendor says a person did", in: report.report.text, stance: .denied, by: "the vendor"))
        report.factors = [contested]
        return report
    }()

    static let bare = CataloguedReport(
        id: "nothing-stated", report: Report(source: "/home/someone/notes/nothing.txt", kind: .timeline), version: 1,
        retrieved: Timestamp(secondsSince1970: 1_700_000_000), contentHash: String(repeating: "0", count: 64))

    static let all = [outage, disputed, bare]

    static func report(
        id: String, title: String?, organisation: String? = nil, services: [String] = [],
        factors: [ContributingFactor] = []
    ) -> CataloguedReport {
        CataloguedReport(
            id: id,
            report: Report(
                source: "corpus/\(id).md", kind: .publicReport, title: title, organisation: organisation,
                url: "https://status.example.org/\(id)", archivedURL: "https://archive.example.org/\(id)",
                published: Timestamp("2024-03-06"), occurred: Timestamp("2024-03-05T09:37-08:00"),
                statedDuration: 15_420, summary: "Storage was away.", text: text,
                html: "<p>A command removed more servers than planned.</p>\n<p>The tool did not check the number. "
                    + "Two subsystems had to be restarted.</p>",
                timeline: [
                    TimelineEvent(at: Timestamp("2024-03-05T09:37-08:00"), text: "The command runs"),
                    TimelineEvent(at: Timestamp("2024-03-05T13:54-08:00"), text: "All is back", phase: "resolved"),
                    TimelineEvent(text: "People go home"),
                ],
                stamps: [
                    .impactStart: Stamp(at: Timestamp("2024-03-05T09:37-08:00")!),
                    .detected: Stamp(at: Timestamp("2024-03-05T09:50-08:00")!, estimated: true),
                    .resolved: Stamp(at: Timestamp("2024-03-05T13:54-08:00")!, from: "vendor report"),
                ],
                services: services, severity: "SEV-1",
                actionItems: [ActionItem(text: "Check the number", owner: "storage", due: "2024-04-01")]),
            version: 1, retrieved: Timestamp("2024-03-07T10:00Z")!, contentHash: String(repeating: "a", count: 64),
            factors: factors, model: "rules-1")
    }

    static func factor(
        _ kind: FactorKind, quote: String, role: FactorRole = .contributing, in text: String = text
    ) -> ContributingFactor {
        ContributingFactor(
            kind: kind, stance: .asserted, confidence: 0.8, role: role, evidence: [evidence(quote, in: text)])
    }

    static func evidence(_ quote: String, in text: String, stance: Stance = .asserted, by: String? = nil) -> Evidence {
        let place = text.range(of: quote)!
        let from = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return Evidence(field: .text, utf8Range: from..<from + quote.utf8.count, quote: quote, stance: stance, by: by)
    }

    /// Every word of every field, lower-cased: enough to make an index of.
    static func postings(_ reports: [CataloguedReport]) -> [Posting] {
        reports.flatMap { report in
            let fields: [(IndexedField, String)] = [
                (.title, report.report.title ?? ""), (.body, report.report.text),
                (.services, report.report.services.joined(separator: " ")),
            ]
            return fields.flatMap { field, text in
                text.lowercased().split { !$0.isLetter && !$0.isNumber }.enumerated().map {
                    Posting(term: String($0.element), reportID: report.id, field: field, position: $0.offset)
                }
            }
        }
    }

    static func site(
        _ reports: [CataloguedReport] = all, settings: SiteSettings = SiteSettings(title: "Incident library")
    ) throws -> [String: String] {
        let files = try SiteGenerator(templates: TemplateLibrary(), settings: settings)
            .files(for: reports, postings: postings(reports))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    /// The values of an attribute wherever it stands in a page.
    static func values(of attribute: String, in page: String) -> [String] {
        page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
