/// The weights that `scripts/train` learned and wrote to `Corpus/weights`; the build embeds them.
enum LearnedWeights {
    /// As ``FactorModel`` reads it; empty when there is no such file, and then only the hand-weighed cues count.
    static let text = embeddedTexts["classifier.weights"] ?? ""
}
