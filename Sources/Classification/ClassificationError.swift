/// Why a labelled file or a model cannot be used.
public enum ClassificationError: Error, Equatable {
    /// A labelled file without a single line that could be read.
    case noLabelledText(source: String, faults: [LabelledFile.Fault])
    /// A model file of another form, with what is wrong.
    case badModel(source: String, reason: String)
}

extension ClassificationError: CustomStringConvertible {
    /// Place, what is wrong, and what to try.
    public var description: String {
        switch self {
        case .noLabelledText(let source, let faults):
            source + ": " + (faults.isEmpty ? "no labelled text in it" : "none of its lines can be read")
                + (faults.first.map { ", line \($0.line) because \($0.reason)" } ?? "")
                + "; write one JSON object a line, with title, text and labels {kind: stance}"
        case .badModel(let source, let reason): "\(source): \(reason)"
        }
    }
}
