import Foundation
import Reports

/// The search index as the browser reads it: classic scripts, because a page opened from a disk may load nothing else.
///
/// Each script calls `postmortemData(name, value)`. Reports go by number, newest first, so that a smaller number is what
/// comes first among equals. One query loads the manifest, the reports' lengths, a shard for each of its terms, and a
/// card for each hit shown; positions only for phrases, facts only for the filters that ask for them.
///
/// - `search/manifest.js`: `{folder, reports, tokens, fields, weights, kinds, starts}`: where the rest is, how many
///   reports and words there are, the fields with their weights, the factor kinds as `[id, name, family]`, and the first
///   term of each shard.
/// - `FOLDER/tN.js`: `[[term, places], …]`, sorted by UTF-16. `places` lists reports with how often the term
///   stands in which field: `"3A2C,1C5"` is report 3 (title twice, body once) and report 4 (body five times).
/// - `FOLDER/pN.js`: the same with positions as gaps instead of numbers: `"3A0.4C17"`.
/// - `FOLDER/lengths.js`: the number of words of each report. `dates.js` (`20240305`) and `durations.js` (seconds): a
///   number a report, or `null`.
/// - `FOLDER/id.js`, `severity.js`, `kind.js`, `factor.js`: `[[value, reports], …]`, the reports as gaps. Those that
///   a person has decided on stand in `factor.js` under `reviewed`.
/// - `FOLDER/cN.js`: what a result says of report N.
///
/// The folder is named by the digest of everything in it, so that a cached shard never answers for another build.
struct BrowserIndex {
    private let catalogue: Catalogue
    private let links: PageLinks
    private let postings: [Posting]

    /// A shard is closed when its terms and counts have this many bytes.
    private static let shardSize = 16_384
    private static let excerptLength = 3_000

    init(catalogue: Catalogue, links: PageLinks, postings: [Posting]) {
        self.catalogue = catalogue
        self.links = links
        self.postings = postings
    }

    var files: [SiteFile] {
        let terms = TermTable(postings, numbers: numbers)
        let shards = shards(of: terms)
        var scripts = facts + catalogue.entries.map { ("c\($0.number)", card($0)) }
        scripts.append(("lengths", .array(terms.lengths(count: catalogue.entries.count).map { .int($0) })))
        for (index, shard) in shards.enumerated() {
            scripts.append(("t\(index)", .array(shard.map { .strings([$0.term, $0.counts]) })))
            scripts.append(("p\(index)", .array(shard.map { .strings([$0.term, $0.positions]) })))
        }
        let texts = scripts.map { (name: $0.0, text: script($0.0, $0.1)) }.sorted { $0.name < $1.name }
        let folder = PageName.digest(texts.map(\.text).joined())
        let manifest = JSONValue.object([
            ("folder", .string("search/\(folder)/")), ("reports", .int(catalogue.entries.count)),
            ("tokens", .int(terms.tokens)), ("fields", .strings(IndexedField.allCases.map(\.rawValue))),
            ("weights", .array(IndexedField.allCases.map { .double($0.weight) })),
            ("kinds", .array(FactorKind.allCases.map { .strings([$0.rawValue, $0.name, $0.family.rawValue]) })),
            ("starts", .strings(shards.map { $0[0].term })),
        ])
        return [SiteFile(path: "search/manifest.js", text: script("manifest", manifest))]
            + texts.map { SiteFile(path: "search/\(folder)/\($0.name).js", text: $0.text) }
    }

    private var numbers: [String: Int] {
        Dictionary(uniqueKeysWithValues: catalogue.entries.map { ($0.catalogued.id, $0.number) })
    }

    private func script(_ name: String, _ value: JSONValue) -> String {
        "postmortemData(\"\(name)\",\(value.text));\n"
    }

    private func shards(of terms: TermTable) -> [[TermTable.Row]] {
        var shards: [[TermTable.Row]] = []
        var size = Self.shardSize
        for row in terms.rows {
            if size >= Self.shardSize {
                shards.append([])
                size = 0
            }
            shards[shards.count - 1].append(row)
            size += row.term.utf8.count + row.counts.utf8.count
        }
        return shards
    }

    // MARK: What reports are

    private var facts: [(String, JSONValue)] {
        let entries = catalogue.entries
        return [
            (
                "dates",
                .array(
                    entries.map { entry in
                        let parts = entry.date?.civil
                        return parts.map { .int($0.year * 10_000 + $0.month * 100 + $0.day) } ?? .null
                    })
            ),
            ("durations", .array(entries.map { .int($0.duration) })),
            ("id", lists { [$0.catalogued.id] }),
            ("severity", lists { entry in entry.report.severity.map { [$0] } ?? [] }),
            ("kind", lists { [$0.report.kind.rawValue] }),
            (
                "factor",
                lists { entry in
                    entry.catalogued.factors.map { "\($0.kind.rawValue):\($0.stance.rawValue)" }
                        + (entry.catalogued.isReviewed ? ["reviewed"] : [])
                }
            ),
        ]
    }

    /// `[[key, reports], …]` sorted by key.
    private func lists(_ keys: (Catalogue.Entry) -> [String]) -> JSONValue {
        var reports: [String: [Int]] = [:]
        for entry in catalogue.entries {
            for key in Set(keys(entry)) { reports[key, default: []].append(entry.number) }
        }
        return .array(
            reports.sorted { $0.key < $1.key }.map { key, numbers in
                .array([.string(key), .array(TermTable.gaps(numbers).map { .int($0) })])
            })
    }

    private func card(_ entry: Catalogue.Entry) -> JSONValue {
        let report = entry.report
        let organisation = shownOrNone(report.organisation) as? String ?? "organisation not stated"
        let services = report.services.map(\.oneLine).filter { !$0.isEmpty }
        let chips = entry.catalogued.factors.map { factor -> JSONValue in
            let stance = factor.stance == .asserted ? "" : " \(factor.stance.rawValue)"
            return .strings([
                "\(Wording.style(factor.kind.family)) \(factor.stance.rawValue)", Wording.sign(factor.kind.family),
                " \(factor.kind.name)\(stance)\(factor.review == nil ? "" : " ✓")",
            ])
        }
        return .object([
            ("id", .string(entry.catalogued.id)), ("title", .string(entry.title)),
            ("date", .string(entry.date.map(Wording.shortDay) ?? "date not stated")),
            ("where", .string(([organisation] + services).joined(separator: " · "))), ("factors", .array(chips)),
            ("text", .string(excerpt(report))),
        ])
    }

    /// The beginning of what the report says, for a snippet.
    private func excerpt(_ report: Report) -> String {
        let text = report.text.isEmpty ? report.timeline.map(\.text).joined(separator: " · ") : report.text
        let head = String(text.prefix(Self.excerptLength * 2)).oneLine
        let summary = report.summary.oneLine
        let both = summary.isEmpty || head.contains(summary.prefix(80)) ? head : "\(summary) \(head)"
        return both.shortened(to: Self.excerptLength)
    }
}

/// The postings by term, written as the browser reads them.
struct TermTable {
    struct Row {
        var term: String
        var counts: String
        var positions: String
    }

    /// Sorted as JavaScript compares: by UTF-16.
    let rows: [Row]
    let tokens: Int
    private let lengthByReport: [Int: Int]

    /// - Parameter numbers: The number of each report by id; postings of other reports are left out.
    init(_ postings: [Posting], numbers: [String: Int]) {
        var places: [String: [Place]] = [:]
        var lengths: [Int: Int] = [:]
        var tokens = 0
        for posting in postings {
            guard let report = numbers[posting.reportID] else { continue }
            let place = Place(report: report, field: Self.order[posting.field] ?? 0, position: posting.position)
            places[posting.term, default: []].append(place)
            lengths[report, default: 0] += 1
            tokens += 1
        }
        lengthByReport = lengths
        self.tokens = tokens
        rows = places.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            .map { Self.row($0.key, $0.value.sorted()) }
    }

    func lengths(count: Int) -> [Int] {
        (0..<count).map { lengthByReport[$0] ?? 0 }
    }

    /// Each number less the one before it; the first as it is.
    static func gaps(_ sorted: [Int]) -> [Int] {
        zip(sorted, [0] + sorted).map { $0 - $1 }
    }

    private struct Place: Comparable {
        var report: Int
        var field: Int
        var position: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.report, left.field, left.position) < (right.report, right.field, right.position)
        }
    }

    private static let order = Dictionary(
        uniqueKeysWithValues: IndexedField.allCases.enumerated().map { ($0.element, $0.offset) })
    private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "I"]

    private static func row(_ term: String, _ places: [Place]) -> Row {
        var counts = ""
        var positions = ""
        var report = 0
        var index = 0
        while index < places.count {
            let current = places[index].report
            let gap = "\(index == 0 ? "" : ",")\(current - report)"
            counts += gap
            positions += gap
            report = current
            while index < places.count, places[index].report == current {
                let field = places[index].field
                let start = index
                while index < places.count, places[index].report == current, places[index].field == field { index += 1 }
                let letter = letters[field]
                counts += index - start == 1 ? letter : "\(letter)\(index - start)"
                positions +=
                    letter + gaps(places[start..<index].map(\.position)).map { String($0) }.joined(separator: ".")
            }
        }
        return Row(term: term, counts: counts, positions: positions)
    }
}
