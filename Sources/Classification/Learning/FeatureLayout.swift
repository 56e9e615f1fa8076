/// Where each group of features begins among the weights.
struct FeatureLayout {
    let kind: Int
    let kindSection: Int
    let kindCausal: Int
    let section: Int
    let relation: Int
    let wish: Int
    let wishGap: Int
    let length: Int
    let other: Int
    let scope: Int
    let scopeKind: Int
    let misc: Int
    /// The odds that the cues by themselves give; its weight is one, and nothing is learned of it.
    let prior: Int
    let kindCause: Int
    let kindEffect: Int
    let kindResponse: Int
    let kindAfter: Int
    let kindPast: Int
    let width: Int

    /// The cues come first, by their id.
    init(cueCount: Int) {
        kind = cueCount
        kindSection = kind + 18
        kindCausal = kindSection + 18 * Section.count
        section = kindCausal + 18
        relation = section + Section.count
        wish = relation + Relations.count
        wishGap = wish + 2 * Section.count
        length = wishGap + 4
        other = length + 6
        scope = other + 18 * 18
        scopeKind = scope + ScopeCue.allCases.count
        misc = scopeKind + 2 * ScopeCue.allCases.count
        prior = misc + 5
        kindCause = misc + 13
        kindEffect = kindCause + 18
        kindResponse = kindEffect + 18
        kindAfter = kindResponse + 18
        kindPast = kindAfter + 18
        width = kindPast + 18
    }
}
