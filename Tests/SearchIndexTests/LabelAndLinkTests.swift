import Foundation
import Reports
import TestSupport
import Testing

@testable import SearchIndex

@Suite("Labels and linked reports")
struct LabelAndLinkTests {
    private func labelled(_ labels: [(FactorKind, Stance, String)]?) throws -> Report {
        var outage = report("Outage", "A script removed the zone. The disk was full. No AI took part.")
        outage.labels = try labels?.map { kind, stance, quote in
            var label = try factor(kind, stance, quote: quote, in: outage, confidence: 1)
            label.review = .labelled
            return label
        }
        return outage
    }

    @Test("Labels hold in the place of suggestions, are found, and are not classified over")
    func labelsHold() throws {
        try withIndex { index in
            let outage = try labelled([
                (.automation, .asserted, "A script removed"), (.autonomousAIAction, .denied, "No AI"),
            ])
            let id = try index.store(outage).id
            #expect(try index.unclassified(by: "m1") == [])
            try index.store(
                classification: [try factor(.capacity, .asserted, quote: "The disk", in: outage)], model: "m1", for: id)
            let kept = try #require(try index.report(id: id))
            #expect(kept.report.labels == outage.labels && kept.factors == outage.labels)
            #expect(kept.suggestions == [] && kept.model == nil && kept.isReviewed)
            #expect(try index.ids("factor:automation") == [id] && index.ids("factor:!autonomous-ai-action") == [id])
            #expect(try index.ids("factor:capacity") == [] && index.ids("is:reviewed") == [id])
            #expect(try index.store(outage) == .unchanged(id: id))
            #expect(try index.verify() == [])
        }
    }

    @Test("Other labels are another version; an empty list is no factor, and none is not yet classified")
    func versions() throws {
        try withIndex { index in
            let id = try index.store(labelled([(.automation, .asserted, "A script removed")])).id
            #expect(try index.store(labelled([])) == .updated(id: id, version: 2))
            #expect(try index.report(id: id)?.factors == [])
            #expect(try index.unclassified(by: "m1") == [])
            #expect(try index.store(labelled(nil)) == .updated(id: id, version: 3))
            #expect(try index.report(id: id)?.isReviewed == false)
            #expect(try index.unclassified(by: "m1") == [id])
            #expect(try index.verify() == [])
        }
    }

    @Test("A decision stands before a label")
    func decided() throws {
        try withIndex { index in
            let id = try index.store(labelled([(.automation, .asserted, "A script removed")])).id
            let stored = try #require(try index.report(id: id))
            try index.store(
                decisions: [
                    ReviewDecision(
                        kind: .automation, verdict: .reject, stance: nil, role: nil, evidence: [], by: "incident lead",
                        at: noon, version: 1, textHash: ContentHash.sha256(stored.report.text))
                ], for: id)
            #expect(try index.report(id: id)?.factors == [])
            #expect(try index.ids("factor:automation") == [])
            #expect(try index.verify() == [])
        }
    }

    @Test("Reports linked with a linked one belong to the same incident, until they are unlinked")
    func links() throws {
        try withIndex { index in
            let ids = try ["A", "B", "C", "D"].map { try index.store(report($0, "The text of a report.")).id }
            #expect(try index.accounts(besides: ids[0]) == [])
            #expect(try index.link([ids[0], ids[1]]) == [ids[0], ids[1]].sorted())
            #expect(try index.link([ids[2], ids[1]]) == Array(ids[0...2]).sorted())
            #expect(try index.accounts(besides: ids[2]) == [ids[0], ids[1]].sorted())
            try index.unlink([ids[1]])
            #expect(try index.accounts(besides: ids[1]) == [] && index.accounts(besides: ids[0]) == [ids[2]])
            #expect(throws: SearchIndexError.self) { try index.link([ids[3], "nobody"]) }
            #expect(try index.accounts(besides: ids[3]) == [])
            #expect(try index.verify() == [])
        }
    }

    @Test("Who was unlinked stays alone when the others are linked again")
    func relinked() throws {
        try withIndex { index in
            let ids = try ["A", "B", "C"].map { try index.store(report($0, "The text of a report.")).id }
            _ = try index.link([ids[0], ids[1]])
            try index.unlink([ids[0]])
            #expect(try index.link([ids[0], ids[2]]) == [ids[0], ids[2]].sorted())
            #expect(try index.accounts(besides: ids[1]) == [])
        }
    }

    @Test("Sources that name one incident are linked from the start; a person's word goes before theirs")
    func named() throws {
        try withIndex { index in
            var (one, two) = (report("A", "Text of A."), report("B", "Text of B."))
            (one.incident, two.incident) = ("zone", "zone")
            let (first, second) = (try index.store(one).id, try index.store(two).id)
            let third = try index.store(report("C", "Text of C.")).id
            #expect(try index.accounts(besides: first) == [second])
            #expect(try index.link([third, first]) == [first, second, third].sorted())
            #expect(try index.reports().map(\.incident) == ["zone", "zone", "zone"])
            try index.unlink([first])
            #expect(try index.accounts(besides: first) == [])
            #expect(try index.store(one) == .unchanged(id: first))
            #expect(try index.accounts(besides: second) == [third])
        }
    }
}
