import Foundation
import GRDB
import Reports
import TestSupport
import Testing

@testable import SearchIndex

let noon = Timestamp("2026-01-02T12:00:00Z")!

/// A public report with little said.
func report(
    _ title: String?, _ text: String = "", source: String? = nil, kind: Report.Kind = .publicReport,
    date: String? = "2024-03-05", organisation: String? = nil, services: [String] = [], severity: String? = nil,
    duration: Int? = nil, summary: String = "", timeline: [String] = []
) -> Report {
    Report(
        source: source ?? "reports/\(title ?? "none").md", kind: kind, title: title, organisation: organisation,
        published: date.flatMap(Timestamp.init), statedDuration: duration, summary: summary, text: text,
        html: "<p>\(text)</p>", timeline: timeline.map { TimelineEvent(text: $0) }, services: services,
        severity: severity)
}

/// A factor whose quote stands in the report's text.
func factor(
    _ kind: FactorKind, _ stance: Stance, quote: String, in report: Report, confidence: Double = 0.8
) throws -> ContributingFactor {
    let bytes = try #require(report.text.utf8.firstRange(of: quote.utf8))
    let start = report.text.utf8.distance(from: report.text.utf8.startIndex, to: bytes.lowerBound)
    let evidence = Evidence(
        field: .text, utf8Range: start..<start + quote.utf8.count, quote: quote, stance: stance, by: "the vendor")
    return ContributingFactor(
        kind: kind, stance: stance, confidence: confidence, role: .contributing, evidence: [evidence])
}

/// The report as it comes from a source that holds nothing but its text.
func incoming(_ report: Report, identity: String? = nil, retrieved: Timestamp = noon) -> IncomingReport {
    let raw = Data((report.title ?? "").utf8) + Data(report.text.utf8)
    return IncomingReport(
        report: report, raw: raw, contentHash: ContentHash.sha256(raw), retrieved: retrieved,
        identity: identity ?? (report.kind == .statusEntry ? report.url : nil) ?? report.source)
}

extension SearchIndex {
    @discardableResult
    func store(_ incoming: IncomingReport) throws -> StoreOutcome {
        try store(
            incoming.report, raw: incoming.raw, contentHash: incoming.contentHash, retrieved: incoming.retrieved,
            identity: incoming.identity)
    }

    @discardableResult
    func store(_ report: Report, identity: String? = nil, retrieved: Timestamp = noon) throws -> StoreOutcome {
        try store(incoming(report, identity: identity, retrieved: retrieved))
    }

    /// Ids of what a query finds, in order.
    func ids(_ query: String, sort: Sort = .relevance) throws -> [String] {
        try search(SearchQuery(query), limit: 1000, sort: sort).hits.map(\.id)
    }

    /// Every row of every base table, to see that nothing changed.
    func dump() throws -> [String] {
        try read { db in
            let tables = try String.fetchAll(
                db,
                sql:
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'report_search_%' ORDER BY name"
            ).filter { $0 != "report_search" }
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }
}

func withIndex<T>(_ body: (SearchIndex) throws -> T) throws -> T {
    try withTemporaryFolder { try body(SearchIndex(path: $0.appending(path: "knowledge.db"), mode: .create)) }
}

/// A generator that gives the same numbers in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        // SplitMix64, Steele et al. 2014.
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
