/// What a whole report is about, before any single sentence is judged.
struct ReportContext {
    /// Whether AI is a subject: one word in passing does not make "agent" and "model" AI words.
    var speaksOfAI = false
    /// Whether it tells of something that went wrong, rather than announcing or explaining.
    var isIncident = true
    /// Whether it says that the AI only informs or drafts.
    var assistive = 0

    init(_ sentences: [MarkedSentence]) {
        var ai = 0
        var incident = 0.0
        var notice = 0.0
        var telling = 0
        var addressing = 0
        var causal = 0
        for sentence in sentences {
            let emphasis = sentence.sentence.section == .title ? 3.0 : 1
            var sawIncident = false
            causal += sentence.has(.causal) ? 1 : 0
            for (scope, mark) in sentence.scopes {
                switch scope {
                case .ai: ai += sentence.sentence.section == .title ? 2 : 1
                case .assistive: assistive += 1
                case .incident where !sawIncident:
                    incident += mark.cue.weight * emphasis
                    sawIncident = true
                case .notice: notice += mark.cue.weight * emphasis
                case .past: telling += 1
                case .reader: addressing += 1
                default: break
                }
            }
        }
        speaksOfAI = ai >= 2
        // An account tells of the past and seldom speaks to its reader; an announcement or a guide does the reverse.
        let words = Double(sentences.reduce(1) { $0 + $1.sentence.words.count })
        let account = Double(telling) * 100 / words + Double(causal) * 10 / Double(max(1, sentences.count))
        let address = Double(addressing) * 60 / words
        isIncident = account - address > -0.5 && (notice < 2 || incident >= notice || account - address > 1)
    }
}
