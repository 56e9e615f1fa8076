import Foundation
import Postmortems
import TestSupport
import Testing

/// The whole job on reports as they are found: pages, status feeds and Markdown that nobody tidied.
@Suite("Real input")
struct RealInputTests {
    @Test(
        "Real pages, feeds and texts become a site: failures are named, quotes stand, every link leads somewhere",
        .enabled(if: Checkout.has("data")))
    func wholeJob() throws {
        let pages = try #require(Checkout.shared("data/extraction"))
        let feeds = try #require(Checkout.shared("data/feeds/statuspage"))
        let labelled = try #require(Checkout.shared("data/classification/dev.jsonl"))
        try withTemporaryFolder { folder in
            let texts = folder.appending(path: "texts")
            let count = try Self.write(textsOf: labelled, to: texts)
            let base = try KnowledgeBase.create(at: folder.appending(path: "base").path)

            var failures: [String] = []
            let sources = [pages, feeds, texts].map { $0.path(percentEncoded: false) }
            let summary = try base.ingest(sources, now: Timestamp(secondsSince1970: 1_790_000_000)) { event in
                if case .failed(let failure) = event { failures.append(failure) }
            }
            #expect(summary.added >= 250 + count)
            #expect(summary.failed == failures.count)
            for failure in failures {
                #expect(sources.contains { failure.hasPrefix($0) }, "\(failure)")
            }

            let classified = try Classifying(base: base.path, currentFolder: "/").run([]) { event in
                if case .failed(let failure) = event { Issue.record("\(failure)") }
            }
            #expect(classified.failed == 0)
            #expect(classified.classified == summary.added)
            #expect(try base.verify().damages == [])

            let site = folder.appending(path: "site")
            let published = try base.publish(to: site.path, now: Timestamp(secondsSince1970: 1_790_000_000))
            #expect(published.reports == summary.added)
            #expect(published.unclassified == 0)
            #expect(try SiteLinks(site: site).broken == [])
        }
    }

    /// Writes each labelled text as a Markdown file.
    private static func write(textsOf labelled: URL, to folder: URL) throws -> Int {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lines = try String(contentsOf: labelled, encoding: .utf8).split(separator: "\n")
        for (index, line) in lines.enumerated() {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let text = try #require(object["text"] as? String)
            try Data(text.utf8).write(to: folder.appending(path: "\(index).md"))
        }
        return lines.count
    }
}
