import ArgumentParser
import Foundation
import Postmortems

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide on suggested factors, or list what waits.",
        discussion: """
            Without options it lists suggestions that nobody decided on and decisions that a newer model or a newer \
            version of the report speaks against; with an id, those of that report. A decision is kept for good with its \
            time, who made it (a role), why, and what was suggested then: a later one stands in its place, and nothing \
            else changes it. --stance and --role go with one accepted or added kind. A quote must stand in the report \
            word for word.
            """)

    @Argument(help: ArgumentHelp("The report's id; all reports when left out.", valueName: "id"))
    var id: String?

    @Option(
        name: .customLong("accept"), help: ArgumentHelp("A suggested kind that holds; repeat it.", valueName: "kind"))
    var accepted: [FactorKind] = []

    @Option(
        name: .customLong("reject"), help: ArgumentHelp("A kind that does not hold; repeat it.", valueName: "kind"))
    var rejected: [FactorKind] = []

    @Option(help: ArgumentHelp("A kind that holds by the words of --quote.", valueName: "kind"))
    var add: FactorKind?

    @Option(help: "Words of the report that carry the added kind.")
    var quote: String?

    @Option(help: "What the text says of the kind, if not what is suggested.")
    var stance: Stance?

    @Option(help: "The part that it played, if not what is suggested.")
    var role: FactorRole?

    @Option(help: ArgumentHelp("Who decides: a role, such as 'incident lead'.", valueName: "role"))
    var by: String?

    @Option(help: "Why; it stays in the knowledge base and is not published.")
    var note: String?

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    private var decides: Bool { !accepted.isEmpty || !rejected.isEmpty || add != nil }

    func validate() throws {
        if quote != nil, add == nil { throw ValidationError("--quote goes with --add KIND.") }
        if let add, quote?.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty ?? true {
            throw ValidationError("--add \(add.rawValue) needs --quote with the words of the report that carry it.")
        }
        if stance != nil || role != nil, accepted.count + (add == nil ? 0 : 1) != 1 {
            throw ValidationError("--stance and --role go with one kind that is accepted or added.")
        }
        if by != nil || note != nil, !decides {
            throw ValidationError("--by and --note go with --accept, --reject or --add.")
        }
        let kinds = accepted + rejected + [add].compactMap { $0 }
        if let twice = kinds.first(where: { kind in kinds.count { $0 == kind } > 1 }) {
            throw ValidationError("\(twice.rawValue) is given twice; one decision a kind.")
        }
        if decides, id == nil { throw ValidationError("Name the report: 'postmortem review ID --accept KIND'.") }
    }

    func run() throws {
        if decides, let id { return try decide(id) }
        let base = try base.knowledgeBase(.readOnly)
        let items = try id.map { [try base.reviewItem($0)] } ?? base.reviewQueue()
        let text = ReviewText(style: display.style)
        for (index, item) in items.enumerated() {
            switch format.format {
            case .json: print(item.json.text)
            case .text:
                if index > 0 { print() }
                print(text.item(item, showsDecisions: id != nil))
            }
        }
        guard format.format == .text else { return }
        let waiting = items.reduce(0) { $0 + $1.waiting.count }
        let disagreements = items.reduce(0) { $0 + $1.disagreements.count }
        display.report.note(
            "\(waiting) suggestion\(waiting == 1 ? " waits" : "s wait"), \(disagreements) disagreement\(disagreements == 1 ? "" : "s")"
                + (waiting + disagreements == 0
                    ? "" : "; decide with 'postmortem review ID --accept KIND --reject KIND'"))
    }

    private func decide(_ id: String) throws {
        let request = ReviewRequest(
            accepted: accepted, rejected: rejected, added: add.map { ($0, quote ?? "") }, stance: stance, role: role,
            by: by, note: note)
        let (kept, unchanged) = try base.knowledgeBase(.open).review(id, request, now: .now)
        switch format.format {
        case .json:
            print(
                JSONValue.object([
                    ("id", .string(id)), ("decisions", .array(kept.map(\.json))),
                    ("unchanged", .strings(unchanged.map(\.rawValue))),
                ]).text)
        case .text:
            let text = ReviewText(style: display.style)
            for decision in kept { print(text.line(decision)) }
            for kind in unchanged { print("unchanged  \(kind.rawValue)  the same was decided before") }
        }
    }
}

extension FactorKind: ExpressibleByArgument {}
extension Stance: ExpressibleByArgument {}
extension FactorRole: ExpressibleByArgument {}
