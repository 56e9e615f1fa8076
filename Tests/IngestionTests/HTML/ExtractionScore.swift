/// One page of the article-extraction benchmark.
struct ExtractionTruth: Decodable {
    var articleBody: String
}

/// Precision and recall as the article-extraction benchmark defines them: shared word 4-grams, means over pages.
struct ExtractionScore {
    private var precisions: [Double] = []
    private var recalls: [Double] = []

    var precision: Double { precisions.reduce(0, +) / Double(max(precisions.count, 1)) }
    var recall: Double { recalls.reduce(0, +) / Double(max(recalls.count, 1)) }
    var f1: Double { 2 * precision * recall / max(precision + recall, 1e-9) }

    mutating func add(expected: String, found: String) {
        let expected = Self.grams(expected)
        let found = Self.grams(found)
        var shared = 0
        for (gram, count) in found { shared += min(count, expected[gram] ?? 0) }
        let foundCount = found.values.reduce(0, +)
        let expectedCount = expected.values.reduce(0, +)
        if foundCount > 0 { precisions.append(Double(shared) / Double(foundCount)) }
        if expectedCount > 0 { recalls.append(Double(shared) / Double(expectedCount)) }
    }

    private static func grams(_ text: String) -> [[Substring]: Int] {
        let words = text.unicodeScalars.split {
            !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
        }
        .map { Substring($0) }
        guard !words.isEmpty else { return [:] }
        var counts: [[Substring]: Int] = [:]
        for start in 0..<max(1, words.count - 3) {
            counts[Array(words[start..<min(start + 4, words.count)]), default: 0] += 1
        }
        return counts
    }
}
