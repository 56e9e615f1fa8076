import Markup
import Reports

extension FrontMatterFields {
    private static let labelKeys: Set = ["kind", "stance", "role", "quote", "by"]

    /// More than any report has; each costs a search through the text.
    private static let mostLabels = 100

    /// The contributing factors that the front matter lists under `labels`, in the order of their first mention.
    ///
    /// ```yaml
    /// labels:
    ///   - {kind: automation, stance: suspected, role: trigger, quote: "the autoscaler may have removed it", by: the vendor}
    /// ```
    ///
    /// Only `kind` is needed: the stance is then `asserted`, the role `contributing`. Labels of one kind are one factor with
    /// several quotes; where they deny what others assert, it is contested. `labels: none` says that the report states no
    /// factor. What is no label is left out with a warning; so is a quote that does not stand in the text.
    ///
    /// - Parameter report: Its title and text, where the quotes stand.
    /// - Returns: `nil` when there are no labels of factors: none at all, or only what other tools tag files with.
    mutating func labels(in report: Report) -> [ContributingFactor]? {
        if values["labels"]?.string == "none" { return [] }
        guard var members = values["labels"]?.list ?? values["labels"]?.mapping.map({ [.mapping($0)] }) else {
            return nil
        }
        if members.count > Self.mostLabels {
            warn("labels", "has more than \(Self.mostLabels) members; the others were left out")
            members = Array(members.prefix(Self.mostLabels))
        }
        let finder = QuoteFinder(report)
        var order: [FactorKind] = []
        var factors: [FactorKind: ContributingFactor] = [:]
        for (index, member) in members.enumerated() where member["kind"] != nil {
            guard let label = label(member, number: index + 1, finder) else { continue }
            guard var known = factors[label.kind] else {
                order.append(label.kind)
                factors[label.kind] = label
                continue
            }
            known.evidence += label.evidence
            if (known.stance == .denied) != (label.stance == .denied) { known.contested = true }
            factors[label.kind] = known
        }
        return order.isEmpty ? nil : order.compactMap { factors[$0] }
    }

    private mutating func label(_ value: YAMLValue, number: Int, _ finder: QuoteFinder) -> ContributingFactor? {
        func text(_ key: String) -> String? { value[key]?.string?.trimmed }
        guard let kind = text("kind").flatMap({ FactorKind(rawValue: $0.lowercased()) }) else {
            warn("labels", "member \(number): '\((text("kind") ?? "").prefix(80))' is no factor; it was left out")
            return nil
        }
        let stance = text("stance").map { Stance(rawValue: $0.lowercased()) } ?? .asserted
        let role = text("role").map { FactorRole(rawValue: $0.lowercased()) } ?? .contributing
        let unknown = (value.mapping ?? [:]).keys.filter { !Self.labelKeys.contains($0) }.min()
        guard let stance, let role, unknown == nil else {
            let reason =
                unknown.map { "unknown key '\($0.prefix(80))'; the keys are kind, stance, role, quote, by" }
                ?? (stance == nil
                    ? "'\(text("stance") ?? "")' is no stance; write \(Self.words(Stance.allCases))"
                    : "'\(text("role") ?? "")' is no role; write \(Self.words(FactorRole.allCases))")
            warn("labels", "member \(number), \(kind.rawValue), was left out: \(reason)")
            return nil
        }
        var factor = ContributingFactor(
            kind: kind, stance: stance, confidence: 1, role: role, evidence: [], review: .labelled)
        guard let quote = text("quote"), !quote.isEmpty else {
            if value["quote"] != nil { warn("labels", "member \(number), \(kind.rawValue): its quote is no text") }
            return factor
        }
        // Copied from the source of the Markdown, a quote has its marks.
        guard let found = finder.find(quote) ?? finder.find(quote.filter { !"*`".contains($0) }) else {
            warn(
                "labels",
                "member \(number), \(kind.rawValue): its quote does not stand in the report: “\(quote.prefix(160))”")
            return factor
        }
        factor.evidence = [
            Evidence(
                field: found.field, utf8Range: found.utf8Range, quote: found.quote, stance: stance, by: text("by"))
        ]
        return factor
    }

    private static func words<Word: RawRepresentable<String>>(_ words: [Word]) -> String {
        words.map(\.rawValue).joined(separator: ", ")
    }
}
