import Foundation
import Reports
import Testing

@testable import SiteGeneration

@Suite("How factors were found, on the about page")
struct AboutPageTests {
    private static func labelled(_ id: String) -> CataloguedReport {
        var label = Sample.factor(.humanAction, quote: "A command removed more servers than planned")
        label.review = .labelled
        var report = Sample.outage.report
        report.labels = [label]
        return CataloguedReport(
            id: id, report: report, version: 1, retrieved: Sample.outage.retrieved,
            contentHash: Sample.outage.contentHash)
    }

    private static let came = "reports came with labels that their writers gave them"
    private static let read = "A classifier read"
    private static let unread = "Neither labelled nor read yet:"

    @Test("The page says how many reports came labelled, how many a classifier read, and how many nobody did")
    func mixed() throws {
        let page = try #require(
            try Sample.site([Self.labelled("a"), Self.labelled("b"), Sample.outage, Sample.bare])["about.html"])
        #expect(page.contains("2 of 4 \(Self.came)"))
        #expect(page.contains("\(Self.read) 1 of 4 reports and suggested 2 contributing factors; for 0 it found none"))
        #expect(page.contains("\(Self.unread) 1 report."))
        #expect(page.contains("A suggestion is a suggestion:"))
    }

    @Test("Where every report came labelled, nothing is said of suggestions")
    func allLabelled() throws {
        let page = try #require(try Sample.site([Self.labelled("a"), Self.labelled("b")])["about.html"])
        #expect(page.contains("2 of 2 \(Self.came)"))
        #expect(page.contains("\(Self.read) none of the reports, so nothing here is merely suggested."))
        #expect(!page.contains("read 0 of 2") && !page.contains("A suggestion is a suggestion"))
        #expect(!page.contains(Self.unread))
    }

    @Test("Without labels the page speaks of the classifier alone, and where it has read nothing says so")
    func noneLabelled() throws {
        let page = try #require(try Sample.site([Sample.outage, Sample.disputed])["about.html"])
        #expect(page.contains("\(Self.read) 2 of 2 reports and suggested 2"))
        #expect(!page.contains("labelled by") && !page.contains(Self.came) && !page.contains(Self.unread))
        let bare = try #require(try Sample.site([Sample.bare])["about.html"])
        #expect(bare.contains("\(Self.read) none of the reports") && bare.contains("\(Self.unread) 1 report."))
        #expect(!bare.contains("0 of 1 reports and suggested"))
    }

    @Test("Decisions about labelled reports are told of too")
    func decided() throws {
        var reviewed = Self.labelled("a")
        reviewed.decisions = [
            ReviewDecision(
                number: 1, kind: .humanAction, verdict: .reject, stance: nil, role: nil, evidence: [],
                at: Timestamp("2024-03-09T10:00Z")!, version: 1, textHash: "")
        ]
        let page = try #require(try Sample.site([reviewed])["about.html"])
        #expect(page.contains("People made 1 decision on 1 report; what they decided stands in the place of"))
    }
}
