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
        for sentence in sentences {
            let emphasis = sentence.sentence.section == .title ? 3.0 : 1
            var sawIncident = false
            for (scope, mark) in sentence.scopes {
                switch scope {
                case .ai: ai += sentence.sentence.section == .title ? 2 : 1
                case .assistive: assistive += 1
                case .incident where !sawIncident:
                    incident += mark.cue.weight * emphasis
                    sawIncident = true
                case .notice: notice += mark.cue.weight * emphasis
                default: break
                }
            }
        }
        speaksOfAI = ai >= 2
        isIncident = notice < 2 || incident >= notice
    }
}
