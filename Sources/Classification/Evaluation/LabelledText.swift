import Foundation
import Reports

/// A text with what its readers say of it: one line of a labelled file.
public struct LabelledText: Equatable, Sendable {
    /// As the file gives it; `line 3` when it gives none.
    public var id: String
    public var title: String
    public var text: String
    /// Kinds that are not named are absent.
    public var labels: [FactorKind: Stance]
    /// Kinds on which the readers differed; left out of every figure.
    public var unsure: Set<FactorKind>
    /// What set the incident off; `nil` when nothing is named or the readers differed.
    public var trigger: FactorKind?
    /// Examples of the words that carry a kind.
    public var evidence: [FactorKind: [String]]

    public init(
        id: String, title: String, text: String, labels: [FactorKind: Stance], unsure: Set<FactorKind> = [],
        trigger: FactorKind? = nil, evidence: [FactorKind: [String]] = [:]
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.labels = labels
        self.unsure = unsure
        self.trigger = trigger
        self.evidence = evidence
    }

    /// Whether the readers say that the kind played a part, surely or possibly.
    public func holds(_ kind: FactorKind) -> Bool {
        labels[kind] == .asserted || labels[kind] == .suspected
    }
}

/// The lines of a labelled file, and those that could not be read.
public struct LabelledFile: Equatable, Sendable {
    public struct Fault: Equatable, Sendable, CustomStringConvertible {
        public var source: String
        /// 1-based.
        public var line: Int
        public var reason: String

        public var description: String { "\(source):\(line): \(reason)" }
    }

    public var texts: [LabelledText] = []
    public var faults: [Fault] = []

    /// Reads one JSON object a line: `id`, `title`, `text`, `labels` {kind: stance}, `unsure` [kind], `trigger`,
    /// `trigger_agreed`, `evidence` {kind: [quote]}. Only `text` and `labels` must be there; other fields are left alone.
    ///
    /// - Parameter source: For messages.
    /// - Throws: ``ClassificationError/noLabelledText(source:faults:)``; then no line could be read.
    public init(_ data: Data, source: String) throws {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            do {
                texts.append(try Line(Data(line)).text(number: index + 1))
            } catch {
                faults.append(Fault(source: source, line: index + 1, reason: Line.reason(error)))
            }
        }
        if texts.isEmpty { throw ClassificationError.noLabelledText(source: source, faults: faults) }
    }

    /// What a line that can't be used lacks.
    struct BadLine: Error {
        var reason: String
    }

    private struct Line: Decodable {
        var id: String?
        var title: String?
        var text: String?
        var labels: [String: String]?
        var unsure: [String]?
        var trigger: String?
        var isTriggerAgreed: Bool?
        var evidence: [String: [String]]?

        private enum CodingKeys: String, CodingKey {
            case id, title, text, labels, unsure, trigger, evidence
            case isTriggerAgreed = "trigger_agreed"
        }

        init(_ data: Data) throws {
            self = try JSONDecoder().decode(Line.self, from: data)
        }

        func text(number: Int) throws -> LabelledText {
            guard let text else { throw BadLine(reason: "it has no 'text'") }
            guard let labels else {
                throw BadLine(reason: "it has no 'labels'; write {} for a text that states none")
            }
            var stances: [FactorKind: Stance] = [:]
            for (name, value) in labels.sorted(by: { $0.key < $1.key }) {
                guard let stance = Stance(rawValue: value) else {
                    throw BadLine(
                        reason:
                            "'\(value)' is no stance for \(name); there are \(Stance.allCases.map(\.rawValue).joined(separator: ", "))"
                    )
                }
                stances[try kind(name, in: "labels")] = stance
            }
            let trigger = try trigger.map { try kind($0, in: "trigger") }
            return LabelledText(
                id: id ?? "line \(number)", title: title ?? "", text: text, labels: stances,
                unsure: Set(try (unsure ?? []).map { try kind($0, in: "unsure") }),
                trigger: isTriggerAgreed ?? true ? trigger : nil,
                // Quotes are shown and never scored.
                evidence: (evidence ?? [:]).reduce(into: [:]) { result, entry in
                    if let kind = FactorKind(rawValue: entry.key) { result[kind] = entry.value }
                })
        }

        private func kind(_ name: String, in field: String) throws -> FactorKind {
            guard let kind = FactorKind(rawValue: name) else {
                throw BadLine(reason: "'\(name)' in '\(field)' is no kind of factor\(Self.nearest(name))")
            }
            return kind
        }

        private static func nearest(_ name: String) -> String {
            let wanted = Array(name.lowercased().unicodeScalars)
            let near = FactorKind.allCases.compactMap { kind in
                EditDistance.between(wanted, Array(kind.rawValue.unicodeScalars), atMost: 3).map { ($0, kind) }
            }.min { $0.0 < $1.0 }
            return near.map { "; did you mean '\($0.1.rawValue)'?" } ?? ""
        }

        private static let forms = [
            "id": "a text", "title": "a text", "text": "a text", "labels": "an object of kind and stance",
            "unsure": "a list of kinds", "trigger": "a kind or null", "trigger_agreed": "true or false",
            "evidence": "an object of kind and a list of quotes",
        ]

        static func reason(_ error: any Error) -> String {
            switch error {
            case let error as BadLine: return error.reason
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
                guard let field = context.codingPath.first?.stringValue, let form = forms[field] else {
                    return "it is no JSON object"
                }
                return "'\(field)' is not \(form)"
            default: return "it is no JSON; each line is one object"
            }
        }
    }
}
