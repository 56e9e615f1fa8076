import Foundation
import Reports

/// A passage of `Corpus/labels`: sentences written for training, each with what it says of every kind.
package struct LabelledPassage: Decodable, Sendable {
    package struct Sentence: Decodable, Sendable {
        package var text: String
        package var labels: [Label]
        /// Kinds whose words it uses without saying them.
        package var near: [FactorKind]?

        /// Whether it says that the kind played a part, surely or possibly.
        package func holds(_ kind: FactorKind) -> Bool {
            labels.contains { $0.kind == kind && $0.stance != .denied }
        }
    }

    package struct Label: Decodable, Sendable {
        package var kind: FactorKind
        package var stance: Stance
        package var role: FactorRole?
        package var quote: String
        package var by: String?
    }

    package var id: String
    package var register: String
    package var section: String
    package var sentences: [Sentence]

    /// Which half it belongs to: `study` may be read while rules are written, `check` only measures them.
    ///
    /// Half by the first hexadecimal digit of the SHA-256 of its id.
    package var isStudy: Bool {
        "02468ace".contains(ContentHash.sha256(id).first ?? "1")
    }

    /// The part of a report that its section names.
    var part: Section {
        switch section {
        case "summary": .summary
        case "timeline": .timeline
        case "causes": .causes
        case "impact": .impact
        case "remediation": .remedies
        case "background": .background
        case "went-well": .helped
        case "detection": .detection
        case "recovery": .resolution
        default: .other
        }
    }

    /// The passages of one file, one a line.
    package static func read(_ text: String) throws -> [LabelledPassage] {
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
            .map { try decoder.decode(LabelledPassage.self, from: Data($0.utf8)) }
    }
}
