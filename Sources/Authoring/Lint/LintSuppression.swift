/// `<!-- … -->` with its place.
struct HTMLComment {
    /// What stands between the marks, trimmed.
    var text: String
    var range: Range<Int>

    init(text: String, range: Range<Int>) {
        var inner = text[...]
        if inner.hasPrefix("<!--") { inner = inner.dropFirst(4) }
        if inner.hasSuffix("-->") { inner = inner.dropLast(3) }
        while let first = inner.first, first.isWhitespace { inner.removeFirst() }
        while let last = inner.last, last.isWhitespace { inner.removeLast() }
        self.text = String(inner)
        self.range = range
    }

    /// The comments in a block of HTML, in order.
    static func all(in bytes: [UInt8], range: Range<Int>) -> [HTMLComment] {
        var result: [HTMLComment] = []
        var index = range.lowerBound
        while index + 3 < range.upperBound {
            guard bytes[index..<index + 4].elementsEqual("<!--".utf8) else {
                index += 1
                continue
            }
            var end = index + 4
            while end + 2 < range.upperBound, !bytes[end..<end + 3].elementsEqual("-->".utf8) { end += 1 }
            end = min(end + 3, range.upperBound)
            result.append(HTMLComment(text: String(decoding: bytes[index..<end], as: UTF8.self), range: index..<end))
            index = end
        }
        return result
    }
}

/// A writer's wish that a rule say nothing about the next block, and why.
struct LintSuppression {
    var rules: [String]
    /// `nil` when none is given.
    var reason: String?
    var range: Range<Int>
    /// The block it speaks of; empty when none follows.
    var block: Range<Int> = 0..<0
    var isUsed = false

    /// Reads `postmortem-lint: allow RULE because …`; `nil` for any other comment.
    init?(_ comment: HTMLComment) {
        guard comment.text.lowercased().hasPrefix("postmortem-lint:") else { return nil }
        var words = comment.text.dropFirst("postmortem-lint:".count).split(whereSeparator: {
            $0.isWhitespace || $0 == ","
        })
        if words.first?.lowercased() == "allow" { words.removeFirst() }
        let split = words.firstIndex { $0.lowercased() == "because" } ?? words.endIndex
        rules = words[..<split].map(String.init)
        let reason = words[split...].dropFirst().joined(separator: " ")
        self.reason = reason.contains(where: \.isLetter) ? reason : nil
        range = comment.range
    }

    func applied(to block: Range<Int>) -> LintSuppression {
        var copy = self
        copy.block = block
        return copy
    }
}

/// The suppressions of a file, looked up by place.
struct SuppressionList {
    /// By the start of their blocks.
    private var members: [LintSuppression]
    /// The furthest block end among the members up to each index.
    private var reach: [Int]

    init(_ suppressions: [LintSuppression]) {
        members = suppressions.sorted {
            ($0.block.lowerBound, $0.range.lowerBound) < ($1.block.lowerBound, $1.range.lowerBound)
        }
        reach = []
        for member in members { reach.append(max(reach.last ?? 0, member.block.upperBound)) }
    }

    /// Whether a finding is suppressed; its suppression counts as used from then on.
    mutating func covers(_ draft: LintDraft) -> Bool {
        let place = draft.range.lowerBound
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].block.lowerBound <= place { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0, reach[index] > place {
            if members[index].block.contains(place), members[index].reason != nil,
                members[index].rules.contains(draft.rule)
            {
                members[index].isUsed = true
                return true
            }
            index -= 1
        }
        return false
    }

    /// What is wrong with the suppressions themselves.
    func drafts(known: Set<String>) -> [LintDraft] {
        members.compactMap { draft(for: $0, known: known) }
    }

    private func draft(for member: LintSuppression, known: Set<String>) -> LintDraft? {
        func draft(_ severity: LintSeverity, _ message: String, _ suggestion: String) -> LintDraft {
            LintDraft(
                rule: "suppression", severity: severity, range: member.range, message: message, suggestion: suggestion)
        }
        let form = "Write <!-- postmortem-lint: allow RULE because REASON -->."
        if member.rules.isEmpty { return draft(.error, "allows no rule", form) }
        if member.reason == nil { return draft(.error, "gives no reason, so it has no effect", form) }
        if let unknown = member.rules.first(where: { !known.contains($0) }) {
            return draft(
                .warning, "allows '\(unknown)', which is no rule in force",
                "Check the spelling; rule ids are case-sensitive.")
        }
        return member.isUsed
            ? nil : draft(.info, "allows \(member.rules.joined(separator: ", ")) where nothing is found", "Remove it.")
    }
}
