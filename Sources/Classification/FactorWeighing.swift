import Reports

/// Weighs all findings of a report into one factor per kind.
struct FactorWeighing {
    let reading: ReportReading
    let context: ReportContext
    /// How probable each kind is by the learned weights; `nil` without them.
    var learned: [FactorKind: Double]?
    /// The least learned probability at which a factor is suggested.
    var threshold = 0.5
    /// Whether each sentence is a good part of the whole: what a hand-weighed cue states then needs less beside it.
    var isBrief = false

    /// The most pieces of evidence a factor carries.
    private static let evidenceLimit = 3
    /// The least probability of a sentence that a suggestion may rest on: a reader must find the factor in it.
    private static let leastEvidence = 0.04
    /// The least probability at which the whole of a text outweighs a denial in its own voice.
    private static let allButSure = 0.8
    /// The least probability at which a text that tells of no incident is given a factor all the same.
    static let leastInNotice = 0.97

    /// Strongest first; ties in the order of the taxonomy.
    func factors(from findings: [Finding]) -> [ContributingFactor] {
        var byKind: [FactorKind: [Finding]] = [:]
        for finding in findings { byKind[finding.kind, default: []].append(finding) }
        var weighed: [(factor: ContributingFactor, trigger: Double)] = []
        for kind in FactorKind.allCases {
            if let found = byKind[kind], let entry = weigh(kind, found) { weighed.append(entry) }
        }
        weighed = Self.keepingOneAIKind(weighed, findings: byKind)
        assignTrigger(in: &weighed)
        return weighed.map(\.factor).enumerated()
            .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }.map(\.element)
    }

    /// A text about an AI tells mostly one of the two stories; the one with far less behind it is an echo of its words.
    private static func keepingOneAIKind(
        _ weighed: [(factor: ContributingFactor, trigger: Double)], findings: [FactorKind: [Finding]]
    ) -> [(factor: ContributingFactor, trigger: Double)] {
        func mass(_ kind: FactorKind) -> Double {
            guard let factor = weighed.first(where: { $0.factor.kind == kind })?.factor, factor.stance == .asserted
            else {
                return 0
            }
            return (findings[kind] ?? []).filter { $0.stance == .asserted }.reduce(0) { $0 + $1.weight }
        }
        let autonomous = mass(.autonomousAIAction)
        let assistive = mass(.assistiveAIMisunderstanding)
        guard autonomous > 0, assistive > 0 else { return weighed }
        let echo: FactorKind? =
            if assistive < autonomous * 0.5 {
                .assistiveAIMisunderstanding
            } else if autonomous < assistive * 0.5 {
                .autonomousAIAction
            } else {
                nil
            }
        return weighed.filter { $0.factor.kind != echo }
    }

    /// What the asserted findings of hand-weighed cues say together, by kind.
    func jointByHand(_ findings: [Finding]) -> [FactorKind: Double] {
        let asserted = Dictionary(grouping: findings.filter { !$0.isFrame && $0.stance != .denied }, by: \.kind)
        return asserted.mapValues { joint(strongestPerSentence($0)) }
    }

    /// Cues settle the stance; whether a kind plays a part at all is for the learned weights, where there are any.
    private func weigh(_ kind: FactorKind, _ findings: [Finding]) -> (ContributingFactor, Double)? {
        let byHand = strongestPerSentence(findings.filter { !$0.isFrame })
        let conclusion = conclude(kind, byHand)
        let supporting = byHand.filter { $0.stance == conclusion?.stance }
        let confidence = joint(supporting)
        let holds = conclusion.map { confidence >= threshold(for: kind, stance: $0.stance) } ?? false
        let isSettled =
            conclusion.map { $0.stance != .asserted || $0.contested } ?? false || findings.contains { $0.isSettling }
        let isImprobable =
            conclusion?.stance == .suspected && conclusion?.contested == false
            && learned.map { $0[kind, default: 0] < threshold / 2 } ?? false
        if let conclusion, holds, isSettled && !isImprobable && !isToldAfterAll(kind, findings) || learned == nil {
            return factor(kind, conclusion, confidence, supporting, of: byHand)
        }
        let needed = !context.isIncident ? Self.leastInNotice : holds && isBrief ? threshold / 2 : threshold
        guard let probability = learned?[kind], probability >= needed else { return nil }
        let all = strongestPerSentence(findings)
        let asserted = all.filter { $0.stance == .asserted }
        let suspected = all.filter { $0.stance == .suspected }
        let stance: Stance = holds || joint(asserted) >= joint(suspected) ? .asserted : .suspected
        let told = stance == .asserted ? asserted : suspected
        guard told.contains(where: { !$0.isHeading && $0.strength >= Self.leastEvidence }) else { return nil }
        return factor(kind, (stance, Self.isLeftOpen(told, by: all)), probability, told, of: all)
    }

    /// Whether the report goes on to tell in its own voice, and all but surely, what it denied before ("it was not really
    /// the agent's fault. … The agent deleted the volume").
    private func isToldAfterAll(_ kind: FactorKind, _ findings: [Finding]) -> Bool {
        let denials = findings.filter { $0.stance == .denied && !$0.isFrame }
        guard let probability = learned?[kind], probability >= Self.allButSure,
            let last = denials.map(\.place).max(), denials.allSatisfy({ $0.source == .report })
        else { return false }
        return findings.contains {
            $0.stance == .asserted && $0.source == .report && $0.place > last && $0.probability >= 0.5
        }
    }

    private func factor(
        _ kind: FactorKind, _ conclusion: (stance: Stance, contested: Bool), _ confidence: Double,
        _ supporting: [Finding], of distinct: [Finding]
    ) -> (ContributingFactor, Double) {
        let rest = conclusion.contested || kind.family == .ai ? distinct.filter { $0.stance != conclusion.stance } : []
        var evidence = evidence(from: supporting)
        // What makes it contested is the denial, however little else it says.
        let denials = conclusion.contested ? rest.filter { $0.stance == .denied } : []
        if let other = self.evidence(from: denials.isEmpty ? rest : denials).first {
            evidence = Array(evidence.prefix(Self.evidenceLimit - 1)) + [other]
        }
        let trigger = supporting.filter(\.isTrigger).map(\.weight).max() ?? 0
        let isHindering = kind == .detectionGap || kind == .responseGap || supporting.allSatisfy(\.isHindering)
        return (
            ContributingFactor(
                kind: kind, stance: conclusion.stance, contested: conclusion.contested,
                confidence: (confidence * 1000).rounded() / 1000,
                role: isHindering ? .hinderedRecovery : .contributing, evidence: evidence),
            conclusion.stance == .denied || isHindering ? 0 : trigger
        )
    }

    /// Two cues in one sentence are one observation; a second one adds a little.
    private func strongestPerSentence(_ findings: [Finding]) -> [Finding] {
        var best: [Int: Finding] = [:]
        for finding in findings {
            guard var known = best[finding.place] else {
                best[finding.place] = finding
                continue
            }
            if rank(finding) > rank(known) {
                if finding.cue != known.cue, finding.stance == known.stance {
                    var merged = finding
                    merged.weight = min(0.97, finding.weight + known.weight * 0.3)
                    best[finding.place] = merged
                } else {
                    best[finding.place] = finding
                }
            } else if finding.cue != known.cue, finding.stance == known.stance {
                known.weight = min(0.97, known.weight + finding.weight * 0.3)
                best[finding.place] = known
            }
        }
        return best.keys.sorted().compactMap { best[$0] }
    }

    /// A denial in a sentence outweighs what it denies; one that only a frame saw does not outweigh a cue.
    private func rank(_ finding: Finding) -> Double {
        finding.weight + (finding.stance == .denied ? 1 : 0) + (finding.isFrame ? 0 : 2)
    }

    private func joint(_ findings: [Finding]) -> Double {
        let doubt = findings.map(\.weight).sorted(by: >).prefix(6).reduce(1.0) { $0 * (1 - $1) }
        return min(0.99, 1 - doubt)
    }

    /// A text that announces or explains must say more before it counts as telling of an incident.
    private func threshold(for kind: FactorKind, stance: Stance) -> Double {
        let base = stance == .asserted ? 0.6 : 0.4
        return context.isIncident ? base : 0.93
    }

    // MARK: What the text as a whole concludes

    /// Later and better-sourced statements outweigh earlier rumour.
    private func conclude(_ kind: FactorKind, _ findings: [Finding]) -> (stance: Stance, contested: Bool)? {
        let asserted = findings.filter { $0.stance == .asserted }
        let suspected = findings.filter { $0.stance == .suspected }
        let denied = findings.filter { $0.stance == .denied }
        if denied.isEmpty {
            if joint(asserted) >= threshold(for: kind, stance: .asserted) { return (.asserted, false) }
            if !asserted.isEmpty, suspected.isEmpty { return (.asserted, false) }
            return suspected.isEmpty ? nil : (.suspected, false)
        }
        let denier = denied.map(\.source).max() ?? .report
        let lastDenial = denied.map(\.place).max() ?? 0
        let isLeftOpen = Self.isLeftOpen(asserted, by: denied)
        let ownVoice = asserted.filter { $0.source == .report }
        if kind.family != .ai {
            if joint(asserted) >= 0.6 { return (.asserted, isLeftOpen) }
            if denied.allSatisfy(\.isReferring), let open = leftOpen(asserted, suspected) { return open }
            return (
                .denied, !suspected.isEmpty && suspected.contains { $0.source == .claimant && $0.place > lastDenial }
            )
        }
        if joint(ownVoice) >= 0.6 || asserted.contains(where: { $0.source == .authority && $0.place > lastDenial }) {
            // The report itself tells the act; a denial by somebody it quotes leaves the matter open.
            let isOpen = denier == .authority && lastDenial > (asserted.map(\.place).max() ?? 0)
            return (.asserted, isOpen || isLeftOpen)
        }
        if denied.allSatisfy(\.isReferring), let open = leftOpen(asserted, suspected) { return open }
        let insiders =
            suspected.filter { $0.source == .claimant && $0.by != nil } + asserted.filter { $0.source == .claimant }
        if !insiders.isEmpty, denier == .authority { return (.suspected, true) }
        return (.denied, false)
    }

    /// Whether a denial that refers back comes after all that is asserted.
    private static func isLeftOpen(_ told: [Finding], by findings: [Finding]) -> Bool {
        let last = told.map(\.place).max() ?? 0
        return findings.contains { $0.isReferring && $0.place > last }
    }

    /// What only a passing "the vendor denies it" stands against is open, unless it was mere rumour.
    private func leftOpen(_ asserted: [Finding], _ suspected: [Finding]) -> (stance: Stance, contested: Bool)? {
        if !asserted.isEmpty { return (.asserted, true) }
        return suspected.contains { $0.source != .rumour } ? (.suspected, true) : nil
    }

    // MARK: Evidence

    private func evidence(from findings: [Finding]) -> [Evidence] {
        var result: [Evidence] = []
        var quotes: Set<String> = []
        let stated = findings.filter { !$0.isHeading }
        let ranked = (stated.isEmpty ? findings : stated)
            .sorted { ($1.strength, $1.weight, $0.order) < ($0.strength, $0.weight, $1.order) }
        // What says far less than the first only blurs it.
        let least = max(Self.leastEvidence, 0.4 * (ranked.first?.strength ?? 0))
        for finding in ranked where result.count < Self.evidenceLimit {
            if !result.isEmpty, finding.strength < least { continue }
            let bytes = reading.bytes(of: finding.field)[finding.range]
            let quote = String(decoding: bytes, as: UTF8.self)
            guard !quote.isEmpty, quotes.insert(quote).inserted else { continue }
            result.append(
                Evidence(
                    field: finding.field, utf8Range: finding.range, quote: quote, stance: finding.stance, by: finding.by
                ))
        }
        return result
    }

    // MARK: Role

    /// How much more a kind counts as what set it off when its own words tie it to the effect.
    private static let tied = 1.5

    /// One kind set it off, if the text ties any to an effect: the surest of those that mostly do.
    private func assignTrigger(in weighed: inout [(factor: ContributingFactor, trigger: Double)]) {
        guard weighed.contains(where: { $0.trigger > 0 }) else { return }
        func score(_ entry: (factor: ContributingFactor, trigger: Double)) -> Double {
            let factor = entry.factor
            if factor.stance == .denied || factor.role == .hinderedRecovery { return 0 }
            return TriggerShare.of(factor.kind) * factor.confidence * (entry.trigger > 0 ? Self.tied : 1)
        }
        guard let best = weighed.indices.max(by: { (score(weighed[$0]), $1) < (score(weighed[$1]), $0) }),
            score(weighed[best]) > 0
        else { return }
        weighed[best].factor.role = .trigger
    }
}
