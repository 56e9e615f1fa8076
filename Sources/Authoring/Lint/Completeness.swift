import Markup

/// What a postmortem lacks: sections, answers to its template's prompts, owners and dates of its action items.
struct Completeness {
    let source: LintSource
    let document: LintDocument

    static let ids = ["section-missing", "prompt-unfilled", "action-owner", "action-due", "suppression"]

    /// Empty for a text that is no postmortem of ours.
    var drafts: [LintDraft] {
        guard isPostmortem else { return [] }
        return missingSections + unfilledPrompts + openActions
    }

    /// A file from one of our templates, or one with two or more of a postmortem's headings that retells no public report.
    private var isPostmortem: Bool {
        if template != nil { return true }
        if source.frontMatter?["source"]?.string != nil { return false }
        return Set(document.headings.map(\.section)).intersection(Self.required["standard"] ?? []).count >= 2
    }

    private var template: String? {
        source.frontMatter?["template"]?.string
    }

    /// A draft is allowed its gaps.
    private var severity: LintSeverity {
        source.frontMatter?["status"]?.string?.lowercased() == "draft" ? .info : .warning
    }

    // MARK: Sections

    private static let required: [String: [LintSection]] = [
        "standard": [.summary, .impact, .timeline, .factors, .actions],
        "narrative": [.summary, .timeline, .factors, .actions],
        "near-miss": [.summary, .timeline, .factors, .actions],
    ]

    private static let questions: [LintSection: (name: String, question: String)] = [
        .summary: ("a summary", "Say in two or three sentences what happened and what it meant for users."),
        .impact: ("an impact section", "Say who was affected, how, how many and for how long."),
        .timeline: ("a timeline", "Put what happened in a table, with times and their zone."),
        .factors: ("contributing factors", "List the conditions that made it possible, three or more."),
        .actions: ("action items", "List what will change, each with an owner and a date, or say that nothing will."),
    ]

    private var missingSections: [LintDraft] {
        let present = Set(document.headings.map(\.section))
        let wanted = Self.required[template ?? "standard"] ?? Self.required["standard"] ?? []
        let place = document.headings.first?.range ?? source.lines(1, 1)
        return wanted.filter { !present.contains($0) }.compactMap { section in
            Self.questions[section].map { known in
                LintDraft(
                    rule: "section-missing", severity: severity, range: place,
                    message: "has no heading for \(known.name)",
                    suggestion: known.question)
            }
        }
    }

    // MARK: Prompts

    private var unfilledPrompts: [LintDraft] {
        document.prompts.filter { !$0.isFilled }.map { prompt in
            LintDraft(
                rule: "prompt-unfilled", severity: severity, range: prompt.range,
                message: "is a prompt of the template without an answer below it",
                suggestion: "Answer it, or remove the prompt if it does not apply.")
        }
    }

    // MARK: Actions

    private var openActions: [LintDraft] {
        document.actions.flatMap { action in
            var drafts: [LintDraft] = []
            if !action.hasOwner {
                drafts.append(
                    LintDraft(
                        rule: "action-owner", severity: severity, range: action.range,
                        message: "is an action item without an owner",
                        suggestion: "Name the role that will see it done."))
            }
            if !action.hasDue {
                drafts.append(
                    LintDraft(
                        rule: "action-due", severity: severity, range: action.range,
                        message: "is an action item without a date",
                        suggestion: "Give the day by which it is done."))
            }
            return drafts
        }
    }
}
