/// Written by `factor-training train`; not for editing.
enum LearnedWeights {
    static let text = """
        cues none
        """
}
