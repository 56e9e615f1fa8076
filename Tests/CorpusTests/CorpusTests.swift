import Foundation
import Markup
import Postmortems
import TestSupport
import Testing

/// What every entry of `Corpus/` promises, and what our own classifier makes of them.
@Suite("Corpus")
struct CorpusTests {
    private struct Label: Hashable {
        var kind: FactorKind
        var stance: Stance
    }

    private struct Entry {
        var name: String
        var report: Report
        /// What a person read in it, from its front matter.
        var labels: [(label: Label, quote: String)]
    }

    private static func entries() throws -> [Entry] {
        let folder = Checkout.corpus.appending(path: "incidents")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.hasSuffix(".md") }
            .map { name in
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                let matter = try FrontMatter.split(text).frontMatter
                let labels = try (matter?["labels"]?.list ?? []).map { value in
                    let kind = try #require(value["kind"]?.string.flatMap { FactorKind(rawValue: $0) }, "\(name)")
                    let stance = try #require(value["stance"]?.string.flatMap { Stance(rawValue: $0) }, "\(name)")
                    return (Label(kind: kind, stance: stance), value["quote"]?.string ?? "")
                }
                return Entry(name: name, report: try MarkdownReader().read(text, source: name), labels: labels)
            }
    }

    @Test("Three hundred incidents of a hundred and twenty organisations, AI ones among them")
    func size() throws {
        let entries = try Self.entries()
        #expect(entries.count >= 300)
        #expect(Set(entries.compactMap(\.report.organisation)).count >= 120)
        let labels = entries.flatMap { $0.labels.map(\.label) }
        for label in [
            Label(kind: .assistiveAIMisunderstanding, stance: .asserted),
            Label(kind: .autonomousAIAction, stance: .asserted), Label(kind: .autonomousAIAction, stance: .denied),
        ] {
            #expect(labels.contains(label), "\(label)")
        }
    }

    @Test("Every entry names its source and archived copy, has 150 to 450 words, a date and a title, and reads whole")
    func entries() throws {
        for entry in try Self.entries() {
            let report = entry.report
            // Sources that name no time zone leave us none to name.
            // A duration that the text gives only roughly stays out of the front matter.
            let warnings = report.warnings.filter {
                !$0.hasPrefix("the timeline states no time zone") && !$0.hasPrefix("duration read from the text")
            }
            #expect(warnings == [], "\(entry.name)")
            #expect(report.kind == .publicReport, "\(entry.name)")
            #expect(report.title != nil && report.organisation != nil, "\(entry.name)")
            #expect(report.url.map { WebAddress.isAddress($0) } ?? false, "\(entry.name)")
            #expect(report.archivedURL?.contains("web.archive.org/web/") ?? false, "\(entry.name)")
            #expect(report.date != nil, "\(entry.name)")
            let words = report.text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
            #expect((150...450).contains(words), "\(entry.name): \(words) words")
            #expect(!report.timeline.isEmpty, "\(entry.name)")
            #expect(report.timeline.allSatisfy { $0.at != nil }, "\(entry.name)")
        }
    }

    @Test("Every quote that a label rests on stands in its entry")
    func quotes() throws {
        for entry in try Self.entries() {
            for (label, quote) in entry.labels {
                #expect(!quote.isEmpty && entry.report.text.contains(quote), "\(entry.name): \(label.kind) “\(quote)”")
            }
        }
    }

    @Test("Entries are blameless: the linter finds no error in them")
    func blameless() throws {
        let run = try Linting(base: nil, currentFolder: "/").run([Checkout.corpus.appending(path: "incidents").path])
        #expect(run.failures == [])
        #expect(run.findings.filter { $0.severity == .error }.map { "\($0.path): \($0.excerpt)" } == [])
    }

    /// Raised when beaten; lowered only by a change that says why.
    ///
    /// It was 0.68 for the 46 entries that were at hand when the cues were written; most of the corpus came later, from
    /// other writers.
    private static let floor = 0.60

    @Test("Suggested factors agree with what a person read, above the floor")
    func classification() throws {
        var hits = 0
        var suggested = 0
        var labelled = 0
        var rightStance = 0
        for entry in try Self.entries() where !entry.labels.isEmpty {
            let found = RuleClassifier().classify(entry.report).factors
            let expected = Dictionary(entry.labels.map { ($0.label.kind, $0.label.stance) }) { first, _ in first }
            let matches = found.filter { expected[$0.kind] != nil }
            hits += matches.count
            rightStance += matches.count { expected[$0.kind] == $0.stance }
            suggested += found.count
            labelled += expected.count
        }
        let score = 2 * Double(hits) / Double(suggested + labelled)
        print(
            "measured: factors of Corpus/: F1 \((score * 1000).rounded() / 1000), stance right in \(rightStance) of \(hits)"
        )
        #expect(score >= Self.floor)
        #expect(Double(rightStance) >= 0.9 * Double(hits))
    }
}
