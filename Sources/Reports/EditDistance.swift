/// How far apart two spellings are.
public enum EditDistance {
    /// How many letters have to be put in, left out, replaced or swapped with their neighbour (optimal string alignment).
    ///
    /// - Returns: `nil` beyond `limit`, found without looking at the rest.
    public static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, b) in right.enumerated() {
                var cost = min(previous[j] + (a == b ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            if row.allSatisfy({ $0 > limit }) { return nil }
            (before, previous) = (previous, row)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
