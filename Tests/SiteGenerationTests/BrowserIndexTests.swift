import Foundation
import Reports
import Testing

@testable import SiteGeneration

@Suite("The index the browser reads")
struct BrowserIndexTests {
    private func value(_ script: String) throws -> Any {
        let start = try #require(script.firstIndex(of: ","))
        let json = script[script.index(after: start)...].dropLast(3)
        return try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    }

    @Test("The manifest tells where the index is, how large it is and what it is ranked by")
    func manifest() throws {
        let site = try Sample.site()
        let manifest = try #require(try value(site["search/manifest.js"]!) as? [String: Any])
        #expect(manifest["reports"] as? Int == 3)
        #expect(manifest["tokens"] as? Int == Sample.postings(Sample.all).count)
        #expect(manifest["fields"] as? [String] == IndexedField.allCases.map(\.rawValue))
        #expect(manifest["weights"] as? [Double] == IndexedField.allCases.map(\.weight))
        let folder = try #require(manifest["folder"] as? String)
        #expect(site["\(folder)t0.js"] != nil && site["\(folder)c2.js"] != nil)
        #expect((manifest["starts"] as? [String])?.count == 1)
    }

    @Test("Counts and positions are kept by report and field, as gaps")
    func terms() {
        func posting(_ report: String, _ field: IndexedField, _ position: Int, _ term: String = "dns") -> Posting {
            Posting(term: term, reportID: report, field: field, position: position)
        }
        let table = TermTable(
            [
                posting("b", .body, 9), posting("b", .body, 2), posting("a", .title, 0), posting("a", .body, 3),
                posting("c", .organisation, 1), posting("x", .body, 0), posting("a", .body, 0, "a"),
            ], numbers: ["a": 0, "b": 3, "c": 4])
        #expect(table.rows.map(\.term) == ["a", "dns"])
        #expect(table.rows[1].counts == "0AC,3C2,1G")
        #expect(table.rows[1].positions == "0A0C3,3C2.7,1G1")
        #expect(table.tokens == 6)
        #expect(table.lengths(count: 5) == [3, 0, 0, 2, 1])
    }

    @Test("Terms are cut into shards that start where the manifest says")
    func shards() throws {
        let postings = (0..<8_000).map {
            Posting(term: "term\($0)", reportID: "nothing-stated", field: .body, position: $0)
        }
        let catalogue = try Catalogue([Sample.bare], services: [])
        let files = BrowserIndex(catalogue: catalogue, links: PageLinks(catalogue), postings: postings).files
        let manifest = try #require(try value(String(decoding: files[0].bytes, as: UTF8.self)) as? [String: Any])
        let starts = try #require(manifest["starts"] as? [String])
        let folder = try #require(manifest["folder"] as? String)
        #expect(starts.count > 3 && starts == starts.sorted())
        for (number, start) in starts.enumerated() {
            let file = try #require(files.first { $0.path == "\(folder)t\(number).js" })
            let rows = try #require(try value(String(decoding: file.bytes, as: UTF8.self)) as? [[String]])
            #expect(rows.first?.first == start)
            #expect(file.bytes.count < 40_000)
        }
    }

    @Test("A change anywhere in the index changes the folder's name")
    func folder() throws {
        let folder = { (reports: [CataloguedReport]) in
            try Sample.site(reports).keys.first { $0.hasSuffix("t0.js") }
        }
        var changed = Sample.all
        changed[0].report.text += " Again."
        #expect(try folder(Sample.all) != folder(changed))
    }
}
