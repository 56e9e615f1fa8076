import Foundation
import Reports

/// A report of `Corpus/labels`, written for training: a whole text, with marks behind the sentences that carry kinds.
package struct LabelledReport: Sendable {
    /// What one sentence says of one kind.
    package struct Mark: Sendable {
        /// Where in the text the sentence ends, in UTF-8 bytes.
        package var end: Int
        package var kind: FactorKind
        package var stance: Stance
    }

    package var id: String
    package var title: String
    /// Without the marks.
    package var text: String
    package var marks: [Mark]
    /// What the text as a whole concludes; empty when it states no factor.
    package var labels: [FactorKind: Stance]
    /// What set the incident off, where the text says.
    package var trigger: FactorKind?

    /// Who wrote it: the id up to its last hyphen.
    package var writer: String { id.split(separator: "-").dropLast().joined(separator: "-") }

    package var report: Report { Report(source: id, kind: .postmortem, title: title, text: text) }

    /// Whether it concludes that the kind played a part, surely or possibly.
    package func holds(_ kind: FactorKind) -> Bool { labels[kind] == .asserted || labels[kind] == .suspected }

    /// The reports of one file: each a line `=== ID`, lines of `field: value`, a line `---` and the text.
    ///
    /// - Throws: ``LabelledReportError`` that names the report and what is wrong with it.
    package static func read(_ file: String) throws -> [LabelledReport] {
        var reports: [LabelledReport] = []
        for part in ("\n" + file).components(separatedBy: "\n=== ").dropFirst() {
            reports.append(try LabelledReport(part))
        }
        return reports
    }

    private init(_ part: String) throws {
        let halves = part.components(separatedBy: "\n---\n")
        let head = halves[0].split(separator: "\n").map { String($0) }
        let id = head.first?.trimmingCharacters(in: .whitespaces) ?? ""
        func fault(_ reason: String) -> LabelledReportError { LabelledReportError(report: id, reason: reason) }
        guard halves.count > 1 else { throw fault("no line '---' before the text") }
        var fields: [String: String] = [:]
        for line in head.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw fault("no colon in '\(line)'") }
            fields[String(line[..<colon])] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        guard let title = fields["title"], let labels = fields["labels"], let trigger = fields["trigger"] else {
            throw fault("it needs 'title', 'labels' and 'trigger'")
        }
        self.id = id
        self.title = title
        self.labels = [:]
        self.trigger = trigger == "none" ? nil : FactorKind(rawValue: trigger)
        if trigger != "none", self.trigger == nil { throw fault("'\(trigger)' is no kind") }
        for label in try Self.labels(labels, fault) { self.labels[label.kind] = label.stance }
        (text, marks) = try Self.unmarked(halves.dropFirst().joined(separator: "\n---\n"), fault)
        if let kind = Self.disagreement(self.labels, marks) {
            throw fault("\(kind.rawValue) is not both a label and marked with the label's stance")
        }
    }

    private static func disagreement(_ labels: [FactorKind: Stance], _ marks: [Mark]) -> FactorKind? {
        FactorKind.allCases.first { kind in
            let marked = marks.filter { $0.kind == kind }.map(\.stance)
            return labels[kind].map { !marked.contains($0) } ?? !marked.isEmpty
        }
    }

    /// `human-action; capacity?; security!`: asserted, suspected, denied.
    private static func labels(
        _ list: String, _ fault: (String) -> LabelledReportError
    ) throws -> [(kind: FactorKind, stance: Stance)] {
        try list.split { $0 == ";" || $0 == "," }.compactMap { part in
            var name = part.trimmingCharacters(in: .whitespaces)
            if name == "none" || name.isEmpty { return nil }
            let stance: Stance = name.hasSuffix("?") ? .suspected : name.hasSuffix("!") ? .denied : .asserted
            if stance != .asserted { name.removeLast() }
            guard let kind = FactorKind(rawValue: name) else { throw fault("'\(name)' is no kind") }
            return (kind, stance)
        }
    }

    private static func unmarked(
        _ body: String, _ fault: (String) -> LabelledReportError
    ) throws -> (text: String, marks: [Mark]) {
        var text = ""
        var marks: [Mark] = []
        var rest = body.trimmingCharacters(in: .whitespacesAndNewlines)[...]
        while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
            text += rest[..<open.lowerBound]
            while text.last == " " { text.removeLast() }
            for label in try labels(String(rest[open.upperBound..<close.lowerBound]), fault) {
                marks.append(Mark(end: text.utf8.count, kind: label.kind, stance: label.stance))
            }
            rest = rest[close.upperBound...]
        }
        return (text + rest, marks)
    }
}

/// A report of `Corpus/labels` that cannot be read.
package struct LabelledReportError: Error, CustomStringConvertible {
    /// Its id; empty when it has none.
    package var report: String
    package var reason: String

    package var description: String { "labelled report '\(report)': \(reason)" }
}
