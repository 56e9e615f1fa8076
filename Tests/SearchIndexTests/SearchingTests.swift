import Foundation
import GRDB
import Reports
import TestSupport
import Testing

@testable import SearchIndex

/// A small knowledge base; ids are the day and the title's words.
private let library: [Report] = [
    report(
        "Route 53 outage", "DNS queries failed in us-east-1 after a configuration change.", source: "a",
        date: "2024-01-10", organisation: "Amazon Web Services", services: ["Route 53", "S3"], severity: "SEV-1",
        duration: 9000, summary: "Name resolution failed."),
    report(
        "Login errors", "ERR_CONN_RESET was seen by clients; HTTP 503 from the gateway. Exit code 0x80070005.",
        source: "b", kind: .statusEntry, date: "2024-02-20T10:00:00Z", organisation: "Example Café",
        services: ["login"], severity: "minor", duration: 600),
    report(
        "Workers OOMKilled", "foo.bar.Baz leaked memory in C++ code. Requests were slow, and DNS was fine.",
        source: "c",
        date: "2024-06-30", organisation: "Example Café", services: ["workers", "api"], duration: 7200,
        timeline: ["Pods restarted", "Memory limit raised"]),
    report(
        "Replication lag", "The replication of databases fell behind. Availability dropped.", source: "d",
        kind: .postmortem, date: "2023-12-31", organisation: "Google", services: ["Spanner"], severity: "SEV-2"),
    report("Untimed", "Deployment of a load balancer broke routing.", source: "e", date: nil),
]

private let route53 = "2024-01-10-route-53-outage"
private let login = "2024-02-20-login-errors"
private let workers = "2024-06-30-workers-oomkilled"
private let lag = "2023-12-31-replication-lag"
private let untimed = "undated-untimed"
private let everything = [workers, login, route53, lag, untimed]

private func withLibrary<T>(_ body: (SearchIndex) throws -> T) throws -> T {
    try withIndex { index in
        for outcome in index.storeAll(library.map { incoming($0) }) { _ = try outcome.get() }
        try index.store(
            classification: [
                try factor(.configurationChange, .asserted, quote: "configuration change", in: library[0]),
                try factor(.automation, .denied, quote: "DNS queries", in: library[0]),
            ], model: "m", for: route53)
        try index.store(
            classification: [try factor(.deployment, .suspected, quote: "Deployment", in: library[4])], model: "m",
            for: untimed)
        return try body(index)
    }
}

@Suite struct Searching {
    @Test("A query finds these reports in this order")
    func queries() throws {
        let rows: [(String, [String])] = [
            ("", everything), ("   ", everything), ("dns", [route53, workers]), ("DNS", [route53, workers]),
            ("dns slow", [workers, route53]), ("kangaroo", []), ("\"dns queries\"", [route53]),
            ("\"queries dns\"", []), ("dns -slow", [route53]), ("-dns", [login, lag, untimed]),
            ("replicat*", [lag]), ("configurat*", [route53]), ("configura*", [route53]), ("availabil*", [lag]),
            ("databas*", [lag]), ("deplo*", [untimed]), ("deploy*", [untimed]), ("query", [route53]),
            ("login OR spanner", [login, lag]), ("cafe", [login, workers]), ("CAFÉ", [login, workers]),
            ("title:outage", [route53]), ("title:dns", []), ("title:\"route 53\"", [route53]),
            ("title:rout*", [route53]), ("org:amazon", [route53]), ("org:\"web services\"", [route53]),
            ("org:example", [workers, login]), ("service:api", [workers]), ("service:\"route 53\"", [route53]),
            ("-org:example", [route53, lag, untimed]), ("severity:sev1", [route53]), ("severity:SEV-2", [lag]),
            ("severity:sev*", [route53, lag]), ("-severity:sev*", [workers, login, untimed]),
            ("kind:status-entry", [login]), ("kind:postmortem", [lag]), ("kind:nothing", []),
            ("id:2024-01-10-route-53-outage", [route53]), ("id:2024*", [workers, login, route53]), ("id:x", []),
            ("factor:configuration-change", [route53]), ("factor:change", [route53, untimed]),
            ("factor:automation", []), ("factor:!automation", [route53]),
            ("-factor:!automation", [workers, login, lag, untimed]),
            ("automation", []), ("\"configuration change\" factor:!automation", [route53]), ("is:reviewed", []),
            ("date:2024", [workers, login, route53]), ("date:2024-01..2024-02", [login, route53]),
            ("date:..2023", [lag]),
            ("date:2024-02-20", [login]), ("-date:2024", [lag, untimed]), ("duration:>2h", [route53]),
            ("duration:>=2h", [workers, route53]), ("duration:2h", [workers, route53]), ("duration:<1h", [login]),
            ("-duration:>2h", [workers, login, lag, untimed]), ("org:amazon OR kind:postmortem", [route53, lag]),
            ("dns OR org:google", [workers, route53, lag]), ("dns org:example", [workers]), ("C++", [workers]),
            ("ERR_CONN_RESET", [login]), ("CONN_RESET", [login]), ("err_conn_timeout", [login]),
            ("us-east-1", [route53]),
            ("us-east", [route53]), ("0x80070005", [login]), ("foo.bar.Baz", [workers]), ("bar.baz", [workers]),
            ("HTTP 503", [login]), ("OOMKilled", [workers]), ("oomk*", [workers]), ("🔥", []), ("🔥 org:google", [lag]),
            ("dns 🔥", [route53, workers]), ("***", []), ("\"", everything), ("NEAR(", []), ("col:", []),
            ("dns*", [route53, workers]),
            ("title:🔥", []), ("-🔥", everything), ("dns dns", [route53, workers]), ("memory limit raised", [workers]),
        ]
        try withLibrary { index in
            for (query, ids) in rows {
                let found = try index.search(SearchQuery(query), limit: 100)
                #expect(found.hits.map(\.id) == ids, "\(query)")
                #expect(found.total == ids.count, "\(query)")
            }
        }
    }

    @Test("Every query of the table can be run, sorted either way")
    func table() throws {
        try withLibrary { index in
            for row in ParsingCase.all {
                let found = try index.ids(row.query)
                #expect(try index.ids(row.query, sort: .date).sorted() == found.sorted(), "\(row.query)")
            }
        }
    }

    @Test("Any string is a safe query")
    func fuzz() throws {
        let pieces = [
            "dns", "outage", "\"", "*", "(", ")", "-", "+", "^", ":", "{", "}", ",", "'", "AND", "OR", "NOT", "NEAR",
            " ", " ",
            "\u{0}", "🔥", "é", "e\u{301}", "\u{301}", "日本", "\u{202E}", "title:", "org:", "date:", "factor:!",
            "factor:",
            "duration:>", "2h", "2024", "..", "\\", "%", "_", ";", "--", "\n", "ß", "İ", "\u{FFFD}", "ﷺ", "1", "/*",
        ]
        try withLibrary { index in
            var dice = Dice(seed: 7)
            for _ in 0..<1500 {
                let length = Int.random(in: 1...12, using: &dice)
                let query = (0..<length).map { _ in pieces.randomElement(using: &dice)! }.joined()
                do {
                    let results = try index.search(SearchQuery(query), limit: 3)
                    #expect(results.hits.count == min(3, results.total))
                } catch {
                    Issue.record("\(query.debugDescription): \(error)")
                }
            }
        }
    }

    @Test(
        "A hundred kilobytes of anything are a safe query, and soon answered",
        arguments: [
            "dns ", "dns", "a.b.", "\"", "\"dns outage\" ", "x* ", "a OR ", "title:dns ", "-dns ", "title:x OR ", "日本 ",
            "factor:ai ",
        ])
    func long(piece: String) throws {
        try withLibrary { index in
            let query = String(repeating: piece, count: 100_000 / piece.utf8.count)
            let elapsed = try threadSeconds { _ = try index.search(SearchQuery(query)) }
            #expect(elapsed < 10)
            var dice = Dice(seed: 3)
            let words = (0..<3000).map { _ in String(Int.random(in: 0...Int.max, using: &dice), radix: 36) }
            _ = try index.search(SearchQuery(words.joined(separator: piece)))
        }
    }

    @Test("A page is a part of the whole, and its bounds may be anything")
    func pages() throws {
        try withLibrary { index in
            let all = try index.ids("")
            for (offset, limit) in [(0, 2), (2, 2), (4, 2), (9, 2), (0, 0), (-1, 1), (0, -1)] {
                let page = try index.search(SearchQuery(""), limit: limit, offset: offset)
                #expect(page.hits.map(\.id) == Array(all.dropFirst(max(0, offset)).prefix(max(0, limit))))
                #expect(page.total == all.count)
            }
        }
    }

    @Test("A hit carries what a list shows, and its JSON the contract's fields")
    func hit() throws {
        try withLibrary { index in
            let results = try index.search(SearchQuery("resolution"), style: .html)
            let hit = try #require(results.hits.first)
            #expect(hit.title == "Route 53 outage")
            #expect(hit.date == Timestamp("2024-01-10"))
            #expect(hit.organisation == "Amazon Web Services")
            #expect(hit.services == ["Route 53", "S3"])
            #expect(hit.factors.map(\.kind) == [.configurationChange, .automation])
            #expect(
                results.json(query: "resolution").text
                    == """
                    {"query":"resolution","total":1,"hits":[{"id":"\(route53)","title":"Route 53 outage",\
                    "score":\(JSONValue.double(hit.score).text),"snippet":"Name \\u003cmark>resolution\\u003c/mark> failed.",\
                    "date":"2024-01-10","organisation":"Amazon Web Services","services":["Route 53","S3"],\
                    "factors":[{"kind":"configuration-change","stance":"asserted"},\
                    {"kind":"automation","stance":"denied"}]}],"suggestion":null}
                    """)
        }
    }

    @Test(
        "Nothing found leads to what may have been meant",
        arguments: [
            ("databse", "databases"), ("datebsae", "databases"), ("replicaton", "replication"),
            ("Deploymnet", "deployment"), ("dsn", "dns"),
            ("kangaroo", nil), ("dns", nil), ("🔥", nil), ("xq", nil), ("databse -org:google", "databases -org:google"),
            ("\"databse replicaton\"", "\"databases replication\""), ("99999", nil), ("dns org:nobody", nil),
        ] as [(String, String?)])
    func suggestion(query: String, suggestion: String?) throws {
        try withLibrary { index in
            #expect(try index.search(SearchQuery(query)).suggestion == suggestion)
            _ = try index.counts()
        }
    }

    @Test(
        "The distance counts edits and swaps",
        arguments: [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("kitten", "sitting", nil), ("", "ab", 2)]
            as [(String, String, Int?)])
    func distance(left: String, right: String, distance: Int?) {
        let found = EditDistance.between(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: 2)
        #expect(found == distance)
    }
}

@Suite struct Snippets {
    private func snippet(_ report: Report, _ query: String, style: SnippetStyle = .brackets) throws -> String? {
        try withIndex { index in
            _ = try index.store(report)
            return try index.search(SearchQuery(query), style: style).hits.first?.snippet
        }
    }

    @Test(
        "The passage with most of the words is shown, marked",
        arguments: [
            ("dns", "The [DNS] zone was gone. Then more."),
            ("\"zone was\"", "The DNS [zone was] gone. Then more."),
            ("zon*", "The DNS [zone] was gone. Then more."),
            ("title", "The DNS zone was gone. Then more."),
            ("is:reviewed OR title:title", "The DNS zone was gone. Then more."),
            ("zone was gone", "The DNS [zone] [was] [gone]. Then more."),
            ("\"dns zone\" \"zone was\"", "The [DNS zone was] gone. Then more."),
        ])
    func short(query: String, expected: String) throws {
        let found = try snippet(report("A title", "The DNS zone was gone. Then more."), query)
        #expect(found == expected)
    }

    @Test("A snippet of a long text is some thirty words of it, exactly")
    func long() throws {
        let sentences = (0..<400).map { "Sentence \($0) tells, “as usual”,\n nothing & more <b>." }
        let text = sentences.joined(separator: " ") + " Finally the sprocket broke. " + sentences.joined(separator: " ")
        let found = try #require(try snippet(report("T", text), "sprocket"))
        #expect(found.hasPrefix("…Finally the [sprocket] broke. Sentence 0"))
        #expect(found.hasSuffix("…"))
        let plain = found.dropFirst().dropLast().filter { $0 != "[" && $0 != "]" }
        #expect(text.contains(plain))
        let words = try SearchIndex.foldedTerms(of: String(plain)).count
        #expect(words == 30)
    }

    @Test("The summary, the body and the timeline are looked through")
    func fields() throws {
        var long = report("T", "Body about apples.", summary: "Summary about pears.", timeline: ["Event about plums"])
        long.services = ["bananas"]
        #expect(try snippet(long, "apples") == "Body about [apples].")
        #expect(try snippet(long, "pears") == "Summary about [pears].")
        #expect(try snippet(long, "plums") == "Event about [plums]")
        #expect(try snippet(long, "bananas") == "Summary about pears.")
        #expect(try snippet(report("Only"), "only") == "")
        #expect(try snippet(report("Only", "🔥"), "only") == "")
    }

    @Test("In HTML the report's own signs are harmless")
    func html() throws {
        let found = try snippet(report("T", "a <script>alert(\"x\")</script> & dns"), "dns", style: .html)
        #expect(found == "a &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>dns</mark>")
    }

    @Test("A match after the part that is looked at still gives a snippet")
    func far() throws {
        let text = String(repeating: "é ", count: 150_000) + "sprocket"
        let found = try #require(try snippet(report("T", text), "sprocket"))
        #expect(found.hasPrefix("é é"))
    }
}
