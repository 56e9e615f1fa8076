extension LintRule {
    /// The rules of the catalogue that single sentences can break, in its order.
    public static let standard: [LintRule] =
        counterfactual + hindsight + normativeJudgement + humanAsCause + agentIdentification + causeModel + evidence
}
