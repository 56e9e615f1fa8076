import Foundation
import Reports
import Testing

@testable import SearchIndex

/// Figures for ten thousand reports; run with `POSTMORTEM_BENCHMARK=1` and `-c release`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["POSTMORTEM_BENCHMARK"] != nil))
struct Speed {
    /// Some 120 words each of a vocabulary whose words are the rarer the later they come.
    private func reports(_ count: Int) -> [Report] {
        var dice = Dice(seed: 11)
        func words(_ count: Int) -> String {
            (0..<count).map { _ in
                let share = Double.random(in: 0..<1, using: &dice)
                return "word\(Int(20_000 * share * share * share))"
            }.joined(separator: " ")
        }
        return (0..<count).map { number in
            var report = report("Incident \(number) \(words(4))", words(100) + " outage", source: "\(number)")
            report.published = Timestamp(secondsSince1970: 1_500_000_000 + Int64(number) * 20_000)
            report.summary = words(15)
            report.services = [words(1)]
            return report
        }
    }

    @Test("Five hundred reports, one by one")
    func oneByOne() throws {
        try withIndex { index in
            let sources = reports(500).map { incoming($0) }
            let clock = ContinuousClock()
            print("store one by one:", try clock.measure { for source in sources { try index.store(source) } })
            print("again:", try clock.measure { for source in sources { try index.store(source) } })
            print("close:", try clock.measure { try index.close() })
        }
    }

    @Test("Ten thousand reports")
    func tenThousand() throws {
        try withIndex { index in
            let sources = reports(10_000).map { incoming($0) }
            let clock = ContinuousClock()
            print("store all:", try clock.measure { for outcome in index.storeAll(sources) { _ = try outcome.get() } })
            print("store all again:", clock.measure { _ = index.storeAll(sources) })
            let queries = [
                "outage", "word7", "word7 word900 outage", "\"incident 77\"", "wor*", "word1*", "word12345 date:2020",
                "factor:automation", "date:2019..2020", "", "wrod77x outage -word3", "xwyzzyq", "word1234x",
                (0..<64).map { "word\($0 * 7)" }.joined(separator: " "),
            ]
            for query in queries {
                _ = try index.search(SearchQuery(query))
                var total = 0
                let elapsed = try clock.measure {
                    for _ in 0..<5 { total = try index.search(SearchQuery(query)).total }
                }
                print("search \(query.prefix(30)) (\(total)):", elapsed / 5)
            }
            var all: [CataloguedReport] = []
            print("reports:", try clock.measure { all = try index.reports() })
            print("report by id:", try clock.measure { _ = try index.report(id: all[5000].id) })
            var count = 0
            print("postings:", try clock.measure { count = try SearchIndex.postings(of: all).count }, count)
            var damage: [Damage] = []
            print("verify:", try clock.measure { damage = try index.verify() })
            #expect(damage == [])
            print("counts:", try index.counts())
        }
    }
}
