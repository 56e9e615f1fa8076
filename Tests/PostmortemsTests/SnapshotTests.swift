import Foundation
import Reports
import TestSupport
import Testing

@testable import Postmortems

/// Snapshots of one feed, ingested in several orders.
@Suite("Snapshots")
struct SnapshotTests {
    private static let now = Timestamp(secondsSince1970: 1_790_000_000)

    /// What a knowledge base holds in the end, by address; the file an entry was read from left out.
    private func state(after files: [URL]) throws -> [String: Report] {
        try withTemporaryFolder { folder in
            let base = try KnowledgeBase.create(at: folder.appending(path: "base").path)
            for file in files {
                let summary = try base.ingest([file.path(percentEncoded: false)], now: Self.now) { _ in }
                #expect(summary.failed == 0)
            }
            #expect(try base.verify().damages == [])
            var state: [String: Report] = [:]
            for catalogued in try base.index.reports() {
                var report = catalogued.report
                report.source = ""
                #expect(state.updateValue(report, forKey: report.url ?? catalogued.id) == nil)
            }
            return state
        }
    }

    @Test(
        "A history read in any order comes to the same state: one report an incident, each with all its updates",
        .enabled(if: Checkout.has("data/feeds/statuspage")))
    func orders() throws {
        let folder = try #require(Checkout.shared("data/feeds/statuspage"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".atom") }
        let files = names.sorted().map { folder.appending(path: $0) }
        let forward = try state(after: files)
        #expect(forward.count == 162)
        let mixed = [files[3], files[6], files[0], files[5], files[2], files[4], files[1], files[5], files[3]]
        for order in [files.reversed(), mixed] {
            let found = try state(after: order)
            #expect(found.count == forward.count)
            for (url, report) in forward { #expect(found[url] == report, "\(url)") }
        }
    }

    /// A feed that keeps only the latest updates, one entry each.
    private func feed(_ updates: ClosedRange<Int>) -> Data {
        let entries = updates.reversed().map { number in
            """
            <entry><title>\(number == 5 ? "RESOLVED: " : "")Queries fail</title><link href="https://status.acme.test/incidents/B1hD4KAt"/>
            <id>tag:status.acme.test,2024:feed:B1hD4KAt.\(number)</id><updated>2024-03-05T1\(number):00:00Z</updated>
            <summary type="html">Update number \(number).</summary></entry>
            """
        }
        return Data(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Acme Status</title><link href="https://status.acme.test/"/>\(entries.joined())</feed>
            """.utf8)
    }

    @Test("Updates that have left the feed's window stay in the timeline, whichever snapshot is read first")
    func window() throws {
        try withTemporaryFolder { folder in
            let files = try [1...3, 2...4, 4...5].enumerated().map { index, range in
                let file = folder.appending(path: "\(index).atom")
                try feed(range).write(to: file)
                return file
            }
            for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1, 0, 2]] {
                let found = try state(after: order.map { files[$0] })
                let report = try #require(found["https://status.acme.test/incidents/B1hD4KAt"])
                #expect(found.count == 1)
                #expect(report.timeline.map(\.text) == (1...5).map { "Update number \($0)." }, "\(order)")
                #expect(report.stamps[.declared]?.at.description == "2024-03-05T11:00:00Z")
                #expect(report.stamps[.resolved]?.at.description == "2024-03-05T15:00:00Z")
                #expect(
                    report.text.hasPrefix("Update number 1.") && report.text.hasSuffix("Resolved - Update number 5."))
            }
        }
    }

    @Test("An older text of a blog's entry does not replace a newer one")
    func blog() throws {
        try withTemporaryFolder { folder in
            let files = try [("old", "2024-03-05"), ("new", "2024-03-09")].map { words, day in
                let file = folder.appending(path: "\(words).xml")
                try Data(
                    """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>Acme Blog</title><entry><title>Outage</title><id>1</id>
                    <link href="https://acme.test/1"/><updated>\(day)T00:00:00Z</updated><content>\(words)</content></entry></feed>
                    """.utf8
                ).write(to: file)
                return file
            }
            for order in [files, files.reversed()] {
                #expect(try state(after: order)["https://acme.test/1"]?.text == "new")
            }
        }
    }
}
