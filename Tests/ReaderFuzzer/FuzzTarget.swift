import Foundation
import Ingestion
import Reports
import TestSupport

/// A reader to feed with bytes, and what must hold of its answer.
enum FuzzTarget: String, CaseIterable, Sendable {
    case html, feed, timeline, markdown

    /// Names an input may come under; its first byte says which.
    private var names: [String] {
        switch self {
        case .html: ["https://acme.test/a/page.html"]
        case .feed: ["https://acme.test/history.atom"]
        case .timeline: ["a.log", "a.csv", "a.json", "a.jsonl", "a.tsv", "a.txt", "a", "2024-03-05.json"]
        case .markdown: ["a.md", "2024-03-05-disk-full.md"]
        }
    }

    /// What is wrong with the answers to an input, in words; empty when all is well. Never throws: a reader that refuses
    /// with a reason has done its work.
    func violations(_ input: [UInt8]) -> [String] {
        let first = outcome(input)
        var found = first.reports.flatMap { Self.violations(in: $0.report, isOwnForm: self == .html) }
        found += first.failures.filter { !"\($0)".hasPrefix($0.source) }.map { "a failure names no place: \($0)" }
        let second = outcome(input)
        if first.reports.map(\.report) != second.reports.map(\.report) || first.failures != second.failures {
            found.append("the same input twice gives two answers")
        }
        return found
    }

    private func outcome(_ input: [UInt8]) -> SourceOutcome {
        let name = names[Int(input.first ?? 0) % names.count]
        let bytes = Data(names.count > 1 ? input.dropFirst() : input[...])
        if self == .html {
            do {
                let report = try HTMLReader().read(bytes, source: name)
                return SourceOutcome(reports: [IngestedReport(report: report, identity: name, raw: bytes)])
            } catch let error as IngestionError {
                return SourceOutcome(failures: [error])
            } catch {
                preconditionFailure("an error of another type: \(error)")
            }
        }
        return SourceReader().reports(
            in: SourceDocument(
                source: name, bytes: bytes, identity: name,
                contentType: self == .feed ? "application/atom+xml" : nil))
    }

    private static func violations(in report: Report, isOwnForm: Bool) -> [String] {
        var found = AllowList.violations(in: report.html).map { "off the allow-list: \($0)" }
        if (try? JSONSerialization.jsonObject(with: Data(report.json.text.utf8))) == nil {
            found.append("the report's JSON can't be read back")
        }
        let times =
            [report.published, report.updated, report.occurred] + report.timeline.map(\.at)
            + report.stamps.values.map(\.at)
        found += times.compactMap { $0?.description }.filter { Timestamp($0) == nil || !isRFC3339($0) }.map {
            "no RFC 3339 time: \($0)"
        }
        if let duration = report.statedDuration, duration < 0 { found.append("it lasted \(duration) s") }
        return found + secondPass(report.html, isOwnForm: isOwnForm)
    }

    /// Sanitised HTML is its own sanitised form; but a table that has lost its empty cells may look like layout then.
    private static func secondPass(_ html: String, isOwnForm: Bool) -> [String] {
        do {
            let once = isOwnForm ? html : try HTMLSanitizer().sanitize(html).html
            let again = try HTMLSanitizer().sanitize(once).html
            if again == once || once.contains("<table") { return AllowList.violations(in: again) }
            return ["sanitised again it differs: \(difference(once, again))"]
        } catch {
            return ["sanitised again: \(error)"]
        }
    }

    private static func difference(_ one: String, _ other: String) -> String {
        let (left, right) = (Array(one.utf8), Array(other.utf8))
        let same = zip(left, right).prefix { $0 == $1 }.count
        func piece(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, same - 40)..<min(bytes.count, same + 40)], as: UTF8.self)
        }
        return "…\(piece(left))… became …\(piece(right))…"
    }

    /// `2024-03-05`, or with a clock and an offset; by position, without the code under test.
    private static func isRFC3339(_ text: String) -> Bool {
        func fits(_ text: Substring, _ pattern: String) -> Bool {
            text.utf8.count == pattern.utf8.count
                && zip(text.utf8, pattern.utf8).allSatisfy { byte, sign in
                    sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign
                }
        }
        if fits(text[...], "0000-00-00") { return true }
        guard text.utf8.count > 19, fits(text.prefix(19), "0000-00-00T00:00:00") else { return false }
        let zone = text.dropFirst(19)
        return zone == "Z" || fits(zone, "+00:00") || fits(zone, "-00:00")
    }
}
