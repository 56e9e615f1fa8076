import Markup
import Reports

extension FrontMatterFields {
    private static let labelKeys: Set = ["kind", "stance", "role", "quote", "by"]

    /// The contributing factors that the front matter lists under `labels`, in the order of their first mention.
    ///
    /// ```yaml
    /// labels:
    ///   - {kind: automation, stance: suspected, role: trigger, quote: "the autoscaler may have removed it", by: the vendor}
    /// ```
    ///
    /// Only `kind` is needed: the stance is then `asserted`, the role `contributing`. Labels of one kind are one factor with
    /// several quotes; where they deny what others assert, it is contested. A quote that does not stand in the text
    /// becomes a warning, and so does what is no label.
    ///
    /// - Parameter report: Its title and text, where the quotes stand.
    /// - Returns: `nil` when there are no labels, or when they are mere words, as other tools tag files with; empty for an
    ///   empty list, which says that the report states no factor.
    mutating func labels(in report: Report) -> [ContributingFactor]? {
        guard let members = values["labels"]?.list else { return nil }
        if !members.isEmpty, !members.contains(where: { $0.mapping != nil }) { return nil }
        let finder = QuoteFinder(report)
        var order: [FactorKind] = []
        var factors: [FactorKind: ContributingFactor] = [:]
        for member in members {
            guard let label = label(member, finder) else { continue }
            guard var known = factors[label.kind] else {
                order.append(label.kind)
                factors[label.kind] = label
                continue
            }
            known.evidence += label.evidence
            if (known.stance == .denied) != (label.stance == .denied) { known.contested = true }
            factors[label.kind] = known
        }
        return order.compactMap { factors[$0] }
    }

    private mutating func label(_ value: YAMLValue, _ finder: QuoteFinder) -> ContributingFactor? {
        guard let name = value["kind"]?.string else {
            warn("labels", "has a member without a 'kind'; it was left out")
            return nil
        }
        guard let kind = FactorKind(rawValue: name) else {
            warn("labels", "holds '\(name.prefix(80))', which is no factor; it was left out")
            return nil
        }
        for key in (value.mapping ?? [:]).keys.filter({ !Self.labelKeys.contains($0) }).sorted() {
            warn(
                "labels",
                "\(kind.rawValue): unknown key '\(key.prefix(80))'; the keys are kind, stance, role, quote, by")
        }
        let stance = word("stance", of: value, kind, Stance.allCases) ?? .asserted
        let role = word("role", of: value, kind, FactorRole.allCases) ?? .contributing
        var factor = ContributingFactor(
            kind: kind, stance: stance, confidence: 1, role: role, evidence: [], review: .labelled)
        guard let quote = value["quote"]?.string, !quote.trimmed.isEmpty else { return factor }
        guard let found = finder.find(quote) else {
            let nearest = finder.nearest(to: quote).map { "; the nearest is “\($0.prefix(160))”" } ?? ""
            warn("labels", "\(kind.rawValue): its quote does not stand in the report: “\(quote.prefix(160))”\(nearest)")
            return factor
        }
        factor.evidence = [
            Evidence(
                field: found.field, utf8Range: found.utf8Range, quote: found.quote, stance: stance,
                by: value["by"]?.string?.trimmed)
        ]
        return factor
    }

    /// A value that must be one of a few words; `nil` when it is not there, and with a warning when it is another.
    private mutating func word<Word: RawRepresentable<String>>(
        _ key: String, of value: YAMLValue, _ kind: FactorKind, _ words: [Word]
    ) -> Word? {
        guard let text = value[key]?.string else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = words.map(\.rawValue).joined(separator: ", ")
        warn("labels", "\(kind.rawValue): '\(text.prefix(80))' is no \(key); write \(known)")
        return nil
    }
}
