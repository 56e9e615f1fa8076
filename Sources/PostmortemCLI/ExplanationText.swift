import Postmortems

/// Why factors were suggested, as a person reads it in a terminal.
struct ExplanationText {
    var style: TerminalStyle

    func text(_ explanations: [FactorExplanation]) -> String {
        if explanations.isEmpty { return "not stated: the text names no contributing factor" }
        return explanations.map(text).joined(separator: "\n\n")
    }

    private func text(_ explanation: FactorExplanation) -> String {
        var lines = ["  \(style.bold(explanation.kind.rawValue))  \(verdict(explanation))"]
        if let probability = explanation.probability {
            let settled = explanation.isSettledByCues ? "; settled by its cues" : ""
            let parts =
                if let cues = explanation.byCues, let words = explanation.byWords {
                    " (cues \(number(cues)), words \(number(words)))"
                } else {
                    ""
                }
            lines.append(
                "    "
                    + style.dim(
                        "report \(number(probability))\(parts), suggested from \(number(explanation.threshold))\(settled)"
                    )
                    + features(explanation.features))
        }
        return (lines + explanation.signals.flatMap(lines(of:))).joined(separator: "\n")
    }

    private func verdict(_ explanation: FactorExplanation) -> String {
        guard let factor = explanation.factor else { return style.dim("not suggested") }
        let role = factor.stance == .denied ? "" : factor.role.rawValue.replacing("-", with: " ") + ", "
        return factor.stance.rawValue + (factor.contested ? ", contested" : "")
            + style.dim("  \(role)\(Int((factor.confidence * 100).rounded()))%")
    }

    private func lines(of signal: FactorExplanation.Signal) -> [String] {
        let quote = TerminalStyle.oneLine(signal.evidence.quote)
        let by = signal.evidence.by.map { "by \(TerminalStyle.printable($0))" }
        let facts = [signal.section, signal.stance?.rawValue ?? "does not count", by].compactMap { $0 }
        let kind = signal.pattern.isEmpty ? "words" : signal.isFrame ? "frame" : "cue"
        let weight = signal.isFrame ? "" : ", weight \(number(signal.weight))"
        var lines = [
            "    “\(quote)”  \(style.dim(facts.joined(separator: ", ")))",
            "      \(kind) “\(TerminalStyle.oneLine(signal.cue))”  "
                + style.dim("\(signal.reason)\(weight)"),
        ]
        for scope in signal.scopes {
            let place =
                scope.distance == 0
                ? "at the cue"
                : "\(scope.distance) word\(scope.distance == 1 ? "" : "s") \(scope.isBefore ? "before" : "after")"
            lines.append(
                "      scope “\(TerminalStyle.oneLine(scope.words))” \(scope.effect), "
                    + style.dim(place))
        }
        if let probability = signal.probability {
            lines.append("      " + style.dim("sentence \(number(probability))") + features(signal.features))
        }
        if !signal.words.isEmpty {
            let words = signal.words.map { word in
                "“\(TerminalStyle.oneLine(word.name))” +\(number(word.contribution))"
            }
            lines.append("      " + style.dim("words " + words.joined(separator: ", ")))
        }
        return lines
    }

    private func features(_ features: [FactorExplanation.Feature]) -> String {
        if features.isEmpty { return "" }
        let words = features.map { feature in
            let sign = feature.contribution < 0 ? "−" : "+"
            let name = feature.name.count > 48 ? feature.name.prefix(46) + "…”" : feature.name[...]
            return "\(name) \(sign)\(number(abs(feature.contribution)))"
        }
        return style.dim(": " + words.joined(separator: ", "))
    }

    private func number(_ value: Double) -> String { EvaluationText.number(value, 2) }
}
