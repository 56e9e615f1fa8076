import Reports
import Testing

@testable import SiteGeneration

@Suite("Words, addresses and drawings")
struct WordingTests {
    @Test(
        "A duration reads to the minute",
        arguments: [
            (0, "0 s"), (45, "45 s"), (60, "1 min"), (95, "1 min 35 s"), (601, "10 min"), (3_600, "1 h"),
            (15_420, "4 h 17 min"), (86_400, "24 h"), (266_399, "3 d 1 h 59 min"), (-5, "0 s"),
        ])
    func duration(seconds: Int, words: String) {
        #expect(ReadableDuration.text(seconds: seconds) == words)
    }

    @Test(
        "A name becomes a part of an address",
        arguments: [
            ("Amazon S3 (us-east-1)", "amazon-s3-us-east-1"), ("Café Zürich", "cafe-zurich"), ("  -- ", "n24a2cbb4"),
            ("../../etc", "etc"), ("A&B", "a-b"),
        ])
    func slug(name: String, slug: String) {
        let made = PageName.of(name)
        if slug.hasPrefix("n2") { #expect(made.hasPrefix("n") && made.utf8.count == 13) } else { #expect(made == slug) }
    }

    @Test("Names that differ only in signs get different addresses, and a script without Latin letters gets one too")
    func uniqueSlugs() {
        var taken: Set<String> = []
        #expect(["C", "C++", "C#"].map { PageName.unique($0, taken: &taken) } == ["c", "c-2", "c-3"])
        #expect(PageName.of("数据库") != PageName.of("数据") && PageName.of("数据库").hasPrefix("n"))
        #expect(PageName.of(String(repeating: "x", count: 500)).utf8.count < 80)
    }

    @Test(
        "Only http and https addresses become links",
        arguments: [
            ("https://e.org/a", true), ("HTTP://e.org", true), ("javascript:x", false), ("data:text/html,x", false),
            ("https://e.org/a b", false), ("//e.org", false), ("/etc/passwd", false), ("https://e.org\\@x", false),
            ("https://e.org/\n", false),
        ])
    func linkables(address: String, isLink: Bool) {
        #expect((linkable(address) != nil) == isLink)
    }

    private func entries(_ durations: [Int?]) throws -> [Catalogue.Entry] {
        let reports = durations.enumerated().map { index, seconds in
            var report = Sample.report(id: "r\(index)", title: "R\(index)")
            report.report.stamps = [:]
            report.report.statedDuration = seconds
            return report
        }
        return try Catalogue(reports, services: []).entries
    }

    @Test("Durations are shown one by one; median and quartiles only from four on; never a mean")
    func durations() throws {
        #expect(DurationChart(try entries([nil])) == nil)
        let three = try #require(DurationChart(try entries([60, 600, 3_600, nil])))
        #expect(three.summary == "3 incidents with a stated or measured duration; 1 not stated: from 1 min to 1 h.")
        #expect(!three.svg.contains("median") && three.svg.components(separatedBy: "<circle").count == 4)
        let four = try #require(DurationChart(try entries([60, 600, 3_600, 7_200])))
        #expect(
            four.summary == "4 incidents with a stated or measured duration: from 1 min to 2 h; "
                + "median 35 min, the middle half 7 min 45 s to 1 h 15 min.")
        #expect(four.svg.contains("class=\"median\""))
        let same = try #require(DurationChart(try entries([Int](repeating: 3_600, count: 200).map { $0 })))
        #expect(same.svg.components(separatedBy: "<circle").count == 201 && !same.summary.contains("mean"))
    }

    @Test("A timeline is drawn only with two different times, and days do not mix with times")
    func timelines() {
        func chart(_ times: [String?]) -> TimelineChart? {
            TimelineChart(
                Report(
                    source: "x", kind: .timeline,
                    timeline: times.map { TimelineEvent(at: $0.flatMap { Timestamp($0) }, text: "e") }))
        }
        #expect(chart([]) == nil && chart([nil, "2024-01-01T00:00Z"]) == nil)
        #expect(chart(["2024-01-01T00:00Z", "2024-01-01T00:00Z"]) == nil)
        #expect(chart(["2024-01-01", "2024-01-01T10:00Z", "2024-01-01T11:00Z"])?.span == 3_600)
        #expect(chart(["2024-01-01", "2024-01-09"])?.span == 8 * 86_400)
        #expect(chart(["0001-01-01", "9999-12-31"])?.svg.contains("<svg") == true)
        let crowd = (0..<500).map { "2024-01-01T10:00:\($0 % 60 < 10 ? "0" : "")\($0 % 60)Z" as String? }
        #expect(chart(crowd)?.svg.contains("1–") == true)
    }

    @Test("The list of factors counts stances, and companions stand on the factor's page")
    func factors() throws {
        let site = try Sample.site()
        let page = try #require(site["factors/human-action.html"])
        #expect(page.contains("<dt>Asserted</dt><dd>1</dd>") && page.contains("Missing safeguard <b>1</b>"))
        #expect(page.contains("never a verdict") && page.contains("5 Mar 2024"))
        #expect(try #require(site["factors/autonomous-ai-action.html"]).contains("<h2>Suspected"))
    }

    @Test("Organisations written in other letters are one; a service of the settings without incidents is listed")
    func groups() throws {
        let site = try Sample.site(
            settings: SiteSettings(
                title: "L", services: [.init(name: "Billing", description: "Sends invoices"), .init(name: "console")]))
        #expect(site.keys.filter { $0.hasPrefix("organisations/") } == ["organisations/northwind-cloud.html"])
        #expect(try #require(site["services/billing.html"]).contains("Sends invoices"))
        #expect(try #require(site["services/console.html"]).contains("1 incident, "))
    }
}
