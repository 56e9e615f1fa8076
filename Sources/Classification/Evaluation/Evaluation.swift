import Reports

/// How suggestions agree with a labelled file.
///
/// A kind counts as present when it is asserted or suspected; kinds the readers were unsure of are left out, and so is
/// what cannot be told (the precision of a kind that was never suggested).
public struct Evaluation: Equatable, Sendable {
    /// A figure and the interval that 95 % of the resampled files give.
    public struct Figure: Equatable, Sendable {
        /// `nil` where there is nothing to divide by.
        public var value: Double?
        public var low: Double?
        public var high: Double?

        public init(value: Double? = nil, low: Double? = nil, high: Double? = nil) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// Of how many something was judged, and for how many it was right.
    public struct Share: Equatable, Sendable {
        public var right = 0
        public var of = 0
        public var figure = Figure()

        public init(right: Int = 0, of: Int = 0, figure: Figure = Figure()) {
            self.right = right
            self.of = of
            self.figure = figure
        }
    }

    /// Suggestions of one kind, or of all together, against the labels.
    public struct Agreement: Equatable, Sendable {
        public var counts = AgreementCounts()
        public var precision = Figure()
        public var recall = Figure()
        public var f1 = Figure()

        public init() {}

        init(counts: AgreementCounts, precision: Figure, recall: Figure, f1: Figure) {
            self.counts = counts
            self.precision = precision
            self.recall = recall
            self.f1 = f1
        }
    }

    public var texts: Int
    /// The content hash of the model that spoke.
    public var model: String
    public var kinds: [FactorKind: Agreement] = [:]
    /// Stance, where label and suggestion both name the kind.
    public var stances: [FactorKind: Share] = [:]
    public var micro = Agreement()
    /// The mean F1 of the kinds that are labelled or suggested at all.
    public var macro = Figure()
    /// How many kinds that is.
    public var macroKinds = 0
    /// The mean F1 of ``leadKinds``.
    public var lead = Figure()
    public var stance = Share()
    /// Texts with an agreed trigger whose suggested trigger is the same kind.
    public var trigger = Share()
    /// Confidence of suggestions, and how often they were right.
    public var suggestedCalibration = Calibration()
    /// The same of every kind of every text, suggested or not.
    public var calibration = Calibration()
    /// Texts for which nothing was suggested, and those of them that do hold a factor.
    public var abstained = 0
    public var abstainedWrongly = 0
    /// By label, then by what was suggested: see ``LeadConfusion``.
    public var confusion = LeadConfusion()
    public var mistakes: [Mistake] = []

    /// The kinds that people get wrong.
    public static let leadKinds: [FactorKind] = [
        .humanAction, .automation, .assistiveAIMisunderstanding, .autonomousAIAction,
    ]

    /// A text with what was suggested for it.
    public struct Entry: Sendable {
        public var gold: LabelledText
        public var answer: Assessment

        public init(gold: LabelledText, answer: Assessment) {
            self.gold = gold
            self.answer = answer
        }
    }

    /// - Parameters:
    ///   - draws: How many files are drawn from the texts, with replacement, for the intervals; 0 leaves them out.
    ///   - seed: Where the draws begin; the same seed gives the same intervals.
    public init(_ entries: [Entry], model: String, draws: Int = Bootstrap.draws, seed: UInt64 = Bootstrap.seed) {
        texts = entries.count
        self.model = model
        let outcomes = entries.map(TextOutcome.init)
        let tally = EvaluationTally(outcomes)
        let intervals = Bootstrap(outcomes, draws: draws, seed: seed)
        for kind in FactorKind.allCases {
            let counts = tally.kinds[kind.ordinal]
            kinds[kind] = Agreement(
                counts: counts, precision: intervals.figure(counts.precision, .precision(kind)),
                recall: intervals.figure(counts.recall, .recall(kind)),
                f1: intervals.figure(counts.f1OrNil, .f1(kind)))
            let stance = tally.stances[kind.ordinal]
            stances[kind] = Share(right: stance.right, of: stance.of, figure: Figure(value: stance.share))
        }
        let all = tally.all
        micro = Agreement(
            counts: all, precision: intervals.figure(all.precision, .microPrecision),
            recall: intervals.figure(all.recall, .microRecall), f1: intervals.figure(all.f1OrNil, .microF1))
        macro = intervals.figure(tally.macro, .macro)
        macroKinds = tally.kinds.count { $0.f1OrNil != nil }
        lead = intervals.figure(tally.lead, .lead)
        let stanceSum = tally.stance
        stance = Share(
            right: stanceSum.right, of: stanceSum.of, figure: intervals.figure(stanceSum.share, .stance))
        trigger = Share(
            right: tally.trigger.right, of: tally.trigger.of, figure: intervals.figure(tally.trigger.share, .trigger))
        addRest(entries)
    }

    private mutating func addRest(_ entries: [Entry]) {
        for entry in entries {
            let classification = entry.answer.classification
            if classification.abstained {
                abstained += 1
                let holds = FactorKind.allCases.contains { entry.gold.holds($0) && !entry.gold.unsure.contains($0) }
                abstainedWrongly += holds ? 1 : 0
            }
            for kind in FactorKind.allCases where !entry.gold.unsure.contains(kind) {
                let isRight = entry.gold.holds(kind)
                let probability = entry.answer.probabilities[kind] ?? 0
                calibration.add(stated: probability, isRight: isRight)
                if let factor = classification.factors.first(where: { $0.kind == kind }) {
                    let isDenied = factor.stance == .denied
                    suggestedCalibration.add(
                        stated: factor.confidence, isRight: isDenied ? entry.gold.labels[kind] == .denied : isRight)
                }
            }
            confusion.add(entry)
            mistakes += Mistake.all(in: entry)
        }
    }
}
