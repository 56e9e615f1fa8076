import Reports

/// How suggestions agree with what people decided, over time.
///
/// Of each report and kind the last decision counts. A decision is held against what was suggested when it was made; only
/// ``current`` asks what is suggested now.
public struct DecisionEvaluation: Equatable, Sendable {
    /// What became of suggestions.
    public struct Counts: Equatable, Sendable {
        public var accepted = 0
        /// The kind was right, its stance or role was not.
        public var changed = 0
        public var rejected = 0
        /// A person found what was not suggested.
        public var added = 0

        /// Suggestions that were decided on.
        public var judged: Int { accepted + changed + rejected }
        public var decided: Int { judged + added }
        /// The share of decisions that took the suggestion as it was; `nil` without any.
        public var agreement: Double? { decided == 0 ? nil : Double(accepted) / Double(decided) }
        /// `nil` when no suggestion was decided on.
        public var rejectedShare: Double? { judged == 0 ? nil : Double(rejected) / Double(judged) }

        init() {}

        /// `nil` for a decision that is not about a suggestion and adds nothing.
        init?(_ decision: ReviewDecision) {
            switch (decision.verdict, decision.suggestion) {
            case (.reject, nil): return nil
            case (.reject, _): rejected = 1
            case (_, nil): added = 1
            case (_, let suggestion?):
                let isSame = suggestion.stance == decision.stance && suggestion.role == decision.role
                if isSame { accepted = 1 } else { changed = 1 }
            }
        }

        static func += (left: inout Counts, right: Counts) {
            left.accepted += right.accepted
            left.changed += right.changed
            left.rejected += right.rejected
            left.added += right.added
        }
    }

    /// A month, source or kind.
    public struct Part: Equatable, Sendable {
        /// `2026-03`, a host or folder, a kind's id.
        public var name: String
        public var counts = Counts()
        /// Of the share of rejected suggestions; months only, and only once there is enough before them.
        public var band: ControlBand?
        /// Whether that share lies outside its band.
        public var isOutside = false

        public init(name: String, counts: Counts) {
            self.name = name
            self.counts = counts
        }
    }

    /// Words the classifier does not know, as a moving average over the reports in the order they were retrieved.
    public struct UnknownWords: Equatable, Sendable {
        public var reports: Int
        public var level: Double
        public var band: ControlBand
        public var isOutside: Bool { !band.contains(level) }
    }

    public private(set) var total = Counts()
    /// By the month of the decision, oldest first.
    public private(set) var months: [Part] = []
    /// By the host or folder that the report was read from, most decisions first.
    public private(set) var sources: [Part] = []
    /// In the order of the taxonomy.
    public private(set) var kinds: [Part] = []
    /// What is suggested now against what was decided.
    public private(set) var current = AgreementCounts()
    public private(set) var currentStance = Evaluation.Share()
    /// `nil` while there are too few reports to know what is usual.
    public private(set) var unknownWords: UnknownWords?

    public var decided: Int { total.decided }

    /// Suggestions decided on before a month, for its band to mean something.
    static let leastJudged = 20
    /// Reports for what is usual of their words.
    static let leastReports = 20
    /// A short report's share says little.
    static let leastWords = 50

    /// - Parameter vocabulary: A report's words, and how many of them the classifier does not know.
    public init(_ reports: [CataloguedReport], vocabulary: (Report) -> (words: Int, unknown: Int)) {
        var byMonth: [String: Counts] = [:]
        var bySource: [String: Counts] = [:]
        var byKind: [FactorKind: Counts] = [:]
        for report in reports {
            for decision in ReviewDecision.standing(report.decisions) {
                addCurrent(decision, of: report)
                guard let counts = Counts(decision) else { continue }
                total += counts
                byMonth[String(decision.at.day.prefix(7)), default: Counts()] += counts
                bySource[Self.origin(of: report.report.source), default: Counts()] += counts
                byKind[decision.kind, default: Counts()] += counts
            }
        }
        months = Self.banded(byMonth.sorted { $0.key < $1.key }.map { Part(name: $0.key, counts: $0.value) })
        sources = bySource.sorted { ($1.value.decided, $0.key) < ($0.value.decided, $1.key) }
            .map { Part(name: $0.key, counts: $0.value) }
        kinds = FactorKind.allCases.compactMap { kind in byKind[kind].map { Part(name: kind.rawValue, counts: $0) } }
        unknownWords = Self.unknownWords(reports, vocabulary)
    }

    private mutating func addCurrent(_ decision: ReviewDecision, of report: CataloguedReport) {
        guard report.model != nil else { return }
        let suggestion = report.suggestions.first { $0.kind == decision.kind }
        let isFound = suggestion.map { $0.stance != .denied } ?? false
        let holds = decision.stance == .asserted || decision.stance == .suspected
        current.add(isLabelled: holds, isFound: isFound)
        if holds, let suggestion {
            currentStance.of += 1
            currentStance.right += suggestion.stance == decision.stance ? 1 : 0
        }
    }

    /// Each month's band is that of all months before it.
    private static func banded(_ months: [Part]) -> [Part] {
        var months = months
        var before = Counts()
        for index in months.indices {
            let counts = months[index].counts
            if before.judged >= leastJudged, let share = counts.rejectedShare {
                months[index].band = ControlBand.binomial(
                    count: counts.judged, right: before.rejected, of: before.judged)
                months[index].isOutside = months[index].band.map { !$0.contains(share) } ?? false
            }
            before += counts
        }
        return months
    }

    /// The first half of the reports is what is usual.
    private static func unknownWords(
        _ reports: [CataloguedReport], _ vocabulary: (Report) -> (words: Int, unknown: Int)
    ) -> UnknownWords? {
        let ordered = reports.sorted {
            ($0.retrieved.secondsSince1970, $0.id) < ($1.retrieved.secondsSince1970, $1.id)
        }
        let shares = ordered.compactMap { report -> Double? in
            let (words, unknown) = vocabulary(report.report)
            return words < leastWords ? nil : Double(unknown) / Double(words)
        }
        let half = max(leastReports, shares.count / 2)
        guard shares.count > half,
            let (level, band) = ControlBand.movingAverage(
                usual: Array(shares.prefix(half)), then: Array(shares.dropFirst(half)))
        else { return nil }
        return UnknownWords(reports: shares.count, level: level, band: band)
    }

    /// `status.example.com` of an address, the folder of a path; `-` for standard input.
    static func origin(of source: String) -> String {
        if let scheme = source.range(of: "://") {
            let rest = source[scheme.upperBound...].prefix { !"/?#".contains($0) }
            return String(rest.split(separator: "@").last ?? rest).lowercased()
        }
        let path = source.prefix { $0 != "#" }
        guard let slash = path.lastIndex(of: "/") else { return path == "-" ? "-" : "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What should be looked into, in words; of months only the latest, whatever happened before it.
    public var warnings: [String] {
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
        var warnings: [String] = []
        if let month = months.last, month.isOutside, let band = month.band, let share = month.counts.rejectedShare {
            warnings.append(
                "\(month.name): \(percent(share)) of the suggestions were rejected, where \(percent(band.low)) to \(percent(band.high)) is usual; look at the kinds and sources it comes from, and train anew if the reports have changed"
            )
        }
        if let words = unknownWords, words.isOutside {
            let band = "\(percent(words.band.low)) to \(percent(words.band.high))"
            warnings.append(
                "\(percent(words.level)) of the words of recent reports are unknown to the classifier, where \(band) is usual; check their language and domain before relying on what is suggested"
            )
        }
        return warnings
    }
}
