import Foundation
import Reports

/// What the page of one report says.
struct ReportPage {
    private let entry: Catalogue.Entry
    private let links: PageLinks
    private var report: Report { entry.report }
    /// Every piece of evidence of every factor, in page order.
    private let quotes: [(factor: ContributingFactor, evidence: Evidence, id: String)]
    private let body: (html: String, marked: Set<Int>)

    private let accounts: IncidentAccounts

    init(_ entry: Catalogue.Entry, in catalogue: Catalogue, links: PageLinks) {
        self.entry = entry
        accounts = IncidentAccounts(entries: entry.accounts.map { catalogue.entries[$0] })
        self.links = links
        var quotes: [(ContributingFactor, Evidence, String)] = []
        for factor in entry.catalogued.factors {
            for evidence in factor.evidence { quotes.append((factor, evidence, "quote-\(quotes.count + 1)")) }
        }
        self.quotes = quotes
        body = Self.body(entry, quotes)
    }

    var fields: Fields {
        let own: Fields = [
            "hasAccounts": !entry.accounts.isEmpty,
            "title": entry.title,
            "description": (report.summary.isEmpty ? report.text : report.summary).oneLine.shortened(to: 200),
            "id": entry.catalogued.id,
            "facts": facts,
            "summary": paragraphs(report.summary),
            "chart": TimelineChart(report).map { ["svg": $0.svg, "words": $0.caption] as Fields } ?? false,
            "events": events, "hasEvents": !report.timeline.isEmpty,
            "stamps": stamps, "hasStamps": !report.stamps.isEmpty,
            "factors": factors, "factorsTitle": factorsTitle,
            "rejected": rejected, "hasRejected": !rejected.isEmpty,
            "abstained": entry.catalogued.factors.isEmpty && (entry.catalogued.model != nil || report.labels != nil),
            "isWithoutFactor": report.labels?.isEmpty ?? false,
            "claims": claims, "hasClaims": entry.catalogued.factors.contains { $0.contested },
            "body": body.html,
            "language": language ?? false,
            "actions": actions, "hasActions": !report.actionItems.isEmpty,
            "provenance": provenance,
            "warnings": report.warnings.map(\.oneLine),
        ]
        return entry.accounts.isEmpty ? own : own.merging(accounts.fields(on: entry)) { own, _ in own }
    }

    // MARK: Facts

    private var facts: Fields {
        [
            "date": report.statedDate.map { ["iso": $0.description, "words": Wording.moment($0)] as Fields } ?? false,
            "sortedBy": entry.date.map { Wording.moment($0) as Any } ?? false,
            "durations": durations,
            "severity": shownOrNone(report.severity),
            "organisation": report.organisation.flatMap { links.organisation($0) } ?? false,
            "services": report.services.compactMap { links.service($0) },
            "kind": Wording.kind(report.kind),
            "authors": shownOrNone(report.authors.map(\.oneLine).joined(separator: ", ")),
            "published": report.published.map(Wording.moment) ?? false,
            "updated": report.updated.map(Wording.moment) ?? false,
            "source": linkable(report.url).map(Self.link) ?? false,
            "archived": linkable(report.archivedURL).map(Self.link) ?? false,
            "others": report.otherURLs.compactMap { linkable($0).map(Self.link) },
        ]
    }

    private static func link(_ url: String) -> Fields {
        ["url": url, "host": host(of: url)]
    }

    private var durations: [Fields] {
        var result: [Fields] = []
        if let measured = report.measuredDuration {
            let estimated = [measured.from, measured.to].contains { report.stamps[$0]?.estimated == true }
            result.append([
                "value": ReadableDuration.text(seconds: measured.seconds),
                "anchor":
                    "\(Wording.stamp(measured.from)) to \(Wording.stamp(measured.to))\(estimated ? ", estimated" : "")",
            ])
        }
        if let stated = report.statedDuration, report.measuredDuration?.seconds == stated {
            result[0]["anchor"] = "\(result[0]["anchor"] ?? ""), and as the source states it"
        } else if let stated = report.statedDuration {
            result.append(["value": ReadableDuration.text(seconds: stated), "anchor": "as the source states it"])
        }
        return result
    }

    private var language: String? {
        report.language.flatMap { tag in
            tag.utf8.count <= 20 && !tag.isEmpty
                && tag.utf8.allSatisfy {
                    ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39
                }
                ? tag : nil
        }
    }

    private func paragraphs(_ text: String) -> [String] {
        text.shown.split(separator: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    // MARK: Timeline

    /// Day and zone stand only where they change; the machine-readable time has both in every row.
    private var events: [Fields] {
        let showsSeconds = report.timeline.contains { $0.at.map { $0.hasTime && $0.civil.second != 0 } ?? false }
        var shown: (day: String, zone: String)?
        return report.timeline.enumerated().map { index, event in
            let clock = event.at.flatMap { showsSeconds ? $0.clockWithSeconds : $0.clock }
            let place = event.at.map { (day: Wording.shortDay($0), zone: $0.hasTime ? Wording.offset($0) : "") }
            let isNew = place.map { shown == nil || $0 != shown! } ?? true
            shown = place ?? shown
            return [
                "number": index + 1,
                "iso": event.at.map { $0.description as Any } ?? false,
                "clock": clock.map { $0 as Any } ?? false,
                "offset": isNew ? place?.zone ?? "" : "",
                "day": isNew || clock == nil ? place.map { $0.day as Any } ?? false : false,
                "event": event.text.oneLine,
                "actor": shownOrNone(event.actor),
                "phase": shownOrNone(event.phase),
            ]
        }
    }

    private var stamps: [Fields] {
        StampName.allCases.compactMap { name in
            report.stamps[name].map { stamp in
                [
                    "stamp": Wording.stamp(name), "iso": stamp.at.description, "moment": Wording.moment(stamp.at),
                    "estimated": stamp.estimated, "origin": shownOrNone(stamp.from),
                ]
            }
        }
    }

    // MARK: Factors

    private var factors: [Fields] {
        entry.catalogued.factors.map { factor in
            var fields = factorFields(factor.kind)
            fields["kind"] = factor.kind.rawValue
            fields["stance"] = factor.stance.rawValue
            fields["role"] = factor.stance == .denied ? false : Wording.role(factor.role)
            fields["contested"] = factor.contested || entry.contestedKinds.contains(factor.kind)
            fields["percent"] = Int((min(1, max(0, factor.confidence)) * 100).rounded())
            let decision = factor.review == .labelled ? nil : standing.first { $0.kind == factor.kind }
            fields["review"] = decision.map { Self.review($0) as Any } ?? false
            fields["isLabelled"] = factor.review == .labelled
            fields["quotes"] = quotes.enumerated().filter { $0.element.factor.kind == factor.kind }.map { index, item in
                [
                    "quote": item.evidence.quote.oneLine, "by": shownOrNone(item.evidence.by),
                    "quoteStance": item.evidence.stance == factor.stance ? false : item.evidence.stance.rawValue,
                    "mark": body.marked.contains(index) ? item.id as Any : false,
                    "inTitle": item.evidence.field == .title,
                ] as Fields
            }
            return fields
        }
    }

    private var standing: [ReviewDecision] { ReviewDecision.standing(entry.catalogued.decisions) }

    /// Says that these are suggestions as long as they all are.
    private var factorsTitle: String {
        entry.catalogued.factors.contains { $0.review != nil }
            ? "Contributing factors" : "Suggested contributing factors"
    }

    /// What was suggested and a person struck out. Why is for the team that keeps the knowledge base.
    private var rejected: [Fields] {
        standing.filter { $0.verdict == .reject }.map { decision in
            factorFields(decision.kind).merging(Self.review(decision)) { $1 }
        }
    }

    /// Who decided, and when.
    private static func review(_ decision: ReviewDecision) -> Fields {
        [
            "reviewBy": shownOrNone(decision.by), "reviewISO": decision.at.day,
            "reviewDay": Wording.shortDay(decision.at),
            "reviewAs": reviewWord(decision.verdict).map { $0 as Any } ?? false,
        ]
    }

    /// What a reviewer did beyond saying that it holds.
    private static func reviewWord(_ verdict: ReviewDecision.Verdict) -> String? {
        switch verdict {
        case .add: "added"
        case .change: "corrected"
        case .accept, .reject: nil
        }
    }

    /// Who says what about the factors that claimants disagree on.
    private var claims: [Fields] {
        quotes.enumerated().filter { $0.element.factor.contested }.map { index, item in
            [
                "factor": item.factor.kind.name, "who": item.evidence.by?.oneLine ?? "the report itself",
                "says": item.evidence.stance.rawValue, "claim": item.evidence.quote.oneLine,
                "at": body.marked.contains(index) ? item.id as Any : false,
                "claimSource": linkable(report.url).map(Self.link) ?? false,
            ] as Fields
        }
    }

    private static func body(
        _ entry: Catalogue.Entry, _ quotes: [(factor: ContributingFactor, evidence: Evidence, id: String)]
    ) -> (html: String, marked: Set<Int>) {
        let text = entry.report.text
        let html = entry.report.html.isEmpty ? ReportHTML.paragraphs(of: text) : entry.report.html
        let wanted = quotes.map { factor, evidence, id in
            ReportHTML.Quote(
                id: id, text: evidence.field == .text ? evidence.quote : "",
                occurrencesBefore: occurrences(of: evidence, in: text),
                style: Wording.style(factor.kind.family),
                reference: (
                    "#factor-\(factor.kind.rawValue)", Wording.sign(factor.kind.family),
                    "\(factor.review == nil ? "Suggested" : "Reviewed") evidence: \(factor.kind.name), \(factor.stance.rawValue)"
                ))
        }
        return ReportHTML.rendered(html, title: entry.title, quotes: wanted)
    }

    /// How often the same words stand in the text before the evidence.
    private static func occurrences(of evidence: Evidence, in text: String) -> Int {
        guard evidence.field == .text, evidence.utf8Range.lowerBound > 0 else { return 0 }
        let head = String(decoding: text.utf8.prefix(evidence.utf8Range.lowerBound), as: UTF8.self)
        return BareText.occurrences(of: BareText.bare(evidence.quote), in: BareText.bare(head), atMost: 1000).count
    }

    // MARK: Actions and provenance

    private var actions: [Fields] {
        report.actionItems.map { item in
            [
                "action": item.text.oneLine, "owner": shownOrNone(item.owner), "due": shownOrNone(item.due),
                "status": shownOrNone(item.status), "actionKind": shownOrNone(item.kind),
            ]
        }
    }

    private var provenance: Fields {
        let source = report.source.oneLine
        // Where a file lay on somebody's machine is nobody else's business; its name is.
        let name = source.hasPrefix("/") ? source.split(separator: "/").last.map(String.init) ?? source : source
        return [
            "read": name, "retrieved": Wording.moment(entry.catalogued.retrieved.utc),
            "hash": entry.catalogued.contentHash, "version": entry.catalogued.version,
            "model": entry.catalogued.model.map { $0 as Any } ?? false,
            "isLabelled": report.labels != nil,
        ]
    }
}

/// The text on one line, or `false`, which hides a section and stops the search for the name in outer fields.
func shownOrNone(_ text: String?) -> Any {
    let line = (text ?? "").oneLine
    return line.isEmpty ? false : line
}

/// The name, sign, colour and address of a kind.
func factorFields(_ kind: FactorKind) -> Fields {
    [
        "name": kind.name, "href": "factors/\(kind.rawValue).html", "sign": Wording.sign(kind.family),
        "style": Wording.style(kind.family), "family": Wording.family(kind.family),
    ]
}
