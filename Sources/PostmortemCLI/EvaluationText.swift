import Foundation
import Postmortems

/// Figures against a labelled file as a person reads them in a terminal.
struct EvaluationText {
    let evaluation: Evaluation
    let style: TerminalStyle

    init(_ evaluation: Evaluation, style: TerminalStyle) {
        self.evaluation = evaluation
        self.style = style
    }

    var figures: String {
        let size = "\(evaluation.texts) text\(evaluation.texts == 1 ? "" : "s")"
        let head = "\(size), model \(evaluation.model.prefix(12)); in brackets 95 % intervals"
        return [style.dim(head), table, sums, confusion].joined(separator: "\n\n")
    }

    // MARK: Table

    private var table: String {
        let header = ["kind", "n", "precision", "recall", "F1", "stance"]
        var rows = FactorKind.allCases.map { kind -> [String] in
            let agreement = evaluation.kinds[kind] ?? Evaluation.Agreement()
            let stance = evaluation.stances[kind] ?? Evaluation.Share()
            return row(kind.rawValue, agreement) + [stance.of == 0 ? "-" : "\(stance.right)/\(stance.of)"]
        }
        rows.append(row("all (micro)", evaluation.micro) + ["\(evaluation.stance.right)/\(evaluation.stance.of)"])
        rows.append(["mean of \(evaluation.macroKinds) (macro)", "", "", "", Self.words(evaluation.macro), ""])
        rows.append(["mean of the lead kinds", "", "", "", Self.words(evaluation.lead), ""])
        let lines = Self.aligned([header] + rows)
        let isLead = Set(Evaluation.leadKinds.map(\.rawValue))
        return zip([header] + rows, lines).enumerated().map { index, entry in
            let (cells, line) = entry
            return index == 0 ? style.dim(line) : isLead.contains(cells[0]) ? style.bold(line) : line
        }.joined(separator: "\n")
    }

    private func row(_ name: String, _ agreement: Evaluation.Agreement) -> [String] {
        [
            name, String(agreement.counts.labelled), Self.words(agreement.precision), Self.words(agreement.recall),
            Self.words(agreement.f1),
        ]
    }

    /// The first column to the left, the rest to the right.
    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }
            let line = cells.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
        }
    }

    /// `0.712 [0.64 0.78]`.
    static func words(_ figure: Evaluation.Figure) -> String {
        guard let value = figure.value else { return "-" }
        guard let low = figure.low, let high = figure.high else { return number(value, 3) }
        return "\(number(value, 3)) [\(number(low, 2)) \(number(high, 2))]"
    }

    static func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }

    // MARK: Sums

    private var sums: String {
        let stance = evaluation.stance
        let trigger = evaluation.trigger
        let suggested = evaluation.suggestedCalibration
        let all = evaluation.calibration
        let share = Self.number(Double(evaluation.abstained) / Double(max(evaluation.texts, 1)), 3)
        let rows = [
            ("stance, where the kind is right", "\(Self.words(stance.figure))  \(stance.right) of \(stance.of)"),
            ("trigger", "\(Self.words(trigger.figure))  \(trigger.right) of \(trigger.of)"),
            (
                "expected calibration error",
                "\(suggested.error.map { Self.number($0, 3) } ?? "-") of \(suggested.count) suggestions, "
                    + "\(all.error.map { Self.number($0, 3) } ?? "-") of \(all.count) kinds suggested or not"
            ),
            (
                "abstained",
                "\(share)  \(evaluation.abstained) of \(evaluation.texts) texts, \(evaluation.abstainedWrongly) of them with a factor"
            ),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }.joined(separator: "\n")
    }

    // MARK: Confusion

    private var confusion: String {
        let names = ["human", "automation", "assistive AI", "autonomous AI"]
        let rows = zip(names, evaluation.confusion.counts).map { name, counts in
            [name] + counts.map(String.init)
        }
        let head =
            "lead kinds: rows labelled, columns suggested; beside the diagonal, suggested in such a text without being labelled"
        return ([style.dim(head)] + Self.aligned([[""] + names + ["none"]] + rows)).joined(separator: "\n")
    }

    // MARK: Mistakes

    /// A paragraph for each, by text.
    var mistakes: String {
        if evaluation.mistakes.isEmpty { return "no miss and no false alarm" }
        return evaluation.mistakes.map { mistake in
            let form =
                switch mistake.form {
                case .miss: style.caution("miss")
                case .falseAlarm: style.bad("false alarm")
                case .stance: style.caution("stance")
                }
            let said =
                "labelled \(mistake.labelled?.rawValue ?? "absent"), suggested \(mistake.suggested?.rawValue ?? "absent")"
            let percent = "\(Int((mistake.probability * 100).rounded()))%"
            let quote = mistake.quote.map { "\n    “\(TerminalStyle.oneLine($0))”" } ?? ""
            return "\(form)  \(TerminalStyle.printable(mistake.id))  \(style.bold(mistake.kind.rawValue))  "
                + style.dim("\(said), \(percent)") + quote
        }.joined(separator: "\n")
    }
}
