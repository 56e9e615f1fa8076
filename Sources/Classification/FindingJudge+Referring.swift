import Reports

extension FindingJudge {
    /// Denies what the denials of a sentence refer to: what was found before them in it, else in the sentence before.
    ///
    /// - Parameters:
    ///   - previous: The sentence before, when there is one.
    ///   - findings: Those of all sentences up to this one, in order.
    func judgeReferring(
        _ sentence: MarkedSentence, order: Int, after previous: MarkedSentence?, into findings: inout [Finding]
    ) {
        guard sentence.sentence.section != .references else { return }
        let denials = referring.denials(in: sentence.sentence)
        guard !denials.isEmpty else { return }
        let first = findings.lastIndex { $0.order < order - 1 }.map { $0 + 1 } ?? 0
        let recent = Array(findings[first...])
        for denial in denials {
            var denied =
                denial.antecedents.lazy.map { told(in: $0, of: sentence, order: order, among: recent) }
                .first { !$0.isEmpty } ?? []
            if denied.isEmpty, denial.reachesBack, let previous, previous.sentence.field == sentence.sentence.field {
                denied = recent.filter { $0.order == order - 1 && $0.stance != .denied }
            }
            for kind in FactorKind.allCases {
                let ofKind = denied.filter { $0.kind == kind }
                guard let one = ofKind.first(where: { !$0.isFrame }) ?? ofKind.first else { continue }
                findings.append(finding(denial, of: one, in: sentence, order: order))
            }
        }
    }

    /// What was found in some words of a sentence and not denied there.
    private func told(
        in words: Range<Int>, of sentence: MarkedSentence, order: Int, among findings: [Finding]
    ) -> [Finding] {
        let cues = Set(sentence.factors.lazy.filter { $0.mark.words.overlaps(words) }.map(\.mark.cue.id))
        return findings.filter {
            $0.order == order && $0.stance != .denied && !$0.isReferring && cues.contains($0.cue)
        }
    }

    /// The denial weighs what a denial by name weighs; it is quoted after those, as it says less.
    private func finding(
        _ denial: ReferringDenial, of told: Finding, in sentence: MarkedSentence, order: Int
    ) -> Finding {
        let clause = reading.words[denial.clause.lowerBound].start..<reading.words[denial.clause.upperBound - 1].end
        let field = sentence.sentence.field
        let scope = sentence.scopes.first {
            ($0.scope == .claim || $0.scope == .denialBefore) && $0.mark.words.contains(denial.verb)
        }
        return Finding(
            kind: told.kind, field: field, range: clause, order: order, cue: scope?.mark.cue.id ?? -1, weight: 0.6,
            stance: .denied, source: denial.source,
            by: denial.denier.map {
                let name = reading.words[$0.lowerBound].start..<reading.words[$0.upperBound - 1].end
                return String(decoding: reading.bytes(of: field)[name], as: UTF8.self)
            },
            isTrigger: false, isHindering: told.isHindering, probability: 0,
            isHeading: sentence.sentence.isHeading || sentence.sentence.section == .title, isFrame: told.isFrame,
            isReferring: true)
    }
}
