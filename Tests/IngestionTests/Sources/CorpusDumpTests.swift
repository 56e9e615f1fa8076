import Ingestion
import Foundation
import Reports
import Testing
import TestSupport

@Test func dump() throws {
    let walker = SourceWalker(base: Checkout.root.path)
    let walk = walker.walk([Checkout.corpus.path])
    print("LOC", walk.locations.count, walk.failures, walk.skipped)
    let start = Date()
    var n = 0
    for location in walk.locations {
        let doc = try walker.load(location)
        let outcome = SourceReader().reports(in: doc)
        for failure in outcome.failures { print("FAIL", failure) }
        for r in outcome.reports {
            n += 1
            if r.report.kind == .timeline { print("REPORT", r.identity, r.report.title ?? "-", r.report.warnings, r.report.stamps); print(r.report.text) }
            else { print("REPORT", r.identity, r.report.title ?? "-", r.report.timeline.count, r.report.timeline.filter { $0.at == nil }.count, r.report.statedDuration ?? 0, r.report.warnings) }
            if location.source.contains("2019-07-02") { print(r.report.text); print(r.report.html); for e in r.report.timeline { print(e) } }
        }
    }
    print("N", n, Date().timeIntervalSince(start))
}
