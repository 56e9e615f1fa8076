import Compression
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// A page of the development set; its day is missing where the page has none.
private struct DatedPage: Decodable {
    var date: String?
}

@Test(
    "Publication dates of the development pages are found as well as before",
    .enabled(if: Checkout.has("data/dates/ground-truth.json")))
func developmentPages() throws {
    let folder = try #require(Checkout.shared("data/dates"))
    let file = try String(contentsOf: folder.appending(path: "ground-truth.json"), encoding: .utf8)
    let truth = try JSONDecoder().decode([String: DatedPage].self, from: Data(file.replacing("NaN", with: "null").utf8))
    #expect(truth.count == 100)
    var right = 0
    for (name, page) in truth {
        let data = try Data(contentsOf: folder.appending(path: "html/\(name)"))
        let bytes = try Compression.inflate(data, limit: 20_000_000)
        let report = try? HTMLReader().read(bytes, source: "page.html")
        if report?.published?.day == page.date { right += 1 }
    }
    // 0.94 when this was written. Six pages state no day that agrees with the truth.
    #expect(right >= 93)
}
