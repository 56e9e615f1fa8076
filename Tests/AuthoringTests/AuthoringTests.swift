import Authoring
import Foundation
import TestSupport
import Testing

@Test("scratch")
func scratch() throws {
    let lint = BlamelessLint()
    if let url = Checkout.shared("data/lint/sentences.tsv") {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        for line in lines {
            let cells = line.split(separator: "\t").map(String.init)
            let found = try lint.findings(in: cells[2], path: "x", scope: .passage)
            let strong = found.filter { $0.severity >= .warning }
            let bad = cells[0] == "blameful" ? strong.isEmpty : !strong.isEmpty
            let wrongRule = cells[0] == "blameful" && !found.contains { $0.rule == cells[1] }
            if bad || wrongRule { print(bad ? "BAD " : "rule", cells, found.map { "\($0.rule):\($0.excerpt)" }) }
        }
    }
}
