/// Why a labelled file or a model cannot be used.
public enum ClassificationError: Error, Equatable {
    /// A labelled file without a single line that could be read.
    case noLabelledText(source: String, badLines: Int)
    /// A model file of another form, with what is wrong.
    case badModel(source: String, reason: String)
}

extension ClassificationError: CustomStringConvertible {
    /// Place, what is wrong, and what to try.
    public var description: String {
        switch self {
        case .noLabelledText(let source, 0):
            "\(source): no labelled text in it; write one JSON object a line, with title, text and labels {kind: stance}"
        case .noLabelledText(let source, let lines):
            "\(source): no line of \(lines) can be read; write one JSON object a line, with title, text and labels {kind: stance}"
        case .badModel(let source, let reason): "\(source): \(reason)"
        }
    }
}
