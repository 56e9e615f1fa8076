import Reports

/// A sentence with every cue found in it.
struct MarkedSentence {
    /// A cue and the words it covers.
    struct Mark {
        var cue: Cue
        var words: Range<Int>
    }

    var sentence: ReportReading.Sentence
    var factors: [(kind: FactorKind, mark: Mark)] = []
    var scopes: [(scope: ScopeCue, mark: Mark)] = []

    /// No sentence of a person holds more; each is weighed against each, and hostile text must not make that slow.
    private static let mostFactors = 200
    private static let mostScopes = 100

    init(_ sentence: ReportReading.Sentence, words: [Word], lexicon: CueLexicon) {
        self.sentence = sentence
        let slice = words[sentence.words]
        for start in sentence.words {
            lexicon.match(at: start, in: slice) { cue, end in
                let mark = Mark(cue: cue, words: start..<end)
                switch cue.topic {
                case .factor(let kind) where factors.count < Self.mostFactors: factors.append((kind, mark))
                case .scope(let scope) where scopes.count < Self.mostScopes: scopes.append((scope, mark))
                case .factor, .scope: break
                }
            }
        }
    }

    func has(_ scope: ScopeCue) -> Bool {
        scopes.contains { $0.scope == scope }
    }

    func first(_ scope: ScopeCue) -> Mark? {
        scopes.first { $0.scope == scope }?.mark
    }
}
