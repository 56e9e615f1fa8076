/// What a person decided about one kind of factor in one report, and what they saw when they did.
///
/// Decisions are never changed: a later one about the same kind stands in the place of an earlier one, which is kept.
public struct ReviewDecision: Equatable, Sendable, Codable {
    public enum Verdict: String, Sendable, Codable, CaseIterable {
        /// The suggestion holds as it stands.
        case accept
        /// The suggestion holds with another stance or role.
        case change
        /// The kind does not hold.
        case reject
        /// The kind holds by words that the person chose.
        case add
    }

    /// What was suggested when the decision was made.
    public struct Suggestion: Equatable, Sendable, Codable {
        public var stance: Stance
        public var contested: Bool
        public var role: FactorRole
        /// 0…1.
        public var confidence: Double

        public init(stance: Stance, contested: Bool, role: FactorRole, confidence: Double) {
            self.stance = stance
            self.contested = contested
            self.role = role
            self.confidence = confidence
        }

        public init(_ factor: ContributingFactor) {
            self.init(
                stance: factor.stance, contested: factor.contested, role: factor.role, confidence: factor.confidence)
        }
    }

    /// Counts up over the whole knowledge base; 0 until it is stored.
    public var number: Int
    public var kind: FactorKind
    public var verdict: Verdict
    /// As decided; `nil` when rejected.
    public var stance: Stance?
    public var contested: Bool
    /// As decided; `nil` when rejected.
    public var role: FactorRole?
    /// The words it rests on, in the version that was looked at; for a rejection those of the suggestion.
    public var evidence: [Evidence]
    /// Who decided, as a role; `nil` when not said.
    public var by: String?
    public var at: Timestamp
    /// Why; `nil` when not said.
    public var note: String?
    /// The version of the report that was looked at.
    public var version: Int
    /// SHA-256 of that version's text, in hexadecimal.
    public var textHash: String
    /// The content hash of the model whose suggestions were looked at; `nil` when there were none.
    public var model: String?
    /// `nil` when the kind was not suggested.
    public var suggestion: Suggestion?

    public init(
        number: Int = 0, kind: FactorKind, verdict: Verdict, stance: Stance?, contested: Bool = false,
        role: FactorRole?, evidence: [Evidence], by: String? = nil, at: Timestamp, note: String? = nil, version: Int,
        textHash: String, model: String? = nil, suggestion: Suggestion? = nil
    ) {
        self.number = number
        self.kind = kind
        self.verdict = verdict
        self.stance = stance
        self.contested = contested
        self.role = role
        self.evidence = evidence
        self.by = by
        self.at = at
        self.note = note
        self.version = version
        self.textHash = textHash
        self.model = model
        self.suggestion = suggestion
    }

    /// The object that `review --format json` prints of a decision.
    public var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)), ("decision", .string(verdict.rawValue)),
            ("stance", .string(stance?.rawValue)), ("contested", .bool(contested)), ("role", .string(role?.rawValue)),
            ("evidence", .array(evidence.map(\.json))), ("by", .string(by)), ("at", .string(at.description)),
            ("note", .string(note)), ("version", .int(version)), ("text_hash", .string(textHash)),
            ("model", .string(model)), ("suggestion", suggestion?.json ?? .null),
        ])
    }
}

extension ReviewDecision.Suggestion {
    public var json: JSONValue {
        .object([
            ("stance", .string(stance.rawValue)), ("contested", .bool(contested)), ("role", .string(role.rawValue)),
            ("confidence", .double(confidence)),
        ])
    }
}

extension ReviewDecision {
    /// The decisions that stand: of each kind the last, in the order of the taxonomy.
    public static func standing(_ decisions: [ReviewDecision]) -> [ReviewDecision] {
        var last: [FactorKind: ReviewDecision] = [:]
        for decision in decisions where last[decision.kind].map({ $0.number <= decision.number }) ?? true {
            last[decision.kind] = decision
        }
        return FactorKind.allCases.compactMap { last[$0] }
    }

    /// What holds of a report: what people decided, then what is only suggested, strongest first.
    ///
    /// A decided factor quotes the words it rests on as far as they still stand in the report, else those that the
    /// suggestion of the same kind rests on; none when neither is there. Its confidence is 1.
    public static func factors(
        suggested: [ContributingFactor], decisions: [ReviewDecision], in report: Report
    ) -> [ContributingFactor] {
        if decisions.isEmpty { return suggested }
        let standing = standing(decisions)
        let decided = standing.compactMap { decision -> ContributingFactor? in
            guard let stance = decision.stance, let role = decision.role else { return nil }
            let own = decision.evidence.compactMap { $0.placed(in: report) }
            return ContributingFactor(
                kind: decision.kind, stance: stance, contested: decision.contested, confidence: 1, role: role,
                evidence: own.isEmpty ? suggested.first { $0.kind == decision.kind }?.evidence ?? [] : own,
                review: FactorReview(decision.verdict))
        }
        return decided + suggested.filter { factor in !standing.contains { $0.kind == factor.kind } }
    }
}

/// How a factor came to hold by a person's decision.
public enum FactorReview: String, Sendable, Codable {
    case accepted, changed, added
    /// By the report's own writers, in its front matter.
    case labelled
    /// Only of a suggestion that is shown as one: what is rejected does not hold.
    case rejected

    public init(_ verdict: ReviewDecision.Verdict) {
        self =
            switch verdict {
            case .accept: .accepted
            case .change: .changed
            case .add: .added
            case .reject: .rejected
            }
    }
}

extension Evidence {
    /// The same words where they stand in a report: at their place, else where they first stand in the same field;
    /// `nil` when they do not.
    public func placed(in report: Report) -> Evidence? {
        if stands(in: report) { return self }
        let text = (field == .title ? report.title ?? "" : report.text).utf8
        guard let range = ByteSearch(Array(quote.utf8)).first(in: text) else { return nil }
        var evidence = self
        evidence.utf8Range = range
        return evidence
    }
}
