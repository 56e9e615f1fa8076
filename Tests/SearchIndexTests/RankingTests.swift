import Foundation
import GRDB
import Reports
import Testing

@testable import SearchIndex

/// The ranking of `SearchIndex.search` computed anew from postings, as the browser does it.
private struct PlainRanking {
    var reports: [CataloguedReport]
    var lengths: [String: Double] = [:]
    /// By term, by report: the weighted occurrences.
    var frequencies: [String: [String: Double]] = [:]

    init(_ reports: [CataloguedReport]) throws {
        self.reports = reports
        for posting in try SearchIndex.postings(of: reports) {
            lengths[posting.reportID, default: 0] += 1
            frequencies[posting.term, default: [:]][posting.reportID, default: 0] += posting.field.weight
        }
    }

    func ids(_ words: [String]) throws -> [String] {
        let terms = try SearchIndex.foldedTerms(of: words.joined(separator: " "))
        let count = Double(reports.count)
        let mean = lengths.values.reduce(0, +) / count
        var rows: [(id: String, all: Bool, score: Double, date: Int64)] = []
        for report in reports {
            let held = terms.filter { frequencies[$0]?[report.id] != nil }
            guard !held.isEmpty else { continue }
            var score = 0.0
            for term in held {
                let holders = Double(frequencies[term]!.count)
                let idf = log((count - holders + 0.5) / (holders + 0.5))
                let f = frequencies[term]![report.id]!
                score += (idf <= 0 ? 1e-6 : idf) * f * 2.2 / (f + 1.2 * (0.25 + 0.75 * lengths[report.id]! / mean))
            }
            rows.append((report.id, held.count == terms.count, score, report.report.date?.secondsSince1970 ?? .min))
        }
        rows.sort { left, right in
            if left.all != right.all { return left.all }
            let (a, b) = ((left.score * 1e12).rounded(), (right.score * 1e12).rounded())
            return a != b ? a > b : left.date != right.date ? left.date > right.date : left.id < right.id
        }
        return rows.map(\.id)
    }
}

@Suite struct Ranking {
    static let vocabulary = ["dns", "cache", "node", "disk", "api", "queue", "lock", "zone", "gateway", "kernel"]

    /// Reports with words drawn so that a few are common and a few rare.
    static func reports(_ count: Int, seed: UInt64) -> [Report] {
        var dice = Dice(seed: seed)
        func words(_ most: Int) -> String {
            (0..<Int.random(in: 0...most, using: &dice)).map { _ in
                let index = min(
                    Int.random(in: 0..<vocabulary.count, using: &dice),
                    Int.random(in: 0..<vocabulary.count, using: &dice))
                return vocabulary[index]
            }.joined(separator: " ")
        }
        return (0..<count).map { number in
            var report = report("R\(number) \(words(2))", words(30), source: "\(number)", summary: words(5))
            report.published = number % 7 == 0 ? nil : Timestamp(year: 2024, month: 1 + number % 12, day: 5)
            report.services = [words(1)]
            report.timeline = [TimelineEvent(text: words(4))]
            return report
        }
    }

    @Test("Hits stand in the order that bm25 written out gives", arguments: [1, 2, 3] as [UInt64])
    func order(seed: UInt64) throws {
        try withIndex { index in
            for outcome in index.storeAll(Self.reports(150, seed: seed).map { incoming($0) }) { _ = try outcome.get() }
            let plain = try PlainRanking(index.reports())
            for first in Self.vocabulary {
                #expect(try index.ids(first) == plain.ids([first]))
                for second in Self.vocabulary where second > first {
                    #expect(try index.ids("\(first) \(second)") == plain.ids([first, second]))
                    #expect(
                        try index.ids("\(second) gateway \(first) gateway")
                            == plain.ids(
                                [second, "gateway", first].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
                }
            }
        }
    }

    @Test("Conditions leave scores as they are")
    func conditions() throws {
        try withIndex { index in
            for outcome in index.storeAll(Self.reports(80, seed: 9).map { incoming($0) }) { _ = try outcome.get() }
            let all = try index.search(SearchQuery("kernel dns"), limit: 1000).hits
            let some = try index.search(SearchQuery("kernel dns date:2024-03..2024-08"), limit: 1000).hits
            let ids = Set(some.map(\.id))
            #expect(!some.isEmpty && some.count < all.count)
            #expect(all.filter { ids.contains($0.id) } == some)
        }
    }

    @Test("Sorting by date puts the newest first and the undated last")
    func byDate() throws {
        try withIndex { index in
            for outcome in index.storeAll(Self.reports(40, seed: 4).map { incoming($0) }) { _ = try outcome.get() }
            let found = try index.ids("dns", sort: .date)
            #expect(try found == index.reports().map(\.id).filter(found.contains))
        }
    }

    @Test("Reports with all words come before those with some, however often these repeat them")
    func tiers() throws {
        try withIndex { index in
            let loud = try index.store(report("zone zone zone", "zone zone", source: "a")).id
            let both = try index.store(report("x", String(repeating: "filler ", count: 500) + "zone lock", source: "b"))
                .id
            #expect(try index.ids("zone lock") == [both, loud])
        }
    }
}

@Suite struct PostingsTests {
    @Test("Postings are those of the full-text index itself, sorted")
    func postings() throws {
        try withIndex { index in
            for outcome in index.storeAll(Ranking.reports(30, seed: 5).map { incoming($0) }) { _ = try outcome.get() }
            let text = report("Größe", "Running runs.\u{301} e\u{301}té 日本 ABC_def", organisation: "Ünïcode")
            let id = try index.store(text).id
            try index.store(
                classification: [try factor(.assistiveAIMisunderstanding, .asserted, quote: "Running", in: text)],
                model: "m", for: id)
            let expected = try index.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT p.term, report.id, p.col, p.offset FROM report_search_places p
                        JOIN report ON report.number = p.doc
                        """
                ).map { Posting(term: $0[0], reportID: $0[1], field: IndexedField(rawValue: $0[2])!, position: $0[3]) }
            }
            let found = try index.postings(for: nil)
            #expect(Set(found) == Set(expected))
            #expect(found.count == expected.count)
            #expect(try SearchIndex.postings(of: index.reports()) == found)
            #expect(try index.postings(for: [id]) == found.filter { $0.reportID == id })
            #expect(try index.postings(for: []) == [])
            let order = IndexedField.allCases
            let keys = found.map { posting in
                let column = order.firstIndex(of: posting.field)!
                return "\(posting.term)\u{1}\(posting.reportID)\u{1}\(column)\u{1}\(1_000_000 + posting.position)"
            }
            #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }

    @Test(
        "Terms are folded and stemmed",
        arguments: [
            ("Databases RUNNING", ["databas", "run"]), ("café Größe", ["cafe", "groß"]), ("", []), ("🔥 — …", []),
            ("us-east-1 C++", ["us", "east", "1", "c"]), ("a\u{0}b", ["a"]), ("e\u{301}", ["e"]),
        ])
    func terms(text: String, terms: [String]) throws {
        #expect(try SearchIndex.foldedTerms(of: text) == terms)
    }

    @Test("What is denied is not indexed")
    func denied() throws {
        let text = report("T", "It was not the script.")
        let factors = [
            try factor(.automation, .denied, quote: "not the script", in: text),
            try factor(.network, .suspected, quote: "It", in: text),
            try factor(.autonomousAIAction, .asserted, quote: "It", in: text),
        ]
        #expect(IndexedText.factors(factors) == "Network\nAutonomous AI action")
        #expect(
            IndexedText.factors([try factor(.assistiveAIMisunderstanding, .asserted, quote: "It", in: text)])
                == "Assistive AI misunderstood assistive-ai-misunderstanding")
    }
}
