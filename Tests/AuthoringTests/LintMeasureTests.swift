import Authoring
import Foundation
import TestSupport
import Testing

@Suite("Measures on real and labelled text", .serialized)
struct LintMeasureTests {
    @Test("Labelled sentences are told apart", .enabled(if: Checkout.has("data/lint/sentences.tsv")))
    func sentences() throws {
        let url = try #require(Checkout.shared("data/lint/sentences.tsv"))
        let lint = BlamelessLint()
        var tally = Tally()
        var groups: [String: Tally] = [:]
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t").map(String.init)
            let found = try lint.findings(in: cells[2], path: "s", scope: .passage).filter { $0.severity >= .warning }
            let isBlameful = cells[0] == "blameful"
            tally.count(isBlameful: isBlameful, isFlagged: !found.isEmpty)
            groups[String(cells[1].prefix(2)), default: Tally()].count(
                isBlameful: isBlameful, isFlagged: !found.isEmpty)
            if isBlameful == found.isEmpty { print(isBlameful ? "missed:" : "false alarm:", line, found.map(\.rule)) }
        }
        for (group, tally) in groups.sorted(by: { $0.key < $1.key }) { print(group, tally) }
        print("all", tally)
        #expect(tally.precision >= 0.98 && tally.recall >= 0.98)
    }

    @Test(
        "Of the sentences of real reports, few are flagged", .enabled(if: Checkout.has("data/classification/dev.jsonl"))
    )
    func flagBudget() throws {
        let url = try #require(Checkout.shared("data/classification/dev.jsonl"))
        struct Report: Decodable { var id: String, text: String }
        let lint = BlamelessLint()
        var sentences = 0
        var rules: [String: Int] = [:]
        var flagged = 0
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let report = try JSONDecoder().decode(Report.self, from: Data(line.utf8))
            sentences += count(report.text)
            let lines = report.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            let found = try lint.findings(in: report.text, path: report.id, scope: .passage).filter {
                $0.severity >= .warning
            }
            flagged += found.count
            for finding in found {
                rules[finding.rule, default: 0] += 1
                guard ProcessInfo.processInfo.environment["LINT_SAMPLE"] != nil else { continue }
                let line = lines[finding.line - 1].unicodeScalars
                let near = line.dropFirst(max(0, finding.column - 100)).prefix(200)
                print("@", finding.rule, finding.excerpt, "|", String(String.UnicodeScalarView(near)))
            }
        }
        let share = Double(flagged) / Double(sentences)
        print("\(flagged) of \(sentences) sentences flagged:", rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) })
        #expect(share <= 0.01)
    }

    @Test("The corpus is clean of errors")
    func corpus() throws {
        let folder = Checkout.corpus.appending(path: "incidents")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        let lint = BlamelessLint()
        for name in names where name.hasSuffix(".md") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let found = try lint.findings(in: text, path: name)
            #expect(found.filter { $0.severity == .error } == [])
            for finding in found where finding.severity == .warning {
                print(LintOutput.text.render([finding]), terminator: "")
            }
        }
    }

    @Test("Ten times the text takes about ten times as long")
    func speed() throws {
        let paragraph =
            "The on-call engineer restarted the broker at 10:02 and the queue drained within five minutes, but lag rose. "
        let lint = BlamelessLint()
        func time(_ words: Int) throws -> Double {
            let text = String(repeating: String(repeating: paragraph, count: 5) + "\n\n", count: words / 90)
            let clock = ContinuousClock()
            let best = try (0..<3).map { _ in try clock.measure { _ = try lint.findings(in: text, path: "a.md") } }
                .min()
            return (best ?? .zero) / .milliseconds(1)
        }
        let (short, long) = (try time(600), try time(60_000))
        print("600 words: \(short) ms, 60,000 words: \(long) ms")
        #expect(long < short * 300)
    }

    @Test("Hostile text neither crashes nor stalls")
    func hostile() throws {
        let lint = BlamelessLint()
        let size = 40_000
        let texts = [
            "", "\u{FEFF}", "\0", "---\n", String(repeating: "*", count: size), String(repeating: "[", count: size),
            String(repeating: "`a", count: size), String(repeating: "nobody ", count: size),
            String(repeating: "who ", count: size),
            String(repeating: "the engineer ", count: size / 10) + "failed to",
            String(repeating: "\"careless ", count: size / 10),
            String(repeating: "&amp;", count: size), String(repeating: "<!--", count: size),
            String(repeating: "|", count: size),
            String(repeating: "careless ", count: size / 10), String(repeating: "a\n", count: size),
            String(repeating: "<!-- postmortem-lint: allow X because y -->\n", count: size / 20),
            String(repeating: "[a](b) ", count: size / 10), String(repeating: "\\", count: size) + "x",
            "| a |\n|-|\n| \\",
        ]
        for text in texts {
            let time = try threadSeconds { _ = try lint.findings(in: text, path: "a.md") }
            #expect(time < 20, "\(text.prefix(12))")
        }
    }

    @Test("Markdown that nests too deeply and broken front matter are named")
    func unreadable() throws {
        let deep = #expect(throws: AuthoringError.self) {
            try BlamelessLint().findings(in: String(repeating: "> ", count: 5000) + "x", path: "a.md")
        }
        #expect(
            deep?.description == "a.md: can't lint: Markdown nests deeper than 200 levels; flatten the quotes or lists")
        let broken = #expect(throws: AuthoringError.self) {
            try BlamelessLint().findings(in: "---\ntitle: a: b\n---\n", path: "a.md")
        }
        #expect(broken?.description.hasPrefix("a.md:2: can't lint: ") == true)
    }

    /// The sentences of a text, roughly: ends of lines, and marks before a space.
    private func count(_ text: String) -> Int {
        var count = 0
        var hasLetters = false
        var previous: Character = " "
        for character in text + "\n" {
            if hasLetters, character.isNewline || character == " " && ".!?".contains(previous) {
                count += 1
                hasLetters = false
            }
            if character.isLetter { hasLetters = true }
            previous = character
        }
        return count
    }
}

/// Right and wrong answers.
struct Tally: CustomStringConvertible {
    var hits = 0
    var misses = 0
    var falseAlarms = 0
    var silences = 0

    mutating func count(isBlameful: Bool, isFlagged: Bool) {
        switch (isBlameful, isFlagged) {
        case (true, true): hits += 1
        case (true, false): misses += 1
        case (false, true): falseAlarms += 1
        case (false, false): silences += 1
        }
    }

    var precision: Double { hits + falseAlarms == 0 ? 1 : Double(hits) / Double(hits + falseAlarms) }
    var recall: Double { hits + misses == 0 ? 1 : Double(hits) / Double(hits + misses) }
    var description: String {
        "precision \((precision * 1000).rounded() / 1000), recall \((recall * 1000).rounded() / 1000) (\(hits) found, \(misses) missed, \(falseAlarms) false alarms, \(silences) left alone)"
    }
}
