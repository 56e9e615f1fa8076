/// A condition or act that took part in an incident, as a text supports it.
public struct ContributingFactor: Equatable, Sendable, Codable {
    public var kind: FactorKind
    /// What the text as a whole concludes.
    public var stance: Stance
    /// Whether claimants conflict and the text does not settle it.
    public var contested: Bool
    /// 0…1.
    public var confidence: Double
    public var role: FactorRole
    /// The strongest first; empty only when a person decided by words that the report no longer has.
    public var evidence: [Evidence]
    /// What a person decided about it; `nil` while it is only suggested.
    public var review: FactorReview?

    public init(
        kind: FactorKind, stance: Stance, contested: Bool = false, confidence: Double, role: FactorRole,
        evidence: [Evidence], review: FactorReview? = nil
    ) {
        self.kind = kind
        self.stance = stance
        self.contested = contested
        self.confidence = confidence
        self.role = role
        self.evidence = evidence
        self.review = review
    }
}

/// The words that carry a factor.
public struct Evidence: Hashable, Sendable, Codable {
    /// Which field of the report holds the words.
    public enum Field: String, Sendable, Codable {
        case title, text
    }

    public var field: Field
    /// UTF-8 bytes from the start of the field; the bytes there spell `quote` exactly.
    public var utf8Range: Range<Int>
    public var quote: String
    public var stance: Stance
    /// Who claims it, when the text names a claimant.
    public var by: String?

    public init(field: Field, utf8Range: Range<Int>, quote: String, stance: Stance, by: String? = nil) {
        self.field = field
        self.utf8Range = utf8Range
        self.quote = quote
        self.stance = stance
        self.by = by
    }

    /// Whether the quote still stands at its place in a report.
    public func stands(in report: Report) -> Bool {
        let text = field == .title ? report.title ?? "" : report.text
        let bytes = text.utf8
        guard utf8Range.lowerBound >= 0, utf8Range.upperBound <= bytes.count else { return false }
        let from = bytes.index(bytes.startIndex, offsetBy: utf8Range.lowerBound)
        let to = bytes.index(bytes.startIndex, offsetBy: utf8Range.upperBound)
        return bytes[from..<to].elementsEqual(quote.utf8)
    }
}

/// What a text says about a factor.
public enum Stance: String, Sendable, Codable, CaseIterable {
    case asserted, suspected, denied
}

/// The part a factor played.
public enum FactorRole: String, Sendable, Codable, CaseIterable {
    case trigger, contributing
    case hinderedRecovery = "hindered-recovery"
    case mitigating
}

/// The kinds of contributing factor, in the order of the taxonomy.
public enum FactorKind: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case humanAction = "human-action"
    case automation
    case assistiveAIMisunderstanding = "assistive-ai-misunderstanding"
    case autonomousAIAction = "autonomous-ai-action"
    case configurationChange = "configuration-change"
    case codeDefect = "code-defect"
    case deployment
    case capacity
    case cascadingFailure = "cascading-failure"
    case dependency
    case network
    case hardwareOrPower = "hardware-or-power"
    case dataStore = "data-store"
    case expiryOrTime = "expiry-or-time"
    case security
    case missingSafeguard = "missing-safeguard"
    case detectionGap = "detection-gap"
    case responseGap = "response-gap"

    public var family: FactorFamily {
        switch self {
        case .humanAction: .people
        case .automation: .automation
        case .assistiveAIMisunderstanding, .autonomousAIAction: .ai
        case .configurationChange, .codeDefect, .deployment: .change
        case .capacity, .cascadingFailure: .loadAndSpread
        case .dependency, .network, .hardwareOrPower, .dataStore, .expiryOrTime, .security: .surroundings
        case .missingSafeguard, .detectionGap, .responseGap: .defences
        }
    }

    /// The name a reader sees.
    public var name: String {
        switch self {
        case .humanAction: "Human action"
        case .automation: "Automation"
        case .assistiveAIMisunderstanding: "Assistive AI misunderstood"
        case .autonomousAIAction: "Autonomous AI action"
        case .configurationChange: "Configuration change"
        case .codeDefect: "Code defect"
        case .deployment: "Deployment"
        case .capacity: "Capacity"
        case .cascadingFailure: "Cascading failure"
        case .dependency: "Dependency"
        case .network: "Network"
        case .hardwareOrPower: "Hardware or power"
        case .dataStore: "Data store"
        case .expiryOrTime: "Expiry or time"
        case .security: "Security"
        case .missingSafeguard: "Missing safeguard"
        case .detectionGap: "Detection gap"
        case .responseGap: "Response gap"
        }
    }

    /// When the kind holds, in one sentence for a reader.
    public var definition: String {
        switch self {
        case .humanAction:
            "A person's act or decision during operations was part of what happened: a command, a manual change, a planned procedure, a physical act. It describes work, never a verdict."
        case .automation:
            "Software acting on its own at that moment did something wrong or surprising: a script, scheduler, autoscaler, failover, health check or protection system."
        case .assistiveAIMisunderstanding:
            "An AI that informs or drafts while people decide was over-trusted, misread or mistaken, or was itself taken for an autonomous one."
        case .autonomousAIAction:
            "An AI agent or model carried out the harmful act itself, with no person deciding that act."
        case .configurationChange:
            "A change of configuration, flag, permission, policy, quota, routing or DNS record took part."
        case .codeDefect: "A defect in software, new or latent, took part."
        case .deployment: "A release, rollout, upgrade or migration being carried out took part."
        case .capacity:
            "Load or a limit took part: a traffic surge, an exhausted resource, a quota, an undersized system."
        case .cascadingFailure:
            "The failure spread or fed itself: a retry storm, a thundering herd, overload moving from one part to the next."
        case .dependency: "A third party, or another team's service upstream, failed."
        case .network: "Networking took part: links, fibre, BGP, routing, DNS resolution, load balancing, packet loss."
        case .hardwareOrPower: "Hardware, power, cooling, a building, weather or another physical event took part."
        case .dataStore:
            "The state of a database, storage or cache took part: corruption, replication, locks, migration, loss."
        case .expiryOrTime: "A certificate, credential, domain or contract ran out, or clocks and calendars misled."
        case .security: "An attack, abuse, intrusion, exploited vulnerability or leaked secret took part."
        case .missingSafeguard:
            "A guard was missing, bypassed or ineffective at the time: validation, staged rollout, test, review, limit, backup, rollback, redundancy."
        case .detectionGap: "Alerting or observability was missing, late, noisy or misleading."
        case .responseGap:
            "Recovery was slowed by people-side conditions: runbooks, ownership, access, communication, a wrong diagnosis followed."
        }
    }
}

/// The seven families of factor kinds.
public enum FactorFamily: String, Sendable, Codable, CaseIterable {
    case people, automation
    case ai = "AI"
    case change
    case loadAndSpread = "load and spread"
    case surroundings, defences
}

extension FactorKind: Comparable {
    /// The order of the taxonomy.
    public static func < (left: FactorKind, right: FactorKind) -> Bool {
        left.ordinal < right.ordinal
    }

    private var ordinal: Int {
        Self.allCases.firstIndex(of: self)!
    }
}
